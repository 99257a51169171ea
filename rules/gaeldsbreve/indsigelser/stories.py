"""Stories and drawn facts for the debtor's objections."""

from random import Random
from typing import Any

from rules.gaeldsbreve.indsigelser.facts import Indsigelse, topic
from rules.gaeldsbreve.papirer import Gaeldsbrev

INDSIGELSEN = """[indsigelse=mangel: {@debitor} gør gældende, at der er skjulte mangler ved det købte. |
    [indsigelse=forsinket_levering: {@debitor} gør gældende, at varerne blev leveret alt for sent. |
    [indsigelse=svig: {@debitor} gør gældende, at sælgeren bevidst havde løjet om det købte. |
    [indsigelse=falsk_underskrift: {@debitor} gør gældende, at underskriften på gældsbrevet er falsk. |
    [indsigelse=voldelig_tvang: {@debitor} gør gældende, at underskriften blev sat under trusler om vold. |
    {@debitor} har ingen indvendinger mod kravet.]]]]]"""
PAPIRET = """[pantebrev_fast_ejendom: et pantebrev i et hus, og det er [type=omsaetning: et omsætningsgældsbrev. | gjort til et simpelt gældsbrev.] |
    et gældsbrev, der lyder på betaling til [type=omsaetning: »{@saelger} eller ordre«. | »{@saelger}« og ikke andre; det er et simpelt gældsbrev.]]"""
HANDLEN = """[forbrugerkoeb: {@debitor} købte på kredit til privat brug. | {@debitor} købte på kredit som led i sit erhverv.]"""
OVERDRAGELSEN = """[i_haende_eller_tinglyst: [pantebrev_fast_ejendom: Overdragelsen er tinglyst. | {@investor} har fået gældsbrevet i hånden.] |
    [pantebrev_fast_ejendom: Ingen har sørget for at tinglyse overdragelsen. | Gældsbrevet ligger stadig hos {@saelger}.]]
    [forfaldt_foer_overdragelsen: Kravet angår et fast afdrag, der skulle være betalt, før gældsbrevet blev solgt. | ]"""


@topic.variants(
    f"""{HANDLEN} For beløbet fik {{@saelger}} {PAPIRET} {{@saelger}} sælger det til {{@investor}}. {OVERDRAGELSEN}

    {{@investor}} kræver betaling. {INDSIGELSEN} [god_tro: {{@investor}} kendte intet til forholdet mellem parterne. |
    {{@investor}} havde hørt om parternes mellemværende før købet af gældsbrevet.]""",
    f"""{{@saelger}} sælger et krav mod {{@debitor}} til {{@investor}}. Beviset er {PAPIRET} {OVERDRAGELSEN} [god_tro: {{@investor}} havde
    undersøgt sagen og fundet alt i orden. | {{@investor}} burde have fattet mistanke, for prisen var påfaldende lav.]

    {HANDLEN} Nu forfalder gælden. {INDSIGELSEN}""",
    f"""Et krav er gået fra {{@saelger}} til {{@investor}}. Skyldneren er {{@debitor}}, og kravet støttes på {PAPIRET} {OVERDRAGELSEN}

    {HANDLEN} {INDSIGELSEN} [god_tro: Ved købet af kravet var {{@investor}} i god tro. | Ved købet af kravet var {{@investor}} klar over,
    at der kunne være problemer.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Every kind of objection, somewhat more often to a negotiable paper and a buyer in good faith."""
    return {
        "type": random.choice((Gaeldsbrev.OMSAETNING, Gaeldsbrev.OMSAETNING, Gaeldsbrev.SIMPELT)),
        "indsigelse": random.choice(list(Indsigelse)),
        "god_tro": random.random() < 0.65,
        "i_haende_eller_tinglyst": random.random() < 0.8,
        "forbrugerkoeb": random.random() < 0.5,
        "pantebrev_fast_ejendom": random.random() < 0.5,
        "forfaldt_foer_overdragelsen": random.random() < 0.12,
    }
