"""The reverse task: what is proposed can be solved, and the judge tells right from wrong on any facts."""

import io
import json
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules import reverse
from rules.__main__ import main
from rules.parting import parting
from rules.reading import GAELDENDE_RET, PENSUM
from rules.variants import variant

TOPICS = list(rules.topics().values())
BASES = 3
NOTICE = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-31",
    "underrettet": "2026-09-15",
    "kraevet": "2026-09-20",
    "misligholdt_beloeb": 62800,
}
LOST, KEPT, LIMITED = "KRAV_TABT_FOR_MISLIGHOLDT_DEL", "KRAV_I_BEHOLD", "KRAV_BEGRAENSET"


@cache
def drawn(topic, seed):
    return variant(topic, seed).facts


@pytest.fixture
def notice():
    return rules.topic("underretning")


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.key)
def test_every_proposed_task_is_open_and_solved_by_the_facts_that_are_found(topic):
    for seed in range(BASES):
        base = drawn(topic, seed)
        for task in reverse.tasks(topic, base):
            wants = dict(task.wants)
            assert not all(wish.holds for wish in reverse.judge(topic, base, wants))
            found = reverse.possible(topic, base, wants)
            assert all(wish.holds for wish in reverse.judge(topic, found, wants))
            assert topic.read(topic.plain(found)) == found


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.key)
@given(seed=st.integers(0, 500), of=st.integers(0, 20))
def test_a_wish_holds_where_the_reading_decides_so_and_nowhere_else(topic, seed, of):
    tasks = reverse.tasks(topic, drawn(topic, 0))
    if not tasks:
        return
    wants, facts = dict(tasks[of % len(tasks)].wants), drawn(topic, seed)
    for wish in reverse.judge(topic, facts, wants):
        decision = topic.decide(facts, wish.reading)
        assert wish.holds == (decision.outcome == wants[wish.reading])
        if not wish.holds:
            asked = [*decision.steps, *([decision.taken(decision.open, None)] if decision.open else [])]
            assert (wish.question, wish.citation) in [(step.question, step.citation) for step in asked]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.key)
def test_a_task_reads_as_danish(topic):
    for task in reverse.tasks(topic, drawn(topic, 1)):
        assert task.text.startswith("Ret oplysningerne, så ")
        assert task.text.endswith(".")
        assert not set("{}[]_") & set(task.text)
        assert not [outcome.name for outcome in topic.outcomes if outcome.name in task.text]


def test_most_topics_can_be_turned_round():
    without = [topic.key for topic in TOPICS if not reverse.tasks(topic, drawn(topic, 1))]
    assert without == ["opgoerelse_ved_indfrielse"]


def test_the_readings_can_be_made_to_part(notice):
    wants = {PENSUM: LOST, GAELDENDE_RET: KEPT}
    found = reverse.possible(notice, notice.read(NOTICE), wants)
    assert notice.decide(found, PENSUM).outcome == LOST
    assert notice.decide(found, GAELDENDE_RET).outcome == KEPT


def test_no_more_is_changed_than_must_be(notice):
    base = notice.read(NOTICE)
    found = reverse.possible(notice, base, {PENSUM: KEPT})
    assert sum(getattr(found, name) != getattr(base, name) for name in notice.spec_of) == 1


def test_what_the_law_never_does_is_not_possible():
    topic = rules.topic("kautionstype")
    wants = {PENSUM: "KAN_KRAEVES_STRAKS", GAELDENDE_RET: "INTET_KRAV_ENDNU"}
    assert reverse.possible(topic, drawn(topic, 1), wants) is None


def test_an_outcome_that_a_reading_does_not_know_is_refused(notice):
    with pytest.raises(LookupError):
        reverse.task(notice, {PENSUM: LIMITED})


def test_a_wish_that_fails_is_told_with_the_last_step_that_could_have_led_there(notice):
    wish = reverse.judge(notice, notice.read(NOTICE), {PENSUM: KEPT})[0]
    assert not wish.holds
    assert (wish.answer, wish.citation.replace("\u00a0", " ")) == ("Nej", "FIL § 48")
    assert wish.question.startswith("Fik kautionisten besked")


def test_of_conditions_that_are_all_tested_the_unmet_one_is_told():
    topic = rules.topic("ejendomsforbehold")
    facts = topic.read(
        {"koebesum": 200000, "udbetaling": 30000, "skriftligt": True, "kreditgiver_er_saelger": True}
    )
    wish = reverse.judge(topic, facts, {PENSUM: "GYLDIGT"})[0]
    decision = topic.decide(facts)
    unmet = next(step for step in decision.steps if step.key in decision.grounds)
    assert wish.question == unmet.question


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.key)
def test_two_ways_part_exactly_where_their_answers_do(topic):
    for seed in range(BASES):
        before, after = topic.decide(drawn(topic, seed)), topic.decide(drawn(topic, seed + 1))
        at = parting(before, after)
        theirs = {place.key: answer for place, answer in after.path}
        differs = [place.key for place, answer in before.path if theirs.get(place.key) != answer]
        if at is None:
            assert before.outcome == after.outcome or after.open or before.open
        elif not (before.open or after.open):
            assert at.key == differs[0]
            assert at.before != at.after


def test_the_command_line_proposes_them(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(NOTICE)))
    assert main(["reverse", "underretning"]) == 0
    proposed = json.loads(capsys.readouterr().out)
    assert {PENSUM: LOST, GAELDENDE_RET: KEPT} in [task["wants"] for task in proposed]
    topic = rules.topic("underretning")
    for task in proposed:
        facts = topic.read(task["facts"])
        assert {key: topic.decide(facts, key).outcome for key in task["wants"]} == task["wants"]
