"""The live rule card: change a few facts, and see at once what each reading decides."""

from functools import cached_property

from django.template.loader import render_to_string

import rules
from authoring.texts import BadText, read_yaml
from lessons.fact_forms import fact_form
from lessons.figures import timeline
from rules.compare import compare

NAME = "regel"


class RuleCard:
    """A topic, its facts, and those of them that the reader may change.

    data: what the reader sent, or None; address: where the changed card is fetched.
    """

    def __init__(self, topic, facts, change, number=1, data=None, address=""):
        self.topic, self.number, self.address = topic, number, address
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
        return self.comparison.pensum

    @property
    def other(self):
        """The other reading's decision, where it differs."""
        return None if self.comparison.same else self.comparison.gaeldende_ret

    @property
    def told(self):
        """The facts that can be changed, as (label, printed value): what paper has instead of the form."""
        specs = [self.topic.spec_of[name] for name in self._change]
        return [(spec.label, spec.printed(getattr(self.facts, spec.name))) for spec in specs]

    @property
    def decisions(self):
        """The decisions whose reasons are worth reading: both where they differ."""
        return [self.decision, *([self.other] if self.other else [])]

    @property
    def remark(self):
        """How the two readings stand to each other on these facts."""
        return "" if self.other else self.comparison.text

    def timeline(self):
        """The days of the case as a picture."""
        return timeline.of(self.topic, self.facts, self.decision, name=f"{self.name}-tid")

    def render(self, request):
        """The card as HTML."""
        return render_to_string("lessons/rule_card.html", {"card": self}, request)


def of_block(block, data=None, address=""):
    """The card that a `:::rule` block of a section asks for."""
    given = read_yaml(block.body)
    return RuleCard(
        rules.topic(block.argument), given["facts"], given.get("change"), block.number, data, address
    )


def sent_to(request, number):
    """The reader's change, if it was sent from the card with this number."""
    return request.GET if request.GET.get(NAME) == str(number) else None


def status(prepared):
    """The status of a page with cards: 422 when the reader sent one of them what cannot be."""
    cards = prepared.get("rule") or {}
    return 422 if any(card.is_faulty for card in cards.values()) else 200


def check(block, shelf):
    """What is wrong in a `:::rule` or `:::example` block, as sentences."""
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
    for name in set(given) - {"facts", "change", "reading"}:
        yield f"{name}: feltet kendes ikke her; brug facts, change og reading"
