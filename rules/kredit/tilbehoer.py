"""Ejendomsforbehold i ting, der indføjes i fast ejendom (tinglysningsloven §§ 37 og 38).

>>> facts = Facts(genstand=Genstand.DRIFTSMATERIEL, indfoejet=True, ejendom_pantsat=True, andet_aftalt=False,
...               gyldigt_forbehold=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Er der et gyldigt ejendomsforbehold i genstanden? Ja (KAL § 34).
2. Hvad er genstanden? driftsmateriel. (TL § 37 og TL § 38).
3. Er genstanden indføjet i ejendommen? Ja (TL § 37 og TL § 38).
4. Er ejendommen pantsat? Ja (TL § 37 og TL § 38).
5. Er driftsmateriellet ved aftale holdt uden for pantet? Nej (TL § 37).
Altså: Ejendomsforbeholdet er ekstingveret, og panthaveren i ejendommen går forud for sælgeren.
>>> topic.decide(facts, "gaeldende_ret").outcome
'FORBEHOLD_BESTAAR'
"""

from random import Random
from typing import Any

from rules.citations import FL, KAL, TL
from rules.facts import Choice, FactSheet, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic


class Genstand(Choice):
    """What was delivered with a retention of title."""

    BYGNINGSTILBEHOER = "bygningstilbehoer", "bygningstilbehør"
    DRIFTSMATERIEL = "driftsmateriel", "driftsmateriel"
    ANDET = "andet", "en anden ting"


class Facts(FactSheet):
    """The thing, the property and the retention of title."""

    genstand: Genstand = fact(
        "Hvad er genstanden?",
        help="Bygningstilbehør er fx ledninger, varmeanlæg, køkken; driftsmateriel er fx maskiner til virksomheden.",
    )
    indfoejet: bool = fact("Er genstanden indføjet i ejendommen?")
    ejendom_pantsat: bool = fact("Er ejendommen pantsat?")
    andet_aftalt: bool = fact("Er det aftalt, at driftsmateriellet ikke er omfattet af pantet?")
    gyldigt_forbehold: bool = fact("Er der et gyldigt ejendomsforbehold i genstanden?")
    til_bygningens_brug: bool = fact(
        "Er genstanden indlagt til brug for bygningen?", default=True, reading=GAELDENDE_RET
    )
    for_ejers_regning: bool = fact(
        "Er genstanden indlagt på ejerens bekostning?",
        default=True,
        reading=GAELDENDE_RET,
        help="Ikke fx på en lejers bekostning.",
    )


class Outcome(Outcomes):
    """What became of the retention of title."""

    FORBEHOLD_BESTAAR = "Ejendomsforbeholdet består."
    FORBEHOLD_EKSTINGVERET = "Ejendomsforbeholdet er faldet bort."
    INTET_FORBEHOLD = "Der er intet gyldigt ejendomsforbehold, som kan bestå."


topic = Topic(
    "tilbehoer",
    "Ejendomsforbehold og tilbehør",
    group="kredit",
    question="Består ejendomsforbeholdet, når genstanden er indføjet i en fast ejendom?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.FORBEHOLD_EKSTINGVERET,
    jus=(TL("§ 38"), TL("§ 37")),
    texts={
        Outcome.FORBEHOLD_EKSTINGVERET: "Ejendomsforbeholdet er ekstingveret, og panthaveren i ejendommen går forud for sælgeren.",
        Outcome.FORBEHOLD_BESTAAR: "Ejendomsforbeholdet består, og sælgeren kan holde sig til genstanden.",
    },
)
lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.FORBEHOLD_EKSTINGVERET,
    jus=(TL("§ 38"), TL("§ 37, stk. 1")),
    texts={
        Outcome.FORBEHOLD_EKSTINGVERET: "Ejendomsforbeholdet er faldet bort, for der kan ikke forbeholdes nogen særskilt ret over "
        "bygningstilbehør, pantsat ejendom eller ej.",
        Outcome.FORBEHOLD_BESTAAR: "Ejendomsforbeholdet består[genstand=driftsmateriel: , for panteretten omfatter kun det driftsmateriel, "
        "som ejendommens ejer selv ejer].",
    },
)


