"""Finding the blocks of a section, and what becomes of them."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import registry
from lessons.blocks import BlockError, split
from lessons.registry import Block
from lessons.rendering import render_section, show

NOTE = ':::note F01 kilde="FIL § 48, stk. 6" tjekket=2026-03-08\nBogen siger seks måneder.\n:::\n'


def test_a_text_is_split_at_its_blocks():
    pieces = split(f"Før.\n\n{NOTE}\nEfter.")
    assert pieces[0].strip() == "Før."
    assert pieces[1] == Block(
        "note",
        ("F01",),
        {"kilde": "FIL § 48, stk. 6", "tjekket": "2026-03-08"},
        "Bogen siger seks måneder.",
        1,
    )
    assert pieces[2].strip() == "Efter."


def test_blocks_are_numbered_within_their_section():
    assert [piece.number for piece in split(NOTE * 3)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (":::note\ntekst", "linje 1: blokken »note« er ikke lukket"),
        ("tekst\n:::\n", "linje 2: »:::« lukker ingen blok"),
        (":::note\n:::term a\n:::\n", "linje 2: blokken fra linje 1 er ikke lukket"),
        (':::note "\n:::\n', "linje 1: et citationstegn mangler sin mage"),
    ],
)
def test_a_block_that_opens_or_closes_wrongly_is_refused_with_its_line(text, told):
    with pytest.raises(BlockError, match=told):
        split(text)


def test_a_note_says_whose_it_is_its_source_and_when_it_was_checked():
    (part,) = render_section(NOTE, "x")
    assert "<strong>Redaktionens note.</strong> Bogen siger seks måneder." in part["html"]
    assert "Kilde: " in part["html"]
    assert "Tjekket 8. marts 2026." in unescape(part["html"]).replace("\u00a0", " ")
    assert 'role="note"' in part["html"]


def test_a_table_has_its_caption():
    (part,) = render_section(":::table\nFrister\n\n| a | b |\n|---|---|\n| 1 | 2 |\n:::\n", "x")
    assert '<table class="table"><caption>Frister</caption>' in part["html"]


def test_live_blocks_wait_for_their_reader():
    parts = render_section("Tekst.\n\n:::term kaution\n:::\n", "x")
    assert parts[1] == {"name": "term", "args": ("kaution",), "options": {}, "body": "", "number": 1}


def test_a_draft_with_an_open_block_is_still_shown():
    (part,) = render_section(":::note\nuden slutning", "x")
    assert "uden slutning" in part["html"]


def test_a_block_that_nobody_knows_is_named_on_the_page(rf):
    (shown,) = show(rf.get("/"), render_section(":::findes-ikke\n:::\n", "x")).parts
    assert "findes-ikke" in shown


def test_blocks_of_one_name_are_prepared_together(rf, monkeypatch):
    calls = []
    monkeypatch.setattr(registry, "_types", {})
    registry.register_block(
        "tal",
        lambda request, block, prepared: f"<b>{prepared + block.number}</b>",
        lambda request, blocks: calls.append(blocks) or 10,
    )
    page = show(rf.get("/"), render_section(":::tal\n:::\n" * 3, "x"))
    assert page.parts == ["<b>11</b>", "<b>12</b>", "<b>13</b>"]
    assert len(calls) == 1


@given(st.text(":n\n \"'=a|-", max_size=80))
def test_any_text_renders_or_stays_a_draft(text):
    assert isinstance(render_section(text, "x"), list)
