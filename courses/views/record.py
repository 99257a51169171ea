"""The teacher's page of what was changed in a course."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from courses import record_pages
from courses.forms import RecordForm
from courses.views.teaching import course_or_404


@login_required
@require_safe
def record(request, uuid):
    """Who changed what, the newest first."""
    course = course_or_404(request.user, uuid)
    form = RecordForm(course, request.GET)
    page = record_pages.page_of(record_pages.asked(course, form), request.GET.get("side", "1"))
    newer, older = record_pages.sides(form, page)
    context = {
        "course": course,
        "form": form,
        "page": page,
        "is_narrowed": any(form.cleaned_data.values()),
        "newer": newer,
        "older": older,
    }
    return render(request, "courses/record.html", context)


@login_required
@require_safe
def record_as_csv(request, uuid):
    """The same for a spreadsheet, all of it."""
    course = course_or_404(request.user, uuid)
    found = record_pages.asked(course, RecordForm(course, request.GET))
    name = f"historik-{slugify(course.name) or 'hold'}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(record_pages.as_csv(found), content_type="text/csv; charset=utf-8", headers=headers)
