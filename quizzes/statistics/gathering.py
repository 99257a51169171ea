"""The papers of a quiz that a person may count: each student's first attempt, handed in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from django.db.models import Exists, OuterRef

from quizzes.items import Item
from quizzes.models import Attempt, Question, Quiz, Response
from quizzes.statistics import guessing
from quizzes.statistics.marks import Mark, Paper

UNIT = 10_000
MOST = 2_000


@dataclass
class Gathered:
    """The papers, and what each question is called."""

    papers: list[Paper] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)


def of_quiz(quiz: Quiz, user) -> Gathered:
    """The first attempt of each student: later ones know what the first was told. The newest count, if many."""
    handed_in = Attempt.objects.filter(quiz=quiz, submitted_at__isnull=False).countable_by(user)
    earlier = handed_in.filter(user=OuterRef("user"), submitted_at__lt=OuterRef("submitted_at"))
    first = handed_in.filter(~Exists(earlier)).order_by("-submitted_at", "pk")[:MOST]
    attempts = {user: (pk, mode, frozen) for user, pk, mode, frozen in first.values_list(
        "user", "pk", "mode", "frozen"
    )}  # fmt: skip
    found, points = Gathered(), _points([pk for pk, *_ in attempts.values()])
    for pk, mode, frozen in attempts.values():
        marks = dict(_marks(frozen["items"], points.get(pk, {}), mode, found.titles))
        if marks:
            found.papers.append(Paper(marks))
    titles = Question.objects.filter(uid__in=_uids(found.titles)).values_list("uid", "title")
    found.titles |= {str(uid): title for uid, title in titles}
    return found


def _points(attempts: list) -> dict:
    """The share that each answer earned, by attempt and item."""
    found: dict = {pk: {} for pk in attempts}
    rows = Response.objects.filter(attempt__in=attempts).order_by("attempt")
    told = rows.values_list("attempt", "item", "points")
    for attempt, answers in groupby(told.iterator(), key=itemgetter(0)):
        found[attempt] = {item: points for _, item, points in answers}
    return found


def _marks(items: list[dict], points: dict, mode: str, titles: dict) -> Iterable[tuple[str, Mark]]:
    """Every question that counts; in øve nobody reads an argument, so there it does not."""
    for data in items:
        item = Item(data, 0)
        if not item.kind.is_graded and mode == Attempt.Mode.OEVE:
            continue
        key, made, worth = data.get("question") or data["key"], item.made_from, item.worth
        titles.setdefault(key, item.text)
        share = points.get(data["key"], 0)
        family = f"{made['topic']}:{made['ask']}" if made else ""
        yield (
            key,
            Mark(
                None if share is None else int(share * UNIT) * worth,
                UNIT * worth,
                guessing.share(data),
                family,
            ),
        )


def _uids(keys: Iterable[str]) -> list[str]:
    """The keys that are those of the bank: an item without one is known by its own."""
    return [key for key in keys if len(key) == len("00000000-0000-0000-0000-000000000000")]
