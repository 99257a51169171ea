"""Whose attempts a teacher may count when a quiz is measured."""

from django.db.models import Q

from courses.access import STUDENT
from courses.models import Course, Membership


def by(user) -> Q:
    """The hand-ins of the person's own courses, and what the students of those courses began by themselves."""
    courses = Course.objects.for_teacher(user).values("pk")
    students = Membership.objects.filter(course__in=courses, role=STUDENT).values("user")
    return Q(submission__assignment__course__in=courses) | Q(own=True, user__in=students)
