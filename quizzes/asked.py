"""A question on one set of facts while its answers are gathered."""

from dataclasses import dataclass, field
from typing import Any

from rules.decision import Decision
from rules.grading import same

MOST, FEWEST = 3, 1


@dataclass(frozen=True)
class Option:
    """One answer as printed, and what is said to the one who chooses it."""

    text: str
    right: bool
    remark: str
    mistake: str = ""
    rank: Any = None
    value: Any = None


@dataclass
class Asked:
    """A question with its answers on one set of facts."""

    text: str
    decision: Decision
    provisions: list[str]
    tolerance: Any = 0
    options: list[Option] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    @property
    def can_be_asked(self) -> bool:
        """Whether there is something to choose between."""
        return len(self.options) > FEWEST

    @property
    def is_rich(self) -> bool:
        """Whether a named mistake is among the answers, and more than two where there can be more."""
        binary = isinstance(self.values[0], bool)
        return (binary or len(self.options) > FEWEST + 1) and any(option.mistake for option in self.options)

    def add(self, value: Any, text: str, remark: str, *, mistake: str = "", rank: Any = None) -> None:
        """Keep the answer if it is another than those kept; the first one is the right one."""
        known = {" ".join(option.text.split()).casefold() for option in self.options}
        new = text and " ".join(text.split()).casefold() not in known
        if (
            not new
            or len(self.options) > MOST
            or any(same(value, kept, self.tolerance) for kept in self.values)
        ):
            return
        self.options.append(Option(text, not self.options, remark, mistake, rank, value))
        self.values.append(value)
