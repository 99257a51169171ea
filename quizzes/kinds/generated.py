"""Generated: the rules make the facts and the options; the item itself is a single choice."""

from quizzes.kinds.choice import Single


class Generated(Single):
    """A question without rows of its own."""

    name, label = "generated", "Dannes af et emne"
    columns: frozenset[str] = frozenset()
    has_rows = False

    def faults(self, question, rows):
        """It has no options of its own."""
        own = "Et spørgsmål, der dannes af et emne, får sine svar af reglen. Slet svarene her."
        return [own] if rows else []
