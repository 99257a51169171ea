"""The outbox: what is written in the database and waits to be mailed.

A message is taken by moving its `mail_from` on, which of two workers only one can do. If the mail then fails,
or the process ends, the message waits until that time and is tried again.
"""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused

import structlog
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from courses.models import Message
from courses.models.messages import OPTIONAL

MOST_TRIES = 10
FIRST_WAIT = timedelta(minutes=5)
AT_ONCE = 200
# These concern one mail; any other error concerns the server, and the rest would fail likewise.
OF_ONE_MAIL = (SMTPRecipientsRefused, SMTPDataError, ValueError)

log = structlog.get_logger("subsumo.mail")


def send_waiting() -> int:
    """Mail what waits; how many were sent. A server that fails is left alone until the next time."""
    waiting = list(Message.objects.to_mail(timezone.now())[:AT_ONCE])
    sent = 0
    if not waiting:
        return sent
    connection = get_connection()
    try:
        connection.open()
        for message in waiting:
            if _take(message):
                sent += _send(message, connection)
    except OSError as error:
        log.warning("mail_server_failed", error=_words(error), left=len(waiting) - sent)
    finally:
        _close(connection)
    return sent


def _send(message: Message, connection: BaseEmailBackend) -> bool:
    """Whether the mail is on its way; an error of the server is raised, after it is kept."""
    try:
        _mail(message, connection).send()
    except OF_ONE_MAIL as error:
        _failed(message, error)
        return False
    except OSError as error:
        _failed(message, error)
        raise
    Message.objects.filter(pk=message.pk).update(emailed_at=timezone.now(), mail_from=None, error="")
    return True


def _take(message: Message) -> bool:
    """Whether the message is ours to mail. What comes too late to be of use is mailed no more."""
    row = Message.objects.filter(pk=message.pk, mail_from=message.mail_from)
    now = timezone.now()
    if message.mail_until and message.mail_until <= now:
        row.update(mail_from=None)
        return False
    wait = FIRST_WAIT * 2**message.tries
    return bool(row.update(mail_from=now + wait, tries=F("tries") + 1))


def _failed(message: Message, error: Exception) -> None:
    """Keep what went wrong, without the address; after the last try the message stays in the app alone."""
    words = _words(error)
    is_last = message.tries + 1 >= MOST_TRIES
    log.warning("mail_failed", message=message.pk, error=words, tries=message.tries + 1, given_up=is_last)
    fields = {"error": words} | ({"mail_from": None} if is_last else {})
    Message.objects.filter(pk=message.pk).update(**fields)


def _words(error: Exception) -> str:
    return f"{type(error).__name__} {getattr(error, 'smtp_code', '')}".strip()


def _mail(message: Message, connection: BaseEmailBackend) -> EmailMessage:
    said = {
        "message": message,
        "name": message.user.name if message.user else message.name,
        "link": f"{settings.SITE_URL}{message.get_absolute_url()}",
        "choices": f"{settings.SITE_URL}{reverse('accounts:my_page')}#mails",
        "is_optional": message.user_id is not None and message.kind in OPTIONAL,
    }
    return EmailMessage(
        message.subject,
        f"{render_to_string('courses/mails/mail.txt', said).strip()}\n",
        to=[message.recipient],
        connection=connection,
        # The same each time: where a mail was taken and the answer was lost, the second can be told from it.
        headers={"Message-ID": f"<{message.uuid}@subsumo>", "Auto-Submitted": "auto-generated"},
    )


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError:
        log.warning("mail_connection_lost")
