"""Citations as links to the provision, and shares as percent."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lessons import statutes
from lessons.models import Provision
from rules import citations

register = template.Library()


@register.simple_tag(takes_context=True)
def cite(context, text: str) -> SafeString:
    """The provisions named in a citation, each linked where the site has a page for it; it stands as a sentence."""
    text = text[:1].upper() + text[1:]
    return format_html_join(" og ", "{}", ((_link(context, part),) for part in text.split(" og ") if part))


def _link(context, text: str) -> str:
    shown = statutes.keep_together(text)
    try:
        citation = citations.read(text)
    except citations.CitationError:
        return shown
    if citation.slug not in _known(context):
        return shown
    return format_html('<a href="{}">{}</a>', statutes.address(citation), shown)


def _known(context) -> set[str]:
    """The provisions that have a page, asked for once a request."""
    request = context["request"]
    if not hasattr(request, "known_provisions"):
        rows = Provision.objects.visible_to(request.user)
        request.known_provisions = set(rows.values_list("slug", flat=True))
    return request.known_provisions


@register.filter
def percent(share) -> str:
    """A share from 0 to 1 in whole percent."""
    return "" if share is None else f"{round(float(share) * 100)} %"
