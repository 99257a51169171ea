"""The teacher's pages of an assignment: set it, see who has done what, open a hand-in, show the results."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from courses import hand_in, made_once, release, results, roster
from courses.forms import AssignmentForm
from courses.models import Assignment, Submission
from courses.views.teaching import course_or_404


def assignment_or_404(user, course, uuid) -> Assignment:
    """The assignment of this course, if the person runs it."""
    assignments = Assignment.objects.for_teacher(user).with_content()
    return get_object_or_404(assignments, course__uuid=course, uuid=uuid)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def create_assignment(request, course):
    """Set a case or a quiz."""
    assignment = Assignment(course=course_or_404(request.user, course))
    return _edit(request, assignment, heading="Ny aflevering", verb="Opret aflevering")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_assignment(request, course, uuid):
    """Change what is set; what students have relied on stays once one of them has begun."""
    assignment = assignment_or_404(request.user, course, uuid)
    return _edit(request, assignment, heading="Ret aflevering", verb="Gem ændringer")


def _edit(request, assignment, *, heading, verb):
    sent = request.POST if request.method == "POST" else None
    form = AssignmentForm(sent, instance=assignment, teacher=request.user)
    if form.is_valid():
        assignment = form.save() if assignment.pk else made_once.save(form, request.user)
        release.follow_deadline(assignment)
        messages.success(request, f"Afleveringen {assignment.title} er gemt.")
        return redirect("courses:results", assignment.course.uuid, assignment.uuid)
    context = {"form": form, "course": assignment.course, "heading": heading, "verb": verb}
    return render(request, "courses/assignment_form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def results_of_assignment(request, course, uuid):
    """Who has done what, with which result."""
    assignment = assignment_or_404(request.user, course, uuid)
    rows = roster.rows(assignment)
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "rows": rows,
        "parts": results.parts_of(assignment),
        "handed_in_count": sum(row.standing.is_done for row in rows),
        "reading": results.reading_title(assignment.grading_reading),
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
def release_results(request, course, uuid):
    """Ask once, then show the results to the students."""
    assignment = assignment_or_404(request.user, course, uuid)
    if request.method == "POST":
        release.release(assignment)
        messages.success(request, "Resultaterne er frigivet.")
        return redirect("courses:results", course, uuid)
    handed_in = Assignment.objects.with_counts().get(pk=assignment.pk).handed_in_count
    context = {"assignment": assignment, "course": assignment.course, "handed_in_count": handed_in}
    return render(request, "courses/release.html", context)


@login_required
@require_safe
def submission(request, course, uuid, submission):
    """One student's work, to read."""
    submissions = Submission.objects.for_teacher(request.user).with_work()
    found = get_object_or_404(
        submissions.select_related("assignment__course", "assignment__case", "assignment__quiz"),
        uuid=submission,
        assignment__uuid=uuid,
        assignment__course__uuid=course,
    )
    return render(request, "courses/submission.html", hand_in.page(found))
