"""The admin pages of content: own things, copies, previews, drafts, and refusals beside the field."""

import pytest
from django.urls import reverse

from lessons.models import Section, Term
from tests import factories
from tests.factories import ChapterFactory, SectionFactory, TermFactory

pytestmark = pytest.mark.django_db


def given(**changes):
    """What the form of a term sends."""
    return {
        "title": "Kaution",
        "slug": "kaution",
        "forms": "kautionen\nkautioner",
        "meaning": "At love at betale.",
        "example": "",
        "provisions": "FIL § 48",
        "see_also": "",
        "status": "published",
        **changes,
    }


ADD = "/admin/lessons/term/add/"


def page(term, name="change"):
    return reverse(f"admin:lessons_term_{name}", args=[term.pk])


def test_what_a_teacher_writes_is_the_teachers_own(as_teacher, teacher):
    as_teacher.post(ADD, given())
    term = Term.objects.get()
    assert term.owner == teacher
    assert term.forms == ["kautionen", "kautioner"]


def test_what_an_editor_writes_is_shared(as_editor):
    as_editor.post(ADD, given())
    assert Term.objects.get().owner is None


@pytest.mark.parametrize("who", ["as_student", "as_outsider", "anonymous"])
def test_those_who_write_nothing_are_sent_away(request, who):
    assert request.getfixturevalue(who).post(ADD, given()).status_code in (302, 403)
    assert not Term.objects.exists()


def test_a_teacher_reads_what_is_shared_and_cannot_change_it(as_teacher):
    term = TermFactory(meaning="Før.")
    assert as_teacher.get(page(term)).status_code == 200
    assert as_teacher.post(page(term), given(meaning="Efter.")).status_code == 403
    term.refresh_from_db()
    assert term.meaning == "Før."


def test_a_teacher_does_not_see_what_another_teacher_writes(as_teacher, other_teacher):
    term = TermFactory(owner=other_teacher, status="draft", title="Hemmelig")
    assert "Hemmelig" not in as_teacher.get("/admin/lessons/term/").content.decode()
    assert as_teacher.get(page(term)).status_code == 302
    assert as_teacher.get(page(term, "preview")).status_code == 404
    assert as_teacher.post(page(term, "copy")).status_code == 404


def test_a_teacher_copies_shared_content_to_change_it(as_teacher, teacher):
    term = TermFactory(
        slug="kaution", title="Kaution", meaning="At love.", file_digest="x", source_path="k.yaml"
    )
    response = as_teacher.post(page(term, "copy"))
    copy = Term.objects.get(owner=teacher)
    assert response.url == page(copy)
    assert (copy.slug, copy.title, copy.meaning, copy.status) == (
        "kaution-kopi",
        "Kaution (kopi)",
        "At love.",
        "draft",
    )
    assert (copy.file_digest, copy.source_path) == ("", "")
    assert copy.uid != term.uid


def test_copying_twice_gives_two_addresses(as_teacher, teacher):
    term = TermFactory(slug="kaution")
    as_teacher.post(page(term, "copy"))
    as_teacher.post(page(term, "copy"))
    assert {copy.slug for copy in Term.objects.filter(owner=teacher)} == {"kaution-kopi", "kaution-kopi-2"}


def test_copying_is_no_matter_of_following_a_link(as_teacher):
    assert as_teacher.get(page(TermFactory(), "copy")).status_code == 405
    assert Term.objects.count() == 1


