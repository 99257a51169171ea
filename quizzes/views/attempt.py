"""An attempt: its questions one at a time, the hand-in, and the result with every reason."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect, retarget

from cases import earlier
from quizzes import answering, drafts, pages, registry, timed
from quizzes.forms import HandInForm
from quizzes.models import Attempt
from quizzes.models.bank import READINGS
from quizzes.refusals import Refused


@login_required
@require_safe
def attempt(request, uuid):
    """On to the first question without an answer, to the hand-in, or to the result."""
    found = get_object_or_404(Attempt.objects.visible_to(request.user), pk=uuid)
    if not found.is_open or found.end_if_over():
        return redirect("quizzes:result", uuid=uuid)
    waiting = (item.number for item in found.items if item.key not in found.answers)
    number = next(waiting, None)
    return redirect("quizzes:question", uuid, number) if number else redirect("quizzes:hand_in", uuid)


@drafts.kept
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def question(request, uuid, number):
    """One question; the answer is posted to the same address."""
    if request.method == "POST":
        return _answer(request, uuid, number)
    found, item = answering.find(Attempt.objects.visible_to(request.user), uuid, number)
    found.end_if_over()
    page = pages.of(found, item, registry.context_of(found), lost=drafts.taken(request))
    return render(request, "quizzes/question.html", _context(found, page=page))


def _answer(request, uuid, number):
    reply = answering.receive(request.user, uuid, number, request.POST)
    attempt = reply.attempt
    page = pages.of(attempt, reply.item, reply.context, reply)
    if request.htmx:
        return _part(request, page, reply.status)
    if reply.status != 200:
        return render(request, "quizzes/question.html", _context(attempt, page=page), status=reply.status)
    if attempt.is_practice:
        return redirect("quizzes:question", uuid, number)
    if page.next_number:
        return redirect("quizzes:question", uuid, page.next_number)
    return redirect("quizzes:hand_in", uuid)


def _part(request, page, status):
    """In øve the whole question is swapped; in aflevering only the receipt, so that the focus stays."""
    whole = page.attempt.is_practice or page.is_locked
    name = "question" if whole else "receipt"
    response = render(
        request, f"quizzes/question.html#{name}", _context(page.attempt, page=page), status=status
    )
    return retarget(response, "#question") if whole else response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request, uuid):
    """What is answered and what is not; posting makes the answers final."""
    found = get_object_or_404(Attempt.objects.visible_to(request.user), pk=uuid)
    if not found.is_open or found.end_if_over():
        return _on_to(request, "quizzes:result", uuid)
    if request.method == "POST":
        return _hand_in(request, found)
    return _hand_in_page(request, found)


def _hand_in(request, attempt):
    form = HandInForm(request.POST)
    form.is_valid()
    try:
        # When the time is out the page hands itself in with what is saved, whatever it had seen of it.
        attempt.submit(None if attempt.time_is_out else form.cleaned_data["version"])
    except Refused as refused:
        fresh = get_object_or_404(Attempt.objects.visible_to(request.user), pk=attempt.pk)
        return _hand_in_page(request, fresh, str(refused), refused.status)
    return _on_to(request, "quizzes:result", attempt.pk)


def _on_to(request, name, uuid):
    """To another page, also where htmx asked."""
    address = reverse(name, args=[uuid])
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


@login_required
@require_safe
def clock(request, uuid):
    """The clock as it is drawn again each minute; what is handed in leads to the result."""
    found = get_object_or_404(Attempt.objects.visible_to(request.user), pk=uuid)
    found.end_if_over()
    shown = timed.clock(found)
    if not request.htmx or shown is None:
        return _on_to(request, "quizzes:attempt", uuid)
    return render(request, "components/clock.html#time", {"clock": shown})


def _hand_in_page(request, attempt, message="", status=200):
    unanswered = [item for item in attempt.items if item.key not in attempt.answers]
    context = _context(attempt, unanswered=unanswered, about=registry.context_of(attempt), message=message)
    return render(request, "quizzes/hand_in.html", context, status=status)


@login_required
@require_safe
def result(request, uuid):
    """The result and every question with its reasons; before the release only that the work is handed in."""
    attempts = Attempt.objects.visible_to(request.user).select_related("quiz")
    found = get_object_or_404(attempts, pk=uuid)
    if found.is_open and not found.end_if_over():
        return redirect(found)
    reviewed = pages.review(found) if found.is_released else []
    sure = [feedback for feedback in reviewed if feedback.is_sure_and_wrong]
    context = _context(
        found,
        reviewed=reviewed,
        sure_and_wrong=sure,
        regraded=earlier.told(found) if found.is_released and not found.is_practice else [],
        about=registry.context_of(found),
        progress=found.progress(),
    )
    return render(request, "quizzes/result.html", context)


def _context(attempt, **more):
    section = "quiz" if attempt.quiz_id else "oev"
    told = {"section": section, "attempt": attempt, "reading": READINGS[attempt.reading]}
    return told | {"clock": timed.clock(attempt)} | more
