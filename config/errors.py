"""What a person sees when a request cannot be answered: what happened, what is kept, what to do."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

# Never shown again on a page: what is secret, and what only the site reads.
UNSHOWN = ("csrfmiddlewaretoken", "password", "next", "login")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request makes no sense."""
    return _answer(request, "400.html", 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: signed in, but the page is for others."""
    return _answer(request, "403.html", 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing there, or nothing that this person may see."""
    return _answer(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: drawn without asking the database, which may be what fails."""
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the page is older than the session. Htmx fetches it anew, and the script puts back what was typed."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=403, headers={"HX-Refresh": "true"})
    return render(request, "403_csrf.html", {"kept": typed(request)}, status=403)


def typed(request: HttpRequest) -> list[str]:
    """What the person typed into the form that could not be taken."""
    return [
        value
        for name, values in request.POST.lists()
        for value in values
        if value.strip() and not name.startswith(UNSHOWN)
    ]


def _answer(request: HttpRequest, template: str, status: int, **context: Any) -> HttpResponse:
    response = render(request, template, context, status=status)
    if request.headers.get("HX-Request"):
        # A whole page has no place inside a part of another: the script says what happened instead.
        response.headers["HX-Reswap"] = "none"
    return response
