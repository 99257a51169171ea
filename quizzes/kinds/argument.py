"""An argument in own words, marked by the teacher with a rubric."""

from cases import levels
from quizzes.kinds.shape import Input, Judged, Kind, Unreadable, Verdict, twice

MOST = 6000
# What each point of the rubric is worth.
WORTH = 1


class Argument(Kind):
    """The rows are the points of the rubric, which all weigh the same. Nothing is marked by the machine."""

    name, label = "argument", "Argumentation, bedømt af underviseren"
    input = "textarea"
    told = "Skriv din argumentation i hele sætninger"
    required = "Skriv din argumentation."
    is_graded = False

    def faults(self, question, rows):
        """The rubric has at least one point."""
        return twice(rows) if rows else ["Skriv mindst ét punkt, som argumentationen bedømmes efter."]

    def freeze(self, question, rows, random, *, shuffle):
        """Each point of the rubric with its levels."""
        kept = super().freeze(question, rows, random, shuffle=shuffle)
        return kept | {"options": [row | {"levels": levels.usual(WORTH)} for row in kept["options"]]}

    def inputs(self, data, chosen):
        """One large field."""
        return [Input(self.told, chosen[0] if chosen else "")]

    def read(self, data, sent):
        """The text with its line breaks."""
        text = "".join(s for s in (sent[0] if sent else "") if s.isprintable() or s == "\n").strip()
        if len(text) > MOST:
            raise Unreadable(f"Teksten er på {len(text)} tegn. Skriv højst {MOST}.")
        return [text] if text else []

    def judge(self, data, chosen):
        """No share: a teacher decides."""
        return Verdict(None)

    def judged(self, data, chosen):
        """The text, then the points that it is held against."""
        mine = [Judged("", chosen[0], False, chosen=True, note="dit svar")] if chosen else []
        return mine + [
            Judged(row["key"], row["text"], False, False, row["remark"], "bedømmes på")
            for row in data["options"]
        ]

    def printed_key(self, data):
        """The points of the rubric."""
        return "; ".join(row["text"] for row in data["options"])
