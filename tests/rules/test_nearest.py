"""The nearest flip in a sentence: a fact of the story, looked at late on the way, and only what is true."""

import pytest

import rules
from rules.nearest import NONE, nearest
from rules.variants import variant

TOPICS = list(rules.topics().values())
NOTICE = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-31",
    "underrettet": "2026-09-15",
    "kraevet": "2026-09-20",
    "misligholdt_beloeb": 62800,
}


def told(data, key="underretning", **more):
    topic = rules.topic(key)
    return nearest(topic, topic.read(data), **more)


def test_what_somebody_did_comes_before_what_the_deadline_is_counted_from():
    found = told(NOTICE, told=["misligholdt", "underrettet"])
    assert found.text.startswith(
        "Havde »Dag for underretning« været 31. juli 2026 eller tidligere, var resultatet"
    )
    assert found.citation.replace("\u00a0", " ") == "FIL § 48"


def test_a_fact_of_the_story_comes_first():
    assert "privat kaution" in told(NOTICE, told=["privat_kautionist"]).text


def test_a_question_is_turned_by_its_answer():
    data = {
        "selvskyldner_formulering": False,
        "misligholdt": True,
        "forgaeves_udlaeg": False,
        "erhverv": False,
    }
    text = told(data, "kautionstype", told=["misligholdt"]).text
    assert text.startswith(
        "Havde svaret på »Er lånet misligholdt?« været nej, var resultatet blevet et andet: "
    )


def test_a_threshold_is_not_said_to_reach_where_it_does_not():
    """Not every day before it turns the outcome, or none is possible."""
    topic = rules.topic("sikringsakt")
    text = nearest(topic, variant(topic, 3).facts, told=list(topic.spec_of)).text
    assert "eller tidligere" not in text


def test_where_no_fact_alone_turns_it_that_is_said():
    topic = rules.topic("opgoerelse_ved_indfrielse")
    assert nearest(topic, variant(topic, 1).facts).text == NONE


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.key)
def test_every_sentence_is_whole_and_names_no_key(topic):
    for reading in topic.readings:
        for seed in range(5):
            text = nearest(topic, variant(topic, seed, reading).facts, reading, list(topic.spec_of)).text
            assert text.endswith(".")
            assert not set("{}[]_") & set(text)
            assert "None" not in text
