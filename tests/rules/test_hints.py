"""Help in four degrees, over every topic and reading: always there, never a word more than was asked for."""

import doctest
import re

import pytest

import rules
from rules import hints as module
from rules.asking import asked
from rules.decision import decide
from rules.hints import ASKS, DEGREES, hints, of_facts
from rules.reading import JUS, OUTCOME
from rules.values import plain
from rules.variants import variant

TOPICS = list(rules.topics().values())
every_reading = pytest.mark.parametrize(
    ("topic", "reading"),
    [pytest.param(topic, key, id=f"{topic.key}/{key}") for topic in TOPICS for key in topic.readings],
)
SEEDS = range(6)
NOTICE = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-31",
    "underrettet": "2026-08-01",
    "kraevet": "2026-09-15",
    "misligholdt_beloeb": 62800,
}


def path(topic, facts, reading):
    """Each item as it is asked with the answers before it, the right decision, and the right answer."""
    law = topic.reading_for(reading)
    right = decide(law, facts, {place.key: True for place in law.steps if place.step.skoen})
    steps = {place.key: plain(answer) for place, answer in right.path}
    answers = {"jus": [], "steps": {}, "figures": {}, "outcome": None}
    for _ in range(60):
        waiting = [item for item in asked(topic, facts, answers, reading) if not item.answered]
        for item in waiting:
            yield item, answers, right
            if item.key == JUS:
                answers["jus"] = [str(citation) for citation in law.jus]
            elif item.key == OUTCOME:
                answers["outcome"] = right.outcome
            elif item.key in law.figures:
                answers["figures"] = answers["figures"] | {item.key: plain(right.figures[item.key])}
            else:
                answers["steps"] = answers["steps"] | {item.key: steps[item.key]}
        if not waiting:
            return
    raise AssertionError("The path never ends.")


def says(text, secret):
    """Whether the text tells the value, as a word of its own."""
    secret = re.escape(secret.removesuffix("."))
    return re.search(rf"(?<![\w.,]){secret}(?![\w%]|[.,]\d)", text) is not None


def answer_of(item, right):
    """The right answer as it is printed; empty where nothing printed could tell it."""
    law = right.reading
    if item.key == OUTCOME:
        return law.choices[right.outcome]
    if item.key in law.figures:
        figure, value = law.figures[item.key], right.figures[item.key]
        return "" if figure.kind in ("bool", "choice", "text", "list") else figure.printed(value)
    taken = next((one for one in right.steps if one.key == item.key), None)
    return taken.choices[taken.answer] if taken and taken.choices else ""


def test_the_worked_example_runs():
    assert doctest.testmod(module).failed == 0


@every_reading
def test_each_item_has_four_degrees_and_the_first_three_do_not_tell_the_answer(topic, reading, subtests):
    for seed in SEEDS:
        facts = variant(topic, seed, reading).facts
        for item, answers, right in path(topic, facts, reading):
            with subtests.test(seed=seed, item=item.key):
                given = list(hints(topic, facts, answers, item.key, reading))
                assert [hint.degree for hint in given] == list(DEGREES)
                assert all(len(hint.text) > 5 and "{" not in hint.text for hint in given)
                assert given[0].citation == ""
                assert given[3].citation
                early = " ".join(hint.text for hint in given[:3])
                assert "Altså:" not in early
                if item.key == JUS:
                    assert not any(hint.citation for hint in given[:3])
                    assert "§" not in early
                    assert "ulovbestemt" not in early
                else:
                    assert given[1].citation == given[2].citation == given[3].citation
                    secret = answer_of(item, right)
                    assert not secret or not says(early, secret)
                    assert "(ja)" not in early
                    assert "(nej)" not in early


@every_reading
def test_no_help_tells_a_figure_that_is_still_to_be_found(topic, reading):
    for seed in SEEDS:
        facts = variant(topic, seed, reading).facts
        told = " ".join(spec.printed(getattr(facts, spec.name)) for spec in topic.specs)
        for item, answers, right in path(topic, facts, reading):
            text = " ".join(hint.text for hint in hints(topic, facts, answers, item.key, reading))
            for key, value in right.figures.items():
                figure = right.reading.figures[key]
                own = item.key in right.reading.figures and value == right.figures[item.key]
                known = key in answers["figures"] or value in [
                    right.figures[one] for one in answers["figures"]
                ]
                if value is None or own or known or figure.kind not in ("date", "kroner", "percent"):
                    continue
                if not says(told, figure.printed(value)):
                    assert not says(text, figure.printed(value)), (seed, item.key, key)


def test_help_follows_the_students_own_premise():
    topic = rules.topic("underretning")
    facts = topic.read(NOTICE)
    answers = {"jus": "FIL § 48", "steps": {"er_privat": True}, "figures": {"sidste_frist": "2026-08-31"}}
    *_, told = hints(topic, facts, answers, "rettidig")
    assert "31. august 2026" in told.text
    assert told.text.endswith("Altså: ja.")
    *_, figure = hints(topic, facts, answers, "sidste_frist")
    assert "31. juli 2026" in figure.text


def test_the_result_follows_from_the_students_own_steps():
    topic = rules.topic("underretning")
    answers = {"jus": "FIL § 48", "steps": {"er_privat": False}}
    given = list(hints(topic, topic.read(NOTICE), answers, OUTCOME))
    assert "nej til »Er kautionen stillet" in given[2].text
    assert "Bankens krav mod kautionisten er i behold." in given[3].text


def test_what_is_not_asked_has_no_help():
    topic = rules.topic("underretning")
    facts = topic.read(NOTICE)
    for key in ("rettidig", "tabt_beloeb", OUTCOME, "no such step"):
        assert not list(hints(topic, facts, {"jus": "FIL § 48"}, key))


def test_a_fact_that_the_story_does_not_tell_is_not_named():
    topic = rules.topic("underretning")
    told = list(hints(topic, topic.read(NOTICE), {"jus": "FIL § 48"}, "er_privat", told=["misligholdt"]))[2]
    assert "Fortællingen siger ikke noget om det" in told.text


@pytest.mark.parametrize(
    "matters", [["misligholdt"], ["misligholdt", "kraevet"], ["misligholdt", "kraevet", "hovedstol"]]
)
def test_choosing_facts_is_helped_one_fact_at_a_time(matters):
    topic = rules.topic("underretning")
    offered = ["misligholdt", "kraevet", "hovedstol"]
    given = list(of_facts(topic, offered, matters))
    assert [hint.degree for hint in given] == list(DEGREES)
    assert given[2].text.count("»") == 1
    assert not any(hint.citation for hint in given)
    assert given[3].text.count("»") == len(matters)


def test_each_degree_has_a_name_of_its_own():
    assert all(len(set(names)) == len(DEGREES) for names in ASKS.values())
