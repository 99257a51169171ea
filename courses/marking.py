"""Marking arguments: who waits for it, who comes next, and the points that are kept."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.text import Truncator

import quizzes.marking
from accounts.models import User
from cases.rubric import COMMENT
from courses import markable, record
from courses.desk import Desk
from courses.markable import Markable
from courses.models import Assignment, Item, Submission
from courses.two_markers import saving, sides
from courses.two_markers.sides import Sides, Stage
from quizzes.models import Response
from rules import danish

REFUSED = (*markable.REFUSED, saving.Refused)
# Signs of a question where one is chosen among several.
SHORT = 70


@dataclass(frozen=True)
class Waiting:
    """One argument in the list; the number is that of its question, where a quiz may have several."""

    submission: Submission
    # Whose it is, or which where names are hidden.
    called: str
    is_marked: bool
    length: str
    address: str
    # The item, or the question of the quiz, as the address of the list names it.
    part: str
    number: int = 0
    response: int | None = None
    # The words of the question.
    asked: str = ""
    # Which case or quiz and which try, where there are several.
    what: str = ""
    # Where two mark: what is in.
    sides: Sides | None = None
    # Whether this marker is one of the two, and how many others have marked.
    mine: bool = False
    others: int = 0

    @property
    def stands(self) -> str:
        """How far it is, in words."""
        if self.sides:
            return self.sides.stage.value
        return Stage.ALONE.value if self.is_marked else "Venter"

    @property
    def mine_told(self) -> str:
        """Whether this marker has marked it."""
        return "Bedømt" if self.mine else "–"

    @property
    def others_told(self) -> str:
        """Whether the other has, or two others; not what they gave."""
        return ("–", "Bedømt", "To har bedømt")[self.others]


def queue(desk: Desk) -> list[Waiting]:
    """Every argument that is handed in, those that wait first; one query for cases and one for quizzes."""
    titles = {item.pk: str(item) for item in desk.assignment.tasks if len(desk.assignment.tasks) > 1}
    found = [*_of_cases(desk, titles), *_of_quizzes(desk, titles)]
    found = _by_two(desk, found)
    return sorted(found, key=lambda row: (row.is_marked, *desk.place(row.submission, row.number)))


def _by_two(desk: Desk, rows: list[Waiting]) -> list[Waiting]:
    """With what is in where two mark: a row is marked when there is nothing for this marker to do."""
    marks = sides.of_all(desk.assignment)
    if not (marks or desk.assignment.marked_by_two):
        return rows
    found = []
    for row in rows:
        key = (row.submission.pk, row.response)
        both = sides.in_list(desk.assignment, marks, key, counts=row.is_marked)
        waits = both.waits_for(desk.marker, desk.assignment.course)
        mine = both.of(desk.marker) is not None
        others = len(both.marks) - mine
        told = replace(row, sides=both, is_marked=not waits, mine=mine, others=others)
        found.append(told if both.is_by_two else row)
    return found


def unmarked(assignment: Assignment) -> int:
    """How many arguments that are handed in count for nothing yet, whoever they wait for; two queries."""
    cases = assignment.submissions.filter(
        walkthrough__submitted_at__isnull=False, walkthrough__frozen__has_key="argument"
    ).exclude(walkthrough__marks__has_key="argument")
    return cases.count() + _by_hand(assignment).filter(points=None).count()


def parts(rows: list[Waiting], desk: Desk) -> dict[str, str]:
    """The parts that can be marked by themselves, with their words: as the assignment has them."""
    titles = {item.pk: str(item) for item in desk.assignment.tasks}
    order = list(titles)
    in_order = sorted(rows, key=lambda row: (order.index(row.submission.item_id), row.number, row.part))
    return {row.part: row.asked or titles[row.submission.item_id] for row in in_order}


def is_asked(assignment: Assignment) -> bool:
    """Whether there are, or will be, arguments to mark."""
    has_quiz = any(item.quiz_id for item in assignment.item_list)
    return assignment.asks_argument or (has_quiz and _by_hand(assignment).exists())


def following(marked: Markable, desk: Desk) -> str:
    """The address of the next on the desk that waits, after this one and then from the start; else empty."""
    # With the titles of all items at once.
    prefetch_related_objects(
        [desk.assignment], Prefetch("items", Item.objects.select_related("case", "quiz"))
    )
    waiting = [row for row in queue(desk) if not row.is_marked and desk.part in ("", row.part)]
    others = [row for row in waiting if row.address != marked.address]
    here = desk.place(marked.submission, marked.number)
    after = (row for row in others if desk.place(row.submission, row.number) > here)
    found = next(after, next(iter(others), None))
    return found.address + desk.query if found else ""


def _what(submission: Submission, titles: dict[int, str]) -> str:
    number = f"forsøg {submission.number}" if submission.assignment.attempts != 1 else ""
    return ", ".join(filter(None, [titles.get(submission.item_id, ""), number]))


def last_marked(kept: dict[str, Any]) -> str:
    """Who saved points last, and when; empty where nobody has."""
    entries = [one for one in kept.values() if isinstance(one, dict)]
    if not entries:
        return ""
    last = max(entries, key=lambda one: one["at"])
    who = User.objects.filter(pk=last["by"]).first()
    return f"{who or 'En underviser'}, kl. {timezone.localtime(parse_datetime(last['at'])):%H.%M}"


def _of_cases(desk: Desk, titles: dict[int, str]) -> Iterator[Waiting]:
    rows = desk.assignment.submissions.for_list().defer("walkthrough__argument")
    asked = rows.filter(walkthrough__submitted_at__isnull=False, walkthrough__frozen__has_key="argument")
    for one in asked.annotate(length=Length("walkthrough__argument")):
        one.assignment = desk.assignment
        work: Any = one.walkthrough
        yield Waiting(
            submission=one,
            called=desk.called(one),
            is_marked="argument" in work.marks,
            length=_length(one.length),
            address=markable.address_of(one),
            part=str(one.item_id),
            what=_what(one, titles),
        )


def _of_quizzes(desk: Desk, titles: dict[int, str]) -> Iterator[Waiting]:
    """With the attempts as they were frozen, which know the number of the question."""
    for one in _by_hand(desk.assignment).select_related("attempt__submission__user"):
        submission = one.attempt.submission
        submission.assignment = desk.assignment
        item = next(item for item in one.attempt.items if item.key == one.item)
        title = titles.get(submission.item_id, "")
        yield Waiting(
            submission=submission,
            called=desk.called(submission),
            is_marked=bool(one.marking),
            length=_length(len(one.chosen[0])),
            address=markable.address_of(submission, one.pk),
            response=one.pk,
            # The keys of an attempt are its own; the question of the bank is the same for all.
            part=f"{submission.item_id}-{item.data.get('question', item.number)}",
            asked=": ".join(filter(None, [title, Truncator(item.text).chars(SHORT)])),
            number=item.number,
            what=_what(submission, titles),
        )


def _by_hand(assignment: Assignment) -> QuerySet[Response]:
    return quizzes.marking.by_hand().filter(attempt__submission__assignment=assignment)


def _length(signs: int) -> str:
    return f"{danish.show(signs)} tegn" if signs else "Ikke skrevet"


@transaction.atomic
def award(
    marked: Markable, points: dict[str, Decimal], comment: str, *, by: User, version: str
) -> Stage | None:
    """Keep the points of every criterion and write down what is new. Raises one of `REFUSED`.

    Where two mark, these are the points of one of them; returned is how far the argument is with them.
    """
    now, both = saving.held(marked)
    if both.is_by_two:
        return saving.mark(now, both, points, comment, by=by, version=version)
    if not version.isdigit():
        raise saving.Moved
    before = _words(now)
    marked.award(points, comment, by=by, version=version)
    after = _words(marked.again())
    changed = [label for label in after if before.get(label) != after[label]]
    if changed:
        assignment = marked.submission.assignment
        record.note(
            assignment.course,
            record.Kind.ARGUMENT,
            by=by,
            about=marked.submission.user,
            assignment=assignment,
            before={label: before[label] for label in changed if label in before} or None,
            after={label: after[label] for label in changed},
        )
    return None


def _words(marked: Markable) -> dict[str, str]:
    """What a teacher has given, by criterion; the comment stands with the work, and here only that it is another."""
    found = {row.title: row.share for row in marked.rows if row.points is not None}
    comment = marked.kept.get(COMMENT, "")
    return found | ({"Kommentar": f"{len(comment)} tegn"} if comment else {})
