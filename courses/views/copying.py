"""The teacher's page by which a course is copied to another term."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from courses import copying
from courses.forms.copying import CopyForm
from courses.views.teaching import course_or_404


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def copy_course(request, uuid):
    """Show the new dates first; with `gem` make the course."""
    course = course_or_404(request.user, uuid)
    form = CopyForm(
        course,
        request.user,
        request.POST if request.method == "POST" else None,
        initial={"name": course.name},
    )
    context = {"course": course, "form": form}
    if not form.is_valid():
        return render(request, "courses/copy.html", context, status=422 if form.is_bound else 200)
    if "gem" not in request.POST:
        context |= {"moved": copying.moved(course, form.days), "is_preview": True}
        return render(request, "courses/copy.html", context)
    given = form.cleaned_data
    made = copying.copy(
        course,
        name=given["name"],
        term=given["term"],
        days=form.days,
        with_staff=given["with_staff"],
        by=request.user,
    )
    messages.success(
        request, f"Holdet {made} er oprettet i {made.term}. Se datoerne efter, før de studerende kommer."
    )
    return redirect(made)
