"""The teacher's pages of grading again: what is outdated, the dry run, putting it in force and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from courses.forms.regrading import RegradeForm
from courses.models import Assignment, Regrade
from courses.regrading import dry_run, finding, in_force, page
from courses.views.in_use import in_use


def regrade_or_404(user, course, uuid, regrade) -> Regrade:
    """The grading anew of this assignment, if the person runs the course."""
    found = Regrade.objects.for_teacher(user).select_related("assignment__course", "made_by")
    found = found.select_related("committed_by", "undone_by", "acceptance")
    return get_object_or_404(found, uuid=regrade, assignment__uuid=uuid, assignment__course__uuid=course)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def regrades(request, course, uuid):
    """What was graded otherwise than today, what was graded again before, and the way to a dry run."""
    assignments = Assignment.objects.for_teacher(request.user).select_related("course")
    assignment = get_object_or_404(assignments, course__uuid=course, uuid=uuid)
    asked = request.GET.get("omfang", "")
    scope = asked if asked in Regrade.Scope.values else Regrade.Scope.ONE
    sent = request.POST if request.method == "POST" else None
    form = RegradeForm(sent, initial={"scope": scope})
    if form.is_valid():
        return redirect(dry_run.start(assignment, **form.cleaned_data, by=request.user))
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "form": form,
        "found": finding.find(assignment, scope),
        "scopes": [(key, words, key == scope) for key, words in Regrade.Scope.choices],
        "regrades": assignment.regrades.select_related("made_by", "acceptance"),
    }
    return render(request, "courses/regrades.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def regrade(request, course, uuid, regrade):
    """How far the dry run is, and then every change; htmx asks for the part alone."""
    found = regrade_or_404(request.user, course, uuid, regrade)
    part = "#standing" if request.htmx else ""
    return render(request, f"courses/regrade.html{part}", page.of(found, request.GET))


@login_required
@require_POST
@in_use
def go_on(request, course, uuid, regrade):
    """Begin the dry run again where it stopped."""
    found = regrade_or_404(request.user, course, uuid, regrade)
    dry_run.go_on(found)
    return redirect(found)


@login_required
@require_POST
@in_use
def put_in_force(request, course, uuid, regrade):
    """Let every change stand."""
    said = "Ombedømmelsen er gennemført. De tidligere resultater er bevaret."
    return _decide(request, regrade_or_404(request.user, course, uuid, regrade), in_force.put_in_force, said)


@login_required
@require_POST
@in_use
def take_back(request, course, uuid, regrade):
    """Let the earlier results stand again."""
    said = "Ombedømmelsen er taget tilbage. De tidligere resultater gælder igen."
    return _decide(request, regrade_or_404(request.user, course, uuid, regrade), in_force.take_back, said)


@login_required
@require_safe
def as_csv(request, course, uuid, regrade):
    """Every hand-in with what changes, as CSV."""
    found = regrade_or_404(request.user, course, uuid, regrade)
    headers = {"Content-Disposition": f'attachment; filename="ombedoemmelse-{found.made_at:%Y-%m-%d}.csv"'}
    return HttpResponse(page.as_csv(found), content_type="text/csv; charset=utf-8", headers=headers)


def _decide(request, found: Regrade, verb, said: str):
    try:
        verb(found, by=request.user)
    except in_force.Refused as refusal:
        found.refresh_from_db()
        context = page.of(found, request.GET) | {"refusal": str(refusal)}
        return render(request, "courses/regrade.html", context, status=409)
    messages.success(request, said)
    return redirect(found)
