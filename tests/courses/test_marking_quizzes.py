"""A teacher marks the arguments of a quiz in the same list and on the same page as those of a case."""

import pytest

from courses import release
from courses.begin import begin
from quizzes import personal_data
from quizzes.models import Attempt, Response
from tests import factories
from tests.courses.test_marking import of, text
from tests.quizzes.kinds_of import ARGUMENT, saved

TEXT = "Kautionisten er fri, for banken ventede for længe."
ONE, TWO = (row.text for row in ARGUMENT.rows)


@pytest.fixture
def assignment(course):
    questions = [factories.QuestionFactory(), saved(ARGUMENT, points=4)]
    quiz = factories.QuizFactory(questions=questions)
    return factories.AssignmentFactory(course=course, case=None, quiz=quiz, title="Kend reglerne")


def hand_in(user, assignment, written=TEXT):
    """What the person hands in, the first question unanswered."""
    submission = begin(user, assignment)
    attempt = submission.attempt
    key = attempt.items[1].key
    Response.objects.create(attempt=attempt, item=key, chosen=[written], points=None)
    attempt.submit()
    return submission


@pytest.fixture
def argued(assignment, student):
    return hand_in(student, assignment)


def other(assignment, name):
    member = factories.MembershipFactory(course=assignment.course, role="student", user__name=name)
    return hand_in(member.user, assignment)


def answer_of(submission):
    return Response.objects.get(attempt=submission.attempt_id)


def page_of(submission):
    return of(submission.assignment, f"{submission.uuid}/begrundelse/{answer_of(submission).pk}/")


def filled(submission, points="0,5", **more):
    item = Attempt.objects.get(pk=submission.attempt_id).items[1]
    sent = {f"point-{row['key']}": points for row in item.data["options"]}
    return sent | {"version": answer_of(submission).version, "comment": ""} | more


def test_the_results_and_the_hand_in_lead_to_the_list_when_there_is_something_to_mark(
    as_teacher, assignment, student
):
    assert "egrundelse" not in text(as_teacher.get(of(assignment)))
    submission = hand_in(student, assignment)
    for address in (of(assignment), of(assignment, f"{submission.uuid}/")):
        assert "Bedøm begrundelser" in text(as_teacher.get(address))


def test_the_list_has_each_answer_with_its_question_those_that_wait_first(as_teacher, argued):
    other(argued.assignment, "Åse Aagaard")
    begin(
        factories.MembershipFactory(course=argued.assignment.course, role="student").user, argued.assignment
    )
    page = text(as_teacher.get(of(argued.assignment, "begrundelser/")))
    assert "2 af 2 venter" in page
    assert "<td>2</td>" in page
    as_teacher.post(page_of(argued), filled(argued))
    page = text(as_teacher.get(of(argued.assignment, "begrundelser/")))
    assert "1 af 2 venter" in page
    assert page.index("Åse Aagaard") < page.rindex("Signe Holm")


def test_the_page_has_question_answer_and_rubric(as_teacher, argued):
    page = text(as_teacher.get(page_of(argued)))
    for told in (ARGUMENT.text, TEXT, ONE, TWO, "Spørgsmål 2", "Andre point (0 til 1)", "Delvist"):
        assert told in page
    assert "bevist med sine svar" not in page


def test_points_and_comment_are_saved_with_who_gave_them_and_the_result_is_counted_anew(
    as_teacher, argued, teacher
):
    assert as_teacher.post(page_of(argued), filled(argued, "0,75", comment="Skarpt set.")).status_code == 302
    saved_now, attempt = answer_of(argued), Attempt.objects.get()
    assert saved_now.points == 0.75
    assert {one["by"] for key, one in saved_now.marking.items() if key != "comment"} == {teacher.pk}
    assert (attempt.points, attempt.max_points) == (3, 5)
    assert float(attempt.total) == 0.6


