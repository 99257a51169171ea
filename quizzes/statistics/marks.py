"""What is counted: one student's paper with a mark a question."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Mark:
    """What one question earned one student.

    Points are whole numbers of whatever unit, so that sums are exact and "no variance" is never a rounding
    error. `points` is None while a teacher has not marked the answer; no answer is 0.
    """

    points: int | None
    most: int
    guess: float | None = None
    family: str = ""


@dataclass(frozen=True)
class Paper:
    """One student's attempt: the mark of each question that this student was asked, in order."""

    marks: Mapping[str, Mark]

    @cached_property
    def total(self) -> int | None:
        """All points; None while one of them waits."""
        points = [mark.points for mark in self.marks.values()]
        return None if None in points else sum(point for point in points if point is not None)

    @cached_property
    def most(self) -> int:
        """The points that could be earned."""
        return sum(mark.most for mark in self.marks.values())
