"""Numbers between the files' way of writing, 4900.5, and the Danish, 4.900,5."""

import re
from decimal import Decimal

from rules import danish

WRITTEN = re.compile(r"[+-]?(?:\d{1,15}(?:[.,]\d{0,9})?|[.,]\d{1,9})(?:[eE][+-]?\d)?")


class NotANumber(ValueError):
    """The text is no number; the message says what would be."""


def read(text: str) -> Decimal:
    """The number of a file. Raises `NotANumber`."""
    bare = text.strip()
    if not WRITTEN.fullmatch(bare):
        raise NotANumber(f"»{bare[:40]}« er ikke et tal. Skriv fx 4900 eller 12.5.")
    return Decimal(bare.replace(",", "."))


def show(value: Decimal) -> str:
    """The number as an author writes it."""
    return danish.show_number(value.normalize()) if value else "0"


def write(text: str, unit: str = "") -> str:
    """An author's number as a file has it."""
    bare = text.strip()
    if unit and bare.casefold().endswith(unit.strip().casefold()):
        bare = bare[: -len(unit.strip())]
    value = danish.read_number(bare)
    return f"{value.normalize():f}" if value else "0"
