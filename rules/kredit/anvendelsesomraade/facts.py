"""Kreditaftalelovens anvendelsesområde (kreditaftaleloven §§ 1-4).

A fact may be unknown where the creditor must prove that the act does not apply (§ 1, stk. 3).

>>> facts = Facts(langiver_erhvervsdrivende=True, laantager_forbruger=False, kreditkoeb=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Er aftalen en kreditaftale? Ja (KAL § 4, nr. 3).
2. Er kreditgiveren erhvervsdrivende? Ja (KAL § 1).
3. Er låntageren forbruger? Nej (KAL § 1).
Altså: Kreditaftaleloven gælder ikke mellem erhvervsdrivende. Aftaleloven gælder i stedet.
>>> topic.decide(facts, "gaeldende_ret").outcome
'GAELDER_DELVIST'
"""

from collections.abc import Iterable

from rules.facts import Choice, FactSheet, fact
from rules.topic import GAELDENDE_RET, Outcomes, Topic


class Aftaleart(Choice):
    """The kinds of agreement that § 3, stk. 1 sets apart by their nature."""

    ALMINDELIG = "almindelig", "en almindelig kreditaftale"
    HENSTAND = "henstand_uden_omkostninger", "gratis henstand med en gæld, der allerede fandtes"
    RETSFORLIG = "retsforlig", "et forlig indgået i retten"
    OVERTRAEK = "overtraek", "et overtræk, som stiltiende er accepteret"
    ORDNING = "misligholdelsesordning", "en ordning efter misligholdelse"


class Facts(FactSheet):
    """The parties, the agreement, and what the statute sets apart."""

    langiver_erhvervsdrivende: bool | None = fact(
        "Er kreditgiveren erhvervsdrivende?",
        uoplyst=True,
        help="Kreditten ydes som led i kreditgiverens erhverv.",
    )
    laantager_forbruger: bool | None = fact(
        "Er låntageren forbruger?",
        uoplyst=True,
        help="En person, der hovedsagelig handler uden for sit erhverv.",
    )
    loebende_levering: bool | None = fact(
        "Betales der blot i rater for løbende levering?",
        default=False,
        uoplyst=True,
        help="Varer eller ydelser af samme art, fx strøm eller et abonnement, betalt så længe der leveres.",
    )
    formidlet_af_erhvervsdrivende: bool | None = fact(
        "Er aftalen indgået eller formidlet af en erhvervsdrivende?",
        default=False,
        uoplyst=True,
        reading=GAELDENDE_RET,
        help="På vegne af en kreditgiver, der ikke selv er erhvervsdrivende.",
    )
    kreditkoeb: bool = fact(
        "Er det køb af løsøre på kredit?",
        default=False,
        reading=GAELDENDE_RET,
        help="Nej, når der blot lånes penge.",
    )
    til_videresalg_eller_produktion: bool = fact(
        "Er det købte til videresalg eller materialer til køberens produktion?",
        default=False,
        reading=GAELDENDE_RET,
    )
    rente_eller_omkostninger: bool | None = fact(
        "Koster kreditten renter eller andre omkostninger?", default=True, uoplyst=True, reading=GAELDENDE_RET
    )
    tilbagebetales_inden_3_mdr: bool | None = fact(
        "Skal kreditten betales tilbage inden 3 måneder?", default=False, uoplyst=True, reading=GAELDENDE_RET
    )
    ubetydelige_omkostninger: bool | None = fact(
        "Er omkostningerne ubetydelige?", default=False, uoplyst=True, reading=GAELDENDE_RET
    )
    koebspligt: bool | None = fact(
        "Er der pligt til at købe tingen?",
        default=True,
        uoplyst=True,
        reading=GAELDENDE_RET,
        help="Nej kun ved leje og leasing uden købspligt. Ved andre aftaler står svaret på ja.",
    )
    aftaleart: Aftaleart = fact(
        "Hvilken art aftale er det?", default=Aftaleart.ALMINDELIG, reading=GAELDENDE_RET
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """A consumer who buys for resale; a purchase without any duty to buy."""
        if self.til_videresalg_eller_produktion and self.laantager_forbruger is not False:
            yield (
                "til_videresalg_eller_produktion",
                "nej, medmindre låntageren er erhvervsdrivende",
                "En forbruger køber ikke til videresalg eller produktion.",
            )
        if self.kreditkoeb and self.koebspligt is False:
            yield (
                "koebspligt",
                "ja, når der er købt",
                "En aftale uden købspligt er ikke et kreditkøb. Ret et af de to svar.",
            )


class Outcome(Outcomes):
    """Whether the act applies, and if not, why."""

    GAELDER = "Kreditaftaleloven gælder."
    GAELDER_IKKE_ERHVERV = "Kreditaftaleloven gælder ikke, for låntageren er ikke forbruger."
    GAELDER_IKKE_PRIVAT = "Kreditaftaleloven gælder ikke, for kreditgiveren er ikke erhvervsdrivende."
    IKKE_KREDITAFTALE = "Aftalen er ikke en kreditaftale, og kreditaftaleloven gælder ikke."
    GAELDER_DELVIST = "Kun en del af kreditaftaleloven gælder."
    UNDTAGET = "Aftalen er undtaget, og kreditaftaleloven gælder ikke."


topic = Topic(
    "anvendelsesomraade",
    "Kreditaftalelovens anvendelsesområde",
    group="kredit",
    question="Gælder kreditaftaleloven for aftalen?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
