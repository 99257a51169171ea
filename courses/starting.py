"""Who has not begun an assignment that is open."""

from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from courses.access import STUDENT
from courses.models import Assignment, Course, Membership, Submission
from courses.roster import by_name


def assignments(course: Course, now: datetime | None = None) -> list[Assignment]:
    """The assignments that have opened, with how many of today's students have begun and handed in."""
    students = _students(course)
    of_them = Q(submissions__user__in=students)
    handed_in = Q(submissions__walkthrough__submitted_at__isnull=False) | Q(
        submissions__attempt__submitted_at__isnull=False
    )
    opened = course.assignments.filter(opens_at__lte=now or timezone.now())
    counted = opened.annotate(
        begun=Count("submissions__user", filter=of_them, distinct=True),
        handed_in=Count("submissions__user", filter=of_them & handed_in, distinct=True),
    )
    return list(counted.order_by("-due_at", "-pk"))


def waiting(assignment: Assignment) -> list[User]:
    """The students of the course who have not begun it, by name."""
    begun = Submission.objects.filter(assignment=assignment).values("user")
    found = User.objects.filter(pk__in=_students(assignment.course)).exclude(pk__in=begun)
    return sorted(found, key=lambda user: (by_name(str(user)), user.pk))


def _students(course: Course) -> QuerySet:
    return Membership.objects.filter(course=course, role=STUDENT).values("user")
