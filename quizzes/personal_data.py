"""What the quizzes keep about a person, and what goes when the person is erased."""

from quizzes import marking
from quizzes.models import Attempt, Evidence, Mastery


def export(user) -> dict:
    """Every attempt with every answer. What is right is told only where the person has been told."""
    attempts = Attempt.objects.filter(user=user).prefetch_related("responses")
    return {
        "forsøg": [_attempt(attempt) for attempt in attempts],
        "kendskab": [_mastery(row) for row in Mastery.objects.filter(user=user)],
        "tegn_paa_viden": [_evidence(row) for row in Evidence.objects.filter(user=user, is_held=False)],
    }


def erase(user) -> None:
    """What the person did alone goes; what was set and handed in is kept without a name while it must be kept."""
    Mastery.objects.filter(user=user).delete()
    Evidence.objects.filter(user=user).delete()
    Attempt.objects.filter(user=user).own().delete()


def _attempt(attempt) -> dict:
    return {
        "titel": attempt.title,
        "form": attempt.get_mode_display(),
        "retsgrundlag": attempt.reading,
        "begyndt": attempt.started_at.isoformat(),
        "afleveret": attempt.submitted_at.isoformat() if attempt.submitted_at else None,
        "point": float(attempt.points) if attempt.is_released else None,
        "højst": float(attempt.max_points),
        "svar": [_answer(attempt, item) for item in attempt.items if item.key in attempt.answers],
    }


def _answer(attempt, item) -> dict:
    response = attempt.answers[item.key]
    told = {
        "spørgsmål": item.text,
        "fakta": item.story,
        "dit svar": [item.kind.printed_answer(item.data, response.chosen)],
        "gemt": response.saved_at.isoformat(),
    }
    if response.certainty:
        told["sikkerhed"] = response.certainty
    if attempt.shows_feedback(response):
        told |= {
            "point": None if response.points is None else float(response.points),
            "bemærkning": response.remark,
        }
        if "accepted" in item.data:
            told["rettet af underviseren"] = item.data["accepted"]["reason"]
        if response.marking:
            told["kriterier"] = {row.title: row.share for row in marking.rows(item, response)}
    return told


def _mastery(row: Mastery) -> dict:
    return {
        "om": row.component,
        "kendt": round(row.known, 4),
        "svar": row.answers,
        "senest": row.last_at.isoformat(),
    }


def _evidence(row: Evidence) -> dict:
    return {"om": row.component, "andel": row.share, "fejl": row.mistake, "tid": row.at.isoformat()}
