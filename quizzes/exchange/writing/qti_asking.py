"""QTI 2.1: how each kind of question asks, what it declares, and how its answer is counted."""

from xml.etree.ElementTree import Element, SubElement

from quizzes.exchange.decoding import cleaned
from quizzes.exchange.draft import Draft, Row
from quizzes.exchange.sayable import number_of
from quizzes.exchange.writing.weights import weight
from quizzes.kinds.gaps import GAP

ANSWER, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"


def _choices(root: Element, body: Element, processing: Element, draft: Draft) -> None:
    most = "0" if draft.kind == "multiple" else "1"
    asked = SubElement(body, "choiceInteraction", responseIdentifier=ANSWER, shuffle="true", maxChoices=most)
    for key, row in keyed(draft.rows):
        SubElement(asked, "simpleChoice", identifier=key).text = cleaned(row.text)
    _choose(root, processing, draft)


def _sentences(root: Element, body: Element, processing: Element, draft: Draft) -> None:
    asked = SubElement(body, "hottextInteraction", responseIdentifier=ANSWER, maxChoices="1")
    line = SubElement(asked, "p")
    for key, row in keyed(draft.rows):
        sentence = SubElement(line, "hottext", identifier=key)
        sentence.text, sentence.tail = cleaned(row.text), " "
    _choose(root, processing, draft)


def _choose(root: Element, processing: Element, draft: Draft) -> None:
    """What each of the options earns, and that its remark is shown."""
    declared = _declare(root, "multiple" if draft.kind == "multiple" else "single", "identifier")
    right = SubElement(declared, "correctResponse")
    mapping = SubElement(declared, "mapping", lowerBound="0", upperBound=str(draft.points), defaultValue="0")
    for key, row in keyed(draft.rows):
        worth = float(weight(draft, row)) * draft.points / 100
        SubElement(mapping, "mapEntry", mapKey=key, mappedValue=f"{worth:.5f}")
        if row.right:
            SubElement(right, "value").text = key
    _mapped(processing)
    if any(row.remark for row in draft.rows):
        SubElement(
            SubElement(processing, "setOutcomeValue", identifier=FEEDBACK), "variable", identifier=ANSWER
        )


def _words(root: Element, body: Element, processing: Element, draft: Draft) -> None:
    accepted = [text for row in draft.rows if row.right for text in (row.text, *row.accepts)]
    _accept(_declare(root, "single", "string"), accepted, str(draft.points))
    SubElement(SubElement(body, "p"), "textEntryInteraction", responseIdentifier=ANSWER)
    _mapped(processing)


def _gaps(root: Element, body: Element, processing: Element, draft: Draft) -> None:
    worth = f"{draft.points / len(draft.rows):.5f}"
    given = SubElement(SubElement(processing, "setOutcomeValue", identifier=SCORE), "sum")
    for number, row in enumerate(draft.rows, 1):
        declared = _declare(root, "single", "string", f"{ANSWER}{number}")
        _accept(declared, [row.text, *row.accepts], worth)
        SubElement(given, "mapResponse", identifier=f"{ANSWER}{number}")
    for line in body:
        line.text, *parts = GAP.split(line.text or "")
        for name, after in zip(parts[::2], parts[1::2], strict=True):
            told = {"responseIdentifier": f"{ANSWER}{name}"}
            SubElement(line, "textEntryInteraction", told).tail = after


def _accept(declared: Element, accepted: list[str], worth: str) -> None:
    """The wordings that earn, the first as the key."""
    SubElement(SubElement(declared, "correctResponse"), "value").text = cleaned(accepted[0])
    mapping = SubElement(declared, "mapping", defaultValue="0")
    for text in accepted:
        told = {"mapKey": cleaned(text), "mappedValue": worth, "caseSensitive": "false"}
        SubElement(mapping, "mapEntry", told)


def _number(root: Element, body: Element, processing: Element, draft: Draft) -> None:
    value, tolerance = number_of(draft)
    declared = _declare(root, "single", "float")
    SubElement(SubElement(declared, "correctResponse"), "value").text = value
    line = SubElement(body, "p")
    SubElement(line, "textEntryInteraction", responseIdentifier=ANSWER).tail = cleaned(
        f" {draft.unit}".rstrip()
    )
    told = {"toleranceMode": "absolute", "tolerance": f"{tolerance} {tolerance}"}
    _all_or_nothing(processing, draft, Element("equal", told))


def _pairs(root: Element, body: Element, processing: Element, draft: Draft) -> None:
    declared = _declare(root, "multiple", "directedPair")
    partners = {text: f"B{n}" for n, text in enumerate(dict.fromkeys(row.partner for row in draft.rows), 1)}
    right, count = SubElement(declared, "correctResponse"), len(draft.rows)
    mapping = SubElement(declared, "mapping", defaultValue="0")
    told = {"responseIdentifier": ANSWER, "shuffle": "true", "maxAssociations": str(count)}
    asked = SubElement(body, "matchInteraction", told)
    sides = [SubElement(asked, "simpleMatchSet") for _ in range(2)]
    for key, row in keyed(draft.rows):
        pair = f"{key} {partners[row.partner]}"
        SubElement(right, "value").text = pair
        SubElement(mapping, "mapEntry", mapKey=pair, mappedValue=f"{draft.points / count:.5f}")
        SubElement(sides[0], "simpleAssociableChoice", identifier=key, matchMax="1").text = cleaned(row.text)
    for text, key in partners.items():
        told = {"identifier": key, "matchMax": str(count)}
        SubElement(sides[1], "simpleAssociableChoice", told).text = cleaned(text)
    _mapped(processing)


def _order(root: Element, body: Element, processing: Element, draft: Draft) -> None:
    right = SubElement(_declare(root, "ordered", "identifier"), "correctResponse")
    asked = SubElement(body, "orderInteraction", responseIdentifier=ANSWER, shuffle="true")
    for key, row in keyed(draft.rows):
        SubElement(right, "value").text = key
        SubElement(asked, "simpleChoice", identifier=key).text = cleaned(row.text)
    _all_or_nothing(processing, draft, Element("match"))


def _essay(root: Element, body: Element, processing: Element, draft: Draft) -> None:
    _declare(root, "single", "string")
    SubElement(body, "extendedTextInteraction", responseIdentifier=ANSWER)


def _declare(root: Element, cardinality: str, base: str, name: str = ANSWER) -> Element:
    told = {"identifier": name, "cardinality": cardinality, "baseType": base}
    return SubElement(root, "responseDeclaration", told)


def _mapped(processing: Element) -> None:
    given = SubElement(processing, "setOutcomeValue", identifier=SCORE)
    SubElement(given, "mapResponse", identifier=ANSWER)


def _all_or_nothing(processing: Element, draft: Draft, test: Element) -> None:
    condition = SubElement(SubElement(processing, "responseCondition"), "responseIf")
    SubElement(test, "variable", identifier=ANSWER)
    SubElement(test, "correct", identifier=ANSWER)
    condition.append(test)
    given = SubElement(condition, "setOutcomeValue", identifier=SCORE)
    SubElement(given, "baseValue", baseType="float").text = str(draft.points)


def keyed(rows: list[Row]) -> list[tuple[str, Row]]:
    """The rows under the keys A1, A2 and so on."""
    return [(f"A{number}", row) for number, row in enumerate(rows, 1)]


WRITERS = {
    "single": _choices,
    "multiple": _choices,
    "hottext": _sentences,
    "short": _words,
    "gaps": _gaps,
    "number": _number,
    "matching": _pairs,
    "ordering": _order,
    "argument": _essay,
}
