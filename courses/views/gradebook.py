"""The teacher's gradebook: the page, and the same as files."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from courses import gradebook as books
from courses import gradebook_files, group_filter
from courses.gradebook_view import NAME, SUM, Asked
from courses.views.teaching import course_or_404

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_safe
def gradebook(request, uuid):
    """Students and assignments: results, sums, what is missing and what waits."""
    course = course_or_404(request.user, uuid)
    group = group_filter.read(course, request.GET)
    sheet, asked = books.opened(course), Asked.read(request.GET, group.chosen)
    page = asked.page_of(sheet, [user for user in sheet.students if group.holds(user.pk)])
    filters = [("", "Alle"), *books.WORDS.items()]
    context = {
        "course": course,
        "sheet": sheet,
        "asked": asked,
        "page": page,
        "blocks": [_headings(block, asked) for block in sheet.blocks],
        "by_name": asked.heading(NAME),
        "by_sum": asked.heading(SUM),
        "group": group,
        "filters": [(asked.filter(key), words, key == asked.only) for key, words in filters],
        "sides": [(number, asked.side(number)) for number in page.paginator.page_range],
    }
    return render(request, "courses/gradebook.html", context)


@login_required
@require_safe
def as_csv(request, uuid):
    """Every student as CSV."""
    course = course_or_404(request.user, uuid)
    return _file(
        course, gradebook_files.as_csv(course.pk, books.of(course)), "csv", "text/csv; charset=utf-8"
    )


@login_required
@require_safe
def as_xlsx(request, uuid):
    """Every student as a workbook."""
    course = course_or_404(request.user, uuid)
    return _file(course, gradebook_files.as_xlsx(course.pk, books.of(course)), "xlsx", XLSX)


def _headings(block: books.Block, asked: Asked):
    """The part of the sum with the headings that sort by it and by each of its assignments."""
    columns = [(column, asked.heading(str(column.assignment.pk))) for column in block.columns]
    return block.part, asked.heading(block.part.key), columns


def _file(course, content, ending: str, kind: str) -> HttpResponse:
    name = f"karakterer-{slugify(course.name) or 'hold'}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
