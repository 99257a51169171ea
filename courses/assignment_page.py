"""What the page of one assignment says to one person."""

from dataclasses import dataclass
from functools import partial

from cases import rubric
from cases.page import shown_weights
from courses import further, grading_told, overriding, results, standing, work
from courses.models import Assignment, Item, Membership, Submission
from courses.regrading import told
from courses.results import ItemResult, Result
from courses.standing import Standing
from courses.two_markers import waiting
from courses.work import Work
from rules.danish import join

BEGIN, GO_ON, AGAIN, NOTHING = "begin", "go_on", "again", ""
WAITS = "Begrundelsen venter på din underviser"
DEFINITE = {"case": "casen", "quiz": "quizzen", "section": "afsnittet"}


@dataclass(frozen=True)
class Tried:
    """One try as the student's page lists it."""

    submission: Submission
    is_shown: bool
    percent: int | None
    counts: bool


@dataclass(frozen=True)
class Task:
    """One item with what the student may do about it now."""

    item: Item
    done: Work
    tried: list[Tried]
    action: str
    number: int = 1
    refusal: str = ""
    result: ItemResult | None = None
    # How much it weighs of the whole, in words; empty where it does not count.
    share: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether the student has yet to do it, or to go on with it."""
        return self.words == "Ikke læst" if self.item.is_read else self.action in (BEGIN, GO_ON)

    @property
    def thing(self) -> str:
        """What it is, with its article."""
        return DEFINITE[self.item.kind]

    @property
    def open(self) -> Submission | None:
        """The try that is begun and not handed in."""
        return next((one for one in self.done.tries(self.item) if not one.submitted_at), None)

    @property
    def words(self) -> str:
        """How far the student is with it."""
        if self.item.is_read:
            if self.item.weight and self.done.read_at(self.item):
                return "Læst"
            return "Ikke læst" if self.item.weight else "Tæller ikke"
        if self.open:
            return f"Forsøg {self.open.number} er begyndt" if self.open.number > 1 else "Begyndt"
        return "Afleveret" if self.tried else "Ikke begyndt"


def of(assignment: Assignment, user) -> dict:
    """The assignment with the student's own standing; who teaches the course sees it as it looks to them."""
    role = Membership.objects.filter(course=assignment.course_id, user=user).values_list("role", flat=True)
    is_student = list(role) == [Membership.Role.STUDENT]
    state = standing.of(assignment, user)
    result = results.of(state.done) if is_student and state.shows_result else None
    return page(state, result) | {
        "is_student": is_student,
        "changes": overriding.history(assignment, user) if result and user.pk in assignment.change_of else [],
        "regraded": told.to_student(submission__in=[one.pk for one in state.done.final]) if result else [],
        "waits": _waits(state.done.final),
    }


def _waits(final: list[Submission]) -> str:
    """What the arguments that count for nothing yet wait for; empty where there are none."""
    left = [one for one in final if one.walkthrough and rubric.waits(one.walkthrough)]
    return (waiting.words(left) or WAITS) if left else ""


def page(state: Standing, result: Result | None = None) -> dict:
    """What every reader of the page is told."""
    assignment, deadline = state.assignment, state.deadline
    tasks = _tasks(state, result)
    limits = {grading_told.minutes(item, deadline.factor) for item in assignment.tasks} - {None}
    return {
        "assignment": assignment,
        "kinds": join(list(dict.fromkeys(item.kind_name.lower() for item in assignment.item_list))),
        "state": state,
        "tasks": tasks,
        # One filled button a page: what comes first of what is missing.
        "leading": next((task for task in tasks if task.is_missing), None),
        "deadline": deadline,
        "minutes": limits.pop() if len(limits) == 1 else None,
        "tries_told": tries_told(assignment),
        "grading": grading_told.sentences(state.done),
        "result": result,
        "is_provisional": bool(result and result.items and not state.submitted_at and not state.late),
    }


def tries_told(assignment: Assignment) -> str:
    """How many tries there are and which counts, in a line; nothing where there is one."""
    if assignment.attempts == 1 or not assignment.tasks:
        return ""
    counted = grading_told.COUNTED[Assignment.Counts(assignment.counts)]
    return f"Du har {assignment.most_attempts} forsøg; {counted}."


def _tasks(state: Standing, result: Result | None) -> list[Task]:
    came_to = {one.item.pk: one for one in result.items} if result else {}
    items = state.assignment.item_list
    weights = {str(item.pk): item.weight for item in items if item.weight}
    shares = shown_weights(weights) if weights else {}
    return [_task(state, item, came_to.get(item.pk), shares.get(str(item.pk), "")) for item in items]


def _task(state: Standing, item: Item, result: ItemResult | None, share: str) -> Task:
    done = state.done
    tried, tries = _tried(state, item), done.tries(item)
    told = partial(Task, item, done, tried, result=result, share=share)
    if item.is_read or not state.is_taken:
        return told(NOTHING)
    if not tries:
        return told(BEGIN)
    if tries[-1].submitted_at is None:
        return told(GO_ON, number=tries[-1].number)
    if refusal := further.refusal(done, item):
        return told(NOTHING, refusal=refusal if done.assignment.attempts != 1 else "")
    return told(AGAIN, number=len(tries) + 1)


def _tried(state: Standing, item: Item) -> list[Tried]:
    counted = {one.pk for one in state.done.counted(item)}
    found = []
    for one, mark in zip(state.done.handed_in(item), state.done.marks(item), strict=True):
        is_shown = one.is_released(state.now)
        percent = results.whole_percent(mark.kept) if is_shown else None
        found.append(Tried(one, is_shown, percent, is_shown and one.pk in counted))
    return found


def preview(assignment: Assignment, now) -> dict:
    """The page as a student meets it when it has opened and nothing is begun."""
    return page(Standing(work.Work(assignment, None), now))
