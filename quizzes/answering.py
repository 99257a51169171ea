"""Taking one answer: read it, save it once, and say what became of it."""

from dataclasses import dataclass

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from quizzes import practice, registry
from quizzes.forms import AnswerForm, Seen
from quizzes.items import Item
from quizzes.knowing import noting
from quizzes.models import Attempt, Response
from quizzes.moments import clock
from quizzes.refusals import Closed, Refused, Stale


@dataclass(frozen=True)
class Reply:
    """What became of an answer that was sent."""

    attempt: Attempt
    item: Item
    form: AnswerForm
    context: dict
    status: int = 200
    message: str = ""


def find(attempts, pk, number) -> tuple[Attempt, Item]:
    """The attempt and its item with this number, or 404."""
    attempt = get_object_or_404(attempts, pk=pk)
    if not 1 <= number <= len(attempt.items):
        raise Http404("Spørgsmålet findes ikke.")
    return attempt, attempt.items[number - 1]


def receive(user, pk, number, data) -> Reply:
    """Save the answer that a browser sent. The lock makes a second click wait for the first."""
    with transaction.atomic():
        attempt, item = find(Attempt.objects.visible_to(user).select_for_update(), pk, number)
        context = registry.context_of(attempt)
        form = AnswerForm(item, data, whole=attempt.is_practice)
        try:
            refuse_if_closed(attempt, context)
            if not form.is_valid():
                return Reply(attempt, item, form, context, 422)
            response = save(attempt, item, form.chosen, form.seen, form.certainty)
            if attempt.is_practice and response.version == 1:
                noting.note(attempt, [response])
                if attempt.goes_on:
                    practice.go_on(attempt)
        except Refused as refused:
            return Reply(attempt, item, form, context, refused.status, str(refused))
    return Reply(attempt, item, form, context)


def refuse_if_closed(attempt: Attempt, context: dict) -> None:
    """Raise `Closed` when the attempt takes no more answers."""
    attempt.end_if_over()
    if attempt.ran_out:
        raise Closed(
            f"Tiden udløb {clock(attempt.ends_at or timezone.now())}. Svaret her er ikke gemt; "
            "det, der var gemt inden, tæller."
        )
    if attempt.submitted_at:
        raise Closed(
            f"Du afleverede {clock(attempt.submitted_at)}. Svaret her er ikke gemt; "
            "det, du afleverede, står ved magt."
        )
    if context.get("closed"):
        raise Closed(context["closed"])


def save(
    attempt: Attempt, item: Item, chosen: list[str], seen: Seen, certainty: int | None = None
) -> Response:
    """Keep the answer.

    The same answer again changes nothing, and a page older than the saved answer is refused.
    """
    before = attempt.answers.get(item.key)
    if before and before.chosen == chosen and before.certainty == certainty:
        return before
    if before and attempt.is_practice:
        raise Closed(
            "Du har allerede svaret på spørgsmålet, og det første svar tæller. Ny omgang giver nye fakta."
        )
    if before and not seen.is_newest(before):
        raise Stale(
            f"Svaret blev ændret {clock(before.saved_at)} i et andet vindue, og det svar gælder. "
            "Dit valg her er ikke gemt endnu: gem igen, hvis det skal gælde i stedet."
        )
    response = before or Response(attempt=attempt, item=item.key, version=0)
    response.chosen = chosen
    response.certainty = certainty
    response.points = item.points(chosen)
    response.remark = item.said_of(chosen)
    response.topic = item.topic
    response.ask = item.made_from.get("ask", "")
    response.mistake = item.mistake_in(chosen)
    response.version += 1
    response.page = seen.page
    response.saved_at = timezone.now()
    response.save()
    attempt.answers[item.key] = response
    return response
