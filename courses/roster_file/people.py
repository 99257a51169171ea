"""The people that the lines of a file name, and the lines that name nobody for sure. Asks no database."""

import re
from collections import defaultdict
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from courses.roster_file.columns import EMAIL, FIRST, GROUP, LAST, NAME, Columns
from courses.roster_file.reading import Line
from rules.danish import join

NAMED = re.compile(r"[^<>]*<([^<>]+)>")
SEVERAL = re.compile(r"@[^@]*[;,/\s][^@]*@")
LONGEST_NAME, LONGEST_GROUP, LONGEST_ADDRESS = 150, 60, 254

NO_ADDRESS = "Adressen mangler."
FORMULA = "Adressen er en formel. Indsæt den som værdi i regnearket."
SEVERAL_ADDRESSES = "Der står flere adresser. Behold én."
LONG_ADDRESS = "Adressen er for lang."
LONG_NAME = f"Navnet er over {LONGEST_NAME} tegn."
LONG_GROUP = f"Gruppens navn er over {LONGEST_GROUP} tegn."


@dataclass(frozen=True)
class Person:
    """Whom a line names."""

    line: int
    email: str
    name: str
    group: str

    @property
    def says(self) -> tuple[str, str]:
        """What matters besides the address."""
        return self.name.casefold(), self.group.casefold()


@dataclass(frozen=True)
class Unclear:
    """A line that changes nothing, and why."""

    line: int
    said: str
    reason: str
    # The address that the line names all the same.
    email: str = ""


def of(lines: list[Line], columns: Columns) -> tuple[list[Person], list[Unclear]]:
    """The people of the lines, each address once, and what is unclear."""
    people: list[Person] = []
    unclear: list[Unclear] = []
    for line in columns.lines(lines):
        said = columns.cells(line)
        person = Person(line.number, address(said.get(EMAIL, "")), _name(said), said.get(GROUP, ""))
        if reason := _fault(line, columns, said, person):
            told = ", ".join(cell for cell in line.cells if cell)[:120]
            unclear.append(Unclear(line.number, told, reason, person.email))
        else:
            people.append(person)
    once, doubles = _once(people)
    return once, sorted(unclear + doubles, key=lambda one: one.line)


def address(cell: str) -> str:
    """The address in lower case, also out of "Karen Lund <kl@skole.dk>".

    >>> address("Karen Lund <KL@skole.dk>"), address("mailto:kl@skole.dk")
    ('kl@skole.dk', 'kl@skole.dk')
    """
    named = NAMED.fullmatch(cell)
    return (named[1] if named else cell).strip().lower().removeprefix("mailto:")


def _name(said: dict[str, str]) -> str:
    return said.get(NAME) or f"{said.get(FIRST, '')} {said.get(LAST, '')}".strip()


def _fault(line: Line, columns: Columns, said: dict[str, str], person: Person) -> str:
    """Why the line cannot be used; empty where it can."""
    width = len(columns.kinds)
    if len(line.cells) > width:
        fields = "ét felt" if width == 1 else f"{width} felter"
        return (
            f"Linjen har flere felter end de {fields}, listen begynder med. Se efter et skilletegn for meget."
        )
    cell = said.get(EMAIL, "")
    if not cell:
        return NO_ADDRESS
    if cell.startswith("="):
        return FORMULA
    if SEVERAL.search(cell):
        return SEVERAL_ADDRESSES
    return _fault_of_address(person.email) or _too_long(person)


def _fault_of_address(email: str) -> str:
    if len(email) > LONGEST_ADDRESS:
        return LONG_ADDRESS
    try:
        validate_email(email)
    except ValidationError:
        return f"»{email[:60]}« er ikke en e-mailadresse. Den skrives som navn@skole.dk."
    return ""


def _too_long(person: Person) -> str:
    if len(person.name) > LONGEST_NAME:
        return LONG_NAME
    return LONG_GROUP if len(person.group) > LONGEST_GROUP else ""


def _once(people: list[Person]) -> tuple[list[Person], list[Unclear]]:
    """The first of those who say the same counts; where they say different things, none."""
    by_address: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_address[person.email].append(person)
    once: list[Person] = []
    doubles: list[Unclear] = []
    for same in by_address.values():
        first = same[0]
        if len({one.says for one in same}) == 1:
            once.append(first)
            reason = f"Står også i linje {first.line}, som er den, der bruges."
            doubles += [Unclear(one.line, one.email, reason, one.email) for one in same[1:]]
        else:
            lines = join([str(one.line) for one in same])
            reason = (
                f"Adressen står i linje {lines} med forskelligt navn eller forskellig gruppe. Ret listen."
            )
            doubles += [Unclear(one.line, one.email, reason, one.email) for one in same]
    return once, doubles
