"""The parts of a course's sum: its categories, and what has none, each with what it weighs.

>>> parts = of([Category(pk=1, name="Quizzer", weight=30), Category(pk=2, name="Sager", weight=50)])
>>> [(part.title, part.weight) for part in parts]
[('Quizzer', 30), ('Sager', 50), ('Uden kategori', 20)]
>>> total(zip(parts, [Decimal("0.5"), Decimal(1), None]))
Decimal('81.3')
>>> total([]) is None
True
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from courses.models import Assignment, Category
from courses.weighing import percent

WHOLE, REST = 100, "Uden kategori"


@dataclass(frozen=True)
class Part:
    """A category, or the rest; where a course has no categories, the rest is everything."""

    category: int | None
    title: str
    weight: int
    drop: int = 0

    @property
    def key(self) -> str:
        """Its name in an address."""
        return f"kategori-{self.category or 'ingen'}"

    @property
    def told(self) -> str:
        """What it weighs, and what it leaves out."""
        if not self.drop:
            return f"{self.weight} %"
        return f"{self.weight} %, uden {'den' if self.drop == 1 else f'de {self.drop}'} laveste"


def of(categories: Sequence[Category], drop: int = 0) -> list[Part]:
    """The parts in their order, the rest last. `drop` is the course's, and counts where there are no categories."""
    if not categories:
        return [Part(None, "", WHOLE, drop)]
    found = [Part(one.pk, one.name, one.weight, one.drop_lowest) for one in categories]
    return [*found, _rest(sum(one.weight for one in found))]


def of_assignment(assignment: Assignment) -> Part | None:
    """The part that an assignment belongs to; None where its course has no categories."""
    if hasattr(assignment, "categories_weight"):
        together = assignment.categories_weight
    else:
        together = assignment.course.categories.aggregate(sum=Sum("weight"))["sum"]
    if together is None:
        return None
    own = assignment.category
    return Part(own.pk, own.name, own.weight, own.drop_lowest) if own else _rest(together)


def _rest(together: int) -> Part:
    return Part(None, REST, max(0, WHOLE - together))


def total(shares: Iterable[tuple[Part, Decimal | None]]) -> Decimal | None:
    """The percent of all parts together; one in which nothing counts yet weighs nothing."""
    known = [(part.weight, share) for part, share in shares if share is not None]
    weights = sum(weight for weight, _ in known)
    if not weights:
        return None
    return percent(sum((share * weight for weight, share in known), Decimal(0)) / weights)


def counts(assignment: Assignment) -> bool:
    """Whether it is part of the sum: obligatory work is passed or not, and weighs nothing."""
    return not assignment.is_pass_fail and assignment.weight > 0
