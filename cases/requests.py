"""A request as the views of the cases get it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class HtmxRequest(HttpRequest):
    """With what the middleware says of htmx."""

    htmx: HtmxDetails
