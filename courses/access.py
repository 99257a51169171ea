"""Who may see which course, assignment and hand-in. Every view narrows through these querysets.

A person's part in a course is decided by the membership alone: a co-teacher is a teacher, a marker reads
hand-ins and marks arguments, a superuser is a teacher of every course, and what belongs to a course of others
does not exist (404).
"""

from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Prefetch, Q, Subquery, Sum

TEACHER = "teacher"
MARKER = "marker"
STUDENT = "student"
ROLES = (TEACHER, MARKER, STUDENT)


def _member(user, path: str, *roles: str) -> Q:
    """The condition that `user` is a member of the course found at `path`, in one of `roles` if some are given."""
    condition = {f"{path}memberships__user": user}
    if roles:
        condition[f"{path}memberships__role__in"] = roles
    return Q(**condition)


class _CourseBound(models.QuerySet):
    """Rows that belong to a course, which stands at `course_path`."""

    course_path = ""

    def for_teacher(self, user) -> Self:
        """What the person runs as teacher or co-teacher."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_superuser else self.filter(_member(user, self.course_path, TEACHER))

    def for_marker(self, user) -> Self:
        """What the person marks: as marker, or as teacher."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_superuser else self.filter(_member(user, self.course_path, TEACHER, MARKER))

    def for_student(self, user) -> Self:
        """What the person follows as student."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(_member(user, self.course_path, STUDENT))

    def visible_to(self, user) -> Self:
        """What the person follows, marks or runs."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_superuser else self.filter(_member(user, self.course_path))


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
        """With what the pages print of every assignment, in two queries."""
        return self.select_related("course").with_items()

    def with_items(self) -> Self:
        """With what they consist of, in one query for all."""
        return self.prefetch_related(self.items())

    @classmethod
    def items(cls) -> Prefetch:
        """How the items come along with an assignment, with what the pages print of them."""
        return Prefetch("items", cls._items())

    def with_own_times(self, user) -> Self:
        """With the extension of this person, in one query for all."""
        extensions = apps.get_model("courses", "Extension").objects.filter(user=user)
        return self.prefetch_related(Prefetch("extensions", extensions))

    def with_own(self, user, *, content: bool = False) -> Self:
        """With this person's own deadline and extra time, and when each section of the items was finished.

        The cases and quizzes themselves come along only where they are asked for.
        """
        of_user = FilteredRelation("extensions", condition=Q(extensions__user=user))
        times = self.annotate(own=of_user, own_due_at=F("own__due_at"), own_factor=F("own__factor"))
        times = times.with_part() if content else times
        model = apps.get_model("courses", "Item")
        reads = apps.get_model("lessons", "SectionRead").objects.filter(
            user=user, section=OuterRef("section")
        )
        items = self._items() if content else model.objects.all()
        items = items.annotate(finished_at=Subquery(reads.values("read_at")))
        return times.select_related("course").prefetch_related(Prefetch("items", items))

    def with_part(self) -> Self:
        """With the category, and what all categories of the course weigh together; None where there are none."""
        categories = apps.get_model("courses", "Category").objects.filter(course=OuterRef("course"))
        together = categories.order_by().values("course").annotate(sum=Sum("weight")).values("sum")
        return self.select_related("category").annotate(categories_weight=Subquery(together))

    @staticmethod
    def _items() -> models.QuerySet:
        """Every item with its content, and whether a quiz asks something new when it is drawn anew."""
        items = apps.get_model("courses", "Item").objects.select_related("case", "quiz", "section__chapter")
        quizzes = apps.get_model("quizzes", "Quiz").objects.filter(pk=OuterRef("quiz"))
        drawn = quizzes.filter(Q(draws__isnull=False) | Q(questions__kind="generated"))
        return items.defer("section__body", "section__parts").annotate(draws_anew=Exists(drawn))

    def with_counts(self) -> Self:
        """With how many have begun and how many have handed in every case and quiz, the next deadline first."""
        items, submissions = (apps.get_model("courses", name).objects for name in ("Item", "Submission"))
        theirs = submissions.handed_in().filter(
            item=OuterRef("pk"), user=OuterRef(OuterRef("submissions__user"))
        )
        lacking = items.filter(~Exists(theirs), assignment=OuterRef("pk"), section=None)
        return self.annotate(
            begun_count=Count("submissions__user", distinct=True),
            handed_in_count=Count("submissions__user", distinct=True, filter=~Exists(lacking)),
        ).order_by("due_at", "pk")


class RecordQuerySet(_CourseBound):
    """What is on record of a course; what concerns the institution is of every course."""

    course_path = "course__"

    def of(self, course) -> Self:
        """Of this course, with who did it and whom it is about, in one query."""
        found = self.filter(Q(course=course) | Q(course=None))
        return found.select_related("by", "about", "assignment")


class RegradeQuerySet(_CourseBound):
    """Gradings anew, which the teachers of the course run."""

    course_path = "assignment__course__"


class AcceptanceQuerySet(_CourseBound):
    """Judgements that the teachers of the course have put right."""

    course_path = "assignment__course__"

    def in_force(self) -> Self:
        """What counts, with who gave it and why."""
        return self.filter(in_force_at__isnull=False, taken_back_at=None).select_related("regrade")


class SubmissionQuerySet(_CourseBound):
    """What students have begun and handed in: the teacher sees the course's, a student only the own."""

    course_path = "assignment__course__"

    def for_student(self, user) -> Self:
        """The person's own work."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def visible_to(self, user) -> Self:
        """The person's own work and the work of the courses that the person runs or marks."""
        if not user.is_authenticated:
            return self.none()
        if user.is_superuser:
            return self
        return self.filter(Q(user=user) | _member(user, self.course_path, TEACHER, MARKER)).distinct()

    def with_runs(self, user) -> Self:
        """With whether the person runs the course, as `runs`, in the same query."""
        run = apps.get_model("courses", "Course").objects.for_teacher(user)
        return self.annotate(runs=Exists(run.filter(pk=OuterRef("assignment__course"))))

    def handed_in(self) -> Self:
        """What is final."""
        return self.filter(
            Q(walkthrough__submitted_at__isnull=False) | Q(attempt__submitted_at__isnull=False)
        )

    def with_work(self) -> Self:
        """With the walkthrough or attempt, in one query."""
        return self.select_related("user", "walkthrough", "attempt")

    def for_list(self) -> Self:
        """The same without the frozen texts, which a list of three hundred would read for nothing."""
        return self.with_work().defer("walkthrough__frozen", "walkthrough__result", "attempt__frozen")
