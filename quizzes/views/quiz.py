"""The list of quizzes, and the first page of one."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

import quizzes.start
from quizzes.models import Attempt, Quiz
from quizzes.models.bank import READINGS
from quizzes.refusals import CannotStart
from quizzes.shelves import shelves


@login_required
@require_safe
def index(request):
    """Every quiz that the person may take where it belongs in the book, with what they have done of it."""
    quizzes = list(Quiz.objects.visible_to(request.user).with_standing(request.user))
    context = {"section": "quiz", "quizzes": quizzes, "shelves": shelves(quizzes, request.user)}
    return render(request, "quizzes/list.html", context)


@login_required
@require_safe
def quiz(request, slug):
    """What the quiz is, what the person has done of it, and where to begin."""
    found = Quiz.objects.visible_to(request.user).with_standing(request.user).find_or_404(slug)
    if found.slug != slug:
        return redirect(found, permanent=True)
    return _intro(request, found)


@login_required
@require_POST
def begin(request, slug):
    """Begin a round, or go on with the one that is open."""
    found = Quiz.objects.visible_to(request.user).with_standing(request.user).find_or_404(slug)
    try:
        return redirect(quizzes.start.start(request.user, found))
    except CannotStart as refused:
        return _intro(request, found, message=str(refused), status=refused.status)


def _intro(request, found, message="", status=200):
    rounds = Attempt.objects.visible_to(request.user).own().filter(quiz=found).done()[:10]
    context = {
        "section": "quiz",
        "quiz": found,
        "rounds": rounds,
        "reading": READINGS[found.reading or quizzes.start.PENSUM],
        "message": message,
    }
    return render(request, "quizzes/quiz.html", context, status=status)
