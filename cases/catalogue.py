"""The cases as a student chooses among them, with what the student has done."""

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, FilteredRelation, Max, Q, QuerySet

import rules
from cases import fading, start, timed
from cases.models import GROUPS, READINGS, Case, Walkthrough
from cases.parts import ARGUMENT, PARTS, shown_weights
from lessons.danish_order import danish_order
from lessons.registry import Searchable, SearchKind

ATTEMPTS = 20
PLACE = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Group:
    """The cases of one part of the law."""

    title: str
    cases: list[Case]


def groups(user) -> list[Group]:
    """Every case that the person may work, by group; groups without any are left out."""
    rows = sorted(
        _with_standing(Case.objects.visible_to(user), user), key=lambda row: danish_order(row.title)
    )
    found = [Group(title, [row for row in rows if row.group == key]) for key, title in GROUPS.items()]
    return [group for group in found if group.cases]


def of(case: Case, user) -> dict[str, Any]:
    """What the page of one case shows."""
    own = Walkthrough.objects.visible_to(user).filter(case=case)
    timed.settle(own)
    weights = shown_weights({part: case.weights[part] for part in case.weights if part != ARGUMENT})
    return {
        "case": case,
        "reading_name": READINGS[start.reading_for(user, case)],
        "topics": [rules.topic(question.topic) for question in case.questions.all()],
        "parts": [(PARTS[part][0], weight) for part, weight in weights.items()],
        "attempts": own.defer("frozen", "result")[:ATTEMPTS],
        "levels": Walkthrough.Level.choices,
        "fading": fading.Step(fading.next_support(user, case)),
        "running": own.running().defer("frozen", "result").first(),
        "open_attempt": own.unfinished().exclude(mode=Walkthrough.Mode.PROEVE).defer("result").first(),
    }


def _with_standing(cases: QuerySet[Case], user) -> QuerySet[Case]:
    """Each case with how often the person has finished it and the best practice result."""
    own = FilteredRelation("walkthroughs", condition=Q(walkthroughs__user=user))
    practised = Q(own__mode=Walkthrough.Mode.OEVE, own__support=Walkthrough.Support.BLANK)
    return cases.annotate(own=own).annotate(
        begun=Count("own"),
        finished=Count("own", filter=Q(own__total__isnull=False)),
        best=Max("own__total", filter=practised),
    )


def _searchable(case: Case) -> Searchable:
    """A case as the search finds it: by what it is called and by what happens, never by how it ends."""
    return Searchable(
        title=case.title,
        url=case.get_absolute_url(),
        place=GROUPS.get(case.group, ""),
        parts=(("", "", case.summary),),
        unseen=PLACE.sub(" ", case.story),
    )


SEARCH = SearchKind("case", "Cases", 50, _searchable, Case)
