import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import topic
from rules.citations import ACTS, AFTL, FIL, GBL, KAL, Citation, CitationError, doctrine, read, read_all
from rules.grading import grade

WAYS = {
    "KAL § 7 c": """
        KAL § 7c | kal § 7C | Kal §7 C | KAL§7c | kal7c | kal 7 c | kal-7c | KAL § 7 c. | KAL §. 7 c |
        KAL, § 7 c | KAL: § 7 c | KAL - § 7 c | §7c kal | § 7 c KAL | § 7 c i KAL | § 7 c (KAL) |
        § 7c, kreditaftaleloven | KAL\u00a0§\u00a07\u00a0c | KAL\u202f§\u20097\u00a0c | KAL’s § 7 c |
        KAL's § 7 c | kreditaftaleloven § 7c | KREDITAFTALELOVENS § 7 C | Kreditaftalelovens paragraf 7 c |
        kreditaftalelov § 7 c | lov om kreditaftaler § 7 c | Kreditaftaleloven (KAL) § 7 c |
        kreditaftaleloven (KAL), § 7 c | Lov om kreditaftaler (kreditaftaleloven) § 7c |
        LBK nr. 817 af 2019 § 7 c | lovbekendtgørelse nr. 817 af 6. august 2019 § 7 c | LBK 817/2019 § 7 c |
        kreditaftaleloven paragraffen 7 c | Kreditaftalelovens par. 7 c | par 7c kal | pgf. 7 c KAL |
        paragraf 7c i kreditaftaleloven | jf. KAL § 7 c | jfr. KAL § 7 c | efter KAL § 7 c |
        ifølge KAL § 7 c | i henhold til KAL § 7 c | i medfør af kreditaftalelovens § 7 c | se KAL § 7 c |
        kreditaftaleloven, jf. § 7 c | KAL § 07 c
    """,
    "KAL § 7 c, stk. 1": """
        kreditaftalelovens § 7 c, stk. 1 | KAL § 7 c stk 1 | KAL §7c stk.1 | KAL § 7 c, STK. 1 |
        KAL § 7 c, 1. stk. | KAL § 7 c, stykke 1 | KAL § 7 c, første stykke | KAL § 7 c (1) | KAL § 7c(1) |
        KAL § 7 c. stk. 1 | § 7 c KAL, stk. 1 | § 7 c, stk. 1, i kreditaftaleloven
    """,
    "FIL § 48, stk. 6": """
        par 48 stk 6 fil | FIL §48 stk.6 | FIL § 48, 6. stk | § 48, stk. 6 FIL | fil 48 stk 6 | FIL 48,6 |
        FIL 48, 6 | FIL 48.6 | FIL § 48(6) | lov om finansiel virksomhed § 48, stk. 6 |
        Lov om Finansiel Virksomhed §48 stk 6 | finansiel virksomhedslov § 48, stk. 6 | FIL §§ 48, stk. 6
    """,
    "FIL § 48, stk. 6, 1. pkt.": """
        lov om finansiel virksomhed § 48, stk. 6, 1. pkt. | § 48, stk. 6, 1. pkt. FIL |
        FIL § 48, stk. 6, 1. punktum | FIL § 48, stk. 6, første pkt. | FIL § 48 stk 6 pkt 1 |
        FIL § 48, stk. 6, pkt. 1
    """,
    "FIL § 48, stk. 6-8": """FIL § 48, stk. 6–8 | FIL § 48, stk. 6 - 8 | FIL §48 stk 6-8 | FIL § 48, stk. 6‑8""",
    "KAL § 34, stk. 1, nr. 2": """
        KAL § 34 stk 1 nr 2 | KAL §34,stk.1,nr.2 | KAL 34, 1, 2 | KAL § 34(1)(2) |
        KAL § 34, stk. 1, nummer 2 | kal 34 stk1 nr2
    """,
    "KAL § 4, nr. 15, litra b": """
        § 4, nr. 15, litra b i kreditaftaleloven | KAL § 4 nr. 15 litra b | KAL § 4, nr. 15, b |
        KAL § 4 nr. 15b | KAL § 4, nr. 15 b) | KAL § 4, nr. 15, lit. b | KAL § 4, nr. 15, bogstav b
    """,
    "GBL § 31": """
        GBL §31 | gbl 31 | gældsbrevsloven § 31 | gaeldsbrevslovens paragraf 31 | gældsbrevlovens § 31 |
        lov om gældsbreve § 31 | GÆLDSBREVSLOVEN § 31
    """,
    "AFTL § 36": """aftalelovens paragraf 36 | § 36 i aftaleloven | Aftalelov § 36 | aftl 36""",
    "AFTL § 38 c": """AFTL § 38c | aftalelovens §38 c""",
    "ÆL § 3": """ægtefælleloven § 3 | aegtefaelleloven § 3 | ael § 3 | ÆL §3 | æl 3""",
    "FL § 5": """forældelsesloven § 5 | foraeldelseslovens § 5 | FÆL § 5 | lov om forældelse af fordringer § 5""",
    "RTL § 9 b": """rentelovens §9b | renteloven § 9 b""",
    "TL § 42 d": """TL §42d | tinglysningslovens § 42 d""",
    "RPL § 478, stk. 4": """retsplejelovens § 478, stk. 4""",
    "FLV § 11 a": """
        forbrugslånsvirksomhedsloven § 11a | lov om forbrugslånsvirksomheder § 11 a |
        forbrugslaansvirksomhedsloven § 11 a | forbrugsla\u030ansvirksomhedsloven § 11 a
    """,
    "GSB § 17": """
        god skik-bekendtgørelsen § 17 | bekendtgørelse om god skik for boligkredit § 17 | BEK 1443/2025 § 17 |
        bekendtgørelse nr. 1443 af 2025 § 17
    """,
    "lov 1322/2025 § 1, nr. 5": """
        lov nr. 1322 af 20. november 2025 § 1, nr. 5 | lov nr. 1322/2025 § 1 nr. 5 |
        LOV 1322/2025, § 1, nr. 5
    """,
    "KAL §§ 37-41": """KAL §§ 37 - 41 | KAL § 37–41 | kreditaftalelovens §§ 37-41 | §§ 37-41 KAL""",
    "KAL §§ 7 a-7 d": """KAL §§ 7a-7d | KAL § 7 a – 7 d""",
    "KAL § 34 i": """KAL § 34 i | KAL § 34i""",
    "KAL § 34": """§ 34 i KAL | KAL § 34 i.f. | KAL § 34 in fine | 34 kal""",
    "§ 7 c": """§ 7c | 7c | paragraf 7 c""",
    "§ 26, stk. 3, nr. 1": """jf. § 26, stk. 3, nr. 1 | jævnfør § 26 stk. 3 nr. 1""",
    "ulovbestemt": """Ulovbestemt | retspraksis | en retsgrundsætning""",
}


