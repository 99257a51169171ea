"""The links that a section's text gets by itself."""

import pytest

from lessons.linking import TermForms
from lessons.models import Section
from lessons.rendering import headings, mentioned, render_section
from tests.factories import ProvisionFactory, SectionFactory, TermFactory, UserFactory

TERMS = TermForms(
    [
        ("kaution", "Kaution", ["kaution", "kautionen"]),
        ("simpel-kaution", "Simpel kaution", ["simpel kaution"]),
        ("fordring", "Fordring", ["fordring", "\\krav"]),
        ("debitor", "Debitor", ["debitor", "skyldner"]),
        ("hovedskyldner", "Hovedskyldner", ["hovedskyldner", "skyldner"]),
        ("pant", "Pant", []),
    ]
)


def html(text):
    return "".join(part.get("html", "") for part in render_section(text, "afsnit", TERMS))


def links(text):
    """(terms, provisions) that a text links to."""
    return mentioned(render_section(text, "afsnit", TERMS))


def test_the_first_mention_of_a_term_becomes_a_link_in_any_of_its_forms():
    assert html("Kautionen er en kaution.").count("data-term=") == 1
    assert ">Kautionen</a>" in html("Kautionen er en kaution.")


def test_the_longest_form_counts():
    assert links("En simpel kaution.") == [["simpel-kaution"], []]


def test_a_term_without_forms_goes_by_its_title():
    assert links("Der er pant i bilen.") == [["pant"], []]


def test_a_form_is_a_whole_word():
    assert links("Kautionsløftet og pante-brevet.") == [[], []]


def test_a_form_of_two_terms_belongs_to_neither():
    assert links("En skyldner.") == [[], []]


def test_a_form_that_is_switched_off_is_never_a_link():
    assert links("De tre krav.") == [[], []]


@pytest.mark.parametrize(
    "text",
    [
        "## Kaution efter FIL § 48",
        "[kaution efter FIL § 48](https://eksempel.test)",
        "`kaution efter FIL § 48`",
        "| kaution |\n|---|\n| a |",
        ":::table\nKaution efter FIL § 48\n\n| a |\n|---|\n| b |\n:::",
    ],
)
def test_nothing_is_linked_in_headings_links_code_table_heads_and_captions(text):
    assert links(text) == [[], []]


def test_a_backslash_switches_a_term_off_for_the_section():
    page = html("En \\kaution er en kaution.")
    assert "data-term" not in page
    assert "\\" not in page


def test_a_backslash_switches_a_provision_off_for_the_section():
    page = html("Efter \\FIL § 48 og FIL § 48, stk. 6.")
    assert "/lov/" not in page
    assert "\\" not in page


def test_a_term_that_the_author_links_is_left_to_the_author():
    page = html("Kaution, som er en [[kaution|anden mands gæld]].")
    assert page.count("data-term=") == 1
    assert ">anden mands gæld</a>" in page


def test_only_the_first_of_a_section_is_linked_across_its_notes_and_tables():
    text = 'Kaution.\n\n:::note F01 kilde="FIL § 48"\nKaution igen.\n:::\n\nKaution efter FIL § 48.'
    assert html(text).count("data-term=") == 1
    assert html(text).count("data-provision=") == 1


def test_a_section_without_its_act_is_of_the_one_act_named_before():
    assert links("§ 4 først. Kreditaftaleloven (KAL) kom. Se § 7 a og § 7 c.") == [[], ["kal-7a", "kal-7c"]]


def test_a_section_without_its_act_is_left_alone_when_two_acts_are_named():
    assert links("KAL § 4 og FIL § 48. Efter § 7 a.") == [[], ["kal-4", "fil-48"]]


def test_the_card_of_a_provision_names_its_act():
    assert links(":::provision KAL-4\n:::\n\nEfter § 7 a.") == [[], ["kal-7a"]]


def test_each_of_several_sections_is_linked_and_a_range_is_not():
    assert links("KAL §§ 19 og 23.") == [[], ["kal-19", "kal-23"]]
    assert links("KAL §§ 35-39.") == [[], []]


def test_act_mark_and_number_stay_on_one_line():
    assert "FIL&nbsp;§&nbsp;48" in html("Se FIL § 48.")


def test_each_heading_is_a_link_to_itself_and_is_listed():
    parts = render_section("## Den *første*\n\n## Den første\n\n### Under\n", "afsnit", TERMS)
    assert headings(parts) == [("den-foerste", "Den første"), ("den-foerste-2", "Den første")]
    assert '<h3 id="under"><a class="anchor" href="#under">Under</a></h3>' in parts[0]["html"]


def test_a_heading_never_takes_an_id_of_the_page():
    assert '<h2 id="indhold-2">' in html("## Indhold")


@pytest.mark.django_db
def test_a_section_has_the_cards_of_what_it_links_to(as_student):
    TermFactory(slug="kaution", title="Kaution", forms=["kaution"], meaning="At love at betale.")
    ProvisionFactory(
        slug="fil-48", citation="FIL § 48", title="Privat", meaning="Beskytter. " + "Mere om det. " * 40
    )
    found = SectionFactory(body="En kaution efter FIL § 48 og GBL § 1.")
    page = as_student.get(found.get_absolute_url()).content.decode()
    assert '<template id="begreb-kaution">' in page
    card = page[page.index('<template id="lov-fil-48">') :]
    assert len(card[: card.index("</template>")]) < 600
    assert "lov-gbl-1" not in page.replace('href="/lov/gbl-1/"', "")


@pytest.mark.django_db
def test_a_term_that_gets_a_form_becomes_a_link_in_what_is_already_written():
    found = SectionFactory(body="Et løfte. Løftet holder.")
    term = TermFactory(slug="loefte", forms=["løftet"])
    assert 'data-term="loefte"' in str(Section.objects.get(pk=found.pk).parts)
    term.forms = ["tilsagn"]
    term.save()
    assert "data-term" not in str(Section.objects.get(pk=found.pk).parts)
    assert found.history.count() == 1


@pytest.mark.django_db
def test_a_draft_and_another_persons_term_are_no_links():
    TermFactory(forms=["løftet"], status="draft")
    TermFactory(forms=["løftet"], owner=UserFactory())
    assert "data-term" not in str(SectionFactory(body="Løftet holder.").parts)


@pytest.mark.django_db
def test_the_headings_stand_in_the_contents_also_after_a_mark(as_student):
    found = SectionFactory(body="## De tre krav\n\nTekst.")
    link = '<a href="#de-tre-krav">De tre krav</a>'
    assert link in as_student.get(found.get_absolute_url()).content.decode()
    marked = as_student.post(
        f"{found.get_absolute_url()}laest/", {"laest": "ja"}, headers={"HX-Request": "true"}
    )
    assert link in marked.content.decode()
