"""The live rule card in a section: with htmx, without it, and with junk."""

import pytest

import rules
from lessons.rule_cards import RuleCard
from tests.factories import SectionFactory
from tests.lessons.conftest import HTMX, RULE

pytestmark = pytest.mark.django_db


@pytest.fixture
def section(db):
    return SectionFactory(body=f"Før kortet.\n\n{RULE}")


def sent(**changes):
    given = {"misligholdt": "31-01-2026", "underrettet": "15-09-2026", "kraevet": "15-09-2026", **changes}
    return {"regel": "1"} | {f"regel1-{name}": value for name, value in given.items()}


def test_the_card_answers_before_anything_is_changed(as_student, section):
    html = as_student.get(section.get_absolute_url()).content.decode()
    assert "Prøv reglen: Underretning af kautionisten" in html
    assert 'value="31-01-2026"' in html
    assert "Bogen siger: " in html
    assert "Loven siger: " in html
    assert 'href="/lov/fil-48/"' in html


def test_the_card_asks_only_for_the_facts_that_may_be_changed(as_student, section):
    html = as_student.get(section.get_absolute_url()).content.decode()
    assert html.count('name="regel1-') == 3


def test_a_change_answers_at_once_with_the_card_alone(as_student, section):
    response = as_student.get(
        f"{section.get_absolute_url()}regel/1/", sent(underrettet="31/7-2026"), headers=HTMX
    )
    html = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in html
    assert 'data-besked="Bankens krav mod kautionisten er i behold."' in html


def test_without_htmx_the_change_leads_back_to_the_section(as_student, section):
    response = as_student.get(f"{section.get_absolute_url()}regel/1/", sent(underrettet="31-07-2026"))
    assert response.status_code == 302
    assert response.url.startswith(f"{section.get_absolute_url()}?regel=1")
    assert response.url.endswith("#regel-1")


def test_without_javascript_the_section_itself_takes_the_change(as_student, section):
    response = as_student.get(section.get_absolute_url(), sent(underrettet="31-07-2026"))
    assert response.status_code == 200
    html = response.content.decode()
    assert "krav mod kautionisten er i behold" in html
    assert "Før kortet." in html


@pytest.mark.parametrize("address", ["", "regel/1/"])
def test_what_cannot_be_is_refused_beside_its_field_and_kept(as_student, section, address):
    headers = HTMX if address else {}
    response = as_student.get(
        section.get_absolute_url() + address, sent(underrettet="i går"), headers=headers
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert 'value="i går"' in html
    assert "Skriv datoen som dag-måned-år" in html
    assert "autofocus" in html


def test_an_order_of_days_that_cannot_be_is_refused(as_student, section):
    response = as_student.get(section.get_absolute_url(), sent(underrettet="01-01-2020"))
    assert response.status_code == 422
    assert "ikke ligge før" in response.content.decode()


def test_a_change_goes_to_its_own_card(as_student):
    section = SectionFactory(body=RULE + RULE)
    html = as_student.get(section.get_absolute_url(), sent(underrettet="i går")).content.decode()
    assert html.count('value="i går"') == 1


@pytest.mark.parametrize("number", [0, 2, 99, 10**12])
def test_a_card_that_is_not_there_is_not_found(as_student, section, number):
    assert as_student.get(f"{section.get_absolute_url()}regel/{number}/", headers=HTMX).status_code == 404


@pytest.mark.parametrize("value", ["", "abc", "-1", "1; drop", "1" * 500, "\x00", "æ"])
def test_a_card_number_that_is_no_number_changes_nothing(as_student, section, value):
    assert as_student.get(section.get_absolute_url(), {"regel": value}).status_code == 200


def test_the_card_leads_to_the_page_of_its_rule(as_student, section):
    html = as_student.get(section.get_absolute_url()).content.decode()
    assert '<a href="/regler/underretning/">Se hele reglen</a>' in html


def test_readings_that_part_only_in_a_figure_show_that_figure():
    facts = {"koebesum": 100000, "udbetaling": 30000, "skriftligt": True, "kreditgiver_er_saelger": True}
    html = RuleCard(rules.topic("ejendomsforbehold"), facts | {"kontantpris": 90000}, []).render(None)
    assert html.split("<details")[0].count(">Mindste udbetaling: ") == 2
