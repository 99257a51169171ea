"""A short answer in own words, against the wordings that the author accepts."""

from decimal import Decimal

from quizzes.kinds import wordings
from quizzes.kinds.shape import Judged, Kind, Verdict, twice, unremarked


class Short(Kind):
    """Rows marked right are accepted; the others are wrong answers that get their own remark."""

    name, label = "short", "Kort svar"
    told = "Skriv et eller få ord"
    required = "Skriv et svar."
    columns = frozenset({"right", "accepts"})

    def faults(self, question, rows):
        """At least one wording is accepted, and none is both right and wrong."""
        told = [] if any(row.right for row in rows) else ["Skriv mindst ét svar, der godtages."]
        told += twice(rows) + unremarked(rows) + wordings.empty(rows)
        sides = [
            {wordings.fold(t) for r in rows if r.right == side for t in (r.text, *r.accepts)}
            for side in (True, False)
        ]
        return told + [
            f"»{text}« står både som rigtigt og som forkert." for text in sorted(sides[0] & sides[1])
        ]

    def judge(self, data, chosen):
        """All or nothing."""
        row = self._meant(data, chosen)
        if row is None:
            return Verdict(Decimal(0), (f"Svaret er: {self.printed_key(data)}.",) if chosen else ())
        return Verdict(Decimal(bool(row["right"])), (row["remark"],) if row["remark"] else ())

    def judged(self, data, chosen):
        """The student's words, and the accepted ones where they are others."""
        row = self._meant(data, chosen)
        is_right = bool(row and row["right"])
        mine = [Judged("", chosen[0], is_right, chosen=True)] if chosen else []
        key = [] if is_right else [Judged("", self.printed_key(data), right=True, chosen=False)]
        foreseen = [
            Judged(one["key"], one["text"], False, False, one["remark"])
            for one in data["options"]
            if not one["right"]
        ]
        return mine + key + foreseen

    def compared(self, data, chosen):
        """The words as they are held against the key."""
        return [wordings.fold(text) for text in chosen]

    def printed_key(self, data):
        """The first accepted wording."""
        return next(row["text"] for row in data["options"] if row["right"])

    def _meant(self, data, chosen):
        return next((row for row in data["options"] if chosen and wordings.accepted(row, chosen[0])), None)
