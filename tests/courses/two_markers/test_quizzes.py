"""Two mark the argument of a question in a quiz in the same way."""

import json

import pytest

from courses import markable, release
from courses.two_markers import sides
from quizzes import receipts
from quizzes.models import Attempt, Response
from tests import factories
from tests.courses.test_marking import text
from tests.courses.test_marking_quizzes import answer_of, hand_in, page_of
from tests.quizzes.kinds_of import ARGUMENT, saved


@pytest.fixture
def argued(course, student):
    quiz = factories.QuizFactory(questions=[factories.QuestionFactory(), saved(ARGUMENT, points=4)])
    made = factories.AssignmentFactory(course=course, case=None, quiz=quiz, marked_by_two=True)
    return hand_in(student, made)


def mark(client, submission, level, **more):
    page = page_of(submission)
    form = client.get(page).context
    keys = [row.key for row in form["form"].rows]
    sent = {f"niveau-{key}": level for key in keys} | {"version": form["version"], "comment": ""}
    return client.post(page, sent | more)


def stage(submission):
    return sides.of(markable.of(submission, answer_of(submission).pk)).stage.name


def test_two_differ_agree_and_the_result_is_counted(as_teacher, as_co_teacher, as_student, argued, teacher):
    release.release(argued.assignment, by=teacher)
    result = f"/quiz/forsoeg/{argued.attempt_id}/resultat/"
    mark(as_teacher, argued, "0.5")
    assert stage(argued) == "ONE"
    assert Response.objects.get(pk=answer_of(argued).pk).marking == {}
    assert "Begrundelsen venter på anden bedømmer." in text(as_student.get(result))
    mark(as_co_teacher, argued, "1")
    assert stage(argued) == "DIFFER"
    assert "enighed mellem de to" in text(as_student.get(result))
    assert mark(as_teacher, argued, "1", begrundelse="Vi talte om det.").status_code == 302
    assert stage(argued) == "AGREED"
    assert answer_of(argued).points == 1
    shown = text(as_student.get(result))
    assert "1 af 1 point, fuldt: Helt opfyldt." in shown
    assert "Begrundelsen venter" not in shown


def test_two_who_give_the_same_agree_at_once(as_teacher, as_co_teacher, argued):
    mark(as_teacher, argued, "0.5")
    mark(as_co_teacher, argued, "0.5")
    assert stage(argued) == "EQUAL"
    assert answer_of(argued).points == 0.5


def test_the_receipt_tells_the_levels_and_that_of_old_answers_does_not(as_teacher, as_co_teacher, argued):
    for client in (as_teacher, as_co_teacher):
        mark(client, argued, "0.5")
    attempt = Attempt.objects.get(pk=argued.attempt_id)
    told = json.loads(receipts.as_json(attempt))["spoergsmaal"][1]["bedoemt"]["kriterier"]
    assert [level["titel"] for level in told[0]["niveauer"] if level["givet"]] == ["Delvist"]
    assert "delvist: Opfyldt i nogen grad." in receipts.as_html(attempt)
    new = json.loads(receipts.as_json(attempt))
    for item in attempt.frozen["items"]:
        for row in item["options"]:
            row.pop("levels", None)
    attempt.save()
    del new["spoergsmaal"][1]["bedoemt"]["kriterier"]
    old = receipts.as_json(Attempt.objects.get(pk=argued.attempt_id))
    assert old == json.dumps(new, sort_keys=True, ensure_ascii=False, indent=1) + "\n"
