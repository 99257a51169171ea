"""Pairs: each row on the left belongs with one on the right, chosen from a list."""

from decimal import Decimal

from quizzes.kinds.keys import new_key
from quizzes.kinds.shape import UNKNOWN, Input, Judged, Kind, Unreadable, Verdict, folded, twice

FEWEST = 2


class Matching(Kind):
    """A row is a pair: its text and its partner. An answer is `left:right` for each pair that was made.

    The share is that of right pairs. Two rows may have the same partner.
    """

    name, label = "matching", "Par, der hører sammen"
    template = "quizzes/selects_field.html"
    told = "Vælg til hver linje, hvad den hører sammen med"
    required = "Vælg, hvad hver linje hører sammen med."
    columns = frozenset({"partner"})

    def faults(self, question, rows):
        """Every row has a partner, and there is something to choose between."""
        told = twice(rows)
        told += [f"Skriv, hvad »{row.text}« hører sammen med." for row in rows if not row.partner.strip()]
        if len({folded(row.partner) for row in rows}) < FEWEST:
            told.append("Skriv mindst to par med hver sin højre side.")
        return told

    def freeze(self, question, rows, random, *, shuffle):
        """The pairs, and the right-hand sides in an order of chance under keys of their own."""
        frozen = super().freeze(question, rows, random, shuffle=shuffle)
        texts = list(dict.fromkeys(row.partner for row in rows))
        random.shuffle(texts)
        return frozen | {"partners": [{"key": new_key(), "text": text} for text in texts]}

    def inputs(self, data, chosen):
        """The left-hand sides, each with every right-hand side."""
        return [
            Input(
                row["text"],
                choices=tuple(
                    (f"{row['key']}:{one['key']}", one["text"], f"{row['key']}:{one['key']}" in chosen)
                    for one in data["partners"]
                ),
            )
            for row in data["options"]
        ]

    def read(self, data, sent):
        """The pairs that were made, in the order shown."""
        told = dict(part.partition(":")[::2] for part in sent if part)
        lefts = [row["key"] for row in data["options"]]
        if not set(told) <= set(lefts) or not set(told.values()) <= {one["key"] for one in data["partners"]}:
            raise Unreadable(UNKNOWN)
        return [f"{left}:{told[left]}" for left in lefts if left in told]

    def missing(self, data, chosen):
        """A row without a partner."""
        return self.required if len(chosen) < len(data["options"]) else ""

    def judge(self, data, chosen):
        """The share of right pairs."""
        made = _made(data, chosen)
        wrong = [row for row in data["options"] if made.get(row["key"]) != row["partner"]]
        remarks = tuple(row["remark"] for row in wrong if row["remark"] and row["key"] in made)
        rows = len(data["options"])
        return Verdict(Decimal(rows - len(wrong)) / rows, remarks)

    def judged(self, data, chosen):
        """Every right pair, with what it was paired with."""
        made = _made(data, chosen)
        return [
            Judged(
                row["key"],
                f"{row['text']}: {row['partner']}",
                made.get(row["key"]) == row["partner"],
                row["key"] in made,
                row["remark"],
                _note(made.get(row["key"]), row["partner"]),
            )
            for row in data["options"]
        ]

    def compared(self, data, chosen):
        """Every line with what it was given, whatever order they were shown in."""
        return sorted(folded(line) for line in self.printed_answer(data, chosen).split("; "))

    def printed_key(self, data):
        """The right pairs."""
        return "; ".join(f"{row['text']}: {row['partner']}" for row in data["options"])

    def printed_answer(self, data, chosen):
        """The student's pairs."""
        texts = {row["key"]: row["text"] for row in data["options"]}
        return "; ".join(f"{texts[left]}: {right}" for left, right in _made(data, chosen).items())


def _made(data, chosen) -> dict[str, str]:
    """The text on the right that each left-hand key was paired with."""
    texts = {one["key"]: one["text"] for one in data["partners"]}
    return {left: texts[right] for left, _, right in (part.partition(":") for part in chosen)}


def _note(given, right) -> str:
    if given is None:
        return "ikke besvaret"
    return "dit svar, rigtigt" if given == right else f"du valgte: {given}"
