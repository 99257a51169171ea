"""A provision, written in any usual way."""

from decimal import Decimal

from quizzes.kinds.shape import Typed, Unreadable, Verdict
from rules import citations

COARSE = "Du har nævnt den rigtige paragraf, men ikke nøje nok: {key}."


class Citation(Typed):
    """The provision asked for or a finer place in it earns all; the right section, cited too coarsely, half."""

    name, label = "citation", "Bestemmelse"
    told = "Skriv en bestemmelse, fx GBL § 31"
    required = "Skriv en bestemmelse."

    def value(self, text, data):
        """The citation."""
        try:
            return citations.read(text)
        except citations.CitationError as error:
            raise Unreadable(str(error)) from error

    def faults(self, question, rows):
        """The right provision names its act, so that no other act's section is taken for it."""
        told = super().faults(question, rows)
        if not told and self.value(question.answer, {}).act is None:
            told.append("Skriv også loven i det rigtige svar, fx GBL § 31.")
        return told

    def same(self, data, mine, other):
        """The provision itself or a finer place in it, in an act that is named."""
        return mine.act is not None and mine.match(other) in {"ens", "finere"}

    def judge(self, data, chosen):
        """All, half for a citation that is too coarse, or nothing; a missing act is a coarse citation."""
        verdict = super().judge(data, chosen)
        if not chosen or verdict.share == 1:
            return verdict
        found = self.value(chosen[0], data).match(self.value(data["answer"], data))
        if found == "forkert":
            return verdict
        return Verdict(Decimal("0.5"), (COARSE.format(key=self.printed_key(data)),))

    def printed(self, data, text):
        """As citations are written."""
        return str(self.value(text, data))
