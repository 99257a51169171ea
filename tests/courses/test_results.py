"""Who has done what with which result, the file of it, one hand-in, and the release."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from courses import release, roster
from courses.models import Submission
from tests import factories
from tests.cases.playing import Player


def results_of(assignment, page=""):
    return f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/{page}"


@pytest.fixture
def solved(as_student, submission):
    """The student's case, solved with one slip and handed in."""
    Player(as_student, submission.walkthrough).solve()
    submission.walkthrough.submit()
    return Submission.objects.get(pk=submission.pk)


@pytest.fixture
def quizzed(quiz_assignment, student):
    """The student's quiz, handed in with nothing answered."""
    return factories.SubmissionFactory(assignment=quiz_assignment, user=student, handed_in=True)


def read_csv(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_the_list_shows_every_student_and_how_far_each_is(as_teacher, course, assignment, solved):
    begun = factories.SubmissionFactory(assignment=assignment, user__name="Bo Begyndt")
    idle = factories.MembershipFactory(course=course, user__name="Ib Ikkebegyndt").user
    rows = {str(row.user): row for row in roster.rows(assignment)}
    assert rows[str(begun.user)].standing.words == "Begyndt"
    assert rows[str(idle)].standing.words == "Ikke begyndt"
    assert rows["Signe Holm"].standing.words == "Afleveret"
    page = as_teacher.get(results_of(assignment)).content.decode()
    assert "100 af 100" in page
    assert "1 af 3" in page
    assert page.index("Bo Begyndt") < page.index("Ib Ikkebegyndt") < page.index("Signe Holm")


def test_points_are_the_share_of_the_highest(student, assignment):
    assignment.points = 12
    assignment.save()
    submission = factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    submission.walkthrough.refresh_from_db()
    submission.walkthrough.total = "0.6250"
    submission.walkthrough.save()
    (row,) = roster.rows(assignment)
    assert row.result.points_shown == "7,5"


def test_a_student_who_left_stays_in_the_list_with_the_work(as_teacher, course, assignment, solved, student):
    course.memberships.filter(user=student).delete()
    assert "ikke længere på holdet" in as_teacher.get(results_of(assignment)).content.decode()


def test_the_list_without_students_gives_the_code(as_teacher, assignment, course):
    assert course.shown_join_code in as_teacher.get(results_of(assignment)).content.decode()


def test_the_file_has_what_danish_spreadsheets_want(as_teacher, assignment, solved):
    response = as_teacher.get(results_of(assignment, "resultater.csv"))
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="banken-siger-intet.csv"'
    (row,) = read_csv(response.content.decode())
    assert row["Navn"] == "Signe Holm"
    assert row["Status"] == "Afleveret"
    assert (row["Subsumption (%)"], row["Point"], row["Højeste antal point"]) == ("100", "100", "100")
    assert row["Retsgrundlag"] == "Pensum"


def test_the_file_of_a_quiz_has_no_parts(quizzed):
    (row,) = read_csv(roster.as_csv(quizzed.assignment))
    assert not [name for name in row if name.endswith("(%)")]
    assert row["Point"] == "0"


@pytest.mark.parametrize("name", ["=1+1", "+45 70", "-5", "@SUM(A1)", "\t=1"])
def test_no_name_becomes_a_formula(course, assignment, name):
    factories.MembershipFactory(course=course, user__name=name)
    (row,) = read_csv(roster.as_csv(assignment))
    assert row["Navn"] == f"'{name}"


def test_a_name_with_a_semicolon_stays_in_its_column(course, assignment):
    factories.MembershipFactory(course=course, user__name='Holm; "Lund"')
    (row,) = read_csv(roster.as_csv(assignment))
    assert row["Navn"] == 'Holm; "Lund"'


def test_the_teacher_reads_answers_marks_reading_and_version(as_teacher, solved):
    page = as_teacher.get(results_of(solved.assignment, f"{solved.uuid}/")).content.decode()
    assert "Signe Holm" in page
    assert "100 af 100" in page
    assert "FIL" in page
    assert "Rigtigt." in page
    assert "Pensum" in page
    assert solved.walkthrough.frozen["questions"][0]["version"] in page
    assert "Lone Brandt" in page


def test_the_teacher_reads_a_quiz(as_teacher, quizzed):
    page = as_teacher.get(results_of(quizzed.assignment, f"{quizzed.uuid}/")).content.decode()
    assert "Ikke besvaret." in page
    assert "0 af 100" in page


def test_what_is_not_handed_in_is_not_read(as_teacher, as_student, submission):
    Player(as_student, submission.walkthrough).answer("jus", "FIL § 48")
    page = as_teacher.get(results_of(submission.assignment, f"{submission.uuid}/")).content.decode()
    assert "Ikke afleveret endnu." in page
    assert "1 svar er gemt" in page
    assert "Bestemmelse" not in page


def test_the_student_sees_nothing_before_the_release(as_student, solved):
    page = as_student.get(solved.work.get_absolute_url(), follow=True).content.decode()
    assert "Bedømmelsen kommer" in page
    assert not solved.is_released()


def test_release_asks_first_and_then_shows(as_teacher, as_student, solved):
    address = results_of(solved.assignment, "frigiv/")
    asked = as_teacher.get(address).content.decode()
    assert "kan ikke tages tilbage" in asked
    assert not Submission.objects.get(pk=solved.pk).is_released()
    assert as_teacher.post(address).headers["Location"] == results_of(solved.assignment)
    assert Submission.objects.get(pk=solved.pk).is_released()
    page = as_student.get(solved.work.get_absolute_url(), follow=True).content.decode()
    assert "Rigtigt." in page


def test_release_shows_a_quiz(as_teacher, as_student, quizzed):
    as_teacher.post(results_of(quizzed.assignment, "frigiv/"))
    page = as_student.get(quizzed.work.get_absolute_url(), follow=True).content.decode()
    assert "Gennemgang" in page


def test_releasing_twice_keeps_the_first_time(as_teacher, solved, time_machine):
    address = results_of(solved.assignment, "frigiv/")
    as_teacher.post(address)
    first = type(solved.assignment).objects.get(pk=solved.assignment_id).released_at
    time_machine.move_to(timezone.now() + timedelta(hours=1))
    as_teacher.post(address)
    assert type(solved.assignment).objects.get(pk=solved.assignment_id).released_at == first


def test_who_hands_in_after_the_release_sees_the_result_then(as_teacher, assignment, student):
    submission = factories.SubmissionFactory(assignment=assignment, user=student)
    release.release(assignment)
    submission.walkthrough.refresh_from_db()
    assert not submission.is_released()
    submission.walkthrough.submit()
    assert Submission.objects.get(pk=submission.pk).is_released()


def test_who_begins_after_the_release_sees_the_result_on_handing_in(assignment, student):
    release.release(assignment)
    submission = factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    assert Submission.objects.get(pk=submission.pk).is_released()


@pytest.mark.parametrize("kind", ["case", "quiz"])
def test_at_due_the_result_shows_when_the_deadline_has_passed(
    course, as_student, student, kind, time_machine
):
    content = {"case": None, "quiz": factories.QuizFactory()} if kind == "quiz" else {}
    assignment = factories.AssignmentFactory(course=course, release="at_due", **content)
    submission = factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    address = submission.work.get_absolute_url()
    assert "frigivet" in as_student.get(address, follow=True).content.decode()
    time_machine.move_to(assignment.due_at + timedelta(seconds=1), tick=False)
    assert Submission.objects.get(pk=submission.pk).is_released()
    assert "frigivet" not in as_student.get(address, follow=True).content.decode()


@pytest.mark.parametrize("kind", ["case", "quiz"])
def test_at_once_the_result_shows_on_handing_in(course, student, kind):
    content = {"case": None, "quiz": factories.QuizFactory()} if kind == "quiz" else {}
    assignment = factories.AssignmentFactory(course=course, release="at_once", **content)
    submission = factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    assert Submission.objects.get(pk=submission.pk).is_released()
