"""Who reads whose content, and who may change it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from authoring import registry
from lessons.models import Term
from tests.factories import TermFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def audiences(monkeypatch):
    """No audiences but those of the test."""
    found = []
    monkeypatch.setattr(registry, "_audiences", found)
    return found


def slugs(queryset):
    return {item.slug for item in queryset}


def test_shared_published_content_is_for_everybody_signed_in(student, outsider):
    TermFactory(slug="faelles")
    assert slugs(Term.objects.visible_to(student)) == slugs(Term.objects.visible_to(outsider)) == {"faelles"}
    assert not Term.objects.visible_to(AnonymousUser()).exists()


def test_drafts_and_retired_content_are_read_by_nobody(student, teacher):
    TermFactory(status="draft", owner=teacher)
    TermFactory(retired_at="2026-01-01T00:00Z")
    assert not Term.objects.visible_to(student).exists()
    assert not Term.objects.visible_to(teacher).exists()


def test_a_teachers_own_content_is_read_by_those_whom_it_is_for(audiences, teacher, student, other_student):
    audiences.append(lambda user: [teacher.pk] if user == student else [])
    TermFactory(slug="min", owner=teacher)
    assert slugs(Term.objects.visible_to(student)) == slugs(Term.objects.visible_to(teacher)) == {"min"}
    assert not Term.objects.visible_to(other_student).exists()


def test_a_teacher_changes_only_what_is_the_teachers_own(teacher, co_teacher):
    TermFactory(slug="faelles")
    TermFactory(slug="min", owner=teacher)
    TermFactory(slug="hendes", owner=co_teacher)
    assert slugs(Term.objects.editable_by(teacher)) == {"min"}


def test_an_editor_changes_what_is_shared(editor, teacher):
    TermFactory(slug="faelles")
    TermFactory(slug="hendes", owner=teacher)
    assert slugs(Term.objects.editable_by(editor)) == {"faelles"}


def test_a_superuser_changes_everything_and_a_stranger_nothing(superuser, student, teacher):
    TermFactory()
    TermFactory(owner=teacher)
    assert Term.objects.editable_by(superuser).count() == 2
    assert not Term.objects.editable_by(student).exists()
    assert not Term.objects.editable_by(AnonymousUser()).exists()


def test_an_old_address_is_free_again_when_another_item_takes_it():
    first = TermFactory(slug="kaution")
    first.slug = "kautioner"
    first.save()
    second = TermFactory(slug="kaution")
    assert Term.objects.all().find_or_404("kaution") == second
    first.slug = "kaution-2"
    first.save()
    assert Term.objects.all().find_or_404("kautioner") == first


def test_the_history_keeps_what_stood_before(teacher):
    term = TermFactory(meaning="Før.")
    term.meaning = "Efter."
    term.save()
    assert [entry.meaning for entry in term.history.all()] == ["Efter.", "Før."]


def test_the_database_refuses_an_unknown_status():
    with pytest.raises(IntegrityError), transaction.atomic():
        TermFactory(status="halv")


@pytest.mark.parametrize("who", ["teacher", "co_teacher", "editor", "superuser", "student"])
def test_one_item_and_many_answer_alike(request, who, teacher):
    user = request.getfixturevalue(who)
    for item in (TermFactory(), TermFactory(owner=teacher)):
        assert item.may_be_changed_by(user) == Term.objects.editable_by(user).filter(pk=item.pk).exists()
