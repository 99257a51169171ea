"""What was read, kept between the preview and the confirmation, and then saved whole or not at all."""

import uuid
from collections.abc import Sequence
from dataclasses import asdict
from itertools import count

from django.core import signing
from django.db import transaction
from simple_history.utils import bulk_create_with_history

from authoring.roles import is_editor
from lessons.markdown import slug_of
from quizzes.exchange.draft import FIELDS, Draft, Row
from quizzes.kinds import KINDS
from quizzes.kinds.shape import folded
from quizzes.models import Option, Question

HOURS = 12
REASON = "Læst ind fra en fil"


class Unsealed(ValueError):
    """What came back is not what was sent out to this person, or it is too old."""


def seal(drafts: Sequence[Draft], user) -> str:
    """The drafts as text that only this person can send back, unchanged: the page carries it, we keep nothing."""
    return signing.dumps([asdict(draft) for draft in drafts], salt=_salt(user), compress=True)


def unseal(text: str, user) -> list[Draft]:
    """The drafts again. Raises `Unsealed`."""
    try:
        told = signing.loads(text, salt=_salt(user), max_age=HOURS * 3600)
    except signing.BadSignature as error:
        raise Unsealed from error
    return [Draft(**one | {"rows": [Row(**row) for row in one["rows"]]}) for one in told]


def doubles(drafts: Sequence[Draft], user) -> set[str]:
    """The uids of drafts whose text stands in the bank, as this person reads it, or earlier in the file."""
    bank = Question.objects.current().readable_by(user).exclude(text="")
    seen = {folded(text) for text in bank.values_list("text", flat=True)}
    found = set()
    for draft in drafts:
        text = folded(draft.text)
        if text in seen:
            found.add(draft.uid)
        seen.add(text)
    return found


@transaction.atomic
def save(drafts: Sequence[Draft], user) -> int:
    """Put the drafts into the bank as drafts of the person, all of them or none; gives how many were new.

    A draft has its uid from the preview, so that sending the same confirmation twice saves once.
    """
    known = set(
        Question.objects.filter(uid__in=[draft.uid for draft in drafts]).values_list("uid", flat=True)
    )
    fresh = [draft for draft in drafts if uuid.UUID(draft.uid) not in known]
    taken = set(Question.objects.values_list("slug", flat=True))
    owner = None if is_editor(user) else user
    questions = [
        Question(
            uid=uuid.UUID(draft.uid),
            slug=_free_slug(draft.title, taken),
            owner=owner,
            **{name: getattr(draft, name) for name in FIELDS},
        )
        for draft in fresh
    ]
    told = {"default_user": user, "default_change_reason": REASON}
    bulk_create_with_history(questions, Question, **told)
    rows = [
        _option(question, order, row)
        for question, draft in zip(questions, fresh, strict=True)
        for order, row in enumerate(draft.rows, 1)
    ]
    bulk_create_with_history(rows, Option, **told)
    return len(fresh)


def _option(question: Question, order: int, row: Row) -> Option:
    kind = KINDS[question.kind]
    is_right = row.right or ("right" not in kind.columns and kind.rows_are_right)
    told = {"text": row.text.strip(), "partner": row.partner.strip(), "accepts": row.accepts}
    return Option(question=question, order=order, right=is_right, remark=row.remark.strip(), **told)


def _free_slug(title: str, taken: set[str]) -> str:
    first = slug_of(title)[:70].strip("-") or "spoergsmaal"
    tries = (first if number == 1 else f"{first}-{number}" for number in count(1))
    slug = next(slug for slug in tries if slug not in taken)
    taken.add(slug)
    return slug


def _salt(user) -> str:
    return f"quizzes.exchange:{user.pk}"
