"""The teacher's pages of an assignment: set it, see who has done what, open a hand-in, show the results."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from courses import group_filter, hand_in, marking, release, results, roster, saving
from courses.context import runs
from courses.forms import AssignmentForm
from courses.models import Assignment, Submission
from courses.views.in_use import in_use
from courses.views.teaching import course_or_404
from rules.danish import join


def assignment_or_404(user, course, uuid) -> Assignment:
    """The assignment of this course, if the person runs it."""
    assignments = Assignment.objects.for_teacher(user).with_content()
    return get_object_or_404(assignments, course__uuid=course, uuid=uuid)


def marked_assignment_or_404(user, course, uuid) -> Assignment:
    """The assignment of this course, if the person marks it."""
    assignments = Assignment.objects.for_marker(user).with_content()
    return get_object_or_404(assignments, course__uuid=course, uuid=uuid)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def create_assignment(request, course):
    """Set cases, quizzes and sections."""
    assignment = Assignment(course=course_or_404(request.user, course))
    return _edit(request, assignment, heading="Ny aflevering", verb="Opret aflevering")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def edit_assignment(request, course, uuid):
    """Change what is set; what students have relied on stays once one of them has begun."""
    assignment = assignment_or_404(request.user, course, uuid)
    return _edit(request, assignment, heading="Ret aflevering", verb="Gem ændringer")


def _edit(request, assignment, *, heading, verb):
    sent = request.POST if request.method == "POST" else None
    form = AssignmentForm(sent, instance=assignment, teacher=request.user)
    if form.is_valid():
        assignment = saving.save_assignment(form, by=request.user)
        messages.success(request, f"Afleveringen {assignment.title} er gemt.")
        return redirect("courses:results", assignment.course.uuid, assignment.uuid)
    is_refused = form.is_bound and not form.asks_for_more
    context = {"form": form, "course": assignment.course, "heading": heading, "verb": verb}
    return render(request, "courses/assignment_form.html", context, status=422 if is_refused else 200)


@login_required
@require_safe
def results_of_assignment(request, course, uuid):
    """Who has done what, with which result."""
    assignment = marked_assignment_or_404(request.user, course, uuid)
    group = group_filter.read(assignment.course, request.GET)
    rows = [row for row in roster.rows(assignment) if group.holds(row.user.pk)]
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "runs": runs(request.user, assignment.course),
        "rows": rows,
        "group": group,
        "parts": results.parts_of(assignment),
        "asks_argument": marking.is_asked(assignment),
        "handed_in_count": sum(row.standing.is_done for row in rows),
        "reading": join([results.reading_title(reading) for reading in assignment.readings]),
    }
    return render(request, "courses/results.html", context)


@login_required
@require_safe
def results_as_csv(request, course, uuid):
    """The same list for a spreadsheet."""
    assignment = assignment_or_404(request.user, course, uuid)
    name = slugify(assignment.title) or "aflevering"
    return HttpResponse(
        roster.as_csv(assignment),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def release_results(request, course, uuid):
    """Ask once, then show the results to the students."""
    assignment = assignment_or_404(request.user, course, uuid)
    if request.method == "POST":
        release.release(assignment, by=request.user)
        messages.success(request, "Resultaterne er frigivet.")
        return redirect("courses:results", course, uuid)
    handed_in = Assignment.objects.with_counts().get(pk=assignment.pk).handed_in_count
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "handed_in_count": handed_in,
        "unmarked_count": marking.unmarked(assignment),
    }
    return render(request, "courses/release.html", context)


@login_required
@require_safe
def submission(request, course, uuid, submission):
    """One student's work, to read."""
    of_assignment = Submission.objects.filter(assignment__uuid=uuid, assignment__course__uuid=course)
    whose = of_assignment.filter(uuid=submission).values("user")
    theirs = of_assignment.for_marker(request.user).filter(user__in=whose).with_work()
    page = hand_in.page(list(theirs.select_related("assignment__course")), submission)
    if page is None:
        raise Http404
    page["runs"] = runs(request.user, page["course"])
    if page["runs"] and not page["course"].archived_at:
        page["corrects"] = f"{request.path}svar/"
    return render(request, "courses/submission.html", page)
