from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.models import Walkthrough
from courses.begin import begin
from courses.models import Submission
from quizzes.models import Attempt
from tests import factories


def test_begin_makes_a_walkthrough_and_opens_it(as_student, student, assignment):
    response = as_student.post(f"/afleveringer/{assignment.uuid}/begynd/")
    walkthrough = Submission.objects.get(assignment=assignment, user=student).walkthrough
    assert response.headers["Location"] == f"/cases/gang/{walkthrough.pk}/"
    assert walkthrough.mode == "aflevering"
    assert walkthrough.case == assignment.item_list[0].case


def test_begin_makes_an_attempt_at_a_quiz(as_student, student, quiz_assignment):
    response = as_student.post(f"/afleveringer/{quiz_assignment.uuid}/begynd/")
    attempt = Submission.objects.get(assignment=quiz_assignment, user=student).attempt
    assert response.headers["Location"] == f"/quiz/forsoeg/{attempt.pk}/"
    assert attempt.mode == "aflevering"


def test_two_clicks_make_one_submission_and_one_walkthrough(as_student, assignment):
    first, second = (as_student.post(f"/afleveringer/{assignment.uuid}/begynd/") for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert Submission.objects.count() == Walkthrough.objects.count() == 1


def test_practice_of_the_same_case_stays_apart(as_student, student, assignment):
    practice = factories.WalkthroughFactory(user=student, case=assignment.item_list[0].case)
    as_student.post(f"/afleveringer/{assignment.uuid}/begynd/")
    assert Submission.objects.get().walkthrough != practice


def test_practice_of_the_same_quiz_stays_apart(as_student, student, quiz_assignment):
    practice = factories.AttemptFactory(user=student, quiz=quiz_assignment.item_list[0].quiz)
    as_student.post(f"/afleveringer/{quiz_assignment.uuid}/begynd/")
    assert Submission.objects.get().attempt != practice


@pytest.mark.parametrize(
    ("assignment_says", "case_says", "course_says", "grades"),
    [
        ("gaeldende_ret", "pensum", "pensum", "gaeldende_ret"),
        ("", "gaeldende_ret", "pensum", "gaeldende_ret"),
        ("", "", "gaeldende_ret", "gaeldende_ret"),
        ("pensum", "gaeldende_ret", "gaeldende_ret", "pensum"),
    ],
)
def test_the_reading_is_the_assignments_else_the_cases_else_the_courses(
    student, course, assignment_says, case_says, course_says, grades
):
    course.reading = course_says
    course.save()
    assignment = factories.AssignmentFactory(
        course=course, reading=assignment_says, case=factories.CaseFactory(reading=case_says)
    )
    assert begin(student, assignment).work.reading == grades


def test_reading_and_release_are_frozen_when_the_student_begins(student, assignment):
    submission = begin(student, assignment)
    assignment.reading, assignment.release = "gaeldende_ret", "at_once"
    assignment.save()
    again = begin(student, assignment)
    assert again == submission
    assert (again.work.reading, again.work.release_rule) == ("pensum", "by_hand")


def test_before_it_opens_it_is_refused_with_the_time(as_student, course):
    opens = timezone.now() + timedelta(days=2)
    assignment = factories.AssignmentFactory(course=course, opens_at=opens, due_at=opens + timedelta(days=1))
    response = as_student.post(f"/afleveringer/{assignment.uuid}/begynd/")
    assert response.status_code == 409
    assert "Afleveringen åbner" in response.content.decode()
    assert not Submission.objects.exists()


def test_it_opens_on_the_second(student, assignment, time_machine):
    time_machine.move_to(assignment.opens_at, tick=False)
    assert begin(student, assignment)


def test_after_the_deadline_one_may_still_begin(as_student, assignment, time_machine):
    time_machine.move_to(assignment.due_at + timedelta(days=3), tick=False)
    assert as_student.post(f"/afleveringer/{assignment.uuid}/begynd/").status_code == 302


def test_in_an_archived_course_nothing_is_begun(as_student, course, assignment):
    course.archived_at = timezone.now()
    course.save()
    response = as_student.post(f"/afleveringer/{assignment.uuid}/begynd/")
    assert response.status_code == 409
    assert "arkiveret" in response.content.decode()


def test_a_quiz_that_asks_nothing_is_refused_in_danish(as_student, course):
    empty = factories.QuizFactory(questions=[])
    assignment = factories.AssignmentFactory(course=course, case=None, quiz=empty)
    response = as_student.post(f"/afleveringer/{assignment.uuid}/begynd/")
    assert response.status_code == 409
    assert "Sig det til din underviser" in response.content.decode()
    assert not Attempt.objects.exists()


def test_a_teacher_of_the_course_hands_in_nothing(as_teacher, assignment):
    assert as_teacher.post(f"/afleveringer/{assignment.uuid}/begynd/").status_code == 404


def test_begin_needs_a_post(as_student, assignment):
    assert as_student.get(f"/afleveringer/{assignment.uuid}/begynd/").status_code == 405


def test_the_database_holds_one_submission_a_student(submission):
    other = factories.WalkthroughFactory(user=submission.user)
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.create(assignment=submission.assignment, user=submission.user, walkthrough=other)


def test_the_database_wants_a_walkthrough_or_an_attempt_but_not_both(student, assignment):
    work = {
        "walkthrough": factories.WalkthroughFactory(user=student),
        "attempt": factories.AttemptFactory(user=student),
    }
    for wrong in ({}, work):
        with pytest.raises(IntegrityError), transaction.atomic():
            Submission.objects.create(assignment=assignment, user=student, **wrong)


def test_the_database_wants_a_case_or_a_quiz_but_not_both(course):
    for wrong in ({"case": None}, {"quiz": factories.QuizFactory()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            factories.AssignmentFactory(course=course, **wrong)


def test_the_database_wants_the_deadline_after_the_opening(course):
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.AssignmentFactory(course=course, opens_at=now, due_at=now)
