"""What the course book says: special circumstances, or three instalments that are missing (§ 37)."""

from rules.citations import FL, KAL
from rules.kredit.tilbagetagelse.facts import BOGENS_GRAENSE, Facts, Outcome, topic
from rules.reading import Reading
from rules.topic import PENSUM

pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.MAA_IKKE,
    jus=KAL("§ 37"),
    texts={
        Outcome.MAA_TAGE_TILBAGE: "Kreditgiveren må tage det solgte tilbage, for misligholdelsen gør det påkrævet.",
        Outcome.MAA_IKKE: "Kreditgiveren må ikke tage det solgte tilbage. Det er ikke påkrævet, når der mangler {misligholdte_ydelser} "
        "af ydelserne, og der ikke er særlige omstændigheder.",
    },
)


@pensum.step(KAL("§ 37"), yes=Outcome.MAA_TAGE_TILBAGE)
def har_saerlige_omstaendigheder(facts: Facts) -> bool:
    """Er der særlige omstændigheder ved misligholdelsen, som gør det påkrævet at tage tingen tilbage?

    [saerlige_omstaendigheder: Omstændighederne gør, at kreditgiveren ikke kan vente. | Der er ikke andet i sagen end den
    manglende betaling.]
    """
    return facts.saerlige_omstaendigheder


@pensum.step(KAL("§ 37"), yes=Outcome.MAA_TAGE_TILBAGE)
def er_omfattende(facts: Facts) -> bool:
    """Mangler der mindst tre ydelser?

    Der mangler {misligholdte_ydelser} af ydelserne. En enkelt glemt ydelse er ikke nok; bogen lader tre måneders ydelser være det.
    """
    return facts.misligholdte_ydelser >= BOGENS_GRAENSE


@pensum.step(KAL("§ 37"))
def er_rykket(facts: Facts) -> bool:
    """Er køberen rykket for betaling?

    [rykket: Rykkeren er det rigtige første skridt, men alene giver den ikke ret til at hente tingen. | Kreditgiveren bør
    begynde med en rykker og se, hvor meget der mangler.]
    """
    return facts.rykket


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(er_omfattende)
def en_glemt_ydelse_er_nok(facts: Facts) -> bool | None:
    """Du har ladet en enkelt glemt ydelse være nok. Efter bogen skal kreditgiveren rykke og se, hvor meget der mangler."""
    return True if facts.misligholdte_ydelser == 1 else None


@pensum.mistake(er_omfattende)
def flere_end_en_er_nok(facts: Facts) -> bool:
    """Du har ladet to ydelser være nok. Bogen lader tre måneders manglende betaling være omfattende."""
    return facts.misligholdte_ydelser == 2 or facts.misligholdte_ydelser >= BOGENS_GRAENSE


@pensum.mistake(er_omfattende)
def flere_end_tre_kraeves(facts: Facts) -> bool:
    """Du har krævet mere end tre ydelser. Efter bogen er tre måneders manglende betaling nok."""
    return facts.misligholdte_ydelser > BOGENS_GRAENSE


@pensum.mistake("outcome")
def en_rykker_er_nok(facts: Facts) -> Outcome | None:
    """Du har ladet rykkeren give ret til at hente tingen. Det afgørende er, hvor alvorlig misligholdelsen er."""
    return Outcome.MAA_TAGE_TILBAGE if facts.rykket else None


def forkerte_bestemmelser(reading: Reading) -> None:
    """The provisions that are often cited in either reading."""
    reading.wrong_provision(
        "bruger_opgoerelsesreglen",
        KAL("§ 38"),
        "Du har valgt reglen om opgørelsen. Den bruges først, når det er afgjort, at tingen må tages tilbage.",
    )
    reading.wrong_provision(
        "bruger_foraeldelse",
        FL("§ 25"),
        "Du har valgt en regel om forældelse. Her er spørgsmålet, om misligholdelsen er alvorlig nok.",
    )


pensum.wrong_provision(
    "bruger_lovens_taerskel",
    KAL("§ 29"),
    "Du har valgt lovens bestemmelse om, hvor stor restancen skal være. Det er også lovens svar, men bogen henviser til KAL § 37.",
)
forkerte_bestemmelser(pensum)
