"""The teacher's pages for marking arguments."""

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.rubric import COMMENT
from courses import comments, desk, markable, marking
from courses.forms.mark import MarkForm
from courses.models import Submission
from courses.two_markers import page
from courses.two_markers import sides as two
from courses.two_markers.sides import Stage
from courses.views import agreeing
from courses.views.in_use import in_use
from courses.views.setting import marked_assignment_or_404


def submission_or_404(user, course, uuid, submission) -> Submission:
    """What is worked in this assignment, if the person marks the course."""
    found = Submission.objects.for_marker(user).with_work()
    found = found.select_related("assignment__course", "item__case")
    return get_object_or_404(found, uuid=submission, assignment__uuid=uuid, assignment__course__uuid=course)


@login_required
@require_safe
def arguments(request, course, uuid):
    """The arguments of an assignment, those that wait first; `?anonymt=` hides names, `?del=` shows one part."""
    assignment = marked_assignment_or_404(request.user, course, uuid)
    desk.turn(request, assignment)
    own = desk.of(request, assignment)
    found = marking.queue(own)
    parts = marking.parts(found, own)
    if own.part not in parts:
        own = replace(own, part="")
    rows = [row for row in found if own.part in ("", row.part)]
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "desk": own,
        "parts": parts if len(parts) > 1 else {},
        "rows": rows,
        "has_numbers": any(row.number for row in rows),
        "waiting_count": sum(not row.is_marked for row in rows),
        "by_two": page.of_list(own, rows),
    }
    return render(request, "courses/arguments.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def mark_argument(request, course, uuid, submission, response=None):
    """One argument beside its rubric; saved, it leads to the next that waits. Where two are in, they agree here."""
    marked = markable.of(submission_or_404(request.user, course, uuid, submission), response)
    if marked is None:
        return redirect("courses:submission", course, uuid, submission)
    own, sides = desk.of(request, marked.submission.assignment), two.of(marked)
    if sides.is_full and not agreeing.is_of_one(request.POST):
        return agreeing.agree(request, marked, sides, own)
    again = comments.used_before(own.assignment, request.user)
    sent = request.POST if request.method == "POST" else None
    form = MarkForm(marked, sent, again=again, own=sides.of(request.user))
    if not form.is_valid():
        return _show(request, marked, form, own, sides, status=422 if form.is_bound else 200)
    version, comment = request.POST.get("version", ""), form.cleaned_data[COMMENT]
    try:
        stage = marking.award(marked, form.points, comment, by=request.user, version=version)
    except marking.REFUSED as refusal:
        return _refused(request, marked.again(), form, own, refusal)
    return _onward(request, marked, own, stage)


def _onward(request, marked, own: desk.Desk, stage: Stage | None) -> HttpResponse:
    """To the next that waits; where the two differ, to both sides, unless the marker goes on."""
    messages.success(request, page.saved(own.called(marked.submission), stage))
    if "next" not in request.POST and stage is Stage.DIFFER:
        return redirect(marked.address + own.query)
    onward = marking.following(marked, own) if "next" in request.POST else ""
    place = [own.assignment.course.uuid, own.assignment.uuid]
    return redirect(onward or reverse("courses:arguments", args=place) + own.query)


def _refused(request, marked, form, own: desk.Desk, refusal) -> HttpResponse:
    """What was typed stays in the fields, also where it is now for two to agree."""
    sides = two.of(marked)
    if sides.is_full:
        return agreeing.show(request, marked, sides, own, typed=request.POST, refusal=refusal)
    form.rows = marked.rows
    return _show(request, marked, form, own, sides, status=refusal.status, refusal=str(refusal))


def _show(request, marked, form, own: desk.Desk, sides, *, status: int, refusal: str = "") -> HttpResponse:
    context = page.of_one(marked, own) | {
        "form": form,
        "refusal": refusal,
        "version": sides.version(request.user, "") if sides.is_by_two else marked.version,
        "sides": sides if sides.is_by_two else None,
        "of_another": sides.of_another(request.user),
        "last_marked": marking.last_marked(marked.kept),
        "kept_comment": marked.kept.get(COMMENT, ""),
    }
    return render(request, "courses/mark_argument.html", context, status=status)
