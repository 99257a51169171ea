"""Who may see which course, assignment and hand-in. Every view narrows through these querysets.

A person's part in a course is decided by the membership alone: a co-teacher is a teacher, a superuser
is a teacher of every course, and what belongs to a course of others does not exist (404).
"""

from typing import Self

from django.db import models
from django.db.models import Count, OuterRef, Prefetch, Q, Subquery

from courses.grade_records import Extension

TEACHER = "teacher"
STUDENT = "student"


def _member(user, role: str | None, path: str) -> Q:
    """The condition that `user` is a member of the course found at `path`, in `role` if one is given."""
    condition = {f"{path}memberships__user": user}
    if role:
        condition[f"{path}memberships__role"] = role
    return Q(**condition)


class _CourseBound(models.QuerySet):
    """Rows that belong to a course, which stands at `course_path`."""

    course_path = ""

    def for_teacher(self, user) -> Self:
        """What the person runs as teacher or co-teacher."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_superuser else self.filter(_member(user, TEACHER, self.course_path))

    def for_student(self, user) -> Self:
        """What the person follows as student."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(_member(user, STUDENT, self.course_path))

    def visible_to(self, user) -> Self:
        """What the person follows or runs."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_superuser else self.filter(_member(user, None, self.course_path))


class CourseQuerySet(_CourseBound):
    """Courses."""

    def active(self) -> Self:
        """Courses that are not archived."""
        return self.filter(archived_at=None)

    def with_counts(self) -> Self:
        """With the number of students, whoever asks."""
        students = Count("memberships", filter=Q(memberships__role=STUDENT))
        same: CourseQuerySet = CourseQuerySet(self.model).filter(pk=OuterRef("pk")).order_by()
        return self.annotate(student_count=Subquery(same.annotate(number=students).values("number")))


class AssignmentQuerySet(_CourseBound):
    """Assignments, seen through their course."""

    course_path = "course__"

    def active(self) -> Self:
        """Assignments of courses that are not archived."""
        return self.filter(course__archived_at=None)

    def with_content(self) -> Self:
        """With what the pages print of every assignment, in one query."""
        return self.select_related("course", "case", "quiz")

    def with_own_times(self, user) -> Self:
        """With the extension of this person, in one query for all."""
        return self.prefetch_related(Prefetch("extensions", Extension.objects.filter(user=user)))

    def with_counts(self) -> Self:
        """With how many have begun and how many have handed in, the next deadline first."""
        handed_in = Q(submissions__walkthrough__submitted_at__isnull=False) | Q(
            submissions__attempt__submitted_at__isnull=False
        )
        return self.annotate(
            begun_count=Count("submissions"),
            handed_in_count=Count("submissions", filter=handed_in),
        ).order_by("due_at", "pk")


class SubmissionQuerySet(_CourseBound):
    """What students have begun and handed in: the teacher sees the course's, a student only the own."""

    course_path = "assignment__course__"

    def for_student(self, user) -> Self:
        """The person's own work."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def visible_to(self, user) -> Self:
        """The person's own work and the work of the courses that the person runs."""
        if not user.is_authenticated:
            return self.none()
        if user.is_superuser:
            return self
        return self.filter(Q(user=user) | _member(user, TEACHER, self.course_path)).distinct()

    def with_work(self) -> Self:
        """With the walkthrough or attempt, in one query."""
        return self.select_related("user", "walkthrough", "attempt")

    def for_list(self) -> Self:
        """The same without the frozen texts, which a list of three hundred would read for nothing."""
        return self.with_work().defer("walkthrough__frozen", "walkthrough__result", "attempt__frozen")
