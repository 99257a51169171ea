"""What stands in which column: recognised by its heading, or said by the teacher."""

from dataclasses import dataclass
from typing import Any

from django import forms

from courses.forms import PageForm
from courses.roster_file.reading import MOST_COLUMNS, Line

EMAIL, NAME, FIRST, LAST, GROUP = "email", "name", "first", "last", "group"
TITLES = {
    EMAIL: "E-mail",
    NAME: "Navn",
    FIRST: "Fornavn",
    LAST: "Efternavn",
    GROUP: "Gruppe",
}
HEADINGS = {
    EMAIL: "email mail emailadresse mailadresse epost epostadresse emailaddress mailaddress skolemail",
    NAME: "navn name fuldenavn fuldtnavn fullname studerende student elev deltager participant",
    FIRST: "fornavn fornavne firstname givenname",
    LAST: "efternavn lastname surname familyname",
    GROUP: "gruppe grupper group groups gruppenavn groupname team",
}
KINDS = {word: kind for kind, words in HEADINGS.items() for word in words.split()}
LOOKED_AT, LOOKED_ABOVE = 20, 5


@dataclass(frozen=True)
class Columns:
    """The kind of each column, empty for one that is left out; and how many lines stand above the people."""

    kinds: tuple[str, ...]
    above: int = 0

    def cells(self, line: Line) -> dict[str, str]:
        """What the line says, by kind."""
        return {kind: cell for kind, cell in zip(self.kinds, line.cells, strict=False) if kind}

    def lines(self, lines: list[Line]) -> list[Line]:
        """Those that name people."""
        return lines[self.above :]


def recognised(lines: list[Line]) -> Columns | None:
    """The columns by their headings, which may have a title above them; None where no heading is an address."""
    for above, line in enumerate(lines[:LOOKED_ABOVE], 1):
        kinds: list[str] = []
        for cell in line.cells:
            kind = KINDS.get("".join(sign for sign in cell.casefold() if sign.isalnum()), "")
            kinds.append("" if kind in kinds else kind)
        if EMAIL in kinds:
            return Columns(tuple(kinds), above)
    return None


def guessed(lines: list[Line]) -> Columns:
    """What the columns look like: addresses where most cells have an @, names in the first of the others."""
    width = min(max(len(line.cells) for line in lines), MOST_COLUMNS)
    looked_at = lines[:LOOKED_AT]

    def addresses(column: int) -> int:
        return sum("@" in line.cells[column] for line in looked_at if column < len(line.cells))

    best = max(range(width), key=addresses)
    found = addresses(best)
    kinds = ["" for _ in range(width)]
    others = [column for column in range(width) if column != best or not found]
    if found:
        kinds[best] = EMAIL
    if others:
        kinds[others[0]] = NAME
    return Columns(tuple(kinds), int(bool(found) and "@" not in "".join(lines[0].cells)))


class ColumnsForm(PageForm):
    """A choice for each column, and whether the first line is headings."""

    def __init__(self, lines: list[Line], columns: Columns, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.width = len(columns.kinds)
        for column, kind in enumerate(columns.kinds):
            seen = [
                line.cells[column] for line in lines[:3] if column < len(line.cells) and line.cells[column]
            ]
            self.fields[f"column-{column}"] = forms.ChoiceField(
                label=f"Kolonne {column + 1}",
                required=False,
                choices=[("", "Bruges ikke"), *TITLES.items()],
                initial=kind,
                help_text=f"Fx {', '.join(cell[:40] for cell in seen)}" if seen else "Tom i de første linjer",
                error_messages={"invalid_choice": "Vælg noget fra listen."},
            )
        self.fields["heading"] = forms.BooleanField(
            label="Den første linje er overskrifter", required=False, initial=bool(columns.above)
        )

    def clean(self) -> dict[str, Any]:
        """One column of addresses, and none said twice."""
        cleaned = super().clean() or self.cleaned_data
        seen: set[str] = set()
        for name in (f"column-{column}" for column in range(self.width)):
            kind = cleaned.get(name)
            if kind and kind in seen:
                self.add_error(name, f"To kolonner kan ikke begge være {TITLES[kind].lower()}.")
            seen.add(kind or "")
        if EMAIL not in seen and not self.errors:
            self.add_error("column-0", "Vælg den kolonne, hvor e-mailadresserne står.")
        return cleaned

    @property
    def columns(self) -> Columns:
        """What the teacher says."""
        kinds = tuple(self.cleaned_data[f"column-{column}"] for column in range(self.width))
        return Columns(kinds, int(self.cleaned_data["heading"]))
