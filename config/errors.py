"""What a person sees when a request cannot be answered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was stale: say so, and keep what was typed."""
    return render(request, "403_csrf.html", status=403)
