"""What the teacher's page of a course shows; a marker sees of it what is set, and who teaches."""

from courses.forms import CoTeacherForm, JoinPeriodForm
from courses.models import Course, Membership
from courses.roster import by_name

Role = Membership.Role


def of(course: Course, *, runs: bool = True, **forms) -> dict:
    """The course, who runs it, how many follow it, and the forms, drawn anew or as they were sent."""
    staff = sorted(
        course.memberships.exclude(role=Role.STUDENT).select_related("user"),
        key=lambda row: by_name(str(row.user)),
    )
    assignments = course.assignments.with_counts().with_items()
    context = {
        "course": course,
        "runs": runs,
        "teachers": [row for row in staff if row.role == Role.TEACHER],
        "markers": [row for row in staff if row.role == Role.MARKER],
        "student_count": course.memberships.filter(role=Role.STUDENT).count(),
        "assignments": assignments,
    }
    if not runs:
        return context
    fresh = {
        "form": CoTeacherForm(course),
        "period": JoinPeriodForm(initial={"join_until": course.join_until}),
    }
    counts = {"invited_count": course.invitations.count(), "group_count": course.groups.count()}
    return context | counts | fresh | forms