@lov.step(KAL("§ 34"), no=Outcome.INTET_FORBEHOLD)
@pensum.step(KAL("§ 34"), no=Outcome.INTET_FORBEHOLD)
def har_gyldigt_forbehold(facts: Facts) -> bool:
    """Er der et gyldigt ejendomsforbehold i genstanden?

    [gyldigt_forbehold: Forbeholdet opfylder kravene i KAL § 34. | Uden et gyldigt forbehold er der intet, som kan gå tabt.]
    """
    return facts.gyldigt_forbehold


@pensum.step(TL("§ 37"), TL("§ 38"), on={Genstand.ANDET: Outcome.FORBEHOLD_BESTAAR})
def genstandens_art(facts: Facts) -> Genstand:
    """Hvad er genstanden?

    [genstand=bygningstilbehoer: Bygningstilbehør følger TL § 38. | [genstand=driftsmateriel: Driftsmateriel følger TL § 37. |
    Genstanden er hverken bygningstilbehør eller driftsmateriel, og så følger den ikke ejendommen.]]
    """
    return facts.genstand


@pensum.step(TL("§ 37"), TL("§ 38"), no=Outcome.FORBEHOLD_BESTAAR)
def er_indfoejet(facts: Facts) -> bool:
    """Er genstanden indføjet i ejendommen?

    [indfoejet: Genstanden er sat ind i ejendommen. | Genstanden er endnu ikke en del af ejendommen.]
    """
    return facts.indfoejet


@pensum.step(TL("§ 37"), TL("§ 38"), no=Outcome.FORBEHOLD_BESTAAR)
def er_pantsat(facts: Facts) -> bool:
    """Er ejendommen pantsat?

    [ejendom_pantsat: Ejendommen er pantsat, og efter bogen får panthaveren ret til det, der indføjes. | Ejendommen er ikke
    pantsat, og efter bogen fortrænger ingen sælgeren.]
    """
    return facts.ejendom_pantsat


@pensum.step(TL("§ 37"), yes=Outcome.FORBEHOLD_BESTAAR)
def holdt_uden_for_pantet(facts: Facts) -> bool:
    """Er driftsmateriellet ved aftale holdt uden for pantet?

    [holdt_uden_for_pantet: Det er aftalt, at driftsmateriellet ikke er omfattet. | [genstand=driftsmateriel: Intet andet er aftalt,
    og driftsmateriellet indgår i pantet. | Kun driftsmateriel kan efter bogen holdes uden for ved aftale.]]
    """
    return facts.genstand is Genstand.DRIFTSMATERIEL and facts.andet_aftalt


# --- Gældende ret -------------------------------------------------------------------------------------------


@lov.step(
    TL("§ 37, stk. 1"),
    TL("§ 38"),
    on={
        Genstand.DRIFTSMATERIEL: Outcome.FORBEHOLD_BESTAAR,
        Genstand.ANDET: Outcome.FORBEHOLD_BESTAAR,
    },
    key="genstandens_art",
)
def lovens_art(facts: Facts) -> Genstand:
    """Hvad er genstanden?

    [genstand=bygningstilbehoer: Bygningstilbehør følger TL § 38. | [genstand=driftsmateriel: Pant i ejendommen omfatter efter TL § 37
    kun driftsmateriel, der tilhører ejendommens ejer. Det, som sælgeren stadig ejer, går fri. | Genstanden er hverken
    bygningstilbehør eller driftsmateriel, og så følger den ikke ejendommen.]]
    """
    return facts.genstand


lov.step(TL("§ 38"), no=Outcome.FORBEHOLD_BESTAAR)(er_indfoejet)


@lov.step(TL("§ 38"), no=Outcome.FORBEHOLD_BESTAAR)
def er_til_bygningens_brug(facts: Facts) -> bool:
    """Er genstanden indlagt til brug for bygningen?

    [til_bygningens_brug: Genstanden tjener bygningen selv. | Genstanden tjener ikke bygningen, men den, der bruger den.]
    """
    return facts.til_bygningens_brug


