"""The book: a business lends to a consumer. Where it is silent on doubt, the statute's burden of proof is used."""

from rules.citations import AFTL, FIL, KAL
from rules.kredit.anvendelsesomraade.facts import Facts, Outcome, topic
from rules.reading import Reading
from rules.topic import PENSUM

pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.GAELDER,
    jus=(KAL("§ 1"), KAL("§ 4, nr. 3")),
    texts={
        Outcome.GAELDER: "Kreditaftaleloven gælder, for en erhvervsdrivende yder kredit til en forbruger.",
        Outcome.GAELDER_IKKE_ERHVERV: "Kreditaftaleloven gælder ikke mellem erhvervsdrivende. Aftaleloven gælder i stedet.",
        Outcome.GAELDER_IKKE_PRIVAT: "Kreditaftaleloven gælder ikke, når en privat yder kreditten. Aftaleloven gælder i stedet.",
    },
)


@pensum.step(KAL("§ 4, nr. 3"), no=Outcome.IKKE_KREDITAFTALE)
def er_kreditaftale(facts: Facts) -> bool:
    """Er aftalen en kreditaftale?

    [loebende_levering=uoplyst: Det er uoplyst, om der blot betales for løbende levering, og den tvivl går ud over
    kreditgiveren. | [loebende_levering: Der betales i rater for levering af samme art, så længe den varer, og det er ikke
    kredit. | Der gives henstand, lån eller noget lignende, og undtagelsen for løbende levering passer ikke.]]
    """
    return facts.loebende_levering is not True


@pensum.step(KAL("§ 1"), no=Outcome.GAELDER_IKKE_PRIVAT)
def er_erhvervsdrivende(facts: Facts) -> bool:
    """Er kreditgiveren erhvervsdrivende?

    [langiver_erhvervsdrivende=uoplyst: Det er uoplyst. Kreditgiveren skal bevise, at loven ikke gælder, og regnes derfor for
    erhvervsdrivende. | [langiver_erhvervsdrivende: Kreditten ydes som led i kreditgiverens erhverv. | Kreditgiveren låner ud
    som privat.]]
    """
    return facts.langiver_erhvervsdrivende is not False


@pensum.step(KAL("§ 1"), no=Outcome.GAELDER_IKKE_ERHVERV)
def er_forbruger(facts: Facts) -> bool:
    """Er låntageren forbruger?

    [laantager_forbruger=uoplyst: Det er uoplyst. Kreditgiveren skal bevise, at loven ikke gælder, og låntageren regnes derfor
    for forbruger. | [laantager_forbruger: Låntageren handler hovedsagelig uden for sit erhverv. | Låntageren handler i sit
    erhverv.]]
    """
    return facts.laantager_forbruger is not False


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(er_kreditaftale)
def rater_er_altid_kredit(facts: Facts) -> bool:
    """Du har kaldt ratebetalingen for kredit. Betales der blot for løbende levering af samme art, er der ingen kreditaftale."""
    return True


@pensum.mistake(er_kreditaftale)
def kun_laan_er_kredit(facts: Facts) -> bool | None:
    """Du har holdt aftalen ude. Henstand og andre ordninger, der ligner lån, er også kreditaftaler, og tvivl rammer kreditgiveren."""
    return False


@pensum.mistake(er_erhvervsdrivende)
def enhver_langiver_er_erhvervsdrivende(facts: Facts) -> bool:
    """Du har regnet en privat kreditgiver for erhvervsdrivende. Kreditten skal ydes som led i kreditgiverens erhverv."""
    return True


@pensum.mistake(er_erhvervsdrivende)
def kraever_bevis_mod_kreditgiveren(facts: Facts) -> bool | None:
    """Du har ladet tvivlen om kreditgiveren komme låntageren til skade. Kreditgiveren skal bevise, at loven ikke gælder."""
    return False if facts.langiver_erhvervsdrivende is None else None


@pensum.mistake(er_forbruger)
def virksomheder_er_forbrugere(facts: Facts) -> bool:
    """Du har regnet en låntager, der handler i sit erhverv, for forbruger. Reglen beskytter kun den, der hovedsagelig handler privat."""
    return True


@pensum.mistake(er_forbruger)
def kraever_bevis_af_forbrugeren(facts: Facts) -> bool | None:
    """Du har krævet, at låntageren beviser at være forbruger. Beviset ligger hos kreditgiveren."""
    return False if facts.laantager_forbruger is None else None


@pensum.mistake("outcome")
def bytter_om_paa_parterne(facts: Facts) -> Outcome | None:
    """Du har set på den forkerte part. Den ene betingelse gælder kreditgiveren, den anden låntageren."""
    if facts.langiver_erhvervsdrivende is False:
        return Outcome.GAELDER_IKKE_ERHVERV
    return Outcome.GAELDER_IKKE_PRIVAT if facts.laantager_forbruger is False else None


def forkerte_bestemmelser(reading: Reading) -> None:
    """The provisions that both readings see cited in place of the right one."""
    for key, citation, remark in (
        (
            "bruger_aftaleloven",
            AFTL("§ 1"),
            "Du har valgt aftaleloven. Den er tilbage, når kreditaftaleloven ikke gælder; om den gør, afgøres af KAL § 1.",
        ),
        (
            "bruger_oplysningspligten",
            KAL("§ 7 a"),
            "Du har valgt en af de pligter, som loven giver kreditgiveren. Først skal du afgøre, om loven gælder, og det står i KAL § 1.",
        ),
        (
            "bruger_kautionsreglen",
            FIL("§ 48"),
            "Du har valgt reglen om private kautionister. Her spørges om aftalen mellem kreditgiver og låntager, KAL § 1.",
        ),
    ):
        reading.wrong_provision(key, citation, remark)


forkerte_bestemmelser(pensum)
