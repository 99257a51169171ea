"""The blocks of lessons that are rendered for each reader: terms, provisions, rules, examples."""

from django.template.loader import render_to_string
from django.urls import reverse

import rules
from authoring.texts import read_yaml
from lessons import registry, rule_cards
from lessons.models import Provision, Term
from rules import citations


def _terms(request, blocks):
    wanted = {block.argument for block in blocks}
    return {term.slug: term for term in Term.objects.visible_to(request.user).filter(slug__in=wanted)}


def _show_term(request, block, terms):
    term = terms.get(block.argument)
    return render_to_string("lessons/term_card.html", {"term": term}) if term else ""


def _check_term(block, shelf):
    if not shelf.has("term", block.argument):
        yield f"begrebet »{block.argument}« findes ikke"


def _provision_slug(block):
    try:
        return citations.read(block.argument.replace("-", " ", 1)).slug
    except citations.CitationError:
        return block.argument.lower()


def _provisions(request, blocks):
    return provisions_by_slug(request.user, blocks)


def provisions_by_slug(user, blocks, slugs=()):
    """The provisions with these slugs and those that blocks print as cards."""
    wanted = {_provision_slug(block) for block in blocks if block.name == "provision"}
    return Provision.objects.visible_to(user).in_bulk({*wanted, *slugs}, field_name="slug")


def _show_provision(request, block, provisions):
    provision = provisions.get(_provision_slug(block))
    return render_to_string("lessons/provision_card.html", {"provision": provision}) if provision else ""


def _check_provision(block, shelf):
    if not shelf.has("provision", _provision_slug(block)):
        yield f"bestemmelsen »{block.argument}« findes ikke; skriv fx »:::provision FIL-48«"


def _rules(request, blocks):
    match = request.resolver_match
    place = match.kwargs if match and match.url_name == "section" else {}
    cards = {}
    for block in blocks:
        address = reverse("lessons:section_rule", kwargs={**place, "number": block.number}) if place else ""
        cards[block.number] = rule_cards.of_block(block, rule_cards.sent_to(request, block.number), address)
    return cards


def _show_rule(request, block, cards):
    return cards[block.number].render(request)


def _rule_on_paper(request, block, cards):
    return render_to_string("lessons/rule_on_paper.html", {"card": cards[block.number]})


def _show_example(request, block, prepared):
    given = read_yaml(block.body)
    topic = rules.topic(block.argument)
    decision = topic.decide(topic.read(given["facts"]), given.get("reading", "pensum"))
    context = {"topic": topic, "decision": decision, "figures": figures_of(decision)}
    return render_to_string("lessons/example.html", context)


def figures_of(decision, keys=None):
    """The figures that apply as (label, printed value); or those with these keys, whether they apply or not."""
    known, given = decision.reading.figures, decision.figures
    wanted = [key for key in given if (given[key] is not None if keys is None else key in keys)]
    return [(known[key].label, known[key].printed(given[key]) or "intet") for key in wanted]


def register():
    """Let the blocks stand in sections."""
    registry.register_block("term", _show_term, _terms, _check_term)
    registry.register_block("provision", _show_provision, _provisions, _check_provision)
    registry.register_block("rule", _show_rule, _rules, rule_cards.check, _rule_on_paper)
    registry.register_block("example", _show_example, None, rule_cards.check)
