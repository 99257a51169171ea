"""The teacher's pages for marking arguments, and the receipt of a hand-in to print."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases import awarding, receipts
from cases.answering import Refused
from cases.rubric import COMMENT
from courses import marking
from courses.models import Submission
from courses.views.setting import assignment_or_404


def submission_or_404(user, course, uuid, submission) -> Submission:
    """A case that is worked in this assignment, if the person runs the course."""
    submissions = Submission.objects.for_teacher(user).with_work().filter(walkthrough__isnull=False)
    found = submissions.select_related("assignment__course", "assignment__case")
    return get_object_or_404(found, uuid=submission, assignment__uuid=uuid, assignment__course__uuid=course)


@login_required
@require_safe
def arguments(request, course, uuid):
    """The arguments of an assignment, those that wait first."""
    assignment = assignment_or_404(request.user, course, uuid)
    rows = marking.queue(assignment)
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "rows": rows,
        "waiting_count": sum(not row.is_marked for row in rows),
    }
    return render(request, "courses/arguments.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mark_argument(request, course, uuid, submission):
    """One argument beside its rubric; saved, it leads to the next that waits."""
    found = submission_or_404(request.user, course, uuid, submission)
    walkthrough = found.walkthrough
    if walkthrough.is_open or not walkthrough.frozen.get("argument"):
        return redirect("courses:submission", course, uuid, submission)
    form = marking.MarkForm(walkthrough, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _show(request, found, form, status=422 if form.is_bound else 200)
    version, comment = request.POST.get("version", ""), form.cleaned_data[COMMENT]
    try:
        awarding.award(walkthrough, form.points, comment, by=request.user, version=version)
    except Refused as refusal:
        walkthrough.refresh_from_db()
        form.rows = marking.rubric.rows(walkthrough)
        return _show(request, found, form, status=refusal.status, refusal=str(refusal))
    messages.success(request, f"Bedømmelsen af {found.user} er gemt.")
    return _onward(request, found)


@login_required
@require_safe
def receipt(request, course, uuid, submission):
    """The receipt of what a student handed in, for print."""
    found = submission_or_404(request.user, course, uuid, submission)
    page = reverse("courses:submission", args=[course, uuid, submission])
    if not found.walkthrough.result:
        return redirect(page)
    return HttpResponse(receipts.as_html(found.walkthrough, name=str(found.user), back=page))


def _onward(request, submission: Submission) -> HttpResponse:
    """The next argument that waits, or the list."""
    course, assignment = submission.assignment.course.uuid, submission.assignment.uuid
    following = marking.following(submission) if "next" in request.POST else None
    if following:
        return redirect("courses:mark_argument", course, assignment, following.uuid)
    return redirect("courses:arguments", course, assignment)


def _show(request, submission, form, *, status: int, refusal: str = "") -> HttpResponse:
    context = {
        "submission": submission,
        "assignment": submission.assignment,
        "course": submission.assignment.course,
        "walkthrough": submission.walkthrough,
        "form": form,
        "refusal": refusal,
        "last_marked": marking.last_marked(submission.walkthrough),
        "kept_comment": submission.walkthrough.argument_points.get(COMMENT, ""),
    }
    return render(request, "courses/mark_argument.html", context, status=status)
