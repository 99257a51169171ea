"""What a reading finds in the code of its steps."""

import rules
from rules.reading import reads


def test_a_step_asks_first_for_what_its_figures_are_worked_out_from():
    law = rules.topic("aop").reading_for("pensum")
    place = next(place for place in law.steps if place.key == "samme_aop")
    assert [figure.key for figure in place.figures] == ["ydelse_md", "aop", "b_ydelse_md", "b_aop"]


def test_facts_are_found_through_figures_and_helpers():
    topic = rules.topic("aop")
    facts, figures = reads(topic.reading_for("pensum").figures["aop"].function, set(topic.spec_of))
    assert {"rente_pa", "gebyr_laanes", "aop_oplyst"} <= facts
    assert not any(name.startswith("b_") for name in facts)
    assert [figure.key for figure in figures] == ["ydelse_md"]
