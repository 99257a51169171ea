"""A question on its way in or out: what the formats carry, and what was changed or left on the way."""

import uuid
from dataclasses import asdict, dataclass, field

from pydantic import ValidationError

from authoring.schema import Problem, problems_of
from quizzes.kinds import KINDS
from quizzes.question_file import QuestionFile
from quizzes.wellformed import NEEDS_TEXT

FILLER = "Svaret er forkert."
RUBRIC = "Svaret er begrundet."
FIELDS = ("title", "kind", "text", "answer", "unit", "tolerance", "remark", "hint", "points", "tags")
REMARKED = {"single", "multiple", "number", "short", "truefalse"}
LONGEST_TITLE = 80
MOST_ROWS = 60
NAMES = {"title": "Titlen", "answer": "Svaret", "unit": "Enheden", "options": "Svar {}", "tags": "Mærke {}"}


class Broken(ValueError):
    """A file, or one question of it, that cannot be read: the line and the reason in Danish."""

    def __init__(self, line: int, reason: str) -> None:
        self.line, self.reason = line, reason
        super().__init__(f"Linje {line}: {reason}" if line else reason)


@dataclass
class Row:
    """One row of a question, with the names of the bank's own."""

    text: str
    right: bool = False
    remark: str = ""
    partner: str = ""
    accepts: list[str] = field(default_factory=list)


@dataclass
class Draft:
    """One question. `changed` and `left` say in Danish what became of the rest; with a `fault` it cannot be saved."""

    line: int = 0
    kind: str = ""
    title: str = ""
    text: str = ""
    answer: str = ""
    unit: str = ""
    tolerance: str = ""
    remark: str = ""
    hint: str = ""
    points: int = 1
    tags: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    fault: str = ""
    uid: str = field(default_factory=lambda: str(uuid.uuid4()))

    @property
    def label(self) -> str:
        """The kind in words."""
        return KINDS[self.kind].label if self.kind in KINDS else ""

    @property
    def taken(self) -> str:
        """What was taken, counted."""
        remarks = sum(bool(row.remark) and row.remark != FILLER for row in self.rows)
        counted = [
            (len(self.rows), "række", "rækker"),
            (remarks, "bemærkning", "bemærkninger"),
            (len(self.tags), "mærke", "mærker"),
        ]
        told = [f"{number} {one if number == 1 else many}" for number, one, many in counted if number]
        return ", ".join([self.label, *told, *(["bemærkning til alle"] if self.remark else [])])

    def change(self, told: str) -> None:
        """Say once what was changed."""
        if told not in self.changed:
            self.changed.append(told)

    def leave(self, told: str) -> None:
        """Say once what was left."""
        if told not in self.left:
            self.left.append(told)

    def finish(self) -> "Draft":
        """Fill what the bank asks for and the file does not have; say what still cannot be saved."""
        if self.fault:
            return self
        if not self.text.strip():
            self.fault = NEEDS_TEXT
        if len(self.rows) > MOST_ROWS or any(len(row.accepts) > MOST_ROWS for row in self.rows):
            self.fault = f"Spørgsmålet har over {MOST_ROWS} svar. Del det i flere."
        if self.fault:
            self.rows = self.rows[:MOST_ROWS]
            return self
        self._fill()
        try:
            file = QuestionFile.model_validate(self._as_file())
        except ValidationError as error:
            self.fault = " ".join(dict.fromkeys(_told(problem) for problem in problems_of(error)))
        else:
            self.title, self.text, self.remark, self.hint = file.title, file.text, file.remark, file.hint
        return self

    def _fill(self) -> None:
        if not self.title.strip():
            self.title = shortened(self.text)
        if len(self.title) > 160:
            self.title = shortened(self.title)
            self.change("Titlen er gjort kortere.")
        bare = [row for row in self.rows if not row.right and not row.remark.strip()]
        if bare and self.kind in REMARKED:
            for row in bare:
                row.remark = FILLER
            count = "1 forkert svar" if len(bare) == 1 else f"{len(bare)} forkerte svar"
            self.change(
                f"{count} uden feedback har fået bemærkningen »{FILLER}« "
                "Skriv hellere, hvorfor svaret er forkert."
            )
        if self.kind == "argument" and not self.rows:
            self.rows = [Row(RUBRIC)]
            self.change(
                f"Filen siger ikke, hvad svaret bedømmes efter. Her står »{RUBRIC}« Skriv dine egne punkter."
            )

    def _as_file(self) -> dict:
        told = {name: getattr(self, name) for name in FIELDS}
        rows = [asdict(row) for row in self.rows]
        return {**told, "uid": self.uid, "slug": "ny", "options": rows}


def shortened(text: str) -> str:
    """The first words, as a title."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1].rstrip()}…"


def _told(problem: Problem) -> str:
    """What is wrong, with the field as a teacher calls it."""
    name, _, place = problem.field.partition(".")
    number = place.partition(".")[0]
    label = NAMES.get(name, name).format(int(number) + 1 if number.isdecimal() else "")
    return f"{label}: {problem.message}." if label else problem.message
