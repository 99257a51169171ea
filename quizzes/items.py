"""One question as it was frozen for one student: what is shown, what is right, what is said of an answer."""

from dataclasses import dataclass
from decimal import Decimal

from quizzes import shares
from quizzes.kinds import KINDS, Judged, Kind, Verdict

__all__ = ["Choice", "Item", "Judged"]


@dataclass(frozen=True)
class Choice:
    """An option as the student sees it before answering: an opaque key and a text, no more."""

    key: str
    text: str


@dataclass(frozen=True)
class Item:
    """A frozen question and its number in the attempt."""

    data: dict
    number: int

    @property
    def key(self) -> str:
        """The item's opaque key."""
        return self.data["key"]

    @property
    def kind(self) -> Kind:
        """How the question is asked and judged."""
        return KINDS[self.data["kind"]]

    @property
    def story(self) -> str:
        """The facts that are told; empty for a question without facts."""
        return self.data.get("story", "")

    @property
    def told(self) -> list[dict]:
        """Facts beside the story, each with label and value."""
        return self.data.get("told", [])

    @property
    def text(self) -> str:
        """The question."""
        return self.data["text"]

    @property
    def reading(self) -> str:
        """The reading that this question holds to, where that is not the attempt's own."""
        return self.data.get("reading", "")

    @property
    def unit(self) -> str:
        """The unit of a number."""
        return self.data.get("unit", "")

    @property
    def hint(self) -> str:
        """Help that may be opened before the answer."""
        return self.data.get("hint", "")

    @property
    def goal(self) -> str:
        """What the question trains."""
        return self.data.get("goal", "")

    @property
    def section(self) -> str:
        """The address of the section to read again."""
        return self.data.get("section", "")

    @property
    def heading(self) -> str:
        """The heading of the part of the quiz that the question stands in."""
        return self.data.get("heading", "")

    @property
    def worth(self) -> int:
        """The points that the right answer earns."""
        return self.data.get("worth", 1)

    @property
    def asks_certainty(self) -> bool:
        """Whether the student also says how sure they are."""
        return self.data.get("certainty", False) and self.kind.is_graded

    @property
    def choices(self) -> list[Choice]:
        """The options without what is right; none where the answer is typed or put together."""
        rows = self.data["options"] if self.kind.is_choice else []
        return [Choice(row["key"], row["text"]) for row in rows]

    @property
    def remark(self) -> str:
        """What is said to everybody after the answer."""
        return self.data.get("remark", "")

    @property
    def path(self) -> list[str]:
        """The way through the rule on these facts, a line a step."""
        return self.data.get("path", [])

    @property
    def provisions(self) -> list[str]:
        """The provisions that decide."""
        return self.data.get("provisions", [])

    @property
    def terms(self) -> list[str]:
        """The addresses of the terms that it asks for."""
        return self.data.get("terms", [])

    @property
    def parted(self) -> dict | None:
        """What the two readings say, where they part on these facts."""
        return self.data.get("parted")

    @property
    def made_from(self) -> dict:
        """Topic, question asked, facts, seed and rule version of a generated item."""
        return self.data.get("made_from", {})

    @property
    def topic(self) -> str:
        """The topic that the answer is evidence of."""
        return self.made_from.get("topic", "") or next(iter(self.data.get("topics", [])), "")

    def judge(self, chosen) -> Verdict:
        """What the answer earns, and why."""
        return self.kind.judge(self.data, chosen)

    def points(self, chosen) -> Decimal | None:
        """The share of the item that the answer earns, as it is kept; None where a teacher decides."""
        share = self.judge(chosen).share
        return None if share is None else shares.kept(share)

    def judged(self, chosen) -> list[Judged]:
        """The answer and what is right, line by line."""
        return self.kind.judged(self.data, chosen)

    def said_of(self, chosen) -> str:
        """The remarks on the answer."""
        return "\n".join(self.judge(chosen).remarks)

    def mistake_in(self, chosen) -> str:
        """The named mistake that the answer shows, if a generated option came from one."""
        return self.judge(chosen).mistake