@pytest.mark.parametrize("typed", ["", "2", "-1", "meget", "0,333"])
def test_points_that_are_none_are_refused_and_nothing_is_lost(as_teacher, argued, typed):
    response = as_teacher.post(page_of(argued), filled(argued, typed, comment="Min kommentar"))
    assert response.status_code == 422
    assert "Min kommentar" in text(response)
    assert answer_of(argued).marking == {}


def test_saving_leads_on_to_the_next_that_waits_and_then_to_the_list(as_teacher, argued):
    last = other(argued.assignment, "Ib Bo")
    response = as_teacher.post(page_of(argued), filled(argued, next="1"))
    assert response["Location"] == page_of(last)
    response = as_teacher.post(page_of(last), filled(last, next="1"))
    assert response["Location"] == of(argued.assignment, "begrundelser/")


def test_of_two_teachers_the_second_is_told_and_a_double_click_saves_once(as_teacher, as_co_teacher, argued):
    sent = filled(argued, "1")
    for _ in range(2):
        assert as_teacher.post(page_of(argued), sent).status_code == 302
    assert answer_of(argued).version == sent["version"] + 1
    response = as_co_teacher.post(
        page_of(argued), sent | filled(argued, "0", comment="Mine ord") | {"version": 1}
    )
    assert response.status_code == 409
    for told in ("Karen Lund", "Mine ord", "Gemt: 1 af 1."):
        assert told in text(response)
    assert answer_of(argued).points == 1


def test_the_student_sees_points_and_comment_when_the_result_is_released(
    as_teacher, as_student, argued, student
):
    as_teacher.post(page_of(argued), filled(argued, "0,75", comment="Skarpt set."))
    address = f"/quiz/forsoeg/{argued.attempt_id}/resultat/"
    assert "Skarpt set." not in text(as_student.get(address))
    assert "Skarpt set." not in str(personal_data.export(student))
    release.release(argued.assignment)
    page = text(as_student.get(address))
    for told in ("Skarpt set.", "0,75 af 1 point", "Bedømt af underviseren: 1,5 af 2 point."):
        assert told in page
    assert "venter på underviserens bedømmelse" not in page
    assert personal_data.export(student)["forsøg"][0]["svar"][0]["kriterier"] == {
        ONE: "0,75 af 1",
        TWO: "0,75 af 1",
    }


@pytest.mark.parametrize("client", ["as_student", "as_other_teacher", "as_outsider", "as_editor"])
def test_nobody_else_marks(request, argued, client):
    person = request.getfixturevalue(client)
    assert person.get(page_of(argued)).status_code == 404
    assert person.post(page_of(argued), filled(argued)).status_code == 404
    assert answer_of(argued).marking == {}


def test_what_is_not_handed_in_or_not_marked_by_hand_or_of_another_is_not_marked(as_teacher, argued):
    answer, address, sent = answer_of(argued), page_of(argued), filled(argued)
    strange = of(argued.assignment, f"{argued.uuid}/begrundelse/{answer.pk + 99}/")
    assert as_teacher.get(strange).status_code == 404
    graded = factories.ResponseFactory(attempt=argued.attempt, item=argued.attempt.items[0].key)
    assert as_teacher.get(of(argued.assignment, f"{argued.uuid}/begrundelse/{graded.pk}/")).status_code == 404
    assert as_teacher.get(of(argued.assignment, f"{argued.uuid}/begrundelse/")).status_code == 302
    Attempt.objects.update(submitted_at=None, points=None, total=None)
    assert as_teacher.get(address).status_code == 302
    assert as_teacher.post(address, sent).status_code == 302
    answer.refresh_from_db()
    assert answer.marking == {}


def test_the_list_asks_the_database_as_often_for_thirty_as_for_three(
    as_teacher, assignment, django_assert_max_num_queries
):
    asked = []
    for count in (3, 27):
        for number in range(count):
            other(assignment, f"Nr. {number}")
        with django_assert_max_num_queries(10) as queries:
            as_teacher.get(of(assignment, "begrundelser/"))
        asked.append(len(queries))
    assert asked[0] == asked[1]
