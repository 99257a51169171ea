"""The figure `vej`: the flow chart of a rule in a section, with the same as text and the path of given facts."""

import pytest

import rules
from authoring.shelf import Shelf
from lessons import figures
from lessons.blocks import split
from tests.factories import SectionFactory

FACTS = """facts:
  privat_kautionist: true
  misligholdt: 2026-01-31
  underrettet: 2026-09-15
  kraevet: 2026-09-15
  misligholdt_beloeb: 62800
"""


def block(body):
    return split(f":::figure vej\n{body}\n:::")[0]


def drawn(body, reading="pensum"):
    return figures.of_block(block(body), reading).replace("\u00a0", " ")


def check(body):
    return list(figures.check_block(block(body), Shelf([])))


@pytest.mark.parametrize("key", rules.topics())
def test_every_rule_can_be_drawn_with_all_its_steps_as_text(key):
    for reading in ("pensum", "gaeldende_ret"):
        html = drawn(f"topic: {key}", reading)
        law = rules.topic(key).reading_for(reading)
        steps = html.split('<ol class="reasons">')[1]
        assert html.count("<svg ") == 2
        assert steps.count("<li>") >= len(law.steps)
        assert "is-taken" not in html
        assert "{" not in steps


def test_with_facts_their_path_is_marked_and_told():
    html = drawn(f"topic: underretning\n{FACTS}")
    assert "is-taken" in html
    assert "Altså:</strong> Banken har tabt kravet mod kautionisten for den misligholdte del" in html


def test_the_book_as_it_is_turned_is_drawn_unless_the_author_says_which():
    body = f"topic: underretning\n{FACTS}"
    assert drawn(body) != drawn(body, "gaeldende_ret")
    assert 'class="meta">Gældende ret<' in drawn(body, "gaeldende_ret")
    assert drawn(f"{body}reading: pensum\n", "gaeldende_ret") == drawn(f"{body}reading: pensum\n")


def test_two_of_them_stand_on_one_page_without_sharing_an_id(as_student, db):
    section = SectionFactory(
        body=":::figure vej\ntopic: tilbehoer\n:::\n\n:::figure vej\ntopic: tilbehoer\n:::\n"
    )
    page = as_student.get(section.get_absolute_url()).content.decode()
    assert page.count('class="decision-path"') == 2
    assert 'id="' not in page.split('class="decision-path"')[1]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("topic: ukendt", "topic: "),
        (
            "titel: Noget\ntopic: tilbehoer",
            "titel: feltet kendes ikke her; brug facts, reading, title, topic",
        ),
        ("topic: tilbehoer\nreading: vejr", "reading: brug pensum eller gaeldende_ret, ikke »vejr«"),
        ("topic: underretning\nfacts:\n  vejr: sol", "facts."),
    ],
)
def test_what_is_wrong_is_said(body, told):
    assert check(body)[0].startswith(told)


def test_what_can_be_drawn_is_right():
    assert check("topic: tilbehoer") == check(f"topic: underretning\n{FACTS}") == []
