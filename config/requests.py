"""Middleware: one log line a request, and a lost session that costs nothing that was typed."""

import time
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

import structlog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.cache import patch_vary_headers
from django.utils.crypto import get_random_string
from django.utils.http import url_has_allowed_host_and_scheme

from config.errors import typed

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
        if request.resolver_match:
            log.info(
                "request",
                method=request.method,
                route=f"/{request.resolver_match.route}",
                status=response.status_code,
                ms=round((time.perf_counter() - started) * 1000),
            )
        response.headers["X-Request-ID"] = number
        return response


class SignInAgain:
    """Answer a lost session as a whole page that leads to sign-in and back to where the person was."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # The same address answers with a page or with a part of it.
        patch_vary_headers(response, ("HX-Request",))
        if not _asks_to_sign_in(response):
            return response
        if request.headers.get("HX-Request"):
            url = _sign_in_and_return_to(request, request.headers.get("HX-Current-URL", ""))
            return HttpResponse(status=401, headers={"HX-Redirect": url})
        if request.method == "POST" and request.COOKIES:
            url = _sign_in_and_return_to(request, request.headers.get("Referer", ""))
            return render(request, "403_session.html", {"sign_in": url, "kept": typed(request)}, status=403)
        return response


def _asks_to_sign_in(response: HttpResponse) -> bool:
    location = urlsplit(response.headers.get("Location", ""))
    return location.path == resolve_url("account_login") and "next=" in location.query


def _sign_in_and_return_to(request: HttpRequest, url: str) -> str:
    if not url_has_allowed_host_and_scheme(url, {request.get_host()}):
        url = "/"
    page = urlsplit(url)
    goal = f"{page.path}?{page.query}" if page.query else page.path
    return f"{resolve_url('account_login')}?{urlencode({'next': goal})}"
