"""Figures: who owes whom, and the registry in which a module of the folder stands by itself."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import figures
from lessons.figures import parties
from lessons.figures.parties import Debt, Security
from lessons.registry import Block
from tests.factories import SectionFactory

GIVEN = """title: Parterne i lånet
parties: {signe: Signe Brandt, bank: Vestbanken, mor: Lone Brandt}
debts:
  - {from: signe, to: bank, text: 2.000.000 kr.}
security:
  - {holder: bank, over: lejligheden, text: pant}
"""


def block(body=GIVEN, kind="parter"):
    return Block("figure", (kind,), {}, body, 3)


def faults(body, kind="parter"):
    return list(figures.check_block(block(body, kind), None))


def test_every_module_of_the_folder_with_a_figure_is_a_kind():
    assert {"parter", "tidslinje"} <= set(figures.kinds())


def test_the_picture_and_its_text_say_the_same():
    html = figures.of_block(block(), "pensum").replace("\u00a0", " ")
    assert "Signe Brandt skylder Vestbanken: 2.000.000 kr." in html
    assert "Vestbanken har sikkerhed i lejligheden: pant" in html
    assert ">lejligheden</text>" in html
    assert html.count('role="img"') == 2, "one wide drawing and one narrow"
    assert 'id="figur-3"' in html
    assert "style=" not in html


def test_numbers_in_the_picture_are_written_with_a_point():
    assert not re.search(r' (?:x|y|cx|cy|x1|width)="-?\d+,', figures.of_block(block(), "pensum"))


def test_what_an_author_writes_is_never_markup():
    html = parties.parties({"a": "<b>A</b>", "b": "B"}, [Debt("a", "b", "<script>")])
    assert "<b>" not in html
    assert "<script>" not in html


def test_a_case_draws_its_parties_without_a_block():
    html = parties.parties(
        {"k": "Køber", "s": "Sælger"}, [Debt("k", "s")], [Security("s", "bilen", "ejendomsforbehold")]
    )
    assert "Køber skylder Sælger" in html
    assert "Sælger har sikkerhed i bilen: ejendomsforbehold" in html


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("parties: {a: A}\n", "parties: skriv 2-6 parter"),
        ("title: Uden parter\n", "parties: skriv 2-6 parter"),
        (GIVEN.replace("from: signe", "from: peter"), "debts.1.from: »peter« er ingen af parterne"),
        (GIVEN.replace("to: bank", "to: signe"), "debts.1.to: ingen skylder sig selv"),
        (GIVEN.replace(", text: pant", ""), "security.1.text: feltet mangler"),
        (GIVEN.replace("over:", "i:"), "security.1.i: feltet kendes ikke her"),
        (GIVEN + "pile: 3\n", "pile: feltet kendes ikke her"),
        ("parties: {a: A, b: B}\ndebts: {from: a}\n", "debts: skal være en liste"),
        ("parties: [", "YAML"),
    ],
)
def test_what_is_wrong_with_the_parties_is_said(body, told):
    assert any(told in fault for fault in faults(body))


def test_a_figure_that_nobody_draws_is_refused_with_those_that_are():
    assert "brug en af: " in faults(GIVEN, "lagkage")[0]


DAYS = "topic: underretning\nfacts:\n  privat_kautionist: true\n  misligholdt: 2026-01-31\n  underrettet: 2026-09-15\n"
DAYS += "  kraevet: 2026-09-15\n  misligholdt_beloeb: 62800\n"


def test_a_timeline_follows_the_reading(as_outsider):
    section = SectionFactory(body=f":::figure tidslinje\ntitle: Fristen\n{DAYS}:::\n")
    page = as_outsider.get(section.get_absolute_url()).content.decode()
    assert "<figcaption>Fristen</figcaption>" in page
    assert "31. juli 2026: sidste frist" in page
    as_outsider.post("/laer/retsgrundlag/", {"retsgrundlag": "gaeldende_ret"})
    assert "30. april 2026: sidste frist" in as_outsider.get(section.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (DAYS.replace("underretning", "findes_ikke", 1), "topic: "),
        (DAYS.replace("2026-01-31", "i går"), "facts.misligholdt"),
        (DAYS + "farve: blå\n", "farve: feltet kendes ikke her"),
        (
            "topic: kautionstype\nfacts: {selvskyldner_formulering: true, misligholdt: true}\n",
            "to forskellige dage",
        ),
    ],
)
def test_what_is_wrong_with_a_timeline_is_said(body, told):
    assert any(told in fault for fault in faults(body, "tidslinje"))


def test_a_timeline_that_is_in_order_passes():
    assert faults(DAYS, "tidslinje") == []


names = st.text("abcdefghij ", min_size=1, max_size=40).filter(str.strip)


@given(st.lists(names, min_size=2, max_size=6), names)
def test_boxes_never_lie_upon_one_another_nor_outside(labels, said):
    people = {str(number): label for number, label in enumerate(labels)}
    last = str(len(labels) - 1)
    for width in (parties.WIDE, parties.NARROW):
        drawing = parties._draw(people, [Debt("0", last, said)], [Security("0", said, said)], width)
        for level in {head["y"] for head in drawing["heads"]}:
            boxes = sorted(
                (head["x"], head["x"] + head["width"]) for head in drawing["heads"] if head["y"] == level
            )
            assert boxes[0][0] >= 0
            assert boxes[-1][1] <= width
            assert all(right < left for (_, right), (left, _) in pairwise(boxes))
        for label in drawing["labels"]:
            assert label["x"] >= 0
            assert label["x"] + label["width"] <= width
            assert label["y"] + label["height"] < drawing["height"]
