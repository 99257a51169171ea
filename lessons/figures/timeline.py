"""A line of days: what happened, the legal window as a band, the deadline in the accent.

The same days stand as text beside the picture. Nothing here carries a style: places are
attributes, looks are classes.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dateutil.relativedelta import relativedelta
from django.template.loader import render_to_string

import rules
from lessons.figures import Figure
from rules import danish
from rules.reading import PENSUM, reads

MONTHS = ("jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec.")
WIDE, NARROW = 560, 320
LETTER, LINE, NEAR = 7, 17, 24
GAP = 10


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


def timeline(points, windows=(), name="tidslinje", title=""):
    """The timeline as HTML, or nothing where there are fewer than two days."""
    days = sorted({point.day for point in points})
    if len(days) < 2:
        return ""
    drawings = [_draw(points, windows, days, width) for width in (WIDE, NARROW)]
    drawings[0]["shown"], drawings[1]["shown"] = "timeline-wide", "timeline-narrow"
    context = {"drawings": drawings, "lines": _as_text(points, windows), "name": name, "title": title}
    return render_to_string("lessons/timeline.html", context)


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
    bands = _apart([_band(window, place(window.start), place(window.end)) for window in windows])
    above, below = _stack(marks, bands, width)
    row = max(len(mark["words"]) for mark in marks) * LINE + 6
    line = above * row + NEAR
    for mark in marks:
        _set_text(mark, line, row)
    return {
        "width": width,
        "height": line + (below * row + NEAR if below else NEAR + LINE),
        "line": line,
        "marks": marks,
        "bands": bands,
    }


def _band(window, start, end):
    return {
        "x": start,
        "width": round(end - start, 1),
        "middle": round((start + end) / 2, 1),
        "label": window.label,
    }


def _apart(bands):
    """Where two windows begin together, the longer one's label stands in its own part; without room it is left out.

    The text beside the picture has them all.
    """
    ordered = sorted(bands, key=lambda band: band["width"])
    for shorter, longer in pairwise(ordered):
        if shorter["x"] == longer["x"]:
            longer["middle"] = round(longer["x"] + (shorter["width"] + longer["width"]) / 2, 1)
    for number, band in enumerate(ordered):
        left, right = _around(band["middle"], band["label"])
        others = [_around(other["middle"], other["label"]) for other in ordered[:number] if other["label"]]
        if any(left < end + GAP and start < right + GAP for start, end in others):
            band["label"] = ""
    return bands


def _set_text(mark, line, row):
    """Where each word of a mark stands, and the stem that leads to a label far from the line."""
    lines = len(mark["words"])
    if mark["side"] == "above":
        last = line - NEAR - mark["row"] * row
        heights = [last - LINE * (lines - 1 - number) for number in range(lines)]
        mark["stem"] = last + 5 if mark["row"] else None
    else:
        start = line + NEAR + 12 + mark["row"] * row
        heights = [start + LINE * number for number in range(lines)]
        mark["stem"] = start - 14 if mark["row"] else None
    mark["lines"] = [
        (word, height, not number)
        for number, (word, height) in enumerate(zip(mark["words"], heights, strict=True))
    ]


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


def _stack(marks, bands, width):
    """Give each label the nearest free place above or below the line; says how many rows each side has."""
    taken = {("below", 0): [_around(band["middle"], band["label"]) for band in bands]}
    for mark in marks:
        half = max(len(word) for word in mark["words"]) * LETTER / 2
        mark["text_x"] = round(min(max(mark["x"], half + 2), width - half - 2), 1)
        wanted = (mark["text_x"] - half, mark["text_x"] + half)
        for side, row in ((side, row) for row in range(len(marks)) for side in ("above", "below")):
            if all(
                wanted[1] + GAP < left or right + GAP < wanted[0]
                for left, right in taken.get((side, row), ())
            ):
                taken.setdefault((side, row), []).append(wanted)
                mark["side"], mark["row"] = side, row
                break
    rows = {side: [mark["row"] + 1 for mark in marks if mark["side"] == side] for side in ("above", "below")}
    return max(rows["above"]), max(rows["below"], default=0)


def _around(middle, label):
    half = len(label) * LETTER / 2
    return middle - half, middle + half


def _of_given(given, reading, name):
    topic = rules.topic(given["topic"])
    facts = topic.read(given["facts"])
    decision = topic.decide(facts, reading if reading in topic.readings else PENSUM)
    return timeline(*of_facts(topic, facts, decision), name=name, title=given.get("title", ""))


def _check(given):
    if unknown := sorted(set(given) - {"title", "topic", "facts"}):
        yield f"{unknown[0]}: feltet kendes ikke her; brug title, topic og facts"
        return
    try:
        topic = rules.topic(str(given.get("topic", "")))
        topic.read(given.get("facts"))
    except rules.UnknownTopic as error:
        yield f"topic: {error}"
    except rules.FactError as error:
        yield from (f"facts.{problem.fact}: {problem.message}" for problem in error.problems)
    else:
        if not _of_given(given, PENSUM, "tidslinje"):
            yield "facts: en tidslinje skal have mindst to forskellige dage"


FIGURE = Figure("tidslinje", _of_given, _check)
