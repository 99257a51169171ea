"""The show of hands: numbers for each answer, kept once a variant and put right as often as needed."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.safestring import SafeString

from courses import record
from courses.misunderstandings import plots
from courses.misunderstandings.named import Named
from courses.misunderstandings.refuting import Refutation
from courses.models import Course, Vote
from courses.record import Kind


@dataclass(frozen=True)
class Line:
    """One answer with its hands, and a bar for each count."""

    letter: str
    text: str
    before: int
    after: int
    before_bar: SafeString
    after_bar: SafeString


def find(course: Course, one: Named, seed: int) -> Vote | None:
    """The vote on this variant, if there was one."""
    return Vote.objects.filter(course=course, topic=one.topic, mistake=one.key, seed=seed).first()


def save(course: Course, one: Named, asked: Refutation, before: list[int], after: list[int], by) -> Vote:
    """Keep the numbers, on record. The same once more is the same vote, and other numbers put it right."""
    numbers: dict[str, Any] = {
        "question": asked.text,
        "options": [option.text for option in asked.options],
        "before": before,
        "after": after,
        "at": timezone.now(),
        "by": by,
    }
    which: dict[str, Any] = {"topic": one.topic, "mistake": one.key, "seed": asked.seed}
    with transaction.atomic():
        Course.objects.select_for_update().get(pk=course.pk)
        old = course.votes.filter(**which).first()
        vote = course.votes.update_or_create(**which, defaults=numbers)[0]
        was, now = _hands(old) if old else {}, _hands(vote)
        changed = [label for label in now if was.get(label) != now[label]]
        if changed:
            record.note(
                course,
                Kind.VOTE,
                by=by,
                subject=one.title,
                before={label: was[label] for label in changed} if old else None,
                after={label: now[label] for label in changed},
            )
    return vote


def _hands(vote: Vote) -> dict[str, str]:
    """The numbers as they stand in the record: the answer and the count by letter."""
    return {
        f"{_letter(place)}, {word}": str(number)
        for place, numbers in enumerate(zip(vote.before, vote.after, strict=True))
        for word, number in zip(("før", "efter"), numbers, strict=True)
    }


def _letter(place: int) -> str:
    return chr(ord("A") + place)


def lines(vote: Vote) -> list[Line]:
    """The answers as they were voted on."""
    rows = list(zip(vote.options, vote.before, vote.after, strict=True))
    longest = max((max(before, after) for _, before, after in rows), default=0)
    return [
        Line(
            _letter(place),
            text,
            before,
            after,
            plots.bar(before, 0, longest, look=2),
            plots.bar(after, 0, longest),
        )
        for place, (text, before, after) in enumerate(rows)
    ]
