"""What a student reads of it: the points before and after, when, and why."""

from courses.models import RegradeChange


def to_student(**whose) -> list[RegradeChange]:
    """Each time that a result which the student had seen was changed, the newest first."""
    rows = RegradeChange.objects.filter(was_released=True, state=RegradeChange.State.CHANGED, **whose)
    rows = rows.filter(regrade__committed_at__isnull=False).select_related(
        "regrade", "submission__assignment"
    )
    return list(rows.defer("new_state").order_by("-regrade__committed_at", "-pk"))
