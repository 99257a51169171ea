"""Cases as files: what is refused, and that a file comes back as it was."""

import pytest
from pydantic import ValidationError

from authoring.shelf import Shelf
from cases import content
from cases.models import Case
from tests.cases.filed import filed
from tests.factories import NOTICE, NOTICE_STORY

pytestmark = pytest.mark.django_db
FILES = sorted(content.ROOT.glob("*.yaml"))


def data(**changed):
    """A case file about notice, with changes."""
    question = {"key": "q1", "topic": "underretning", "facts": NOTICE} | changed.pop("question", {})
    question.setdefault("expected", {"pensum": "KRAV_TABT_FOR_MISLIGHOLDT_DEL"})
    base = {
        "uid": "5a3f5c1e-6f0c-4b1e-9c39-0d5a4b8f1a11",
        "slug": "en-case",
        "title": "En case",
        "group": "kaution",
        "story": NOTICE_STORY,
        "questions": [question],
    }
    return content.CaseFile.model_validate(base | changed)


def told(**changed):
    return [str(problem) for problem in content.check(data(**changed), Shelf([]))]


def test_a_sound_case_has_no_problem():
    assert told() == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_case_file_comes_back_as_it_was(path):
    found = filed()[path.name]
    assert found.problems == []
    assert content.check(found.data, Shelf([])) == []
    row = Case(uid=found.data.uid, slug=found.data.slug, title=found.data.title, status=found.data.status)
    content.store(found.data, row, found.place)
    assert content.KIND.text(Case.objects.get()) == content.KIND.canonical(found.data)


def test_an_outcome_that_the_rules_do_not_share_is_named_with_the_right_one():
    (problem,) = told(question={"expected": {"pensum": "KRAV_I_BEHOLD"}})
    assert "questions.0.expected.pensum" in problem
    assert "KRAV_TABT_FOR_MISLIGHOLDT_DEL" in problem


def test_impossible_facts_are_named():
    (problem,) = told(question={"facts": NOTICE | {"kraevet": "2020-01-01"}})
    assert problem.startswith("questions.0.facts.kraevet")


def test_an_unknown_topic_is_named_with_the_known_ones():
    (problem,) = told(question={"topic": "ukendt"})
    assert "underretning" in problem


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ({"findes_ikke": {"from": "q0", "is": "X"}}, "links.findes_ikke"),
        ({"privat_kautionist": {"from": "q9", "is": "X"}}, "links.privat_kautionist.from"),
    ],
)
def test_a_chain_that_leads_nowhere_is_named(link, place):
    assert any(place in problem for problem in told(question={"links": link}))


def test_a_chain_names_an_outcome_of_the_earlier_question():
    first = {"key": "q1", "topic": "underretning", "facts": NOTICE, "expected": {}}
    second = {**first, "key": "q2", "links": {"privat_kautionist": {"from": "q1", "is": "UKENDT"}}}
    assert any("links.privat_kautionist.is" in problem for problem in told(questions=[first, second]))


@pytest.mark.parametrize(
    "story",
    ["Den {ukendt} skete det.", "Fristen er {sidste_frist}.", "{@konge} siger nej.", "[misligholdt: x"],
)
def test_a_story_that_cannot_be_told_is_named(story):
    assert told(story=story)


@pytest.mark.parametrize(
    "changed",
    [
        {"weights": {"jus": 0, "subsumption": 0, "konklusion": 0}},
        {"questions": []},
        {"group": "andet"},
        {"ukendt": 1},
        {"reading": "eget"},
    ],
)
def test_a_file_of_another_shape_is_refused(changed):
    with pytest.raises(ValidationError):
        data(**changed)


def test_two_questions_of_one_key_are_refused():
    question = {"key": "q1", "topic": "underretning", "facts": NOTICE, "expected": {}}
    with pytest.raises(ValidationError, match="samme nøgle"):
        data(questions=[question, question])


def test_a_changed_file_keeps_the_rows_of_its_questions():
    row = Case(uid=data().uid, slug="en-case", title="En case")
    content.store(data(), row, "en-case.yaml")
    kept = row.questions.get().pk
    two = [{"key": key, "topic": "underretning", "facts": NOTICE, "expected": {}} for key in ("q1", "q2")]
    content.store(data(questions=two), row, "en-case.yaml")
    assert row.questions.count() == 2
    assert row.questions.get(key="q1").pk == kept
    content.store(data(), row, "en-case.yaml")
    assert row.questions.get().pk == kept


MORE = {
    "weights": {"argument": 10},
    "argument": "Er fristen på seks måneder rimelig?",
    "rubric": [{"title": "Nævner formålet med fristen", "points": 3}],
    "minutes": 45,
    "hints_when_graded": False,
    "reverse": [{"question": "q1", "pensum": "KRAV_I_BEHOLD", "gaeldende_ret": "KRAV_BEGRAENSET"}],
}


def test_what_a_case_may_also_say_comes_back_as_it_was():
    given = data(**MORE)
    assert content.check(given, Shelf([])) == []
    row = Case(uid=given.uid, slug=given.slug, title=given.title, status=given.status)
    content.store(given, row, "en-case.yaml")
    saved = Case.objects.get()
    assert saved.weights["argument"] == 10
    assert (saved.minutes, saved.hints_when_graded, saved.rubric) == (45, False, MORE["rubric"])
    assert content.KIND.text(saved) == content.KIND.canonical(given)


def test_what_is_as_usual_is_not_written():
    text = content.KIND.canonical(data())
    assert not [
        name for name in ("weights", "argument", "rubric", "minutes", "hints", "reverse") if name in text
    ]


@pytest.mark.parametrize(
    ("task", "place", "says"),
    [
        ({"question": "q9", "pensum": "KRAV_I_BEHOLD"}, "reverse.0.question", "ikke et spørgsmål"),
        ({"question": "q1", "pensum": "KRAV_BEGRAENSET"}, "reverse.0.pensum", "brug en af: KRAV"),
        ({"question": "q1", "gaeldende_ret": "X"}, "reverse.0.gaeldende_ret", "ikke en afgørelse"),
    ],
)
def test_a_reverse_task_that_asks_for_what_is_not_there_is_named(task, place, says):
    (problem,) = told(reverse=[task])
    assert problem.startswith(f"{place}: ")
    assert says in problem


@pytest.mark.parametrize(
    "changed",
    [
        {"reverse": [{"question": "q1"}]},
        {"rubric": [{"title": "Uden point"}]},
        {"rubric": [{"title": " ", "points": 1}]},
        {"rubric": [{"title": "Nul", "points": 0}]},
        {"minutes": 0},
        {"weights": {"argument": -1}},
        {"weights": {"faktum": 0, "jus": 0, "subsumption": 0, "konklusion": 0, "argument": 100}},
    ],
)
def test_an_addition_of_another_shape_is_refused(changed):
    with pytest.raises(ValidationError):
        data(**changed)


def test_the_expected_outcome_is_that_at_the_end_of_the_chain():
    first = {"key": "q1", "topic": "underretning", "facts": NOTICE, "expected": {}}
    link = {"privat_kautionist": {"from": "q1", "is": ["KRAV_I_BEHOLD"]}}
    second = {**first, "key": "q2", "links": link, "expected": {"pensum": "KRAV_I_BEHOLD"}}
    assert told(questions=[first, second]) == []
