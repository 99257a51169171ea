from datetime import timedelta

import pytest
from django.utils import timezone

import rules
from quizzes import chance, generated
from quizzes.knowing import choosing, components
from quizzes.knowing.diagnosis import Sheet, kept, mistakes_of
from quizzes.models import Mastery

NOW = timezone.now()


def mastery(topic, ask, known, due=None):
    return Mastery(component=components.of_ask(topic, ask), topic=topic, known=known, due_at=due, answers=4)


def asked(known, topic="", rounds=12):
    by_name = {row.component: row for row in known}
    return [
        tuple(thing)
        for seed in range(rounds)
        for thing in choosing.plan(by_name, chance.of(seed), "pensum", NOW, topic)
    ]


def test_a_round_asks_eight_different_things():
    planned = choosing.plan({}, chance.of(1), "pensum", NOW)
    assert len(planned) == len({tuple(one) for one in planned}) == choosing.COUNT


def test_a_round_of_one_topic_asks_only_that():
    assert {topic for topic, _ask in asked([], "underretning", 1)} == {"underretning"}


def test_what_is_weak_comes_up_oftener_than_what_is_mastered():
    topic = rules.topic("underretning")
    asks = [one.key for one in generated.askable(topic, "pensum")]
    later = NOW + timedelta(days=9)
    known = [mastery("underretning", asks[0], 0.1, later)]
    known += [mastery("underretning", ask, 0.99, later) for ask in asks[1:]]
    firsts = [
        choosing.plan({row.component: row for row in known}, chance.of(seed), "pensum", NOW, "underretning")[
            0
        ][1]
        for seed in range(10)
    ]
    assert firsts.count(asks[0]) >= 8


def test_what_is_due_again_comes_back_although_it_is_mastered():
    asks = [one.key for one in generated.askable(rules.topic("underretning"), "pensum")]
    known = [mastery("underretning", ask, 0.99, NOW + timedelta(days=9)) for ask in asks[1:]]
    known.append(mastery("underretning", asks[0], 0.99, NOW - timedelta(days=1)))
    firsts = [
        choosing.plan({row.component: row for row in known}, chance.of(seed), "pensum", NOW, "underretning")[
            0
        ][1]
        for seed in range(10)
    ]
    assert firsts.count(asks[0]) >= 7


def play(topic_key, mistake, seed, longest=20):
    """A round of one topic by a student who holds the mistake; gives the frozen round and what was chosen."""
    topic = rules.topic(topic_key)
    law, random = topic.reading_for("pensum"), chance.of(topic_key, mistake, seed)
    plan = [[topic_key, ask.key] for ask in generated.askable(topic, "pensum")] * 2
    frozen, chosen = {"items": [], "plan": plan}, {}
    choosing.from_plan(frozen, random, "pensum")
    while len(chosen) < longest:
        item = frozen["items"][-1]
        task = Sheet(law, facts=topic.read(item["made_from"]["facts"])).task(item["made_from"]["ask"])
        answer = task.answer_of(mistake)
        options = [one for one in item["options"] if kept(one["value"]) == answer]
        options = options or [one for one in item["options"] if one["right"]]
        chosen[item["key"]] = [options[0]["key"]]
        if not choosing.go_on(frozen, chosen, random, "pensum") or frozen.get("named"):
            break
    return frozen, chosen


@pytest.mark.parametrize("topic", ["underretning", "factoring", "fortrydelsesret", "kautionstype"])
def test_three_or_four_questions_after_a_wrong_answer_name_the_mistake(topic):
    law = rules.topic(topic).reading_for("pensum")
    named, wrong = 0, 0
    for mistake in mistakes_of(law):
        frozen, chosen = play(topic, mistake, 1)
        right = {
            item["key"]: {one["key"] for one in item["options"] if one["right"]} for item in frozen["items"]
        }
        first = [number for number, key in enumerate(chosen) if not right[key] & set(chosen[key])]
        if not first:
            continue
        wrong += 1
        said = list(frozen.get("named", {}).values())
        assert said in ([], [mistake])
        named += bool(said) and len(chosen) - first[0] <= 4
    assert wrong > 3
    assert named >= 0.9 * wrong


def test_the_round_says_which_mistake_the_answers_point_at():
    frozen, _chosen = play("underretning", "regner_180_dage", 3)
    (key,) = frozen["named"]
    item = next(one for one in frozen["items"] if one["key"] == key)
    assert "180" in choosing.named(item, frozen)


def test_a_right_answer_is_followed_by_the_next_thing_of_the_plan():
    random = chance.of(4)
    frozen = {"items": [], "plan": [["underretning", "jus"], ["factoring", "jus"], ["kautionstype", "jus"]]}
    choosing.from_plan(frozen, random, "pensum")
    item = frozen["items"][0]
    right = [one["key"] for one in item["options"] if one["right"]]
    choosing.go_on(frozen, {item["key"]: right}, random, "pensum")
    assert frozen["items"][1]["made_from"]["topic"] == "factoring"
    assert frozen["plan"] == [["kautionstype", "jus"]]


def test_a_round_ends_when_the_plan_is_empty():
    random = chance.of(5)
    frozen = {"items": [], "plan": [["underretning", "jus"]]}
    choosing.from_plan(frozen, random, "pensum")
    item = frozen["items"][0]
    assert not choosing.go_on(frozen, {item["key"]: [item["options"][0]["key"]]}, random, "pensum")
