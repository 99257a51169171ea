"""Marks that come back in a file: what of it is new, what is the same, and what is unclear.

Only what the teacher changed in the file is taken: a cell that says what it said when it left changes nothing,
however old the file is, and one that another has changed since is unclear.
"""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from django.core import signing

from courses import gradebook, mark_versions, results
from courses.gradebook import Cell, Column, Gradebook, Row
from courses.mark_files import Refused, Table
from courses.mark_versions import Unreadable
from courses.models import Assignment, Course
from courses.overriding import ChangedPointsField
from rules.danish import DanishError

SALT, HOURS = "courses.mark_import", 24
NAME, EMAIL = "Navn", "E-mail"
OLD_FILE = (
    "Filen mangler kolonnen »Udgave«, som siger, hvad der stod, da den blev hentet. Hent karaktererne på ny, "
    "ret pointene i den fil, og behold alle kolonner."
)
NOT_THIS = "Filen er hentet fra et andet hold. Hent karaktererne fra dette hold, og ret pointene i den fil."


@dataclass(frozen=True)
class Change:
    """New points for one student on one assignment."""

    assignment: int
    user: int
    title: str
    name: str
    old: str
    new: str
    version: int


@dataclass(frozen=True)
class Unclear:
    """What of the file is not taken, and why."""

    name: str
    title: str
    why: str


@dataclass(frozen=True)
class Preview:
    """What the file would do."""

    changes: list[Change] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    same: int = 0

    def packed(self, course: Course) -> str:
        """The preview as one signed text, which the page sends back when the teacher says so."""
        changes = [list(vars(one).values()) for one in self.changes]
        unclear = [list(vars(one).values()) for one in self.unclear]
        return signing.dumps([course.pk, changes, unclear, self.same], salt=SALT, compress=True)


def unpacked(course: Course, text: str) -> Preview:
    """The preview that was shown. Raises `Refused`."""
    try:
        pk, changes, unclear, same = signing.loads(text, salt=SALT, max_age=HOURS * 3600)
    except (signing.BadSignature, ValueError) as error:
        raise Refused("Forhåndsvisningen er for gammel. Vælg filen igen; intet er gemt.") from error
    if pk != course.pk:
        raise Refused(NOT_THIS)
    return Preview([Change(*one) for one in changes], [Unclear(*one) for one in unclear], same)


def compare(course: Course, table: Table) -> Preview:
    """What the file would change. Raises `Refused` where it is no file of this course."""
    head, *lines = table
    mark = next((place for place, text in enumerate(head) if text.startswith(mark_versions.HEADING)), None)
    try:
        found, columns = mark_versions.read_heading(head[mark] if mark is not None else "")
    except Unreadable as error:
        raise Refused(OLD_FILE) from error
    if found != course.pk:
        raise Refused(NOT_THIS)
    book = gradebook.of(course)
    return _Reader(book, head, mark or 0, columns).read(lines)


class _Reader:
    """Holds a file against the gradebook as it stands."""

    def __init__(self, book: Gradebook, head: list[str], mark: int, columns: dict[str, int]):
        self.head, self.mark = head, mark
        self.rows = {row.user.pk: row for row in book.rows}
        self.places = {column.assignment.pk: place for place, column in enumerate(book.columns)}
        self.columns = book.columns
        self.assignments = {name: pk for name, pk in columns.items() if pk in self.places}
        self.names = Counter(str(row.user) for row in book.rows)
        self.changes: list[Change] = []
        self.unclear: list[Unclear] = []
        self.same = 0
        self.seen: set[int] = set()

    def read(self, lines: Table) -> Preview:
        for name, count in Counter(self.head).items():
            if name in self.assignments and count > 1:
                self.unclear.append(Unclear("", name, "Kolonnen står to gange i filen."))
                del self.assignments[name]
        for line in lines:
            self._line(dict(zip(self.head, [*line, *[""] * len(self.head)], strict=False)), line)
        return Preview(self.changes, self.unclear, self.same)

    def _line(self, said: dict[str, str], line: list[str]) -> None:
        name, mark = said.get(NAME, ""), line[self.mark] if len(line) > self.mark else ""
        try:
            left = mark_versions.read_cell(mark)
        except Unreadable:
            self.unclear.append(Unclear(name or "–", "", self._why_unknown(name)))
            return
        row = self.rows.get(left.user)
        if why := self._doubt(left.user, row, said):
            self.unclear.append(Unclear(name or "–", "", why))
            return
        self.seen.add(left.user)
        for title, assignment in self.assignments.items():
            if title in said and assignment in left.cells and row:
                self._cell(
                    title, row, self.columns[self.places[assignment]], said[title], left.cells[assignment]
                )

    def _why_unknown(self, name: str) -> str:
        if not self.names[name]:
            return "Ingen studerende på holdet svarer til rækken."
        if self.names[name] > 1:
            return "Flere på holdet har det navn, og rækken mangler sin udgave, som siger, hvem den er."
        return "Rækken mangler sin udgave, så det kan ikke ses, hvad der stod i den. Hent filen på ny."

    def _doubt(self, user: int, row: Row | None, said: dict[str, str]) -> str:
        if row is None:
            return "Den studerende er ikke længere på holdet."
        if user in self.seen:
            return "Den studerende står to gange i filen. Den første række er brugt."
        named = {NAME: str(row.user), EMAIL: row.user.email}
        if any(_folded(said[key]) != _folded(own) for key, own in named.items() if said.get(key)):
            return (
                f"Navnet og udgaven hører til to forskellige: udgaven er {row.user}s. Er kun nogle af kolonnerne "
                "sorteret, så hent filen på ny."
            )
        return ""

    def _cell(self, title: str, row: Row, column: Column, typed: str, left: tuple[str, int]) -> None:
        assignment, cell = column.assignment, row.cells[self.places[column.assignment.pk]]
        text, version = left
        if typed == text:
            self.same += 1
            return
        try:
            points = _read(typed, assignment)
        except DanishError as error:
            self.unclear.append(Unclear(str(row.user), title, str(error)))
            return
        if _same(points, text) or points == cell.points:
            self.same += 1
            return
        if version != mark_versions.version_of(assignment, row.user.pk) or not _is_as_left(cell, text):
            why = f"Ændret af en anden, siden filen blev hentet: der stod {text or 'intet'}, nu står der {cell.shown}."
            self.unclear.append(Unclear(str(row.user), title, f"{why} Filen siger {typed}."))
            return
        old, new = results.shown(cell.points), results.shown(points)
        self.changes.append(
            Change(assignment.pk, row.user.pk, assignment.title, str(row.user), old, new, version)
        )


def _is_as_left(cell: Cell, text: str) -> bool:
    return text in (cell.shown, mark_versions.points_of(cell))


def _read(typed: str, assignment: Assignment) -> Decimal:
    if not typed:
        raise DanishError(
            "Feltet er tomt. Skriv de point, der skal gælde; vil du lade de beregnede gælde igen, gøres det på "
            "den studerendes egen side."
        )
    if typed.startswith(("=", "@")):
        raise DanishError(f"Formler regnes ikke ud. Skriv tallet. Der står »{typed[:60]}«.")
    if len(typed) > 60:
        raise DanishError("Teksten er for lang til at være point.")
    return ChangedPointsField(assignment.points).read(typed)


def _same(points: Decimal, text: str) -> bool:
    return text == results.shown(points)


def _folded(text: str) -> str:
    return " ".join(text.lstrip("'").split()).casefold()
