"""Øv: ten minutes of questions with facts that nobody has seen before."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

import quizzes.practice
import quizzes.start
from quizzes.forms import PracticeForm
from quizzes.refusals import CannotStart


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def practice(request):
    """What the person is weak at; posting begins a round."""
    if request.method != "POST":
        return _page(request, PracticeForm())
    form = PracticeForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        return redirect(quizzes.practice.begin(request.user, form.cleaned_data["emne"]))
    except CannotStart as refused:
        return _page(request, form, str(refused), refused.status)


def _page(request, form, message="", status=200):
    context = {
        "section": "oev",
        "form": form,
        "message": message,
        "standings": quizzes.practice.standings(request.user),
        "open": quizzes.start.open_practice(request.user, None),
        "count": quizzes.practice.COUNT,
    }
    return render(request, "quizzes/practice.html", context, status=status)
