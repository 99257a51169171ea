"""A chapter and the whole book on paper."""

import pytest

from tests.factories import ChapterFactory, ProvisionFactory, SectionFactory, TermFactory
from tests.lessons.conftest import RULE

pytestmark = pytest.mark.django_db


@pytest.fixture
def chapter():
    return ChapterFactory(slug="kaution", title="Kaution", order=10)


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_a_chapter_is_printed_with_all_its_sections_in_order(as_student, chapter):
    SectionFactory(chapter=chapter, title="Siden", order=20)
    SectionFactory(chapter=chapter, title="Først", order=10, goals=["Du kan sige hvorfor."])
    SectionFactory(title="Et andet kapitel")
    html = text(as_student.get("/laer/kaution/print/"))
    assert html.index("Først") < html.index("Du kan sige hvorfor.") < html.index("Siden")
    assert "Et andet kapitel" not in html


def test_the_book_is_printed_with_every_chapter_and_a_list_of_them(as_student, chapter):
    SectionFactory(chapter=chapter, title="Hvad er kaution?", slug="hvad-er-kaution")
    SectionFactory(chapter=ChapterFactory(title="Gældsbreve", order=5), title="Et papir")
    html = text(as_student.get("/laer/print/"))
    assert html.index("Gældsbreve") < html.index("Kaution")
    assert '<a href="#hvad-er-kaution">Hvad er kaution?</a>' in html


def test_headings_stand_below_the_section_and_ids_are_its_own(as_student, chapter):
    for slug in ("a", "b"):
        SectionFactory(chapter=chapter, slug=slug, body="## Reglen\n\nTekst.\n\n### Under\n")
    html = text(as_student.get("/laer/kaution/print/"))
    assert '<h3 id="a-reglen"><a class="anchor" href="#a-reglen">' in html
    assert '<h4 id="b-under">' in html


def test_links_to_elsewhere_become_footnotes_with_short_addresses(as_student, chapter):
    link = "Se [vejledningen](https://www.eksempel.test/a/) og [igen](https://www.eksempel.test/a/)."
    SectionFactory(chapter=chapter, body=link)
    html = text(as_student.get("/laer/kaution/print/"))
    assert "vejledningen<sup>1</sup>" in html
    assert "igen<sup>1</sup>" in html
    assert "<li>eksempel.test/a</li>" in html


def test_the_words_and_the_acts_stand_at_the_end_of_the_chapter(as_student, chapter):
    TermFactory(title="Kaution", slug="kaution", forms=["kaution"], meaning="At love at betale.")
    ProvisionFactory(slug="fil-48", citation="FIL § 48")
    SectionFactory(chapter=chapter, body="En kaution efter FIL § 48.")
    html = text(as_student.get("/laer/kaution/print/"))
    assert html.index("Ord i kapitlet") < html.index("At love at betale.")
    assert "<li>Lov om finansiel virksomhed (FIL): retsinformation.dk/eli/lta/2025/1390</li>" in html


def test_a_rule_is_printed_with_its_facts_and_answer_and_without_its_form(as_student, chapter):
    SectionFactory(chapter=chapter, body=f"{RULE}\n{RULE}")
    html = text(as_student.get("/laer/kaution/print/"))
    main = html[html.index("<main") : html.index("</main>")]
    assert "<form" not in main
    assert "31. januar 2026" in main.replace("\u00a0", " ").replace("&nbsp;", " ")
    assert "Bogen siger" in main
    assert main.count('id="regel-1-tid"') == main.count('id="regel-2-tid"') == 1


def test_a_section_alone_is_printed_as_well_as_in_its_chapter(as_student, chapter):
    TermFactory(title="Kaution", slug="kaution", forms=["kaution"], meaning="At love at betale.")
    ProvisionFactory(slug="fil-48", citation="FIL § 48")
    body = "## Reglen\n\nEn kaution efter FIL § 48. Se [her](https://www.eksempel.test/a/).\n"
    section = SectionFactory(chapter=chapter, slug="besked", body=body)
    SectionFactory(chapter=chapter, title="Et andet afsnit", body="[Der](https://www.eksempel.test/b/)")
    html = text(as_student.get("/laer/kaution/besked/print/"))
    assert '<h3 id="besked-reglen">' in html
    assert "her<sup>1</sup>" in html
    assert (
        html.index("Ord i afsnittet") < html.index("At love at betale.") < html.index("eksempel.test/a</li>")
    )
    assert "Et andet afsnit" not in html
    assert "eksempel.test/b" not in html
    assert 'href="/laer/kaution/besked/print/"' in text(as_student.get(section.get_absolute_url()))


def test_an_old_address_of_a_section_leads_to_the_new_one_on_paper(as_student, chapter):
    section = SectionFactory(chapter=chapter, slug="besked")
    section.slug = "besked-i-tide"
    section.save()
    response = as_student.get("/laer/kaution/besked/print/")
    assert (response.status_code, response.url) == (301, "/laer/kaution/besked-i-tide/print/")


def test_drafts_and_what_is_another_teachers_are_not_printed(as_outsider, chapter, teacher):
    SectionFactory(chapter=chapter, title="Kladden", status="draft")
    SectionFactory(chapter=chapter, title="Lærerens eget", owner=teacher)
    html = text(as_outsider.get("/laer/print/"))
    assert "Kladden" not in html
    assert "Lærerens eget" not in html


def test_an_old_address_leads_to_the_new_one(as_student, chapter):
    chapter.slug = "at-kautionere"
    chapter.save()
    response = as_student.get("/laer/kaution/print/")
    assert (response.status_code, response.url) == (301, "/laer/at-kautionere/print/")


def test_the_book_costs_the_same_for_three_sections_and_for_thirty(as_student, chapter, count_queries):
    TermFactory(slug="kaution", forms=["kaution"])
    SectionFactory.create_batch(3, chapter=chapter, body="Kaution. FIL § 48.\n\n:::provision FIL-48\n:::\n")
    few = count_queries(as_student, "/laer/print/")
    assert few <= 10
    for found in ChapterFactory.create_batch(9):
        SectionFactory.create_batch(
            3, chapter=found, body=":::term kaution\n:::\n\n:::provision FIL-48\n:::\n"
        )
    assert count_queries(as_student, "/laer/print/") <= few
