"""A question in the text of a section: answered in place by htmx, on a page of its own without."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

import quizzes.in_text
from quizzes import drafts
from quizzes.generated import CannotAsk
from quizzes.in_text import BadTicket, Ticket
from quizzes.in_text_page import TextQuestion


@drafts.kept
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def question(request, ticket):
    """The question of this ticket; its answer is posted to the same address."""
    try:
        found = Ticket.read(ticket, request.user)
        page = TextQuestion(found, request.POST if request.method == "POST" else None, drafts.taken(request))
    except (BadTicket, CannotAsk) as refused:
        return _show(request, "refused", {"message": refused}, 422)
    if request.method != "POST":
        page.attempt = quizzes.in_text.answered(found, request.user)
        return _show(request, "question", {"page": page})
    if not page.form.is_valid():
        return _show(request, "question", {"page": page}, 422)
    page.attempt = quizzes.in_text.answer(found, request.user, page.item, page.form.chosen)
    return _show(request, "question", {"page": page}) if request.htmx else redirect(found)


def _show(request, part, context, status=200):
    template = f"quizzes/in_text.html#{part}" if request.htmx else "quizzes/in_text.html"
    return render(request, template, {"section": "laer", **context}, status=status)
