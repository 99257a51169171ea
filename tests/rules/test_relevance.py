"""A fact that matters has a change that proves it; one that does not has none among those tried."""

import doctest

import pytest

import rules
from rules import relevance as module
from rules.flips import flips
from rules.relevance import relevance
from rules.variants import variant

every_topic = pytest.mark.parametrize("topic", rules.topics().values(), ids=lambda topic: topic.key)


def test_the_worked_example_runs():
    assert doctest.testmod(module).failed == 0


@every_topic
def test_each_proof_of_relevance_holds(topic):
    for reading in topic.readings:
        for seed in range(6):
            facts = variant(topic, seed, reading).facts
            before = topic.decide(facts, reading)
            for name, turn in relevance(topic, facts, reading).items():
                if turn is not None:
                    after = topic.decide(topic.facts(**facts.__dict__ | {name: turn.changed}), reading)
                    assert after.plain() != before.plain()
                    assert turn.before != turn.after
                    assert turn.turns in {"outcome", *topic.reading_for(reading).figures} | {
                        place.key for place in topic.reading_for(reading).steps
                    }


@every_topic
def test_what_turns_the_outcome_matters(topic):
    for seed in range(6):
        facts = variant(topic, seed).facts
        found = relevance(topic, facts)
        assert all(found[flip.fact] for flip in flips(topic, facts))


def test_notice_after_the_payment_to_the_bank_changes_nothing():
    topic = rules.topic("factoring")
    facts = topic.read(
        {
            "fakturabeloeb": 500000,
            "solgt": "2026-03-02",
            "denuntieret": "2026-05-04",
            "betalt": "2026-04-01",
            "betalt_til": "factoringbank",
        }
    )
    found = relevance(topic, facts)
    assert found["denuntieret"] is None
    assert found["betalt_til"].turns in ("outcome", "betalt_til_banken")


def test_a_fact_of_the_statute_is_left_out_where_the_book_is_asked():
    topic = rules.topic("underretning")
    facts = variant(topic, 1).facts
    assert "hovedstol" not in relevance(topic, facts)
    assert "hovedstol" in relevance(topic, facts, "gaeldende_ret")
