"""The teacher's pages on which marks come back in a file: choose it, see what it would do, take it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from courses import mark_import, mark_taking
from courses.forms import MarkFileForm, TakeMarksForm
from courses.mark_files import Refused
from courses.mark_taking import Stale
from courses.views.in_use import in_use
from courses.views.teaching import course_or_404


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def import_marks(request, uuid):
    """Choose a file; sent, it shows what would change. Nothing is saved here."""
    course = course_or_404(request.user, uuid)
    sent = request.method == "POST"
    form = MarkFileForm(request.POST, request.FILES) if sent else MarkFileForm()
    if form.is_valid():
        try:
            found = mark_import.compare(course, form.table)
        except Refused as error:
            form.add_error("file", f"{error} Intet er gemt.")
        else:
            take = TakeMarksForm(initial={"preview": found.packed(course)})
            return _show(request, course, MarkFileForm(), take=take, found=found)
    return _show(request, course, form, status=422 if sent else 200)


@login_required
@require_POST
@in_use
def take_marks(request, uuid):
    """Write every change that was shown, in one step."""
    course = course_or_404(request.user, uuid)
    form = TakeMarksForm(request.POST)
    try:
        found = mark_import.unpacked(course, request.POST.get("preview", ""))
        if not form.is_valid():
            return _show(request, course, MarkFileForm(), take=form, found=found, status=422)
        mark_taking.commit(course, found, form.cleaned_data["reason"], by=request.user)
    except Refused as error:
        return _show(request, course, MarkFileForm(), refusal=str(error), status=422)
    except Stale as error:
        refusal = f"{error} Intet fra filen er gemt. Vælg filen igen, så ser du, hvad der står nu."
        return _show(request, course, MarkFileForm(), refusal=refusal, status=409)
    messages.success(request, f"Pointene fra filen er gemt: {_counted(len(found.changes))}.")
    return redirect("courses:gradebook", uuid)


def _counted(count: int) -> str:
    return "1 ændring" if count == 1 else f"{count} ændringer"


def _show(request, course, form, *, status=200, **more):
    return render(
        request, "courses/import_marks.html", {"course": course, "form": form, **more}, status=status
    )
