"""A sentence with gaps to fill; the gaps stand as [1], [2] and so on in the question."""

import re
from decimal import Decimal

from quizzes.kinds import wordings
from quizzes.kinds.shape import Input, Judged, Kind, Verdict, line

GAP = re.compile(r"\[(\d{1,2})\]")


class Gaps(Kind):
    """Row number n is what belongs in gap [n], with its other wordings. An answer is a text for each gap.

    The share is that of gaps filled rightly; words are compared as for short answers.
    """

    name, label = "gaps", "Udfyld teksten"
    told = "Skriv, hvad der mangler i hvert felt"
    required = "Udfyld felterne."
    columns = frozenset({"accepts"})

    def faults(self, question, rows):
        """The gaps of the text are numbered as the rows are."""
        found = [int(number) for number in GAP.findall(question.text)]
        if not rows or found != list(range(1, len(rows) + 1)):
            count = f"her er {len(found)} felter og {len(rows)} rækker"
            return [f"Skriv felterne som [1], [2] osv. i teksten, ét for hver række: {count}."]
        return wordings.empty(rows)

    def inputs(self, data, chosen):
        """A field for each gap."""
        filled = chosen or [""] * len(data["options"])
        return [Input(f"Felt {n}", value) for n, value in enumerate(filled[: len(data["options"])], 1)]

    def read(self, data, sent):
        """A text for each gap, empty where none was typed."""
        count = len(data["options"])
        typed = [line(text) for text in sent[:count]]
        typed += [""] * (count - len(typed))
        return typed if any(typed) else []

    def missing(self, data, chosen):
        """A gap that is empty."""
        empty = [str(n) for n, text in enumerate(chosen, 1) if not text]
        return f"Udfyld også felt {', '.join(empty)}." if empty else ""

    def judge(self, data, chosen):
        """The share of gaps filled rightly."""
        pairs = list(zip(data["options"], chosen, strict=False))
        wrong = [row for row, text in pairs if not wordings.accepted(row, text)]
        share = Decimal(len(pairs) - len(wrong)) / len(data["options"])
        return Verdict(share, tuple(row["remark"] for row in wrong if row["remark"]))

    def judged(self, data, chosen):
        """Every gap with what belongs there and what was typed."""
        filled = chosen or [""] * len(data["options"])
        return [
            Judged(
                row["key"],
                f"[{n}] {row['text']}",
                wordings.accepted(row, text),
                bool(text),
                row["remark"],
                _note(row, text),
            )
            for n, (row, text) in enumerate(zip(data["options"], filled, strict=False), 1)
        ]

    def compared(self, data, chosen):
        """The words of each gap as they are held against the key."""
        return [wordings.fold(text) for text in chosen]

    def printed_key(self, data):
        """What belongs in the gaps."""
        return "; ".join(f"[{n}] {row['text']}" for n, row in enumerate(data["options"], 1))

    def printed_answer(self, data, chosen):
        """What was typed in the gaps."""
        return "; ".join(f"[{n}] {text}" for n, text in enumerate(chosen, 1))


def _note(row, text) -> str:
    if not text:
        return "ikke udfyldt"
    return "dit svar, rigtigt" if wordings.accepted(row, text) else f"du skrev: {text}"
