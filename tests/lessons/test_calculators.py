"""The calculators: figures by the rules, a picture with the same numbers as text, tables to take away."""

import re
from decimal import Decimal

import pytest

import rules
from lessons.calculation.tables import as_csv
from lessons.calculation.work import Work
from lessons.calculators import CALCULATORS, calculator
from tests.lessons.conftest import HTMX

pytestmark = pytest.mark.django_db

OFFERS = {
    "kreditbeloeb": "500.000",
    "rente_pa": "3,5",
    "loebetid_mdr": "360",
    "stiftelsesgebyr": "5.000",
    "b_kreditbeloeb": "500.000",
    "b_rente_pa": "3,6",
    "b_loebetid_mdr": "360",
}


def text(response):
    assert response.status_code == 200
    return response.content.decode().replace("\u00a0", " ")


def test_every_calculator_is_listed(as_student):
    html = text(as_student.get("/beregnere/"))
    for one in CALCULATORS:
        assert f'href="{one.get_absolute_url()}"' in html


@pytest.mark.parametrize("place", ["/laer/", "/regler/"])
def test_a_student_finds_them_where_they_are_looked_for(as_student, place):
    assert 'href="/beregnere/"' in text(as_student.get(place))


@pytest.mark.parametrize("one", CALCULATORS, ids=lambda one: one.slug)
def test_a_calculator_opens_with_an_example_its_figures_and_a_picture(as_student, one):
    html = text(as_student.get(one.get_absolute_url()))
    assert "Tallene er et eksempel" in html
    assert "<svg" in html
    assert "style=" not in html.split("<main")[1]
    assert 'href=""' not in html
    for line in Work(one, {}).lines:
        assert line.name in html
        assert line.cited
        assert len(line.cells) == len(Work(one, {}).heads)


@pytest.mark.parametrize("one", CALCULATORS, ids=lambda one: one.slug)
def test_a_calculator_shows_the_figures_that_its_topics_give(one):
    work = Work(one, {})
    for answer in work.answers:
        decision = answer.topic.decide(answer.facts)
        for key in answer.question.figures:
            printed = (
                decision.reading.figures[key].printed(decision.figures[key])
                if key in decision.figures
                else ""
            )
            assert not printed or any(printed in line.cells for line in work.lines)


@pytest.mark.parametrize("one", CALCULATORS, ids=lambda one: one.slug)
def test_a_calculator_asks_for_what_its_topics_know(one):
    known = {spec.name for topic in one.topics for spec in topic.specs}
    asked = [name for group in one.groups for name in group.names]
    assert set(asked) <= known
    assert len(asked) == len(set(asked))
    assert set(one.example) <= set(asked)


def test_two_offers_stand_side_by_side(as_student):
    html = text(as_student.get("/beregnere/aop/", OFFERS))
    assert "Tilbud A er billigst. ÅOP er 3,64 % i tilbud A og 3,66 % i tilbud B." in html
    row = re.search(r"Samlet tilbagebetaling.*?</tr>", html, re.DOTALL).group()
    assert re.findall(r'class="number">([^<]+)<', row) == ["813.279,20 kr.", "818.362,80 kr."]


def test_both_readings_are_told_where_they_differ(as_student):
    html = text(as_student.get("/beregnere/foertidig-indfrielse/"))
    assert "Pensum" in html
    assert "Loven siger: " in html
    assert "Loft over kompensationen" in html


def test_one_field_feeds_both_topics_of_a_calculator():
    work = Work(calculator("kautionsfrister"), {})
    first, second = work.form.facts()
    assert first.kraevet == second.kraevet


def test_a_change_is_answered_with_the_form_and_the_figures_alone(as_student):
    response = as_student.get("/beregnere/aop/", OFFERS, headers=HTMX)
    html = text(response)
    assert "<html" not in html
    assert 'id="beregner"' in html
    assert "data-besked=" in html


def test_what_cannot_be_is_told_beside_its_field_and_kept(as_student):
    response = as_student.get("/beregnere/aop/", OFFERS | {"rente_pa": "3.55", "kreditbeloeb": "meget"})
    html = response.content.decode()
    assert response.status_code == 422
    assert 'value="3.55"' in html
    assert 'value="meget"' in html
    assert "Mener du 3,55" in html


def test_an_offer_of_which_too_little_is_told_is_refused_beside_the_field(as_student):
    response = as_student.get("/beregnere/aop/", {"kreditbeloeb": "1000"})
    assert response.status_code == 422
    assert "Angiv kreditbeløb, rente og løbetid for tilbud A" in response.content.decode()


def test_an_offer_with_only_its_stated_aop_has_no_picture_and_no_table(as_student):
    html = text(as_student.get("/beregnere/aop/", {"aop_oplyst": "7", "b_aop_oplyst": "8"}))
    assert "Tilbud A er billigst" in html
    assert "<svg" not in html.split("<main")[1]
    assert ".csv" not in html


def test_the_plan_of_an_offer_is_a_file_that_a_danish_spreadsheet_opens(as_student):
    response = as_student.get("/beregnere/aop/tilbud-a.csv", OFFERS)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in response["Content-Disposition"]
    assert response.content.startswith(b"\xef\xbb\xbf")
    head, *rows = response.content.decode("utf-8-sig").splitlines()
    assert head == "Måned;Ydelse;Rente;Afdrag;Gebyr;Betales i alt;Restgæld"
    assert rows[0] == "1;2245,22;1458,33;786,89;0,00;2245,22;499213,11"
    assert len(rows) == 360
    assert rows[-1].endswith(";0,00")


def test_the_plan_adds_up_to_what_the_rules_say(as_student):
    response = as_student.get("/beregnere/aop/tilbud-a.csv", OFFERS)
    rows = [row.split(";") for row in response.content.decode("utf-8-sig").splitlines()[1:]]
    paid, _, principal = (sum(Decimal(row[at].replace(",", ".")) for row in rows) for at in (1, 2, 3))
    assert principal == 500000
    assert paid == Decimal("2245.22") * 360


def test_a_table_of_facts_that_cannot_be_is_the_page_that_says_why(as_student):
    response = as_student.get("/beregnere/aop/tilbud-a.csv", {"kreditbeloeb": "x"})
    assert response.status_code == 422
    assert "text/html" in response["Content-Type"]
    response = as_student.get("/beregnere/aop/tilbud-b.csv", {"aop_oplyst": "7"})
    assert response.status_code == 422


@pytest.mark.parametrize(
    "address", ["x/", "AOP/", "aop/x.csv", "raadighedsbeloeb/laanet.csv", "a" * 300 + "/"]
)
def test_what_is_no_calculator_is_not_found(as_student, address):
    assert as_student.get(f"/beregnere/{address}").status_code == 404


def test_a_file_keeps_semicolons_and_commas_apart():
    assert as_csv([["a;b", Decimal("1234.5")]]) == '\ufeff"a;b";1234,50\r\n'


def test_a_calculator_asks_the_database_for_nothing_of_its_own(as_student, count_queries):
    assert count_queries(as_student, "/beregnere/aop/") <= 4


def test_the_book_and_the_law_share_a_column_where_they_agree():
    assert Work(calculator("fortrydelsesfrist"), {}).heads == ("Bogen og loven",)
    assert rules.topic("fortrydelsesret").readings.keys() == {"pensum", "gaeldende_ret"}
