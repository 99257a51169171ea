"""What people are told of, once each, and what nobody is told too early."""

from datetime import timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

from accounts.erasure import erase
from accounts.export import everything
from courses import notifying, overriding, release, reminding
from courses.models import Assignment, Message, Submission
from tests import factories

Kind = Message.Kind
HOUR = timedelta(hours=1)


@pytest.fixture
def handed_in(assignment, student):
    """What the student has handed in, and nobody has shown the result of."""
    return factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)


def told(user, kind=None):
    """The subjects of what the person was told."""
    rows = Message.objects.filter(user=user, **({"kind": kind} if kind else {}))
    return [row.subject for row in rows]


def change_points(assignment, student, teacher, points, version="0"):
    overriding.change(assignment, student, Decimal(points), "Mundtligt.", by=teacher, version=version)


# Results


def test_who_has_handed_in_is_told_that_the_result_is_ready(assignment, handed_in, student):
    idle = factories.MembershipFactory(course=assignment.course, role="student").user
    release.release(assignment)
    assert told(student) == ["Resultatet er klar: Banken siger intet"]
    assert told(idle) == []


def test_results_released_twice_are_told_once(assignment, handed_in, student):
    release.release(assignment)
    release.release(Assignment.objects.get(pk=assignment.pk))
    notifying.released(assignment, [student.pk])
    assert len(told(student)) == 1


def test_who_was_given_points_without_handing_in_is_told_too(assignment, student, teacher):
    change_points(assignment, student, teacher, 60)
    release.release(Assignment.objects.get(pk=assignment.pk))
    assert told(student) == ["Resultatet er klar: Banken siger intet"]


def test_a_release_that_is_rolled_back_tells_nobody(assignment, handed_in, student):
    with transaction.atomic():
        release.release(assignment)
        transaction.set_rollback(True)
    assert told(student) == []


def test_results_that_the_deadline_shows_are_told_when_it_has_passed(assignment, student):
    assignment.release = Assignment.Release.AT_DUE
    assignment.save()
    submission = factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    shown_from = Submission.objects.get(pk=submission.pk).shown_from
    reminding.tell_of_results(shown_from - HOUR)
    assert told(student) == []
    for _ in range(2):
        reminding.tell_of_results(shown_from + HOUR)
    assert told(student) == ["Resultatet er klar: Banken siger intet"]


def test_results_of_last_year_are_not_told_by_a_site_that_is_new(assignment, student):
    assignment.release = Assignment.Release.AT_DUE
    assignment.save()
    factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    reminding.tell_of_results(assignment.due_at + timedelta(days=300))
    assert told(student) == []


# Changes


def test_a_changed_mark_that_the_student_has_seen_is_told_each_time(assignment, handed_in, student, teacher):
    release.release(assignment)
    change_points(assignment, student, teacher, 60)
    change_points(assignment, student, teacher, 60)
    change_points(assignment, student, teacher, 70, version="1")
    assert told(student, Kind.CHANGED) == ["Din bedømmelse er ændret: Banken siger intet"] * 2


def test_a_change_before_the_result_is_shown_is_nobodys_business_yet(assignment, handed_in, student, teacher):
    change_points(assignment, student, teacher, 60)
    assert told(student) == []


def test_a_regrade_is_told_once_to_those_who_have_seen_their_result(assignment, handed_in, student):
    unseen = factories.SubmissionFactory(assignment=assignment).user
    release.release(assignment)
    for _ in range(2):
        notifying.regraded(assignment, [student, unseen], "Nøglen til spørgsmål 2 er rettet.", event=7)
    assert told(student, Kind.REGRADED) == ["Opgaven er bedømt om: Banken siger intet"]
    assert told(unseen, Kind.REGRADED) == []
    notifying.regraded(assignment, [student], "Nøglen til spørgsmål 2 er rettet.", event=8)
    assert len(told(student, Kind.REGRADED)) == 2


def test_no_mail_names_points_or_the_reason(assignment, handed_in, student, teacher):
    release.release(assignment)
    change_points(assignment, student, teacher, "61.5")
    notifying.regraded(assignment, [student], "Spørgsmål 2 er rettet.", event=7)
    assert notifying.send_waiting() == 3
    for one in mail.outbox:
        assert "61,5" not in one.body
        assert "Mundtligt" not in one.body
        assert "Spørgsmål 2" not in one.body


# Deadlines


@pytest.fixture
def due_in(course):
    """due_in(hours) makes an assignment that is due so soon."""

    def make(hours, **fields):
        due_at = timezone.now() + hours * HOUR
        fields = {"title": "Uge 48", "opens_at": due_at - timedelta(days=30)} | fields
        return factories.AssignmentFactory(course=course, due_at=due_at, **fields)

    return make


@pytest.mark.parametrize(("hours", "count"), [(1, 1), (23, 1), (25, 0), (-1, 0)])
def test_a_student_is_told_within_a_day_of_the_deadline(due_in, student, hours, count):
    due_in(hours)
    reminding.what_time_brings()
    assert told(student) == ["Husk fristen: Uge 48"] * count


