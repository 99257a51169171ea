"""The statute: sufficient information (KAL § 7 c), and for home loans only credit that is likely to be repaid (GSB § 17)."""

from datetime import date

from rules import danish
from rules.citations import AFTL, FIL, GSB, KAL, LOV_1322
from rules.facts import Kroner
from rules.kredit.kreditvurdering.facts import Facts, Outcome, Registrering, topic
from rules.kredit.kreditvurdering.pensum import (
    FORSIGTIG_GAELDSFAKTOR,
    LOENSEDLER,
    belaaningsgrad,
    bevilget_trods_advarsel,
    bevilget_uden_raad,
    bevilget_uden_vurdering,
    deler_med_maanedens_indtaegt,
    er_fuldstaendig,
    gaeldsfaktor,
    over,
    regner_kun_med_det_nye_laan,
    vender_belaaningsgraden,
)
from rules.topic import GAELDENDE_RET, Arguments

LOV_1322_FRA = date(2026, 11, 20)

lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.PLIGT_TILSIDESAT,
    jus=(KAL("§ 7 c, stk. 1"), GSB("§ 17")),
    texts={
        Outcome.PLIGT_OPFYLDT: "[bevilget: Kreditgiveren har opfyldt pligten til at vurdere kundens kreditværdighed. | Lånet er ikke "
        "bevilget, og pligten er ikke tilsidesat. Den skal være opfyldt, før aftalen indgås.]",
        Outcome.PLIGT_TILSIDESAT: "Kreditgiveren har tilsidesat pligten til at vurdere kundens kreditværdighed. Loven har ingen fast "
        "sanktion: om aftalen skal ændres eller tilsidesættes efter AFTL §§ 36 og 38 c, er et skøn.",
    },
)


def oplyst(facts: Facts) -> bool:
    """Whether both income and expenses are known from papers."""
    return (facts.loensedler_mdr > 0 or facts.aarsopgoerelse) and facts.budget


@lov.step(KAL("§ 7 c, stk. 1"), no="bevilget_uden_vurdering", key="vurdering_fuldstaendig")
def oplysninger_fyldestgoerende(facts: Facts) -> bool:
    """Har kreditgiveren oplysninger om både indtægter og udgifter?

    Lønsedler for {loensedler_mdr} er indhentet, [aarsopgoerelse: årsopgørelsen er der | årsopgørelsen mangler], og
    [budget: budgettet er der. | budgettet mangler.] Loven nævner ingen bestemte papirer; oplysningerne skal være fyldestgørende.
    """
    return oplyst(facts)


@lov.step(KAL("§ 7 c, stk. 1"), yes="kun_hvis_sandsynligt")
def registre_soegt(facts: Facts) -> bool:
    """Har kreditgiveren søgt i registre over dårlige betalere?

    [registre_tjekket: Registrene er tjekket. | Registrene er ikke tjekket. Loven kræver søgning dér, hvor den er nødvendig.]
    """
    return facts.registre_tjekket


@lov.skoen(KAL("§ 7 c, stk. 1"), yes="bevilget_uden_vurdering", no="kun_hvis_sandsynligt")
def soegning_noedvendig(facts: Facts) -> Arguments:
    """Var det nødvendigt at søge i registrene?

    Det er et skøn, om de øvrige oplysninger gav et fyldestgørende billede uden en søgning.
    """
    for_ = ["Uden en søgning bygger kendskabet til kundens gæld alene på kundens egne ord."]
    if facts.registrering is Registrering.AKTUEL:
        for_.append("En søgning ville have vist, at kunden er registreret.")
    if over(facts, FORSIGTIG_GAELDSFAKTOR):
        for_.append(f"Gælden på {_kr(facts.samlet_gaeld)} er stor i forhold til indtægten.")
    imod = ["Loven kræver ikke altid en søgning."]
    if facts.loensedler_mdr >= LOENSEDLER and facts.aarsopgoerelse:
        imod.append("Lønsedler og årsopgørelse viste allerede kundens økonomi over længere tid.")
    if facts.laan <= facts.indtaegt_md:
        imod.append(f"Lånet på {_kr(facts.laan)} er højst en måneds indtægt.")
    return Arguments(for_, imod)


@lov.step(GSB("§ 17"), LOV_1322("§ 7 c, stk. 7"), no=Outcome.PLIGT_OPFYLDT)
def kun_hvis_sandsynligt(facts: Facts) -> bool:
    """Må lånet kun gives, hvis det er sandsynligt, at kunden kan overholde aftalen?

    [boligkredit: For en boligkredit gælder det altid. | [kun_hvis_sandsynligt: Aftalen er indgået efter lov 1322/2025, og efter den
    gælder det for al forbrugerkredit. | Lånet er ikke en boligkredit, og KAL § 7 c kræver kun en vurdering.]]
    """
    return facts.boligkredit or (facts.aftaledato is not None and facts.aftaledato >= LOV_1322_FRA)


