"""From files to rows and back. Each item is carried out whole or not at all."""

from django.db import DatabaseError, transaction
from django.utils import timezone

from authoring import registry
from authoring.decision import Action
from authoring.schema import Problem, Refused

WRITTEN = {Action.CREATE, Action.UPDATE}


def load(shelf, entries, file_wins=()):
    """Carry out the plan; gives the entries that changed something.

    file_wins: slugs whose conflict a person has decided in favour of the file.
    """
    changed = []
    for entry in entries:
        if entry.action is Action.CONFLICT and entry.found and entry.slug in file_wins:
            entry.action = Action.UPDATE
        if entry.action in WRITTEN and shelf.check(entry.found):
            continue
        if _carry_out(entry):
            changed.append(entry)
    for kind in shelf.kinds:
        kind.after_load()
    return changed


def _carry_out(entry):
    try:
        with transaction.atomic():
            return _change(entry)
    except Refused as error:
        entry.found.problems.append(error.problem)
    except DatabaseError as error:
        entry.found.problems.append(_clash(entry, error))
    return False


def _change(entry):
    row, found = entry.row, entry.found
    match entry.action:
        case Action.CREATE | Action.UPDATE:
            entry.row = row = row or entry.kind.model()
            _put(row, found)
            entry.kind.store(found.data, row, found.place)
            if entry.action is Action.UPDATE:
                registry.changed(row, "Læst ind på ny fra filen")
        case Action.AGREE:
            row.file_digest, row.source_path = found.digest, found.place
            row.save()
        case Action.REVIVE:
            row.retired_at, row.source_path = None, found.place
            row.file_digest = found.digest
            row.save()
        case Action.RETIRE:
            row.retired_at = timezone.now()
            row.save()
        case _:
            return False
    return True


def _put(row, found):
    data = found.data
    row.uid, row.slug, row.title, row.status = data.uid, data.slug, data.title, data.status
    row.source_path, row.file_digest, row.retired_at = found.place, found.digest, None


def _clash(entry, error):
    taken = entry.kind.model.objects.filter(slug=entry.slug).exclude(uid=entry.found.data.uid).first()
    if taken:
        return Problem("slug", f"»{entry.slug}« bruges allerede af »{taken.title}« i databasen")
    return Problem("", f"databasen siger nej: {error}")


def export(entries, folder_of, row_wins=(), everything=False):
    """Write the rows that hold the newest word to their files; gives (entry, path) for each.

    Only shared content has files: what a teacher owns stays in the database.
    row_wins: slugs whose conflict a person has decided in favour of the row.
    """
    written = []
    for entry in entries:
        if entry.row and entry.row.owner_id is None and _holds(entry, row_wins, everything):
            place = entry.row.source_path or entry.kind.place(entry.row)
            path = folder_of(entry.kind) / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(entry.kind.text(entry.row), encoding="utf-8")
            entry.row.source_path = place
            entry.row.file_digest = entry.kind.digest(entry.kind.data(entry.row))
            entry.row.save()
            written.append((entry, path))
    return written


def _holds(entry, row_wins, everything):
    if entry.action is Action.CONFLICT:
        return entry.slug in row_wins or entry.row.slug in row_wins
    if entry.action in {Action.EDITED, Action.LOCAL}:
        return True
    return everything and entry.action in {Action.SAME, Action.AGREE}
