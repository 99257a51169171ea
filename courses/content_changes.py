"""A case, a quiz or a question that is set was changed: every course that set it has it on record."""

from django.db.models import Q

from cases.models import Case
from courses import record
from courses.models import Assignment
from quizzes.models import Draw, Question, Quiz


def note(item, what: str, by) -> None:
    """Write down in each course, and for each assignment, what of its content is another now."""
    found = (
        Assignment.objects.filter(_asks(item)).select_related("course").distinct() if _grades(item) else ()
    )
    record.note_all(
        record.entry_of(
            assignment.course,
            record.Kind.CONTENT,
            assignment=assignment,
            subject=f"{assignment.title}: {item._meta.verbose_name} »{item}«",
            by=by,
            after=what,
        )
        for assignment in found
    )


def _grades(item) -> bool:
    return isinstance(item, Case | Quiz | Question)


def _asks(item) -> Q:
    if isinstance(item, Case):
        return Q(items__case=item)
    if isinstance(item, Quiz):
        return Q(items__quiz=item)
    drawing = [draw.quiz_id for draw in Draw.objects.all() if draw.takes(item)]
    return Q(items__quiz__in=Quiz.objects.filter(Q(items__question=item) | Q(pk__in=drawing)))