@lov.figure("Rådighedsbeløb om måneden", GSB("§ 18"), key="raadighedsbeloeb")
def til_at_leve_for(facts: Facts) -> Kroner:
    """Hvor meget er der tilbage om måneden, når også ydelsen på det nye lån er betalt?

    Indtægten på {indtaegt_md} minus de faste udgifter på {faste_udgifter_md} og ydelsen på {ydelse_md} er {raadighedsbeloeb}. Bogen
    trækker ikke ydelsen fra.
    """
    return facts.indtaegt_md - facts.faste_udgifter_md - facts.ydelse_md


@lov.step(GSB("§ 17"), LOV_1322("§ 7 c, stk. 7"), no="bevilget_uden_raad", key="har_raad")
def kan_betale(facts: Facts) -> bool:
    """Kan kunden betale ydelsen af det, der er tilbage efter de faste udgifter?

    Når alt er betalt, er der {raadighedsbeloeb} tilbage om måneden. Pantets værdi kan ikke alene bære vurderingen (GSB § 18).
    """
    return til_at_leve_for(facts) >= 0


lov.figure("Gældsfaktor", GSB("§ 19, stk. 5"))(gaeldsfaktor)


@lov.step(GSB("§ 17"), GSB("§ 19, stk. 5"), no=Outcome.PLIGT_OPFYLDT, key="advarselstegn", verified=False)
def tegn_paa_risiko(facts: Facts) -> bool:
    """Er der et tegn på, at kunden ikke kan betale: aktuel registrering, høj gældsfaktor eller ustabil indtægt?

    Registrene viser {registrering}, [aarsindtaegt: gældsfaktoren er {gaeldsfaktor} | der er ingen indtægt at måle gælden
    med], og indtægten er [indtaegt_stabil: stabil. | ustabil.] Ingen lov sætter et tal for gældsfaktoren; 4 er tilsynets praksis.
    """
    return (
        facts.registrering is Registrering.AKTUEL
        or over(facts, FORSIGTIG_GAELDSFAKTOR)
        or not facts.indtaegt_stabil
    )


lov.step(GSB("§ 17"), no=Outcome.PLIGT_OPFYLDT)(bevilget_trods_advarsel)


@lov.skoen(GSB("§ 17"), LOV_1322("§ 7 c, stk. 7"), yes=Outcome.PLIGT_OPFYLDT, no="boer_gribes_ind")
def er_sandsynligt(facts: Facts) -> Arguments:
    """Gør vurderingen det sandsynligt, at kunden kan overholde aftalen?

    Det er et skøn over hele kundens økonomi. Et godt pant kan støtte vurderingen, men ikke bære den alene.
    """
    for_ = [f"Der er {_kr(til_at_leve_for(facts))} tilbage om måneden, når ydelsen er betalt."]
    if facts.indtaegt_stabil:
        for_.append("Indtægten er stabil.")
    if facts.dokumenteret:
        for_.append("Kreditgiveren har skrevet ned, hvorfor lånet var forsvarligt.")
    if facts.sikkerhed_vaerdi > facts.laan:
        for_.append("Pantet er mere værd end lånet; det må dog ikke stå alene.")
    return Arguments(for_, _tvivl(facts))


def _tvivl(facts: Facts) -> list[str]:
    imod = []
    if facts.registrering is Registrering.AKTUEL:
        imod.append("Kunden er registreret som dårlig betaler.")
    if over(facts, FORSIGTIG_GAELDSFAKTOR):
        imod.append(
            f"Gælden på {_kr(facts.samlet_gaeld)} er høj, målt mod {_kr(facts.aarsindtaegt)} i årsindtægt."
        )
    if not facts.indtaegt_stabil:
        imod.append("Indtægten er ustabil.")
    if not facts.dokumenteret:
        imod.append("Kreditgiveren har intet skrevet ned om sin vurdering.")
    return imod


lov.step(KAL("§ 7 c, stk. 1"), yes="boer_gribes_ind", no=Outcome.PLIGT_OPFYLDT)(bevilget_uden_vurdering)
lov.step(GSB("§ 17"), LOV_1322("§ 7 c, stk. 7"), yes="boer_gribes_ind", no=Outcome.PLIGT_OPFYLDT)(
    bevilget_uden_raad
)