def each(ways):
    """The ways of a passage of the table."""
    return [way.strip() for way in ways.split("|")]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [pytest.param(typed, printed) for printed, ways in WAYS.items() for typed in (printed, *each(ways))],
)
def test_it_reads_the_usual_ways_of_writing_and_prints_one(typed, printed):
    assert str(read(typed)) == printed


def test_the_table_holds_the_ways_that_students_write():
    assert sum(len(each(ways)) for ways in WAYS.values()) > 120


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("AFTL §§ 36 og 38 c", "AFTL § 36 + AFTL § 38 c"),
        ("§§ 36 og 38 c", "§ 36 + § 38 c"),
        ("§§ 36 og 38 c i aftaleloven", "AFTL § 36 + AFTL § 38 c"),
        ("AFTL § 36 og § 38 c", "AFTL § 36 + AFTL § 38 c"),
        ("AFTL § 36/38 c", "AFTL § 36 + AFTL § 38 c"),
        ("AFTL §§ 36, 38 c", "AFTL § 36 + AFTL § 38 c"),
        ("KAL §§ 34, 35 og 36", "KAL § 34 + KAL § 35 + KAL § 36"),
        ("KAL § 34, 35", "KAL § 34 + KAL § 35"),
        ("KAL § 7 c og AFTL § 36", "KAL § 7 c + AFTL § 36"),
        ("§ 7 c i KAL og § 36 i AFTL", "KAL § 7 c + AFTL § 36"),
        ("KAL § 7 c, jf. § 36 i aftaleloven", "KAL § 7 c + AFTL § 36"),
        ("§ 48 FIL og § 47", "FIL § 48 + FIL § 47"),
        ("KAL § 34, stk. 1, jf. § 4, nr. 15", "KAL § 34, stk. 1 + KAL § 4, nr. 15"),
        ("KAL § 19, stk. 1, jf. stk. 2", "KAL § 19, stk. 1 + KAL § 19, stk. 2"),
        ("KAL § 19, stk. 1 og 2", "KAL § 19, stk. 1 + KAL § 19, stk. 2"),
        ("KAL § 34, stk. 1, nr. 1 og nr. 2", "KAL § 34, stk. 1, nr. 1 + KAL § 34, stk. 1, nr. 2"),
        ("KAL § 34, stk. 1, nr. 1 og 4", "KAL § 34, stk. 1, nr. 1 + KAL § 34, stk. 1, nr. 4"),
        ("KAL §§ 34, stk. 1, og 35", "KAL § 34, stk. 1 + KAL § 35"),
        ("FIL § 48, stk. 6, samt § 47", "FIL § 48, stk. 6 + FIL § 47"),
        ("KAL § 7 c og KAL § 7c", "KAL § 7 c"),
        ("KAL § 7 c", "KAL § 7 c"),
    ],
)
def test_it_reads_several_provisions_at_once(typed, printed):
    assert " + ".join(map(str, read_all(typed))) == printed


