"""QTI 2.1: one `assessmentItem` a question, in a package with its manifest."""

import io
import zipfile
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quizzes.exchange.decoding import cleaned
from quizzes.exchange.draft import Draft
from quizzes.exchange.sayable import PARTS
from quizzes.exchange.writing.qti_asking import FEEDBACK, SCORE, WRITERS, keyed

NAME, SUFFIX, TYPE = "QTI 2.1", "zip", "application/zip"
CARRIES = frozenset(
    {"single", "multiple", "hottext", "short", "gaps", "number", "matching", "ordering", "argument"}
)
SPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
WHERE = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
PACKAGE_SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
WRITTEN_AT = (2026, 1, 1, 0, 0, 0)
REMARK = "REMARK"


def limits(draft: Draft) -> None:
    """Say what our items leave out."""
    if draft.hint:
        draft.leave("Hjælpen følger ikke med i QTI.")
    if draft.tags:
        draft.leave("Mærkerne følger ikke med i QTI.")
    if draft.kind in {"short", "number"} and draft.rows and any(not row.right for row in draft.rows):
        draft.leave("Bemærkningerne til de forkerte svar, du ventede, følger ikke med.")
    if draft.kind == "gaps" and any(row.remark for row in draft.rows):
        draft.leave("Bemærkningerne til felterne følger ikke med i QTI.")
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


def _root(tag: str, space: str, schema: str, **told: str) -> Element:
    named = {"xmlns": space, "xmlns:xsi": WHERE, "xsi:schemaLocation": f"{space} {schema}"}
    return Element(tag, named | told)


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
    if draft.kind in {"single", "multiple", "hottext"}:
        for key, row in keyed(draft.rows):
            if row.remark:
                _say(root, FEEDBACK, key, row.remark)
    if draft.remark:
        _say(root, REMARK, "ALL", draft.remark)


def _say(root: Element, outcome: str, key: str, text: str) -> None:
    told = {"outcomeIdentifier": outcome, "showHide": "show", "identifier": key}
    SubElement(root, "modalFeedback", told).text = cleaned(text)
