"""What the courses give a person of the own data, and what is left of a person who goes."""

import json

import pytest

from accounts.erasure import erase
from accounts.export import everything
from cases.models import Walkthrough
from courses import release, roster
from courses.models import Course, Judgement, Membership, Submission
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
        "bedoemmelser_af_to": [],
        "bedoemmelser_givet": [],
        "historik": [],
    }


def by_two(student, first, second, assignment, *, counts):
    """What two have given the student, whose result is shown."""
    made = factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    for place, who in enumerate((first, second), 1):
        factories.JudgementFactory(submission=made, by=who, place=place, comment=f"Ord {place}.")
    if counts:
        work = Walkthrough.objects.filter(submission=made)
        work.update(marks=work.get().marks | {"argument": 0.5})
    release.release(assignment, by=first)


@pytest.mark.parametrize("counts", [True, False])
def test_the_student_has_what_two_gave_once_it_counts_and_is_shown_and_no_name(
    student, teacher, co_teacher, assignment, counts
):
    by_two(student, teacher, co_teacher, assignment, counts=counts)
    told = everything(student)["courses"]
    assert [row["kommentar"] for row in told["bedoemmelser_af_to"]] == (
        ["Ord 1.", "Ord 2."] if counts else []
    )
    assert "Karen Lund" not in str(told["bedoemmelser_af_to"])
    assert told["bedoemmelser_givet"] == []


def test_a_marker_has_what_she_gave_and_not_whose_it_is(student, teacher, co_teacher, assignment):
    by_two(student, teacher, co_teacher, assignment, counts=False)
    (given,) = everything(co_teacher)["courses"]["bedoemmelser_givet"]
    assert (given["kommentar"], given["som"]) == ("Ord 2.", "Anden bedømmer")
    assert "Signe" not in str(given)


def test_an_erased_markers_marks_stay_under_a_number(student, teacher, marker, assignment, as_teacher):
    by_two(student, marker, teacher, assignment, counts=False)
    erase(marker)
    mark = Judgement.objects.get(place=1)
    assert "Vibeke" not in str(mark.by)
    assert mark.points


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
