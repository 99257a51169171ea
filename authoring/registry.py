"""What the apps above tell authoring: their kinds of content, and who reads whose."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from authoring.schema import ContentFile, Problem
from authoring.texts import Form


@dataclass(frozen=True)
class Kind:
    """One kind of content: where its files are and how a file and a row become each other.

    store(data, row, path)  puts the validated file on the row and saves it
    dump(row)               the row as plain data, in the shape of the schema
    place(row)              where a row that never had a file is exported to, below root
    check(data, shelf)      what is wrong that only the subject knows, as Problems
    check_together(shelf)   what is wrong with all files of the kind together, as Problems
    after_load()            once at the end of every load
    """

    name: str
    label: str
    model: type
    root: Path
    pattern: str
    schema: type[ContentFile]
    form: Form
    order: int
    store: Callable
    dump: Callable
    place: Callable
    check: Callable[..., Iterable[Problem]] = lambda data, shelf: ()
    check_together: Callable[..., Iterable[Problem]] = lambda shelf: ()
    after_load: Callable = lambda: None

    def files(self):
        """Every file of this kind, in order."""
        return sorted(path for path in self.root.glob(self.pattern) if path.is_file())

    def canonical(self, data):
        """The one way in which this kind writes these data."""
        return self.form.write(data.model_dump(mode="json", by_alias=True, exclude_defaults=True))

    def data(self, row):
        """The row in the shape of its file."""
        named = {"uid": row.uid, "slug": row.slug, "title": row.title, "status": row.status}
        return self.schema.model_validate(named | self.dump(row))

    def text(self, row):
        """The file that this row would be."""
        return self.canonical(self.data(row))

    def digest(self, data):
        """A fingerprint of what these data say, whatever line breaks and quotes the file uses."""
        plain = data.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        written = json.dumps(plain, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()


_kinds: dict[str, Kind] = {}
_audiences: list[Callable] = []
_readings: list[Callable] = []
_keepers: list[Callable] = []
_told: list[Callable] = []


def register_kind(kind):
    """Add a kind of content; the name is also what the command line calls it."""
    _kinds[kind.name] = kind


def kinds():
    """Every kind, in the order in which they are loaded."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.name))


def kind_of(model):
    """The kind that keeps its items in this model."""
    return next((kind for kind in _kinds.values() if kind.model is model), None)


def register_audience(owners_for):
    """owners_for(user) -> the keys of the users whose own published content this user may read."""
    _audiences.append(owners_for)


def owners_read_by(user) -> set[int]:
    """The keys of the users whose own published content this user may read, the user among them."""
    return {user.pk}.union(*(owners_for(user) for owners_for in _audiences))


def register_reading(reading_of):
    """reading_of(user) -> the reading that grades this user's own practice, or nothing."""
    _readings.append(reading_of)


def reading_of(user):
    """The reading by which the user practises where the content sets none; the course book unless told otherwise."""
    return next((reading for told in _readings if (reading := told(user))), "pensum")


def register_keeper(keep):
    """keep(item) is called whenever an item has been saved: by an author or by a load."""
    _keepers.append(keep)


def saved(item):
    """Tell those who keep something of the item that it has been saved."""
    for keep in _keepers:
        keep(item)


def register_change(told):
    """told(item, what, by) is called when a change is finished: by an author, or by a load, which is nobody."""
    _told.append(told)


def changed(item, what, by=None):
    """Tell those who keep a record that the item and its parts are changed; `what` says it in words."""
    for told in _told:
        told(item, what, by)
