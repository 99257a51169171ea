"""Checklists: gone through on a customer's file, ticked and kept for each student."""

import pytest

from authoring import registry
from authoring.loading import load
from authoring.plan import plan
from authoring.shelf import Rows, Shelf
from lessons import personal_data
from lessons.content import check_text
from lessons.models import Checklist, ChecklistPoint, ChecklistTick
from tests.factories import ChecklistFactory, ChecklistTickFactory, SectionFactory
from tests.lessons.conftest import HTMX

pytestmark = pytest.mark.django_db


@pytest.fixture
def checklist():
    points = [
        {"key": "loensedler", "requirement": "Vurder kunden", "text": "Lønsedler er indhentet"},
        {"key": "rki", "requirement": "Vurder kunden", "text": "RKI er slået op"},
        {"key": "gemt", "text": "Alt er gemt"},
    ]
    return ChecklistFactory(slug="kredit", title="Kredit", points=points)


def page(client, address="/tjeklister/kredit/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode().replace("\u00a0", " ")


def ticked(user):
    return set(ChecklistTick.objects.filter(user=user).values_list("point__key", flat=True))


def test_the_list_stands_beside_the_file_of_its_customer(as_student, checklist):
    html = page(as_student)
    assert "Akten: Camilla Ravn" in html
    assert "Hun låner 150.000 kr. i Vestbanken." in html
    assert html.count("Vurder kunden") == 1
    assert 'href="/lov/kal-7c/"' in html
    assert "0 af 3 punkter er opfyldt." in html


def test_what_follows_is_told_by_the_reading_to_which_the_book_is_turned(as_outsider, checklist):
    assert "Bogen siger: Banken mister renterne." in page(as_outsider)
    as_outsider.post("/laer/retsgrundlag/", {"retsgrundlag": "gaeldende_ret"})
    html = page(as_outsider)
    assert "Loven siger: Følgen er ikke fast." in html
    assert "Banken mister renterne." not in html


def test_ticks_are_kept_without_javascript(as_student, student, checklist):
    response = as_student.post("/tjeklister/kredit/flueben/", {"punkt": ["loensedler", "gemt"]})
    assert response.url == "/tjeklister/kredit/#status"
    assert ticked(student) == {"loensedler", "gemt"}
    html = page(as_student)
    assert "2 af 3 punkter er opfyldt." in html
    assert html.count(" checked") == 2


def test_with_htmx_the_line_below_says_that_it_is_kept(as_student, student, checklist):
    html = as_student.post("/tjeklister/kredit/flueben/", {"punkt": "rki"}, headers=HTMX).content.decode()
    assert "1 af 3 punkter er opfyldt." in html
    assert "Gemt kl. " in html
    assert "<html" not in html
    assert ticked(student) == {"rki"}


def test_what_is_not_sent_is_not_ticked_any_longer(as_student, student, checklist):
    for keys in (["loensedler", "rki"], ["rki"], ["rki"]):
        as_student.post("/tjeklister/kredit/flueben/", {"punkt": keys})
    assert ticked(student) == {"rki"}


def test_all_ticks_are_taken_away_at_once(as_student, student, checklist):
    as_student.post("/tjeklister/kredit/flueben/", {"punkt": "rki"})
    as_student.post("/tjeklister/kredit/flueben/", {"forfra": "ja"})
    assert ticked(student) == set()


def test_a_point_that_is_not_on_the_list_is_not_ticked(as_student, student, checklist):
    other = ChecklistFactory(points=[{"key": "andet"}])
    as_student.post("/tjeklister/kredit/flueben/", {"punkt": ["andet", "findes-ikke", "", "\x00"]})
    assert ticked(student) == set()
    assert other.points.count() == 1


def test_one_persons_ticks_are_not_anothers(as_student, as_other_student, other_student, checklist):
    as_student.post("/tjeklister/kredit/flueben/", {"punkt": "rki"})
    as_other_student.post("/tjeklister/kredit/flueben/", {})
    assert "1 af 3" in page(as_student)
    assert "0 af 3" in page(as_other_student)


def test_an_old_address_leads_to_the_new_one(as_student, checklist):
    checklist.slug = "kreditaftaler"
    checklist.save()
    response = as_student.get("/tjeklister/kredit/")
    assert (response.status_code, response.url) == (301, "/tjeklister/kreditaftaler/")


def test_lists_are_found_from_the_book_and_from_the_chapters_on_their_rules(as_student, checklist):
    SectionFactory(chapter__slug="kreditaftalen", topics=["kreditvurdering"])
    SectionFactory(chapter__slug="regres", topics=["regreslaan"])
    assert 'href="/tjeklister/"' in page(as_student, "/laer/")
    assert 'href="/tjeklister/kredit/"' in page(as_student, "/laer/kreditaftalen/")
    assert 'href="/tjeklister/kredit/"' not in page(as_student, "/laer/regres/")
    assert 'href="/tjeklister/kredit/"' in page(as_student, "/tjeklister/")


def test_a_section_leads_to_a_list_by_its_block(as_student, checklist):
    section = SectionFactory(body=":::checklist kredit\n:::\n\n:::checklist findes-ikke\n:::\n")
    html = page(as_student, section.get_absolute_url())
    assert 'href="/tjeklister/kredit/"' in html
    assert "Gå den igennem på akten for Camilla Ravn." in html


def test_a_block_of_a_list_that_does_not_exist_is_refused(checklist):
    (told,) = check_text(":::checklist findes-ikke\n:::\n:::checklist kredit\n:::\n", Rows())
    assert "tjeklisten »findes-ikke« findes ikke" in told


def test_the_ticks_of_a_person_are_handed_over_and_forgotten(checklist):
    tick, other = ChecklistTickFactory(point=checklist.points.first()), ChecklistTickFactory()
    exported = personal_data.export(tick.user)["flueben"]
    assert [(one["tjekliste"], one["punkt"]) for one in exported] == [("Kredit", "Lønsedler er indhentet")]
    personal_data.erase(tick.user)
    assert list(ChecklistTick.objects.all()) == [other]


def load_the_real_lists():
    shelf = Shelf([registry.kind_of(Checklist)])
    load(shelf, plan(shelf))


def test_ticks_stay_when_the_file_puts_a_point_in_other_words(student):
    load_the_real_lists()
    found = Checklist.objects.get(slug="kaution")
    found.tick(student, ["besked", "gaeld"])
    kind = registry.kind_of(Checklist)
    data = kind.data(found)
    data.points = [point for point in data.points if point.key != "gaeld"]
    data.points[-1].text = "Et andet ord"
    kind.store(data, found, "")
    assert found.ticked_by(student) == {"besked"}
    assert found.points.last().text == "Et andet ord"


def test_every_real_list_has_both_consequences_for_every_point():
    load_the_real_lists()
    assert {found.slug for found in Checklist.objects.all()} >= {"kreditaftaler", "kaution", "gaeldsbreve"}
    assert not ChecklistPoint.objects.filter(pensum="") | ChecklistPoint.objects.filter(gaeldende_ret="")


def point_form(**fields):
    return {f"points-0-{name}": value for name, value in fields.items()}


@pytest.fixture
def written():
    """A form of the administration with one point."""
    management = {"points-TOTAL_FORMS": "1", "points-INITIAL_FORMS": "0"}
    return management | {
        "title": "Ny liste",
        "slug": "ny-liste",
        "order": "5",
        "intro": "Gå akten igennem.",
        "customer_name": "Bent Juhl",
        "customer_facts": "Han låner penge.\nHan har et hus.",
        "status": "published",
        **point_form(
            text="Alt er underskrevet", provision="KAL § 8", pensum="A.", gaeldende_ret="B.", order="1"
        ),
    }


def test_a_teacher_makes_a_list_without_code(as_teacher, teacher, written):
    response = as_teacher.post("/admin/lessons/checklist/add/", written)
    assert response.status_code == 302
    made = Checklist.objects.get(slug="ny-liste")
    assert made.owner == teacher
    assert made.customer_facts == ["Han låner penge.", "Han har et hus."]
    assert made.points.get().key == "alt-er-underskrevet"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"provision": "§ 8"}, "Skriv loven med"),
        ({"provision": "vrøvl"}, "bestemmelse"),
        ({"pensum": ""}, "påkrævet"),
    ],
)
def test_a_point_that_cannot_be_is_refused_beside_its_field(as_teacher, written, fields, told):
    response = as_teacher.post("/admin/lessons/checklist/add/", written | point_form(**fields))
    assert response.status_code == 200
    assert told.lower() in response.content.decode().lower()
    assert not Checklist.objects.exists()


def test_a_teacher_looks_at_a_list_before_it_is_saved(as_teacher, written):
    html = as_teacher.post("/admin/lessons/checklist/vis/", written).content.decode()
    assert "Alt er underskrevet" in html
    assert "Han har et hus." in html
    assert not Checklist.objects.exists()


def test_a_copy_has_points_of_its_own(as_teacher, teacher, checklist):
    as_teacher.post(f"/admin/lessons/checklist/{checklist.pk}/kopier/")
    copy = Checklist.objects.get(owner=teacher)
    assert [point.key for point in copy.points.all()] == ["loensedler", "rki", "gemt"]
    assert checklist.points.count() == 3


def test_two_points_in_the_same_words_have_keys_of_their_own(checklist):
    made = [
        ChecklistPoint.objects.create(checklist=checklist, text="Gemt", provision="KAL § 8") for _ in range(2)
    ]
    assert [point.key for point in made] == ["gemt-2", "gemt-3"]
