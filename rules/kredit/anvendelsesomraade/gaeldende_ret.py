"""The statute: §§ 1-4, with the private lender's broker, credit sales that are no consumer sales, and § 3."""

from rules.citations import KAL
from rules.kredit.anvendelsesomraade.facts import Aftaleart, Facts, Outcome, topic
from rules.kredit.anvendelsesomraade.pensum import (
    enhver_langiver_er_erhvervsdrivende,
    er_erhvervsdrivende,
    er_forbruger,
    er_kreditaftale,
    forkerte_bestemmelser,
    kraever_bevis_af_forbrugeren,
    kraever_bevis_mod_kreditgiveren,
    kun_laan_er_kredit,
    rater_er_altid_kredit,
    virksomheder_er_forbrugere,
)
from rules.topic import GAELDENDE_RET

lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.GAELDER,
    jus=(KAL("§ 1"), KAL("§ 2"), KAL("§ 3, stk. 1"), KAL("§ 4, nr. 3")),
    texts={
        Outcome.GAELDER: "Kreditaftaleloven gælder, for forbrugeren har fået kredit af en erhvervsdrivende eller gennem en.",
        Outcome.GAELDER_IKKE_ERHVERV: "Kreditaftaleloven gælder ikke. Låntageren er ikke forbruger, og reglerne om andre "
        "kreditkøb (KAL kapitel 11) fører heller ikke aftalen ind under loven.",
        Outcome.GAELDER_IKKE_PRIVAT: "Kreditaftaleloven gælder ikke. Kreditgiveren er privat, ingen erhvervsdrivende har "
        "formidlet aftalen, og den er ikke et kreditkøb.",
        Outcome.GAELDER_DELVIST: "[aftaleart=overtraek: Af kreditaftaleloven gælder kun kapitel 1, § 8 b og kapitel 13. | "
        "[aftaleart=misligholdelsesordning: Kun de bestemmelser, som KAL § 3, stk. 1, nr. 7, nævner, gælder. | "
        "Købet er et kreditkøb, men ikke et forbrugerkøb, og kun reglerne i KAL kapitel 11 gælder.]]",
        Outcome.UNDTAGET: "Aftalen er undtaget i KAL § 3, stk. 1, og kreditaftaleloven gælder ikke.",
    },
)

lov.step(KAL("§ 4, nr. 3"), no=Outcome.IKKE_KREDITAFTALE)(er_kreditaftale)
lov.step(KAL("§ 1, stk. 1"), KAL("§ 4, nr. 2"), yes="er_forbruger")(er_erhvervsdrivende)


@lov.step(KAL("§ 1, stk. 2"), no="er_kreditkoeb_fra_privat")
def er_formidlet(facts: Facts) -> bool:
    """Har en erhvervsdrivende indgået eller formidlet aftalen for den private kreditgiver?

    [formidlet_af_erhvervsdrivende=uoplyst: Det er uoplyst, og den tvivl går ud over kreditgiveren (§ 1, stk. 3). |
    [formidlet_af_erhvervsdrivende: En erhvervsdrivende stod for aftalen, og så gælder loven også for private kreditter. |
    Parterne fandt selv hinanden uden hjælp fra en erhvervsdrivende.]]
    """
    return facts.formidlet_af_erhvervsdrivende is not False


lov.step(KAL("§ 4, nr. 1"), yes="er_uden_omkostninger")(er_forbruger)


@lov.step(KAL("§ 2"), no=Outcome.GAELDER_IKKE_ERHVERV, yes="er_til_videresalg")
def er_erhvervets_kreditkoeb(facts: Facts) -> bool:
    """Er aftalen et kreditkøb, selv om køberen ikke er forbruger?

    [kreditkoeb: Der er købt løsøre på kredit, og så kan lovens kapitel 11 gælde. | Der er blot lånt penge, og uden for
    forbrugerforhold er lån ikke omfattet.]
    """
    return facts.kreditkoeb


