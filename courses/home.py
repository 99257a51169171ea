"""What the front page shows: where the person was, what is due, and what the person's courses are doing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from cases.models import Walkthrough
from courses import standing
from courses.models import Assignment
from courses.standing import Standing
from lessons.models import Section
from quizzes.models import Attempt

SHOWN_AFTER_RELEASE = timedelta(days=14)
TEACHER_LOOKS_BACK = timedelta(days=7)


@dataclass(frozen=True)
class Door:
    """A way back into something: what it is, what it is called, and when the person was there."""

    kind: str
    title: str
    url: str
    when: datetime | None = None


def doors(user) -> list[Door]:
    """Practice that is begun and not finished, the newest first, and the next section to read."""
    walkthrough = Walkthrough.objects.visible_to(user).practice().unfinished().first()
    attempt = Attempt.objects.visible_to(user).practice().open().first()
    begun: list[tuple[str, Walkthrough | Attempt]] = [("Case", walkthrough)] if walkthrough else []
    begun += [("Quiz", attempt)] if attempt else []
    begun.sort(key=lambda kind_and_work: kind_and_work[1].started_at, reverse=True)
    found = [Door(kind, work.title, work.get_absolute_url(), work.started_at) for kind, work in begun]
    return [*found, *_next_section(user)]


def _next_section(user) -> list[Door]:
    unread = Section.objects.for_contents(user).filter(is_read=False)
    section = unread.order_by("chapter__order", "order").first()
    return [Door(f"Læs: {section.chapter}", section.title, section.get_absolute_url())] if section else []


def due(user) -> list[Standing]:
    """What the student must do, the next deadline first, and the results that are new."""
    now = timezone.now()
    listed = standing.for_student(user, now)
    waiting = [row for row in listed if row.is_waiting]
    released = [row for row in listed if row.key == standing.RELEASED]
    fresh = [row for row in released if row.shown_from and row.shown_from > now - SHOWN_AFTER_RELEASE]
    return waiting + fresh


def taught(user) -> list[Assignment]:
    """What is set in the courses that the person runs or marks, open or to come, with how many have handed in."""
    recent = timezone.now() - TEACHER_LOOKS_BACK
    assignments = Assignment.objects.for_marker(user).active().with_counts()
    return list(assignments.filter(due_at__gte=recent).select_related("course")[:10])
