"""The shape that all kinds of questions share, and what they say to each other."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from quizzes.kinds.keys import new_key

LINE = 200
UNKNOWN = "Svaret findes ikke blandt mulighederne. Vælg et af dem, der står her."


class Unreadable(ValueError):
    """What was sent cannot be an answer; the message says in Danish what would be."""


@dataclass(frozen=True)
class Verdict:
    """What an answer earns between 0 and 1 (None: a teacher decides), and what is said of it."""

    share: Decimal | None
    remarks: tuple[str, ...] = ()
    mistake: str = ""


@dataclass(frozen=True)
class Judged:
    """A line of the answer afterwards: whether it was right, whether the student gave it, and why."""

    key: str
    text: str
    right: bool
    chosen: bool
    remark: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """What this line is, so that colour is never alone."""
        if self.note:
            return self.note
        if self.chosen:
            return "dit svar, rigtigt" if self.right else "dit svar, forkert"
        return "rigtigt svar" if self.right else ""


@dataclass(frozen=True)
class Input:
    """One thing to tick, select or type, as the page shows it before the answer is in."""

    label: str
    value: str = ""
    checked: bool = False
    group: str = ""
    choices: tuple[tuple[str, str, bool], ...] = ()


class Kind:
    """How a question is written, asked, read and judged. An answer is always a list of strings.

    `uses`     the fields of a question that this kind reads, besides the text
    `columns`  the columns of a row that this kind reads, besides text and remark
    `template` how the inputs are drawn
    `script`   what makes them handier where scripts run
    `rows_are_right` what a row is where the author is not asked
    """

    name = ""
    label = ""
    told = ""
    required = "Skriv et svar."
    template = "quizzes/text_field.html"
    script = ""
    input = "text"
    uses: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    is_choice = False
    has_rows = True
    is_graded = True
    rows_are_right = True

    def faults(self, question: Any, rows: list) -> list[str]:
        """What is missing or wrong in what the author wrote, in Danish."""
        return twice(rows)

    def freeze(self, question: Any, rows: list, random: Random, *, shuffle: bool) -> dict:
        """What the item keeps: with keys, right answers and remarks, for the server only."""
        options = [frozen_row(row, self.columns) for row in rows]
        return {"options": options} | {name: getattr(question, name) for name in sorted(self.uses)}

    def inputs(self, data: dict, chosen: list[str]) -> list[Input]:
        """What the page asks for, with what is chosen; knows nothing of what is right."""
        return [Input(self.told, value=chosen[0] if chosen else "")]

    def read(self, data: dict, sent: list[str]) -> list[str]:
        """The answer in its one form, empty when nothing was answered. Raises `Unreadable`."""
        typed = line(sent[0]) if sent else ""
        return [typed] if typed else []

    def missing(self, data: dict, chosen: list[str]) -> str:
        """What an answer that counts at once still lacks, in Danish."""
        return ""

    def judge(self, data: dict, chosen: list[str]) -> Verdict:
        """What the answer earns, and why."""
        raise NotImplementedError

    def judged(self, data: dict, chosen: list[str]) -> list[Judged]:
        """The answer and the right one, line by line."""
        raise NotImplementedError

    def compared(self, data: dict, chosen: list[str]) -> list[str]:
        """The answer in the form in which it is held against others: what is judged alike is written alike."""
        return [folded(self.printed_answer(data, chosen))]

    def printed_key(self, data: dict) -> str:
        """The right answer in words."""
        return "; ".join(row["text"] for row in data["options"] if row["right"])

    def printed_answer(self, data: dict, chosen: list[str]) -> str:
        """The student's answer in words."""
        return "; ".join(chosen)


