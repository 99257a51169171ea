"""The live rule card: change a few facts, and see at once what each reading decides."""

from functools import cached_property, lru_cache

from django.template.loader import render_to_string

import rules
from authoring.texts import BadText, read_yaml
from lessons.fact_forms import fact_form
from lessons.figures import timeline
from lessons.told import figures_of
from rules import danish
from rules.compare import compare
from rules.reading import GAELDENDE_RET, PENSUM

NAME = "regel"


class RuleCard:
    """A topic, its facts, and those of them that the reader may change.

    data: what the reader sent, or None; address: where the changed card is fetched;
    reading: the one to which the book is turned.
    """

    def __init__(self, topic, facts, change, number=1, data=None, address="", reading=PENSUM):
        self.topic, self.number, self.address, self.reading = topic, number, address, reading
        self._given = topic.plain(topic.read(facts))
        self._change = change or list(self._given)
        self.form = fact_form(topic, change)(data, base=self._given, prefix=f"{NAME}{number}")

    @property
    def name(self):
        """The id of the card on its page, and the address of its place there."""
        return f"{NAME}-{self.number}"

    @cached_property
    def is_faulty(self):
        """The reader sent something that cannot be."""
        return self.form.is_bound and not self.form.is_valid()

    @cached_property
    def facts(self):
        """The changed facts, or the given ones while the change cannot be read."""
        if self.form.is_bound and self.form.is_valid():
            return self.form.facts()
        return self.topic.read(self._given)

    @cached_property
    def comparison(self):
        return compare(self.topic, self.facts)

    @property
    def decision(self):
        """What the book, as it is turned, decides."""
        return by_reading(self.comparison, self.reading)

    @property
    def pair(self):
        """What each reading decides, where they differ."""
        return readings_apart(self.comparison)

    @property
    def told(self):
        """The facts that can be changed, as (label, printed value): what paper has instead of the form."""
        specs = [self.topic.spec_of[name] for name in self._change]
        return [(spec.label, spec.printed(getattr(self.facts, spec.name))) for spec in specs]

    @property
    def decisions(self):
        """The decisions whose reasons are worth reading: both where they differ."""
        return self.pair or [self.decision]

    @property
    def figures(self):
        """The figures; where the readings part, those that both have alike."""
        return figures_of(self.decision, without=self.comparison.figures_apart if self.pair else ())

    @property
    def remark(self):
        """How the two readings stand to each other on these facts."""
        return "" if self.pair else self.comparison.text

    def timeline(self):
        """The days of the case as a picture."""
        return timeline.of(self.topic, self.facts, self.decision, name=f"{self.name}-tid")

    def render(self, request):
        """The card as HTML."""
        return render_to_string("lessons/rule_card.html", {"card": self}, request)


def of_block(block, data=None, address="", reading=PENSUM):
    """The card that a `:::rule` block of a section asks for."""
    return _card(block.argument, block.body, block.number, data, address, reading)


def as_given(block, address="", reading=PENSUM):
    """The same as HTML, before the reader has changed anything."""
    return _html(block.argument, block.body, block.number, address, reading)


def _card(key, body, number, data, address, reading):
    given = told_in(body)
    return RuleCard(rules.topic(key), given["facts"], given.get("change"), number, data, address, reading)


@lru_cache(maxsize=1024)
def _html(key, body, number, address, reading):
    # The same for every reader of one reading, for it rests on the text and the rules alone.
    return _card(key, body, number, None, address, reading).render(None)


@lru_cache(maxsize=1024)
def told_in(body):
    """The fields of a block. To be read only: the next reader gets the same ones."""
    return read_yaml(body)


def by_reading(comparison, reading):
    """The decision by this reading; the book's where it serves both."""
    law = comparison.gaeldende_ret
    return law if law and reading == GAELDENDE_RET else comparison.pensum


def readings_apart(comparison):
    """Both decisions, the book's first, where they differ."""
    return [] if comparison.same else [comparison.pensum, comparison.gaeldende_ret]


def sent_to(request, number):
    """The reader's change, if it was sent from the card with this number."""
    return request.GET if request.GET.get(NAME) == str(number) else None


def status(prepared):
    """The status of a page with cards: 422 when the reader sent one of them what cannot be."""
    cards = prepared.get("rule") or {}
    return 422 if any(card and card.is_faulty for card in cards.values()) else 200


def check(block, shelf):
    """What is wrong in a `:::rule` block, as sentences."""
    yield from check_facts(block, {"facts", "change"})


def check_facts(block, known):
    """What is wrong in a block with a topic and its facts; `known` are the fields that it may have."""
    try:
        given = read_yaml(block.body)
        topic = rules.topic(block.argument)
        topic.read(given.get("facts"))
    except (BadText, rules.UnknownTopic) as error:
        yield str(error)
        return
    except rules.FactError as error:
        yield from (f"facts.{problem.fact}: {problem.message}" for problem in error.problems)
        return
    names = {spec.name for spec in topic.specs}
    for name in given.get("change") or ():
        if name not in names:
            yield f"change: reglen har ingen oplysning, der hedder »{name}«"
    for name in sorted(set(given) - known):
        yield f"{name}: feltet kendes ikke her; brug {danish.join(sorted(known))}"
