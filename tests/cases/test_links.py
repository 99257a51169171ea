"""Links: what an earlier question decides becomes a fact, a choice or the same fact of a later one."""

from types import SimpleNamespace

import pytest
from pydantic import ValidationError

import rules
from cases import links, path
from cases.links import Link
from rules.variants import variant

FORBEHOLD = {"koebesum": 60000, "udbetaling": 15000, "skriftligt": True, "kreditgiver_er_saelger": True}
OPGOERELSE = {"koebesum": 60000, "betalt": 30000, "vaerdi": 20000}
CHOICE = {"forbehold": {"from": "q1", "choices": {"GYLDIGT": "gyldigt", "UGYLDIGT": "ugyldigt"}}}
TOPICS = {"q1": rules.topic("ejendomsforbehold")}


def told(link, topic="opgoerelse_ved_tilbagetagelse", earlier=TOPICS):
    given = {fact: Link.model_validate(one) for fact, one in link.items()}
    return [str(problem) for problem in links.problems(given, rules.topic(topic), earlier, "links")]


def along(link, first=FORBEHOLD, reading="pensum"):
    second = (("q2", rules.topic("opgoerelse_ved_tilbagetagelse"), OPGOERELSE, link),)
    return links.along((("q1", TOPICS["q1"], first, {}), *second), reading)[1][2]


@pytest.mark.parametrize(
    ("outcome", "link", "fact"),
    [
        ("GYLDIGT", {"is": "GYLDIGT"}, True),
        ("UGYLDIGT", {"is": "GYLDIGT"}, False),
        ("PLIGT_TILSIDESAT", {"is": ["UANSVARLIG", "PLIGT_TILSIDESAT"]}, True),
        ("ANSVARLIG", {"is": ["UANSVARLIG", "PLIGT_TILSIDESAT"]}, False),
        ("UGYLDIGT", {"choices": {"GYLDIGT": "gyldigt", "UGYLDIGT": "ugyldigt"}}, "ugyldigt"),
    ],
)
def test_an_outcome_becomes_a_fact(outcome, link, fact):
    assert links.carried({"x": {"from": "q1"} | link}, {"q1": outcome}, {}) == {"x": fact}


def test_what_is_not_decided_yet_leaves_the_fact_as_it_was():
    assert links.carried(CHOICE, {"q1": None}, {}) == {}
    assert links.carried(CHOICE, {}, {}) == {}


def test_a_fact_goes_on_as_it_is():
    link = {"koebesum": {"from": "q1", "fact": "koebesum"}}
    assert along(link, FORBEHOLD | {"koebesum": 80000}).koebesum == 80000


def test_a_choice_follows_the_rules_along_the_chain():
    assert along(CHOICE).forbehold.value == "gyldigt"
    assert along(CHOICE, FORBEHOLD | {"skriftligt": False}).forbehold.value == "ugyldigt"


def test_an_outcome_of_either_reading_makes_the_fact_true():
    vurdering = rules.topic("kreditvurdering")
    drawn = variant(vurdering, 1, outcome="UANSVARLIG").facts
    link = {"uansvarlig_langivning": {"from": "q1", "is": ["UANSVARLIG", "PLIGT_TILSIDESAT"]}}
    sheets = [("q1", vurdering, drawn)]
    assert links.decided(link, sheets, "pensum") == {"uansvarlig_langivning": True}
    outcome = vurdering.decide(drawn, "gaeldende_ret").outcome
    expected = {"uansvarlig_langivning": outcome == "PLIGT_TILSIDESAT"}
    assert links.decided(link, sheets, "gaeldende_ret") == expected