class Typed(Kind):
    """A kind whose answer is one typed value against one right value; rows are wrong ones with a remark."""

    uses = frozenset({"answer"})
    rows_are_right = False

    def value(self, text: str, data: dict) -> Any:
        """The value of a text. Raises `Unreadable`."""
        raise NotImplementedError

    def same(self, data: dict, mine: Any, other: Any) -> bool:
        """Whether two values are the same answer."""
        return mine == other

    def faults(self, question: Any, rows: list) -> list[str]:
        """The right answer and every wrong one can be read, and no wrong one is right."""
        data = {name: getattr(question, name) for name in self.uses}
        told = twice(rows) + [
            f"Rækken »{row.text}« er et forkert svar og kan ikke være rigtig." for row in rows if row.right
        ]
        try:
            key = self.value(question.answer, data)
        except Unreadable as error:
            return [*told, f"Det rigtige svar kan ikke læses. {error}"]
        for row in rows:
            try:
                if self.same(data, self.value(row.text, data), key):
                    told.append(f"Det forkerte svar »{row.text}« er det rigtige svar.")
            except Unreadable as error:
                told.append(f"Rækken »{row.text}« kan ikke læses. {error}")
        return told + unremarked(rows)

    def read(self, data: dict, sent: list[str]) -> list[str]:
        """What was typed, as typed, once it can be read."""
        chosen = super().read(data, sent)
        if chosen:
            self.value(chosen[0], data)
        return chosen

    def judge(self, data: dict, chosen: list[str]) -> Verdict:
        """All or nothing; a wrong answer that the author foresaw gets its own remark."""
        if not chosen:
            return Verdict(Decimal(0))
        mine = self.value(chosen[0], data)
        if self.same(data, mine, self.value(data["answer"], data)):
            return Verdict(Decimal(1))
        for row in data["options"]:
            if self.same(data, mine, self.value(row["text"], data)):
                return Verdict(Decimal(0), (row["remark"],))
        return Verdict(Decimal(0), (f"Svaret er {self.printed_key(data)}.",))

    def judged(self, data: dict, chosen: list[str]) -> list[Judged]:
        """The student's answer, and the right one where it is another."""
        share = self.judge(data, chosen).share
        mine = [Judged("", self.printed_answer(data, chosen), share == 1, chosen=True)] if chosen else []
        key = [] if share == 1 else [Judged("", self.printed_key(data), right=True, chosen=False)]
        given = self.value(chosen[0], data) if chosen else None
        others = [
            Judged(row["key"], row["text"], right=False, chosen=False, remark=row["remark"])
            for row in data["options"]
            if not chosen or not self.same(data, given, self.value(row["text"], data))
        ]
        return mine + key + others

    def compared(self, data: dict, chosen: list[str]) -> list[str]:
        """The value as it is read; what cannot be read any more as it was typed."""
        try:
            return super().compared(data, chosen)
        except Unreadable:
            return [folded(text) for text in chosen]

    def printed_key(self, data: dict) -> str:
        """The right answer as it is read."""
        return self.printed(data, data["answer"])

    def printed_answer(self, data: dict, chosen: list[str]) -> str:
        """The student's answer as it was read."""
        return self.printed(data, chosen[0]) if chosen else ""

    def printed(self, data: dict, text: str) -> str:
        """A value in words."""
        return text


def frozen_row(row: Any, columns: frozenset[str]) -> dict:
    """One row with a new opaque key and the columns that its kind reads."""
    kept = {"key": new_key(), "text": row.text, "right": row.right, "remark": row.remark}
    return kept | {name: getattr(row, name) for name in sorted(columns - {"right"})}


def line(text: str, most: int = LINE) -> str:
    """One typed line without what no keyboard gives. Raises `Unreadable` when it is far too long."""
    clean = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if len(clean) > most:
        raise Unreadable(f"Svaret er for langt. Skriv højst {most} tegn.")
    return clean


def folded(text: str) -> str:
    """A text without regard to case and spaces."""
    return " ".join(text.split()).casefold()


def twice(rows: list) -> list[str]:
    """Rows that say the same."""
    texts = [folded(row.text) for row in rows]
    return [
        f"Svaret »{row.text}« står to gange."
        for row, text in zip(rows, texts, strict=True)
        if texts.count(text) > 1
    ]


def unremarked(rows: list) -> list[str]:
    """Wrong rows that say nothing to the one who chose them."""
    return [
        f"Svaret »{row.text}« er forkert og mangler en bemærkning."
        for row in rows
        if not row.right and not row.remark.strip()
    ]
