"""The pages of the rules."""

import pytest

import rules
from lessons import registry
from lessons.lab import Lab
from lessons.registry import Exercise
from tests.factories import SectionFactory

pytestmark = pytest.mark.django_db


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_every_topic_is_listed_under_its_group(as_student):
    html = text(as_student.get("/regler/"))
    for topic in rules.topics().values():
        assert f'href="/regler/{topic.key}/"' in html
    assert html.index("Kredit") < html.index("Gældsbreve")


@pytest.mark.parametrize("key", rules.topics())
def test_every_topic_has_its_page_with_question_steps_and_outcomes(as_student, key):
    topic = rules.topic(key)
    html = text(as_student.get(f"/regler/{key}/"))
    assert topic.title in html
    assert "Trin for trin" in html
    assert "Mulige udfald" in html
    for reading in topic.readings.values():
        assert f"<h3>{reading.title}" in html
    assert "{" not in html.split("<main")[1].split("</main>")[0], "a placeholder was not filled"


def test_both_readings_stand_side_by_side_and_say_when_they_were_checked(as_student):
    html = text(as_student.get("/regler/underretning/"))
    assert html.count('class="reading-column"') == 2
    assert "8. marts 2026" in html
    assert "Loven for aftaler før 20. november 2026" in html


@pytest.mark.parametrize("key", rules.topics())
def test_every_reading_is_drawn_with_its_steps_as_text_beside_it(as_student, key):
    columns = text(as_student.get(f"/regler/{key}/")).split('class="reading-column"')[1:]
    assert len(columns) == len(rules.topic(key).readings)
    for column in columns:
        figure, steps = column.split('<ol class="reasons">')
        assert figure.count("<svg ") == 2, "one wide, one narrow"
        assert 'role="img"' in figure
        assert "is-taken" not in figure
        assert "style=" not in figure
        assert ' id="' not in figure.split("<figure")[1]
        assert "<svg" not in steps


def test_where_the_answers_lead_is_told_without_the_figures_of_the_example():
    for key in rules.topics():
        for page in Lab(rules.topic(key), {}).readings:
            general = {str(outcome.value) for outcome in rules.topic(key).outcomes}
            assert set(page.outcomes) <= general
            led = {lead.to for step in page.steps for lead in step.leads}
            assert all(told in general or told.startswith("videre til trin") for told in led)


def test_the_usual_mistakes_are_not_told_before_a_try(as_student):
    html = text(as_student.get("/regler/underretning/"))
    for reading in rules.topic("underretning").readings.values():
        for mistake in reading.mistakes:
            assert mistake.remark not in html


def test_the_example_is_the_same_for_everybody(as_student, as_teacher):
    first, second = (text(client.get("/regler/factoring/")) for client in (as_student, as_teacher))
    story = Lab(rules.topic("factoring"), {}).variant.story.text.split("\n\n")[0].replace("\u00a0", " ")
    assert story[:40] in first.replace("\u00a0", " ")
    assert story[:40] in second.replace("\u00a0", " ")


def test_the_page_leads_to_the_sections_that_tell_of_the_rule(as_student):
    SectionFactory(title="Besked i tide", topics=["underretning"])
    SectionFactory(title="Noget andet", topics=[])
    html = text(as_student.get("/regler/underretning/"))
    assert "Besked i tide" in html
    assert "Noget andet" not in html


def test_the_apps_above_say_what_there_is_to_do(as_student, monkeypatch):
    monkeypatch.setattr(
        registry, "_exercises", [lambda user, keys: [Exercise(f"Sag om {keys[0]}", "/cases/x/")]]
    )
    assert "Sag om underretning" in text(as_student.get("/regler/underretning/"))


@pytest.mark.parametrize("key", ["findes-ikke", "Underretning", "0", "a" * 300])
def test_what_is_no_rule_is_not_found(as_student, key):
    assert as_student.get(f"/regler/{key}/").status_code == 404


def test_a_rule_costs_the_same_for_three_sections_and_for_three_hundred(as_student, count_queries):
    chapter = SectionFactory(topics=["underretning"]).chapter
    few = count_queries(as_student, "/regler/underretning/")
    assert few <= 8
    SectionFactory.create_batch(30, chapter=chapter, topics=["underretning"])
    assert count_queries(as_student, "/regler/underretning/") == few
