"""Moodle XML: a `quiz` of `question` elements. Document types and entities are refused unread."""

from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from quizzes.exchange import answers
from quizzes.exchange.answers import Answer
from quizzes.exchange.decoding import cleaned
from quizzes.exchange.draft import Broken, Draft, Row
from quizzes.exchange.plain_text import IMAGE, one_line, paragraphs
from quizzes.exchange.reading import cloze
from quizzes.exchange.reading.categories import tags_of

LINE = "line-in-file"
TRUTH = {"true": "Sandt", "false": "Falsk"}
PLAIN = {"plain_text", "markdown"}
FORBIDDEN = (
    "Filen har en DOCTYPE eller egne entiteter. De kan hente andre filer eller få læsningen til at løbe løbsk, "
    "og filen er derfor afvist. Moodle skriver ikke sådan noget: eksportér den igen."
)
UNKNOWN = "Formen »{kind}« kan ikke læses her."
REASONLESS = "Sandt eller falsk uden begrundelser er blevet til et valg mellem Sandt og Falsk."
CASE = "Filen skelner mellem store og små bogstaver. Det gør vi ikke her."


class _Lined(TreeBuilder):
    """Remembers the line on which an element begins."""

    parser = None

    def start(self, tag, attrs):
        line = self.parser.parser.CurrentLineNumber if self.parser else 0
        return super().start(tag, {**attrs, LINE: str(line)})


def read(text: str) -> list[Draft]:
    """Every question of the file, those that cannot be read with their fault. Raises `Broken`."""
    root = _root(text)
    if root.tag != "quiz":
        raise Broken(
            int(root.get(LINE, 0)),
            f"Filen er XML, men ikke Moodle XML: det yderste element hedder »{root.tag[-60:]}«, ikke »quiz«.",
        )
    drafts, category = [], []
    for element in root.findall("question"):
        kind = element.get("type", "")
        if kind == "category":
            category = tags_of(_words(element.find("category")))
            continue
        draft = Draft(line=int(element.get(LINE, 0)))
        try:
            _read_one(draft, element, kind, category)
        except Broken as error:
            draft.fault = error.reason
        drafts.append(draft)
    return drafts


def _root(text: str) -> Element:
    builder = _Lined()
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.parser = parser
    try:
        parser.feed(text.lstrip())
        return parser.close()
    except DefusedXmlException as error:
        raise Broken(0, FORBIDDEN) from error
    except ParseError as error:
        # The lines that were stripped before the first sign count too.
        line = error.position[0] + len(text[: len(text) - len(text.lstrip())].split("\n")) - 1
        raise Broken(
            line, "XML’en er brudt her: et element er ikke lukket, eller et tegn er forkert."
        ) from error


def _read_one(draft: Draft, element: Element, kind: str, category: list[str]) -> None:
    draft.title = one_line(_words(element.find("name")), draft, is_html=False)
    draft.text = _text(draft, element.find("questiontext"))
    if kind not in READERS:
        raise Broken(draft.line, UNKNOWN.format(kind=kind[:40] or "uden type"))
    draft.remark = _text(draft, element.find("generalfeedback"))
    own = [cleaned(_words(tag)).strip() for tag in element.findall("tags/tag")]
    draft.tags = list(dict.fromkeys([*category, *(tag[:60] for tag in own if tag)]))
    _points(draft, element)
    _hints(draft, element)
    for file in element.iter("file"):
        draft.leave(IMAGE.format(name=file.get("name", "")[:80] or "i filen"))
    for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        if _words(element.find(name)).strip():
            draft.leave("Moodles samlede feedback (rigtigt, delvist, forkert) er ikke taget med.")
    READERS[kind](draft, element)


def _multichoice(draft: Draft, element: Element) -> None:
    is_single = _words_of(element, "single").strip().lower() != "false"
    (answers.choose_one if is_single else answers.choose_several)(draft, _answers(draft, element))


