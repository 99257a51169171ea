"""Chapters and sections: reading, marking, going on."""

import pytest

from lessons.models import Chapter, SectionRead
from tests.factories import (
    CaseFactory,
    ChapterFactory,
    ChecklistFactory,
    MembershipFactory,
    ProvisionFactory,
    QuestionFactory,
    QuizFactory,
    SectionFactory,
    SectionReadFactory,
    TermFactory,
    UserFactory,
)
from tests.lessons.conftest import HTMX, RULE

EXAMPLE = RULE.replace(":::rule", ":::example").replace("change: [misligholdt, underrettet, kraevet]\n", "")

pytestmark = pytest.mark.django_db


@pytest.fixture
def chapter(db):
    return ChapterFactory(slug="kaution", title="Kaution")


@pytest.fixture
def section(chapter):
    return SectionFactory(chapter=chapter, slug="hvad-er-kaution", title="Hvad er kaution?", order=10)


@pytest.fixture
def following(chapter):
    return SectionFactory(chapter=chapter, slug="to-slags", title="To slags", order=20)


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_the_chapters_say_how_far_one_has_come(as_student, student, section, following):
    SectionReadFactory(user=student, section=section)
    SectionReadFactory(section=following)
    html = text(as_student.get("/laer/"))
    assert "1 af 2 afsnit læst" in html
    assert '<progress max="2" value="1"' in html


def test_drafts_and_retired_sections_are_not_counted(as_student, chapter, section):
    SectionFactory(chapter=chapter, status="draft")
    SectionFactory(chapter=chapter, retired_at="2026-01-01T00:00Z")
    assert "0 af 1 afsnit læst" in text(as_student.get("/laer/"))


def test_a_chapter_lists_its_sections_in_order_and_leads_on(as_student, student, chapter, following, section):
    SectionReadFactory(user=student, section=section)
    html = text(as_student.get("/laer/kaution/"))
    assert html.index("Hvad er kaution?") < html.index("To slags")
    assert "Læs videre: To slags" in html


def test_a_section_stands_between_its_neighbours(as_student, section, following):
    html = text(as_student.get("/laer/kaution/hvad-er-kaution/"))
    assert "afsnit 1 af 2" in html
    assert 'aria-current="page"' in html
    assert 'rel="next" href="/laer/kaution/to-slags/"' in html
    assert 'rel="prev"' not in html
    last = text(as_student.get("/laer/kaution/to-slags/"))
    assert 'rel="prev"' in last
    assert "Til kapitlets oversigt" in last


def test_the_side_explains_the_terms_of_the_text(as_student, chapter):
    TermFactory(slug="kautionist", title="Kautionist", meaning="Den, der lover at betale for en anden.")
    TermFactory(slug="udlaeg", meaning="Står ikke i teksten.")
    found = SectionFactory(chapter=chapter, body="Her er [[kautionist|kautionisten]].")
    html = text(as_student.get(found.get_absolute_url()))
    assert 'id="begreb-kautionist"' in html
    assert "Den, der lover at betale for en anden." in html
    assert "Står ikke i teksten." not in html


def test_the_side_leads_to_the_rules_of_the_section(as_student, chapter):
    found = SectionFactory(chapter=chapter, topics=["underretning", "findes-ikke"])
    assert 'href="/regler/underretning/"' in text(as_student.get(found.get_absolute_url()))


def test_cards_of_terms_and_provisions_are_printed(as_student, chapter):
    TermFactory(slug="kaution", title="Kaution", meaning="At love at betale.", example="En mor lover.")
    ProvisionFactory(slug="fil-48", citation="FIL § 48", title="Kaution", meaning="Beskytter den private.")
    found = SectionFactory(
        chapter=chapter, body=":::term kaution\n:::\n\n:::provision FIL-48\n:::\n\n:::term findes-ikke\n:::\n"
    )
    html = text(as_student.get(found.get_absolute_url()))
    assert "At love at betale." in html
    assert "En mor lover." in html
    assert "Beskytter den private." in html


def test_an_example_is_computed(as_student, chapter):
    body = RULE.replace(":::rule", ":::example").replace("change:", "# change:")
    html = text(as_student.get(SectionFactory(chapter=chapter, body=body).get_absolute_url()))
    assert "31. juli 2026" in html.replace("\u00a0", " ")
    assert "Banken har tabt kravet" in html


def test_marking_a_section_as_read_without_javascript(as_student, student, section):
    response = as_student.post("/laer/kaution/hvad-er-kaution/laest/", {"laest": "ja"})
    assert response.url == "/laer/kaution/hvad-er-kaution/#laest"
    assert SectionRead.objects.get().user == student
    assert "Du har læst afsnittet." in text(as_student.get("/laer/kaution/hvad-er-kaution/"))


def test_marking_with_htmx_swaps_the_button_and_ticks_the_contents(as_student, section):
    html = text(as_student.post("/laer/kaution/hvad-er-kaution/laest/", {"laest": "ja"}, headers=HTMX))
    assert "Du har læst afsnittet." in html
    assert 'hx-swap-oob="true"' in html
    assert 'class="is-read"' in html
    assert "<html" not in html


def test_a_double_click_marks_once_and_the_mark_can_be_taken_away(as_student, section):
    for _ in range(2):
        as_student.post("/laer/kaution/hvad-er-kaution/laest/")
    assert SectionRead.objects.count() == 1
    as_student.post("/laer/kaution/hvad-er-kaution/laest/", {"laest": "nej"})
    assert not SectionRead.objects.exists()


def test_one_persons_reading_is_not_anothers(as_student, as_other_student, section):
    as_student.post("/laer/kaution/hvad-er-kaution/laest/")
    assert "Markér som læst" in text(as_other_student.get("/laer/kaution/hvad-er-kaution/"))


