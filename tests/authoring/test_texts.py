"""Reading is strict, writing has one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.texts import BadText, markdown_file, read_yaml, write_yaml

MARKDOWN = markdown_file("body")


def test_no_is_a_word_and_a_clock_time_is_no_number():
    assert read_yaml("svar: no\ntid: 12:30\n") == {"svar": "no", "tid": "12:30"}


def test_a_doubled_key_is_refused_with_its_line():
    with pytest.raises(BadText, match="linje 2"):
        read_yaml("title: a\ntitle: b\n")


@pytest.mark.parametrize(
    "text", ["", "- a\n- b\n", "bare et ord", "a: [1", "a: b: c", "\x00", "!!python/object:os.system {}"]
)
def test_what_is_no_mapping_is_refused_in_danish(text):
    with pytest.raises(BadText, match=r"YAML|felter"):
        read_yaml(text)


def test_a_date_stays_the_text_that_was_written():
    assert read_yaml("dag: 2026-01-31\n") == {"dag": "2026-01-31"}
    assert write_yaml({"dag": "2026-01-31"}) == "dag: 2026-01-31\n"


def test_keys_keep_their_order():
    assert write_yaml({"b": 1, "a": 2}) == "b: 1\na: 2\n"


def test_text_of_several_lines_is_written_as_a_block():
    assert write_yaml({"a": "én\n\nto"}) == "a: |-\n  én\n\n  to\n"


words = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cs", "Co", "Cn"],
        exclude_characters="\u0085\u2028\u2029\ufeff",
    )
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abcdef", min_size=1), values, max_size=4))
def test_what_is_written_reads_back_the_same(data):
    assert read_yaml(write_yaml(data)) == data


def test_markdown_has_its_fields_in_front():
    text = "---\nslug: a\n---\n\n# Tekst\n\nmed --- i.\n"
    fields = MARKDOWN.read(text)
    assert fields == {"slug": "a", "body": "# Tekst\n\nmed --- i.\n"}
    assert MARKDOWN.write(fields) == text


def test_markdown_with_line_breaks_of_another_system_is_the_same_text():
    assert MARKDOWN.read("---\r\nslug: a\r\n---\r\n\r\nTekst\r\n") == {"slug": "a", "body": "Tekst\n"}


@pytest.mark.parametrize(
    "text", ["Tekst uden felter", "---\nslug: a\n", "---\nslug: a\nbody: b\n---\n\nTekst\n"]
)
def test_markdown_without_its_fields_is_refused(text):
    with pytest.raises(BadText):
        MARKDOWN.read(text)
