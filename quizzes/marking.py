"""Marking an argument: a person gives each point of the rubric its part, and the attempt is counted anew."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from cases import levels
from cases.awarding import STALE, entry
from cases.rubric import COMMENT, Row, shown
from quizzes import counting, shares
from quizzes.items import Item
from quizzes.kinds import Judged
from quizzes.kinds.argument import WORTH
from quizzes.models import Attempt, Response
from quizzes.refusals import Closed, Stale

OPEN = "Besvarelsen er ikke afleveret og kan ikke bedømmes endnu."


def by_hand() -> QuerySet[Response]:
    """The answers that a person marks or has marked, of what is handed in."""
    return Response.objects.filter(
        Q(points=None) | ~Q(marking={}), attempt__submitted_at__isnull=False
    ).exclude(attempt__mode=Attempt.Mode.OEVE)


def rows(item: Item, response: Response) -> list[Row]:
    """Every criterion as it stands."""
    kept = response.marking
    return [
        Row(
            key=one["key"],
            group="",
            title=one["text"],
            detail=one["remark"],
            citation="",
            most=WORTH,
            reason="",
            points=Decimal(kept[one["key"]]["points"]) if one["key"] in kept else None,
            is_ticked=False,
            levels=levels.read(one.get("levels", ())),
        )
        for one in item.data["options"]
    ]


def judged(item: Item, response: Response) -> list[Judged]:
    """The text, then each criterion with the points that it was given."""
    given = {row.key: row for row in rows(item, response)}
    return [
        Judged(line.key, line.text, False, line.chosen, line.remark, _note(given.get(line.key), line.note))
        for line in item.judged(response.chosen)
    ]


def verdict(item: Item, response: Response) -> str:
    """How many points the criteria gave together."""
    found = rows(item, response)
    given = sum((row.points for row in found if row.points is not None), Decimal(0))
    return f"Bedømt af underviseren: {shown(given)} af {len(found) * WORTH} point."


def award(response: Response, points: dict[str, Decimal], comment: str, *, by, version: str) -> None:
    """Keep the points of every criterion with who gave them and when, and count the attempt anew.

    The same once more changes nothing. Raises `Stale` when another has marked since the page was drawn,
    `Closed` for work that is not handed in.
    """
    with transaction.atomic():
        attempt = Attempt.objects.select_for_update().get(pk=response.attempt_id)
        if attempt.is_open:
            raise Closed(OPEN)
        now = attempt.answers[response.item]
        item = next(one for one in attempt.items if one.key == now.item)
        given = {row.key: entry(now.marking.get(row.key), points[row.key], by) for row in rows(item, now)}
        new: dict[str, Any] = given | ({COMMENT: comment} if comment else {})
        if new == now.marking:
            return
        if str(now.version) != version:
            raise Stale(STALE)
        now.version += 1
        now.marking, now.remark = new, comment
        now.points = shares.kept(sum(points.values(), Decimal(0)) / len(given) / WORTH)
        now.save(update_fields=["version", "marking", "remark", "points"])
        attempt.points = counting.earned(attempt)
        attempt.total = counting.share(attempt, attempt.points)
        attempt.save(update_fields=["points", "total"])


def _note(row: Row | None, before: str) -> str:
    """The points of a criterion, and the level with what it means where there are levels."""
    if row is None or row.points is None:
        return before
    said = f"{row.share} point"
    return f"{said}, {row.level.title.lower()}: {row.level.detail}" if row.level else said


def told(item: Item, response: Response) -> list[dict[str, Any]]:
    """The criteria with their levels as a receipt tells them; nothing of what was frozen without."""
    return [
        {
            "titel": one["text"],
            "givet": response.marking.get(one["key"]),
            "niveauer": levels.told(one["levels"], response.marking.get(one["key"], {}).get("points")),
        }
        for one in item.data["options"]
        if "levels" in one
    ]
