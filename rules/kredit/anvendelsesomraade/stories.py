"""Drawn facts, one part of the act's scope at stake at a time, and the stories that tell them."""

from random import Random
from typing import Any

from rules.kredit.anvendelsesomraade.facts import Aftaleart, topic

ART = """[aftaleart=henstand_uden_omkostninger: Aftalen udskyder blot en gæld, der løb i forvejen, og udskydelsen er gratis. |
    [aftaleart=retsforlig: Aftalen er et forlig, som parterne indgik i retten. | [aftaleart=overtraek: Pengene er hævet ud over
    saldoen på en konto, og kreditgiveren har stiltiende ladet det ske. | [aftaleart=misligholdelsesordning: Aftalen er en ordning
    efter misligholdelse. Den skal afværge en retssag og stiller ikke {@laantager} ringere end før. | ]]]]"""


@topic.variants(
    f"""{{@laantager}} har indgået en aftale, der skal betales af i rater. [langiver_erhvervsdrivende=uoplyst: Det er ikke oplyst,
    om kreditgiveren driver erhverv med kredit. | [langiver_erhvervsdrivende: Kreditgiveren driver erhverv med kredit. |
    Kreditgiveren er en privatperson.]] [laantager_forbruger=uoplyst: Det er ikke oplyst, om aftalen er privat for {{@laantager}}. |
    [laantager_forbruger: For {{@laantager}} er aftalen hovedsagelig privat. | {{@laantager}} har indgået aftalen i sit erhverv.]]
    [formidlet_af_erhvervsdrivende=uoplyst: Om en erhvervsdrivende har formidlet den, vides ikke. |
    [formidlet_af_erhvervsdrivende: En erhvervsdrivende formidler har sørget for aftalen på kreditgiverens vegne. | ]]

    [loebende_levering=uoplyst: Det fremgår ikke, om raterne blot dækker en løbende levering. | [loebende_levering: Raterne
    betaler for rengøring, der udføres, så længe aftalen løber. | Raterne dækker ikke nogen løbende levering.]] [kreditkoeb: Aftalen er
    et køb af en maskine, som {{@laantager}} har fået med det samme. | Aftalen er ikke et køb af en genstand.]
    [til_videresalg_eller_produktion: Maskinen skal sælges videre. | ] [koebspligt=uoplyst: Der er tale om leasing, men det er
    ikke oplyst, om {{@laantager}} skal købe tingen. | [koebspligt: | Der er tale om leasing, og {{@laantager}} har ikke pligt til at købe tingen.]]

    [rente_eller_omkostninger=uoplyst: Det er ikke oplyst, om der skal betales renter eller gebyrer. | [rente_eller_omkostninger:
    Gælden forrentes. | Der skal hverken betales renter eller gebyrer.]] [ubetydelige_omkostninger=uoplyst: Ingen har regnet
    ud, om omkostningerne betyder noget. | [ubetydelige_omkostninger: Omkostningerne er ubetydelige. | ]]
    [tilbagebetales_inden_3_mdr=uoplyst: Løbetiden kendes ikke. | [tilbagebetales_inden_3_mdr: Alt skal være betalt inden 3
    måneder. | Der går over 3 måneder, før alt skal være betalt.]] {ART}""",
    f"""[laantager_forbruger=uoplyst: Papirerne viser ikke, om {{@laantager}} handlede privat eller i sit erhverv. |
    [laantager_forbruger: {{@laantager}} handlede som privatperson. | {{@laantager}} driver virksomhed og handlede for den.]]
    [langiver_erhvervsdrivende=uoplyst: De viser heller ikke, om den anden part er erhvervsdrivende kreditgiver. |
    [langiver_erhvervsdrivende: Den anden part giver kredit som erhverv. | Den anden part er en bekendt, der ikke giver kredit som
    erhverv.]] [formidlet_af_erhvervsdrivende=uoplyst: Det kan ikke afgøres, om en erhvervsdrivende stod for aftalen. |
    [formidlet_af_erhvervsdrivende: Aftalen kom i stand gennem en erhvervsdrivende, der handlede for den anden part. | ]]

    [kreditkoeb: {{@laantager}} har købt en brugt varevogn og betaler den over tid. | Der er ikke købt nogen genstand.]
    [til_videresalg_eller_produktion: Varevognen er købt for at blive solgt igen. | ] [loebende_levering=uoplyst: Om betalingen
    kun er for løbende levering, er uklart. | [loebende_levering: Der betales måned for måned for et abonnement, så længe det
    varer. | Betalingen er ikke for løbende levering.]] [koebspligt=uoplyst: Aftalen kaldes leje, og det er uklart, om lejeren har
    pligt til at købe. | [koebspligt: | Aftalen er leje uden pligt til at købe.]] {ART}

    [tilbagebetales_inden_3_mdr=uoplyst: Om kreditten løber i mere end 3 måneder, er uklart. | [tilbagebetales_inden_3_mdr:
    Kreditten skal være ude af verden inden 3 måneder. | Kreditten løber i mere end 3 måneder.]]
    [rente_eller_omkostninger=uoplyst: Prisen for kreditten kendes ikke. | [rente_eller_omkostninger: Der betales rente. | Kreditten er
    gratis.]] [ubetydelige_omkostninger=uoplyst: Om omkostningerne er ubetydelige, er der ingen oplysning om. |
    [ubetydelige_omkostninger: Det, kreditten koster, er ubetydeligt. | ]]""",
    f"""Er {{@laantager}} beskyttet af kreditaftaleloven? [rente_eller_omkostninger=uoplyst: Ingen ved, om aftalen koster noget i
    renter eller gebyrer. | [rente_eller_omkostninger: Aftalen koster rente. | Aftalen koster hverken rente eller andet.]]
    [ubetydelige_omkostninger=uoplyst: Omkostningernes størrelse er ikke oplyst. | [ubetydelige_omkostninger: Det er et
    ubetydeligt beløb. | ]] [tilbagebetales_inden_3_mdr=uoplyst: Sidste betalingsdag er ikke oplyst. | [tilbagebetales_inden_3_mdr: Sidste
    betaling falder inden 3 måneder. | Sidste betaling ligger mere end 3 måneder ude i fremtiden.]]

    [kreditkoeb: Bag aftalen ligger et køb af møbler, der er leveret, men ikke betalt. | Bag aftalen ligger ikke noget køb af en
    genstand.] [til_videresalg_eller_produktion: Møblerne skal udstilles og sælges i en butik. | ] [loebende_levering=uoplyst: Det kan
    være betaling for løbende levering, men det er ikke oplyst. | [loebende_levering: Der betales i takt med, at en ydelse bliver
    leveret, og kun så længe. | Betalingen følger ikke en løbende levering.]] [koebspligt=uoplyst: Det er leasing, og ingen har
    oplyst, om tingen skal købes til sidst. | [koebspligt: | Det er leasing, og tingen skal leveres tilbage.]] {ART}

    [langiver_erhvervsdrivende=uoplyst: Hvem kreditgiveren er, står ikke klart. | [langiver_erhvervsdrivende: Kreditgiveren lever af at
    give kredit. | Kreditgiveren er en nabo, der gør det privat.]] [formidlet_af_erhvervsdrivende=uoplyst: Måske har en
    erhvervsdrivende formidlet aftalen. | [formidlet_af_erhvervsdrivende: En erhvervsdrivende har formidlet aftalen for
    kreditgiveren. | ]] [laantager_forbruger=uoplyst: Om {{@laantager}} er forbruger, er omstridt og uoplyst. | [laantager_forbruger:
    {{@laantager}} har ingen virksomhed. | {{@laantager}} bruger det hele i sin virksomhed.]]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Parties of every kind; now and then something unknown; of the exceptions one at a time."""
    forbruger = random.choice((True,) * 6 + (False,) * 4 + (None,))
    art = random.choice((*(Aftaleart.ALMINDELIG,) * 10, *Aftaleart))
    loebende = random.choice((False,) * 8 + (True, None)) if art is Aftaleart.ALMINDELIG else False
    kreditkoeb = art is Aftaleart.ALMINDELIG and loebende is False and random.random() < 0.6
    leje = art is Aftaleart.ALMINDELIG and not kreditkoeb and loebende is False
    rente = random.choice((True,) * 8 + (False, None))
    return {
        "langiver_erhvervsdrivende": art is Aftaleart.OVERTRAEK
        or random.choice((True,) * 6 + (False,) * 4 + (None,)),
        "laantager_forbruger": forbruger,
        "loebende_levering": loebende,
        "formidlet_af_erhvervsdrivende": random.choice((False,) * 6 + (True, True, None)),
        "kreditkoeb": kreditkoeb,
        "til_videresalg_eller_produktion": kreditkoeb and forbruger is False and random.random() < 0.4,
        "rente_eller_omkostninger": rente,
        "tilbagebetales_inden_3_mdr": random.choice((False,) * 6 + (True,) * 4 + (None,)),
        "ubetydelige_omkostninger": rente is not False
        and random.choice((False,) * 6 + (True,) * 4 + (None,)),
        "koebspligt": random.choice((True,) * 6 + (False,) * 3 + (None,)) if leje else True,
        "aftaleart": art,
    }
