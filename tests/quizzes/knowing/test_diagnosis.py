import pytest

import rules
from quizzes import chance
from quizzes.knowing import simulation
from quizzes.knowing.diagnosis import NONE, Belief, Sheet, mistakes_of, next_task
from rules.variants import variant

READINGS = simulation.readings()


def test_before_the_first_answer_every_mistake_is_as_likely_as_none():
    law = rules.topic("underretning").reading_for("pensum")
    weights = set(Belief(law).weight.values())
    assert len(weights) == 1
    assert Belief(law).named == NONE


def test_a_student_who_counts_180_days_is_told_from_one_who_does_not():
    law = rules.topic("underretning").reading_for("pensum")
    belief = Belief(law)
    for seed in (1, 2):
        drawn = variant(law.topic, seed, "pensum", mistake="regner_180_dage")
        task = Sheet(law, drawn).task("sidste_frist")
        belief.hear(task, task.answer_of("regner_180_dage"))
    assert belief.named == "regner_180_dage"


def test_one_wrong_answer_alone_names_nothing():
    law = rules.topic("underretning").reading_for("pensum")
    belief = Belief(law)
    drawn = variant(law.topic, 1, "pensum", mistake="regner_180_dage")
    task = Sheet(law, drawn).task("sidste_frist")
    belief.hear(task, task.answer_of("regner_180_dage"))
    assert belief.named == NONE


@pytest.mark.parametrize("law", READINGS, ids=lambda law: f"{law.topic.key}-{law.key}")
def test_the_next_task_parts_the_mistakes_that_are_still_possible(law):
    belief = Belief(law)
    task = next_task(belief, chance.of(law.topic.key))
    assert len({task.answer_of(key) for key in belief.weight}) > 1


def test_students_with_one_mistake_are_named_in_at_most_four_tasks_in_nine_of_ten_runs():
    whole = simulation.Naming()
    for law in READINGS[::3]:
        whole.add(simulation.naming(law, 1))
    assert whole.runs > 150
    assert whole.within(4) >= 0.9


def test_a_student_who_holds_no_mistake_is_never_said_to_hold_one():
    for law in READINGS[::4]:
        belief, random = Belief(law), chance.of(law.topic.key, law.key)
        for _ in range(8):
            task = next_task(belief, random)
            belief.hear(task, task.right)
        assert belief.named == NONE


def test_every_mistake_that_answers_is_looked_for():
    for law in READINGS:
        assert {one.key for one in law.mistakes} == set(mistakes_of(law))
