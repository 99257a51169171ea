"""What the page of one assignment says to one person."""

from decimal import Decimal

from cases import rubric
from cases.page import shown_weights
from courses import deadlines, overriding, release, results, standing
from courses.deadlines import Deadline
from courses.models import Assignment, Membership, Submission
from courses.moments import moment
from rules.danish import join


def of(assignment: Assignment, user) -> dict:
    """The assignment with the student's own standing; who teaches the course sees it as it looks to them."""
    role = Membership.objects.filter(course=assignment.course_id, user=user).values_list("role", flat=True)
    submission = Submission.objects.filter(assignment=assignment, user=user).with_work().first()
    is_student = list(role) == [Membership.Role.STUDENT]
    state = standing.of(assignment, submission, user_id=user.pk)
    may_see = state.key == standing.RELEASED or (not state.is_done and release.is_shown(assignment))
    result = results.of_student(assignment, submission, user.pk) if is_student and may_see else None
    return {
        "assignment": assignment,
        "state": state,
        "is_student": is_student,
        "deadline": state.deadline,
        "minutes": minutes(assignment, state.deadline.factor),
        "grading": grading(assignment, submission, state.deadline),
        "result": result,
        "changes": overriding.history(assignment, user) if result and user.pk in assignment.change_of else [],
        "parts": results.parts_of(assignment),
        "waits": bool(submission and submission.walkthrough and rubric.waits(submission.walkthrough)),
    }


def grading(assignment: Assignment, submission: Submission | None, deadline: Deadline) -> list[str]:
    """ "Sådan bedømmes du", in sentences, from the settings that count for this student."""
    reading = submission.work.reading if submission else assignment.grading_reading
    said = [
        f"Opgaven bedømmes efter {_reading(reading)}. Det ligger fast, fra du begynder.",
        _weights(assignment),
        _counts(assignment),
        "Du kan ændre dine svar, indtil du afleverer. Du afleverer én gang.",
        _time(assignment, deadline),
        _late(deadline),
        _shown(assignment),
    ]
    return [sentence for sentence in said if sentence]


def minutes(assignment: Assignment, factor: Decimal) -> int | None:
    """The minutes that this student has, if there is a limit."""
    quiz_minutes = assignment.quiz.minutes if assignment.quiz else None
    limit = assignment.minutes or quiz_minutes
    return int(limit * factor) if limit else None


def _counts(assignment: Assignment) -> str:
    said = f"Du kan få højst {assignment.points} point"
    if assignment.is_pass_fail:
        return f"{said}, og du består med mindst {assignment.pass_percent} % af dem."
    if not assignment.weight:
        return f"{said}. Opgaven tæller ikke med i holdets samlede resultat."
    return f"{said}. I holdets samlede resultat har opgaven vægten {assignment.weight}."


def _time(assignment: Assignment, deadline: Deadline) -> str:
    limit = minutes(assignment, deadline.factor)
    if not limit:
        return ""
    unit = "minut" if limit == 1 else "minutter"
    return (
        f"Du har {limit} {unit}, fra du begynder. Tiden kan ikke sættes på pause, og når den er gået, "
        "afleveres det, du har gemt."
    )


def _late(deadline: Deadline) -> str:
    policy = deadline.policy
    if policy.kind == deadlines.PER_DAY:
        return (
            f"Afleverer du efter fristen, mister du {policy.percent} % af dine point for hver dag, "
            "der er begyndt. Et minut for sent er én dag."
        )
    if deadline.cut_off_at and not policy.days:
        return "Efter fristen kan du ikke aflevere. Det, der ikke er afleveret inden, giver ingen point."
    if deadline.cut_off_at:
        return (
            "Afleverer du efter fristen, mærkes besvarelsen »afleveret for sent«. "
            f"Efter {moment(deadline.cut_off_at)} kan du ikke aflevere."
        )
    return "Afleverer du efter fristen, tages besvarelsen med og mærkes »afleveret for sent«. Det koster ikke point."


def _reading(reading: str) -> str:
    if reading == "pensum":
        return "pensum, altså det, bogen siger"
    return "gældende ret, altså det, loven siger"


def _weights(assignment: Assignment) -> str:
    if assignment.case is None:
        return "Hvert spørgsmål tæller lige meget, og et forkert kryds koster, hvor flere svar er rigtige."
    weights = shown_weights({part: weight for part, weight in assignment.case.weights.items() if weight})
    said = join([f"{results.CASE_PARTS[part]} {weight}" for part, weight in weights.items()])
    if assignment.case.asks_argument:
        said += ". Begrundelsen bedømmer din underviser, og den tæller med, når den er bedømt"
    return f"Delene vejer: {said}. Følger et svar rigtigt af en tidligere fejl, koster fejlen kun én gang."


def _shown(assignment: Assignment) -> str:
    when = {
        Assignment.Release.BY_HAND: "når din underviser frigiver resultaterne",
        Assignment.Release.AT_DUE: "når fristen er udløbet",
        Assignment.Release.AT_ONCE: "straks efter, at du har afleveret",
    }
    return f"Du ser resultatet og begrundelserne {when[Assignment.Release(assignment.release)]}."
