"""A small shelf of terms in a folder of its own, so that these tests move nobody's files."""

import dataclasses
import textwrap
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from authoring import registry
from lessons.content import TERM


class Folder:
    """Content files that a test writes, changes and takes away."""

    def __init__(self, kind):
        self.kind = kind

    def write(self, slug, uid=None, **fields):
        """Put a term in the folder; gives its uid."""
        uid = uid or str(uuid.uuid4())
        fields = {"title": slug.title(), "meaning": "Et ord.", **fields}
        lines = [f"uid: {uid}", f"slug: {slug}", *(f"{key}: {value}" for key, value in fields.items())]
        self.write_text(f"{slug}.yaml", "\n".join(lines) + "\n")
        return uid

    def write_text(self, name, text):
        (self.kind.root / name).write_text(textwrap.dedent(text), encoding="utf-8")

    def read(self, slug):
        return (self.kind.root / f"{slug}.yaml").read_text(encoding="utf-8")

    def remove(self, slug):
        (self.kind.root / f"{slug}.yaml").unlink()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder, and a registry that knows nothing else."""
    kind = dataclasses.replace(TERM, root=tmp_path)
    monkeypatch.setattr(registry, "_kinds", {kind.name: kind})
    return Folder(kind)


@pytest.fixture
def count_queries():
    """How many queries an address costs a client."""

    def count(client, address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return count
