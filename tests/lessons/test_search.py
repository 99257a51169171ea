"""The search: what is found, by whom, and how it is shown."""

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.models import SearchEntry
from lessons.search import index
from lessons.search.finding import Search
from lessons.search.words import provisions_of, stem, words_of
from tests.factories import CaseFactory, ChapterFactory, ProvisionFactory, SectionFactory, TermFactory

pytestmark = pytest.mark.django_db


def page(client, query, **more):
    response = client.get("/soeg/", {"q": query, **more})
    assert response.status_code == 200
    return unescape(response.content.decode()).replace("\u00a0", " ")


def found(user, query):
    """The addresses that a person finds, by kind."""
    return {group.kind: [hit.url for hit in group.hits] for group in Search(user, query).groups}


@pytest.fixture
def loan():
    chapter = ChapterFactory(summary="")
    return SectionFactory(
        chapter=chapter, title="Om at skylde", body="## Først\n\nTekst.\n\n## Siden\n\nBanken giver lånet."
    )


@pytest.mark.parametrize("query", ["lån", "lånet", "lånene", "LÅN", "laan", "laanene", "la\u030an"])
def test_every_form_and_spelling_of_a_word_finds_it(student, loan, query):
    assert found(student, query)["section"] == [f"{loan.get_absolute_url()}#siden"]


def test_a_text_written_with_ae_and_oe_is_found_by_the_danish_letters(student):
    SectionFactory(body="Foraeldrene koeber boligen.")
    assert found(student, "forældre køber")["section"]


def test_a_word_is_found_at_the_beginning_of_a_longer_one_but_after_the_whole_word(student):
    longer = SectionFactory(body="Kautionsløftet, kautionsløftet, kautionsløftet.")
    whole = SectionFactory(body="Her er en kaution blandt mange andre ord i en længere tekst.")
    assert found(student, "kaution")["section"] == [whole.get_absolute_url(), longer.get_absolute_url()]


def test_all_words_are_asked_for_and_any_of_them_if_nothing_has_all(student):
    both = SectionFactory(body="Kaution med frist.")
    one = SectionFactory(body="Kaution alene.")
    assert found(student, "kaution frist")["section"] == [both.get_absolute_url()]
    assert found(student, "alene forsvundet")["section"] == [one.get_absolute_url()]


@pytest.mark.parametrize(
    "query", ["KAL § 34", "kal34", "§ 34 i kreditaftaleloven", "KAL § 34, stk. 1, nr. 2", "§34"]
)
def test_a_citation_finds_the_provision_and_what_cites_it(student, query):
    provision = ProvisionFactory(slug="kal-34", citation="KAL § 34", title="Gyldighed")
    section = SectionFactory(body="Kravene står i KAL § 34, stk. 1.")
    SectionFactory(body="Her står 34 kr. og FIL § 48.")
    hits = found(student, query)
    assert hits["provision"] == [provision.get_absolute_url()]
    assert hits["section"] == [section.get_absolute_url()]
    assert next(iter(hits)) == "provision"


def test_a_section_cited_without_its_act_is_found_by_it(student):
    section = SectionFactory(body="Kreditaftaleloven (KAL) gælder. Banken vurderer kunden (§ 7 c).")
    assert found(student, "KAL § 7c")["section"] == [section.get_absolute_url()]
    assert found(student, "§ 7 c")["section"] == [section.get_absolute_url()]
    assert "section" not in found(student, "§ 7")


def test_a_term_is_found_by_what_else_it_is_called_and_so_is_what_says_so(student):
    term = TermFactory(title="Forældrekaution", forms=["forældrekaution", "forældrekøb"], meaning="Et løfte.")
    section = SectionFactory(body="Om forældrekautionen.")
    for query in ("forældrekøb", "foraeldrekoeb"):
        assert found(student, query) == {
            "term": [term.get_absolute_url()],
            "section": [section.get_absolute_url()],
        }


def test_topics_and_cases_are_found_after_a_load(student):
    case = CaseFactory(title="Brevet, der kom for sent")
    index.rebuild()
    assert found(student, "brevet kom for sent")["case"] == [case.get_absolute_url()]
    assert "/regler/underretning/" in found(student, "underretning af kautionisten")["topic"]


def test_the_story_of_a_case_finds_it_and_is_not_shown(as_student, student):
    CaseFactory(title="En sag", summary="Kort.", story="Bageren købte en ovn {koebt}.")
    assert "case" in found(student, "bageren")
    assert "ovn" not in page(as_student, "bageren")


def test_a_draft_is_found_by_nobody(student, teacher):
    draft = SectionFactory(body="Hemmelig kladde.", status="draft", owner=teacher)
    SectionFactory(body="Hemmelig kladde.", chapter=ChapterFactory(status="draft"))
    assert not found(student, "hemmelig")
    assert not found(teacher, "hemmelig")
    draft.status = "published"
    draft.save()
    assert found(student, "hemmelig")


def test_what_a_teacher_owns_is_found_by_her_and_her_students_alone(
    student, teacher, outsider, other_student
):
    SectionFactory(body="Kun for holdet.", owner=teacher, chapter=ChapterFactory(owner=teacher))
    TermFactory(title="Holdets ord", owner=teacher)
    for person, finds in ((student, True), (teacher, True), (outsider, False), (other_student, False)):
        assert bool(found(person, "holdet")) == finds


