"""What a student reads about an assignment, from before it opens until the result is shown."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.cases.playing import Player


def page_of(client, assignment):
    response = client.get(f"/afleveringer/{assignment.uuid}/")
    assert response.status_code == 200
    return response.content.decode()


def test_it_says_what_is_asked_when_it_is_due_and_how_it_is_graded(as_student, assignment):
    page = page_of(as_student, assignment)
    assert assignment.title in page
    assert str(assignment.item_list[0].case) in page
    assert "7 dage tilbage" in page or "6 dage tilbage" in page
    assert "Sådan bedømmes du" in page
    assert "pensum" in page
    assert "Delene vejer: Jus 22 %, Subsumption 45 % og Konklusion 33 %." in page
    assert "højst 100 point" in page
    assert "når din underviser frigiver resultaterne" in page
    assert "Begynd opgaven" in page


def test_the_other_reading_and_release_are_told_in_words(as_student, course):
    assignment = factories.AssignmentFactory(course=course, reading="gaeldende_ret", release="at_once")
    page = page_of(as_student, assignment)
    assert "gældende ret" in page
    assert "straks efter, at du har afleveret" in page


def test_how_it_is_graded_is_told_as_it_was_when_the_student_began(as_student, submission):
    assignment = submission.assignment
    assignment.reading = "gaeldende_ret"
    assignment.save()
    assert "gældende ret" not in page_of(as_student, assignment)


def test_before_it_opens_there_is_no_button(as_student, course):
    opens = timezone.now() + timedelta(days=2)
    assignment = factories.AssignmentFactory(course=course, opens_at=opens, due_at=opens + timedelta(days=1))
    page = page_of(as_student, assignment)
    assert "Ikke åbnet" in page
    assert "Begynd opgaven" not in page


def test_what_is_begun_goes_on(as_student, submission):
    page = page_of(as_student, submission.assignment)
    assert "Fortsæt opgaven" in page
    assert submission.work.get_absolute_url() in page


def test_after_the_deadline_it_says_that_one_may_still_hand_in(as_student, submission, time_machine):
    time_machine.move_to(submission.assignment.due_at + timedelta(minutes=1), tick=False)
    page = page_of(as_student, submission.assignment)
    assert "Du kan stadig aflevere" in page


def test_what_is_handed_in_waits_for_the_release(as_student, student, assignment):
    factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    page = page_of(as_student, assignment)
    assert "Du har afleveret." in page
    assert "point</strong>" not in page


def test_a_released_result_shows_points_and_parts(as_student, as_teacher, submission):
    Player(as_student, submission.walkthrough).solve()
    submission.walkthrough.submit()
    assignment = submission.assignment
    as_teacher.post(f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/frigiv/")
    page = page_of(as_student, assignment)
    assert "100 af 100 point" in page
    assert "Subsumption" in page
    assert "Se svar og begrundelser" in page


def test_a_quiz_says_how_its_questions_count(as_student, quiz_assignment):
    page = page_of(as_student, quiz_assignment)
    assert str(quiz_assignment.item_list[0].quiz) in page
    assert "Hvert spørgsmål tæller lige meget" in page


def test_a_teacher_sees_the_page_as_students_do_without_the_button(as_teacher, assignment):
    page = page_of(as_teacher, assignment)
    assert "Du er ikke studerende på holdet." in page
    assert "Begynd opgaven" not in page


def test_the_list_parts_what_waits_what_comes_and_what_is_done(as_student, student, course, assignment):
    later = timezone.now() + timedelta(days=3)
    factories.AssignmentFactory(
        course=course, title="Senere", opens_at=later, due_at=later + timedelta(days=1)
    )
    done = factories.AssignmentFactory(course=course, title="Færdig", case=assignment.item_list[0].case)
    factories.SubmissionFactory(assignment=done, user=student, handed_in=True)
    page = as_student.get("/afleveringer/").content.decode()
    places = [page.index(word) for word in ("Skal afleveres", assignment.title, "Kommer senere", "Senere<")]
    places += [page.index(word) for word in (">Afleveret<", "Færdig")]
    assert places == sorted(places)


def test_the_list_is_useful_without_a_course(as_outsider):
    page = as_outsider.get("/afleveringer/").content.decode()
    assert "Du er ikke tilmeldt noget hold" in page
    assert "/afleveringer/tilmeld/" in page


def test_what_an_archived_course_set_is_not_listed(as_student, course, assignment):
    course.archived_at = timezone.now()
    course.save()
    assert assignment.title not in as_student.get("/afleveringer/").content.decode()


def test_the_page_of_an_archived_course_says_that_it_is_closed(as_student, course, submission):
    course.archived_at = timezone.now()
    course.save()
    page = page_of(as_student, submission.assignment)
    assert "Lukket, fordi holdet er arkiveret" in page
    assert "Fortsæt opgaven" not in page


@pytest.mark.parametrize("kind", ["assignment", "quiz_assignment"])
def test_the_player_tells_the_assignment_the_deadline_and_the_way_back(as_student, student, kind, request):
    assignment = request.getfixturevalue(kind)
    submission = factories.SubmissionFactory(assignment=assignment, user=student)
    page = as_student.get(submission.work.get_absolute_url(), follow=True).content.decode()
    assert assignment.title in page
    assert assignment.get_absolute_url() in page
    assert "Frist" in page
