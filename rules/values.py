"""The kinds of value that facts and answers have, and how each is read from and written to plain data.

A kind is one of bool, int, kroner, percent, number, date, choice, fraction, list, text. Readers are strict and raise
pydantic's custom error with a Danish message and what would be right.
"""

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic_core import PydanticCustomError

from rules import danish

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
BOUNDS: dict[str, tuple[Decimal, Decimal]] = {
    "kroner": (Decimal(0), Decimal(10) ** 11),
    "percent": (Decimal(0), Decimal(100)),
    "number": (Decimal(0), Decimal(10) ** 6),
    "int": (Decimal(0), Decimal(10) ** 6),
    "fraction": (Decimal(0), Decimal(1)),
}
MOST_ITEMS = 50
UNITS = {"kroner": "kr.", "percent": "%"}


class Choice(Enum):
    """A closed list of alternatives: `FAST = "fast", "Fast rente"` (key, Danish label)."""

    label: str

    def __new__(cls, key: str, label: str) -> "Choice":
        """A member whose value is its key in plain data."""
        member = object.__new__(cls)
        member._value_ = key
        member.label = label
        return member


def refuse(right: str, message: str) -> PydanticCustomError:
    return PydanticCustomError("fact", "{message}", {"right": right, "message": message})


def quoted(value: Any) -> str:
    text = str(value)
    return f"’{text if len(text) < 60 else text[:57] + '…'}’"


def read_bool(value: Any) -> bool:
    """True or false, nothing that merely resembles it."""
    if isinstance(value, bool):
        return value
    raise refuse("true eller false", f"Svaret skal være ja eller nej. Du skrev {quoted(value)}.")


def read_decimal(value: Any) -> Decimal:
    """A number of at most two decimals, given as a number or as text with a decimal point."""
    try:
        number = Decimal(str(value)) if not isinstance(value, bool) else None
    except ArithmeticError:
        number = None
    if number is None or not number.is_finite() or abs(number) > Decimal(10) ** 15:
        raise refuse(
            "et tal", f"Beløbet skal være et tal, fx 12500 eller 12500.75. Du skrev {quoted(value)}."
        )
    if number != number.quantize(danish.OERE):
        raise refuse("højst to decimaler", f"Tallet må højst have to decimaler. Du skrev {quoted(value)}.")
    return number


def read_int(value: Any) -> int:
    """A whole number."""
    try:
        number = Decimal(str(value)) if not isinstance(value, bool) else None
    except ArithmeticError:
        number = None
    if number is None or not number.is_finite() or abs(number) > Decimal(10) ** 9 or number != int(number):
        raise refuse("et helt tal", f"Skriv et helt tal. Du skrev {quoted(value)}.")
    return int(number)


def read_date(value: Any) -> date:
    """A day as ISO text, between 1900 and 2199."""
    day: date | None
    if type(value) is date:
        day = value
    else:
        try:
            day = date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
        except ValueError:
            day = None
    if day is None:
        raise refuse(
            "en dato som 2026-01-31", f"Datoen skal skrives som 2026-01-31. Du skrev {quoted(value)}."
        )
    if not EARLIEST <= day <= LATEST:
        raise refuse(
            "en dag mellem 1900 og 2199", f"Datoen skal ligge mellem 1900 og 2199. Du skrev {quoted(value)}."
        )
    return day


def read_fraction(value: Any) -> Fraction:
    """A share of the whole: 0.5, "1/3" or "0.25"."""
    try:
        share = Fraction(str(value)) if not isinstance(value, bool) else None
    except (ValueError, ZeroDivisionError):
        share = None
    if share is None or not 0 <= share <= 1 or share.denominator > 10**6:
        raise refuse(
            "en andel mellem 0 og 1",
            f"Andelen skal ligge mellem 0 og 1, fx 0.5 eller 1/3. Du skrev {quoted(value)}.",
        )
    return share


Kroner = Annotated[Decimal, "kroner"]
Percent = Annotated[Decimal, "percent"]
Number = Annotated[Decimal, "number"]
Share = Annotated[Fraction, "fraction"]
READERS: dict[str, Any] = {
    "bool": read_bool,
    "int": read_int,
    "kroner": read_decimal,
    "percent": read_decimal,
    "number": read_decimal,
    "date": read_date,
    "fraction": read_fraction,
}


def plain(value: Any) -> Any:
    """A value as JSON-plain data: dates ISO, amounts and percentages as numbers with two decimals."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(danish.half_up(value))
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, Fraction):
        return str(value)
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def kind_of(annotation: Any) -> tuple[str, Any, bool]:
    """The kind of a type, the type itself without None, and whether None is allowed."""
    if get_origin(annotation) in (Union, UnionType):
        bare = [part for part in get_args(annotation) if part is not type(None)]
        kind, inner, _ = kind_of(bare[0])
        return kind, inner, len(bare) < len(get_args(annotation))
    if get_origin(annotation) is Annotated:
        return next(str(part) for part in get_args(annotation) if isinstance(part, str)), annotation, False
    if get_origin(annotation) in (list, tuple):
        return "list", get_args(annotation)[0], False
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return "choice", annotation, False
    names: dict[Any, str] = {
        bool: "bool",
        int: "int",
        date: "date",
        Decimal: "kroner",
        Fraction: "fraction",
        str: "text",
    }
    return names[annotation], annotation, False


def items_of(kind: str, inner: Any) -> str:
    """The kind of a list's items; empty for what is no list."""
    return kind_of(inner)[0] if kind == "list" else ""


def read_value(kind: str, inner: Any, value: Any) -> Any:
    """One plain value of a kind. Raises `PydanticCustomError` with a Danish message."""
    if kind == "choice":
        if isinstance(value, inner):
            return value
        for member in inner:
            if value == member.value:
                return member
        keys = ", ".join(member.value for member in inner)
        raise refuse(f"en af {keys}", f"Vælg en af mulighederne: {keys}. Du skrev {quoted(value)}.")
    if kind == "list":
        if not isinstance(value, list | tuple) or len(value) > MOST_ITEMS:
            right = f"en liste med højst {MOST_ITEMS} værdier"
            raise refuse(right, f"Skriv en liste med højst {MOST_ITEMS} værdier. Du skrev {quoted(value)}.")
        item_kind, item_inner, _ = kind_of(inner)
        return tuple(read_value(item_kind, item_inner, item) for item in value)
    if kind == "text":
        if not isinstance(value, str) or len(value) > 200:
            raise refuse("tekst", f"Skriv tekst. Du skrev {quoted(value)}.")
        return value
    return READERS[kind](value)
