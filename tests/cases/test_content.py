"""Cases as files: what is refused, and that a file comes back as it was."""

import pytest
from pydantic import ValidationError

from authoring.shelf import Shelf
from cases import content
from cases.models import Case
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
    found = next(one for one in Shelf([content.KIND]).found if one.path == path)
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
