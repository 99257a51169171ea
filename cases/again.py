"""The next variant of a case for the same student: other facts, aimed at what went wrong in the last."""

from typing import Any

from cases import aiming
from cases.models import Walkthrough
from cases.start import freeze, fresh_seed, start

Level = Walkthrough.Level
# Where the story tells little there are few variants, and one may come out as the last did.
DRAWS = 4


def again(walkthrough: Walkthrough, level: str = "", **fields: Any) -> Walkthrough:
    """The same case for the same student on fresh facts, as practice and in the same reading.

    Raises `cases.start.CannotStart` when the rules no longer understand the case.
    """
    level = level if level in Level.values else walkthrough.level
    case, reading, aim = walkthrough.case, walkthrough.reading, aiming.aim_of(walkthrough)
    questions = list(case.questions.all())
    for _ in range(DRAWS):
        seed = fresh_seed()
        frozen = freeze(case, questions, reading, seed, level, aim)
        if facts_of(frozen) != facts_of(walkthrough.frozen):
            break
    aims_at = aim.part if aim and "aim" in frozen else ""
    drawn: dict[str, Any] = {"reading": reading, "seed": seed, "level": level, "frozen": frozen}
    return start(walkthrough.user, case, **drawn, parent=walkthrough, aims_at=aims_at, **fields)


def facts_of(frozen: dict[str, Any]) -> list[dict[str, Any]]:
    """What the questions of a variant are put on."""
    return [question["facts"] for question in frozen["questions"]]
