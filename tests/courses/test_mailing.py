"""The outbox: nothing twice, nothing lost, and a mail server that fails is nobody's error page."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from courses import mailing
from courses.models import Message
from courses.notifying import send_waiting
from tests import factories


@pytest.fixture
def waiting(student, course):
    """waiting(count) makes messages that wait to be mailed."""

    def make(count=1, **fields):
        fields = {"user": student, "mail_from": timezone.now()} | fields
        assignment = factories.AssignmentFactory(course=course)
        return [factories.MessageFactory(assignment=assignment, **fields) for _ in range(count)]

    return make


class Failing(EmailBackend):
    """A mail server that answers as it is told."""

    error: Exception
    only: str = ""

    def send_messages(self, messages):
        if not self.only or self.only in messages[0].to:
            raise self.error
        return super().send_messages(messages)


@pytest.fixture
def server(settings, monkeypatch):
    """server(error, only=address): from now on mails fail with it, or those to one address alone."""

    def fails(error, only=""):
        monkeypatch.setattr(Failing, "error", error, raising=False)
        monkeypatch.setattr(Failing, "only", only)
        settings.EMAIL_BACKEND = f"{__name__}.Failing"

    return fails


def later():
    """As if the next try were due."""
    Message.objects.filter(mail_from__isnull=False).update(mail_from=timezone.now())


REFUSED = SMTPRecipientsRefused({"x@eksempel.test": (550, b"no such user")})


def test_a_mail_is_polite_leads_to_the_page_and_is_sent_once(waiting, student, settings):
    settings.SITE_URL = "https://subsumo.eksempel.test"
    (message,) = waiting()
    assert [send_waiting(), send_waiting()] == [1, 0]
    (sent,) = mail.outbox
    assert sent.to == [student.email]
    assert sent.subject == message.subject
    assert sent.body.startswith("Hej Signe Holm\n\nDit resultat af")
    assert f"https://subsumo.eksempel.test{message.get_absolute_url()}\n" in sent.body
    assert sent.body.endswith("Venlig hilsen\nSubsumo\n")
    assert sent.extra_headers["Message-ID"] == f"<{message.uuid}@subsumo>"
    message.refresh_from_db()
    assert message.emailed_at
    assert message.mail_from is None


def test_a_mail_that_can_be_turned_off_says_where(waiting):
    waiting(kind="due")
    waiting(kind="released")
    send_waiting()
    due, released = mail.outbox
    assert "/min-side/#mails" in due.body
    assert "/min-side/" not in released.body


def test_quotation_marks_stay_as_they_are_in_a_mail(waiting):
    waiting(subject="Résumé & »kaution«", text="§ 48 & <alt>")
    send_waiting()
    assert "§ 48 & <alt>" in mail.outbox[0].body


def test_a_server_that_fails_is_left_alone_and_nothing_is_lost(waiting, server, settings):
    waiting(3)
    backend = settings.EMAIL_BACKEND
    server(SMTPServerDisconnected("gone"))
    assert send_waiting() == 0
    assert Message.objects.filter(tries=1).count() == 1
    assert Message.objects.filter(tries=0).count() == 2
    settings.EMAIL_BACKEND = backend
    later()
    assert send_waiting() == 3


def test_a_server_that_cannot_be_reached_costs_no_try(waiting, settings, monkeypatch):
    def closed(self):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "open", closed)
    (message,) = waiting()
    assert send_waiting() == 0
    message.refresh_from_db()
    assert message.tries == 0


def test_one_address_that_is_refused_does_not_stop_the_others(waiting, server, outsider):
    waiting(user=outsider)
    waiting(2)
    server(REFUSED, only=outsider.email)
    assert send_waiting() == 2
    failed = Message.objects.get(user=outsider)
    assert failed.emailed_at is None
    assert failed.error == "SMTPRecipientsRefused"
    assert outsider.email not in failed.error


def test_it_is_given_up_after_the_last_try_and_stays_in_the_app(waiting, server, student):
    waiting()
    server(REFUSED)
    for _ in range(mailing.MOST_TRIES + 2):
        send_waiting()
        later()
    message = Message.objects.for_person(student).get()
    assert message.tries == mailing.MOST_TRIES
    assert message.mail_from is None


def test_the_next_try_waits_longer_each_time(waiting, server):
    (message,) = waiting()
    server(REFUSED)
    waits = []
    for _ in range(3):
        send_waiting()
        message.refresh_from_db()
        waits.append(round((message.mail_from - timezone.now()) / timedelta(minutes=1)))
        later()
    assert waits == [5, 10, 20]


def test_what_two_workers_see_one_of_them_takes(waiting):
    waiting()
    (seen_by_both,) = Message.objects.to_mail(timezone.now())
    assert mailing._take(seen_by_both)
    assert not mailing._take(seen_by_both)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_workers_at_once_mail_each_message_once(waiting):
    waiting(10)
    start = Barrier(4)

    def work():
        try:
            start.wait()
            send_waiting()
        finally:
            connection.close()

    workers = [Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    ids = [sent.extra_headers["Message-ID"] for sent in mail.outbox]
    assert len(ids) == len(set(ids)) == 10


def test_a_worker_that_ended_in_the_middle_leaves_the_message_to_the_next(waiting):
    waiting()
    mailing._take(Message.objects.to_mail(timezone.now()).get())
    assert send_waiting() == 0
    later()
    assert send_waiting() == 1


def test_a_reminder_that_comes_too_late_is_not_mailed(waiting):
    waiting(kind="due", mail_until=timezone.now())
    assert send_waiting() == 0
    assert Message.objects.get().mail_from is None


def test_a_closed_account_is_not_mailed(waiting, student):
    waiting()
    student.is_active = False
    student.save()
    assert send_waiting() == 0


def test_a_release_is_shown_though_the_mail_server_is_down(assignment, as_teacher, student, server):
    factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    server(SMTPServerDisconnected("gone"))
    address = f"{assignment.course.get_absolute_url()}afleveringer/{assignment.uuid}/frigiv/"
    assert [as_teacher.post(address).status_code for _ in range(2)] == [302, 302]
    assert Message.objects.filter(user=student).count() == 1


def test_the_command_sends_all_and_says_how_many(waiting, capsys):
    waiting(3)
    call_command("send_messages")
    assert capsys.readouterr().out == "3 mails er sendt.\n"
    call_command("send_messages")
    assert capsys.readouterr().out == ""


def test_the_command_sends_more_than_one_round_takes(waiting, monkeypatch, capsys):
    monkeypatch.setattr(mailing, "AT_ONCE", 2)
    monkeypatch.setattr("courses.management.commands.send_messages.AT_ONCE", 2)
    waiting(5)
    call_command("send_messages")
    assert capsys.readouterr().out == "5 mails er sendt.\n"
