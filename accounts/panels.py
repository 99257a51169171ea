"""The parts of Min side that upper apps fill."""

from typing import NamedTuple

from django.template.loader import render_to_string

from accounts.models import SignedIn
from accounts.registry import panels


class Shown(NamedTuple):
    """A panel as it is drawn for one person."""

    title: str
    html: str


def shown_to(request: SignedIn) -> list[Shown]:
    """The person's panels, in order."""
    return [
        Shown(panel.title, render_to_string(panel.template, panel.context(request.user), request))
        for panel in panels()
    ]
