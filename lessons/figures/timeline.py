"""A line of days: what happened, the legal window as a band, the deadline in the accent.

The same days stand as text beside the picture. Nothing here carries a style: places are
attributes, looks are classes.
"""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.template.loader import render_to_string
from rules import danish
from rules.reading import reads

MONTHS = ("jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec.")
WIDE, NARROW = 560, 320
LETTER, LINE, ROW = 6.8, 16, 40
GAP = 12


@dataclass(frozen=True)
class Point:
    """A day and what it is; a deadline is drawn as a stroke, an event as a dot."""

    day: date
    label: str
    is_deadline: bool = False


@dataclass(frozen=True)
class Window:
    """The time within which something had to happen."""

    start: date
    end: date

    @property
    def label(self):
        """How long it is: "6 måneder" where it is whole months, else days."""
        span = relativedelta(self.end, self.start)
        months = span.years * 12 + span.months
        if months and self.start + relativedelta(months=months) == self.end:
            return "1 måned" if months == 1 else f"{months} måneder"
        days = (self.end - self.start).days
        return "1 dag" if days == 1 else f"{days} dage"


def of_facts(topic, facts, decision):
    """The points and windows that the dates of facts and decision make."""
    days = {spec.name: getattr(facts, spec.name) for spec in topic.specs if spec.kind == "date"}
    points = [
        Point(day, _plain_label(spec.label))
        for spec in topic.specs
        if spec.kind == "date" and (day := days[spec.name])
    ]
    windows = []
    for key, value in decision.figures.items():
        figure = decision.reading.figures[key]
        if figure.kind != "date" or value is None:
            continue
        points.append(Point(value, _plain_label(figure.label), is_deadline=True))
        used, _figures = reads(figure.function, set(days))
        starts = [days[name] for name in used & set(days) if days[name] and days[name] < value]
        windows += [Window(max(starts), value)] if starts else []
    return points, windows


def _plain_label(label):
    label = label.rstrip("?").removeprefix("Dag for ").removeprefix("Dagen for ")
    return label[:1].lower() + label[1:]


def timeline(points, windows=(), name="tidslinje"):
    """The timeline as HTML, or nothing where there are fewer than two days."""
    days = sorted({point.day for point in points})
    if len(days) < 2:
        return ""
    drawings = [_draw(points, windows, days, width) for width in (WIDE, NARROW)]
    drawings[0]["shown"], drawings[1]["shown"] = "timeline-wide", "timeline-narrow"
    return render_to_string(
        "lessons/timeline.html", {"drawings": drawings, "lines": _as_text(points, windows), "name": name}
    )


def of(topic, facts, decision, name="tidslinje"):
    """The timeline of a decision."""
    return timeline(*of_facts(topic, facts, decision), name=name)


def _as_text(points, windows):
    lines = [
        f"{danish.show(point.day)}: {point.label}"
        for point in sorted(points, key=lambda point: (point.day, point.is_deadline))
    ]
    spans = [
        f"{window.label} fra {danish.show(window.start)} til {danish.show(window.end)}" for window in windows
    ]
    return lines + spans


def _draw(points, windows, days, width):
    first, span = days[0], (days[-1] - days[0]).days
    margin = width / 9

    def place(day):
        return round(margin + (width - 2 * margin) * (day - first).days / span, 1)

    with_year = days[0].year != days[-1].year
    marks = [_mark(day, points, place(day), with_year) for day in days]
    rows = _stack(marks, width)
    line = rows * ROW + 12
    for mark in marks:
        base = line - 14 - mark["row"] * ROW
        mark["lines"] = [(text, round(base - LINE * (len(mark["words"]) - 1 - n), 1), not n)
                         for n, text in enumerate(mark["words"])]
        mark["stem"] = round(base + 4, 1) if mark["row"] else None
    bands = [
        {"x": place(window.start), "width": round(place(window.end) - place(window.start), 1),
         "middle": round((place(window.start) + place(window.end)) / 2, 1), "label": window.label}
        for window in windows
    ]
    return {"width": width, "height": line + (44 if bands else 16), "line": line, "marks": marks, "bands": bands}


def _mark(day, points, x, with_year):
    here = [point for point in points if point.day == day]
    date_text = f"{day.day}. {MONTHS[day.month - 1]}" + (f" {day.year}" if with_year else "")
    label = ", ".join(dict.fromkeys(point.label for point in here))
    return {
        "x": x,
        "words": [date_text, *_wrap(label)],
        "is_deadline": any(point.is_deadline for point in here),
        "is_event": any(not point.is_deadline for point in here),
    }


def _wrap(text, longest=22):
    if len(text) <= longest:
        return [text]
    cut = text.rfind(" ", 0, longest + 1)
    if cut < 1:
        return [text[: longest - 1] + "…"]
    rest = text[cut + 1 :]
    return [text[:cut], rest if len(rest) <= longest else rest[: longest - 1].rstrip() + "…"]


def _stack(marks, width):
    """Put labels that would touch in rows above one another; gives the height in rows."""
    ends = []
    for mark in marks:
        half = max(len(word) for word in mark["words"]) * LETTER / 2
        mark["text_x"] = round(min(max(mark["x"], half + 2), width - half - 2), 1)
        row = next((row for row, end in enumerate(ends) if end + GAP <= mark["text_x"] - half), len(ends))
        ends[row:row + 1] = [mark["text_x"] + half]
        mark["row"] = row
    return len(ends)
