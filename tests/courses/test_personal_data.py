"""What the courses give a person of the own data, and what is left of a person who goes."""

import json

from accounts.erasure import erase
from accounts.export import everything
from courses import roster
from courses.models import Course, Membership, Submission
from tests import factories


def test_the_export_holds_courses_and_hand_ins(student, submission):
    told = everything(student)["courses"]
    assert told["hold"][0]["navn"] == "FØ24 Kreditret"
    assert told["hold"][0]["rolle"] == "Studerende"
    assert told["afleveringer"][0]["opgave"] == "Banken siger intet"
    assert told["afleveringer"][0]["afleveret"] is None
    json.dumps(told)


def test_the_export_holds_nothing_of_others(outsider, submission):
    assert everything(outsider)["courses"] == {
        "hold": [],
        "invitationer": [],
        "afleveringer": [],
        "fristforlaengelser": [],
        "rettede_bedoemmelser": [],
        "genbedoemmelser": [],
        "aendrede_point": [],
        "beskeder": [],
        "fravalgte_mails": [],
        "kalender_siden": [],
        "kvitteringer": [],
        "historik": [],
    }


def test_an_erased_students_graded_work_stays_under_a_number(student, quiz_assignment):
    factories.SubmissionFactory(assignment=quiz_assignment, user=student, handed_in=True)
    erase(student)
    (row,) = roster.rows(quiz_assignment)
    assert row.standing.is_done
    assert "Signe" not in str(row.user)
    assert str(student.pk) in str(row.user)
    assert "Signe" not in roster.as_csv(quiz_assignment)


def test_an_erased_student_leaves_the_courses_in_which_nothing_was_begun(student, course, quiz_assignment):
    other = factories.MembershipFactory(user=student).course
    factories.SubmissionFactory(assignment=quiz_assignment, user=student)
    erase(student)
    assert Membership.objects.filter(user=student).get().course == course
    assert not other.memberships.exists()
    assert Submission.objects.filter(user=student).exists()


def test_an_erased_teachers_course_stays_with_the_co_teacher(teacher, co_teacher, course, as_co_teacher):
    course.created_by = teacher
    course.save()
    erase(teacher)
    assert Course.objects.get(pk=course.pk).created_by is None
    assert as_co_teacher.get(course.get_absolute_url()).status_code == 200
