"""What the cases keep about a person, and how they let go of it."""

from cases.buildings import Building
from cases.walkthroughs import Walkthrough


def export(user) -> dict:
    """Every walkthrough with its facts, answers and marks, and the cases built in the reverse tasks."""
    rows = Walkthrough.objects.filter(user=user).prefetch_related("answers")
    built = Building.objects.filter(user=user).select_related("case")
    return {
        "gennemgange": [_walkthrough(row) for row in rows],
        "byggede_sager": [_building(row) for row in built],
    }


def _building(row: Building) -> dict:
    return {
        "case": row.case.title,
        "opgave": row.task,
        "oplysninger": row.facts,
        "forsoeg": row.tries,
        "gemt": row.saved_at.isoformat(),
        "loest": row.solved_at.isoformat() if row.solved_at else None,
    }


def _walkthrough(row: Walkthrough) -> dict:
    return {
        "case": row.title,
        "tilstand": row.get_mode_display(),
        "retsgrundlag": row.reading,
        "begyndt": row.started_at.isoformat(),
        "afleveret": row.submitted_at.isoformat() if row.submitted_at else None,
        "fortaelling": row.frozen["story"],
        "samlet": float(row.total) if row.total is not None else None,
        "dele": row.marks,
        "hjaelp": row.hints,
        "argument": row.argument,
        "argument_point": row.argument_points,
        "rettet_af_underviseren": _put_right(row),
        "svar": [
            {
                "spoergsmaal": answer.question,
                "del": answer.part,
                "noegle": answer.key,
                "svar": answer.raw,
                "forsoeg": answer.tries,
                "gemt": answer.saved_at.isoformat(),
            }
            for answer in row.answers.all()
        ],
    }


def _put_right(row: Walkthrough) -> list[dict]:
    """What a teacher has put right, once the result is shown."""
    found = [
        {
            "spoergsmaal": item["question"],
            "procent": item["accepted"]["percent"],
            "hvorfor": item["accepted"]["reason"],
        }
        for question in row.result.get("questions", ())
        for item in question["items"]
        if "accepted" in item
    ]
    return found if found and row.shows_feedback() else []


def erase(user) -> None:
    """Practice goes. What was handed in stays under a number, as long as the institution must keep it."""
    Walkthrough.objects.filter(user=user).practice().delete()
    Building.objects.filter(user=user).delete()
