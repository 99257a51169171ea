"""The page on which points are agreed, once two have marked an argument; it stands where each of them marked."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cases.rubric import COMMENT
from courses import marking
from courses.desk import Desk
from courses.forms.agree import REASON, AgreeForm
from courses.markable import Markable
from courses.two_markers import page, saving
from courses.two_markers import sides as two
from courses.two_markers.sides import Sides


def is_of_one(sent: Mapping[str, str]) -> bool:
    """Whether what was sent is the mark of one of the two, who had not seen the other's."""
    return bool(sent) and REASON not in sent


def agree(request, marked: Markable, sides: Sides, own: Desk) -> HttpResponse:
    """Both sides criterion by criterion, and the points that are to count."""
    if request.method != "POST":
        return show(request, marked, sides, own)
    form = AgreeForm(marked, sides, request.POST)
    if not form.is_valid():
        return _page(request, marked, sides, own, form, status=422)
    version, comment = request.POST.get("version", ""), form.cleaned_data[COMMENT]
    try:
        saving.agree(marked, form.agreed, comment, form.reason, by=request.user, version=version)
    except marking.REFUSED as refusal:
        return show(request, marked.again(), None, own, typed=request.POST, refusal=refusal)
    messages.success(request, f"Pointene er aftalt og tæller: {own.called(marked.submission)}.")
    onward = marking.following(marked, own) if "next" in request.POST else ""
    place = [own.assignment.course.uuid, own.assignment.uuid]
    return redirect(onward or reverse("courses:arguments", args=place) + own.query)


def show(request, marked, sides: Sides | None, own, *, typed=None, refusal=None) -> HttpResponse:
    """The page with what stands now, and in the fields what somebody typed who was refused."""
    sides = sides or two.of(marked)
    form = AgreeForm(marked, sides, typed=typed)
    said = {"status": refusal.status, "refusal": str(refusal)} if refusal else {"status": 200}
    return _page(request, marked, sides, own, form, **said)


def _page(request, marked, sides: Sides, own: Desk, form, *, status: int, refusal: str = "") -> HttpResponse:
    may_settle = sides.may_settle(request.user, marked.submission.assignment.course)
    context = page.of_one(marked, own) | {
        "sides": sides,
        "may_settle": may_settle,
        "refusal": refusal,
        "version": sides.version(request.user, marked.version),
        "form": form,
        "compared": page.compared(form, sides) if may_settle else [],
    }
    return render(request, "courses/agree_argument.html", context, status=status)
