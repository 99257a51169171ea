"""Further tries at an item: whether there is one, and on which variant."""

from courses.models import Assignment, Item, Submission
from courses.models.item import new_seed
from courses.work import Work

Variant = Assignment.Variant


class BeginError(Exception):
    """The item cannot be begun now; the message is for the student."""


def check(done: Work, item: Item, number: int) -> None:
    """Raise BeginError unless the try of this number may be begun after those there are."""
    if reason := refusal(done, item):
        raise BeginError(reason)
    if number != len(done.tries(item)) + 1:
        raise BeginError("Siden var ikke den nyeste. Her er den, som den er nu; begynd forsøget herfra.")


def refusal(done: Work, item: Item) -> str:
    """Why there is no further try; empty where there is one."""
    tries, most = done.tries(item), done.assignment.most_attempts
    if any(one.submitted_at is None for one in tries):
        return "Aflever det forsøg, du er i gang med, før du begynder det næste."
    if len(tries) >= most:
        return "Du har brugt dit ene forsøg." if most == 1 else f"Du har brugt alle {most} forsøg."
    if is_shown(tries) and not gives_new(done.assignment, item):
        return "Du har set de rigtige svar, og der er ingen ny variant. Derfor er der ikke flere forsøg."
    return ""


def is_shown(tries: list[Submission]) -> bool:
    """Whether the right answers of the last try may be seen."""
    return bool(tries) and tries[-1].is_released()


def gives_new(assignment: Assignment, item: Item) -> bool:
    """Whether a further try asks something new where the answers are known."""
    return assignment.variant == Variant.OWN and item.varies


def seed(assignment: Assignment, item: Item, tries: list[Submission]) -> int | None:
    """What the next try is drawn from: everyone's own keep theirs until its answers are shown."""
    if assignment.variant == Variant.OWN:
        return new_seed() if not tries or is_shown(tries) else tries[-1].work.seed
    if item.case and assignment.variant == Variant.ORIGINAL:
        return None
    return item.seed
