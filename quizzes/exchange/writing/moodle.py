"""Moodle XML: what it carries, and how it is written."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quizzes.exchange import amounts
from quizzes.exchange.decoding import cleaned
from quizzes.exchange.draft import Draft, Row
from quizzes.exchange.reading.cloze import BEGINS
from quizzes.exchange.sayable import number_of
from quizzes.exchange.writing.weights import weight
from quizzes.kinds.gaps import GAP

NAME, SUFFIX, TYPE = "Moodle XML", "xml", "application/xml; charset=utf-8"
CARRIES = frozenset({"single", "multiple", "short", "number", "matching", "argument", "gaps"})
# What parts the answers of a field, and what would end it, is written as entities, which Moodle reads back.
SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in '{}~#\\"\n'} | {ord("&"): "&amp;"}
LOOKS_LIKE_A_FIELD = "Teksten ligner Moodles felter ({1:SHORTANSWER: …). Spørgsmålet er ikke i filen."


def limits(draft: Draft) -> None:
    """Say what Moodle XML has no word for."""
    if draft.kind == "argument" and any(row.remark for row in draft.rows):
        draft.leave("Bemærkningerne til bedømmelsespunkterne følger ikke med.")
    if draft.kind == "gaps" and BEGINS.search(draft.text):
        draft.fault = LOOKS_LIKE_A_FIELD
    if draft.kind == "gaps" and draft.points != len(draft.rows):
        draft.leave(
            f"Moodle giver ét point for hvert felt, i alt {len(draft.rows)}; her giver det {draft.points}."
        )


def write(drafts: list[Draft]) -> bytes:
    """The file."""
    root = Element("quiz")
    for draft in drafts:
        kind, add = WRITERS[draft.kind]
        question = SubElement(root, "question", type=kind)
        _text(question, "name", draft.title)
        _plain(question, "questiontext", _with_fields(draft) if draft.kind == "gaps" else draft.text)
        _plain(question, "generalfeedback", draft.remark)
        SubElement(question, "defaultgrade").text = str(draft.points)
        add(question, draft)
        if draft.hint:
            _plain(question, "hint", draft.hint)
        if draft.tags:
            tags = SubElement(question, "tags")
            for tag in draft.tags:
                _text(tags, "tag", tag)
    indent(root)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _choices(question: Element, draft: Draft) -> None:
    SubElement(question, "single").text = "false" if draft.kind == "multiple" else "true"
    SubElement(question, "shuffleanswers").text = "true"
    SubElement(question, "answernumbering").text = "none"
    for row in draft.rows:
        _answer(question, row.text, weight(draft, row), row.remark)


def _words(question: Element, draft: Draft) -> None:
    SubElement(question, "usecase").text = "0"
    for row in draft.rows:
        for text in (row.text, *row.accepts):
            _answer(question, text.replace("*", "\\*"), "100" if row.right else "0", row.remark)


def _number(question: Element, draft: Draft) -> None:
    value, tolerance = number_of(draft)
    SubElement(_answer(question, value, "100", ""), "tolerance").text = tolerance
    for row in draft.rows:
        wrong = _answer(question, amounts.write(row.text, draft.unit), "0", row.remark)
        SubElement(wrong, "tolerance").text = "0"
    if draft.unit:
        unit = SubElement(SubElement(question, "units"), "unit")
        SubElement(unit, "multiplier").text = "1"
        SubElement(unit, "unit_name").text = cleaned(draft.unit)
    SubElement(question, "unitgradingtype").text = "0"
    SubElement(question, "unitpenalty").text = "0"
    SubElement(question, "showunits").text = "3"
    SubElement(question, "unitsleft").text = "0"


def _pairs(question: Element, draft: Draft) -> None:
    SubElement(question, "shuffleanswers").text = "true"
    for row in draft.rows:
        _text(_plain(question, "subquestion", row.text), "answer", row.partner)


def _with_fields(draft: Draft) -> str:
    return GAP.sub(lambda gap: _field(draft.rows[int(gap[1]) - 1]), draft.text)


def _field(row: Row) -> str:
    """The wordings that are accepted, and what is said to every other."""
    accepted = (text.replace("*", "\\*") for text in (row.text, *row.accepts))
    told = [f"%100%{_sign(text)}" for text in accepted]
    if row.remark:
        told.append(f"%0%*#{_sign(row.remark)}")
    return f"{{1:SHORTANSWER:{'~'.join(told)}}}"


def _sign(text: str) -> str:
    return cleaned(text).translate(SIGNS)


def _essay(question: Element, draft: Draft) -> None:
    SubElement(question, "responseformat").text = "editor"
    SubElement(question, "responserequired").text = "1"
    SubElement(question, "attachments").text = "0"
    _plain(question, "graderinfo", "\n".join(f"- {row.text}" for row in draft.rows))


WRITERS = {
    "single": ("multichoice", _choices),
    "multiple": ("multichoice", _choices),
    "short": ("shortanswer", _words),
    "number": ("numerical", _number),
    "matching": ("matching", _pairs),
    "gaps": ("cloze", lambda question, draft: None),
    "argument": ("essay", _essay),
}


def _answer(question: Element, text: str, share: str, remark: str) -> Element:
    answer = SubElement(question, "answer", fraction=share, format="plain_text")
    SubElement(answer, "text").text = cleaned(text)
    _plain(answer, "feedback", remark)
    return answer


def _plain(parent: Element, name: str, text: str) -> Element:
    element = _text(parent, name, text)
    element.set("format", "plain_text")
    return element


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    SubElement(element, "text").text = cleaned(text)
    return element
