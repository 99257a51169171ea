"""The book turned to pensum or to gældende ret."""

import pytest

from lessons.content import check_text
from lessons.rendering import read_by, render_section
from tests.factories import CourseFactory, MembershipFactory, SectionFactory, TermFactory
from tests.lessons.conftest import HTMX, RULE

PAIR = """Begge kan læse det her.

:::reading pensum
Bogen siger seks måneder.
:::
:::reading gaeldende_ret
Loven siger tre måneder.
:::
"""


class Everything:
    """A shelf on which everything stands."""

    def has(self, kind, slug):
        return True


@pytest.fixture
def section(db):
    return SectionFactory(body=PAIR)


@pytest.fixture
def turn():
    def to(client, reading, back="/laer/", **how):
        return client.post("/laer/retsgrundlag/", {"retsgrundlag": reading, "videre": back}, **how)

    return to


def html(client, section):
    return client.get(section.get_absolute_url()).content.decode()


def test_a_reader_of_the_book_sees_the_books_passage_alone(as_outsider, section):
    page = html(as_outsider, section)
    assert "Bogen er slået op på <strong>Pensum</strong>" in page
    assert "Begge kan læse det her." in page
    assert "Bogen siger seks måneder." in page
    assert "Loven siger tre måneder." not in page


def test_a_turned_book_shows_the_laws_passage_alone_and_says_so(as_outsider, section, turn):
    assert turn(as_outsider, "gaeldende_ret", section.get_absolute_url()).url == section.get_absolute_url()
    page = html(as_outsider, section)
    assert "Bogen er slået op på <strong>Gældende ret</strong>" in page
    assert "Begge kan læse det her." in page
    assert "Bogen siger seks måneder." not in page
    assert "Loven siger tre måneder." in page


def test_the_whole_book_is_turned_until_it_is_turned_back(as_outsider, section, turn):
    other = SectionFactory(body=PAIR)
    turn(as_outsider, "gaeldende_ret")
    assert "Loven siger tre måneder." in html(as_outsider, other)
    turn(as_outsider, "pensum")
    assert "Bogen siger seks måneder." in html(as_outsider, other)


def test_one_persons_book_is_not_anothers(as_outsider, as_student, section, turn):
    turn(as_outsider, "gaeldende_ret")
    assert "Bogen siger seks måneder." in html(as_student, section)


def test_the_book_opens_at_the_reading_of_the_course_and_the_persons_choice_comes_first(
    as_outsider, outsider, section, turn
):
    MembershipFactory(user=outsider, course=CourseFactory(reading="gaeldende_ret"))
    assert "Loven siger tre måneder." in html(as_outsider, section)
    turn(as_outsider, "pensum")
    assert "Bogen siger seks måneder." in html(as_outsider, section)


@pytest.mark.parametrize("reading", ["", "bogen", "pensum\x00", "x" * 5000])
def test_a_reading_that_is_none_leaves_the_book_as_it_is(as_outsider, section, turn, reading):
    turn(as_outsider, "gaeldende_ret")
    assert turn(as_outsider, reading).status_code == 302
    assert "Loven siger tre måneder." in html(as_outsider, section)


@pytest.mark.parametrize(
    "back", ["", "https://ond.test/", "//ond.test/laer/", "/admin/", "/laer/\nX: y", "/findes/ikke/", "laer/"]
)
def test_nothing_that_is_sent_leads_out_of_the_book(as_outsider, turn, back):
    assert turn(as_outsider, "pensum", back).url == "/laer/"


def test_with_htmx_the_switch_leads_back_to_the_page_as_without(as_outsider, section, turn):
    response = turn(as_outsider, "gaeldende_ret", section.get_absolute_url(), headers=HTMX, follow=True)
    page = response.content.decode()
    assert 'id="siden"' in page
    assert 'data-besked="Bogen er nu slået op på Gældende ret."' in page


def test_the_side_explains_only_the_terms_that_the_reader_meets(as_outsider, turn):
    TermFactory(slug="restance", meaning="En ydelse, som ikke er betalt.")
    body = ":::reading pensum\n[[restance]]\n:::\n:::reading gaeldende_ret\nIntet.\n:::\n"
    found = SectionFactory(body=body)
    assert "En ydelse, som ikke er betalt." in html(as_outsider, found)
    turn(as_outsider, "gaeldende_ret")
    assert "En ydelse, som ikke er betalt." not in html(as_outsider, found)


def test_each_reader_meets_the_first_mention_of_a_provision_as_a_link():
    body = (
        ":::reading pensum\nFIL § 48 og FIL § 47.\n:::\n:::reading gaeldende_ret\nFIL § 48.\n:::\n"
        "FIL § 48 og FIL § 47."
    )
    parts = render_section(body, "x")
    assert parts[0]["html"].count("<a ") == 2
    assert parts[1]["html"].count("<a ") == 1
    assert parts[2]["html"].count("<a ") == 1
    assert [part["html"].count("<a ") for part in read_by(parts, "gaeldende_ret")] == [1, 1]


def test_an_author_sees_both_passages(as_editor, section):
    page = as_editor.get(f"/admin/lessons/section/{section.pk}/vis/").content.decode()
    assert "Bogen siger seks måneder." in page
    assert "Loven siger tre måneder." in page


def test_a_pair_is_in_order_also_with_a_note_between():
    between = PAIR.replace(":::\n:::reading", ":::\n:::note X\nHer skilles de.\n:::\n:::reading")
    assert list(check_text(PAIR, Everything())) == []
    assert list(check_text(between, Everything())) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (":::reading pensum\nAlene.\n:::\n", "skriv også »:::reading gaeldende_ret«"),
        (":::reading gaeldende_ret\nAlene.\n:::\n", "skriv også »:::reading pensum«"),
        (f":::reading pensum\nEn til.\n:::\n{PAIR}", "blok 1 (reading): passagen mangler sin mage"),
        (":::reading bogen\nAlene.\n:::\n", "skriv »:::reading pensum« eller »:::reading gaeldende_ret«"),
        (PAIR.replace("Loven siger tre måneder.", ""), "blok 2 (reading): blokken er tom"),
    ],
)
def test_a_passage_without_its_mate_is_refused(body, told):
    assert any(told in fault for fault in check_text(body, Everything()))


def test_a_rule_card_is_decided_by_the_reading_and_shows_both_where_they_part(as_outsider, turn):
    found = SectionFactory(body=RULE)
    page = html(as_outsider, found)
    assert page.index("Bogen siger: ") < page.index("Loven siger: ")
    assert "31. juli 2026: sidste frist" in page
    turn(as_outsider, "gaeldende_ret")
    page = html(as_outsider, found)
    assert page.index("Bogen siger: ") < page.index("Loven siger: ")
    assert "30. april 2026: sidste frist" in page
    sent = {"regel": "1", "regel1-misligholdt": "31-01-2026", "regel1-underrettet": "1/5-2026"}
    swapped = as_outsider.get(
        f"{found.get_absolute_url()}regel/1/", sent | {"regel1-kraevet": "15-09-2026"}, headers=HTMX
    ).content.decode()
    assert "30. april 2026: sidste frist" in swapped
