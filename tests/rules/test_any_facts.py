"""Whatever facts are given, a topic decides them or says in Danish which fact is wrong and what would be right."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.compare import compare
from rules.facts import FactError
from rules.reading import GAELDENDE_RET, PENSUM
from rules.values import kind_of

FEW = settings(max_examples=80, deadline=None, database=None, derandomize=True)
JUNK = st.sampled_from(
    [None, "", "nej", "31-02-2026", -1, 10**30, float("nan"), [], {}, [[]], "2026-02-30", True, "½"]
)
every_topic = pytest.mark.parametrize("topic", rules.topics().values(), ids=lambda topic: topic.key)


def values(kind, inner, low, high):
    """Plain values of a kind, within bounds and often at them."""
    if kind == "bool":
        return st.booleans()
    if kind == "choice":
        return st.sampled_from([member.value for member in inner])
    if kind == "date":
        return st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31)).map(dt.date.isoformat)
    if kind == "fraction":
        return st.fractions(0, 1, max_denominator=12).map(str)
    if kind == "list":
        item, item_inner, _ = kind_of(inner)
        return st.lists(values(item, item_inner, 0, 100), min_size=1, max_size=5)
    if kind == "text":
        return st.text(max_size=10)
    top = int(min(high, 10**7))
    whole = st.integers(int(low), top) | st.sampled_from([int(low), top])
    return whole if kind == "int" else whole | st.decimals(low, min(high, 10**7), places=2).map(str)


@st.composite
def some_facts(draw, topic):
    """Facts of the right types, which may not be possible together."""
    given = {}
    for spec in topic.specs:
        of_kind = values(spec.kind, spec.type, spec.ge or 0, spec.le or 10**6)
        if spec.uoplyst:
            of_kind |= st.just("uoplyst")
        if not (spec.required or draw(st.booleans())):
            continue
        given[spec.name] = draw(of_kind | st.none()) if spec.optional else draw(of_kind)
    return given


@every_topic
def test_facts_of_the_right_types_are_decided_or_refused_by_name(topic):
    @FEW
    @given(facts=some_facts(topic))
    def holds(facts):
        try:
            read = topic.read(facts)
        except FactError as error:
            named(topic, error)
            return
        for reading in (PENSUM, GAELDENDE_RET):
            decision = topic.decide(read, reading)
            assert decision.open or decision.outcome in topic.reading_for(reading).choices
            assert len(decision.steps) <= len(topic.reading_for(reading).steps)
            json.dumps(decision.plain(), allow_nan=False)
            decision.explain()
        compare(topic, read).plain()

    holds()


@every_topic
def test_a_wrong_value_is_refused_by_the_name_of_its_fact(topic):
    @FEW
    @given(facts=some_facts(topic), name=st.sampled_from(sorted(topic.spec_of)), junk=JUNK)
    def holds(facts, name, junk):
        try:
            topic.read(facts | {name: junk})
        except FactError as error:
            named(topic, error)

    holds()


def named(topic, error):
    """Every problem names a fact that is known, what came and what would be right."""
    assert error.problems
    for problem in error.problems:
        assert problem.fact in topic.spec_of, problem
        assert problem.right, problem
        assert problem.message.endswith((".", "?")), problem
        assert "\n" not in problem.line


@every_topic
def test_an_unknown_fact_and_no_facts_at_all_are_refused(topic):
    for junk in ({"findes_ikke": 1}, None, [], "x", 7):
        with pytest.raises(FactError) as refused:
            topic.read(junk)
        assert all(problem.message.endswith(".") for problem in refused.value.problems)
