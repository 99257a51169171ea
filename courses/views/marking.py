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
    }
    return render(request, "courses/arguments.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def mark_argument(request, course, uuid, submission, response=None):
    """One argument beside its rubric; saved, it leads to the next that waits."""
    marked = markable.of(submission_or_404(request.user, course, uuid, submission), response)
    if marked is None:
        return redirect("courses:submission", course, uuid, submission)
    own = desk.of(request, marked.submission.assignment)
    again = comments.used_before(own.assignment, request.user)
    form = MarkForm(marked, request.POST if request.method == "POST" else None, again=again)
    if not form.is_valid():
        return _show(request, marked, form, own, status=422 if form.is_bound else 200)
    version, comment = request.POST.get("version", ""), form.cleaned_data[COMMENT]
    try:
        marking.award(marked, form.points, comment, by=request.user, version=version)
    except markable.REFUSED as refusal:
        marked = marked.again()
        form.rows = marked.rows
        return _show(request, marked, form, own, status=refusal.status, refusal=str(refusal))
    messages.success(request, f"Bedømmelsen er gemt: {own.called(marked.submission)}.")
    onward = marking.following(marked, own) if "next" in request.POST else ""
    return redirect(onward or reverse("courses:arguments", args=[course, uuid]) + own.query)


def _show(request, marked, form, own: desk.Desk, *, status: int, refusal: str = "") -> HttpResponse:
    context = {
        "marked": marked,
        "desk": own,
        "called": own.called(marked.submission),
        "submission": marked.submission,
        "assignment": marked.submission.assignment,
        "course": marked.submission.assignment.course,
        "walkthrough": marked.submission.walkthrough,
        "form": form,
        "refusal": refusal,
        "last_marked": marking.last_marked(marked.kept),
        "kept_comment": marked.kept.get(COMMENT, ""),
    }
    return render(request, "courses/mark_argument.html", context, status=status)
