"""Steps or events that must be put in order: moved up and down, or each given a place from a list."""

from decimal import Decimal
from itertools import pairwise

from quizzes.kinds.shape import UNKNOWN, Input, Judged, Kind, Unreadable, Verdict, folded, twice

FEWEST = 3


class Ordering(Kind):
    """The rows stand in the right order. An answer is `key:place` for each row, `key:` where none is chosen.

    The share is that of right neighbours: of the pairs that follow each other in the right order, how many
    do so in the answer. One row out of place costs its own pairs and not every place after it; everything is
    earned by the right order alone.
    """

    name, label = "ordering", "Rækkefølge"
    template = "quizzes/ordering_field.html"
    script = "js/ordering.js"
    told = "Sæt linjerne i den rigtige rækkefølge"
    required = "Vælg en plads til hver linje."

    def faults(self, question, rows):
        """There are at least three rows."""
        few = [] if len(rows) >= FEWEST else [f"Skriv mindst {FEWEST} linjer i den rigtige rækkefølge."]
        return few + twice(rows)

    def freeze(self, question, rows, random, *, shuffle):
        """The rows with an order to show that is never the right one."""
        frozen = super().freeze(question, rows, random, shuffle=shuffle)
        keys = [row["key"] for row in frozen["options"]]
        shown = list(keys)
        while shown == keys and len(keys) > 1:
            random.shuffle(shown)
        return frozen | {"shown": shown}

    def inputs(self, data, chosen):
        """The rows in the order shown, each with every place."""
        texts = {row["key"]: row["text"] for row in data["options"]}
        places = range(1, len(texts) + 1)
        return [
            Input(
                texts[key],
                choices=tuple((f"{key}:{n}", f"Plads {n}", f"{key}:{n}" in chosen) for n in places),
            )
            for key in data["shown"]
        ]

    def read(self, data, sent):
        """A place for each row, in the order shown; the same place twice is kept, and never right."""
        told = dict(part.rpartition(":")[::2] for part in sent if part)
        places = {str(n) for n in range(1, len(data["shown"]) + 1)}
        if not set(told) <= set(data["shown"]) or not set(told.values()) <= places:
            raise Unreadable(UNKNOWN)
        return [f"{key}:{told[key]}" for key in data["shown"] if key in told]

    def missing(self, data, chosen):
        """A row without a place, or two with the same."""
        places = list(_places(chosen).values())
        if len(places) < len(data["shown"]):
            return self.required
        return "To linjer har samme plads. Giv dem hver sin." if len(set(places)) < len(places) else ""

    def judge(self, data, chosen):
        """The share of right neighbours."""
        places = _places(chosen)
        pairs = _pairs(data)
        hits = [pair for pair in pairs if _follow(places, *pair)]
        missed = [first for first, second in pairs if (first, second) not in hits]
        texts = {row["key"]: row for row in data["options"]}
        remarks = tuple(texts[key]["remark"] for key in missed if texts[key]["remark"])
        return Verdict(Decimal(len(hits)) / len(pairs), remarks if chosen else ())

    def judged(self, data, chosen):
        """The rows in the right order, with the place that each was given."""
        places = _places(chosen)
        return [
            Judged(
                row["key"],
                f"{number}. {row['text']}",
                places.get(row["key"]) == number,
                row["key"] in places,
                row["remark"],
                _note(places.get(row["key"]), number),
            )
            for number, row in enumerate(data["options"], 1)
        ]

    def compared(self, data, chosen):
        """Every line with what it was given, whatever order they were shown in."""
        return sorted(folded(line) for line in self.printed_answer(data, chosen).split("; "))

    def printed_key(self, data):
        """The rows in the right order."""
        return "; ".join(f"{n}. {row['text']}" for n, row in enumerate(data["options"], 1))

    def printed_answer(self, data, chosen):
        """The rows in the student's order."""
        texts = {row["key"]: row["text"] for row in data["options"]}
        return "; ".join(
            f"{n}. {texts[key]}" for key, n in sorted(_places(chosen).items(), key=lambda told: told[1])
        )


def _places(chosen) -> dict[str, int]:
    return {key: int(place) for key, _, place in (part.rpartition(":") for part in chosen)}


def _pairs(data) -> list[tuple[str, str]]:
    keys = [row["key"] for row in data["options"]]
    return list(pairwise(keys))


def _follow(places, first, second) -> bool:
    """Whether the second stands right after the first, and neither shares its place with another."""
    mine, next_to = places.get(first), places.get(second)
    alone = all(list(places.values()).count(place) == 1 for place in (mine, next_to))
    return mine is not None and next_to == mine + 1 and alone


def _note(place, right) -> str:
    if place is None:
        return "ingen plads valgt"
    return "din plads, rigtigt" if place == right else f"du gav den plads {place}"
