"""What the statute says: a consumer pays the difference only in special circumstances (KAL §§ 30, 35, 41, 51)."""

from decimal import Decimal

from rules.citations import KAL
from rules.facts import Kroner
from rules.kredit.opgoerelse_ved_tilbagetagelse.facts import (
    STATUTE,
    TEKSTER,
    Facts,
    Forbehold,
    Forhold,
    Outcome,
    topic,
)
from rules.kredit.opgoerelse_ved_tilbagetagelse.pensum import (
    beholder_overskuddet,
    betaler_hele_vaerdien,
    forkerte_bestemmelser,
    glemmer_det_betalte,
    glemmer_omkostningerne,
    glemmer_renten_af_forfaldne,
    krav,
    lige_vaerd_er_overskud,
    medregner_fremtidige_renter,
    overskud,
    vaerdi_mod_krav,
)

lov = topic.reading(
    STATUTE,
    otherwise=Outcome.DIFFERENCE_TABT,
    jus=KAL("§ 38"),
    texts=TEKSTER
    | {
        Outcome.DIFFERENCE_TIL_KREDITGIVER: "Kreditgiveren tager tingen tilbage og kan desuden kræve "
        "[forbruger: [forbehold=intet: {difference} | op til {difference}] | {difference}] af køberen.",
        Outcome.DIFFERENCE_TABT: "Kreditgiveren tager tingen tilbage og kan ikke kræve mere. Den del af kravet på {krav}, som tingen ikke dækker, er tabt.",
    },
)


lov.figure("Kreditgiverens krav", KAL("§ 38"))(krav)
lov.step(
    KAL("§ 40"),
    KAL("§ 41"),
    on={Forhold.OVER: Outcome.OVERSKUD_TIL_KOEBER, Forhold.LIGE: Outcome.GAAR_LIGE_OP},
)(vaerdi_mod_krav)
lov.figure("Overskud til køberen", KAL("§ 40"))(overskud)


@lov.step(KAL("§ 50, stk. 2"), KAL("§ 51, stk. 3"), no=Outcome.DIFFERENCE_TIL_KREDITGIVER)
def er_forbruger(facts: Facts) -> bool:
    """Er køberen forbruger?

    [forbruger: Køberen er forbruger og beskyttet mod at betale differencen. | Den, der køber som led i et erhverv, skal betale
    differencen.]
    """
    return facts.forbruger


@lov.step(
    KAL("§ 30, stk. 1"),
    KAL("§ 30, stk. 2"),
    KAL("§ 35"),
    on={Forbehold.INTET: Outcome.DIFFERENCE_TIL_KREDITGIVER},
    key="hvilket_forbehold",
)
def lovens_forbehold(facts: Facts) -> Forbehold:
    """Hvilket ejendomsforbehold er der?

    [forbehold=intet: Der er ikke aftalt ejendomsforbehold, og så kan differencen kræves efter stk. 1. | Der er {forbehold}. Har
    kreditgiveren taget forbehold, gyldigt eller ej, må differencen kun kræves, når særlige omstændigheder taler for det.]
    """
    return facts.forbehold


@lov.step(KAL("§ 41"), yes=Outcome.DIFFERENCE_TIL_KREDITGIVER)
def har_saerlige_omstaendigheder(facts: Facts) -> bool:
    """Taler særlige omstændigheder for, at køberen skal betale differencen?

    [saerlige_omstaendigheder_41: Køberens eget forhold gør, at kreditgiveren kan kræve differencen. Hvor stor en del af den, er et
    skøn. | Manglende betaling er ikke nok, og der er ikke andet at bebrejde køberen.]
    """
    return facts.saerlige_omstaendigheder_41


@lov.figure("Difference til kreditgiveren", KAL("§ 41"), key="difference")
def lovens_difference(facts: Facts) -> Kroner:
    """Hvor meget kan kreditgiveren højst kræve af køberen ud over at få tingen?

    [difference: Kravet på {krav} er {difference} større end værdien på {vaerdi}. | Kreditgiveren kan ikke kræve mere end tingen.]
    """
    if vaerdi_mod_krav(facts) is not Forhold.UNDER:
        return Decimal(0)
    bundet = er_forbruger(facts) and lovens_forbehold(facts) is not Forbehold.INTET
    if bundet and not har_saerlige_omstaendigheder(facts):
        return Decimal(0)
    return krav(facts) - facts.vaerdi


# --- Typiske fejl -------------------------------------------------------------------------------------------

for _fejl in (
    medregner_fremtidige_renter,
    glemmer_det_betalte,
    glemmer_omkostningerne,
    glemmer_renten_af_forfaldne,
):
    lov.mistake(krav)(_fejl)
lov.mistake(vaerdi_mod_krav)(lige_vaerd_er_overskud)
for _fejl in (beholder_overskuddet, betaler_hele_vaerdien):
    lov.mistake(overskud)(_fejl)


@lov.mistake(lovens_difference)
def bogens_difference(facts: Facts) -> Kroner | None:
    """Du har krævet differencen, som bogen gør. En forbruger skal kun betale den, når særlige omstændigheder taler for det."""
    return krav(facts) - facts.vaerdi if vaerdi_mod_krav(facts) is Forhold.UNDER else None


@lov.mistake(lovens_forbehold)
def ugyldigt_er_som_intet(facts: Facts) -> Forbehold:
    """Du har set bort fra det ugyldige forbehold. Den, der tager et ugyldigt forbehold, står ringere end den, der intet tager."""
    return Forbehold.INTET if facts.forbehold is Forbehold.UGYLDIGT else facts.forbehold


@lov.mistake(lovens_forbehold)
def intet_er_som_ugyldigt(facts: Facts) -> Forbehold:
    """Du har ladet det koste kreditgiveren differencen, at der intet forbehold er. Reglen rammer den, der har taget forbehold."""
    return Forbehold.UGYLDIGT if facts.forbehold is Forbehold.INTET else facts.forbehold


@lov.mistake(har_saerlige_omstaendigheder)
def misligholdelsen_er_saerlig(facts: Facts) -> bool:
    """Du har ladet den manglende betaling være en særlig omstændighed. Det skal være noget andet, fx at tingen er mishandlet."""
    return True


@lov.mistake(er_forbruger)
def beskytter_ogsaa_erhverv(facts: Facts) -> bool:
    """Du har givet en erhvervsdrivende forbrugerens beskyttelse. I handelskøb kan differencen kræves."""
    return True


forkerte_bestemmelser(lov)


topic.departs(er_forbruger="K53")