@lov.step(KAL("§ 2"), no=Outcome.GAELDER_IKKE_PRIVAT)
def er_kreditkoeb_fra_privat(facts: Facts) -> bool:
    """Er aftalen et kreditkøb, selv om sælgeren er privat?

    [kreditkoeb: Der er købt løsøre på kredit. Købet er ikke et forbrugerkøb, men lovens kapitel 11 kan gælde. | Der er blot
    lånt penge, og lån fra private er ikke omfattet.]
    """
    return facts.kreditkoeb


@lov.step(KAL("§ 2"), yes=Outcome.GAELDER_IKKE_ERHVERV)
def er_til_videresalg(facts: Facts) -> bool:
    """Køber en erhvervsdrivende til videresalg eller materialer til sin produktion?

    [til_videresalg_eller_produktion: Sådanne køb er holdt uden for kapitel 11. | Tingen skal hverken sælges videre eller indgå
    i en produktion.]
    """
    return facts.til_videresalg_eller_produktion


@lov.step(KAL("§ 3, stk. 1, nr. 1"), yes=Outcome.UNDTAGET)
def er_uden_omkostninger(facts: Facts) -> bool:
    """Er kreditten både rentefri og uden andre omkostninger?

    [rente_eller_omkostninger=uoplyst: Det er uoplyst, hvad kreditten koster, og den tvivl går ud over kreditgiveren. |
    [rente_eller_omkostninger: Kreditten koster renter eller andre omkostninger. | Kreditten er gratis, og gratis kredit er
    undtaget.]]
    """
    return facts.rente_eller_omkostninger is False


@lov.step(KAL("§ 3, stk. 1, nr. 2"), yes=Outcome.UNDTAGET)
def er_kort_og_billig(facts: Facts) -> bool:
    """Skal kreditten betales tilbage inden 3 måneder, og er omkostningerne kun ubetydelige?

    [tilbagebetales_inden_3_mdr=uoplyst: Løbetiden er uoplyst | [tilbagebetales_inden_3_mdr: Løbetiden er under 3 måneder |
    Løbetiden er 3 måneder eller mere]], og [ubetydelige_omkostninger=uoplyst: det er uoplyst, om omkostningerne betyder noget. |
    [ubetydelige_omkostninger: omkostningerne er ubetydelige. | omkostningerne er ikke ubetydelige.]] Begge betingelser skal
    være bevist.
    """
    return facts.tilbagebetales_inden_3_mdr is True and facts.ubetydelige_omkostninger is True


@lov.step(KAL("§ 3, stk. 1, nr. 3"), KAL("§ 3, stk. 1, nr. 4"), yes=Outcome.UNDTAGET)
def er_henstand_eller_forlig(facts: Facts) -> bool:
    """Er aftalen gratis henstand med en bestående gæld eller et forlig indgået i retten?

    Aftalen er {aftaleart}.
    """
    return facts.aftaleart in (Aftaleart.HENSTAND, Aftaleart.RETSFORLIG)


@lov.step(KAL("§ 3, stk. 1, nr. 5"), yes=Outcome.UNDTAGET)
def er_leje_uden_koebspligt(facts: Facts) -> bool:
    """Er det leje eller leasing, hvor brugeren ikke har pligt til at købe tingen?

    [koebspligt=uoplyst: Det er uoplyst, om der er købspligt, og den tvivl går ud over kreditgiveren. | [koebspligt: Det er der
    ikke tale om. | Tingen skal gives tilbage eller kan beholdes efter eget valg, og uden købspligt er aftalen undtaget.]]
    """
    return facts.koebspligt is False


@lov.step(KAL("§ 3, stk. 1, nr. 6"), KAL("§ 3, stk. 1, nr. 7"), yes=Outcome.GAELDER_DELVIST)
def er_overtraek_eller_ordning(facts: Facts) -> bool:
    """Er aftalen et overtræk eller en ordning, der efter misligholdelse skal afværge en retssag?

    Aftalen er {aftaleart}. Ved overtræk og ved ordninger, der ikke stiller forbrugeren ringere end før, gælder kun enkelte af
    lovens regler.
    """
    return facts.aftaleart in (Aftaleart.OVERTRAEK, Aftaleart.ORDNING)


