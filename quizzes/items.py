"""One question as it was frozen for one student: what is shown, what is right, what is said of an answer."""

from dataclasses import dataclass
from decimal import Decimal

from quizzes import shares


@dataclass(frozen=True)
class Choice:
    """An option as the student sees it before answering: an opaque key and a text, no more."""

    key: str
    text: str


@dataclass(frozen=True)
class Judged:
    """An option after the answer: whether it was right, whether it was chosen, and why."""

    key: str
    text: str
    right: bool
    chosen: bool
    remark: str

    @property
    def words(self) -> str:
        """What this option is, so that colour is never alone."""
        if self.chosen:
            return "dit svar, rigtigt" if self.right else "dit svar, forkert"
        return "rigtigt svar" if self.right else ""


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
    def is_multiple(self) -> bool:
        """Whether several options may be chosen."""
        return self.data["kind"] == "multiple"

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
    def choices(self) -> list[Choice]:
        """The options without what is right."""
        return [Choice(option["key"], option["text"]) for option in self.data["options"]]

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

    @property
    def right_texts(self) -> list[str]:
        """The texts of the right options."""
        return [option["text"] for option in self.data["options"] if option["right"]]

    def points(self, chosen) -> Decimal:
        """What the answer earns, between 0 and 1.

        Of several right options: right chosen less wrong chosen, over how many are right; never below 0.
        """
        options = self.data["options"]
        hits = sum(option["right"] for option in options if option["key"] in chosen)
        misses = sum(not option["right"] for option in options if option["key"] in chosen)
        number = sum(option["right"] for option in options)
        return shares.kept(Decimal(max(0, hits - misses)) / number)

    def judged(self, chosen) -> list[Judged]:
        """Every option with its verdict, in the order shown."""
        return [
            Judged(option["key"], option["text"], option["right"], option["key"] in chosen, option["remark"])
            for option in self.data["options"]
        ]

    def said_of(self, chosen) -> str:
        """The remarks on the chosen options: of the wrong ones first, else of the right ones."""
        told = [option for option in self.judged(chosen) if option.chosen and option.remark]
        wrong = [option.remark for option in told if not option.right]
        return "\n".join(wrong or [option.remark for option in told])

    def mistake_in(self, chosen) -> str:
        """The named mistake that the answer shows, if a generated option came from one."""
        made = (option.get("mistake", "") for option in self.data["options"] if option["key"] in chosen)
        return next((mistake for mistake in made if mistake), "")
