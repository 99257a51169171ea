"""GIFT: what it carries, and how it is written."""

import re

from quizzes.exchange import amounts
from quizzes.exchange.draft import Draft, Row
from quizzes.exchange.sayable import number_of
from quizzes.exchange.writing.weights import weight

NAME, SUFFIX, TYPE = "GIFT", "gift.txt", "text/plain; charset=utf-8"
CARRIES = frozenset({"single", "multiple", "short", "number", "matching", "argument", "gaps"})
SPECIAL = re.compile(r"([\\~=#{}:])")
ONE_GAP = "GIFT har kun plads til ét felt i en tekst. Spørgsmålet er ikke i filen."
AT_THE_END = "Feltet står til sidst i teksten, og spørgsmålet er blevet til kort svar."
SAID = "Bemærkningen til et forkert svar i feltet følger ikke med."
ARROW = "GIFT bruger -> mellem et par og kan ikke skrive tegnene i et svar. Spørgsmålet er ikke i filen."


def limits(draft: Draft) -> None:
    """Say what GIFT has no word for."""
    if draft.unit:
        draft.leave(f"GIFT har ingen enhed: »{draft.unit}« står ikke i filen.")
    if draft.hint:
        draft.leave("GIFT har ingen hjælp: den står ikke i filen.")
    if draft.points != 1:
        draft.leave(f"GIFT har ingen point: spørgsmålet giver her {draft.points}.")
    if draft.kind == "argument":
        draft.leave("GIFT har ingen bedømmelsespunkter: de står ikke i filen.")
    if draft.kind == "gaps":
        _gap(draft)
    texts = [text for row in draft.rows for text in (row.text, row.partner, row.remark, *row.accepts)]
    if draft.kind in {"matching", "short", "gaps"} and any("->" in text for text in [*texts, draft.remark]):
        draft.fault = ARROW


def _gap(draft: Draft) -> None:
    """One gap is a missing word, as long as something follows it."""
    if len(draft.rows) > 1:
        draft.fault = ONE_GAP
    elif not draft.text.partition("[1]")[2].strip():
        draft.kind, draft.text = "short", draft.text.replace("[1]", "_____")
        draft.rows = [Row(row.text, right=True, accepts=row.accepts) for row in draft.rows]
        draft.change(AT_THE_END)
        draft.leave(SAID)


def write(drafts: list[Draft]) -> bytes:
    """The file."""
    return "\n".join(_question(draft) for draft in drafts).encode()


def _question(draft: Draft) -> str:
    escaped = (re.sub(r"([\\\]])", r"\\\1", tag) for tag in draft.tags)
    tags = " ".join(f"[tag:{tag}]" for tag in escaped)
    comment = f"// {tags}\n" if tags else ""
    general = f"\n\t####{_text(draft.remark)}" if draft.remark else ""
    body = WRITERS[draft.kind](draft)
    before, _, after = draft.text.partition("[1]") if draft.kind == "gaps" else (draft.text, "", "")
    asked = f"{_escaped(before)}{{{body}{general}\n}}{_escaped(after)}"
    return f"{comment}::{_escaped(draft.title)}::[plain]{asked}\n"


def _choices(draft: Draft) -> str:
    return "".join(_answer("~", row, weight(draft, row)) for row in draft.rows)


def _one(draft: Draft) -> str:
    return "".join(_answer("=" if row.right else "~", row, "") for row in draft.rows)


def _words(draft: Draft) -> str:
    return "".join(
        _answer("=", Row(text.replace("*", "\\*"), remark=row.remark), "100" if row.right else "0")
        for row in draft.rows
        for text in (row.text, *row.accepts)
    )


def _missing_word(draft: Draft) -> str:
    (row,) = draft.rows
    accepted = [Row(text.replace("*", "\\*")) for text in (row.text, *row.accepts)]
    told = "".join(_answer("=", one, "100") for one in accepted)
    return told + (_answer("=", Row("*", remark=row.remark), "0") if row.remark else "")


def _number(draft: Draft) -> str:
    value, tolerance = number_of(draft)
    wrong = "".join(f"\n\t=%0%{amounts.write(row.text, draft.unit)}:0{_feedback(row)}" for row in draft.rows)
    return f"#\n\t={value}:{tolerance}{wrong}"


def _pairs(draft: Draft) -> str:
    return "".join(f"\n\t={_text(row.text)} -> {_text(row.partner)}" for row in draft.rows)


WRITERS = {
    "single": _one,
    "multiple": _choices,
    "short": _words,
    "number": _number,
    "matching": _pairs,
    "gaps": _missing_word,
    "argument": lambda draft: "",
}


def _answer(sign: str, row: Row, share: str) -> str:
    # A text that begins as a weight does gets its own weight before it.
    if not share and row.text.startswith("%"):
        share = "100" if row.right else "0"
    return f"\n\t{sign}{f'%{share}%' if share else ''}{_text(row.text)}{_feedback(row)}"


def _feedback(row: Row) -> str:
    return f"#{_text(row.remark)}" if row.remark else ""


def _text(text: str) -> str:
    return ("[plain]" if text.startswith("[") else "") + _escaped(text)


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text).replace("\n", "\\n")
