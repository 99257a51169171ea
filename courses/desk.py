"""How a marker has the arguments of an assignment before her: with names or without, all or one part of them."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from urllib.parse import urlencode

from accounts.models import User
from courses.models import Assignment, Submission
from courses.roster import by_name

KEPT, SWITCH, PART = "uden_navne", "anonymt", "del"


@dataclass(frozen=True)
class Desk:
    """One marker's list of one assignment; `part` is empty where all of it is marked together."""

    marker: User
    assignment: Assignment
    is_anonymous: bool = False
    part: str = ""

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number that stands for a name, by submission: what comes later moves none; one query."""
        begun = self.assignment.submissions.order_by("pk").values_list("pk", flat=True)
        return {pk: number for number, pk in enumerate(begun, 1)}

    def called(self, submission: Submission) -> str:
        """Whose it is, or which where names are hidden."""
        return f"Besvarelse {self.numbers[submission.pk]}" if self.is_anonymous else str(submission.user)

    def place(self, submission: Submission, number: int) -> tuple:
        """Where it stands among the others: by name, and without names in an order of this marker and part.

        The order keeps when more is handed in, and is another for each, so that nobody is always the last.
        """
        if not self.is_anonymous:
            return by_name(str(submission.user)), submission.pk, number
        drawn = f"{self.marker.pk}:{self.assignment.uuid}:{self.part}:{submission.uuid}"
        return sha256(drawn.encode()).hexdigest(), submission.pk, number

    @property
    def query(self) -> str:
        """What an address carries on, so that the marker stays within the part."""
        return f"?{urlencode({PART: self.part})}" if self.part else ""


def of(request, assignment: Assignment) -> Desk:
    """As the session has it for this assignment, and the part that the address asks for."""
    is_anonymous = str(assignment.uuid) in request.session.get(KEPT, [])
    return Desk(request.user, assignment, is_anonymous, request.GET.get(PART, ""))


def turn(request, assignment: Assignment) -> None:
    """Hide or show the names, where the address asks for it, until the marker turns again or signs out."""
    wish, now = request.GET.get(SWITCH), set(request.session.get(KEPT, []))
    if wish in ("0", "1"):
        own = {str(assignment.uuid)}
        request.session[KEPT] = sorted(now | own if wish == "1" else now - own)
