"""What becomes of arguments that are marked already when an assignment begins or ceases to be marked by two."""

from courses.models import Assignment, Judgement
from courses.two_markers import sides


def told(assignment: Assignment) -> str:
    """What switching the setting would do now, for the teacher who may; empty where nothing is marked."""
    if not assignment.marked_by_two:
        return (
            "Hver begrundelse bedømmes af to, der ikke ser hinandens point, før begge er færdige. Det, der allerede "
            "er bedømt af én, tæller, som det er; resten bedømmes af to."
        )
    marks = Judgement.objects.filter(submission__assignment=assignment, place=Judgement.Place.FIRST).count()
    if not marks:
        return ""
    half = len(sides.half_done(assignment))
    return (
        f"Slår du det fra, kommer det til at tælle, som kun én har bedømt indtil nu ({half}). Det, to har bedømt, "
        "står ved magt, og hvor de er uenige, skal pointene stadig aftales."
    )
