"""A statement that is true or false, and the reason."""

from decimal import Decimal

from quizzes.kinds.choice import Single
from quizzes.kinds.shape import Input, Judged, Verdict

SIDES = ("Sandt", "Falsk")
HALF = Decimal("0.5")


class TrueFalse(Single):
    """A reason is chosen under »Sandt, fordi« or »Falsk, fordi«. The right side with a wrong reason earns half."""

    name, label = "truefalse", "Sandt eller falsk med begrundelse"
    told = "Vælg, om udsagnet er sandt eller falsk, og hvorfor"
    required = "Vælg, om udsagnet er sandt eller falsk, og hvorfor."
    columns = frozenset({"right", "partner"})

    def faults(self, question, rows):
        """As for one right answer; every reason stands under one of the two sides, and both are there."""
        told = super().faults(question, rows)
        told += [
            f"Begrundelsen »{row.text}« skal høre til Sandt eller Falsk, ikke »{row.partner}«."
            for row in rows
            if row.partner not in SIDES
        ]
        missing = [side for side in SIDES if side not in {row.partner for row in rows}]
        return told + [f"Der mangler en begrundelse under {side}." for side in missing]

    def inputs(self, data, chosen):
        """The reasons under their side, true before false."""
        return [
            Input(row["text"], row["key"], row["key"] in chosen, f"{side}, fordi")
            for side in SIDES
            for row in data["options"]
            if row["partner"] == side
        ]

    def judge(self, data, chosen):
        """All for side and reason, half for the side alone."""
        verdict = super().judge(data, chosen)
        right = next(row["partner"] for row in data["options"] if row["right"])
        sides = {row["partner"] for row in data["options"] if row["key"] in chosen}
        if verdict.share == 0 and sides == {right}:
            return Verdict(HALF, verdict.remarks)
        return verdict

    def judged(self, data, chosen):
        """Every reason with its side before it."""
        return [
            Judged(row["key"], self._text(row), row["right"], row["key"] in chosen, row["remark"])
            for row in data["options"]
        ]

    def printed_key(self, data):
        """Side and reason."""
        return next(self._text(row) for row in data["options"] if row["right"])

    def printed_answer(self, data, chosen):
        """Side and reason."""
        return "; ".join(self._text(row) for row in data["options"] if row["key"] in chosen)

    def _text(self, row):
        return f"{row['partner']}, fordi {row['text']}"
