"""The teacher's preview of an assignment."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from courses import assignment_page, previewing
from courses.models import Assignment
from courses.views.setting import assignment_or_404


@login_required
@require_safe
def preview(request, course, uuid):
    """The page and a variant as students will see them; nothing is stored."""
    assignment = assignment_or_404(request.user, course, uuid)
    number = previewing.number_of(request.GET.get("variant", ""))
    context = assignment_page.preview(assignment, max(timezone.now(), assignment.opens_at)) | {
        "course": assignment.course,
        "is_preview": True,
        "seen": previewing.seen(assignment, number),
        "told": previewing.told(assignment),
        "number": number,
        "is_own": assignment.variant == Assignment.Variant.OWN,
        "following": number % previewing.MOST_VARIANTS + 1,
    }
    return render(request, "courses/preview.html", context)
