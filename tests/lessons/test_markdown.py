"""Markdown in, safe HTML out."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.markdown import render, slug_of, terms_in

# A tag with a handler or a style of its own, whatever stands in its quoted values.
HANDLER = re.compile(r"""<\w+(?:\s+[\w-]+(?:="[^"]*")?)*\s+(?:on\w+|style)\s*=""")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "[klik](JaVaScRiPt:alert(1))",
        "[klik](data:text/html,<script>alert(1)</script>)",
        "![](javascript:alert(1))",
        "<a href='#' onclick='alert(1)'>x</a>",
        "<svg onload=alert(1)>",
        "<iframe src='https://eksempel.test'></iframe>",
        "<style>body{display:none}</style>",
        "[[<script>|<img src=x onerror=alert(1)>]]",
        "[x](https://eksempel.test \"' onmouseover='alert(1)\")",
        "## <script>alert(1)</script>",
        "| a |\n|:-:|\n| <b onclick=alert(1)> |",
        "<form action=/x><input name=y></form>",
    ],
)
def test_nothing_that_runs_gets_through(text):
    html = render(text)
    for bad in (
        "<script",
        "<img",
        "<svg",
        "<iframe",
        "<style",
        "<form",
        "<input",
        ' href="javascript',
        ' href="data',
    ):
        assert bad not in html.lower()
    assert not HANDLER.search(html)


@given(st.text(max_size=300))
def test_any_text_becomes_html_without_scripts_and_styles(text):
    html = render(text)
    assert "<script" not in html.lower()
    assert not HANDLER.search(html)


def test_columns_are_aligned_by_classes_and_never_by_style():
    html = render("| a | b |\n|:-:|--:|\n| 1 | 2 |")
    assert 'class="text-center"' in html
    assert 'class="text-end"' in html
    assert "style" not in html
    assert 'scope="col"' in html


def test_headings_stand_below_the_pages_own_and_have_danish_addresses():
    html = render("# Gæld og ØL\n\n## Gæld og ØL\n")
    assert '<h2 id="gaeld-og-oel">' in html
    assert '<h2 id="gaeld-og-oel-2">' in html
    assert "<h1" not in html


@pytest.mark.parametrize(
    ("text", "slug"), [("Ægtefælle", "aegtefaelle"), ("  § 48!  ", "48"), ("Åben Ø", "aaben-oe"), ("***", "")]
)
def test_words_become_addresses(text, slug):
    assert slug_of(text) == slug


def test_a_term_links_to_its_page_with_the_words_of_the_text():
    html = render("En [[kautionist|kautionisten]] og en [[Simpel kaution]].")
    assert '<a class="term" href="/begreber/kautionist/" data-term="kautionist"' in html
    assert ">kautionisten</a>" in html
    assert "/begreber/simpel-kaution/" in html
    assert terms_in("[[a]] [[b|c]] [[a]]") == ["a", "b"]


@pytest.mark.parametrize("text", ["[[]]", "[[ ]]", "[[a", "[[|b]]", "[[a|]]", "[[\n]]"])
def test_half_a_term_is_just_text(text):
    assert "<script" not in render(text)


def test_the_first_mention_of_a_provision_becomes_a_link_and_no_other():
    html = render("Efter FIL § 48 og FIL § 48, stk. 6. Også gældsbrevslovens § 31.\n\nFIL § 48 igen.")
    assert html.count('href="/lov/fil-48/"') == 1
    assert '<a class="citation" href="/lov/gbl-31/"' in html


def test_a_paragraph_sign_stays_with_its_number():
    assert "FIL\u00a0§\u00a048, stk.\u00a06" in unescape(render("Se FIL § 48, stk. 6."))
    assert "12.500\u00a0kr." in unescape(render("Det koster 12.500 kr."))


def test_a_letter_that_is_a_word_is_no_part_of_the_section():
    assert 'href="/lov/kal-7c/"' in render("KAL § 7 c gælder.")
    assert 'href="/lov/kal-19/"' in render("KAL § 19 i loven.")


def test_provisions_in_headings_and_links_are_left_alone():
    assert "/lov/" not in render("## FIL § 48\n\n[FIL § 48](https://eksempel.test)")


def test_numbers_without_a_statute_are_no_provisions():
    assert "<a" not in render("Se § 48 ovenfor, afsnit 3 og XYZ § 4.")


def test_a_head_cell_without_words_is_no_head():
    html = render("| | Bogen |\n|---|---|\n| Frist | 6 |")
    assert html.count("<th") - html.count("<thead") == 1
    assert "<td></td>" in html
