"""QTI 2.1: the package holds together, and every item has the parts that the standard asks for, in its order."""

import io
import zipfile

from defusedxml.ElementTree import fromstring

from quizzes.exchange.draft import Draft, Row
from quizzes.exchange.writing import FORMATS, prepare

ITEM = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
ORDER = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]
# The interaction that may answer to each cardinality and base type.
ASKS = {
    ("single", "identifier"): "choiceInteraction hottextInteraction",
    ("multiple", "identifier"): "choiceInteraction",
    ("ordered", "identifier"): "orderInteraction",
    ("multiple", "directedPair"): "matchInteraction",
    ("single", "float"): "textEntryInteraction",
    ("single", "string"): "textEntryInteraction extendedTextInteraction",
}


def unpacked(drafts):
    return zipfile.ZipFile(io.BytesIO(FORMATS["qti"].write(drafts)))


def items(drafts):
    package = unpacked(drafts)
    manifest = fromstring(package.read("imsmanifest.xml"))
    resources = manifest.findall(f"{PACKAGE}resources/{PACKAGE}resource")
    assert {one.get("type") for one in resources} <= {"imsqti_item_xmlv2p1"}
    names = [one.get("href") for one in resources]
    assert names == [one.find(f"{PACKAGE}file").get("href") for one in resources]
    assert set(package.namelist()) == {"imsmanifest.xml", *names}
    return [fromstring(package.read(name)) for name in names]


def hold(item):
    """What the schema asks of the items that we write."""
    assert item.tag == f"{ITEM}assessmentItem"
    assert set(item.keys()) >= {"identifier", "title", "adaptive", "timeDependent"}
    places = [ORDER.index(child.tag.removeprefix(ITEM)) for child in item]
    assert places == sorted(places)
    assert places.count(2) == 1
    asks = {one.get("responseIdentifier"): one for one in item.iter() if one.tag.endswith("Interaction")}
    declared = {one.get("identifier"): one for one in item.findall(f"{ITEM}responseDeclaration")}
    assert set(declared) == set(asks)
    assert {one.get("identifier") for one in item.iter(f"{ITEM}mapResponse")} <= set(declared)
    for name, asked in asks.items():
        answers(asked, declared[name])
    outcomes = {one.get("identifier") for one in item.findall(f"{ITEM}outcomeDeclaration")}
    assert {one.get("identifier") for one in item.iter(f"{ITEM}setOutcomeValue")} <= outcomes
    assert {one.get("outcomeIdentifier") for one in item.findall(f"{ITEM}modalFeedback")} <= outcomes
    for child in item.find(f"{ITEM}itemBody"):
        assert child.tag.removeprefix(ITEM) != "textEntryInteraction"


def answers(asked, declared):
    """The interaction may answer to what is declared, and every key is one that it shows."""
    assert asked.get("responseIdentifier") == declared.get("identifier")
    said = declared.get("cardinality"), declared.get("baseType")
    assert asked.tag.removeprefix(ITEM) in ASKS[said].split()
    keys = {one.get("identifier") for one in asked.iter() if one is not asked} - {None}
    if keys:
        named = [one.text for one in declared.iter(f"{ITEM}value")]
        named += [one.get("mapKey") for one in declared.iter(f"{ITEM}mapEntry")]
        assert {key for name in named for key in name.split()} <= keys


def test_every_real_question_that_qti_can_say_holds_together(real_questions):
    written = prepare(real_questions, "qti", 1)
    found = items(written.drafts)
    assert len(found) == len(written.drafts)
    for item in found:
        hold(item)
    assert not written.left_out


def choice(kind, *right):
    rows = [Row(text, text in right, f"Om {text}.") for text in ("A", "B", "C")]
    return Draft(kind=kind, title="T", text="Hvad?", points=2, rows=rows, remark="Til alle.")


def test_the_right_answer_earns_the_points_and_a_wrong_one_takes_from_several():
    one, several = items([choice("single", "B"), choice("multiple", "A", "B")])
    worth = [[float(m.get("mappedValue")) for m in item.iter(f"{ITEM}mapEntry")] for item in (one, several)]
    assert worth == [[0, 2, 0], [1, 1, -1]]
    assert [value.text for value in one.find(f"{ITEM}responseDeclaration").iter(f"{ITEM}value")] == ["A2"]
    said = {told.get("identifier"): told.text for told in one.findall(f"{ITEM}modalFeedback")}
    assert said == {"A1": "Om A.", "A2": "Om B.", "A3": "Om C.", "ALL": "Til alle."}


def test_a_number_is_right_within_its_tolerance():
    (item,) = items(
        [Draft(kind="number", title="T", text="?", answer="4.900,5 kr.", unit="kr.", tolerance="1")]
    )
    hold(item)
    test = item.find(f".//{ITEM}equal")
    assert (test.get("toleranceMode"), test.get("tolerance")) == ("absolute", "1 1")
    assert item.find(f".//{ITEM}correctResponse/{ITEM}value").text == "4900.5"


def test_the_right_order_and_the_right_pairs_stand_in_the_key():
    rows = [Row("En"), Row("To"), Row("Tre")]
    pairs = [Row("Tin", partner="metal"), Row("Eg", partner="træ"), Row("Jern", partner="metal")]
    order, match = items(
        [
            Draft(kind="ordering", title="T", text="?", rows=rows),
            Draft(kind="matching", title="T", text="?", rows=pairs),
        ]
    )
    assert [v.text for v in order.find(f".//{ITEM}correctResponse")] == ["A1", "A2", "A3"]
    assert [v.text for v in match.find(f".//{ITEM}correctResponse")] == ["A1 B1", "A2 B2", "A3 B1"]
    hold(order)
    hold(match)


def test_every_gap_has_its_own_field_in_the_text_and_its_part_of_the_points():
    rows = [Row("14", accepts=["fjorten"]), Row("overgivelsen")]
    (item,) = items([Draft(kind="gaps", title="T", text="Inden [1] dage\nfra [2].", points=3, rows=rows)])
    hold(item)
    lines = item.findall(f"{ITEM}itemBody/{ITEM}p")
    assert [line.text for line in lines] == ["Inden ", "fra "]
    assert [line[0].tail.strip() for line in lines] == ["dage", "."]
    worth = [(one.get("mapKey"), float(one.get("mappedValue"))) for one in item.iter(f"{ITEM}mapEntry")]
    assert worth == [("14", 1.5), ("fjorten", 1.5), ("overgivelsen", 1.5)]
    assert len(item.findall(f".//{ITEM}sum/{ITEM}mapResponse")) == 2


def test_the_wrong_sentence_is_marked_in_the_text():
    rows = [Row("Et.", remark="Rigtigt nok."), Row("To.", right=True), Row("Tre.", remark="Rigtigt nok.")]
    (item,) = items([Draft(kind="hottext", title="T", text="Find den.", points=2, rows=rows)])
    hold(item)
    sentences = item.findall(f".//{ITEM}hottextInteraction/{ITEM}p/{ITEM}hottext")
    assert [one.text for one in sentences] == ["Et.", "To.", "Tre."]
    assert item.find(f".//{ITEM}correctResponse/{ITEM}value").text == "A2"


def test_the_same_questions_make_the_same_bytes():
    assert FORMATS["qti"].write([choice("single", "A")]) == FORMATS["qti"].write([choice("single", "A")])
