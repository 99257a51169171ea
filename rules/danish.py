"""Danish values: how people read and write amounts, percentages and dates.

`show` writes a value as it stands in a sentence; the readers take what a person types and are strict,
because an answer must never be off by a factor of a thousand.

>>> show(Decimal("62800"), "kroner"), show(date(2026, 7, 31), "date"), show(Decimal("3.5"), "percent")
('62.800 kr.', '31. juli 2026', '3,5 %')
>>> read_number("30.000"), read_number("1 234,56 kr."), read_date("1/3-2026")
(Decimal('30000'), Decimal('1234.56'), datetime.date(2026, 3, 1))
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import Enum
from fractions import Fraction

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
OERE = Decimal("0.01")
GROUPED = re.compile(r"[+-]?\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?:,\d+)?")
PLAIN = re.compile(r"[+-]?\d+(?:,\d+)?")
NUMERIC_DATE = re.compile(r"(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{4})")
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
WRITTEN_DATE = re.compile(r"(\d{1,2})\.?\s+([a-zæøå]{3,9})\.?\s+(\d{4})")


class DanishError(ValueError):
    """What was typed cannot be read; the message says in Danish what would be right."""


def show(value: object, kind: str = "") -> str:
    """The value as it stands in a Danish sentence; `kind` is a fact kind such as "kroner"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return f"{value.day}. {MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, Enum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, str):
        return value
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, Decimal | int | float):
        return show_number(Decimal(str(value)), kind)
    if isinstance(value, Iterable):
        return join([show(item, kind) for item in value])
    return str(value)


def printed(value: object, kind: str, unit: str) -> str:
    """A value in a sentence, with its unit when its kind does not say it: "360 måneder"."""
    text = show(value, kind)
    return f"{text} {unit}" if unit and kind == "int" and text else text


def show_number(value: Decimal, kind: str = "") -> str:
    """Digits in groups of three, a comma before decimals, and the unit of the kind."""
    if kind == "kroner":
        rounded = half_up(value)
        decimals = 0 if rounded == rounded.to_integral_value() else 2
        return f"{_grouped(rounded, decimals)} kr."
    if kind == "percent":
        return f"{_grouped(half_up(value).normalize(), None)} %"
    if kind == "number":
        return _grouped(half_up(value).normalize(), None)
    return _grouped(value, None)


def join(parts: list[str]) -> str:
    """Parts in a row: "a, b og c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} og {parts[-1]}" if parts else ""


def half_up(value: Decimal) -> Decimal:
    """To two decimals, half up, as amounts and percentages are stated to customers."""
    return value.quantize(OERE, ROUND_HALF_UP)


def read_number(text: str) -> Decimal:
    """A Danish number: "30.000" is thirty thousand, "12,50" is twelve and a half.

    A dot counts as a thousands separator only before groups of exactly three digits; "12.50" is
    refused with the question which of the two was meant.
    """
    typed = text.strip()
    bare = re.sub(r"(?i)\s*(kr\.?|kroner|dkk|%|procent|pct\.?|,-)$", "", typed).strip()
    if GROUPED.fullmatch(bare):
        bare = re.sub(r"[. \u00a0\u202f]", "", bare)
    if PLAIN.fullmatch(bare) and len(bare) < 25:
        return Decimal(bare.replace(",", "."))
    if re.fullmatch(r"[+-]?\d+\.\d+", bare):
        comma, whole = bare.replace(".", ","), bare.replace(".", "")
        raise DanishError(f"Skriv decimaler med komma. Mener du {comma} eller {whole}? Du skrev ’{typed}’.")
    raise DanishError(f"Beløbet skal være et tal, fx 12.500 eller 12.500,75. Du skrev ’{typed}’.")


def read_date(text: str) -> date:
    """A Danish date: "01-03-2026", "1/3-2026", "1.3.2026", "1. marts 2026" or ISO."""
    typed = text.strip()
    lowered = typed.lower()
    if found := ISO_DATE.fullmatch(lowered):
        parts = (int(found[1]), int(found[2]), int(found[3]))
    elif found := NUMERIC_DATE.fullmatch(lowered):
        parts = (int(found[3]), int(found[2]), int(found[1]))
    elif (found := WRITTEN_DATE.fullmatch(lowered)) and (month := _month(found[2])):
        parts = (int(found[3]), month, int(found[1]))
    else:
        raise DanishError(f"Skriv datoen som dag-måned-år, fx 31-01-2026. Du skrev ’{typed}’.")
    try:
        return date(*parts)
    except ValueError:
        raise DanishError(f"Datoen findes ikke i kalenderen: ’{typed}’. Skriv fx 31-01-2026.") from None


def _month(word: str) -> int:
    hits = [number for number, name in enumerate(MONTHS, 1) if name.startswith(word)]
    return hits[0] if len(hits) == 1 else 0


def _grouped(value: Decimal, decimals: int | None) -> str:
    try:
        text = f"{value:,.{decimals}f}" if decimals is not None else f"{value:,f}"
    except (InvalidOperation, ValueError):
        return str(value)
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")
