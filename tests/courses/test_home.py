"""The front page."""

from datetime import timedelta

from django.utils import timezone

from tests import factories


def home(client):
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_stranger_reads_what_this_is_and_how_to_come_in(anonymous):
    page = home(anonymous)
    assert "Subsumption" in page
    assert "/konto/log-ind/" in page
    assert "/konto/opret/" in page


def test_it_is_useful_when_empty(as_outsider):
    page = home(as_outsider)
    assert "Du har ikke noget liggende" in page
    assert 'href="/oev/"' in page
    assert "tilmelde dig holdet" in page


def test_unfinished_practice_is_one_click_away(as_student, student):
    walkthrough = factories.WalkthroughFactory(user=student)
    attempt = factories.AttemptFactory(user=student)
    page = home(as_student)
    assert walkthrough.get_absolute_url() in page
    assert attempt.get_absolute_url() in page


def test_the_practice_of_others_is_not_there(as_student):
    walkthrough = factories.WalkthroughFactory()
    assert walkthrough.get_absolute_url() not in home(as_student)


def test_what_is_due_stands_with_the_time_left_the_next_first(as_student, course, assignment):
    soon = factories.AssignmentFactory(
        course=course,
        title="Den første",
        case=assignment.item_list[0].case,
        due_at=timezone.now() + timedelta(hours=3),
    )
    page = home(as_student)
    assert "2 timer tilbage" in page or "3 timer tilbage" in page
    assert page.index(soon.title) < page.index(assignment.title)


def test_what_is_handed_in_is_no_longer_due(as_student, student, assignment):
    factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    page = home(as_student)
    assert assignment.title not in page
    assert "Ingen opgaver venter på dig" in page


def test_a_new_result_is_there_for_two_weeks(as_student, student, course, time_machine):
    assignment = factories.AssignmentFactory(
        course=course, case=None, quiz=factories.QuizFactory(), release="at_once"
    )
    factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    assert "Resultatet er klar" in home(as_student)
    time_machine.move_to(timezone.now() + timedelta(days=15))
    as_student.force_login(student)
    assert "Resultatet er klar" not in home(as_student)


def test_a_teacher_sees_how_many_have_handed_in(as_teacher, assignment, student):
    factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    factories.SubmissionFactory(assignment=assignment)
    page = home(as_teacher)
    assert "1 afleveret, 2 begyndt" in page


def test_what_a_teacher_has_set_stands_with_the_next_deadline_first(as_teacher, course, assignment):
    times = {"opens_at": timezone.now() - timedelta(days=9), "due_at": timezone.now() + timedelta(hours=1)}
    soon = factories.AssignmentFactory(
        course=course, title="Den første", case=assignment.item_list[0].case, **times
    )
    for page in (home(as_teacher), as_teacher.get(course.get_absolute_url()).content.decode()):
        assert page.index(soon.title) < page.index(assignment.title)


def test_a_teacher_does_not_see_the_courses_of_others(as_teacher, foreign_assignment):
    assert foreign_assignment.title not in home(as_teacher)


def test_a_student_sees_nothing_of_the_courses_of_others(as_student, foreign_assignment):
    assert foreign_assignment.title not in home(as_student)
