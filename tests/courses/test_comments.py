"""Comments that a marker has written on an assignment are used again on the works that follow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses import comments
from tests import factories
from tests.courses import test_marking_quizzes as of_quiz
from tests.courses.test_marking import filled, of, page_of, stored, text

WHY, WHEN = "Hvorfor netop den bestemmelse?", "Regn fristen ud,\nog skriv dagen."


@pytest.fixture
def assignment(course):
    case = factories.CaseFactory(weight_argument=20, questions=[{"key": "q1"}])
    return factories.AssignmentFactory(course=course, case=case)


@pytest.fixture
def hand_in(assignment):
    return lambda: factories.SubmissionFactory(assignment=assignment, handed_in=True)


def mark(client, submission, comment):
    assert client.post(page_of(submission), filled(submission, comment=comment)).status_code == 302


def kept(submission):
    return stored(submission).argument_points.get("comment")


def texts(assignment, marker):
    return [one for _, one in comments.used_before(assignment, marker)]


def key_of(assignment, marker, wanted):
    return next(key for key, one in comments.used_before(assignment, marker) if one == wanted)


def test_there_is_nothing_to_use_before_something_is_written(as_teacher, hand_in):
    assert "tidligere kommentar" not in text(as_teacher.get(page_of(hand_in())))


def test_the_most_used_comes_first_and_each_paragraph_by_itself(as_teacher, teacher, assignment, hand_in):
    mark(as_teacher, hand_in(), WHY)
    mark(as_teacher, hand_in(), f"{WHEN}\n\n{WHY}")
    mark(as_teacher, hand_in(), "Godt skrevet.")
    assert texts(assignment, teacher)[0] == WHY
    assert set(texts(assignment, teacher)[1:]) == {"Godt skrevet.", WHEN}
    page = text(as_teacher.get(page_of(hand_in())))
    assert page.index(WHY) < page.index("Godt skrevet.")


def test_there_are_eight_at_most(as_teacher, teacher, assignment, hand_in):
    for number in range(10):
        mark(as_teacher, hand_in(), f"Kommentar {number}")
    assert texts(assignment, teacher) == [f"Kommentar {number}" for number in range(9, 1, -1)]


def test_those_of_another_marker_and_of_another_assignment_are_not_offered(
    as_teacher, as_co_teacher, teacher, assignment, hand_in
):
    mark(as_co_teacher, hand_in(), WHY)
    same = factories.AssignmentFactory(course=assignment.course, case=assignment.tasks[0].case)
    mark(as_teacher, factories.SubmissionFactory(assignment=same, handed_in=True), WHEN)
    assert texts(assignment, teacher) == []


def test_the_one_that_is_chosen_is_added_on_saving_once(as_teacher, teacher, assignment, hand_in):
    mark(as_teacher, hand_in(), WHEN)
    work = hand_in()
    sent = filled(work, comment=WHY, igen=key_of(assignment, teacher, WHEN))
    for _ in range(2):
        assert as_teacher.post(page_of(work), sent).status_code == 302
    assert kept(work) == f"{WHY}\n\n{WHEN}"
    assert stored(work).version == sent["version"] + 1


def test_it_stands_alone_where_nothing_else_is_written(as_teacher, teacher, assignment, hand_in):
    mark(as_teacher, hand_in(), WHY)
    work = hand_in()
    as_teacher.post(page_of(work), filled(work, igen=key_of(assignment, teacher, WHY)))
    assert kept(work) == WHY


def test_where_the_two_are_too_long_together_nothing_is_saved_or_lost(
    as_teacher, teacher, assignment, hand_in
):
    mark(as_teacher, hand_in(), WHY)
    work, long = hand_in(), "a" * 3990
    key = key_of(assignment, teacher, WHY)
    response = as_teacher.post(page_of(work), filled(work, comment=long, igen=key))
    assert response.status_code == 422
    page = text(response)
    assert "4.000 tegn" in page
    assert long in page
    assert f'value="{key}" selected' in page
    assert kept(work) is None


def test_one_that_does_not_exist_is_refused_and_nothing_is_lost(as_teacher, hand_in):
    mark(as_teacher, hand_in(), WHY)
    response = as_teacher.post(page_of(work := hand_in()), filled(work, comment=WHEN, igen="ukendt"))
    assert response.status_code == 422
    assert "Vælg en anden." in text(response)
    assert WHEN in text(response)


def test_those_on_the_questions_of_a_quiz_are_used_again_too(as_teacher, teacher, student, course):
    quiz = factories.QuizFactory(questions=[factories.QuestionFactory(), of_quiz.saved(of_quiz.ARGUMENT)])
    submission = of_quiz.hand_in(student, factories.AssignmentFactory(course=course, case=None, quiz=quiz))
    as_teacher.post(of_quiz.page_of(submission), of_quiz.filled(submission, comment=WHY))
    assert texts(submission.assignment, teacher) == [WHY]


def test_page_and_list_ask_as_much_of_three_as_of_thirty(as_teacher, assignment, hand_in):
    as_teacher.get(of(assignment, "begrundelser/?anonymt=1"))
    counts = []
    for more in (3, 27):
        for number in range(more):
            mark(as_teacher, hand_in(), f"{WHY} {number}")
        work = hand_in()
        with CaptureQueriesContext(connection) as page:
            as_teacher.get(page_of(work))
        with CaptureQueriesContext(connection) as listed:
            as_teacher.get(of(assignment, "begrundelser/"))
        refused = filled(work, "9")
        with CaptureQueriesContext(connection) as again:
            as_teacher.post(page_of(work), refused)
        counts.append((len(page), len(listed), len(again)))
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 10, counts
