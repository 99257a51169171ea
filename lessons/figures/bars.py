"""Bars of several parts beside each other, and the same amounts as a table that is also their key."""

from dataclasses import dataclass
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from lessons.figures.svg import NARROW, WIDE, element, picture
from rules import danish

BAR, ROW = 26, 62


@dataclass(frozen=True)
class Bar:
    """One bar: its name, and the amount of each part by the part's name, from left to right."""

    name: str
    parts: dict[str, Decimal]

    @property
    def total(self):
        return sum(self.parts.values(), Decimal(0))


def bars(title, found, kind="kroner", *, apart=False, total="I alt", total_kind="", looks=None) -> SafeString:
    """The bars as HTML.

    kind: how amounts are printed; apart: two bars' difference as a column of the table;
    looks: the number of a part's colour, where two pictures of the same things stand together.
    """
    total_kind = total_kind or kind
    names = list(dict.fromkeys(name for bar in found for name in bar.parts))
    places = {name: (looks or {}).get(name, number) for number, name in enumerate(names, 1)}
    longest = max((_drawn(bar.parts) for bar in found), default=Decimal(0))
    is_plain = len(names) == 1
    told = f"{title}. De samme tal står i tabellen under billedet."
    if is_plain:
        told = f"{title}. " + " ".join(f"{bar.name}: {_shown(bar.total, kind)}" for bar in found)
    drawings = [_draw(found, places, longest, total_kind, width, told) for width in (WIDE, NARROW)]
    context = {
        "title": title,
        "is_plain": is_plain,
        "drawings": format_html_join("", "{}", ((drawing,) for drawing in drawings)),
        "heads": [bar.name for bar in found] + (["Forskel"] if apart else []),
        "rows": [(place, name, _cells(found, name, kind, apart)) for name, place in places.items()],
        "total_name": total,
        "totals": _totals(found, kind, total_kind, apart) if total else [],
    }
    return render_to_string("lessons/bars.html", context)


def _cells(found, name, kind, apart):
    values = [bar.parts.get(name) for bar in found]
    unit = "amount" if apart and kind == "kroner" else kind
    return [_shown(value, unit) for value in values + ([_apart(values)] if apart else [])]


def _totals(found, kind, total_kind, apart):
    values = [bar.total for bar in found]
    if apart and kind == "kroner":
        kind = total_kind = "amount"
    return [_shown(value, total_kind) for value in values] + ([_shown(_apart(values), kind)] if apart else [])


def _apart(values):
    first, second = (value or Decimal(0) for value in values)
    return second - first


def _shown(value, kind):
    if value is None:
        return "–"
    if kind == "amount":
        shown = danish.show(value, "kroner").removesuffix(" kr.")
    else:
        shown = f"{value:.2f}".replace(".", ",") if kind == "number" else danish.show(value, kind)
    return shown.replace("-", "\u2212", 1)


def _drawn(parts):
    """The length of a bar: what is below nothing cannot be drawn."""
    return sum((max(value, Decimal(0)) for value in parts.values()), Decimal(0))


def _draw(found, places, longest, kind, width, told):
    inside = []
    for number, bar in enumerate(found):
        top = number * ROW
        inside += [
            element("text", bar.name, x=0, y=top + 16, class_="chart-name"),
            element("text", _shown(bar.total, kind), x=width, y=top + 16, text_anchor="end"),
        ]
        x = 0.0
        for name, place in places.items():
            value = bar.parts.get(name, Decimal(0))
            long = float(value / longest) * width if longest and value > 0 else 0.0
            if long:
                # A hair of paper between the parts; what is there at all is seen.
                drawn = max(long - 1.5, 1.0)
                inside.append(
                    element("rect", x=x, y=top + 24, width=drawn, height=BAR, class_=f"chart-part is-{place}")
                )
            x += long
    return picture(width, len(found) * ROW - 8, told, *inside)
