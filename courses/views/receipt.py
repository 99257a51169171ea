"""The receipt of a hand-in: the page for the teacher, and the PDF for the teacher and for the student."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

import cases.receipts
import quizzes.receipts
from cases.earlier import as_asked
from courses import receipts
from courses.models import Submission
from courses.receipt_pdf import CannotMake


@login_required
@require_safe
def receipt(request, course, uuid, submission):
    """The receipt of what a student handed in, for print."""
    rows = Submission.objects.for_marker(request.user).with_work()
    found = get_object_or_404(rows, uuid=submission, assignment__uuid=uuid, assignment__course__uuid=course)
    page = reverse("courses:submission", args=[course, uuid, submission])
    if not found.submitted_at:
        return redirect(page)
    makers = cases.receipts if found.walkthrough else quizzes.receipts
    work = as_asked(found.work, request.GET.get("udgave", "")) if found.walkthrough else found.work
    return HttpResponse(makers.as_html(work, name=str(found.user), back=page))


@login_required
@require_safe
def receipt_as_pdf(request, submission):
    """The receipt as it is kept: for the student once the result is shown, and for who runs the course."""
    found = get_object_or_404(Submission.objects.visible_to(request.user).with_work(), uuid=submission)
    teaches = found.user_id != request.user.pk
    if not (found.submitted_at if teaches else found.is_released()):
        raise Http404
    try:
        kept = receipts.file_of(found)
    except CannotMake:
        return render(request, "courses/no_pdf.html", {"page": _page(found, teaches)}, status=503)
    name = f"kvittering-{slugify(str(found.user)) or found.user_id}-{kept.number}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "ETag": f'"{kept.sha256}"'}
    return HttpResponse(bytes(kept.pdf), content_type="application/pdf", headers=headers)


def _page(submission: Submission, teaches: bool) -> str:
    """Where the receipt can be printed."""
    if teaches:
        assignment = submission.assignment
        return reverse("courses:receipt", args=[assignment.course.uuid, assignment.uuid, submission.uuid])
    name = "cases:receipt" if submission.walkthrough_id else "quizzes:receipt"
    return reverse(name, args=[submission.work.pk])
