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
    def keeping(request: HtmxRequest, uuid, **rest) -> HttpResponse:
        if request.method == "POST" and not request.user.is_authenticated and not request.htmx:
            typed = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
            if sum(map(len, typed.values())) <= LONGEST:
                request.session[KEY] = {"uuid": str(uuid), "typed": typed}
        return view(request, uuid, **rest)

    return keeping


def put_back(request: HtmxRequest, built: Page) -> Page:
    """The page with what was typed, if it was typed here."""
    draft = request.session.get(KEY)
    if not draft or draft["uuid"] != str(built.walkthrough.pk):
        return built
    del request.session[KEY]
    built.notice = NOTICE
    return built.keep(draft["typed"])
