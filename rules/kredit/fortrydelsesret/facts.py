"""Fortrydelsesret ved kreditaftaler (kreditaftaleloven § 19).

>>> facts = Facts(indgaaet=date(2026, 1, 1), vilkaar_modtaget=date(2026, 1, 5), fortrudt=date(2026, 1, 10),
...               laanebeloeb=100000, rente_pa=6, udbetalt=date(2026, 1, 5), tilbagebetalt=date(2026, 2, 4))
>>> print(topic.decide(facts, "pensum").explain())
1. Har kunden modtaget vilkårene, så fristen er begyndt? Ja (KAL § 19).
2. Har kunden fortrudt senest på fristens sidste dag? Ja (KAL § 19).
Fristens sidste dag: 19. januar 2026.
Tilbagebetaling senest: 9. februar 2026.
Påløbne renter: 493,15 kr.
Altså: Kunden har fortrudt i tide. Lånet skal betales tilbage senest den 9. februar 2026 med 493,15 kr. i renter.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from rules.facts import FactSheet, Kroner, Percent, fact
from rules.topic import GAELDENDE_RET, Outcomes, Topic


class Facts(FactSheet):
    """The agreement, the terms, the withdrawal and the money."""

    in_order = (("indgaaet", "fortrudt"), ("indgaaet", "udbetalt"), ("udbetalt", "tilbagebetalt"))

    indgaaet: date = fact("Dag for aftalens indgåelse")
    vilkaar_modtaget: date | None = fact(
        "Dag for modtagelse af vilkårene",
        absent="aldrig modtaget",
        help="Aftalens vilkår og de oplysninger, som aftalen skal indeholde.",
    )
    fortrudt: date | None = fact(
        "Dag for fortrydelse", absent="ikke fortrudt", help="Den dag, kunden sendte besked til banken."
    )
    laanebeloeb: Kroner = fact("Lånebeløb", ge=Decimal("0.01"))
    rente_pa: Percent = fact("Lånets rente om året")
    udbetalt: date | None = fact("Dag for udbetaling", absent="ikke udbetalt")
    tilbagebetalt: date | None = fact("Dag for tilbagebetaling", absent="ikke betalt tilbage")
    obligationsfinansieret_realkredit: bool = fact(
        "Er lånet finansieret med obligationer og sikret ved pant i fast ejendom?",
        default=False,
        reading=GAELDENDE_RET,
    )
    kassekredit_paa_anfordring: bool = fact(
        "Er det en kassekredit, der skal betales på anfordring eller inden 3 måneder?",
        default=False,
        reading=GAELDENDE_RET,
    )
    oplyst_om_fortrydelsesret: bool = fact(
        "Er kunden oplyst om fortrydelsesretten i aftalen?", default=True, reading=GAELDENDE_RET
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """Money paid back that was never paid out; a loan of two kinds."""
        if self.tilbagebetalt and not self.udbetalt:
            yield (
                "udbetalt",
                "en dato, når lånet er betalt tilbage",
                "Angiv, hvornår lånet blev udbetalt, eller fjern dagen for tilbagebetaling.",
            )
        if self.obligationsfinansieret_realkredit and self.kassekredit_paa_anfordring:
            yield (
                "kassekredit_paa_anfordring",
                "nej ved et obligationslån",
                "Lånet kan ikke både være et obligationslån i fast ejendom og en kassekredit.",
            )


class Outcome(Outcomes):
    """Whether the customer withdrew in time."""

    RETTIDIG = "Kunden har fortrudt i tide."
    FOR_SENT = "Der er ikke fortrudt i tide, og lånet er bindende."
    FRIST_IKKE_BEGYNDT = "Fristen er ikke begyndt, og kunden kan stadig fortryde."
    INGEN_FORTRYDELSESRET = "Der er ingen fortrydelsesret, og lånet er bindende."


topic = Topic(
    "fortrydelsesret",
    "Fortrydelsesret",
    group="kredit",
    question="Er lånet fortrudt i tide, og hvad skal betales hvornår?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)

BETALING = (
    "[udbetalt: Lånet skal betales tilbage senest den [paaloebne_renter: {tilbagebetal_senest} med {paaloebne_renter} i renter. | "
    "{tilbagebetal_senest}.] | Der er ikke udbetalt noget, som skal betales tilbage.]"
)
TEKSTER = {
    Outcome.RETTIDIG: f"Kunden har fortrudt i tide. {BETALING}",
    Outcome.FOR_SENT: "[fortrudt: Kunden har fortrudt for sent. Sidste dag var den {sidste_dag}, og lånet er bindende. | "
    "Kunden har ikke fortrudt, og efter den {sidste_dag} er lånet bindende.]",
    Outcome.FRIST_IKKE_BEGYNDT: f"[fortrudt: Fristen var ikke begyndt, og fortrydelsen gælder. {BETALING} | "
    "Fristen er ikke begyndt, og kunden kan stadig fortryde.]",
}
