"""The rules: one page for each legal question."""

from secrets import randbelow

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

import rules
from lessons import calculators, registry, topic_pages
from lessons.lab import ABOVE_ALL_SEEDS, Lab
from lessons.models import Section


@login_required
@require_safe
def topics(request):
    """Every topic by its group."""
    return render(request, "lessons/topics.html", {"groups": topic_pages.by_group()})


@login_required
@require_safe
def topic(request, key):
    """The question and its laboratory; to htmx the laboratory alone."""
    found = _topic(key)
    lab = Lab(found, request.GET)
    context = {"topic": found, "lab": lab, "new_seed": randbelow(ABOVE_ALL_SEEDS)}
    status = 422 if lab.is_faulty else 200
    if request.htmx:
        return render(request, "lessons/topic.html#regellab", context, status=status)
    sections = Section.objects.visible_to(request.user).select_related("chapter").defer("body", "parts")
    context["sections"] = [section for section in sections if found.key in section.topics]
    context["exercises"] = registry.exercises(request.user, [found.key])
    context["calculators"] = calculators.of_topic(key)
    return render(request, "lessons/topic.html", context, status=status)


def _topic(key):
    try:
        return rules.topic(key)
    except rules.UnknownTopic as error:
        raise Http404(str(error)) from error
