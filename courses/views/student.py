"""The student's pages: what is set, beginning it, and joining a course."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from courses import assignment_page, begin, enrolment, standing
from courses.forms import JoinForm
from courses.models import Assignment, Course, Item
from courses.own_results import of as results_of

TRIES = {str(number) for number in range(1, Assignment.MOST_ATTEMPTS + 1)}


@login_required
@require_safe
def assignments(request):
    """Everything that is set in the student's courses."""
    listed = standing.for_student(request.user)
    context = {
        "waiting": [row for row in listed if row.is_waiting],
        "to_come": [row for row in listed if row.key == standing.TO_COME],
        "done": [row for row in reversed(listed) if row.is_done and not row.is_waiting],
        "courses": Course.objects.for_student(request.user).active(),
    }
    return render(request, "courses/assignments.html", context)


@login_required
@require_safe
def own_results(request, uuid):
    """What counts how much in a course, and what the student has so far."""
    course = get_object_or_404(Course.objects.for_student(request.user), uuid=uuid)
    return render(request, "courses/own_results.html", results_of(course, request.user))


@login_required
@require_safe
def assignment(request, uuid):
    """What is asked, until when and how it is graded; the way in, and the result when it is shown."""
    assignments = Assignment.objects.visible_to(request.user).with_own(request.user, content=True)
    found = get_object_or_404(assignments, uuid=uuid)
    return render(request, "courses/assignment.html", assignment_page.of(found, request.user))


@login_required
@require_POST
def begin_assignment(request, uuid):
    """Begin a try, or go on: one submission, however often the button is pressed."""
    assignments = Assignment.objects.for_student(request.user).with_own(request.user, content=True)
    found = get_object_or_404(assignments, uuid=uuid)
    item, number = _asked(request.POST, found)
    try:
        submission = begin.begin(request.user, found, item, number)
    except begin.BeginError as error:
        context = assignment_page.of(found, request.user) | {"refused": str(error)}
        return render(request, "courses/assignment.html", context, status=409)
    return redirect(submission.work)


def _asked(sent, assignment: Assignment) -> tuple[Item | None, int]:
    """Which item and which try the button names; without a name the first of both."""
    named, number = sent.get("item", ""), sent.get("number", "1")
    tasks = {str(item.pk): item for item in assignment.tasks}
    if (named and named not in tasks) or number not in TRIES:
        raise Http404
    return tasks.get(named), int(number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request):
    """Join a course by its code."""
    form = JoinForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        course = form.cleaned_data["course"]
        enrolment.enrol(course, request.user, by=request.user)
        messages.success(request, f"Du er med på holdet {course.name}.")
        return redirect("courses:assignments")
    status = 422 if form.is_bound else 200
    return render(request, "courses/join.html", {"form": form}, status=status)
