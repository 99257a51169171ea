"""The teacher's buttons by which others come to a course: its code, and who teaches and marks with her."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import dateformat
from django.views.decorators.http import require_POST

from courses import course_page, enrolment
from courses.forms import CoTeacherForm, JoinPeriodForm
from courses.models import Membership
from courses.views.in_use import in_use
from courses.views.teaching import course_or_404


@login_required
@require_POST
@in_use
def renew_code(request, uuid):
    """Give the course a new join code; the old one lets nobody in any more."""
    found = course_or_404(request.user, uuid)
    enrolment.renew_code(found, by=request.user)
    messages.success(
        request,
        f"Den nye tilmeldingskode er {found.shown_join_code}. Den gælder til og med "
        f"{_day(found.join_until)}. Den gamle gælder ikke mere.",
    )
    return redirect(found)


@login_required
@require_POST
@in_use
def set_join_period(request, uuid):
    """Say until when the code takes people, or with `luk` that it takes nobody."""
    found = course_or_404(request.user, uuid)
    if "luk" in request.POST:
        enrolment.set_join_until(found, None, by=request.user)
        messages.success(request, "Koden lukker ingen ind nu. De tilmeldte er stadig på holdet.")
        return redirect(found)
    form = JoinPeriodForm(request.POST)
    if not form.is_valid():
        context = course_page.of(found, period=form)
        return render(request, "courses/course.html", context, status=422)
    enrolment.set_join_until(found, form.cleaned_data["join_until"], by=request.user)
    messages.success(request, f"Koden gælder til og med {_day(found.join_until)}.")
    return redirect(found)


@login_required
@require_POST
@in_use
def add_teacher(request, uuid):
    """Let another teach or mark, too."""
    found = course_or_404(request.user, uuid)
    form = CoTeacherForm(found, request.POST)
    if form.is_valid():
        user, role = form.cleaned_data["user"], form.cleaned_data["role"]
        try:
            enrolment.set_role(found, user, role, by=request.user)
        except enrolment.LastTeacher as refusal:
            form.add_error("email", str(refusal))
        else:
            does = "underviser" if role == Membership.Role.TEACHER else "bedømmer"
            messages.success(request, f"{user} {does} nu på holdet.")
            return redirect(found)
    context = course_page.of(found, form=form)
    return render(request, "courses/course.html", context, status=422)


def _day(day) -> str:
    return dateformat.format(day, "j. F Y")
