"""Which files and rows belong together, and what is to be done with each pair."""

from dataclasses import dataclass

from authoring.decision import Action, decide
from authoring.registry import Kind
from authoring.shelf import Found


@dataclass
class Entry:
    """One item: its file, its row, or both, and the action that the table gives."""

    kind: Kind
    action: Action
    found: Found | None
    row: object | None

    @property
    def name(self):
        """What the command line calls it: the path of the file, or the slug of the row."""
        if self.found:
            return f"{self.kind.name}/{self.found.place}"
        return f"{self.kind.name}/{self.row.source_path or self.row.slug}"

    @property
    def slug(self):
        return self.found.data.slug if self.found else self.row.slug


def plan(shelf):
    """Entries for every readable file and every row, in the order of loading.

    A file with faults has no entry, and protects its row from being retired.
    """
    return [entry for kind in shelf.kinds for entry in _plan_kind(shelf, kind)]


def _plan_kind(shelf, kind):
    rows = {row.uid: row for row in kind.model.objects.all()}
    files = [found for found in shelf.found if found.kind is kind]
    unreadable = {found.place for found in files if found.data is None}
    for found in files:
        if found.data is None:
            continue
        row = rows.pop(found.data.uid, None)
        if not found.problems:
            yield Entry(kind, _action(kind, found, row), found, row)
    for row in rows.values():
        if row.source_path not in unreadable or not row.file_digest:
            yield Entry(kind, _action(kind, None, row), None, row)


def _action(kind, found, row):
    if row is None:
        return Action.CREATE
    return decide(
        file=found.digest if found else None,
        row=kind.digest(kind.data(row)),
        agreed=row.file_digest,
        retired=row.retired_at is not None,
    )
