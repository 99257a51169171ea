"""Starting a walkthrough: the facts are drawn, the story is told, and both are frozen."""

import secrets
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

import rules
from accounts.models import User
from authoring.registry import reading_of
from cases import aiming, criteria, stories, variants
from cases.aiming import Aim
from cases.models import Case, Walkthrough
from rules.wording import WordingError

Mode, Level, Release = Walkthrough.Mode, Walkthrough.Level, Walkthrough.Release


class CannotStart(Exception):
    """The case no longer fits the rules; the message is for the student."""


def start(
    user,
    case: Case,
    *,
    mode: str = Mode.OEVE,
    reading: str | None = None,
    seed: int | None = None,
    level: str = Level.ORIGINAL,
    release: str | None = None,
    frozen: dict[str, Any] | None = None,
    **fields: Any,
) -> Walkthrough:
    """A new walkthrough of the case. Without a seed it has the case's own facts.

    `frozen` are facts already drawn from this seed, and `fields` go on the row as they are.

    `reading` is what grades; without one it is the case's own, else that of the student's course.

    Raises `cases.variants.NoVariant` when no facts can be drawn at this level, and `CannotStart` when
    the rules no longer understand the case.
    """
    reading = reading or reading_for(user, case)
    return Walkthrough.objects.create(
        user=user,
        case=case,
        seed=seed,
        level=level,
        mode=mode,
        reading=reading,
        release_rule=release or (Release.BY_HAND if mode == Mode.AFLEVERING else Release.AT_ONCE),
        frozen=frozen or freeze(case, list(case.questions.all()), reading, seed, level),
        ends_at=timezone.now() + timedelta(minutes=case.minutes) if mode == Mode.PROEVE else None,
        **fields,
    )


@transaction.atomic
def begin(user, case: Case, level: str = "") -> Walkthrough:
    """Practice on the case's own facts, or with a level on facts drawn anew.

    Of two clicks the second finds what the first has begun: the lock on the student's own row makes it wait.
    """
    User.objects.select_for_update().get(pk=user.pk)
    level = level if level in Level.values else ""
    reading = reading_for(user, case)
    own = Walkthrough.objects.visible_to(user).practice().filter(case=case, reading=reading, support="")
    untouched = own.filter(answers=None, solution_shown_at=None, seed__isnull=not level, aims_at="")
    found = untouched.filter(level=level or Level.ORIGINAL).first()
    if found and is_current(found):
        return found
    seed = fresh_seed() if level else None
    return start(user, case, reading=reading, seed=seed, level=level or Level.ORIGINAL)


def is_current(walkthrough: Walkthrough) -> bool:
    """Whether the case would be told in the same way if this variant were drawn now."""
    own = walkthrough
    questions, aim = list(own.case.questions.all()), aiming.read(own.frozen)
    return bool(own.frozen == freeze(own.case, questions, own.reading, own.seed, own.level, aim))


def reading_for(user, case: Case) -> str:
    """The reading that grades when nobody has set the case."""
    return case.reading or reading_of(user)


def fresh_seed() -> int:
    """A seed nobody can foresee."""
    return secrets.randbelow(2**31)


def freeze(
    case: Case, questions: list, reading: str, seed: int | None, level: str, aim: Aim | None = None
) -> dict[str, Any]:
    """All that the student will see, as plain data that later changes of the case leave alone."""
    try:
        drawn = variants.draw(case, questions, reading, seed, level, aim)
        story = stories.render(case.story, drawn.sheets, drawn.names)
    except (rules.FactError, rules.UnknownTopic, WordingError) as error:
        raise CannotStart(
            "Sagen passer ikke længere til reglerne og kan ikke begyndes. Sig det til din underviser."
        ) from error
    frozen: dict[str, Any] = {
        "title": case.title,
        "group": case.get_group_display(),
        "source": case.source,
        "weights": case.weights,
        "hints": case.hints_when_graded,
        "names": drawn.names,
        "parties": _parties(case, drawn.names),
        "story": story.text,
        "told": story.told,
        "questions": [
            _question(question, facts, story.told)
            for question, (_, _, facts) in zip(questions, drawn.sheets, strict=True)
        ],
    }
    # What the facts were drawn for; it stays on the server, since it names mistakes.
    if drawn.how:
        frozen["drawn"] = drawn.how
    if aim and drawn.aimed:
        frozen["aim"] = aim.plain()
    return frozen | criteria.freeze(case, frozen["questions"], reading)


def _parties(case: Case, names: dict[str, str]) -> list[dict[str, str]]:
    return [
        {"role": party["role"], "title": party["title"], "name": names[party["role"]]}
        for party in case.parties
        if party["role"] in names
    ]


def _question(question, facts, told: dict[str, str]) -> dict[str, Any]:
    topic = rules.topic(question.topic)
    return {
        "key": question.key,
        "topic": topic.key,
        "title": topic.title,
        "asks": topic.question,
        "facts": topic.plain(facts),
        "told": [name for name in topic.spec_of if {name, f"{question.key}_{name}"} & set(told)],
        "links": question.links,
        "version": topic.version,
    }
