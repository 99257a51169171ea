"""Options to choose between: one right answer, or several."""

from decimal import Decimal

from quizzes.kinds.shape import UNKNOWN, Input, Judged, Kind, Unreadable, Verdict, folded, twice, unremarked


class Choice(Kind):
    """What all kinds with options to tick have in common."""

    template = "quizzes/options_field.html"
    input = "radio"
    told = "Vælg ét svar"
    required = "Vælg et svar."
    columns = frozenset({"right"})
    is_choice = True
    keeps_order = False

    def freeze(self, question, rows, random, *, shuffle):
        """The options, in a new order where the quiz shuffles."""
        frozen = super().freeze(question, rows, random, shuffle=shuffle)
        if shuffle and not self.keeps_order:
            random.shuffle(frozen["options"])
        return frozen

    def inputs(self, data, chosen):
        """Every option by its opaque key."""
        return [Input(row["text"], row["key"], row["key"] in chosen) for row in data["options"]]

    def read(self, data, sent):
        """The chosen keys in the order shown."""
        known = [row["key"] for row in data["options"]]
        if any(key not in known for key in sent if key):
            raise Unreadable(UNKNOWN)
        return [key for key in known if key in sent]

    def judged(self, data, chosen):
        """Every option with its verdict, in the order shown."""
        return [
            Judged(row["key"], row["text"], row["right"], row["key"] in chosen, row["remark"])
            for row in data["options"]
        ]

    def judge(self, data, chosen):
        """Right chosen less wrong chosen, over how many are right; never below 0.

        Where one is right and one can be chosen, that is all or nothing.
        """
        rows = data["options"]
        hits = sum(row["right"] for row in rows if row["key"] in chosen)
        misses = sum(not row["right"] for row in rows if row["key"] in chosen)
        share = Decimal(max(0, hits - misses)) / sum(row["right"] for row in rows)
        mistakes = (row.get("mistake", "") for row in rows if row["key"] in chosen)
        return Verdict(share, self._said(data, chosen), next(filter(None, mistakes), ""))

    def _said(self, data, chosen):
        """The remarks on the chosen options: of the wrong ones first, else of the right ones."""
        told = [row for row in data["options"] if row["key"] in chosen and row["remark"]]
        wrong = tuple(row["remark"] for row in told if not row["right"])
        return wrong or tuple(row["remark"] for row in told)

    def compared(self, data, chosen):
        """The texts of the chosen options, whatever order they were shown in."""
        return sorted(folded(row["text"]) for row in data["options"] if row["key"] in chosen)

    def printed_answer(self, data, chosen):
        """The texts of the chosen options."""
        return "; ".join(row["text"] for row in data["options"] if row["key"] in chosen)


class Single(Choice):
    """One right answer among several."""

    name, label = "single", "Ét rigtigt svar"

    def faults(self, question, rows):
        """Exactly one is right, at least one wrong."""
        right = sum(row.right for row in rows)
        told = (
            []
            if right == 1
            else [f"Netop ét svar skal være rigtigt, når kun ét kan vælges. Her er der {right}."]
        )
        return told + needs_wrong(rows) + unremarked(rows) + twice(rows)

    def read(self, data, sent):
        """One key; of several the last counts, as a browser sends no more than one."""
        return super().read(data, sent[-1:])


class Multiple(Choice):
    """Several right answers: all must be found, and wrong choices are taken from the right ones."""

    name, label = "multiple", "Flere rigtige svar"
    input = "checkbox"
    told = "Vælg alle rigtige svar"
    required = "Vælg mindst ét svar."

    def faults(self, question, rows):
        """At least one is right, at least one wrong."""
        told = [] if any(row.right for row in rows) else ["Mindst ét svar skal være rigtigt."]
        return told + needs_wrong(rows) + unremarked(rows) + twice(rows)


def needs_wrong(rows) -> list[str]:
    """Said where nothing can be got wrong."""
    return ["Mindst ét svar skal være forkert."] if all(row.right for row in rows) else []
