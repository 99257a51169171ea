"""Øv: ten minutes of questions with facts that nobody has seen before."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

import quizzes.practice
import quizzes.start
from authoring.registry import reading_of
from quizzes.forms import PracticeForm
from quizzes.knowing import choosing, evidence, standing
from quizzes.knowing.terms import Terms
from quizzes.refusals import CannotStart


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def practice(request):
    """What the person is weak at; posting begins a round. A link from the map has chosen the topic."""
    if request.method != "POST":
        return _page(request, PracticeForm(initial={"emne": request.GET.get("emne", "")}))
    form = PracticeForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        return redirect(quizzes.practice.begin(request.user, form.cleaned_data["emne"]))
    except CannotStart as refused:
        return _page(request, form, str(refused), refused.status)


@login_required
@require_safe
def own_map(request):
    """What the person knows: by topic, by the terms of each section, by provision."""
    known, now = evidence.masteries(request.user), timezone.now()
    provisions = standing.provisions(known, now)
    context = {
        "section": "oev",
        "places": standing.topics(known, reading_of(request.user), now),
        "sections": standing.sections(known, Terms(request.user).taught, now),
        "provisions": [place for place in provisions if place.is_told],
        "untold": [place for place in provisions if not place.is_told],
    }
    return render(request, "quizzes/map.html", context)


def _page(request, form, message="", status=200):
    context = {
        "section": "oev",
        "form": form,
        "message": message,
        "open": quizzes.start.open_practice(request.user, None),
        "count": choosing.COUNT,
        "places": standing.topics(evidence.masteries(request.user), reading_of(request.user), timezone.now()),
    }
    return render(request, "quizzes/practice.html", context, status=status)
