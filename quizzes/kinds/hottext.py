"""Hot text: a short text in which one sentence is wrong in law."""

from quizzes.kinds.choice import Single
from quizzes.kinds.shape import Judged, twice, unremarked


class HotText(Single):
    """The rows are the sentences in order; the one marked as right is the answer: the sentence that is wrong in law."""

    name, label = "hottext", "Find den forkerte sætning"
    told = "Vælg den sætning, der er forkert efter reglerne"
    required = "Vælg en sætning."
    keeps_order = True

    def faults(self, question, rows):
        """Exactly one sentence is the answer, and there are at least three to read."""
        marked = sum(row.right for row in rows)
        told = [] if marked == 1 else [f"Netop én sætning skal være den forkerte. Her er der {marked}."]
        few = [] if len(rows) > 2 else ["Skriv mindst tre sætninger."]
        return told + few + unremarked(rows) + twice(rows)

    def judged(self, data, chosen):
        """The sentences in order; the wrong one is named as such, as it is the right answer."""
        return [
            Judged(row["key"], row["text"], row["right"], chose, row["remark"], _note(row["right"], chose))
            for row in data["options"]
            for chose in [row["key"] in chosen]
        ]


def _note(is_wrong_in_law: bool, chose: bool) -> str:
    if is_wrong_in_law:
        return "den forkerte sætning, som du fandt" if chose else "den forkerte sætning"
    return "dit svar, men sætningen er rigtig" if chose else ""