def test_where_one_is_asked_several_are_refused_by_name():
    with pytest.raises(CitationError, match="Skriv én bestemmelse ad gangen, fx AFTL § 36"):
        read("AFTL §§ 36 og 38 c")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "loven",
        "FIL",
        "48 eller 49",
        "§",
        "det står i FIL § 48 tror jeg",
        "🙂",
        "KAL § a",
        "KAL § 7 c stk",
        "KAL stk. 1",
        "§ 48 i loven",
        "paragraf syv",
        "KAL §§ 37-41, stk. 2",
        "KAL § 34, stk. 1, 2 og 3",
        "KAL § 34, b",
        "KAL §§ 41-37",
        "KAL § 34, stk. 3-1",
        "FIL § 12345",
        "KAL § 0",
        "Kreditaftalelovens kapitel 10",
        "stk. 1",
        "(1)",
        "nr. 2 KAL",
    ],
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
        ("FIL § 48, stk. 7", FIL("§ 48, stk. 6-8"), "finere"),
        ("FIL § 48, stk. 5", FIL("§ 48, stk. 6"), "forkert"),
        ("FIL § 48, stk. 6-8", FIL("§ 48, stk. 7"), "grov"),
        ("FIL § 48, stk. 5-7", FIL("§ 48, stk. 6-8"), "grov"),
        ("FIL § 48, stk. 1-5", FIL("§ 48, stk. 6-8"), "forkert"),
        ("FIL § 48, stk. 6-8", FIL("§ 48"), "finere"),
        ("FIL § 48, stk. 6, nr. 1", FIL("§ 48, stk. 6, 1. pkt."), "grov"),
        ("KAL § 4, nr. 15", KAL("§ 4, nr. 15, litra b"), "grov"),
        ("KAL § 4, nr. 15, litra a", KAL("§ 4, nr. 15, litra b"), "forkert"),
        ("KAL § 7", KAL("§ 7 a"), "forkert"),
        ("KAL §§ 34-36", KAL("§ 35"), "grov"),
        ("KAL §§ 34-36", KAL("§ 34, stk. 1"), "grov"),
        ("KAL §§ 7 a-7 d", KAL("§ 7 c"), "grov"),
        ("KAL §§ 7-8", KAL("§ 7 c"), "grov"),
        ("KAL §§ 7 d-8", KAL("§ 7 c"), "forkert"),
        ("KAL §§ 37-41", KAL("§ 42"), "forkert"),
        ("KAL §§ 37-41", KAL("§ 36"), "forkert"),
        ("KAL § 38", Citation(KAL, "37-41"), "finere"),
        ("GBL § 48", FIL("§ 48"), "forkert"),
        ("§ 48", FIL("§ 48"), "ens"),
        ("ulovbestemt", doctrine("ulovbestemt (kaution)"), "ens"),
        ("ulovbestemt", FIL("§ 48"), "forkert"),
    ],
)
def test_it_says_how_a_citation_answers_what_is_asked(given_text, asked, verdict):
    answer = read(given_text).match(asked)
    assert answer == verdict


def test_it_prints_with_non_breaking_spaces_for_readers():
    assert KAL("§ 7 c, stk. 1").pretty == "KAL §\u00a07\u00a0c, stk.\u00a01"