@lov.step(TL("§ 38"), no=Outcome.FORBEHOLD_BESTAAR)
def er_for_ejers_regning(facts: Facts) -> bool:
    """Er genstanden indlagt på ejerens bekostning?

    [for_ejers_regning: Ejeren af ejendommen skal betale, og så kan forbeholdet ikke opretholdes. Om ejendommen er pantsat, er uden
    betydning. | En anden end ejeren skal betale, og så er betingelsen i TL § 38 ikke opfyldt.]
    """
    return facts.for_ejers_regning


# --- Typiske fejl -------------------------------------------------------------------------------------------


@lov.mistake("genstandens_art")
@pensum.mistake(genstandens_art)
def maskiner_er_bygningstilbehoer(facts: Facts) -> Genstand | None:
    """Du har set driftsmateriel som bygningstilbehør. Maskiner til virksomheden følger TL § 37; TL § 38 er for det, bygningen bruger."""
    return Genstand.BYGNINGSTILBEHOER if facts.genstand is Genstand.DRIFTSMATERIEL else None


@lov.mistake("genstandens_art")
@pensum.mistake(genstandens_art)
def alt_er_driftsmateriel(facts: Facts) -> Genstand:
    """Du har set genstanden som driftsmateriel. Det er kun ting, der hører til driften af den virksomhed, ejendommen er indrettet til."""
    return Genstand.DRIFTSMATERIEL


@lov.mistake(er_indfoejet)
@pensum.mistake(er_indfoejet)
def levering_er_nok(facts: Facts) -> bool:
    """Du har ladet leveringen være nok. Forbeholdet kan først gå tabt, når genstanden er indføjet i ejendommen."""
    return True


@pensum.mistake(er_pantsat)
def pant_er_uden_betydning(facts: Facts) -> bool:
    """Du har set bort fra, at ejendommen ikke er pantsat. Efter bogen går forbeholdet kun tabt til en panthaver."""
    return True


@pensum.mistake(holdt_uden_for_pantet)
def aftalen_glemmes(facts: Facts) -> bool | None:
    """Du har overset aftalen. Driftsmateriel indgår i pantet, medmindre andet er aftalt."""
    return False


@pensum.mistake(holdt_uden_for_pantet)
def aftale_om_bygningstilbehoer(facts: Facts) -> bool | None:
    """Du har ladet en aftale holde bygningstilbehør uden for pantet. Den mulighed er der kun for driftsmateriel efter TL § 37."""
    return True if facts.andet_aftalt else None


@pensum.mistake("outcome")
def forbehold_viger_aldrig(facts: Facts) -> Outcome | None:
    """Du har ladet forbeholdet bestå. Bygningstilbehør, der indføjes i en pantsat ejendom, tilfalder panthaveren efter TL § 38."""
    return Outcome.FORBEHOLD_BESTAAR if facts.genstand is Genstand.BYGNINGSTILBEHOER else None


@pensum.mistake("outcome")
def lovens_svar_om_maskiner(facts: Facts) -> Outcome | None:
    """Du har ladet forbeholdet i maskinerne bestå. Det er lovens svar, men efter bogen er det ekstingveret, når ejendommen er pantsat."""
    return Outcome.FORBEHOLD_BESTAAR if facts.genstand is Genstand.DRIFTSMATERIEL else None


@lov.mistake("outcome")
def kraever_pant_i_ejendommen(facts: Facts) -> Outcome | None:
    """Du har ladet forbeholdet bestå, fordi ejendommen ikke er pantsat. TL § 38 rammer forbeholdet, hvad enten der er pant eller ej."""
    uden_pant = facts.genstand is Genstand.BYGNINGSTILBEHOER and not facts.ejendom_pantsat
    return Outcome.FORBEHOLD_BESTAAR if uden_pant else None


@lov.mistake("outcome")
def maskinerne_falder_i_pantet(facts: Facts) -> Outcome | None:
    """Du har ladet forbeholdet i driftsmateriellet falde, som bogen gør. TL § 37 omfatter kun det, som ejendommens ejer selv ejer."""
    return Outcome.FORBEHOLD_EKSTINGVERET if facts.genstand is Genstand.DRIFTSMATERIEL else None


@lov.mistake(er_til_bygningens_brug)
def alt_indlagt_er_til_bygningen(facts: Facts) -> bool:
    """Du har ladet det være nok, at genstanden er indlagt. Den skal også være til brug for bygningen."""
    return True


