"""The teacher's page of who has not begun."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from courses import starting
from courses.access import STUDENT
from courses.misunderstandings import plots
from courses.views.teaching import course_or_404


@login_required
@require_safe
def not_started(request, uuid):
    """Every open assignment with how many have not begun, and the names for the one that is chosen."""
    course = course_or_404(request.user, uuid)
    students = course.memberships.filter(role=STUDENT).count()
    found = starting.assignments(course)
    asked = request.GET.get("aflevering", "")
    chosen = next((one for one in found if str(one.uuid) == asked), None)
    context = {
        "course": course,
        "students": students,
        "rows": [
            (one, students - one.begun, one.begun - one.handed_in, plots.bar(one.begun, students, students))
            for one in found
        ],
        "chosen": chosen,
        "waiting": starting.waiting(chosen) if chosen else [],
    }
    return render(request, "courses/not_started.html", context)