def test_content_is_never_deleted(as_superuser):
    term = TermFactory()
    assert as_superuser.post(f"/admin/lessons/term/{term.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Term.objects.exists()


def test_a_teacher_retires_only_own_content(as_teacher, teacher):
    shared, own = TermFactory(), TermFactory(owner=teacher)
    chosen = {"action": "retire", "_selected_action": [shared.pk, own.pk]}
    response = as_teacher.post("/admin/lessons/term/", chosen, follow=True)
    assert [term.pk for term in Term.objects.exclude(retired_at=None)] == [own.pk]
    assert "1 er ikke dine" in response.content.decode()
    as_teacher.post("/admin/lessons/term/", {"action": "restore", "_selected_action": [own.pk]})
    assert not Term.objects.exclude(retired_at=None).exists()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"see_also": "findes-ikke"}, "begrebet »findes-ikke« findes ikke"),
        ({"provisions": "paragraf nul"}, "Skriv lov og paragraf"),
        ({"provisions": "§ 48"}, "skriv loven med"),
        ({"meaning": "Se [[findes-ikke]]."}, "begrebet »findes-ikke« findes ikke"),
        ({"slug": "med mellemrum"}, "slug"),
    ],
)
def test_what_the_content_check_refuses_is_refused_beside_the_field(as_editor, change, told):
    response = as_editor.post(ADD, given(**change))
    assert response.status_code == 200
    assert told in response.content.decode()
    errors = response.context["adminform"].form.errors
    assert list(errors) == list(change)
    assert not Term.objects.exists()


def section(chapter, **changes):
    return {
        "title": "Kaution",
        "slug": "kaution",
        "chapter": chapter.pk,
        "order": 10,
        "minutes": 5,
        "goals": "",
        "body": "Kautionisten hæfter.",
        "status": "draft",
        **changes,
    }


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (":::tern kaution\n:::\n", "blokken kendes ikke"),
        (":::note F01\nuden slutning", "ikke lukket"),
        (":::rule findes_ikke\nfacts: {}\n:::\n", "findes ikke"),
        (":::rule underretning\nfacts: {misligholdt: 32. januar}\n:::\n", "misligholdt"),
        (":::rule underretning\n[1\n:::\n", "YAML"),
        (":::rule underretning\nfacts: nej\n:::\n", "navne"),
        (':::note "x\n:::\n', "citationstegn"),
    ],
)
def test_a_section_with_an_impossible_block_is_refused(as_editor, body, told):
    response = as_editor.post("/admin/lessons/section/add/", section(ChapterFactory(), body=body))
    assert told in str(response.context["adminform"].form.errors["body"])
    assert not Section.objects.exists()


def test_a_section_is_shown_as_it_stands_in_the_form_and_nothing_is_saved(as_editor):
    found = SectionFactory(body="Gammel tekst.")
    sent = section(found.chapter, slug=found.slug, body="Ny **tekst**. <script>alert(1)</script>")
    shown = as_editor.post(f"/admin/lessons/section/{found.pk}/vis/", sent).content.decode()
    assert "Ny <strong>tekst</strong>." in shown
    assert "<script>alert" not in shown
    found.refresh_from_db()
    assert found.body == "Gammel tekst."


def test_a_new_section_can_be_shown_before_it_is_saved(as_teacher):
    response = as_teacher.post("/admin/lessons/section/vis/", section(ChapterFactory()))
    assert "Kautionisten hæfter." in response.content.decode()
    assert not Section.objects.exists()


def test_a_preview_of_what_cannot_be_says_so(as_teacher):
    response = as_teacher.post("/admin/lessons/section/vis/", section(ChapterFactory(), body=":::x\n"))
    assert response.status_code == 422
    assert "ikke lukket" in response.content.decode()


@pytest.mark.parametrize("name", ["chapter", "section", "provision", "term"])
def test_every_kind_has_its_list_its_page_its_history_and_its_preview(
    as_editor, name, django_assert_max_num_queries
):
    item = getattr(factories, f"{name.title()}Factory")()
    budgets = {"": 10, "add/": 10, f"{item.pk}/change/": 10, f"{item.pk}/history/": 12, f"{item.pk}/vis/": 10}
    for address, most in budgets.items():
        with django_assert_max_num_queries(most):
            assert as_editor.get(f"/admin/lessons/{name}/{address}").status_code == 200


def test_a_list_of_content_costs_the_same_for_three_and_for_thirty(as_editor, count_queries):
    TermFactory.create_batch(3)
    few = count_queries(as_editor, "/admin/lessons/term/")
    TermFactory.create_batch(27)
    assert count_queries(as_editor, "/admin/lessons/term/") == few
