"""The teacher's page of one answer of a hand-in, where its judgement is put right."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from courses import accepting
from courses.forms.accepting import AcceptForm
from courses.models import Submission
from courses.views.in_use import in_use


def asked_or_404(user, course, uuid, submission, place) -> accepting.Asked:
    """The answer at this place of a hand-in, if the person runs the course and it can be put right."""
    of_assignment = Submission.objects.filter(assignment__uuid=uuid, assignment__course__uuid=course)
    whose = of_assignment.filter(uuid=submission).values("user")
    theirs = of_assignment.for_teacher(user).filter(user__in=whose).with_work()
    found = accepting.of(theirs.select_related("assignment__course"), submission, place)
    if found is None:
        raise Http404
    return found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def accept(request, course, uuid, submission, place):
    """Put the judgement right: for one hand-in at once, for all who answered the same by way of a dry run."""
    asked = asked_or_404(request.user, course, uuid, submission, place)
    form = AcceptForm(asked, request.POST if request.method == "POST" else None)
    if not form.is_valid() or form.only_shows:
        return _show(request, asked, form, status=422 if form.is_bound and form.errors else 200)
    percent, reason = form.given, form.cleaned_data["reason"]
    if form.for_all:
        return redirect(accepting.try_for_all(asked, percent, reason, by=request.user))
    try:
        accepting.save(asked, percent, reason, by=request.user, version=request.POST.get("version", ""))
    except (accepting.Stale, accepting.Refused) as refusal:
        return _show(request, asked, form, status=409, refusal=str(refusal))
    messages.success(request, f"Bedømmelsen er rettet for {asked.submission.user}.")
    return redirect("courses:submission", course, uuid, submission)


def _show(request, asked: accepting.Asked, form: AcceptForm, *, status: int, refusal: str = ""):
    assignment = asked.submission.assignment
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "asked": asked,
        "subject": asked.subject,
        "form": form,
        "standing": asked.standing,
        "result": asked.result,
        "refusal": refusal,
    }
    return render(request, "courses/accept.html", context, status=status)
