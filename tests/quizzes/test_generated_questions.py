"""Every question that the rules can make has one right answer and wrong ones that differ from it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rules
from quizzes import generated
from rules.grading import same
from rules.reading import JUS, OUTCOME
from rules.variants import variant

EVERYTHING = [
    pytest.param(topic.key, reading, ask.key, id=f"{topic.key}-{reading}-{ask.key}")
    for topic in rules.topics().values()
    for reading in topic.readings
    for ask in generated.askable(topic, reading)
]
seeds = st.integers(0, 2**31 - 1)


@pytest.mark.parametrize(("topic", "reading", "ask"), EVERYTHING)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=seeds)
def test_one_answer_is_right_and_no_two_are_alike(topic, reading, ask, seed):
    made = generated.make(topic, ask, seed, reading)
    texts = [" ".join(option.text.split()).casefold() for option in made.options]
    assert [option.right for option in made.options].count(True) == 1
    assert 2 <= len(texts) == len(set(texts)) <= 4
    assert all(texts)
    assert made.text.strip()
    assert made.story.strip()
    assert made.provisions


@pytest.mark.parametrize(("topic", "reading", "ask"), EVERYTHING)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=seeds)
def test_every_wrong_answer_has_a_remark_without_open_places(topic, reading, ask, seed):
    for option in generated.make(topic, ask, seed, reading).options:
        assert option.remark.strip()
        assert not set("{}[]|") & set(option.remark + option.text)


@pytest.mark.parametrize(("topic", "reading", "ask"), EVERYTHING)
def test_the_right_answer_is_what_the_rules_say_and_no_wrong_one_is_within_tolerance(topic, reading, ask):
    made = generated.make(topic, ask, 11, reading)
    law = rules.topic(topic).reading_for(reading)
    decision = rules.topic(topic).decide(rules.topic(topic).read(made.made_from["facts"]), reading)
    right = next(option for option in made.options if option.right)
    if ask == OUTCOME:
        assert right.text == law.choices[decision.outcome]
    elif ask in law.figures and right.rank is not None:
        figure = law.figures[ask]
        assert same(right.rank, decision.figures[ask], figure.tolerance)
        wrong = [option for option in made.options if not option.right]
        assert not any(same(option.rank, right.rank, figure.tolerance) for option in wrong)


def test_the_same_seed_makes_the_same_question():
    assert generated.make("underretning", "sidste_frist", 5, "pensum") == generated.make(
        "underretning", "sidste_frist", 5, "pensum"
    )


def test_another_seed_makes_other_facts():
    stories = {generated.make("underretning", "sidste_frist", seed, "pensum").story for seed in range(6)}
    assert len(stories) > 3


def test_a_wrong_answer_comes_from_the_mistake_with_its_remark():
    made = generated.make("underretning", "sidste_frist", 3, "pensum", mistake="regner_180_dage")
    option = next(option for option in made.options if option.mistake == "regner_180_dage")
    assert "180 dage" in option.remark
    assert not option.right


def test_a_mistake_about_a_deadline_can_turn_the_outcome():
    made = generated.make("underretning", OUTCOME, 3, "pensum", mistake="regner_180_dage")
    option = next(option for option in made.options if option.mistake == "regner_180_dage")
    assert option.text == "Banken har tabt kravet mod kautionisten for den misligholdte del."


def test_amounts_and_dates_stand_in_order_of_size():
    for seed in range(10):
        made = generated.make("underretning", "sidste_frist", seed, "pensum")
        ranks = [option.rank for option in made.options]
        assert ranks == sorted(ranks)


def test_the_right_answer_has_no_place_of_its_own():
    places = {
        next(place for place, option in enumerate(made.options) if option.right)
        for made in (generated.make("underretning", JUS, seed, "pensum") for seed in range(30))
    }
    assert len(places) == 4


@pytest.mark.parametrize(("topic", "reading"), sorted({param.values[:2] for param in EVERYTHING}))
def test_no_fact_that_is_out_of_the_ordinary_is_kept_from_the_student(topic, reading):
    law = rules.topic(topic)
    for seed in range(20):
        drawn = variant(law, seed, reading)
        beside = {fact["label"] for fact in generated.untold(drawn, reading)}
        for spec in law.specs:
            usual = law.plain(drawn.facts)[spec.name] == spec.default
            if spec.reading in (None, reading) and not usual:
                assert spec.name in drawn.story.told or spec.label in beside


def test_where_the_readings_part_both_are_told():
    made = generated.make("underretning", "sidste_frist", 3, "pensum")
    assert [side["title"] for side in made.parted["sides"]] == ["Pensum", "Gældende ret"]


@pytest.mark.parametrize(
    ("topic", "ask", "mistake", "said"),
    [
        ("findes_ikke", "outcome", "", "findes_ikke"),
        ("underretning", "findes_ikke", "", "findes_ikke"),
        ("underretning", "sidste_frist", "findes_ikke", "findes_ikke"),
        ("underretning", "er_privat", "taeller_foerste_dag_med", "fælde"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(topic, ask, mistake, said):
    assert said in generated.fault(topic, ask, "pensum", mistake)


def test_what_can_be_asked_has_no_fault():
    assert generated.fault("underretning", "sidste_frist", "pensum", "regner_180_dage") == ""
