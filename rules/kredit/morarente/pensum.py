"""What the course book says: interest for delay only when it is agreed (§ 24)."""

from decimal import Decimal

from rules.citations import GBL, KAL, RTL
from rules.facts import Kroner
from rules.kredit.morarente.facts import Dagtaelling, Facts, Outcome, aarets_dage, dage_mellem, topic
from rules.topic import PENSUM
from rules.values import Number

pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.KAN_KRAEVES,
    jus=KAL("§ 24"),
    texts={
        Outcome.KAN_KRAEVES: "Kreditgiveren kan kræve {morarente} i aftalt forhalingsrente.",
        Outcome.KAN_IKKE_KRAEVES: "Kreditgiveren kan ikke kræve forhalingsrente, for [er_for_sent: den er ikke aftalt. | der er "
        "betalt i tide.]",
    },
)


@pensum.step(KAL("§ 24"), no=Outcome.KAN_IKKE_KRAEVES)
def er_for_sent(facts: Facts) -> bool:
    """Er der betalt efter forfaldsdagen?

    Beløbet forfaldt den {forfaldsdag} og blev betalt den {betalt_dag}. Betaling på selve forfaldsdagen er i tide.
    """
    return facts.betalt_dag > facts.forfaldsdag


@pensum.step(KAL("§ 24"), no=Outcome.KAN_IKKE_KRAEVES)
def er_aftalt(facts: Facts) -> bool:
    """Er der aftalt en forhalingsrente?

    [aftalt_forhalingsrente: Den er aftalt til {rente_pa} om året. | Aftalen siger intet om forhalingsrente, og efter bogen kan den
    så ikke kræves.]
    """
    return facts.aftalt_forhalingsrente


@pensum.figure("Rentedage", KAL("§ 24"))
def dage(facts: Facts) -> Number:
    """Hvor mange dage skal der betales rente for?

    Fra {forfaldsdag} til {betalt_dag} er antallet af rentedage {dage}, når dagene tælles som {dagtaelling}. Forfaldsdagen tæller med,
    men ikke betalingsdagen.
    """
    return Decimal(dage_mellem(facts, facts.forfaldsdag, facts.betalt_dag) if er_for_sent(facts) else 0)


def rente(facts: Facts, sats: Decimal, antal: Decimal) -> Decimal:
    """Interest on the debt at a yearly rate in percent for so many days."""
    return facts.forfaldent_beloeb * sats * antal / (100 * aarets_dage(facts))


def aftalt_sats(facts: Facts) -> Decimal:
    """The agreed rate; none agreed is none."""
    return facts.rente_pa or Decimal(0)


@pensum.figure("Morarente", KAL("§ 24"))
def morarente(facts: Facts) -> Kroner:
    """Hvor meget kan kreditgiveren kræve i forhalingsrente?

    [morarente: Renten af {forfaldent_beloeb} til {rente_pa} om året er {morarente}, når antallet af dage er {dage}. | Der er ingen forhalingsrente at kræve.]
    """
    if not er_for_sent(facts) or not er_aftalt(facts):
        return Decimal(0)
    return rente(facts, aftalt_sats(facts), dage(facts))


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(er_for_sent)
def forfaldsdagen_er_for_sent(facts: Facts) -> bool:
    """Du har kaldt det for sent at betale på forfaldsdagen. Samme dag er i tide."""
    return facts.betalt_dag >= facts.forfaldsdag


@pensum.mistake(er_aftalt)
def kraever_uden_aftale(facts: Facts) -> bool:
    """Du har ladet kreditgiveren kræve rente uden aftale. Det følger af loven, men bogen kræver, at renten er aftalt."""
    return True


@pensum.mistake(dage)
def taeller_begge_dage(facts: Facts) -> Number:
    """Du har talt både forfaldsdagen og betalingsdagen med. Kun den ene af dem tæller, og antallet er {dage}."""
    return dage(facts) + 1


@pensum.mistake(morarente)
def deler_med_det_forkerte_aar(facts: Facts) -> Kroner | None:
    """Du har brugt et år med et andet antal dage. Her tælles der som {dagtaelling}: {morarente}."""
    if not er_for_sent(facts) or not er_aftalt(facts):
        return None
    forkert = 360 if facts.dagtaelling is Dagtaelling.FAKTISK_365 else 365
    return morarente(facts) * aarets_dage(facts) / forkert


@pensum.mistake(morarente)
def regner_et_helt_aar(facts: Facts) -> Kroner | None:
    """Du har regnet et helt års rente. Renten løber kun i de dage, der tæller ({dage}): {morarente}."""
    if not er_for_sent(facts) or not er_aftalt(facts):
        return None
    return facts.forfaldent_beloeb * aftalt_sats(facts) / 100


pensum.wrong_provision(
    "bruger_renteloven",
    RTL("§ 5"),
    "Du har valgt renteloven. Det er også lovens svar, men bogen henviser til KAL § 24.",
)
pensum.wrong_provision(
    "bruger_gaeldsbrevsloven",
    GBL("§ 5"),
    "Du har valgt en regel om gældsbreve. Her er spørgsmålet, om der skal betales rente for forsinkelsen.",
)
pensum.wrong_provision(
    "bruger_reglen_om_foertidig_indfrielse",
    KAL("§ 26"),
    "Du har valgt reglen om betaling før tid. Her er der betalt for sent.",
)
