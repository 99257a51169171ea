"""What a story prints can be read back: each date, amount and percentage in the text is one of the facts."""

import re
from decimal import Decimal

import pytest

import rules
from rules import danish, story
from rules.variants import variant

DATE = re.compile(rf"\b\d{{1,2}}\. (?:{'|'.join(danish.MONTHS)}) \d{{4}}\b")
AMOUNT = re.compile(r"-?\d[\d.]*(?:,\d+)?(?= (?:kr\.|%))")
every_topic = pytest.mark.parametrize("topic", rules.topics().values(), ids=lambda topic: topic.key)


def stories(topic):
    names = story.names(1)
    for reading in topic.readings:
        for seed in range(25):
            facts = variant(topic, seed, reading).facts
            for template in topic.stories:
                yield facts, story.render(template, topic, facts, names).text.replace("\u00a0", " ")


def values(facts):
    """Every single value of the facts, also those in lists and shares in percent."""
    for value in facts.__dict__.values():
        for one in value if isinstance(value, tuple) else (value,):
            yield one
            if isinstance(one, int | Decimal) and not isinstance(one, bool):
                yield Decimal(one)


@every_topic
def test_every_date_in_a_story_is_a_fact(topic):
    for facts, text in stories(topic):
        told = {danish.read_date(found) for found in DATE.findall(text)}
        assert told <= set(values(facts)), text


@every_topic
def test_every_amount_in_a_story_is_a_fact(topic):
    for facts, text in stories(topic):
        told = {danish.read_number(found) for found in AMOUNT.findall(text)}
        assert told <= set(values(facts)), text


@every_topic
def test_the_same_facts_are_told_in_three_ways(topic):
    names, facts = story.names(1), variant(topic, 1).facts
    told = [story.render(template, topic, facts, names) for template in topic.stories]
    assert len({telling.text for telling in told}) >= 3
    required = {spec.name for spec in topic.specs if spec.required}
    for telling in told:
        assert required <= set(telling.told)
