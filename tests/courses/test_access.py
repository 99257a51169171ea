"""What belongs to a course of others does not exist. Pages and roles: `tests/test_access.py`."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from courses.models import Assignment, Course, Submission
from tests import factories

COURSE = ["course", "edit_course", "create_assignment"]
ASSIGNMENT = ["results", "edit_assignment", "release", "results_csv"]
BUTTONS = ["renew_code", "add_teacher", "archive"]


@pytest.fixture
def foreign(foreign_assignment):
    """The hand-in of a student of another course."""
    return factories.SubmissionFactory(assignment=foreign_assignment)


@pytest.mark.parametrize("name", [*COURSE, *ASSIGNMENT, *BUTTONS, "submission"])
def test_a_teacher_finds_nothing_of_the_courses_of_others(as_teacher, foreign, name):
    assignment = foreign.assignment
    parts = [assignment.course.uuid]
    parts += [assignment.uuid] if name in [*ASSIGNMENT, "submission"] else []
    parts += [foreign.uuid] if name == "submission" else []
    send = as_teacher.post if name in BUTTONS else as_teacher.get
    assert send(reverse(f"courses:{name}", args=parts)).status_code == 404


@pytest.mark.parametrize("name", ["assignment", "begin"])
def test_a_student_finds_nothing_of_the_courses_of_others(as_student, foreign_assignment, name):
    send = as_student.post if name == "begin" else as_student.get
    assert send(reverse(f"courses:{name}", args=[foreign_assignment.uuid])).status_code == 404
    assert not Submission.objects.exists()


def test_an_assignment_is_not_reached_through_another_course(as_teacher, course, foreign_assignment):
    address = f"/undervisning/{course.uuid}/afleveringer/{foreign_assignment.uuid}/"
    assert as_teacher.get(address).status_code == 404


def test_a_hand_in_is_not_reached_through_another_assignment(as_teacher, course, submission, quiz_assignment):
    address = f"/undervisning/{course.uuid}/afleveringer/{quiz_assignment.uuid}/{submission.uuid}/"
    assert as_teacher.get(address).status_code == 404


def test_a_teacher_who_follows_a_course_of_others_does_not_run_it(as_teacher, teacher, other_course):
    factories.MembershipFactory(course=other_course, user=teacher)
    assert as_teacher.get(other_course.get_absolute_url()).status_code == 404


def test_a_student_does_not_read_the_work_of_another(as_student, assignment):
    other = factories.SubmissionFactory(assignment=assignment)
    assert as_student.get(other.work.get_absolute_url()).status_code == 404


def test_the_querysets_say_to_each_person_what_is_theirs(
    teacher, student, outsider, superuser, submission, foreign
):
    own = {submission}
    assert set(Submission.objects.for_teacher(teacher)) == own
    assert set(Submission.objects.visible_to(teacher)) == own
    assert set(Submission.objects.for_student(student)) == own
    assert set(Submission.objects.visible_to(student)) == own
    assert not Submission.objects.for_teacher(student)
    assert not Submission.objects.visible_to(outsider)
    assert set(Submission.objects.visible_to(superuser)) == {submission, foreign}
    assert set(Course.objects.visible_to(student)) == {submission.assignment.course}
    assert set(Assignment.objects.for_teacher(teacher)) == {submission.assignment}
    assert not Assignment.objects.for_student(teacher)


@pytest.mark.parametrize("model", [Course, Assignment, Submission])
@pytest.mark.parametrize("narrow", ["for_teacher", "for_student", "visible_to"])
def test_nobody_in_particular_sees_nothing(submission, model, narrow):
    assert not getattr(model.objects, narrow)(AnonymousUser())