def test_what_else_a_hidden_term_is_called_tells_nothing(outsider, teacher):
    TermFactory(title="Ukendt", forms=["ukendt", "kaution"], owner=teacher)
    SectionFactory(body="Om kaution.")
    assert not found(outsider, "ukendt")


def test_what_is_changed_is_found_by_its_new_words_alone(student, loan):
    loan.body = "Banken giver kreditten."
    loan.save()
    assert not found(student, "lånet")
    assert found(student, "kredit")["section"] == [loan.get_absolute_url()]


def test_what_is_retired_is_found_no_more(student, loan):
    loan.retired_at = "2026-01-01T00:00Z"
    loan.save()
    assert not SearchEntry.objects.filter(kind="section").exists()
    assert not found(student, "lånet")


def test_a_load_takes_out_what_is_gone_and_mends_what_is_wrong(student, loan):
    SearchEntry.objects.filter(kind="section").update(title="Galt", words="galt")
    SearchEntry.objects.create(kind="topic", key="findes-ikke", title="Væk", url="/", title_words="vaek")
    index.rebuild()
    assert found(student, "lånet")
    assert not found(student, "galt")
    assert not found(student, "væk")


def test_a_renamed_chapter_stands_over_its_sections(as_student, loan):
    loan.chapter.title = "Kreditter"
    loan.chapter.save()
    assert "Kreditter · Siden" in page(as_student, "lånet")


def test_results_are_grouped_with_an_excerpt_in_which_the_hit_is_marked(as_student, loan):
    TermFactory(title="Lån", meaning="Penge, der skal betales tilbage.")
    html = page(as_student, "lånene")
    assert html.index("Begreber") < html.index(">Afsnit ")
    assert "Banken giver <mark>lånet</mark>." in html
    assert "2 resultater for »lånene«" in html
    assert 'value="lånene"' in html


def test_what_is_marked_is_never_html_of_the_text(as_student):
    SectionFactory(title="Om <b>fed</b>", body="Vi skriver `<b>fed</b>` her.")
    raw = as_student.get("/soeg/", {"q": "fed"}).content.decode()
    assert "<b>" not in raw
    assert "&lt;b&gt;" in raw


def test_of_many_the_first_are_shown_and_a_link_leads_to_all(as_student):
    SectionFactory.create_batch(9, body="Om kaution.")
    assert page(as_student, "kaution").count("<h3>") == 5
    assert "Vis alle 9 afsnit" in page(as_student, "kaution")
    assert page(as_student, "kaution", kun="section").count("<h3>") == 9
    assert page(as_student, "kaution", kun="findes-ikke").count("<h3>") == 5


@pytest.mark.parametrize("query", ["", "   ", "!!!", "\x00", '"*(', "😀"])
def test_an_empty_query_says_what_can_be_searched(as_student, query):
    assert "Du kan søge på" in page(as_student, query)


def test_a_query_that_finds_nothing_says_so_and_leads_on(as_student):
    html = page(as_student, "xyzzy <b>")
    assert "Vi fandt ikke noget med »xyzzy <b>«" in html
    assert 'href="/begreber/"' in html


def test_words_that_say_nothing_are_asked_for_only_when_there_are_no_others():
    assert words_of("hvad er en kaution") == ["kaution"]
    assert words_of("og i") == ["og", "i"]


def test_a_number_alone_is_no_provision():
    assert provisions_of("34") == []
    assert provisions_of("6 måneder") == []
    assert provisions_of("par. 34") == ["par34"]


@settings(max_examples=25)
@given(
    query=st.text(max_size=60)
    | st.sampled_from(["a OR b", "NEAR(a b)", "a*", "-a", "{x}:y", "'; --", "x" * 5000])
)
def test_any_query_is_answered(as_student, query):
    assert as_student.get("/soeg/", {"q": query}).status_code == 200


@given(word=st.text(max_size=30))
def test_a_stem_is_plain_letters_and_digits(word):
    found = stem(word)
    assert not found or (found.isascii() and found.isalnum())


@pytest.mark.parametrize("query", ["kaution", "lånet i banken", "KAL § 34"])
def test_a_search_costs_the_same_queries_for_three_and_three_hundred(as_student, count_queries, query):
    def fill(many):
        SectionFactory.create_batch(many, body="Kaution for lånet i banken efter KAL § 34. " * 60)
        TermFactory.create_batch(many, meaning="Om lånet i banken.")

    fill(3)
    few = count_queries(as_student, f"/soeg/?q={query}")
    assert few <= 10
    fill(147)
    assert count_queries(as_student, f"/soeg/?q={query}") == few


def test_the_box_is_on_every_page_of_a_person_and_is_a_plain_form(as_student, anonymous):
    for address in ("/", "/laer/", "/min-side/"):
        html = as_student.get(address).content.decode()
        assert (
            '<form class="search" role="search" aria-label="Søg overalt" method="get" action="/soeg/">'
            in html
        )
    assert "/soeg/" not in anonymous.get("/konto/log-ind/").content.decode()
