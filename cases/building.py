"""Byg en sag: one student's tries at a reverse task."""

from functools import cached_property
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

import rules
from cases import stories, variants
from cases.building_form import BuildingForm, form_for
from cases.buildings import Building
from cases.models import Case, Walkthrough
from cases.reverse_tasks import Asked, sheets_of
from rules.reverse import Wish
from rules.values import plain

TRIES_BEFORE_SOLUTION = 3
# Where a building keeps the facts of a solution that was shown; no fact has such a name (held by a test).
SHOWN = "vist_loesning"


def is_open_to(user, case: Case) -> bool:
    """Whether the person has been told how the case ends: the tasks tell how it does not."""
    own = Walkthrough.objects.visible_to(user).filter(case=case)
    told = Q(result__is_whole=True) | Q(solution_shown_at__isnull=False)
    if own.practice().filter(told).exists():
        return True
    newest = own.filter(submitted_at__isnull=False).defer("frozen", "result").first()
    return newest is not None and newest.shows_solution


class Work:
    """One student's work on one task: the newest facts in a form, and how near they are."""

    def __init__(self, case: Case, asked: Asked, building: Building | None, sent: Any = None):
        self.case, self.asked, self.building = case, asked, building
        kept = tried(building) if building else {}
        self.facts = self._read(kept) or asked.base
        self.form: BuildingForm = form_for(asked, sent, self.facts)

    def _read(self, kept: dict[str, Any]) -> Any:
        """The facts of the newest try; nothing where the rule no longer takes them."""
        try:
            return self.asked.task.topic.read(kept) if kept else None
        except rules.FactError:
            return None

    @cached_property
    def wishes(self) -> list[Wish]:
        """Each wish on the facts of the newest try."""
        return self.asked.judge(self.facts)

    @property
    def held(self) -> str:
        """How near it is, in words."""
        return f"{sum(wish.holds for wish in self.wishes)} af {len(self.wishes)} ønsker opfyldt"

    @property
    def fits(self) -> bool:
        """Whether the newest facts do what is wished."""
        return all(wish.holds for wish in self.wishes)

    @property
    def story(self) -> str:
        """The story of the case on the newest facts; a fact that several questions share is changed in each."""
        names = variants.names_of(0) | self.case.names
        asked, own = self.asked, self.facts.__dict__
        sheets = [
            (key, topic, self.facts if key == asked.question else _sharing(topic, facts, own, asked.base))
            for key, topic, facts in sheets_of(self.case)
        ]
        return stories.render(self.case.story, sheets, names).text

    @property
    def may_see_solution(self) -> bool:
        """Whether one solution may be told."""
        return self.building is not None and self.building.tries >= TRIES_BEFORE_SOLUTION

    @property
    def shown(self) -> dict[str, Any] | None:
        """The solution that was shown: what is changed, and the way of each reading."""
        found = self._read(self.building.facts.get(SHOWN) or {}) if self.building else None
        if found is None:
            return None
        topic, base = self.asked.task.topic, self.asked.base
        return {
            "changes": [
                (
                    spec.label.rstrip("?"),
                    spec.printed(getattr(base, name)),
                    spec.printed(getattr(found, name)),
                )
                for name, spec in topic.spec_of.items()
                if getattr(base, name) != getattr(found, name)
            ],
            "decisions": [topic.decide(found, reading) for reading, _ in self.asked.task.wants],
        }


def tried(building: Building) -> dict[str, Any]:
    """The facts of the newest try as plain data."""
    return {name: value for name, value in building.facts.items() if name != SHOWN}


@transaction.atomic
def save(user, case: Case, asked: Asked, facts: Any) -> Building:
    """Keep a try. The same facts sent twice count once; what is solved stays solved."""
    given = asked.task.topic.plain(facts)
    rows = Building.objects.select_for_update()
    row, is_new = rows.get_or_create(user=user, case=case, task=asked.key, defaults={"facts": given})
    if not is_new:
        if tried(row) == given:
            return row
        row.tries += 1
        row.facts = given | {key: value for key, value in row.facts.items() if key == SHOWN}
    row.saved_at = timezone.now()
    if row.solved_at is None and SHOWN not in row.facts and all(wish.holds for wish in asked.judge(facts)):
        row.solved_at = row.saved_at
    row.save()
    return row


@transaction.atomic
def show_solution(building: Building, asked: Asked) -> None:
    """Keep the facts of one solution; from now on the task can no longer be solved by the student."""
    row = Building.objects.select_for_update().get(pk=building.pk)
    if row.tries >= TRIES_BEFORE_SOLUTION and SHOWN not in row.facts:
        row.facts = row.facts | {SHOWN: asked.task.topic.plain(asked.solution)}
        row.save(update_fields=["facts"])


def _sharing(topic, facts: Any, own: dict[str, Any], base: Any) -> Any:
    """The facts of another question with what the student has changed, where it has that fact and takes it."""
    moved = {
        name: plain(own[name])
        for name in own
        if name in topic.spec_of and getattr(base, name) == getattr(facts, name) != own[name]
    }
    try:
        return topic.read(topic.plain(facts) | moved)
    except rules.FactError:
        return facts
