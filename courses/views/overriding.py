"""The teacher's page of one student's points on an assignment, where they are set by hand."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from courses import overriding, results, standing
from courses.overriding import OverrideForm, Stale
from courses.views.in_use import in_use
from courses.views.setting import assignment_or_404


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def override(request, course, uuid, student):
    """Set the points of one student with a reason, and read every change before."""
    assignment = assignment_or_404(request.user, course, uuid)
    user = get_object_or_404(overriding.students(assignment), pk=student)
    form = OverrideForm(assignment, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _show(request, assignment, user, form, status=422 if form.is_bound else 200)
    reason, version = form.cleaned_data["reason"], request.POST.get("version", "")
    try:
        overriding.change(assignment, user, form.points, reason, by=request.user, version=version)
    except Stale as stale:
        return _show(request, assignment, user, form, status=409, refusal=str(stale))
    messages.success(request, f"Pointene for {user} er gemt.")
    return redirect("courses:override", course, uuid, student)


def _show(request, assignment, user, form, *, status: int, refusal: str = ""):
    state = standing.of(assignment, user)
    changes = overriding.history(assignment, user)
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "student": user,
        "submission": state.submission,
        "is_handed_in": bool(state.done.final),
        "form": form,
        "changes": changes,
        "version": overriding.version_of(changes),
        "result": results.of(state.done),
        "refusal": refusal,
    }
    return render(request, "courses/override.html", context, status=status)
