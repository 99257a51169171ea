"""Weighted answers, as GIFT and Moodle XML give them, made rows of the kind of question that they mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizzes.exchange import amounts
from quizzes.exchange.draft import Broken, Draft, Row
from quizzes.kinds.gaps import GAP

ALL, HALF, NONE = Decimal(100), Decimal(50), Decimal(0)
REASONED = re.compile(r"(Sandt|Falsk), fordi (.+)", re.DOTALL)
UNEVEN = "Svarene vejer ikke lige meget i filen. Her vejer alle rigtige svar ens, og et forkert valg trækker et fra."
PARTLY = (
    "»{text}« giver {share} % i filen. Her er et svar enten rigtigt eller forkert, og det regnes som forkert."
)
WILDCARD = "Svaret »{text}« med joker (*) er ikke taget med: her skrives hver ordlyd for sig."
KEYLESS = "Felt {n} har intet svar, der giver fuldt point."
FORESEEN = "De forkerte svar, som filen venter i felt {n}, er ikke taget med: et felt har én bemærkning."
PRAISE = "Feedback til det rigtige svar i felt {n} er ikke taget med: her siges noget, når feltet er forkert."
BRACKETS = "Tal i firkantede parenteser er skrevet i runde: her står de for felter."
OTHERWISE = "Feedback til alle andre svar er ikke taget med: her hører en bemærkning til et bestemt svar."


@dataclass(frozen=True)
class Answer:
    """One answer of a file; the share is in percent."""

    text: str
    share: Decimal
    remark: str = ""
    tolerance: str = ""


def choose_one(draft: Draft, answers: Sequence[Answer]) -> None:
    """One right answer; with reasons for true and false it is that kind."""
    sides = [REASONED.fullmatch(answer.text) for answer in answers]
    if all(sides) and {side[1] for side in sides if side} == {"Sandt", "Falsk"}:
        draft.kind = "truefalse"
        draft.rows = [
            Row(side[2], answer.share == ALL, answer.remark, partner=side[1])
            for side, answer in zip(sides, answers, strict=True)
            if side
        ]
        return
    draft.kind = "single"
    draft.rows = [Row(answer.text, answer.share == ALL, answer.remark) for answer in answers]
    _tell_partly(draft, answers)


def choose_several(draft: Draft, answers: Sequence[Answer]) -> None:
    """What earns is right."""
    draft.kind = "multiple"
    draft.rows = [Row(answer.text, answer.share > 0, answer.remark) for answer in answers]
    right = sum(row.right for row in draft.rows)
    if right:
        each = ALL / right
        if any(abs(abs(answer.share) - each) > Decimal("0.01") for answer in answers):
            draft.change(UNEVEN)


def type_words(draft: Draft, answers: Sequence[Answer]) -> None:
    """Accepted wordings and foreseen wrong ones; those that follow each other with one remark are one row."""
    draft.kind = "short"
    for answer in answers:
        text = answer.text.replace("\\*", "*")
        if answer.text.strip() == "*":
            draft.leave(OTHERWISE)
        elif "*" in answer.text.replace("\\*", ""):
            draft.leave(WILDCARD.format(text=answer.text))
        else:
            is_right, last = answer.share == ALL, draft.rows[-1] if draft.rows else None
            if last and last.right == is_right and last.remark == answer.remark:
                last.accepts.append(text)
            else:
                draft.rows.append(Row(text, is_right, answer.remark))
    _tell_partly(draft, [answer for answer in answers if "*" not in answer.text])


def type_number(draft: Draft, answers: Sequence[Answer]) -> None:
    """The first answer that earns all, and the wrong ones that are foreseen. Raises `Broken`."""
    draft.kind = "number"
    for answer in answers:
        if answer.text.strip() == "*":
            draft.leave(OTHERWISE)
            continue
        try:
            value, tolerance = bounds(answer)
        except amounts.NotANumber as error:
            raise Broken(draft.line, str(error)) from error
        if answer.share == ALL and not draft.answer:
            draft.answer = amounts.show(value)
            draft.tolerance = amounts.show(tolerance) if tolerance else ""
            if answer.remark:
                draft.remark = "\n\n".join(filter(None, [answer.remark, draft.remark]))
                draft.change("Feedback til det rigtige tal er sat som bemærkning til alle.")
        elif answer.share == ALL:
            draft.leave(
                f"Også {answer.text} er rigtigt i filen. Her er kun ét tal med sin tolerance rigtigt."
            )
        else:
            draft.rows.append(Row(amounts.show(value), remark=answer.remark))
    _tell_partly(draft, answers)


def fill_gap(draft: Draft, n: int, given: Sequence[Answer]) -> None:
    """One gap of accepted wordings; what is said to every other answer is its remark. Raises `Broken`."""
    told = [answer for answer in given if answer.text != "*"]
    right = [answer for answer in told if answer.share == ALL and "*" not in answer.text.replace("\\*", "")]
    if not right:
        raise Broken(draft.line, KEYLESS.format(n=n))
    for answer in told:
        if answer.share == ALL and answer not in right:
            draft.leave(WILDCARD.format(text=answer.text))
    if any(answer.share != ALL for answer in told):
        draft.leave(FORESEEN.format(n=n))
    if any(answer.remark for answer in right):
        draft.leave(PRAISE.format(n=n))
    first, *others = (answer.text.replace("\\*", "*") for answer in right)
    otherwise = next((answer.remark for answer in given if answer.text == "*" and answer.share != ALL), "")
    draft.rows.append(Row(first, right=True, remark=otherwise, accepts=others))


def without_gaps(draft: Draft, text: str) -> str:
    """A text in which nothing looks like a gap of ours."""
    if GAP.search(text):
        draft.change(BRACKETS)
    return GAP.sub(r"(\1)", text)


def bounds(answer: Answer) -> tuple[Decimal, Decimal]:
    """A number and its tolerance, from a range or a margin. Raises `amounts.NotANumber`."""
    low, dots, high = answer.text.partition("..")
    if dots:
        ends = sorted((amounts.read(low), amounts.read(high)))
        return (ends[0] + ends[1]) / 2, (ends[1] - ends[0]) / 2
    value, _, after = answer.text.partition(":")
    tolerance = answer.tolerance or after
    return amounts.read(value), abs(amounts.read(tolerance)) if tolerance.strip() else NONE


def _tell_partly(draft: Draft, answers: Sequence[Answer]) -> None:
    for answer in answers:
        if NONE < answer.share < ALL:
            draft.change(PARTLY.format(text=answer.text, share=f"{answer.share.normalize():f}"))
