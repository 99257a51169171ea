"""What the page of one assignment says to one person."""

from cases import rubric
from cases.page import shown_weights
from courses import results, standing
from courses.models import Assignment, Membership, Submission
from rules.danish import join


def of(assignment: Assignment, user) -> dict:
    """The assignment with the student's own standing; who teaches the course sees it as it looks to them."""
    role = Membership.objects.filter(course=assignment.course_id, user=user).values_list("role", flat=True)
    submission = Submission.objects.filter(assignment=assignment, user=user).with_work().first()
    state = standing.of(assignment, submission)
    return {
        "assignment": assignment,
        "state": state,
        "is_student": list(role) == [Membership.Role.STUDENT],
        "grading": grading(assignment, submission),
        "result": results.of(submission) if submission and state.key == standing.RELEASED else None,
        "parts": results.parts_of(assignment),
        "waits": bool(submission and submission.walkthrough and rubric.waits(submission.walkthrough)),
    }


def grading(assignment: Assignment, submission: Submission | None) -> list[str]:
    """ "Sådan bedømmes du", in sentences, from the settings that count for this student."""
    reading = submission.work.reading if submission else assignment.grading_reading
    return [
        f"Opgaven bedømmes efter {_reading(reading)}. Det ligger fast, fra du begynder.",
        _weights(assignment),
        f"Du kan få højst {assignment.points} point.",
        "Du kan ændre dine svar, indtil du afleverer. Du afleverer én gang.",
        "Afleverer du efter fristen, tages besvarelsen med og mærkes »afleveret for sent«.",
        _shown(assignment),
    ]


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
