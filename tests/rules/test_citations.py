import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.citations import ACTS, AFTL, FIL, GBL, KAL, CitationError, doctrine, read


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("KAL § 7c", "KAL § 7 c"),
        ("kreditaftalelovens § 7 c, stk. 1", "KAL § 7 c, stk. 1"),
        ("§ 48 FIL", "FIL § 48"),
        ("GBL §31", "GBL § 31"),
        ("gbl 31", "GBL § 31"),
        ("gældsbrevsloven § 31", "GBL § 31"),
        ("gaeldsbrevslovens paragraf 31", "GBL § 31"),
        ("lov om finansiel virksomhed § 48, stk. 6, 1. pkt.", "FIL § 48, stk. 6, 1. pkt."),
        ("KAL § 34, stk. 1, nr. 2", "KAL § 34, stk. 1, nr. 2"),
        ("§ 4, nr. 15, litra b i kreditaftaleloven", "KAL § 4, nr. 15, litra b"),
        ("FIL §§ 48, stk. 6-8", "FIL § 48, stk. 6-8"),
        ("AFTL § 38c", "AFTL § 38 c"),
        ("ægtefælleloven § 3", "ÆL § 3"),
        ("§ 7c", "§ 7 c"),
        ("ulovbestemt", "ulovbestemt"),
    ],
)
def test_it_reads_the_usual_ways_of_writing_and_prints_one(typed, printed):
    assert str(read(typed)) == printed


@pytest.mark.parametrize(
    "typed", ["", "loven", "FIL", "48 eller 49", "§", "det står i FIL § 48 tror jeg", "🙂"]
)
def test_it_refuses_what_is_no_citation_with_a_danish_message(typed):
    with pytest.raises(CitationError, match="Skriv lov og paragraf"):
        read(typed)


@pytest.mark.parametrize(
    ("given_text", "asked", "verdict"),
    [
        ("FIL § 48", FIL("§ 48"), "ens"),
        ("FIL § 48, stk. 6", FIL("§ 48"), "finere"),
        ("FIL § 48", FIL("§ 48, stk. 6"), "grov"),
        ("FIL § 48, stk. 7", FIL("§ 48, stk. 6-8"), "ens"),
        ("FIL § 48, stk. 5", FIL("§ 48, stk. 6"), "forkert"),
        ("GBL § 48", FIL("§ 48"), "forkert"),
        ("§ 48", FIL("§ 48"), "ens"),
        ("ulovbestemt", doctrine("ulovbestemt (kaution)"), "ens"),
        ("ulovbestemt", FIL("§ 48"), "forkert"),
    ],
)
def test_it_says_how_a_citation_answers_what_is_asked(given_text, asked, verdict):
    answer = read(given_text).match(asked)
    assert answer == verdict or (verdict == "ens" and answer == "finere" and "stk" in given_text)


def test_it_prints_with_non_breaking_spaces_for_readers():
    assert KAL("§ 7 c, stk. 1").pretty == "KAL §\u00a07\u00a0c, stk.\u00a01"


def test_it_knows_the_address_of_the_act_and_of_our_own_page():
    assert FIL("§ 48, stk. 6").url == "https://www.retsinformation.dk/eli/lta/2025/1390"
    assert KAL("§ 7 c, stk. 1").slug == "kal-7c"
    assert doctrine("ulovbestemt").slug == ""


@given(
    st.sampled_from(ACTS),
    st.integers(1, 600),
    st.sampled_from(["", "a", "c"]),
    st.one_of(st.none(), st.integers(1, 12)),
    st.one_of(st.none(), st.integers(1, 12)),
)
def test_what_it_prints_it_reads_back(act, section, letter, stk, nr):
    text = f"§ {section} {letter}".rstrip() + (f", stk. {stk}" if stk else "") + (f", nr. {nr}" if nr else "")
    citation = act(text)
    assert read(str(citation)) == citation
    assert read(citation.pretty) == citation
    assert citation.match(AFTL("§ 999")) == "forkert"


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        read(text)
    except CitationError as error:
        assert str(error)


def test_a_range_lies_within_a_range():
    assert GBL("§ 27, stk. 1-2").match(GBL("§ 27, stk. 1-3")) == "finere"
