"""What is written and read again is the same question, as far as the format has words for it."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quizzes.exchange import amounts
from quizzes.exchange.draft import Draft, Row
from quizzes.exchange.reading import read
from quizzes.exchange.writing import FORMATS, prepare
from quizzes.kinds import wordings

COMES_BACK = {
    "single", "multiple", "truefalse", "number", "short", "matching", "argument", "hottext", "gaps",
}  # fmt: skip
# What a format may have to leave at home: GIFT has one gap at the most, and no way to write an arrow.
UNSAYABLE = {"gift": {"gaps", "short", "matching"}, "moodle": set()}
LOST = {"gift": {"unit", "hint", "points", "rubric"}, "moodle": set()}


def content_of(question, *lost, came_back=False):
    """What the question says, in one form for both sides; nothing of what the format cannot say."""
    kind = "single" if question.kind == "hottext" else question.kind
    number = {}
    if kind == "number":
        unit = "" if came_back and "unit" in lost else question.unit
        number = {
            name: amounts.write(getattr(question, name), unit) if getattr(question, name) else "0"
            for name in ("answer", "tolerance")
        }
    rows = [] if kind == "argument" and "rubric" in lost else _rows(kind, question)
    told = {name: getattr(question, name) for name in ("title", "text", "remark", "tags")}
    kept = {name: getattr(question, name) for name in ("unit", "hint", "points") if name not in lost}
    return {"kind": kind, "rows": rows} | number | told | kept


def _rows(kind, question):
    told = question.rows if isinstance(question, Draft) else question.options.all()
    if kind == "number":
        return [(amounts.write(row.text, question.unit), row.remark) for row in told]
    if kind == "matching":
        return [(row.text, row.partner) for row in told]
    if kind == "argument":
        return [row.text for row in told]
    if kind == "gaps":
        return [([row.text, *row.accepts], row.remark) for row in told]
    if kind == "short":
        # Wordings that follow each other and earn the same, with one remark, are one answer.
        merged = []
        for row in told:
            if merged and merged[-1][1:] == [row.right, row.remark]:
                merged[-1][0] += [row.text, *row.accepts]
            else:
                merged.append([[row.text, *row.accepts], row.right, row.remark])
        return merged
    return [(row.partner, row.text, row.right, row.remark) for row in told]


def back(written, name):
    return read(FORMATS[name].write(written.drafts).decode()).drafts


@pytest.mark.parametrize("name", ["gift", "moodle"])
def test_every_real_question_comes_back(real_questions, name, subtests):
    for question in real_questions:
        written = prepare([question], name, 1)
        if question.kind not in COMES_BACK or not written.drafts:
            continue
        with subtests.test(question.slug):
            (found,) = back(written, name)
            assert not found.fault
            told = content_of(question, *LOST[name])
            assert content_of(found, *LOST[name], came_back=True) == told


@pytest.mark.parametrize("name", ["gift", "moodle"])
def test_every_real_question_is_read_again_as_something_that_can_be_asked(real_questions, name):
    written = prepare(real_questions, name, 2)
    found = back(written, name)
    assert len(found) == len(written.drafts)
    assert not [(one.title, one.fault) for one in found if one.fault]
    assert [one.title for one in found] == [one.title for one in written.drafts]
    assert {one.title for one in written.left_out} <= {
        question.title for question in real_questions if question.kind in UNSAYABLE[name]
    }


signs = st.sampled_from("abæøå XY019~=#{}:\\%*-><&[]/.,;$|\"'§\u00a0n^_`\u00ad")
words = st.text(signs, min_size=1, max_size=40).map(str.strip).filter(lambda text: wordings.fold(text))
several = st.text(signs | st.just("\n"), min_size=1, max_size=80)
paragraph = several.map(
    lambda text: "\n".join(line.strip(" \t") for line in text.split("\n")).strip()
).filter(lambda text: text and "\n\n\n" not in text)
points = st.integers(1, 20)
numbers = st.decimals(-(10**9), 10**9, places=4).map(amounts.show)
tags = st.lists(words.filter(lambda text: len(text) <= 60), max_size=3, unique=True)


@st.composite
def drafts(draw):
    kind = draw(st.sampled_from(["single", "multiple", "number", "short", "matching", "argument", "gaps"]))
    texts = draw(st.lists(words, min_size=3, max_size=5, unique_by=lambda text: wordings.fold(text)))
    draft = Draft(
        kind=kind,
        title=draw(words),
        text=draw(paragraph),
        remark=draw(st.just("") | paragraph),
        points=draw(points),
        tags=draw(tags),
        hint=draw(st.just("") | paragraph),
    )
    if kind == "number":
        given = draw(st.lists(numbers, min_size=2, max_size=3, unique=True))
        draft.answer, draft.unit = given[0], draw(st.sampled_from(["", "kr.", "måneder"]))
        draft.rows = [Row(text, remark=draw(paragraph)) for text in given[1:]]
    elif kind == "matching":
        draft.rows = [Row(text, partner=f"{draw(words)} {n}") for n, text in enumerate(texts)]
    elif kind == "argument":
        draft.rows = [Row(text) for text in texts]
    elif kind == "gaps":
        draft.text = "".join(f"{draw(words)} [{n}] " for n in range(1, draw(st.integers(1, 3)) + 1)) + draw(
            words
        )
        count = draft.text.count("[")
        draft.rows = [
            Row(text, accepts=draw(st.lists(words, max_size=2)), remark=draw(st.just("") | paragraph))
            for text in texts[:count]
        ]
    else:
        right = {"single": 1, "multiple": draw(st.integers(1, 2)), "short": 1}[kind]
        draft.rows = [Row(text, n < right, draw(paragraph)) for n, text in enumerate(texts)]
    return draft


@pytest.mark.parametrize("name", ["gift", "moodle"])
@given(draft=drafts())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_draft_that_can_be_saved_comes_back(name, draft):
    assume(not draft.finish().fault)
    FORMATS[name].limits(draft)
    assume(not draft.fault)
    (found,) = read(FORMATS[name].write([draft]).decode()).drafts
    assert not found.fault
    assert content_of(found, *LOST[name], came_back=True) == content_of(draft, *LOST[name])


def test_a_generated_question_leaves_as_so_many_frozen_variants(real_questions):
    made = next(question for question in real_questions if question.is_generated)
    written = prepare([made], "gift", 3)
    assert [draft.kind for draft in written.drafts] == ["single"] * 3
    assert len({draft.text for draft in written.drafts}) > 1
    assert len(written.told) == 1