def test_a_deadline_is_told_once_however_often_it_is_looked_at(due_in, student):
    due_in(5)
    for _ in range(3):
        reminding.what_time_brings()
    assert len(told(student)) == 1


def test_a_deadline_that_moves_is_told_again_when_it_is_near(due_in, student):
    assignment = due_in(5)
    reminding.what_time_brings()
    assignment.due_at += timedelta(days=3)
    assignment.save()
    reminding.what_time_brings()
    assert len(told(student)) == 1
    reminding.what_time_brings(assignment.due_at - HOUR)
    assert len(told(student)) == 2


def test_the_students_own_deadline_counts(due_in, student):
    assignment = due_in(5)
    own = assignment.due_at + timedelta(days=2)
    factories.ExtensionFactory(assignment=assignment, user=student, due_at=own)
    other = factories.MembershipFactory(course=assignment.course, role="student").user
    reminding.what_time_brings()
    assert (told(student), len(told(other))) == ([], 1)
    reminding.what_time_brings(own - HOUR)
    assert (len(told(student)), len(told(other))) == (1, 1)


def test_who_has_handed_in_or_teaches_or_left_is_not_reminded(due_in, student, teacher, course):
    assignment = due_in(5)
    gone = factories.MembershipFactory(course=course, role="student")
    gone.delete()
    factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    reminding.what_time_brings()
    assert told(student) == told(teacher) == told(gone.user) == []


def test_who_has_only_begun_is_reminded(due_in, student):
    factories.SubmissionFactory(assignment=due_in(5), user=student)
    reminding.what_time_brings()
    assert len(told(student)) == 1


def test_nobody_is_reminded_of_a_course_that_is_archived_or_of_what_is_not_open(due_in, student, course):
    due_in(5, opens_at=timezone.now() + HOUR)
    reminding.what_time_brings()
    assert told(student) == []
    due_in(5)
    course.archived_at = timezone.now()
    course.save()
    reminding.what_time_brings()
    assert told(student) == []


def test_three_hundred_are_reminded_in_as_many_queries_as_three(
    due_in, student, django_assert_max_num_queries
):
    assignment = due_in(5)
    for _ in range(30):
        factories.MembershipFactory(course=assignment.course, role="student")
    with django_assert_max_num_queries(12):
        reminding.remind(timezone.now())
    assert Message.objects.filter(kind=Kind.DUE).count() == 31


# Invitations


def test_who_has_no_account_is_invited_by_mail_once(course):
    for _ in range(2):
        notifying.invited(course, " Ny@Eksempel.test ", "Ny Person")
    assert notifying.send_waiting() == 1
    (sent,) = mail.outbox
    assert sent.to == ["ny@eksempel.test"]
    assert sent.subject == "Invitation til holdet FØ24 Kreditret"
    assert "Hej Ny Person" in sent.body
    assert course.shown_join_code in sent.body
    assert "/konto/opret/" in sent.body


def test_a_new_code_can_be_sent_to_the_same_address(course):
    notifying.invited(course, "ny@eksempel.test")
    course.renew_join_code()
    notifying.invited(course, "ny@eksempel.test")
    assert Message.objects.count() == 2


def test_who_has_an_account_finds_the_invitation_in_the_app(course, outsider):
    notifying.invited(course, outsider.email.upper(), "Et andet navn")
    assert told(outsider) == ["Invitation til holdet FØ24 Kreditret"]


# A person's data


def test_the_export_holds_the_messages_and_an_erased_person_leaves_none(course, student, outsider):
    factories.MessageFactory(user=student)
    factories.MessageFactory(user=outsider)
    factories.MutedKindFactory(user=student)
    factories.CalendarFeedFactory(user=student)
    notifying.invited(course, student.email)
    mine = everything(student)["courses"]
    assert {row["emne"] for row in mine["beskeder"]} == {
        "Resultatet er klar: Banken siger intet",
        "Invitation til holdet FØ24 Kreditret",
    }
    assert mine["fravalgte_mails"] == ["Frist inden for et døgn"]
    assert len(mine["kalender_siden"]) == 1
    erase(student)
    assert Message.objects.get().user == outsider


def test_an_invitation_from_before_the_account_is_in_the_export_without_its_code(course):
    notifying.invited(course, "ny@eksempel.test", "Ny Person")
    new = factories.UserFactory(email="ny@eksempel.test")
    (told_of,) = everything(new)["courses"]["beskeder"]
    assert told_of["tekst"] is None
    erase(new)
    assert not Message.objects.exists()


# At once


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_workers_that_look_at_once_tell_each_student_once(due_in, student, course):
    due_in(5)
    for _ in range(9):
        factories.MembershipFactory(course=course, role="student")
    start = Barrier(4)

    def work():
        try:
            start.wait()
            reminding.what_time_brings()
        finally:
            connection.close()

    workers = [Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert Message.objects.count() == Message.objects.values("user").distinct().count() == 10
