"""QTI 2.1: one `assessmentItem` a question, in a package with its manifest."""

import io
import zipfile
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quizzes.exchange.decoding import cleaned
from quizzes.exchange.draft import Draft, Row
from quizzes.exchange.sayable import PARTS, number_of
from quizzes.exchange.writing.weights import weight

NAME, SUFFIX, TYPE = "QTI 2.1", "zip", "application/zip"
CARRIES = frozenset({"single", "multiple", "short", "number", "matching", "ordering", "argument"})
SPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
WHERE = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
PACKAGE_SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
WRITTEN_AT = (2026, 1, 1, 0, 0, 0)
ANSWER, SCORE, FEEDBACK, REMARK = "RESPONSE", "SCORE", "FEEDBACK", "REMARK"


def limits(draft: Draft) -> None:
    """Say what our items leave out."""
    if draft.hint:
        draft.leave("Hjælpen følger ikke med i QTI.")
    if draft.tags:
        draft.leave("Mærkerne følger ikke med i QTI.")
    if draft.kind in {"short", "number"} and draft.rows and any(not row.right for row in draft.rows):
        draft.leave("Bemærkningerne til de forkerte svar, du ventede, følger ikke med.")
    if draft.kind == "ordering":
        draft.change(PARTS)
    if draft.kind == "argument":
        draft.leave("Bedømmelsespunkterne følger ikke med i QTI.")


def write(drafts: list[Draft]) -> bytes:
    """The package."""
    files = {f"items/item-{number}.xml": _item(draft, number) for number, draft in enumerate(drafts, 1)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, element in {"imsmanifest.xml": _manifest(list(files)), **files}.items():
            indent(element)
            package.writestr(
                zipfile.ZipInfo(name, WRITTEN_AT), tostring(element, encoding="utf-8", xml_declaration=True)
            )
    return packed.getvalue()


def _manifest(names: list[str]) -> Element:
    root = _root("manifest", PACKAGE, PACKAGE_SCHEMA, identifier="MANIFEST-1")
    told = SubElement(root, "metadata")
    SubElement(told, "schema").text = "QTIv2.1 Package"
    SubElement(told, "schemaversion").text = "1.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    for number, name in enumerate(names, 1):
        one = SubElement(
            resources, "resource", identifier=f"RES-{number}", type="imsqti_item_xmlv2p1", href=name
        )
        SubElement(one, "file", href=name)
    return root


def _item(draft: Draft, number: int) -> Element:
    told = {"identifier": f"item-{number}", "title": cleaned(draft.title)}
    root = _root("assessmentItem", SPACE, SCHEMA, **told, adaptive="false", timeDependent="false")
    body = Element("itemBody")
    for paragraph in filter(str.strip, draft.text.split("\n")):
        SubElement(body, "p").text = cleaned(paragraph)
    processing = Element("responseProcessing")
    WRITERS[draft.kind](root, body, processing, draft)
    _outcomes(root, processing, draft)
    root.append(body)
    if len(processing):
        root.append(processing)
    _modal(root, draft)
    return root


def _choices(root: Element, body: Element, processing: Element, draft: Draft) -> None:
    declared = _declare(root, "multiple" if draft.kind == "multiple" else "single", "identifier")
    right = SubElement(declared, "correctResponse")
    mapping = SubElement(declared, "mapping", lowerBound="0", upperBound=str(draft.points), defaultValue="0")
    most = "0" if draft.kind == "multiple" else "1"
    asked = SubElement(body, "choiceInteraction", responseIdentifier=ANSWER, shuffle="true", maxChoices=most)
    for key, row in _keyed(draft.rows, "A"):
        SubElement(asked, "simpleChoice", identifier=key).text = cleaned(row.text)
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
    declared = _declare(root, "single", "string")
    accepted = [text for row in draft.rows if row.right for text in (row.text, *row.accepts)]
    SubElement(SubElement(declared, "correctResponse"), "value").text = cleaned(accepted[0])
    mapping = SubElement(declared, "mapping", defaultValue="0")
    for text in accepted:
        told = {"mapKey": cleaned(text), "mappedValue": str(draft.points), "caseSensitive": "false"}
        SubElement(mapping, "mapEntry", told)
    SubElement(SubElement(body, "p"), "textEntryInteraction", responseIdentifier=ANSWER)
    _mapped(processing)


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
    for key, row in _keyed(draft.rows, "A"):
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
    for key, row in _keyed(draft.rows, "A"):
        SubElement(right, "value").text = key
        SubElement(asked, "simpleChoice", identifier=key).text = cleaned(row.text)
    _all_or_nothing(processing, draft, Element("match"))


def _essay(root: Element, body: Element, processing: Element, draft: Draft) -> None:
    _declare(root, "single", "string")
    SubElement(body, "extendedTextInteraction", responseIdentifier=ANSWER)


WRITERS = {
    "single": _choices,
    "multiple": _choices,
    "short": _words,
    "number": _number,
    "matching": _pairs,
    "ordering": _order,
    "argument": _essay,
}


def _root(tag: str, space: str, schema: str, **told: str) -> Element:
    named = {"xmlns": space, "xmlns:xsi": WHERE, "xsi:schemaLocation": f"{space} {schema}"}
    return Element(tag, named | told)


def _declare(root: Element, cardinality: str, base: str) -> Element:
    told = {"identifier": ANSWER, "cardinality": cardinality, "baseType": base}
    return SubElement(root, "responseDeclaration", told)


def _outcomes(root: Element, processing: Element, draft: Draft) -> None:
    told = {"identifier": SCORE, "cardinality": "single", "baseType": "float"}
    declared = SubElement(root, "outcomeDeclaration", told, normalMaximum=str(draft.points))
    SubElement(SubElement(declared, "defaultValue"), "value").text = "0"
    if processing.find(f"setOutcomeValue[@identifier='{FEEDBACK}']") is not None:
        cardinality = "multiple" if draft.kind == "multiple" else "single"
        told = {"identifier": FEEDBACK, "cardinality": cardinality, "baseType": "identifier"}
        SubElement(root, "outcomeDeclaration", told)
    if draft.remark:
        told = {"identifier": REMARK, "cardinality": "single", "baseType": "identifier"}
        SubElement(root, "outcomeDeclaration", told)
        given = SubElement(processing, "setOutcomeValue", identifier=REMARK)
        SubElement(given, "baseValue", baseType="identifier").text = "ALL"


def _modal(root: Element, draft: Draft) -> None:
    if draft.kind in {"single", "multiple"}:
        for key, row in _keyed(draft.rows, "A"):
            if row.remark:
                _say(root, FEEDBACK, key, row.remark)
    if draft.remark:
        _say(root, REMARK, "ALL", draft.remark)


def _say(root: Element, outcome: str, key: str, text: str) -> None:
    told = {"outcomeIdentifier": outcome, "showHide": "show", "identifier": key}
    SubElement(root, "modalFeedback", told).text = cleaned(text)


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


def _keyed(rows: list[Row], letter: str) -> list[tuple[str, Row]]:
    return [(f"{letter}{number}", row) for number, row in enumerate(rows, 1)]
