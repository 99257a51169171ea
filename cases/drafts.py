"""What was typed when the session was lost: kept until the person has signed in and come back."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse

from cases.page import Page
from cases.requests import HtmxRequest

KEY = "cases_kladde"
LONGEST = 14_000
NOTICE = "Du var blevet logget ud. Det, du skrev, står i feltet, men er ikke gemt endnu: gem det igen."


def kept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Keep what an anonymous visitor sends to this view; stands above `login_required`."""

    @wraps(view)
    def keeping(request: HtmxRequest, **place) -> HttpResponse:
        if request.method == "POST" and not request.user.is_authenticated and not request.htmx:
            typed = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
            if sum(map(len, typed.values())) <= LONGEST:
                request.session[KEY] = {"place": _of(place), "typed": typed}
        return view(request, **place)

    return keeping


def take(request: HtmxRequest, **place) -> dict[str, str] | None:
    """What was typed here, once."""
    draft = request.session.get(KEY)
    if not draft or draft.get("place") != _of(place):
        return None
    del request.session[KEY]
    return draft["typed"]


def put_back(request: HtmxRequest, built: Page) -> Page:
    """The page with what was typed, if it was typed here."""
    typed = take(request, uuid=built.walkthrough.pk)
    if typed is None:
        return built
    built.notice = NOTICE
    return built.keep(typed)


def _of(place: dict) -> str:
    """A walkthrough by its key, whatever of it is sent; anything else by its address."""
    return str(place["uuid"]) if "uuid" in place else " ".join(map(str, place.values()))
