"""The teacher's pages of the groups of a course."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from courses import enrolment, grouping, participants
from courses.grouping import GroupForm, MoveForm
from courses.models import Course, Membership
from courses.views.in_use import in_use
from courses.views.teaching import course_or_404

# The assignments that are due last: a group gets more time on what is set now.
MOST_LISTED = 10


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def groups(request, uuid):
    """Who is in which group; the chosen students are moved."""
    course = course_or_404(request.user, uuid)
    people = participants.of(course)
    form = MoveForm(course, people, request.POST if request.method == "POST" else None)
    if form.is_valid():
        enrolment.move(form.chosen, form.target)
        count = len(form.chosen)
        who = "Én studerende er" if count == 1 else f"{count} studerende er"
        messages.success(request, f"{who} nu {f'i {form.target}' if form.target else 'uden gruppe'}.")
        return redirect("courses:groups", uuid)
    return _show(request, course, people, form, GroupForm(), status=422 if form.is_bound else 200)


@login_required
@require_POST
@in_use
def create_group(request, uuid):
    """Make an empty group."""
    course = course_or_404(request.user, uuid)
    form = GroupForm(request.POST)
    if form.is_valid():
        made = grouping.make(course, form.cleaned_data["name"])
        messages.success(request, f"Holdet har gruppen {made}.")
        return redirect("courses:groups", uuid)
    people = participants.of(course)
    return _show(request, course, people, MoveForm(course, people), form, status=422)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def edit_group(request, uuid, group):
    """Give the group another name."""
    course = course_or_404(request.user, uuid)
    found = get_object_or_404(course.groups, pk=group)
    form = GroupForm(request.POST if request.method == "POST" else None, initial={"name": found.name})
    if form.is_valid():
        try:
            grouping.rename(found, form.cleaned_data["name"])
        except grouping.Taken as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, f"Gruppen hedder nu {found}.")
            return redirect("courses:groups", uuid)
    context = {
        "course": course,
        "group": found,
        "form": form,
        "count": found.members.count(),
        "open": course.assignments.order_by("-due_at", "-pk")[:MOST_LISTED],
    }
    return render(request, "courses/group.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
@in_use
def delete_group(request, uuid, group):
    """Take the group away; its members stay in the course."""
    course = course_or_404(request.user, uuid)
    found = get_object_or_404(course.groups, pk=group)
    found.delete()
    messages.success(request, f"Gruppen {found} er slettet. De studerende er stadig på holdet.")
    return redirect("courses:groups", uuid)


def _show(request, course: Course, people, form, new, *, status: int):
    sizes: dict[int, int] = {}
    for one in people:
        if one.group:
            sizes[one.group.pk] = sizes.get(one.group.pk, 0) + 1
    chosen = set(form["students"].value() or ())
    students = [one for one in people if one.member.role == Membership.Role.STUDENT]
    context = {
        "course": course,
        "groups": [(one, sizes.get(one.pk, 0)) for one in form.groups.values()],
        "rows": [(one, str(one.member.pk) in chosen) for one in students],
        "form": form,
        "new": new,
    }
    return render(request, "courses/groups.html", context, status=status)
