"""The nearest flips really flip, and a smaller change does not."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from pydantic import ValidationError

import rules
from rules.flips import flips
from rules.variants import variant

underretning = rules.topic("underretning")


def by_fact(topic, facts, reading="pensum"):
    return {flip.fact: flip for flip in flips(topic, facts, reading)}


def test_the_notice_would_have_been_in_time_on_the_last_day():
    facts = underretning.read(
        {
            "privat_kautionist": True,
            "misligholdt": "2026-01-31",
            "underrettet": "2026-09-15",
            "kraevet": "2026-09-15",
            "misligholdt_beloeb": 62800,
        }
    )
    found = by_fact(underretning, facts)
    assert found["underrettet"].changed == date(2026, 7, 31)
    assert found["underrettet"].outcome == "KRAV_I_BEHOLD"
    assert found["misligholdt"].changed == date(2026, 3, 15)
    assert found["privat_kautionist"].changed is False
    assert "31. juli 2026" in found["underrettet"].sentence
    assert "misligholdt_beloeb" not in found


def test_the_down_payment_turns_at_the_oere():
    topic = rules.topic("ejendomsforbehold")
    facts = topic.read(
        {"koebesum": 200000, "udbetaling": 30000, "skriftligt": True, "kreditgiver_er_saelger": True}
    )
    found = by_fact(topic, facts)
    assert found["udbetaling"].changed == Decimal(40000)
    assert found["koebesum"].changed == Decimal(150000)
    assert "skriftligt" not in found


@pytest.mark.parametrize("key", rules.topics())
def test_flips_really_flip_and_a_smaller_change_does_not(key):
    topic = rules.topic(key)
    for reading in topic.readings:
        for seed in range(25):
            facts = variant(topic, seed, reading).facts
            start = topic.decide(facts, reading).outcome
            for flip in flips(topic, facts, reading):
                turned = topic.facts(**{**facts.__dict__, flip.fact: flip.changed})
                assert topic.decide(turned, reading).outcome == flip.outcome != start
                _nearer_does_not(topic, facts, flip, start, reading)


def _nearer_does_not(topic, facts, flip, start, reading):
    if flip.given is None or flip.changed is None or isinstance(flip.given, bool):
        return
    if isinstance(flip.given, date):
        one = timedelta(days=1)
    elif isinstance(flip.given, Decimal):
        one = Decimal("0.01")
    else:
        return
    nearer = flip.changed + one if flip.changed < flip.given else flip.changed - one
    if nearer != flip.given:
        try:
            kept = topic.facts(**{**facts.__dict__, flip.fact: nearer})
        except ValidationError:
            return
        assert topic.decide(kept, reading).outcome == start
