"""The provisions and the terms."""

import pytest

from lessons.danish_order import danish_order
from lessons.statutes import place_in_order
from tests.factories import ProvisionFactory, TermFactory

pytestmark = pytest.mark.django_db


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_provisions_stand_by_act_in_the_order_of_the_act(as_student):
    for citation, slug in (
        ("KAL § 34", "kal-34"),
        ("KAL § 7 c", "kal-7c"),
        ("GBL § 31", "gbl-31"),
        ("KAL § 7 a", "kal-7a"),
    ):
        ProvisionFactory(citation=citation, slug=slug)
    html = text(as_student.get("/lov/"))
    places = [html.index(f"/lov/{slug}/") for slug in ("gbl-31", "kal-7a", "kal-7c", "kal-34")]
    assert places == sorted(places)
    assert "Gældsbrevsloven" in html


def test_provisions_sort_by_number_then_letter_then_paragraph():
    texts = ["KAL § 34, stk. 10", "KAL § 7 c", "KAL § 34", "KAL § 34, stk. 2", "KAL § 7"]
    in_order = ["KAL § 7", "KAL § 7 c", "KAL § 34", "KAL § 34, stk. 2", "KAL § 34, stk. 10"]
    assert sorted(texts, key=place_in_order) == in_order


def test_much_used_provisions_are_marked(as_student):
    ProvisionFactory(much_used=True)
    assert "meget brugt" in text(as_student.get("/lov/"))


def test_a_provision_says_what_it_means_with_example_note_and_the_official_text(as_student):
    ProvisionFactory(
        slug="fil-48",
        citation="FIL § 48",
        title="Kaution",
        meaning="Beskytter.",
        example="En mor.",
        note="Bogen siger 6.",
    )
    html = text(as_student.get("/lov/fil-48/"))
    for said in (
        "Beskytter.",
        "En mor.",
        "Bogen siger 6.",
        "Redaktionens note",
        "retsinformation.dk",
        "/regler/underretning/",
    ):
        assert said in html


@pytest.mark.parametrize("slug", ["kal-99", "gbl-31", "kal-7c", "ael-6"])
def test_a_provision_that_is_not_written_yet_leads_to_the_official_text(as_student, slug):
    html = text(as_student.get(f"/lov/{slug}/"))
    assert "endnu ikke beskrevet" in html
    assert "https://www.retsinformation.dk/" in html


@pytest.mark.parametrize(
    "slug", ["xyz-1", "fil", "48", "fil-48-stk-6", "FIL-48", "fil-0x", "ulovbestemt", "---", "a" * 200]
)
def test_what_is_no_provision_is_not_found(as_student, slug):
    assert as_student.get(f"/lov/{slug}/").status_code == 404


def test_a_provision_keeps_its_old_address(as_student):
    provision = ProvisionFactory(slug="pligt-til-besked", citation="FIL § 48")
    provision.slug = "fil-48"
    provision.save()
    assert as_student.get("/lov/pligt-til-besked/").url == "/lov/fil-48/"


def test_terms_stand_in_the_order_of_the_danish_alphabet(as_student):
    for title in ("Ånd", "Zebra", "Ægte", "Øre", "Anke"):
        TermFactory(title=title)
    html = text(as_student.get("/begreber/"))
    places = [html.index(f">{title}<") for title in ("Anke", "Zebra", "Ægte", "Øre", "Ånd")]
    assert places == sorted(places)
    assert sorted(["å", "ø", "z", "æ", "a"], key=danish_order) == ["a", "z", "æ", "ø", "å"]


def test_a_term_says_what_it_means_and_where_it_stands(as_student):
    TermFactory(slug="kautionist", title="Kautionist")
    TermFactory(
        slug="kaution",
        title="Kaution",
        meaning="At love at betale.",
        example="En mor.",
        provisions=["FIL § 48"],
        see_also=["kautionist", "findes-ikke"],
    )
    html = text(as_student.get("/begreber/kaution/"))
    for said in ("At love at betale.", "En mor.", "/lov/fil-48/", "/begreber/kautionist/"):
        assert said in html


def test_what_is_no_term_is_not_found(as_student):
    assert as_student.get("/begreber/findes-ikke/").status_code == 404


def test_an_author_cannot_smuggle_anything_into_a_meaning(as_student):
    TermFactory(slug="kaution", meaning="<script>alert(1)</script> [x](javascript:alert(1))")
    html = text(as_student.get("/begreber/kaution/"))
    assert "<script>alert" not in html
    assert 'href="javascript' not in html


@pytest.mark.parametrize(("address", "factory"), [("/lov/", ProvisionFactory), ("/begreber/", TermFactory)])
def test_lists_cost_the_same_for_three_and_for_three_hundred(as_student, count_queries, address, factory):
    factory.create_batch(3)
    few = count_queries(as_student, address)
    assert few <= 8
    factory.create_batch(297)
    assert count_queries(as_student, address) == few


def test_no_page_of_the_law_costs_more_than_eight_queries(as_student, count_queries):
    ProvisionFactory(slug="fil-48", citation="FIL § 48")
    TermFactory(slug="kaution", see_also=["kaution"], provisions=["FIL § 48"])
    for address in ("/lov/fil-48/", "/lov/kal-99/", "/begreber/kaution/"):
        assert count_queries(as_student, address) <= 8
