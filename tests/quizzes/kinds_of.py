"""One written question of every kind, with its right, partly right, wrong and unreadable answers."""

from dataclasses import dataclass, field
from types import SimpleNamespace

from quizzes import chance
from quizzes.items import Item
from quizzes.kinds import KINDS
from tests import factories

SECRET = "Hemmelig bemærkning"


def row(text, *, right=False, remark=SECRET, partner="", accepts=()):
    """One row as an author writes it."""
    return SimpleNamespace(text=text, right=right, remark=remark, partner=partner, accepts=list(accepts))


@dataclass(frozen=True)
class Written:
    """What an author wrote, and how the item is answered. Answers name rows by their text."""

    kind: str
    rows: list
    right: list
    wrong: list
    text: str = "Hvad siger reglen?"
    partly: list | None = None
    share: str = "0.5"
    fields: dict = field(default_factory=dict)
    unreadable: list | None = None

    @property
    def question(self):
        """The question's own fields."""
        plain = {"answer": "", "unit": "", "tolerance": ""} | self.fields
        return SimpleNamespace(kind=self.kind, text=self.text, **plain)

    def item(self, seed=1):
        """The item as a student gets it."""
        kept = KINDS[self.kind].freeze(self.question, self.rows, chance.of(seed), shuffle=False)
        return Item({"key": "item", "kind": self.kind, "text": self.text, "remark": SECRET} | kept, 1)

    def sent(self, item, answer):
        """What a browser sends for an answer: keys in the place of texts."""
        keys = {one["text"]: one["key"] for one in item.data["options"]}
        if item.kind.is_choice:
            return [keys[text] for text in answer]
        if self.kind == "ordering":
            return [f"{keys[text]}:{place}" for place, text in enumerate(answer, 1) if text]
        if self.kind == "matching":
            partners = {one["text"]: one["key"] for one in item.data["partners"]}
            return [f"{keys[left]}:{partners[right]}" for left, right in answer]
        return answer


TWO = [row("Ja", right=True), row("Nej")]
WRITTEN = [
    Written("single", TWO, ["Ja"], ["Nej"], unreadable=["findes-ikke"]),
    Written(
        "multiple",
        [row("A", right=True), row("B", right=True), row("C"), row("D")],
        ["A", "B"],
        ["C"],
        partly=["A"],
        unreadable=["findes-ikke"],
    ),
    Written(
        "truefalse",
        [
            row("grunden holder", right=True, partner="Falsk"),
            row("skævt", partner="Falsk"),
            row("nej", partner="Sandt"),
        ],
        ["grunden holder"],
        ["nej"],
        partly=["skævt"],
        unreadable=["Falsk"],
    ),
    Written(
        "number",
        [row("2.450")],
        ["4.900 kr."],
        ["2450"],
        fields={"answer": "4.900", "unit": "kr.", "tolerance": "1"},
        unreadable=["12.50"],
    ),
    Written(
        "date",
        [row("27. oktober 2026")],
        ["30/10-2026"],
        ["27-10-2026"],
        fields={"answer": "2026-10-30"},
        unreadable=["i morgen"],
    ),
    Written(
        "citation",
        [row("GBL § 22")],
        ["gældsbrevslovens § 31, stk. 1"],
        ["GBL § 22"],
        partly=["GBL § 31"],
        fields={"answer": "GBL § 31, stk. 1"},
        unreadable=["paragraffen"],
    ),
    Written(
        "ordering",
        [row("Først"), row("Så"), row("Til sidst")],
        ["Først", "Så", "Til sidst"],
        ["Til sidst", "Så", "Først"],
        partly=["Så", "Til sidst", "Først"],
        unreadable=["x:1"],
    ),
    Written(
        "matching",
        [row("Tin", partner="metal"), row("Eg", partner="træ")],
        [("Tin", "metal"), ("Eg", "træ")],
        [("Tin", "træ"), ("Eg", "metal")],
        partly=[("Tin", "metal"), ("Eg", "metal")],
        unreadable=["x:y"],
    ),
    Written(
        "gaps",
        [row("14", accepts=["fjorten"]), row("overgivelsen")],
        [" FJORTEN", "Overgivelsen."],
        ["15", "aftalen"],
        text="Inden [1] dage fra [2].",
        partly=["14", "aftalen"],
        unreadable=["x" * 300],
    ),
    Written(
        "short",
        [row("Frigørende virkning", right=True, accepts=["frigørelse"]), row("Modregning")],
        ["frigoerende  VIRKNING!"],
        ["modregning"],
        unreadable=["x" * 300],
    ),
    Written(
        "hottext", [row("En."), row("To.", right=True), row("Tre.")], ["To."], ["En."], unreadable=["To."]
    ),
]
ARGUMENT = Written(
    "argument",
    [row("Nævner § 31"), row("Konkluderer")],
    ["Kunden er frigjort, fordi …"],
    [],
    unreadable=["x" * 7000],
)


def saved(written, **fields):
    """The question in the bank."""
    question = factories.QuestionFactory(
        kind=written.kind, text=written.text, options=[], **(written.fields | fields)
    )
    question.options.all().delete()
    for order, one in enumerate(written.rows, 1):
        factories.OptionFactory(
            question=question,
            order=order,
            text=one.text,
            right=one.right
            or ("right" not in KINDS[written.kind].columns and KINDS[written.kind].rows_are_right),
            remark=one.remark,
            partner=one.partner,
            accepts=one.accepts,
        )
    return question
