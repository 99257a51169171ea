"""Every real content file: loaded and exported it is the same text."""

import pytest

from authoring import registry
from authoring.loading import load
from authoring.plan import plan
from authoring.shelf import Shelf

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    return Shelf(registry.kinds())


def test_every_file_is_in_order(shelf):
    for found in shelf.found:
        shelf.check(found)
    assert [f"{found.place}: {problem}" for found in shelf.found for problem in found.problems] == []


def test_every_file_loads_is_exported_as_the_same_text_and_agrees_with_its_row(shelf):
    entries = plan(shelf)
    load(shelf, entries)
    assert len(entries) == len(shelf.found) > 0
    changed = [
        found.place
        for found in shelf.found
        if found.kind.text(found.kind.model.objects.get(uid=found.data.uid)) != found.text
    ]
    assert changed == []
    assert {entry.action.value for entry in plan(Shelf(shelf.kinds))} == {"uændret"}
