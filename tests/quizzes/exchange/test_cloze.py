"""Moodle's cloze is read as gaps to fill, and says of each field what was taken, changed and left."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.exchange.draft import Draft, Row
from quizzes.exchange.reading import read
from quizzes.exchange.writing import FORMATS


def cloze(text, more=""):
    body = f"<questiontext format='html'><text><![CDATA[{text}]]></text></questiontext>{more}"
    (draft,) = read(
        f"<quiz><question type='cloze'><name><text>T</text></name>{body}</question></quiz>"
    ).drafts
    return draft


def test_words_are_gaps_with_their_wordings_and_what_is_said_to_every_other():
    draft = cloze(
        "<p>Inden {1:SHORTANSWER:=14~=fjorten~*#Fortrydelse: 14 dage.} dage<br>fra {1:SA:=overgivelsen}.</p>"
    )
    assert (draft.kind, draft.fault, draft.points) == ("gaps", "", 2)
    assert draft.text == "Inden [1] dage\nfra [2]."
    assert [(row.text, row.accepts, row.remark) for row in draft.rows] == [
        ("14", ["fjorten"], "Fortrydelse: 14 dage."),
        ("overgivelsen", [], ""),
    ]
    assert not draft.changed + draft.left


def test_escaped_signs_and_entities_are_signs():
    draft = cloze(r"Skriv {:SA:=a\}b\~c\#d &amp; e#ros~*#Nej&#126;} nu {:SA:=x}")
    assert [row.text for row in draft.rows] == ["a}b~c#d & e", "x"]
    assert draft.rows[0].remark == "Nej~"
    assert "Feedback til det rigtige svar i felt 1" in draft.left[0]


def test_a_number_is_accepted_as_it_is_written_and_its_tolerance_is_told():
    draft = cloze(
        "Beløbet er {1:NUMERICAL:=4900:1#Ja} kr. af {2:NM:=12.5} ", "<defaultgrade>3</defaultgrade>"
    )
    assert [(row.text, row.accepts) for row in draft.rows] == [("4.900", ["4900"]), ("12,5", [])]
    assert draft.points == 3
    told = " ".join(draft.changed)
    assert "Felt 1 er et tal. Her sammenlignes det som ord: »4.900« og »4900« godtages" in told
    assert "tolerancen 1 gælder ikke" in told
    assert "vejer ikke lige meget" in told


def test_a_list_among_other_fields_becomes_a_gap_and_says_what_was_left():
    draft = cloze("En {1:MULTICHOICE:=kautionist~debitor#Nej.~kreditor} hæfter efter {1:SA:=aftalen}.")
    assert draft.rows[0].text == "kautionist"
    assert "»debitor« og »kreditor« er ikke taget med" in draft.changed[0]


def test_one_list_alone_is_a_choice():
    draft = cloze("En {1:MCV:=kautionist~%50%debitor#Nej.} hæfter.")
    assert (draft.kind, draft.text) == ("single", "En _____ hæfter.")
    assert [(row.text, row.right, row.remark) for row in draft.rows] == [
        ("kautionist", True, ""),
        ("debitor", False, "Nej."),
    ]
    assert any("regnes som forkert" in told for told in draft.changed)


def test_what_the_text_has_in_brackets_is_no_gap():
    assert cloze("Se note [1]: {1:SA:=ja} og {1:SA:=nej}").text == "Se note (1): [1] og [2]"


def test_case_wildcards_and_foreseen_wrong_ones_are_told():
    draft = cloze("{1:SHORTANSWER_C:=Regres~=reg*~%50%Krav#Næsten.} og {1:SA:=x}")
    assert [row.text for row in draft.rows] == ["Regres", "x"]
    assert "store og små" in draft.changed[0]
    assert "joker" in draft.left[0]
    assert "forkerte svar, som filen venter i felt 1" in draft.left[1]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ingen felter her", "ingen felter"),
        ("Vælg {1:MULTIRESPONSE:=a~=b~c}", "Felt 1 har formen »MULTIRESPONSE«"),
        ("Skriv {1:SA:~ja~nej}", "Felt 1 har intet svar"),
        ("Skriv {1:NM:=mange}", "Felt 1: »mange« er ikke et tal"),
        ("Skriv {1:NM:mange}", "Felt 1 har intet svar"),
    ],
)
def test_what_cannot_be_read_says_which_field_and_why(text, why):
    assert why in cloze(text).fault


@given(st.text("{}:~=%#*\\1SANM ab&;<>", max_size=60))
@settings(deadline=None)
def test_junk_is_read_or_has_a_fault(text):
    draft = cloze(text.replace("]]>", ""))
    assert draft.fault or draft.kind in {"gaps", "single"}


def test_moodles_own_points_and_what_looks_like_a_field_are_told():
    rows = [Row("14"), Row("aftalen")]
    draft = Draft(kind="gaps", title="T", text="[1] dage efter [2].", points=5, rows=rows)
    FORMATS["moodle"].limits(draft)
    assert draft.left == ["Moodle giver ét point for hvert felt, i alt 2; her giver det 5."]
    looks = Draft(kind="gaps", title="T", text="{1:SA:=x} [1] og [2].", points=2, rows=rows)
    FORMATS["moodle"].limits(looks)
    assert "ligner Moodles felter" in looks.fault
