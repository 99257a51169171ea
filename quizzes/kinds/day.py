"""A date."""

from quizzes.kinds.shape import Typed, Unreadable
from rules import danish


class Day(Typed):
    """The very day; written in any usual Danish way."""

    name, label = "date", "Dato"
    told = "Skriv en dato, fx 31-01-2026"
    required = "Skriv en dato."

    def value(self, text, data):
        """The date."""
        try:
            return danish.read_date(text)
        except danish.DanishError as error:
            raise Unreadable(str(error)) from error

    def printed(self, data, text):
        """Day, month in letters, year."""
        return danish.show(self.value(text, data))
