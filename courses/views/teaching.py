"""The teacher's pages of a course: make it, name it, put it away. Who is in it: `membership`."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import is_teacher
from courses import course_page, enrolment, saving
from courses.context import runs
from courses.forms import CourseForm
from courses.models import Course
from courses.views.in_use import in_use


def course_or_404(user, uuid) -> Course:
    """The course, if the person runs it."""
    return get_object_or_404(Course.objects.for_teacher(user), uuid=uuid)


@login_required
@require_safe
def courses(request):
    """The courses that the person runs or marks."""
    found = list(Course.objects.for_marker(request.user).with_counts())
    if not found and not is_teacher(request.user):
        raise Http404
    context = {
        "active": [course for course in found if not course.archived_at],
        "archived": [course for course in found if course.archived_at],
        "may_create": is_teacher(request.user),
    }
    return render(request, "courses/courses.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def create_course(request):
    """Make a course; who makes it teaches it."""
    if not is_teacher(request.user):
        raise Http404
    form = CourseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        course = saving.make_course(form, by=request.user)
        enrolment.add_teacher(course, request.user, by=request.user)
        messages.success(request, f"Holdet {course.name} er oprettet.")
        return redirect(course)
    context = {"form": form, "heading": "Nyt hold", "verb": "Opret hold"}
    return render(request, "courses/course_form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def course(request, uuid):
    """What is set, who is there, and how others come in."""
    found = get_object_or_404(Course.objects.for_marker(request.user), uuid=uuid)
    return render(request, "courses/course.html", course_page.of(found, runs=runs(request.user, found)))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def edit_course(request, uuid):
    """Change the name, the term or the reading."""
    found = course_or_404(request.user, uuid)
    form = CourseForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        saving.save_course(form, by=request.user)
        messages.success(request, "Ændringerne er gemt.")
        return redirect(found)
    context = {"form": form, "course": found, "heading": "Ret hold", "verb": "Gem ændringer"}
    return render(request, "courses/course_form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def archive(request, uuid):
    """Put the course away, or with `brug` take it back; nothing is deleted, and twice is as once."""
    found = course_or_404(request.user, uuid)
    away = "brug" not in request.POST
    enrolment.archive(found, by=request.user, away=away)
    messages.success(request, "Holdet er arkiveret." if away else "Holdet er i brug igen.")
    return redirect(found)
