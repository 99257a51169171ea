"""A number in the Danish way of writing, with a unit and a tolerance."""

from decimal import Decimal

from quizzes.kinds.shape import Typed, Unreadable
from rules import danish


class Number(Typed):
    """The answer may miss the right one by the tolerance, both ways and the limits included."""

    name, label = "number", "Tal"
    told = "Skriv et tal, fx 12.500 eller 12,5"
    required = "Skriv et tal."
    uses = frozenset({"answer", "unit", "tolerance"})

    def faults(self, question, rows):
        """The tolerance is a number of at least 0."""
        try:
            if question.tolerance and danish.read_number(question.tolerance) < 0:
                return ["Tolerancen må ikke være under 0."]
        except danish.DanishError as error:
            return [f"Tolerancen kan ikke læses. {error}"]
        return super().faults(question, rows)

    def value(self, text, data):
        """The number, with or without its unit."""
        bare = text.strip()
        unit = data["unit"].strip()
        if unit and bare.casefold().endswith(unit.casefold()):
            bare = bare[: -len(unit)].strip()
        try:
            return danish.read_number(bare)
        except danish.DanishError as error:
            raise Unreadable(str(error)) from error

    def same(self, data, mine, other):
        """Within the tolerance."""
        tolerance = danish.read_number(data["tolerance"]) if data["tolerance"] else Decimal(0)
        return abs(mine - other) <= tolerance

    def printed(self, data, text):
        """With groups of three, a decimal comma and the unit."""
        shown = danish.show_number(self.value(text, data).normalize())
        return f"{shown} {data['unit']}".strip()
