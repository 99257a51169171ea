"""Fordringen, dens frister og det, der kan afbryde forældelsen (forældelsesloven).

>>> facts = Facts(stiftet=date(2016, 3, 1), forfalden=date(2016, 6, 1), frist_type=Frist.TI_AAR,
...               i_dag=date(2026, 3, 2), ejendomsforbehold=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Forældes kravet ti år efter stiftelsen? Ja (FL § 6).
2. Er forældelsen afbrudt i tide? Nej (FL § 19).
3. Er fristen løbet ud? Ja (FL § 6).
4. Er der taget ejendomsforbehold? Ja (FL § 25, stk. 4).
Forældes den: 1. marts 2026.
Altså: Kravet er forældet, for fristen løb ud den 1. marts 2026. Ejendomsforbeholdet er bortfaldet, og sælgeren kan ikke tage tingen tilbage.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from rules.facts import Choice, FactSheet, Kroner, fact
from rules.topic import GAELDENDE_RET, Outcomes, Topic


class Frist(Choice):
    """The two deadlines of the course book."""

    TI_AAR = "ti_aar", "ti år fra stiftelsen"
    TRE_AAR = "tre_aar_fra_forfald", "tre år fra forfaldsdagen"


class Afbrydelse(Choice):
    """What happened that may interrupt the limitation."""

    ERKENDELSE = "erkendelse", "skyldneren har erkendt gælden"
    RETSSKRIDT = "retsskridt", "kreditor har indleveret stævning eller betalingspåkrav"
    FOGEDRET = "fogedret", "kreditor har bedt fogedretten om udlæg eller tilbagetagelse"
    INGEN = "ingen", "intet ud over fx en rykker"


RETSLIGE_SKRIDT = (Afbrydelse.RETSSKRIDT, Afbrydelse.FOGEDRET)


class Facts(FactSheet):
    """The claim, what it rests on, and what may have interrupted its limitation."""

    in_order = (
        ("stiftet", "forfalden"),
        ("stiftet", "i_dag"),
        ("stiftet", "afbrudt"),
        ("stiftet", "seneste_bevaegelse"),
        ("seneste_bevaegelse", "i_dag"),
        ("afbrudt", "i_dag"),
        ("afbrudt", "afgoerelse"),
        ("afgoerelse", "i_dag"),
    )

    stiftet: date = fact("Dag for stiftelsen", help="Den dag, aftalen blev indgået.")
    forfalden: date = fact(
        "Forfaldsdag", help="Uden aftalt forfaldsdag: den dag, gælden er sagt op til betaling."
    )
    frist_type: Frist = fact("Hvilken frist bruger bogen på kravet?")
    i_dag: date = fact("Dagens dato", help="Den dag, hvor kreditor vil have pengene eller tingen.")
    ejendomsforbehold: bool = fact("Har sælgeren ejendomsforbehold i den leverede ting?")
    afbrudt: date | None = fact(
        "Dag for afbrydelsen", absent="aldrig afbrudt", help="Den dag, skridtet blev taget."
    )
    afbrydelse: Afbrydelse | None = fact(
        "Hvad skete der?", absent="gælden blev erkendt", help="Uden svar regnes skridtet for en erkendelse."
    )
    gaeldsbrev_eller_erkendelse: bool = fact(
        "Er der gældsbrev, skriftlig anerkendelse med beløb eller dom?",
        default=False,
        reading=GAELDENDE_RET,
        help="Noget, der forelå fra begyndelsen. En senere erkendelse hører til afbrydelsen.",
    )
    pengelaan: bool = fact("Er kravet et pengelån?", default=False, reading=GAELDENDE_RET)
    seneste_bevaegelse: date | None = fact(
        "Seneste bevægelse på kontoen",
        absent="lånet har en fast forfaldsdag",
        reading=GAELDENDE_RET,
        help="Kun ved kassekredit og lignende uden aftalt forfaldsdag. Kreditors egne posteringer tæller ikke.",
    )
    fordring: Kroner | None = fact("Fordringens størrelse", absent="ikke oplyst", reading=GAELDENDE_RET)
    afbrudt_beloeb: Kroner | None = fact(
        "Beløb, som afbrydelsen dækker",
        absent="hele fordringen",
        reading=GAELDENDE_RET,
        ge=Decimal("0.01"),
    )
    afgoerelse: date | None = fact(
        "Dag for afgørelsen",
        absent="ikke afgjort",
        reading=GAELDENDE_RET,
        help="Dom, forlig eller påtegnet betalingspåkrav; hos fogedretten den dag, forretningen sluttede.",
    )
    erkendelse_skriftlig_med_beloeb: bool = fact(
        "Var erkendelsen skriftlig og med beløb?", default=False, reading=GAELDENDE_RET
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """A kind, a sum or an end of an interruption that never came; a running account that is no loan."""
        if self.afbrydelse not in (None, Afbrydelse.INGEN) and not self.afbrudt:
            yield "afbrudt", "en dato", "Angiv, hvornår forældelsen blev afbrudt."
        if self.afgoerelse and not (self.afbrudt and self.afbrydelse in RETSLIGE_SKRIDT):
            yield "afgoerelse", "ingen dag uden et retsligt skridt", "En afgørelse kræver et retsligt skridt."
        if self.afbrudt_beloeb is not None and not self.afbrudt:
            yield "afbrudt_beloeb", "intet beløb uden en afbrydelse", "Angiv også, hvornår der blev afbrudt."
        if (
            self.fordring is not None
            and self.afbrudt_beloeb is not None
            and self.afbrudt_beloeb > self.fordring
        ):
            yield (
                "afbrudt_beloeb",
                "højst fordringen",
                "Afbrydelsen kan ikke dække mere, end fordringen er på.",
            )
        if self.seneste_bevaegelse and not self.pengelaan:
            yield "pengelaan", "true ved en konto", "Bevægelser på en konto hører til et pengelån."
        if self.erkendelse_skriftlig_med_beloeb and self.afbrydelse not in (None, Afbrydelse.ERKENDELSE):
            yield (
                "erkendelse_skriftlig_med_beloeb",
                "false uden erkendelse",
                "Kun en erkendelse kan være skriftlig og med beløb.",
            )


class Outcome(Outcomes):
    """Whether the claim can still be enforced, and what became of the retention of title."""

    IKKE_FORAELDET = "Kravet er ikke forældet."
    FORAELDET = "Kravet er forældet."
    FORAELDET_FORBEHOLD_BORTFALDET = "Kravet er forældet, og ejendomsforbeholdet er bortfaldet."


topic = Topic(
    "foraeldelse",
    "Forældelse",
    group="kredit",
    question="Er kravet forældet, og hvad bliver der af ejendomsforbeholdet?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
