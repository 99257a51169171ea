"""What nobody does and time brings: deadlines within a day, and results that a deadline has shown.

Run as often as one likes: each is told once.
"""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from courses import notifying, work
from courses.models import Assignment, Membership, Submission

BEFORE_DUE = timedelta(hours=24)
# Who starts this on a site that has been in use is not told of last year's results.
LOOKS_BACK = timedelta(days=2)


def what_time_brings(now: datetime | None = None) -> None:
    """Write both kinds of message."""
    now = now or timezone.now()
    remind(now)
    tell_of_results(now)


def remind(now: datetime) -> None:
    """Tell each student who has not handed in what is due within a day, by the student's own deadline."""
    window = (now, now + BEFORE_DUE)
    soon = Q(due_at__range=window) | Q(extensions__due_at__range=window)
    assignments = Assignment.objects.active().filter(soon, opens_at__lte=now).distinct()
    handed_in: set[tuple[int, int]] = {
        (row.user_id, row.item_id)
        for row in Submission.objects.filter(assignment__in=assignments).for_list()
        if row.submitted_at
    }
    students = defaultdict(set)
    for course, user in Membership.objects.filter(
        role=Membership.Role.STUDENT, course__assignments__in=assignments, user__is_active=True
    ).values_list("course", "user"):
        students[course].add(user)
    set_now = list(assignments.with_content().prefetch_related("extensions"))
    read = work.finished(set_now)
    for assignment in set_now:
        needed = work.Work(assignment, None).needed
        waiting = {
            user
            for user in students[assignment.course_id]
            if not all(
                (user, item.section_id) in read if item.is_read else (user, item.pk) in handed_in
                for item in needed
            )
        }
        ends = {user: assignment.deadline_for(user).due_at for user in waiting}
        notifying.due(assignment, {user: end for user, end in ends.items() if now < end <= window[1]})


def tell_of_results(now: datetime) -> None:
    """Tell whose results a deadline has shown since they were handed in."""
    shown = (now - LOOKS_BACK, now)
    fresh = Q(walkthrough__released_at__range=shown) | Q(attempt__released_at__range=shown)
    at_due = Q(assignment__release=Assignment.Release.AT_DUE, assignment__course__archived_at=None)
    users = defaultdict(set)
    assignments = {}
    for row in Submission.objects.filter(fresh, at_due).for_list().select_related("assignment__course"):
        if row.is_released(now) and row.submitted_at < row.shown_from:
            assignments[row.assignment_id] = row.assignment
            users[row.assignment_id].add(row.user_id)
    for number, assignment in assignments.items():
        notifying.released(assignment, users[number])
