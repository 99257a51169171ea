"""Moodle XML is read whole or refused with line and reason; what could harm is never read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.exchange import decoding
from quizzes.exchange.decoding import decoded
from quizzes.exchange.draft import Broken, Draft, Row
from quizzes.exchange.reading import moodle, read
from quizzes.exchange.writing import FORMATS

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>\n<quiz>&c;</quiz>'
)
OUTSIDE = '<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<quiz>&x;</quiz>'
REMOTE = '<!DOCTYPE quiz SYSTEM "http://localhost:1/x.dtd">\n<quiz/>'


def question(kind, inner, text="Hvad?"):
    body = f"<questiontext format='html'><text><![CDATA[{text}]]></text></questiontext>{inner}"
    return f"<question type='{kind}'><name><text>Titel</text></name>{body}</question>\n"


def answer(text, share, remark="", more=""):
    return f"<answer fraction='{share}'><text>{text}</text><feedback><text>{remark}</text></feedback>{more}</answer>"


def one(kind, inner, **more):
    (draft,) = read(HEAD + question(kind, inner, **more) + "</quiz>").drafts
    return draft


CHOICE = answer("Ja", 100) + answer("Nej", 0, "Fordi.")


def test_a_choice_carries_points_hint_tags_feedback_and_category():
    category = "<question type='category'><category><text>$course$/top/Regres</text></category></question>"
    more = (
        "<generalfeedback><text>Til alle</text></generalfeedback><defaultgrade>3.0000000</defaultgrade>"
        "<hint><text>Tænk</text></hint><hint><text>Igen</text></hint><tags><tag><text>kaution</text></tag></tags>"
    )
    (draft,) = read(HEAD + category + question("multichoice", CHOICE + more) + "</quiz>").drafts
    assert (draft.kind, draft.title, draft.points, draft.hint) == ("single", "Titel", 3, "Tænk")
    assert (draft.remark, draft.tags) == ("Til alle", ["Regres", "kaution"])
    assert draft.rows == [Row("Ja", True), Row("Nej", False, "Fordi.")]
    assert draft.left == ["Kun den første af 2 hjælpetekster er taget med: et spørgsmål har én."]


def test_several_right_answers_that_weigh_unlike_are_told():
    inner = "<single>false</single>" + answer("A", 75) + answer("B", 25) + answer("C", 0, "x")
    draft = one("multichoice", inner)
    assert [row.right for row in draft.rows] == [True, True, False]
    assert "vejer ikke lige meget" in draft.changed[0]


def test_a_number_has_its_unit_and_tolerance():
    unit = "<units><unit><multiplier>1</multiplier><unit_name>kr.</unit_name></unit>"
    unit += "<unit><multiplier>100</multiplier><unit_name>øre</unit_name></unit></units>"
    inner = answer("4900.5", 100, "", "<tolerance>0.5</tolerance>") + answer("*", 0, "Nej") + unit
    draft = one("numerical", inner)
    assert (draft.answer, draft.tolerance, draft.unit) == ("4.900,5", "0,5", "kr.")
    assert len(draft.left) == 2


def test_the_other_forms_are_read():
    pair = "<subquestion format='html'><text>{}</text><answer><text>{}</text></answer></subquestion>"
    draft = one("matching", pair.format("Tin", "metal") + pair.format("Eg", "træ") + pair.format("", "glas"))
    assert [(row.text, row.partner) for row in draft.rows] == [("Tin", "metal"), ("Eg", "træ")]
    assert draft.left
    draft = one("truefalse", answer("false", 100) + answer("true", 0, "Nej."))
    assert [(row.text, row.right) for row in draft.rows] == [("Sandt", False), ("Falsk", True)]
    draft = one("shortanswer", "<usecase>1</usecase>" + answer("Regres", 100) + answer("reg*", 100))
    assert [row.text for row in draft.rows] == ["Regres"]
    assert moodle.CASE in draft.changed
    draft = one(
        "essay",
        "<graderinfo><text>&lt;ul&gt;&lt;li&gt;A&lt;/li&gt;&lt;li&gt;B&lt;/li&gt;</text></graderinfo>",
    )
    assert [row.text for row in draft.rows] == ["A", "B"]
    assert "kan ikke læses her" in one("ddwtos", "").fault


def test_an_image_is_left_and_told_with_its_name():
    file = "<file name='kurve.png' encoding='base64'>iVBORw0KGgo=</file>"
    draft = one(
        "multichoice", CHOICE + file, text='<p>Se <img src="@@PLUGINFILE@@/kurve.png" alt="en kurve"></p>'
    )
    assert draft.text == "Se [billede: en kurve]"
    assert len(draft.left) == 1
    assert "kurve.png" in draft.left[0]


@pytest.mark.parametrize("bad", [BOMB, OUTSIDE, REMOTE])
def test_bombs_and_entities_are_refused_unread(bad):
    with pytest.raises(Broken, match="DOCTYPE"):
        read(bad)


@pytest.mark.parametrize(
    ("bad", "line"),
    [
        (HEAD + "<question>\n<name></question></quiz>", 4),
        (HEAD + question("essay", ""), 4),
        (HEAD + "&findesikke;</quiz>", 3),
        ("\n\n<quiz>\n<a></quiz>", 4),
        ("<assessmentItem/>", 1),
    ],
)
def test_a_broken_file_names_the_line(bad, line):
    with pytest.raises(Broken) as refused:
        read(bad)
    assert refused.value.line == line


def test_a_question_that_cannot_be_saved_names_its_line_and_the_others_are_read():
    text = HEAD + question("multichoice", CHOICE) + question("multichoice", answer("A", "meget")) + "</quiz>"
    good, bad = read(text).drafts
    assert (good.line, good.fault) == (3, "")
    assert bad.line == 4
    assert "fraction" in bad.fault


DANISH = '<?xml version="1.0"{}?>\n<quiz>' + question("essay", "", text="Æble på ø, 5 €?") + "</quiz>"


@pytest.mark.parametrize(
    ("encoding", "said", "guessed"),
    [
        ("utf-8", "UTF-8", False),
        ("utf-8-sig", "", False),
        ("utf-16", "utf-16", False),
        ("utf-16-le", "", False),
        ("utf-16-be", "", False),
        ("cp1252", "windows-1252", False),
        ("cp1252", "", True),
    ],
)
def test_the_encoding_is_found(encoding, said, guessed):
    text = DANISH.format(f' encoding="{said}"' if said else "")
    found, told = decoded(text.encode(encoding))
    (draft,) = read(found.lstrip("\ufeff")).drafts
    assert draft.text == "Æble på ø, 5 €?"
    assert bool(told) is guessed


def test_what_is_no_text_and_what_is_too_large_is_refused():
    for bad in (
        b"PK\x03\x04\0\0\0",
        b"\x81\x8d\xff",
        "å".encode("utf-16") + b"\0",
        b"x" * (decoding.MOST + 1),
    ):
        with pytest.raises(Broken):
            decoded(bad)


WHOLE = FORMATS["moodle"].write(
    [
        Draft(kind="single", title="Æ", text="Hvad?", rows=[Row("A", True), Row("B", False, "x")]),
        Draft(kind="number", title="Tal", text="Hvor meget?", answer="4.900", unit="kr.", tags=["å"]),
        Draft(kind="matching", title="Par", text="Par?", rows=[Row("a", partner="b"), Row("c", partner="d")]),
    ]
)


@given(data=st.data())
@settings(deadline=None, max_examples=200)
def test_a_file_cut_doubled_or_changed_is_read_or_refused_and_nothing_else(data):
    start, end = sorted((data.draw(st.integers(0, len(WHOLE))), data.draw(st.integers(0, len(WHOLE)))))
    bad = data.draw(
        st.sampled_from(
            [WHOLE[:end], WHOLE[start:], WHOLE * 2, WHOLE[:start] + WHOLE[end:], WHOLE[:end] + WHOLE[start:]]
        )
    )
    bad = data.draw(
        st.sampled_from([bad, bad.decode("utf-8", "ignore").encode("utf-16"), bad + b"\xff", b"\xff" + bad])
    )
    try:
        text, _ = decoded(bad)
        found = read(text)
    except Broken as error:
        assert str(error)
        return
    assert found.drafts


@given(data=st.binary(max_size=300))
@settings(deadline=None, max_examples=200)
def test_no_bytes_make_the_reader_fall(data):
    try:
        read(decoded(data)[0])
    except Broken as error:
        assert str(error)
