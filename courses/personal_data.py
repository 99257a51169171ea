"""What the courses keep about a person, and how they let go of it."""

from courses import release, results
from courses.models import Course, Extension, GradeChange, Membership, Submission


def export(user) -> dict:
    """The person's courses, and what was begun and handed in."""
    memberships = Membership.objects.filter(user=user).select_related("course")
    submissions = Submission.objects.filter(user=user).with_work().select_related("assignment__course")
    submissions = submissions.prefetch_related("assignment__extensions", "assignment__grade_changes")
    extensions = Extension.objects.filter(user=user).select_related("assignment")
    changes = GradeChange.objects.filter(user=user).select_related("assignment", "changed_by")
    handed_in = {row.assignment_id: row for row in submissions if row.submitted_at}
    return {
        "hold": [
            {
                "navn": row.course.name,
                "termin": row.course.term,
                "rolle": row.get_role_display(),
                "tilmeldt": row.joined_at.isoformat(),
            }
            for row in memberships
        ],
        "afleveringer": [_submission(row) for row in submissions],
        "fristforlaengelser": [_extension(row) for row in extensions],
        "aendrede_point": [_change(row) for row in changes if _is_told(row, handed_in)],
    }


def _submission(row: Submission) -> dict:
    return {
        "hold": row.assignment.course.name,
        "opgave": row.assignment.title,
        "frist": row.deadline.due_at.isoformat(),
        "begyndt": row.work.started_at.isoformat(),
        "afleveret": row.submitted_at.isoformat() if row.submitted_at else None,
        "for_sent": row.late,
        "point": results.of(row).points_shown if row.is_released() else None,
    }


def _extension(row: Extension) -> dict:
    return {
        "opgave": row.assignment.title,
        "frist": row.due_at.isoformat() if row.due_at else None,
        "tid_ganges_med": str(row.factor),
    }


def _is_told(row: GradeChange, handed_in: dict[int, Submission]) -> bool:
    """What the student may not see yet on the page is not in the file either."""
    work = handed_in.get(row.assignment_id)
    return work.is_released() if work else release.is_shown(row.assignment)


def _change(row: GradeChange) -> dict:
    return {
        "opgave": row.assignment.title,
        "fra": None if row.old_points is None else results.shown(row.old_points),
        "til": None if row.new_points is None else results.shown(row.new_points),
        "begrundelse": row.reason,
        "af": str(row.changed_by),
        "hvornaar": row.changed_at.isoformat(),
    }


def erase(user) -> None:
    """Leave the courses in which nothing was begun; where something was, the row stays under a number."""
    kept = Submission.objects.filter(user=user).values("assignment__course")
    Membership.objects.filter(user=user).exclude(course__in=kept).delete()
    # The deadline stays, since lateness rests on it; that there was more time than others had goes.
    Extension.objects.filter(user=user).update(factor=1)
    Course.objects.filter(created_by=user).update(created_by=None)