@lov.mistake(er_for_ejers_regning)
def betaleren_er_uden_betydning(facts: Facts) -> bool:
    """Du har set bort fra, hvem der skal betale. TL § 38 gælder det, der er indlagt på ejerens bekostning."""
    return True


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_reglen_om_tilbagetagelse",
        KAL("§ 37"),
        "Du har valgt en regel om forholdet til køberen selv. Her er spørgsmålet, om forbeholdet overlever i en fast ejendom.",
    )
    _reading.wrong_provision(
        "bruger_underpantsforbuddet",
        KAL("§ 21"),
        "Du har valgt underpantsforbuddet. Hvad der følger en fast ejendom, afgøres af TL §§ 37 og 38.",
    )
    _reading.wrong_provision(
        "bruger_foraeldelse",
        FL("§ 25"),
        "Du har valgt reglen om forbehold, der bortfalder ved forældelse. Her er det ejendommen, der truer forbeholdet.",
    )

TINGEN = """[genstand=bygningstilbehoer: et varmeanlæg | [genstand=driftsmateriel: en maskine til produktionen | et løst skab]]"""
BETALER = """[genstand=bygningstilbehoer: [for_ejers_regning: Ejeren af ejendommen skal betale regningen. | En lejer i ejendommen skal betale
    regningen.] [til_bygningens_brug: Anlægget er til brug for bygningen. | Anlægget er til brug for en virksomhed i ejendommen og ikke for
    bygningen.] | ]"""


topic.departs(er_indfoejet="T01 T02", er_pantsat="T01 T02")


@topic.variants(
    f"""{{@saelger}} leverer {TINGEN} på kredit til {{@virksomhed}}. [gyldigt_forbehold: Der er taget gyldigt ejendomsforbehold. | Der er ikke taget
    gyldigt ejendomsforbehold.]

    [indfoejet: Leverancen er nu indføjet i en ejendom | Leverancen står stadig i emballagen ved en ejendom][ejendom_pantsat: , som er pantsat til
    {{@bank}}. | , som ikke er pantsat.] {BETALER} [andet_aftalt: Det er aftalt, at driftsmateriel ikke hører under pant i ejendommen. | Intet er
    aftalt om driftsmateriel.]""",
    f"""[ejendom_pantsat: {{@bank}} har pant i en ejendom. | En ejendom er uden pant.] {{@saelger}} har solgt {TINGEN} til brug dér og har ikke fået alle
    pengene. {BETALER}

    [gyldigt_forbehold: Et gyldigt ejendomsforbehold fulgte med salget. | Noget gyldigt ejendomsforbehold fulgte ikke med salget.]
    [indfoejet: Monteringen er sket. | Monteringen er ikke begyndt.] [andet_aftalt: Efter aftale holdes driftsmateriel uden for pant. | Der er ingen
    aftale, som holder driftsmateriel uden for pant.]""",
    f"""{{@virksomhed}} betaler ikke for {TINGEN} fra {{@saelger}}. [indfoejet: Leverancen er bygget ind i en ejendom. | Leverancen er endnu ikke bygget
    ind i den ejendom, den er bestemt til.] {BETALER}

    [ejendom_pantsat: Ejendommen er belånt, og {{@bank}} har pant. | Ejendommen er ubelånt.] [andet_aftalt: Parterne har aftalt, at pant ikke skal
    omfatte driftsmateriel. | Om driftsmateriel er der ingen særlig aftale.] [gyldigt_forbehold: {{@saelger}} har et gyldigt ejendomsforbehold. |
    {{@saelger}} har ikke noget gyldigt ejendomsforbehold.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Mostly valid retentions in things that are installed, so that the last questions are reached."""
    return {
        "genstand": random.choice(
            (*(Genstand.BYGNINGSTILBEHOER,) * 4, *(Genstand.DRIFTSMATERIEL,) * 3, Genstand.ANDET)
        ),
        "indfoejet": random.random() < 0.8,
        "ejendom_pantsat": random.random() < 0.7,
        "andet_aftalt": random.random() < 0.3,
        "gyldigt_forbehold": random.random() < 0.85,
        "til_bygningens_brug": random.random() < 0.8,
        "for_ejers_regning": random.random() < 0.8,
    }
