"""A student's own results in a course: what counts how much, and what is shown so far."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch
from django.utils import timezone

from courses import parts, results, weighing, work
from courses.models import Course, GradeChange, Submission
from courses.parts import Part
from courses.results import Result
from courses.standing import Standing


@dataclass(frozen=True)
class Line:
    """One assignment with its result, where that is shown."""

    state: Standing
    result: Result | None

    @property
    def shown(self) -> str:
        """The result, or how far the student is."""
        if self.result is None or self.is_provisional:
            return self.state.late_words if self.is_missing else self.state.words
        return self.result.verdict or f"{self.result.points_shown} af {self.result.highest}"

    @property
    def is_missing(self) -> bool:
        """Whether nothing is there though the deadline has passed, which counts nothing."""
        return self.result is None and self.state.late and not self.state.done.has_done_something

    @property
    def is_provisional(self) -> bool:
        """Whether a part is still to come, so that it does not count yet."""
        return bool(self.result and self.result.items and not self.state.submitted_at and not self.state.late)

    @property
    def mark(self) -> tuple[Decimal, int] | None:
        """The share with its weight; None where it does not count, or not yet."""
        assignment = self.state.assignment
        if not parts.counts(assignment) or self.is_provisional or not (self.result or self.is_missing):
            return None
        share = self.result.points / assignment.points if self.result else Decimal(0)
        return share, assignment.weight


@dataclass(frozen=True)
class Section:
    """A part of the sum with its assignments."""

    part: Part
    lines: list[Line]

    @property
    def share(self) -> Decimal | None:
        """What it comes to so far."""
        return weighing.mean((line.mark for line in self.lines if line.mark), self.part.drop)

    @property
    def shown(self) -> str:
        """The same in percent."""
        return results.shown(weighing.percent(self.share))


def of(course: Course, user) -> dict:
    """The sections of the sum, and what they come to together; as many queries for one assignment as for forty."""
    lines = _lines(course, user)
    every = parts.of(list(course.categories.all()), course.drop_lowest)
    sections = [
        Section(part, [one for one in lines if one.state.assignment.category_id == part.category])
        for part in every
    ]
    sections = [one for one in sections if one.lines]
    total = parts.total((one.part, one.share) for one in sections)
    return {"course": course, "sections": sections, "total": total, "has_parts": len(every) > 1}


def _lines(course: Course, user) -> list[Line]:
    changes = Prefetch("grade_changes", GradeChange.objects.filter(user=user))
    assignments = list(course.assignments.with_own(user, content=True).prefetch_related(changes))
    found = defaultdict(list)
    for row in Submission.objects.filter(assignment__course=course, user=user).for_list():
        found[row.assignment_id].append(row)
    now = timezone.now()
    states = [Standing(work.gather_own(one, user.pk, found[one.pk]), now) for one in assignments]
    return [Line(one, results.of(one.done) if one.shows_result else None) for one in states]
