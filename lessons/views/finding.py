"""The search."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lessons.search.finding import Search


@login_required
@require_safe
def search(request):
    """What is found with the words of the top bar's box, by kind."""
    found = Search(request.user, request.GET.get("q", ""), request.GET.get("kun", ""))
    return render(request, "lessons/search.html", {"searched": found})