@lov.step(KAL("§ 1, stk. 1"), KAL("§ 1, stk. 2"), no=Outcome.GAELDER_DELVIST)
def er_forbrugerkredit(facts: Facts) -> bool:
    """Gælder loven i sin helhed, fordi en forbruger har fået kredit af en erhvervsdrivende eller gennem en?

    [er_forbrugerkredit: Begge betingelser er opfyldt, og intet undtager aftalen. | Købet er ikke et forbrugerkøb, og kun
    kapitel 11 om kreditkøb gælder.]
    """
    return (er_erhvervsdrivende(facts) or er_formidlet(facts)) and er_forbruger(facts)


# --- Typiske fejl -------------------------------------------------------------------------------------------

lov.mistake(er_kreditaftale)(rater_er_altid_kredit)
lov.mistake(er_kreditaftale)(kun_laan_er_kredit)
lov.mistake(er_erhvervsdrivende)(enhver_langiver_er_erhvervsdrivende)
lov.mistake(er_erhvervsdrivende)(kraever_bevis_mod_kreditgiveren)
lov.mistake(er_forbruger)(virksomheder_er_forbrugere)
lov.mistake(er_forbruger)(kraever_bevis_af_forbrugeren)


@lov.mistake(er_formidlet)
def lader_formidleren_vaere_uden_betydning(facts: Facts) -> bool:
    """Du har holdt den private kreditgiver ude, som bogen gør. Har en erhvervsdrivende formidlet aftalen, gælder loven (KAL § 1, stk. 2)."""
    return False


@lov.mistake(er_erhvervets_kreditkoeb)
def alt_mellem_erhvervsdrivende_er_ude(facts: Facts) -> bool:
    """Du har holdt købet ude, fordi køberen ikke er forbruger. For kreditkøb gælder lovens kapitel 11 alligevel (KAL § 2)."""
    return False


@lov.mistake(er_kreditkoeb_fra_privat)
def alt_mellem_private_er_ude(facts: Facts) -> bool:
    """Du har holdt købet ude, fordi sælgeren er privat. For kreditkøb, der ikke er forbrugerkøb, gælder kapitel 11 (KAL § 2)."""
    return False


@lov.mistake(er_til_videresalg)
def kapitel_11_gaelder_alle_koeb(facts: Facts) -> bool:
    """Du har taget køb til videresalg eller produktion med. De er holdt uden for kapitel 11 (KAL § 2)."""
    return False


@lov.mistake(er_uden_omkostninger)
def gratis_kredit_er_ogsaa_omfattet(facts: Facts) -> bool:
    """Du har ladet gratis kredit være omfattet, som i bogens eksempel med et tv. Uden rente og omkostninger gælder loven ikke."""
    return False


@lov.mistake(er_kort_og_billig)
def kort_loebetid_er_nok(facts: Facts) -> bool:
    """Du har nøjedes med den korte løbetid. Omkostningerne skal tillige være ubetydelige."""
    return facts.tilbagebetales_inden_3_mdr is True


@lov.mistake(er_kort_og_billig)
def smaa_omkostninger_er_nok(facts: Facts) -> bool:
    """Du har nøjedes med de små omkostninger. Kreditten skal også betales tilbage inden 3 måneder."""
    return facts.ubetydelige_omkostninger is True


@lov.mistake(er_leje_uden_koebspligt)
def al_leasing_er_omfattet(facts: Facts) -> bool:
    """Du har taget leasing uden købspligt med. Loven gælder kun leje og leasing, når der er pligt til at købe."""
    return False


@lov.mistake("outcome")
def hele_loven_gaelder(facts: Facts) -> Outcome | None:
    """Du har ladet hele loven gælde. Her gælder kun de dele, som KAL § 2 eller § 3 peger på."""
    helt = er_forbrugerkredit(facts) and not er_overtraek_eller_ordning(facts)
    return None if helt else Outcome.GAELDER


forkerte_bestemmelser(lov)


topic.departs(er_erhvervets_kreditkoeb="K03", er_formidlet="K02", er_uden_omkostninger="K06")
