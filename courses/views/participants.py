"""The teacher's page of who is in the course: find people, take them out and back in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from courses import enrolment, participants
from courses.models import Course
from courses.participants import GROUP, JOINED, NAME, Asked, FilterForm, Participant
from courses.views.in_use import in_use
from courses.views.teaching import course_or_404

NONE_CHOSEN = "Sæt et kryds ved mindst én person. Intet er ændret."
NOT_THERE = "Personen er ikke længere på listen. Intet er ændret."


@login_required
@require_safe
def participants_of_course(request, uuid):
    """Everybody in the course, who is invited, and who has left work behind."""
    course = course_or_404(request.user, uuid)
    return _show(request, course, participants.of(course))


@login_required
@require_POST
@in_use
def remove_participants(request, uuid):
    """Ask once with names, then take the chosen people out; their work stays."""
    course = course_or_404(request.user, uuid)
    wanted = set(request.POST.getlist("person"))
    people = participants.of(course)
    chosen = [one for one in people if str(one.member.user_id) in wanted]
    users = [one.member.user for one in chosen]
    if not chosen:
        return _show(request, course, people, refusal=NONE_CHOSEN)
    if "ja" not in request.POST:
        context = {"course": course, "chosen": chosen, "working": participants.with_work(course, users)}
        return render(request, "courses/remove_participants.html", context)
    try:
        count = enrolment.remove(course, users, by=request.user)
    except enrolment.LastTeacher as refusal:
        return _show(request, course, people, refusal=str(refusal))
    messages.success(request, f"{_people(count)} er ikke længere på holdet. Det, de har lavet, er gemt.")
    if not Course.objects.for_teacher(request.user).filter(pk=course.pk).exists():
        return redirect("courses:home")
    return redirect("courses:participants", uuid)


@login_required
@require_POST
@in_use
def restore_participant(request, uuid):
    """Take somebody back who has left; the old work is there."""
    course = course_or_404(request.user, uuid)
    wanted = request.POST.get("person", "")
    user = next((one for one in participants.former(course) if str(one.pk) == wanted), None)
    if user is None:
        messages.warning(request, NOT_THERE)
    else:
        enrolment.enrol(course, user, by=request.user)
        messages.success(request, f"{user} er på holdet igen og finder sine gamle besvarelser.")
    return redirect("courses:participants", uuid)


@login_required
@require_POST
@in_use
def withdraw_invitation(request, uuid):
    """Let the place wait no longer."""
    course = course_or_404(request.user, uuid)
    wanted = request.POST.get("invitation", "")
    found = next((one for one in course.invitations.all() if str(one.pk) == wanted), None)
    if found is None:
        messages.warning(request, "Invitationen findes ikke længere. Intet er ændret.")
    else:
        found.delete()
        messages.success(request, f"Invitationen til {found.email} er trukket tilbage.")
    return redirect("courses:participants", uuid)


def _show(request, course: Course, people: list[Participant], refusal: str = ""):
    asked = Asked.read(request.GET)
    page = asked.page_of(people)
    context = {
        "course": course,
        "filter": FilterForm(course.groups.all(), initial={"rolle": asked.role, "gruppe": asked.group}),
        "page": page,
        "total": len(people),
        "by_name": asked.heading(NAME),
        "by_group": asked.heading(GROUP),
        "by_joined": asked.heading(JOINED),
        "sides": [(number, asked.query(side=number)) for number in page.paginator.page_range],
        "invitations": course.invitations.select_related("group"),
        "former": participants.former(course),
        "refusal": refusal,
    }
    return render(request, "courses/participants.html", context, status=422 if refusal else 200)


def _people(count: int) -> str:
    return "Én person" if count == 1 else f"{count} personer"
