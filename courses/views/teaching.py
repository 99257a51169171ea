"""The teacher's pages of a course: make it, name it, let people in, put it away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import is_teacher
from courses import enrolment, made_once
from courses.forms import CoTeacherForm, CourseForm
from courses.models import Course, Membership
from courses.roster import by_name


def course_or_404(user, uuid) -> Course:
    """The course, if the person runs it."""
    return get_object_or_404(Course.objects.for_teacher(user), uuid=uuid)


@login_required
@require_safe
def courses(request):
    """The courses that the person runs."""
    found = list(Course.objects.for_teacher(request.user).with_counts())
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
        form.instance.created_by = request.user
        course = made_once.save(form, request.user)
        enrolment.add_teacher(course, request.user)
        messages.success(request, f"Holdet {course.name} er oprettet.")
        return redirect(course)
    context = {"form": form, "heading": "Nyt hold", "verb": "Opret hold"}
    return render(request, "courses/course_form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def course(request, uuid):
    """Who is in the course, how others come in, and what is set."""
    return render(request, "courses/course.html", _page(course_or_404(request.user, uuid), CoTeacherForm()))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_course(request, uuid):
    """Change the name, the term or the reading."""
    found = course_or_404(request.user, uuid)
    form = CourseForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        form.save()
        messages.success(request, "Ændringerne er gemt.")
        return redirect(found)
    context = {"form": form, "course": found, "heading": "Ret hold", "verb": "Gem ændringer"}
    return render(request, "courses/course_form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def renew_code(request, uuid):
    """Give the course a new join code; the old one lets nobody in any more."""
    found = course_or_404(request.user, uuid)
    found.renew_join_code()
    messages.success(
        request, f"Den nye tilmeldingskode er {found.shown_join_code}. Den gamle gælder ikke mere."
    )
    return redirect(found)


@login_required
@require_POST
def add_teacher(request, uuid):
    """Let another teacher run the course, too."""
    found = course_or_404(request.user, uuid)
    form = CoTeacherForm(request.POST)
    if not form.is_valid():
        return render(request, "courses/course.html", _page(found, form), status=422)
    enrolment.add_teacher(found, form.cleaned_data["user"])
    messages.success(request, f"{form.cleaned_data['user']} underviser nu på holdet.")
    return redirect(found)


@login_required
@require_POST
def archive(request, uuid):
    """Put the course away, or take it back; nothing is deleted."""
    found = course_or_404(request.user, uuid)
    found.archived_at = None if found.archived_at else timezone.now()
    found.save(update_fields=["archived_at"])
    messages.success(request, "Holdet er arkiveret." if found.archived_at else "Holdet er i brug igen.")
    return redirect(found)


def _page(found: Course, form: CoTeacherForm) -> dict:
    members = sorted(found.memberships.select_related("user"), key=lambda row: by_name(str(row.user)))
    students = [row for row in members if row.role == Membership.Role.STUDENT]
    return {
        "course": found,
        "teachers": [row for row in members if row.role == Membership.Role.TEACHER],
        "students": students,
        "assignments": found.assignments.with_counts().select_related("case", "quiz"),
        "form": form,
    }
