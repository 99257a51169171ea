"""Amortisation and ÅOP as pictures, each with a text of the same content."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from lessons.figures.amortisering import amortisering, plan
from lessons.figures.aop import aop, kroner_of, points_of
from lessons.figures.bars import Bar, bars
from rules import finance
from rules.danish import half_up
from rules.kredit.aop.facts import tilbud_a
from rules.variants import variant

LOAN = {"hovedstol": 100000, "rente_pa": "6", "loebetid_mdr": 120}
OFFER = {
    "kreditbeloeb": 200000,
    "rente_pa": "6.5",
    "loebetid_mdr": 60,
    "stiftelsesgebyr": 1500,
    "loebende_gebyr_md": 25,
}


def drawings(html):
    """The pictures as XML: one wide, one narrow."""
    return [ET.fromstring(svg) for svg in re.findall(r'<svg class="chart .*?</svg>', html, re.DOTALL)]  # noqa: S314


def test_a_loan_is_told_in_words_and_year_by_year():
    html = amortisering(LOAN).replace("\u00a0", " ")
    assert "Ydelsen er 1.110,21 kr. om måneden" in html
    assert "renterne er i alt 33.225,20 kr." in html
    assert html.count("<tr>") == 11
    assert "0 kr.</td></tr></tbody>" in html


def test_a_loan_repaid_early_is_marked_with_its_debt():
    html = amortisering(LOAN | {"betalte_mdr": 48})
    left = half_up(finance.remaining(Decimal(100000), Decimal(6), 120, 48))
    assert "Efter 48 måneder er restgælden" in html
    assert f"{left:,.2f}".translate(str.maketrans(",.", ".,")) in html
    assert "chart-mark" in html


@given(
    principal=st.decimals(1, 10**8, places=2),
    rate=st.decimals(0, 100, places=2),
    months=st.integers(1, 600),
    length=st.sampled_from([1, 12]),
)
def test_a_plan_pays_the_whole_loan_and_nothing_else(principal, rate, months, length):
    periods = plan(principal, rate, months, length)
    assert periods[-1].debt == 0
    assert sum(one.principal for one in periods) == principal
    assert all(one.interest >= 0 and one.debt >= 0 for one in periods)
    assert all(one.paid == one.principal + one.interest for one in periods)


@given(rate=st.decimals(0, 100, places=2), months=st.integers(1, 600), stop=st.integers(0, 600) | st.none())
def test_any_loan_can_be_drawn(rate, months, stop):
    facts = {"hovedstol": 100000, "rente_pa": rate, "loebetid_mdr": months}
    html = amortisering(facts | ({"betalte_mdr": min(stop, months)} if stop is not None else {}))
    for drawing in drawings(html):
        width = float(drawing.get("viewBox").split()[2])
        for rect in drawing.iter("rect"):
            assert 0 <= float(rect.get("x")) <= width
            assert float(rect.get("width")) > 0


def test_the_parts_of_the_aop_make_the_whole():
    topic = rules.topic("aop")
    facts = topic.read(OFFER)
    parts = points_of(tilbud_a(facts))
    assert sum(parts.values()) == half_up(topic.decide(facts).figures["aop"])
    assert parts["Årlig rente"] == Decimal("6.5")
    assert parts["Stiftelsesgebyr"] > 0
    assert parts["Månedlige gebyrer"] > 0


def test_the_costs_in_kroner_are_those_of_the_rule():
    topic = rules.topic("aop")
    for seed in range(40):
        facts = variant(topic, seed).facts
        figures = topic.decide(facts).figures
        if figures["samlede_kreditomkostninger"] is not None:
            assert sum(kroner_of(tilbud_a(facts)).values()) == figures["samlede_kreditomkostninger"]


def test_one_offer_is_drawn_alone_and_two_with_their_difference():
    assert "Forskel" not in aop(OFFER)
    assert "Forskel" in aop(OFFER | {f"b_{name}": value for name, value in OFFER.items()})


def test_an_offer_without_terms_is_not_drawn():
    assert aop({"aop_oplyst": 7}) == ""


def test_facts_that_cannot_be_are_told():
    with pytest.raises(rules.FactError):
        aop({"kreditbeloeb": 1})


def test_every_amount_of_a_bar_stands_in_the_table():
    html = bars(
        "Krav", [Bar("A", {"Rest": Decimal(1000), "Rente": Decimal("2.5")}), Bar("B", {"Rest": Decimal(0)})]
    )
    for told in ("1.000 kr.", "2,50 kr.", "1.002,50 kr.", "0 kr.", "–"):
        assert f">{told}<" in html


def test_bars_of_one_part_tell_their_amounts_in_the_name_of_the_picture():
    html = bars(
        "Lån og sikkerhed", [Bar("Lån", {"Beløb": Decimal(5)}), Bar("Sikkerhed", {"Beløb": Decimal(0)})]
    )
    assert 'aria-label="Lån og sikkerhed. Lån: 5 kr. Sikkerhed: 0 kr."' in html
    assert "<table" not in html


def test_what_is_below_nothing_is_told_and_not_drawn():
    html = bars("Krav", [Bar("A", {"Rest": Decimal(-5), "Rente": Decimal(2)})])
    assert "\u22125 kr." in html
    assert [len(list(drawing.iter("rect"))) for drawing in drawings(html)] == [1, 1]


def test_names_are_escaped():
    html = bars("<b>", [Bar("<i>", {"<u>": Decimal(1), "x": Decimal(1)})])
    for tag in ("<b>", "<i>", "<u>"):
        assert tag not in html
