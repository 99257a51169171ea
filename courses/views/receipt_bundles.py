"""The receipts of a whole assignment, for who runs the course: asked for, watched while they are made, taken home."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from courses import receipt_bundles
from courses.models import ReceiptBundle
from courses.views.setting import assignment_or_404

READY = ReceiptBundle.State.READY


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def receipts(request, course, uuid):
    """How far they are; htmx asks for the part alone. Nothing of the course is changed by making them."""
    assignment = assignment_or_404(request.user, course, uuid)
    if request.method == "POST":
        receipt_bundles.start(assignment)
        return redirect("courses:receipts", course, uuid)
    bundle = ReceiptBundle.objects.filter(assignment=assignment).first()
    handed_in = receipt_bundles.handed_in(assignment).count()
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "bundle": bundle,
        "handed_in": handed_in,
        "new": max(0, handed_in - bundle.total) if bundle else 0,
    }
    return render(request, f"courses/receipts.html{'#standing' if request.htmx else ''}", context)


@login_required
@require_safe
def receipts_zip(request, course, uuid):
    """Every receipt in one file, when all are there."""
    assignment = assignment_or_404(request.user, course, uuid)
    bundle = ReceiptBundle.objects.filter(assignment=assignment, state=READY).first()
    if bundle is None or not bundle.files:
        raise Http404
    bundle.assignment = assignment
    name = f"kvitteringer-{slugify(assignment.title) or 'aflevering'}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    pieces = receipt_bundles.zipped(bundle)
    return StreamingHttpResponse(pieces, content_type="application/zip", headers=headers)