def test_it_knows_the_address_of_the_act_and_of_our_own_page():
    assert FIL("§ 48, stk. 6").url == "https://www.retsinformation.dk/eli/lta/2025/1390"
    assert KAL("§ 7 c, stk. 1").slug == "kal-7c"
    assert doctrine("ulovbestemt").slug == ""


SECTIONS = st.builds(
    lambda number, letter: f"{number} {letter}".strip(),
    st.integers(1, 1100),
    st.sampled_from(["", *"abcdefghijklmnopqrstuvwxyz"]),
)
COUNTS = st.one_of(
    st.just(""),
    st.integers(1, 24).map(str),
    st.tuples(st.integers(1, 9), st.integers(10, 24)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
)


@st.composite
def citations(draw):
    """Any provision of any act; a range of sections has no parts."""
    act = draw(st.sampled_from([None, *ACTS]))
    if draw(st.integers(0, 9)) == 0:
        low = draw(st.integers(1, 600))
        high, letters = low + draw(st.integers(1, 20)), st.sampled_from(["", " a", " d"])
        return Citation(act, f"{low}{draw(letters)}-{high}{draw(letters)}")
    return Citation(
        act,
        draw(SECTIONS),
        draw(COUNTS),
        draw(COUNTS),
        draw(st.sampled_from(["", "a", "b", "i"])),
        draw(st.sampled_from(["", "1", "2", "12"])),
    )


@given(citations())
def test_what_it_prints_it_reads_back(citation):
    assert read(str(citation)) == citation
    assert read(citation.pretty) == citation
    assert read(str(citation).upper()) == citation
    assert read(f"jf. {citation}.") == citation
    assert citation.match(AFTL("§ 9999")) == "forkert"
    assert citation.match(citation) == "ens"
    assert citation.covers(citation)


@given(st.lists(citations().filter(lambda citation: citation.act), min_size=1, max_size=4, unique=True))
def test_several_are_read_back_one_by_one(several):
    assert read_all(" og ".join(map(str, several))) == tuple(several)


@given(citations().filter(lambda citation: citation.act and not citation.section.endswith(" i")))
def test_an_act_that_comes_last_is_read_too(citation):
    bare = Citation(None, *(getattr(citation, part) for part in ("section", "stk", "nr", "litra", "pkt")))
    assert read(f"{bare} i {citation.act.name}") == citation
    assert read(f"{bare} {citation.act.key}") == citation


@given(citations(), citations())
def test_too_coarse_one_way_is_finer_or_as_coarse_the_other_way(one, other):
    verdicts = {one.match(other), other.match(one)}
    assert verdicts in ({"ens"}, {"grov"}, {"grov", "finere"}, {"forkert"}, {"finere"})


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        read(text)
    except CitationError as error:
        assert str(error)


def test_a_range_lies_within_a_range():
    assert GBL("§ 27, stk. 1-2").match(GBL("§ 27, stk. 1-3")) == "finere"


@pytest.mark.parametrize(
    ("typed", "status", "remark"),
    [
        ("KAL § 34, stk. 1", "rigtig", ""),
        ("KAL § 34, stk. 1, nr. 2", "rigtig", ""),
        ("KAL § 34", "rigtig", "Du har ret, men skriv det helt ud: KAL § 34, stk. 1."),
        ("§ 34", "rigtig", "Du har ret, men skriv det helt ud: KAL § 34, stk. 1."),
        ("kreditaftalelovens §§ 34-36", "rigtig", "Du har ret, men skriv det helt ud: KAL § 34, stk. 1."),
        ("§ 34, stk. 1", "rigtig", "Skriv også loven: KAL § 34, stk. 1."),
        ("KAL § 34, stk. 2", "forkert", "Spørgsmålet er reguleret i KAL § 34, stk. 1."),
        ("KAL § 34, stk. 1, og § 35", "forkert", "Spørgsmålet er reguleret i KAL § 34, stk. 1."),
        ("KAL §§ 34, stk. 1, og 50, stk. 2", "rigtig", ""),
    ],
)
def test_grading_accepts_what_is_right_and_says_when_it_is_too_coarse(typed, status, remark):
    retention = topic("ejendomsforbehold")
    terms = {"koebesum": 200000, "udbetaling": 40000, "skriftligt": True, "kreditgiver_er_saelger": True}
    found = grade(retention, retention.read(terms), {"jus": typed}, "gaeldende_ret")
    jus = next(answer for answer in found.answers if answer.key == "jus")
    assert (jus.status, jus.remark) == (status, remark)
