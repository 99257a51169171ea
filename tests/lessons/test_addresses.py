"""No chapter or section is kept at an address where another page of the book stands."""

import uuid

import pytest

from authoring.shelf import Rows
from lessons.content import CHAPTER, SECTION
from tests.factories import SectionFactory

pytestmark = pytest.mark.django_db


def check(kind, slug, **fields):
    data = kind.schema(uid=uuid.uuid4(), slug=slug, title="Noget", order=1, **fields)
    return [str(problem) for problem in kind.check(data, Rows()) if problem.field == "slug"]


@pytest.mark.parametrize("slug", ["print", "retsgrundlag"])
def test_a_chapter_is_refused_where_the_book_has_a_page(slug):
    told = f"slug: adressen »{slug}« har en anden af bogens sider; vælg en anden, fx »{slug}-2«"
    assert check(CHAPTER, slug) == [told]
    assert check(CHAPTER, f"{slug}-2") == []


def test_a_section_is_refused_where_its_chapter_is_printed():
    assert check(SECTION, "print", body="Tekst.")[0].startswith("slug: adressen »print«")
    assert check(SECTION, "retsgrundlag", body="Tekst.") == []


def test_an_author_is_told_beside_the_field(as_editor):
    section = SectionFactory(slug="udskrift")
    sent = {"title": section.title, "slug": "print", "chapter": section.chapter_id, "order": 1, "minutes": 5}
    page = as_editor.post(
        f"/admin/lessons/section/{section.pk}/change/", sent | {"body": "Tekst.", "status": "published"}
    ).content.decode()
    assert "adressen »print« har en anden af bogens sider" in page
    section.refresh_from_db()
    assert section.slug == "udskrift"
