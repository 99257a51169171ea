"""Moodle's cloze: answers that stand inside the text, `{1:SHORTANSWER:=ord~%0%andet#derfor}`, made gaps to fill."""

import re
from collections.abc import Sequence
from decimal import Decimal
from html import unescape

from quizzes.exchange import amounts, answers
from quizzes.exchange.answers import ALL, Answer
from quizzes.exchange.draft import Broken, Draft
from quizzes.exchange.plain_text import one_line, paragraphs

TYPES = {
    "short": "SHORTANSWER|SHORTANSWER_C|SA|SAC|MW|MWC",
    "number": "NUMERICAL|NM",
    "choice": "MULTICHOICE|MULTICHOICE_V|MULTICHOICE_H|MULTICHOICE_S|MULTICHOICE_VS|MULTICHOICE_HS"
    "|MC|MCV|MCH|MCS|MCVS|MCHS",
    "several": "MULTIRESPONSE|MULTIRESPONSE_H|MULTIRESPONSE_S|MULTIRESPONSE_HS|MR|MRH|MRS|MRHS",
}
KIND_OF = {name: kind for kind, names in TYPES.items() for name in names.split("|")}
# How a field begins: no other text may look like it.
BEGINS = re.compile(r"\{\d{0,3}:[A-Z_]{2,14}:")
FIELD = re.compile(r"\{(\d{0,3}):([A-Z_]{2,14}):((?:\\.|[^\\}])*)\}", re.DOTALL)
WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{1,5})?)%|=")
# A hash that stands in an entity such as &#126; parts nothing.
REMARK = re.compile(r"(?<![\\&])#")
NO_FIELDS = "Der er ingen felter at udfylde i teksten, skrevet som {1:SHORTANSWER:=svar}."
UNKNOWN = "Felt {n} har formen »{name}«, som ikke kan læses her."
WEIGHTED = "Felterne vejer ikke lige meget i filen. Her vejer de ens."
LISTED = "Felt {n} er en liste at vælge fra. Her skriver man svaret selv, og {wrong} er ikke taget med."
NUMBERED = "Felt {n} er et tal. Her sammenlignes det som ord: {accepted} godtages{tolerance}."
CASE = "Filen skelner mellem store og små bogstaver. Det gør vi ikke her."


def read(draft: Draft, text: str, *, is_html: bool) -> None:
    """The fields of the text as rows; one list to choose from and nothing else is a choice. Raises `Broken`."""
    text = answers.without_gaps(draft, text)
    fields = FIELD.findall(text)
    if not fields:
        raise Broken(draft.line, NO_FIELDS)
    given = [_answers(draft, body, is_html=is_html) for _, _, body in fields]
    kinds = [_kind(draft, n, name) for n, (_, name, _) in enumerate(fields, 1)]
    weights = [int(weight or 1) for weight, _, _ in fields]
    draft.points = min(20, max(1, sum(weights)))
    if kinds == ["choice"]:
        draft.text = paragraphs(FIELD.sub("_____", text), draft, is_html=is_html)
        answers.choose_one(draft, given[0])
        return
    if len(set(weights)) > 1:
        draft.change(WEIGHTED)
    numbers = iter(range(1, len(fields) + 1))
    draft.kind = "gaps"
    draft.text = paragraphs(FIELD.sub(lambda _: f"[{next(numbers)}]", text), draft, is_html=is_html)
    for n, (kind, told) in enumerate(zip(kinds, given, strict=True), 1):
        READERS[kind](draft, n, told)


def _number(draft: Draft, n: int, given: Sequence[Answer]) -> None:
    """A number in the ways in which it is written."""
    spelled, tolerance = [], Decimal(0)
    for answer in given:
        if answer.share != ALL or answer.text == "*":
            spelled.append(answer)
            continue
        try:
            value, margin = answers.bounds(answer)
        except amounts.NotANumber as error:
            raise Broken(draft.line, f"Felt {n}: {error}") from error
        shown, tolerance = amounts.show(value), max(tolerance, margin)
        ways = dict.fromkeys([shown, shown.replace(".", "")])
        spelled += [Answer(text, ALL, answer.remark if text == shown else "") for text in ways]
    accepted = [f"»{answer.text}«" for answer in spelled if answer.share == ALL]
    if not accepted:
        raise Broken(draft.line, answers.KEYLESS.format(n=n))
    within = f", og tolerancen {amounts.show(tolerance)} gælder ikke" if tolerance else ""
    draft.change(NUMBERED.format(n=n, accepted=" og ".join(accepted[:2]), tolerance=within))
    answers.fill_gap(draft, n, spelled)


def _choice(draft: Draft, n: int, given: Sequence[Answer]) -> None:
    """Of a list the right one is what is to be typed."""
    wrong = " og ".join(f"»{answer.text}«" for answer in given if answer.share != ALL) or "listen"
    draft.change(LISTED.format(n=n, wrong=wrong))
    answers.fill_gap(draft, n, [answer for answer in given if answer.share == ALL])


READERS = {"short": answers.fill_gap, "number": _number, "choice": _choice}


def _kind(draft: Draft, n: int, name: str) -> str:
    kind = KIND_OF.get(name, "")
    if kind not in READERS:
        raise Broken(draft.line, UNKNOWN.format(n=n, name=name))
    if name in {"SHORTANSWER_C", "SAC", "MWC"}:
        draft.change(CASE)
    return kind


def _answers(draft: Draft, body: str, *, is_html: bool) -> list[Answer]:
    found = []
    for piece in re.split(r"(?<!\\)~", body):
        weight = WEIGHT.match(piece)
        share = Decimal(weight[1] or 100) if weight else Decimal(0)
        text, *remark = REMARK.split(piece[weight.end() :] if weight else piece, maxsplit=1)
        said = paragraphs(_bare(remark[0], is_html=is_html), draft, is_html=is_html) if remark else ""
        plain = one_line(_bare(text, is_html=is_html), draft, is_html=is_html)
        found.append(Answer(plain, share, said))
    return [answer for answer in found if answer.text]


def _bare(text: str, *, is_html: bool) -> str:
    r"""Without escapes: a backslash before a sign that parts, or an entity. A star is meant as it is written."""
    plain = re.sub(r"\\([}~#/\"\\])", r"\1", text)
    return plain if is_html else unescape(plain)
