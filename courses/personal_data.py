"""What the courses keep about a person, and how they let go of it."""

from courses.models import Course, Membership, Submission


def export(user) -> dict:
    """The person's courses, and what was begun and handed in."""
    memberships = Membership.objects.filter(user=user).select_related("course")
    submissions = Submission.objects.filter(user=user).with_work().select_related("assignment__course")
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
    }


def _submission(row: Submission) -> dict:
    return {
        "hold": row.assignment.course.name,
        "opgave": row.assignment.title,
        "frist": row.deadline.due_at.isoformat(),
        "begyndt": row.work.started_at.isoformat(),
        "afleveret": row.submitted_at.isoformat() if row.submitted_at else None,
        "for_sent": row.late,
    }


def erase(user) -> None:
    """Leave the courses in which nothing was begun; where something was, the row stays under a number."""
    kept = Submission.objects.filter(user=user).values("assignment__course")
    Membership.objects.filter(user=user).exclude(course__in=kept).delete()
    Course.objects.filter(created_by=user).update(created_by=None)
