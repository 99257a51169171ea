"""GIFT is read as Moodle means it, and what cannot be kept is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.exchange.decoding import cleaned
from quizzes.exchange.draft import FILLER, Broken, Draft, Row
from quizzes.exchange.reading import gift, read
from quizzes.exchange.writing import FORMATS

WHOLE = r"""// [tag:regres] [tag:to ord]
$CATEGORY: $course$/top/Kaution

::Selvskyldner::Hvornår kan banken kræve pengene? {
  =Straks#Banken kan gå direkte til kautionisten.
  ~Efter udlæg#Du har beskrevet den simple kaution.
  ~Aldrig
  ####Hæftelsen følger aftalen.
}

Hvad gælder? {~%50%A ~%50%B ~%-50%C#Nej.}

Hvor mange dage? {#=14:1#Ja. =%0%30:0#Du har regnet en måned.}

Procent {#1.5..2.5}

Kautionisten hæfter. {T#Du har glemt aftalen.#Rigtigt.}

Hvad hedder det? {=Regres =%100%regresret =%0%Modregning#Det er noget andet.}

Par {=Tin -> metal =Eg -> træ = -> glas}

Skriv en begrundelse. {}

Fristen er {=14 =fjorten} dage.
"""


@pytest.fixture(scope="module")
def whole():
    return read(WHOLE).drafts


def test_every_form_is_read(whole):
    kinds = ["single", "multiple", "number", "number", "single", "short", "matching", "argument", "gaps"]
    assert [(draft.kind, draft.fault) for draft in whole] == [(kind, "") for kind in kinds]


def test_a_choice_has_its_feedback_its_tags_and_its_line(whole):
    one = whole[0]
    assert (one.title, one.line) == ("Selvskyldner", 4)
    assert one.remark == "Hæftelsen følger aftalen."
    assert one.tags == ["Kaution", "regres", "to ord"]
    assert [(row.text, row.right, row.remark) for row in one.rows] == [
        ("Straks", True, "Banken kan gå direkte til kautionisten."),
        ("Efter udlæg", False, "Du har beskrevet den simple kaution."),
        ("Aldrig", False, FILLER),
    ]
    assert "1 forkert svar uden feedback" in one.changed[0]


def test_the_category_goes_on_and_the_tags_do_not(whole):
    assert whole[1].tags == ["Kaution"]


def test_numbers_are_read_with_tolerance_and_range(whole):
    days, percent = whole[2:4]
    assert (days.answer, days.tolerance, days.remark) == ("14", "1", "Ja.")
    assert days.rows == [Row("30", remark="Du har regnet en måned.")]
    assert (percent.answer, percent.tolerance) == ("2", "0,5")


def test_true_or_false_becomes_a_choice_and_says_so(whole):
    assert [(row.text, row.right, row.remark) for row in whole[4].rows] == [
        ("Sandt", True, "Rigtigt."),
        ("Falsk", False, "Du har glemt aftalen."),
    ]
    assert gift.REASONLESS in whole[4].changed


def test_wordings_that_earn_the_same_are_one_answer(whole):
    assert whole[5].rows == [
        Row("Regres", True, accepts=["regresret"]),
        Row("Modregning", remark="Det er noget andet."),
    ]


def test_a_partner_of_nothing_is_left_and_told(whole):
    assert [(row.text, row.partner) for row in whole[6].rows] == [("Tin", "metal"), ("Eg", "træ")]
    assert whole[6].left == ["Svaret »glas« hører ikke til nogen linje og er udeladt."]


def test_an_essay_gets_a_rubric_and_says_so(whole):
    assert len(whole[7].rows) == 1
    assert "Skriv dine egne punkter" in whole[7].changed[0]


def test_a_missing_word_is_a_gap_to_fill(whole):
    assert whole[8].text == "Fristen er [1] dage."
    assert not whole[8].changed


def test_a_missing_word_keeps_what_is_said_to_every_other_and_no_other_brackets():
    (draft,) = read("Efter punkt [2] er {=14 =fjorten =%0%*#Regn efter.} dage en [1] frist.").drafts
    assert draft.text == "Efter punkt (2) er [1] dage en (1) frist."
    assert [(row.text, row.accepts, row.remark) for row in draft.rows] == [("14", ["fjorten"], "Regn efter.")]
    assert "i runde" in draft.changed[0]


@pytest.mark.parametrize("inside", ["=14 =%0%15#Nej.", "=14 ~15#Nej."])
def test_a_missing_word_with_foreseen_wrong_ones_is_what_it_was_with_a_line_for_the_gap(inside):
    (draft,) = read(f"Fristen er {{{inside}}} dage.").drafts
    assert draft.kind in {"short", "single"}
    assert draft.text == "Fristen er _____ dage."
    assert any("midt i sætningen" in told for told in draft.changed)


def test_a_gap_at_the_end_is_written_as_a_short_answer_and_two_stay_at_home():
    end = Draft(kind="gaps", title="T", text="Fristen er [1]", rows=[Row("14", remark="Nej.")])
    two = Draft(kind="gaps", title="T", text="[1] og [2].", rows=[Row("a"), Row("b")])
    for draft in (end, two):
        FORMATS["gift"].limits(draft)
    assert (end.kind, end.text, len(end.changed), len(end.left)) == ("short", "Fristen er _____", 1, 1)
    assert "kun plads til ét felt" in two.fault


def test_escaped_signs_are_signs():
    (draft,) = read(r"::a\:b::[plain]Er 2 \= 2\nog \{x\}? {=1 \~ 2\#3 ~\\ nej#fb}").drafts
    assert (draft.title, draft.text) == ("a:b", "Er 2 = 2\nog {x}?")
    assert [row.text for row in draft.rows] == ["1 ~ 2#3", "\\ nej"]


def test_html_is_cleaned_and_the_loss_is_told():
    text = '[html]<p>Hvad <b>er</b> <a href="https\\://x.dk">det</a>?<script>alert(1)</script></p> {=<i>A</i> ~B#c}'
    (draft,) = read(text).drafts
    assert draft.text == "Hvad er det (https://x.dk)?"
    assert draft.rows[0].text == "A"
    assert len(draft.changed) == 2
    assert "Script" in draft.left[0]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Hvad?\n{=a ~b#c", 1, "ikke lukket"),
        ("\n\nBare en tekst", 3, "Der er ingen svar"),
        ("Hvad? {a}", 1, "begynde med = eller ~"),
        ("Hvad? {#mange}", 1, "ikke et tal"),
        ("Hvad? {=a ~a#b}", 1, "står to gange"),
        ("Hvad? {=a =b ~c#d}", 1, "Netop ét svar"),
        ("{=a ~b#c}", 1, "Skriv spørgsmålet"),
        ("Hvad? {=a -> b =c}", 1, "mangler en pil"),
        ("Hvad? {=a ~b#c} og {=d ~e}", 1, "Kun ét sæt"),
    ],
)
def test_a_question_that_cannot_be_read_names_its_line_and_why_and_the_next_is_read(text, line, said):
    broken, good = read(text + "\n\nGod? {=ja ~nej#fordi}").drafts
    assert broken.line == line
    assert said in broken.fault
    assert not good.fault


def test_a_file_of_nothing_says_so():
    with pytest.raises(Broken, match="ingen spørgsmål"):
        read("// kun en kommentar\n\n")


pieces = st.lists(
    st.sampled_from(
        ["{", "}", "=", "~", "#", "####", "->", "::", "\\", "\n", "\n\n", "//", "%50%", "T", "1..2", ":", "a",
         "<b>", "&#0;", "[html]", "$CATEGORY: a/b\n", "{#", "*", "å"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(text=pieces | st.text(max_size=200))
@settings(deadline=None, max_examples=300)
def test_no_text_makes_the_reader_fall(text):
    try:
        found = read(cleaned(text))
    except Broken as error:
        assert str(error)
        return
    for draft in found.drafts:
        assert draft.fault or (draft.rows or draft.answer)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[html]" + "<div>" * 100_000 + "x {=a ~b#c}", "over 20.000 tegn"),
        ("x {=a " + "~b#c\n" * 50_000 + "}", "over 60 svar"),
        ("x {" + "=" * 500_000 + "}", "over 60 svar"),
    ],
)
def test_what_would_hold_up_the_server_is_refused(text, said):
    (draft,) = read(text).drafts
    assert said in draft.fault
