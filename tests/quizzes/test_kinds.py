"""Every kind of question: right, partly right, wrong, empty and junk."""

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.forms import AnswerForm
from quizzes.kinds import KINDS, Unreadable
from quizzes.kinds.wordings import fold
from rules import danish
from tests.quizzes.kinds_of import ARGUMENT, SECRET, WRITTEN, Written, row

every = pytest.mark.parametrize("written", [*WRITTEN, ARGUMENT], ids=lambda written: written.kind)
graded = pytest.mark.parametrize("written", WRITTEN, ids=lambda written: written.kind)


def share_of(written, answer):
    item = written.item()
    return item.judge(item.kind.read(item.data, written.sent(item, answer))).share


def test_every_kind_but_the_generated_is_tried_here():
    assert {written.kind for written in [*WRITTEN, ARGUMENT]} | {"generated"} == set(KINDS)


@every
def test_what_is_written_here_is_well_formed(written):
    assert KINDS[written.kind].faults(written.question, written.rows) == []


@graded
def test_the_right_answer_earns_everything_and_the_wrong_one_nothing(written):
    assert share_of(written, written.right) == 1
    assert share_of(written, written.wrong) == 0


@pytest.mark.parametrize("written", [w for w in WRITTEN if w.partly], ids=lambda written: written.kind)
def test_a_partly_right_answer_earns_its_share(written):
    assert share_of(written, written.partly) == Decimal(written.share)


@graded
def test_a_wrong_answer_that_was_foreseen_gets_its_remark(written):
    item = written.item()
    chosen = item.kind.read(item.data, written.sent(item, written.wrong))
    assert SECRET in item.said_of(chosen)


@every
def test_nothing_is_no_answer_and_the_form_says_so(written):
    item = written.item()
    for sent in (
        [],
        [""],
        ["   "] if not item.kind.is_choice and item.kind.name not in {"ordering", "matching"} else [],
    ):
        assert item.kind.read(item.data, sent) == []
    form = AnswerForm(item, {"chosen": []})
    assert not form.is_valid()
    assert form.errors["chosen"] == [item.kind.required]


@every
def test_what_cannot_be_an_answer_is_refused_with_a_sentence(written):
    item = written.item()
    with pytest.raises(Unreadable) as refused:
        item.kind.read(item.data, written.unreadable)
    assert str(refused.value)[0].isupper()


@every
def test_an_answer_is_shown_again_as_it_was_kept(written):
    item = written.item()
    chosen = item.kind.read(item.data, written.sent(item, written.right))
    assert item.kind.read(item.data, chosen) == chosen
    shown = item.kind.inputs(item.data, chosen)
    again = [i.value for i in shown if i.checked] if item.kind.is_choice else []
    again += [value for i in shown for value, _, selected in i.choices if selected]
    again += [i.value for i in shown if not item.kind.is_choice and not i.choices]
    assert item.kind.read(item.data, again) == chosen


@graded
def test_right_answer_and_key_are_printed(written):
    item = written.item()
    chosen = item.kind.read(item.data, written.sent(item, written.right))
    assert item.kind.printed_key(item.data)
    assert item.kind.printed_answer(item.data, chosen)
    assert any(line.right for line in item.judged(chosen))


@every
def test_the_inputs_know_no_key_and_no_remark(written):
    item = written.item()
    inputs = item.kind.inputs(item.data, [])
    told = str(inputs)
    assert SECRET not in told
    assert not any(one.checked for one in inputs)
    if not item.kind.is_choice and written.fields:
        assert item.kind.printed_key(item.data) not in told


@every
@given(
    sent=st.lists(
        st.one_of(st.text(max_size=40), st.sampled_from([":", "x:1", "1", "\x00", "²"])), max_size=9
    )
)
def test_junk_is_refused_or_judged_and_never_breaks(written, sent):
    item = written.item()
    try:
        chosen = item.kind.read(item.data, sent)
    except Unreadable:
        return
    share = item.judge(chosen).share
    assert share is None or 0 <= share <= 1
    assert isinstance(item.judged(chosen), list)
    assert all(isinstance(part, str) for part in chosen)


@graded
@pytest.mark.parametrize("data", [{"chosen": [None, 3]}, {"chosen": {"a": 1}}, {"chosen": 7}])
def test_junk_of_another_type_is_no_answer(written, data):
    assert not AnswerForm(written.item(), data).is_valid()


# Numbers and dates


@given(st.integers(0, 10**9), st.integers(-5, 5))
def test_a_number_may_miss_by_its_tolerance_and_no_more(key, off):
    written = Written("number", [], [], [], fields={"answer": str(key), "unit": "kr.", "tolerance": "2"})
    typed = danish.show_number(Decimal(key + off), "kroner")
    assert share_of(written, [typed]) == (abs(off) <= 2)


