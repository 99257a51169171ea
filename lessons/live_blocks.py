"""The blocks of lessons that are rendered for each reader: cards, rules, examples, figures."""

from django.db.models import CharField, IntegerField, TextField, Value
from django.db.models.functions import Cast
from django.template.loader import render_to_string
from django.urls import reverse

from lessons import examples, figures, registry, rule_cards
from lessons.models import Checklist, Provision, Term
from lessons.turned import turned_to
from rules import citations

# What a card shows of each kind of content: its text and one thing more.
CARDS = {
    "term": (Term, "meaning", "example"),
    "provision": (Provision, "meaning", "citation"),
    "checklist": (Checklist, "intro", "customer_name"),
}
MUCH_USED = "much_used"


def cards(user, blocks, terms=(), provisions=()):
    """Every card of a page in one query, by block and slug; terms and provisions are those the text links to."""
    wanted = {name: {_slug(block) for block in blocks if block.name == name} for name in CARDS}
    wanted["term"] |= set(terms)
    wanted["provision"] |= set(provisions)
    found = {name: {} for name in CARDS}
    asked = [_rows(user, name, slugs) for name, slugs in wanted.items() if slugs]
    rows = asked[0].union(*asked[1:], all=True) if asked else ()
    for name, pk, slug, title, text, more, much_used in rows:
        model, *fields = CARDS[name]
        item = model(pk=pk, slug=slug, title=title, **dict(zip(fields, (text, more), strict=True)))
        item.much_used = bool(much_used)
        found[name][slug] = item
    return found


def _rows(user, name, slugs):
    model, text, more = CARDS[name]
    much_used = Cast(MUCH_USED, IntegerField()) if hasattr(model, MUCH_USED) else Value(0, IntegerField())
    return (
        model.objects.visible_to(user)
        .filter(slug__in=slugs)
        .order_by()
        .values_list(
            Value(name, CharField()),
            "pk",
            "slug",
            "title",
            Cast(text, TextField()),
            Cast(more, TextField()),
            much_used,
        )
    )


def _slug(block):
    return _provision_slug(block) if block.name == "provision" else block.argument


def _provision_slug(block):
    try:
        return citations.read(block.argument.replace("-", " ", 1)).slug
    except citations.CitationError:
        return block.argument.lower()


def _of_kind(name):
    """How the blocks of a kind are prepared where the page has not asked for all cards together."""
    return lambda request, blocks: cards(request.user, blocks)[name]


def _card(name):
    def show(request, block, prepared):
        item = prepared.get(_slug(block))
        return render_to_string(f"lessons/{name}_card.html", {name: item}) if item else ""

    return show


def _check_term(block, shelf):
    if not shelf.has("term", block.argument):
        yield f"begrebet »{block.argument}« findes ikke"


def _check_provision(block, shelf):
    if not shelf.has("provision", _provision_slug(block)):
        yield f"bestemmelsen »{block.argument}« findes ikke; skriv fx »:::provision FIL-48«"


def _check_checklist(block, shelf):
    if not shelf.has("checklist", block.argument):
        yield f"tjeklisten »{block.argument}« findes ikke; skriv fx »:::checklist kaution«"


def _rules(request, blocks):
    """The cards that the reader has changed; None where a card stands as it was given."""
    shown = {}
    for block in blocks:
        data = rule_cards.sent_to(request, block.number)
        shown[block.number] = data and rule_cards.of_block(block, data, *_place_and_reading(request, block))
    return shown


def _place_and_reading(request, block):
    match = request.resolver_match
    place = match.kwargs if match and match.url_name == "section" else {}
    address = reverse("lessons:section_rule", kwargs={**place, "number": block.number}) if place else ""
    return address, turned_to(request)


def _show_rule(request, block, prepared):
    if card := prepared[block.number]:
        return card.render(request)
    return rule_cards.as_given(block, *_place_and_reading(request, block))


def _rule_on_paper(request, block, prepared):
    card = rule_cards.of_block(block, reading=turned_to(request))
    return render_to_string("lessons/rule_on_paper.html", {"card": card})


def _show_figure(request, block, prepared):
    return figures.of_block(block, turned_to(request))


def register():
    """Let the blocks stand in sections."""
    registry.register_block("term", _card("term"), _of_kind("term"), _check_term)
    registry.register_block("provision", _card("provision"), _of_kind("provision"), _check_provision)
    registry.register_block("checklist", _card("checklist"), _of_kind("checklist"), _check_checklist)
    registry.register_block("rule", _show_rule, _rules, rule_cards.check, _rule_on_paper)
    registry.register_block("example", examples.show, None, examples.check)
    registry.register_block("figure", _show_figure, None, figures.check_block)
