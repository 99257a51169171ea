"""The rules: one page for each legal question."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

import rules
from lessons import registry, rule_cards, topic_pages
from lessons.models import Section
from lessons.turned import turned_to


@login_required
@require_safe
def topics(request):
    """Every topic by its group."""
    return render(request, "lessons/topics.html", {"groups": topic_pages.by_group()})


@login_required
@require_safe
def topic(request, key):
    """The question, what each reading asks and answers, and the rule to try."""
    found = _topic(key)
    example = topic_pages.example(found)
    sections = Section.objects.visible_to(request.user).select_related("chapter").defer("body", "parts")
    card = _card(request, found, example, rule_cards.sent_to(request, 1))
    context = {
        "topic": found,
        "example": example,
        "readings": topic_pages.readings(found, example.facts),
        "card_html": card.render(request),
        "sections": [section for section in sections if found.key in section.topics],
        "exercises": registry.exercises(request.user, [found.key]),
    }
    return render(request, "lessons/topic.html", context, status=422 if card.is_faulty else 200)


@login_required
@require_safe
def try_rule(request, key):
    """The rule card of a topic with the reader's facts; without htmx the whole page."""
    found = _topic(key)
    if not request.htmx:
        return redirect(
            f"{reverse('lessons:topic', args=[key])}?{request.GET.urlencode()}#{rule_cards.NAME}-1"
        )
    card = _card(request, found, topic_pages.example(found), request.GET)
    return render(request, "lessons/rule_card.html", {"card": card}, status=422 if card.is_faulty else 200)


def _topic(key):
    try:
        return rules.topic(key)
    except rules.UnknownTopic as error:
        raise Http404(str(error)) from error


def _card(request, found, example, data):
    address = reverse("lessons:try_rule", args=[found.key])
    shown = topic_pages.facts_of_the_book(found)
    return rule_cards.RuleCard(found, found.plain(example.facts), shown, 1, data, address, turned_to(request))
