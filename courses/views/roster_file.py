"""The teacher's pages by which a list of people is read in: upload, say the columns, look, confirm."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from courses.forms.roster import RosterForm
from courses.models import Course
from courses.roster_file import columns, importing, keeping, people, planning
from courses.roster_file.columns import Columns, ColumnsForm
from courses.roster_file.reading import Line
from courses.views.in_use import in_use
from courses.views.teaching import course_or_404

LOST = "Forhåndsvisningen er for gammel eller ændret på vejen. Intet er gemt. Læs listen ind igen."
SEALED = "laest"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def import_roster(request, uuid):
    """Read a list; it is shown as it would change the course, and nothing is saved yet."""
    course = course_or_404(request.user, uuid)
    if request.method != "POST":
        return render(request, "courses/roster_import.html", {"course": course, "form": RosterForm()})
    form = RosterForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "courses/roster_import.html", {"course": course, "form": form}, status=422)
    lines = form.found.lines
    if said := columns.recognised(lines):
        return _preview(request, course, lines, said, told=form.found.told)
    return _ask(request, course, lines, columns.guessed(lines))


@login_required
@require_POST
@in_use
def order_roster(request, uuid):
    """Say what stands in which column."""
    course = course_or_404(request.user, uuid)
    try:
        lines, said = keeping.unseal(request.POST.get(SEALED, ""), course=course, user=request.user)
    except keeping.Unsealed:
        return _lost(request, course)
    if "ret" in request.POST:
        return _ask(request, course, lines, said)
    form = ColumnsForm(lines, said, request.POST)
    if not form.is_valid():
        return _ask(request, course, lines, said, form)
    return _preview(request, course, lines, form.columns)


@login_required
@require_POST
@in_use
def save_roster(request, uuid):
    """Do what the preview has shown."""
    course = course_or_404(request.user, uuid)
    try:
        lines, said = keeping.unseal(request.POST.get(SEALED, ""), course=course, user=request.user)
    except keeping.Unsealed:
        return _lost(request, course)
    ticked = {name: set(request.POST.getlist(name)) for name in ("fjern", "traek")}
    done = importing.carry_out(
        course, lines, said, removed=ticked["fjern"], withdrawn=ticked["traek"], by=request.user
    )
    messages.success(request, done.words)
    return redirect("courses:participants", uuid)


def _preview(request, course: Course, lines: list[Line], said: Columns, told: str = ""):
    plan = planning.of(course, *people.of(lines, said))
    sealed = keeping.seal(lines, said, course=course, user=request.user)
    context = {"course": course, "plan": plan, "sealed": sealed, "told": told}
    return render(request, "courses/roster_preview.html", context)


def _ask(request, course: Course, lines: list[Line], said: Columns, form: ColumnsForm | None = None):
    sealed = keeping.seal(lines, said, course=course, user=request.user)
    context = {
        "course": course,
        "form": form or ColumnsForm(lines, said),
        "sealed": sealed,
        "lines": lines[:5],
    }
    return render(request, "courses/roster_columns.html", context, status=422 if form else 200)


def _lost(request, course: Course):
    context = {"course": course, "form": RosterForm(), "lost": LOST}
    return render(request, "courses/roster_import.html", context, status=422)
