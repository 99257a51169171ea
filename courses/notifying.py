"""What people are told, written in the same transaction as what happened; it is mailed afterwards.

Each message has a key of what happened and to whom, which the database holds to be unique: two workers, a
command started again or a double click write it once. A mail names no mark and no points.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.db.models.functions import Lower
from django.template.loader import render_to_string
from django.utils import timezone

from accounts.models import User
from courses.mailing import send_waiting
from courses.models import Assignment, Course, Message, MutedKind

__all__ = ["changed", "due", "invited", "invited_all", "regraded", "released", "send_waiting"]

Kind = Message.Kind


def invited(course: Course, email: str, name: str = "") -> None:
    """Somebody is asked to join the course; who has an account finds it in the app, too."""
    invited_all(course, {email: name})


def invited_all(course: Course, names: dict[str, str]) -> None:
    """The same of a whole list: the name at each address, as far as it is known.

    One invitation for each join code: a new code can be sent to the same address.
    """
    asked = {email.strip().lower(): name.strip() for email, name in names.items()}
    known = User.objects.annotate(folded=Lower("email")).filter(folded__in=asked, is_active=True)
    with_account = {user.folded: user for user in known}
    words = {has: _words(Kind.INVITATION, course=course, has_account=has) for has in (False, True)}
    _write(
        Message(
            kind=Kind.INVITATION,
            key=f"{Kind.INVITATION}:{course.pk}:{course.join_code}:{email}",
            course=course,
            **({"user": with_account[email]} if email in with_account else {"address": email, "name": name}),
            **words[email in with_account],
        )
        for email, name in asked.items()
    )


def released(assignment: Assignment, users: Iterable[int]) -> None:
    """These students, by their numbers, may see their result from now on; told once an assignment."""
    _tell(Kind.RELEASED, assignment, dict.fromkeys(users, ""))


def changed(assignment: Assignment, user: User, *, version: int) -> None:
    """A teacher has changed the points of a result that the student has seen."""
    _tell(Kind.CHANGED, assignment, {user.pk: str(version)})


def regraded(assignment: Assignment, users: Iterable[User], reason: str, *, event: object = "") -> None:
    """The work of these students is marked anew; who has not seen the result yet is told nothing.

    `event` names the regrade. Without it the same reason on the same day is the same regrade.
    """
    event = event or f"{timezone.localdate():%Y%m%d}-{sha256(reason.encode()).hexdigest()[:16]}"
    work = assignment.submissions.filter(user__in=[user.pk for user in users]).for_list()
    seen = {row.user_id: str(event) for row in work if row.is_released()}
    _tell(Kind.REGRADED, assignment, seen, reason=reason)


def due(assignment: Assignment, ends: dict[int, datetime]) -> None:
    """These students have not handed in what is due within a day; told once for each deadline."""
    for due_at in set(ends.values()):
        event = f"{due_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        events = {user: event for user, own in ends.items() if own == due_at}
        _tell(Kind.DUE, assignment, events, due_at=due_at, mail_until=due_at)


def _tell(
    kind: str, assignment: Assignment, events: dict[int, str], due_at: datetime | None = None, **about: Any
) -> None:
    """One message for each student, about what the event of the student says."""
    about |= {"kind": kind, "course": assignment.course, "assignment": assignment}
    about |= _words(kind, course=assignment.course, assignment=assignment, due_at=due_at)
    _write(
        Message(user_id=user, key=f"{kind}:{assignment.pk}:{user}:{event}", **about)
        for user, event in events.items()
    )


def _words(kind: str, **said: Any) -> dict[str, str]:
    """Subject and text, the same in the app and in the mail."""
    subject, text = (
        render_to_string(f"courses/mails/{kind}_{part}.txt", said) for part in ("subject", "text")
    )
    return {"subject": " ".join(subject.split()), "text": text.strip()}


def _write(messages: Iterable[Message]) -> None:
    """Keep them; what is written already stays as it is."""
    made = list(messages)
    muted = set(MutedKind.objects.filter(user__in={one.user_id for one in made}).values_list("user", "kind"))
    now = timezone.now()
    for message in made:
        message.created_at = now
        message.mail_from = None if (message.user_id, message.kind) in muted else now
    Message.objects.bulk_create(made, ignore_conflicts=True)