@lov.skoen(
    AFTL("§ 36, stk. 1"),
    AFTL("§ 38 c, stk. 1"),
    yes=Outcome.PLIGT_TILSIDESAT,
    no=Outcome.PLIGT_TILSIDESAT,
)
def boer_gribes_ind(facts: Facts) -> Arguments:
    """Bør retten ændre eller tilsidesætte aftalen, fordi det er urimeligt at gøre den gældende?

    Det er et skøn. Pligten er tilsidesat, hvad enten retten griber ind eller ej; svaret afgør, hvad kreditgiveren kan kræve.
    """
    for_ = ["Lånet er bevilget i strid med en pligt, der skal værne kunden mod gæld, som ikke kan betales."]
    imod = [
        "KAL § 7 c har ingen fast civilretlig følge; bruddet er kun ét moment blandt flere.",
        f"Kunden har fået {_kr(facts.laan)} og haft nytte af pengene.",
    ]
    mangler = -til_at_leve_for(facts)
    if mangler > 0:
        for_.append(f"Kunden mangler {_kr(mangler)} om måneden, når ydelsen er betalt.")
    else:
        imod.append("Kunden kunne faktisk betale ydelsen af sin indtægt.")
    return Arguments(for_, imod)


def _kr(beloeb: Kroner) -> str:
    return danish.show(beloeb, "kroner")


lov.figure("Belåningsgrad", GSB("§ 19, stk. 5"))(belaaningsgrad)

# --- Typiske fejl -------------------------------------------------------------------------------------------

lov.mistake(gaeldsfaktor)(deler_med_maanedens_indtaegt)
lov.mistake(gaeldsfaktor)(regner_kun_med_det_nye_laan)
lov.mistake(belaaningsgrad)(vender_belaaningsgraden)


@lov.mistake(oplysninger_fyldestgoerende)
def bogens_papirer_er_krav(facts: Facts) -> bool:
    """Du har krævet de papirer, som bogen nævner. Loven kræver fyldestgørende oplysninger; papirerne er kun eksempler."""
    return er_fuldstaendig(facts)


@lov.mistake(oplysninger_fyldestgoerende)
def indtaegten_er_nok(facts: Facts) -> bool | None:
    """Du har nøjedes med oplysninger om indtægten. Uden kundens udgifter er oplysningerne ikke fyldestgørende."""
    return True if facts.loensedler_mdr > 0 or facts.aarsopgoerelse else None


@lov.mistake(kun_hvis_sandsynligt)
def afslag_er_altid_pligt(facts: Facts) -> bool:
    """Du har brugt boligkredittens regel på et andet lån. KAL § 7 c kræver en vurdering, men ikke et afslag."""
    return True


@lov.mistake(til_at_leve_for)
def glemmer_ydelsen(facts: Facts) -> Kroner:
    """Du har regnet som bogen og ikke trukket ydelsen fra. Tilbage at leve for er {raadighedsbeloeb}."""
    return facts.indtaegt_md - facts.faste_udgifter_md


@lov.mistake(kan_betale)
def pantet_baerer_laanet(facts: Facts) -> bool | None:
    """Du har ladet pantets værdi bære lånet. Vurderingen må ikke alene bygge på, at ejendommen er mere værd (GSB § 18)."""
    return True if facts.sikkerhed_vaerdi > facts.laan else None


@lov.mistake("outcome")
def renter_tabes_automatisk(facts: Facts) -> Outcome | None:
    """Du har ladet banken miste renter og gebyrer, som bogen gør. Loven har ingen fast sanktion; AFTL §§ 36 og 38 c er et skøn."""
    return Outcome.UANSVARLIG if facts.bevilget else None


@lov.mistake("outcome")
def bogens_afslag(facts: Facts) -> Outcome | None:
    """Du har sagt, at banken skal afvise kunden, som bogen gør. Er lånet ikke bevilget, er pligten ikke tilsidesat."""
    return None if facts.bevilget else Outcome.SKAL_AFVISES


lov.wrong_provision(
    "bruger_reglen_om_tilbagetagelse",
    KAL("§ 36"),
    "Du har valgt KAL § 36. Den handler om tilbagetagelse; kreditvurderingen står i KAL § 7 c, og aftaler kan tilsidesættes efter AFTL § 36.",
)
lov.wrong_provision(
    "bruger_reglen_om_sef",
    KAL("§ 7 a"),
    "Du har valgt reglen om SEF-skemaet. Vurderingen af, om kunden kan betale, står i KAL § 7 c.",
)
lov.wrong_provision(
    "bruger_kautionsreglen",
    FIL("§ 48"),
    "Du har valgt reglen om kautionister. Her er det låntageren selv, der skal vurderes, efter KAL § 7 c.",
)


topic.departs(
    registre_soegt="K18",
    vurdering_fuldstaendig="K18",
    raadighedsbeloeb="N9",
    har_raad="K19 K20",
    advarselstegn="C01 C03 K20",
    er_dokumenteret="K20",
)