def test_reading_is_marked_by_post_only(as_student, section):
    assert as_student.get("/laer/kaution/hvad-er-kaution/laest/").status_code == 405


def test_an_old_address_leads_to_the_new_one(as_student, section):
    section.slug = "kaution-kort"
    section.save()
    response = as_student.get("/laer/kaution/hvad-er-kaution/")
    assert (response.status_code, response.url) == (301, "/laer/kaution/kaution-kort/")


def test_a_section_asked_for_under_another_chapter_leads_home(as_student, section):
    ChapterFactory(slug="gaeldsbreve")
    assert as_student.get("/laer/gaeldsbreve/hvad-er-kaution/").url == "/laer/kaution/hvad-er-kaution/"


@pytest.mark.parametrize(
    "address", ["/laer/findes-ikke/", "/laer/kaution/findes-ikke/", "/laer/a/b/regel/1/"]
)
def test_what_is_not_there_is_not_found(as_student, section, address):
    assert as_student.get(address).status_code == 404


def test_a_section_of_a_draft_chapter_is_not_read(as_student):
    found = SectionFactory(chapter=ChapterFactory(status="draft"))
    assert as_student.get(found.get_absolute_url()).status_code == 404
    assert as_student.post(f"{found.get_absolute_url()}laest/").status_code == 404


def test_a_teachers_own_section_is_not_read_by_strangers(as_outsider, chapter, teacher):
    found = SectionFactory(chapter=chapter, owner=teacher, title="Kun for mine")
    assert as_outsider.get(found.get_absolute_url()).status_code == 404
    assert "Kun for mine" not in text(as_outsider.get("/laer/kaution/"))


@pytest.mark.parametrize(
    "address",
    [
        "/laer/",
        "/laer/kaution/",
        "/laer/kaution/hvad-er-kaution/",
        "/laer/kaution/hvad-er-kaution/regel/1/",
        "/lov/",
        "/lov/fil-48/",
        "/begreber/",
        "/begreber/kaution/",
        "/regler/",
        "/regler/underretning/",
        "/beregnere/",
        "/beregnere/aop/",
        "/beregnere/aop/tilbud-a.csv",
    ],
)
def test_everything_that_is_read_asks_for_a_sign_in(anonymous, section, address):
    response = anonymous.get(address)
    assert response.status_code == 302
    assert response.url.startswith("/konto/log-ind/")


@pytest.mark.parametrize("who", ["as_student", "as_outsider", "as_teacher", "as_editor", "as_superuser"])
def test_everybody_who_is_signed_in_reads(request, who, section):
    client = request.getfixturevalue(who)
    assert "Kautionisten hæfter" in text(client.get("/laer/kaution/hvad-er-kaution/"))


def test_a_section_costs_the_same_with_three_of_everything_and_with_three_hundred(
    as_student, student, chapter, count_queries
):
    def body(many):
        terms = "".join(
            f"[[begreb-{number}]] :-)\n\n:::term begreb-{number}\n:::\n" for number in range(many)
        )
        provisions = "".join(f":::provision GBL-{number}\n:::\n" for number in range(1, many + 1))
        cases = f":::case {case.slug}\n:::\n" * many
        lists = f":::checklist {checklist.slug}\n:::\n" * many
        return terms + RULE + EXAMPLE + provisions + cases + lists

    case, checklist = CaseFactory(), ChecklistFactory()
    QuizFactory(questions=[QuestionFactory(topics=["underretning"])])
    MembershipFactory(user=student)
    for number in range(300):
        TermFactory(slug=f"begreb-{number}")
    ProvisionFactory(slug="gbl-1", citation="GBL § 1")
    found = SectionFactory(chapter=chapter, body=body(3), topics=["underretning"])
    few = count_queries(as_student, found.get_absolute_url())
    assert few <= 8
    SectionFactory.create_batch(30, chapter=chapter)
    found.body = body(300)
    found.save()
    assert count_queries(as_student, found.get_absolute_url()) == few


@pytest.mark.parametrize("address", ["/laer/", "/laer/kaution/"])
def test_lists_cost_the_same_for_three_and_for_thirty(as_student, chapter, count_queries, address):
    def fill(many):
        for found in SectionFactory.create_batch(many, chapter=chapter):
            SectionReadFactory(section=found)
        ChapterFactory.create_batch(many)

    fill(3)
    few = count_queries(as_student, address)
    assert few <= 8
    fill(27)
    assert count_queries(as_student, address) == few


def test_what_is_kept_of_a_person_is_handed_over_and_forgotten(section):
    from lessons import personal_data

    person, other = UserFactory(), UserFactory()
    SectionReadFactory(user=person, section=section)
    SectionReadFactory(user=other, section=section)
    assert personal_data.export(person)["laeste_afsnit"][0]["afsnit"] == "Hvad er kaution?"
    personal_data.erase(person)
    assert personal_data.export(person) == {"laeste_afsnit": [], "flueben": []}
    assert SectionRead.objects.get().user == other


def test_what_is_read_in_one_chapter_is_not_counted_in_another(student):
    section, other = SectionFactory(order=1), SectionFactory(order=2)
    read = SectionFactory(chapter=other.chapter, order=3)
    SectionReadFactory(user=student, section=read)
    counted = {chapter: chapter.read_count for chapter in Chapter.objects.with_progress(student)}
    assert counted == {section.chapter: 0, other.chapter: 1}


def test_my_page_tells_how_far_i_have_read(as_student, student):
    section = SectionFactory(chapter__title="Kaution")
    SectionReadFactory(user=student, section=section)
    page = as_student.get("/min-side/").content.decode()
    assert "1 af 1 afsnit" in page