def test_a_unit_may_be_typed_or_left_out():
    written = Written("number", [], [], [], fields={"answer": "6", "unit": "måneder", "tolerance": ""})
    assert share_of(written, ["6 måneder"]) == share_of(written, ["6"]) == 1


@given(st.dates())
def test_a_date_is_read_in_every_danish_form(day):
    if day.year < 1000:
        return
    written = Written("date", [], [], [], fields={"answer": day.isoformat()})
    for typed in (
        f"{day.day}/{day.month}-{day.year}",
        danish.show(day),
        f"{day.day:02}-{day.month:02}-{day.year}",
    ):
        assert share_of(written, [typed]) == 1


# Ordering, matching and words


@pytest.mark.parametrize("size", [3, 4, 5])
def test_only_the_right_order_earns_everything(size):
    texts = [f"Led {n}" for n in range(size)]
    written = Written("ordering", [row(text) for text in texts], texts, [])
    for order in permutations(texts):
        assert (share_of(written, list(order)) == 1) == (list(order) == texts)


def test_one_line_out_of_place_costs_its_neighbours_and_not_the_rest():
    texts = list("abcde")
    written = Written("ordering", [row(text) for text in texts], texts, [])
    assert share_of(written, ["e", "a", "b", "c", "d"]) == Decimal("0.75")


def test_the_same_place_twice_is_never_right_and_in_practice_refused():
    written = next(one for one in WRITTEN if one.kind == "ordering")
    item = written.item()
    sent = [f"{key}:1" for key in item.data["shown"]]
    assert item.judge(item.kind.read(item.data, sent)).share == 0
    form = AnswerForm(item, {"chosen": sent}, whole=True)
    assert form.errors["chosen"] == ["To linjer har samme plads. Giv dem hver sin."]


@given(st.integers())
def test_the_order_shown_is_never_the_right_one(seed):
    item = next(one for one in WRITTEN if one.kind == "ordering").item(seed)
    assert item.data["shown"] != [one["key"] for one in item.data["options"]]


@pytest.mark.parametrize("kind", ["ordering", "matching", "gaps"])
def test_half_an_answer_is_saved_in_a_hand_in_and_refused_in_practice(kind):
    written = next(one for one in WRITTEN if one.kind == kind)
    item = written.item()
    sent = written.sent(item, written.right)[:1]
    assert AnswerForm(item, {"chosen": sent}).is_valid()
    assert not AnswerForm(item, {"chosen": sent}, whole=True).is_valid()


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once_and_knows_no_case(text):
    assert fold(fold(text)) == fold(text)
    assert fold(f" {text}. ") == fold(text)


def test_danish_letters_may_be_spelled_out_and_endings_are_not_guessed():
    assert fold("Påtegning på gældsbrevet") == fold("paategning paa gaeldsbrevet")
    assert fold("kaution") != fold("kautionen")


def test_a_citation_without_its_act_earns_half():
    written = next(one for one in WRITTEN if one.kind == "citation")
    assert share_of(written, ["§ 31, stk. 1"]) == Decimal("0.5")


def test_an_argument_waits_for_a_teacher():
    assert share_of(ARGUMENT, ARGUMENT.right) is None


# What an author wrote


@pytest.mark.parametrize(
    ("kind", "rows", "fields", "said"),
    [
        (
            "truefalse",
            [row("a", right=True, partner="Ja"), row("b", partner="Sandt")],
            {},
            "skal høre til Sandt eller Falsk",
        ),
        ("truefalse", [row("a", right=True, partner="Sandt"), row("b", partner="Sandt")], {}, "under Falsk"),
        ("number", [], {"answer": "mange"}, "Det rigtige svar kan ikke læses"),
        ("number", [row("6")], {"answer": "6"}, "er det rigtige svar"),
        ("number", [], {"answer": "6", "tolerance": "-1"}, "må ikke være under 0"),
        ("date", [row("i går")], {"answer": "2026-01-31"}, "Rækken »i går« kan ikke læses"),
        ("citation", [], {"answer": "§ 31"}, "Skriv også loven"),
        ("ordering", [row("a"), row("b")], {}, "mindst 3 linjer"),
        ("matching", [row("a", partner="x"), row("b")], {}, "Skriv, hvad »b« hører sammen med"),
        ("gaps", [row("a")], {}, "her er 0 felter og 1 rækker"),
        ("short", [row("a")], {}, "mindst ét svar, der godtages"),
        ("short", [row("a b", right=True), row("A, b")], {}, "både som rigtigt og som forkert"),
        ("hottext", [row("a", right=True), row("b")], {}, "mindst tre sætninger"),
        ("argument", [], {}, "mindst ét punkt"),
    ],
)
def test_what_is_wrong_in_a_question_is_named(kind, rows, fields, said):
    question = Written(kind, rows, [], [], fields=fields).question
    assert said in " ".join(KINDS[kind].faults(question, rows))