def _truefalse(draft: Draft, element: Element) -> None:
    given = [
        Answer(TRUTH.get(one.text.strip().lower(), one.text), one.share, one.remark)
        for one in _answers(draft, element)
    ]
    answers.choose_one(draft, sorted(given, key=lambda one: one.text, reverse=True))
    draft.change(REASONLESS)


def _shortanswer(draft: Draft, element: Element) -> None:
    if _words_of(element, "usecase").strip() == "1":
        draft.change(CASE)
    answers.type_words(draft, _answers(draft, element, is_html=False))


def _numerical(draft: Draft, element: Element) -> None:
    for unit in element.findall("units/unit"):
        name = _words_of(unit, "unit_name").strip()
        if _decimal(_words_of(unit, "multiplier") or "1") == 1 and not draft.unit and len(name) <= 20:
            draft.unit = name
        else:
            draft.leave(f"Enheden »{name[:40]}« er ikke taget med: her har et tal kun én enhed.")
    answers.type_number(draft, _answers(draft, element, is_html=False))


def _matching(draft: Draft, element: Element) -> None:
    draft.kind = "matching"
    for pair in element.findall("subquestion"):
        left, right = _line(draft, pair), one_line(_words(pair.find("answer")), draft, is_html=False)
        if left:
            draft.rows.append(Row(left, partner=right))
        else:
            draft.leave(f"Svaret »{right}« hører ikke til nogen linje og er udeladt.")


def _essay(draft: Draft, element: Element) -> None:
    draft.kind = "argument"
    rubric = _text(draft, element.find("graderinfo"))
    draft.rows = [Row(line.removeprefix("- ")) for line in rubric.split("\n") if line.strip()]


def _cloze(draft: Draft, element: Element) -> None:
    asked = element.find("questiontext")
    cloze.read(draft, _words(asked), is_html=asked is not None and _is_html(asked))
    if element.find("defaultgrade") is not None:
        _points(draft, element)


READERS = {
    "cloze": _cloze,
    "multichoice": _multichoice,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "matching": _matching,
    "essay": _essay,
}


def _answers(draft: Draft, element: Element, *, is_html: bool = True) -> list[Answer]:
    found = []
    for answer in element.findall("answer"):
        share = _decimal(answer.get("fraction", "0"))
        if share is None:
            raise Broken(
                int(answer.get(LINE, 0)),
                f"»{answer.get('fraction', '')[:20]}« er ikke en procent (fraction).",
            )
        remark = _text(draft, answer.find("feedback"))
        text = one_line(_words(answer), draft, is_html=is_html and _is_html(answer))
        found.append(Answer(text, share, remark, _words_of(answer, "tolerance")))
    return found


def _points(draft: Draft, element: Element) -> None:
    told = _words_of(element, "defaultgrade") or "1"
    grade = _decimal(told)
    draft.points = min(20, max(1, round(grade))) if grade is not None else 1
    if grade != draft.points:
        draft.change(
            f"Point er {draft.points} i stedet for {told.strip()[:20]}: her gives hele point fra 1 til 20."
        )


def _hints(draft: Draft, element: Element) -> None:
    hints = [text for hint in element.findall("hint") if (text := _text(draft, hint))]
    draft.hint = hints[0] if hints else ""
    if len(hints) > 1:
        draft.leave(f"Kun den første af {len(hints)} hjælpetekster er taget med: et spørgsmål har én.")


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < 1000 else None


def _words(element: Element | None) -> str:
    """What stands in the element's `text`, or in itself."""
    if element is None:
        return ""
    inner = element.find("text")
    return "".join((element if inner is None else inner).itertext())


def _words_of(element: Element, name: str) -> str:
    return _words(element.find(name))


def _is_html(element: Element) -> bool:
    return element.get("format", "html") not in PLAIN


def _text(draft: Draft, element: Element | None) -> str:
    return "" if element is None else paragraphs(_words(element), draft, is_html=_is_html(element))


def _line(draft: Draft, element: Element) -> str:
    return one_line(_words(element), draft, is_html=_is_html(element))