@pytest.mark.parametrize(
    ("link", "place", "says"),
    [
        ({"findes_ikke": {"from": "q1", "is": "GYLDIGT"}}, "findes_ikke", "ingen oplysning"),
        ({"forbruger": {"from": "q2", "is": "GYLDIGT"}}, "forbruger.from", "ikke et tidligere spørgsmål"),
        ({"forbruger": {"from": "q1", "is": ["GYLDIGT", "X"]}}, "forbruger.is", "»X« er ikke en afgørelse"),
        ({"forbehold": {"from": "q1", "is": "GYLDIGT"}}, "forbehold.is", "brug »choices«"),
        ({"vaerdi": {"from": "q1", "is": "GYLDIGT"}}, "vaerdi.is", "af samme slags"),
        ({"forbruger": CHOICE["forbehold"]}, "forbruger.choices", "brug »is«"),
        (
            {"forbehold": {"from": "q1", "choices": {"GYLDIGT": "gyldigt"}}},
            "forbehold.choices",
            "siger intet om afgørelsen UGYLDIGT",
        ),
        (
            {"forbehold": {"from": "q1", "choices": {"GYLDIGT": "gyldigt", "UGYLDIGT": "dur_ikke"}}},
            "forbehold.choices.UGYLDIGT",
            "»dur_ikke« er ikke en mulighed; brug en af: gyldigt",
        ),
        ({"vaerdi": {"from": "q1", "fact": "dagen"}}, "vaerdi.fact", "ingen oplysning"),
        ({"vaerdi": {"from": "q1", "fact": "skriftligt"}}, "vaerdi.fact", "en anden slags"),
        ({"vaerdi": {"from": "q1", "fact": "kontantpris"}}, "vaerdi.fact", "en anden slags"),
    ],
)
def test_a_link_that_cannot_be_is_named_with_what_would_be_right(link, place, says):
    (problem,) = told(link)
    assert problem.startswith(f"links.{place}: ")
    assert says in problem


def test_a_link_that_one_reading_never_reaches_is_named():
    earlier = {"q1": rules.topic("kreditvurdering")}
    link = {"uansvarlig_langivning": {"from": "q1", "is": "UANSVARLIG"}}
    (problem,) = told(link, "urimelighed", earlier)
    assert "Gældende ret" in problem
    assert "PLIGT_TILSIDESAT" in problem


def test_sound_links_have_no_problem():
    assert told(CHOICE | {"koebesum": {"from": "q1", "fact": "koebesum"}}) == []


@pytest.mark.parametrize(
    "link", [{"from": "q1"}, {"from": "q1", "is": "A", "fact": "b"}, {"from": "q1", "is": []}]
)
def test_a_link_says_one_thing(link):
    with pytest.raises(ValidationError):
        Link.model_validate(link)


@pytest.mark.parametrize(
    "link", [CHOICE["forbehold"], {"from": "q1", "is": ["A", "B"]}, {"from": "q1", "is": "A"}]
)
def test_a_link_is_kept_as_it_was_written(link):
    assert Link.model_validate(link).plain == link


def _frozen():
    questions = [
        {"key": "q1", "topic": "ejendomsforbehold", "facts": FORBEHOLD, "links": {}},
        {"key": "q2", "topic": "opgoerelse_ved_tilbagetagelse", "facts": OPGOERELSE, "links": CHOICE},
    ]
    return {"questions": questions, "weights": {}}


def _answer(outcome):
    return SimpleNamespace(question="q1", part="outcome", key="outcome", value=outcome)


def test_for_the_path_it_is_the_students_own_outcome():
    _, own = path.sheets(_frozen(), "pensum", [_answer("UGYLDIGT")])
    assert own.facts.forbehold.value == "ugyldigt"
    _, unanswered = path.sheets(_frozen(), "pensum", [])
    assert unanswered.facts.forbehold.value == "gyldigt"


def test_a_fact_that_was_carried_on_is_carried_on_again():
    frozen = _frozen()
    frozen["questions"][1]["links"] = CHOICE
    third = {
        **frozen["questions"][1],
        "key": "q3",
        "links": {"forbehold": {"from": "q2", "fact": "forbehold"}},
    }
    frozen["questions"].append(third)
    *_, last = path.sheets(frozen, "pensum", [_answer("UGYLDIGT")])
    assert last.facts.forbehold.value == "ugyldigt"
