"""The checklists, and what a student has ticked on them."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

import rules
from lessons import topic_pages, turned
from lessons.models import Checklist
from rules.reading import PENSUM


@login_required
@require_safe
def checklists(request):
    """Every checklist."""
    return render(
        request, "lessons/checklists.html", {"checklists": Checklist.objects.visible_to(request.user)}
    )


@login_required
@require_safe
def checklist(request, slug):
    """One checklist beside the file of its customer."""
    found = Checklist.objects.visible_to(request.user).find_or_404(slug)
    if found.slug != slug:
        return redirect(found, permanent=True)
    context = gone_through(found, found.ticked_by(request.user), turned.turned_to(request))
    return render(request, "lessons/checklist.html", context | {"switch": turned.switch(request)})


@login_required
@require_POST
def tick(request, slug):
    """Keep the ticks as they were sent; with none of them the list is as good as new."""
    found = Checklist.objects.visible_to(request.user).find_or_404(slug)
    keys = [] if "forfra" in request.POST else request.POST.getlist("punkt")
    found.tick(request.user, keys)
    if not request.htmx:
        return redirect(f"{found.get_absolute_url()}#status")
    context = gone_through(found, found.ticked_by(request.user), turned.turned_to(request))
    return render(request, "lessons/checklist.html#status", context | {"is_saved": True})


def gone_through(found, ticked, reading, points=None):
    """What the page says: the points under their requirements, each with what is at stake by this reading."""
    if points is None:
        points = found.points.all() if found.pk else ()
    points = [_point(point, ticked, reading) for point in points]
    grouped = groupby(points, key=lambda point: point["requirement"])
    return {
        "checklist": found,
        "groups": [{"requirement": requirement, "points": list(group)} for requirement, group in grouped],
        "count": len(points),
        "met": sum(point["is_ticked"] for point in points),
        "said": "Bogen siger" if reading == PENSUM else "Loven siger",
    }


def _point(point, ticked, reading):
    return {
        "key": point.key,
        "requirement": point.requirement,
        "text": point.text,
        "cited": topic_pages.cited(point.cited),
        "topic": rules.topics().get(point.topic),
        "consequence": point.consequence(reading),
        "is_ticked": point.key in ticked,
    }
