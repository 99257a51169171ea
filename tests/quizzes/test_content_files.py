"""Questions and quizzes as files: what is read back is what was written, and what is wrong is named."""

import uuid

import pytest
from pydantic import ValidationError

from authoring.schema import problems_of
from authoring.shelf import Shelf
from quizzes import question_file, quiz_file
from quizzes.models import Option, Question, Quiz
from quizzes.start import start
from tests import factories

QUESTION = """
uid: 6f4a3c1e-6a3c-4df4-9a53-2d0b2c2f7d11
slug: selvskyldner
title: Selvskyldnerkaution
kind: single
text: Hvornår kan banken kræve pengene?
options:
  - text: Straks ved misligholdelsen
    right: true
    remark: Banken kan gå direkte til kautionisten.
  - text: Først efter forgæves udlæg
    remark: Du har beskrevet den simple kaution.
provisions: [FIL § 48]
topics: [underretning]
check:
  topic: underretning
  facts:
    privat_kautionist: true
    misligholdt: 2026-01-31
    underrettet: 2026-08-01
    kraevet: 2026-09-15
    misligholdt_beloeb: 62800
  outcome: KRAV_TABT_FOR_MISLIGHOLDT_DEL
"""


def read(text):
    return question_file.QuestionFile.model_validate(question_file.KIND.form.read(text))


def faults(text):
    try:
        return "; ".join(str(problem) for problem in question_file.check(read(text), None))
    except ValidationError as error:
        return "; ".join(str(problem) for problem in problems_of(error))


def stored(kind, data):
    row = kind.model(uid=data.uid, slug=data.slug, title=data.title, status=data.status)
    kind.store(data, row, "")
    return kind.model.objects.get(pk=row.pk)


@pytest.mark.django_db
def test_a_question_comes_back_as_it_was_written():
    data = read(QUESTION)
    assert question_file.KIND.data(stored(question_file.KIND, data)) == data
    assert faults(QUESTION) == ""


@pytest.mark.django_db
def test_every_real_question_and_quiz_comes_back_as_it_was_written():
    shelf = Shelf([question_file.KIND, quiz_file.KIND])
    rows = [(found, stored(found.kind, found.data)) for found in shelf.found]
    assert Question.objects.count() >= 20
    assert Quiz.objects.count() >= 1
    for found, row in rows:
        assert found.kind.data(row) == found.data, found.place


def test_every_real_file_agrees_with_the_rules(db):
    shelf = Shelf([question_file.KIND, quiz_file.KIND])
    told = {found.place: [str(problem) for problem in shelf.check(found)] for found in shelf.found}
    assert {place: problems for place, problems in told.items() if problems} == {}


def test_a_quiz_of_at_least_eight_questions_is_ready(db):
    shelf = Shelf([quiz_file.KIND])
    assert any(len(found.data.questions) >= 8 for found in shelf.found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("right: true", "right: false", "Netop ét svar skal være rigtigt"),
        ("    remark: Du har beskrevet den simple kaution.\n", "", "mangler en bemærkning"),
        ("Først efter forgæves udlæg", "straks ved misligholdelsen", "står to gange"),
        ("text: Hvornår kan banken kræve pengene?", "text: ''", "Skriv spørgsmålet"),
        ("[FIL § 48]", "[paragraffen]", "Skriv lov og paragraf"),
        ("topics: [underretning]", "topics: [findes_ikke]", "emnet »findes_ikke« findes ikke"),
        ("outcome: KRAV_TABT_FOR_MISLIGHOLDT_DEL", "outcome: KRAV_I_BEHOLD", "reglen siger KRAV_TABT"),
        ("misligholdt: 2026-01-31", "misligholdt: 2026-13-31", "check.facts.misligholdt"),
        ("  topic: underretning", "  topic: findes_ikke", "check.topic"),
        ("kind: single", "kind: essay", "kind: skal være en af disse"),
        ("slug: selvskyldner", "slug: selvskyldner\nfarve: blå", "farve: feltet kendes ikke her"),
        ("kind: single", "kind: generated", "skal have feltet generated og ingen options"),
        ("kind: single", "kind: single\ngenerated: {topic: underretning, ask: outcome}", "kun et spørgsmål"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(old, new, said):
    assert old in QUESTION
    assert said in faults(QUESTION.replace(old, new))


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("{topic: underretning, ask: sidste_frist}", ""),
        ("{topic: underretning, ask: sidste_frist, mistake: regner_180_dage}", ""),
        ("{topic: underretning, ask: findes_ikke}", "findes_ikke"),
        ("{topic: underretning, ask: sidste_frist, mistake: findes_ikke}", "findes_ikke"),
        ("{topic: findes_ikke, ask: outcome}", "findes_ikke"),
    ],
)
def test_a_generated_question_is_tried_before_it_is_taken(made, said):
    head = "uid: 6f4a3c1e-6a3c-4df4-9a53-2d0b2c2f7d11\nslug: frist\ntitle: Frist\nkind: generated\n"
    told = faults(f"{head}generated: {made}\n")
    assert (told == "") == (said == "")
    assert said in told


@pytest.mark.django_db
def test_a_changed_file_keeps_the_options_that_are_as_they_were():
    data = read(QUESTION)
    row = stored(question_file.KIND, data)
    kept = Option.objects.get(text="Straks ved misligholdelsen").pk
    changed = read(QUESTION.replace("Først efter forgæves udlæg", "Efter et år"))
    question_file.store(changed, row, "")
    assert [option.text for option in row.options.all()] == ["Straks ved misligholdelsen", "Efter et år"]
    assert Option.objects.get(text="Straks ved misligholdelsen").pk == kept


@pytest.mark.django_db
def test_a_quiz_keeps_its_questions_in_the_order_of_the_file():
    questions = factories.QuestionFactory.create_batch(3)
    slugs = [question.slug for question in questions]
    data = quiz_file.QuizFile(uid=uuid.uuid4(), slug="kaution", title="Kaution", questions=slugs[::-1])
    row = stored(quiz_file.KIND, data)
    assert quiz_file.KIND.data(row) == data
    shorter = data.model_copy(update={"questions": [slugs[0], slugs[2]]})
    quiz_file.store(shorter, row, "")
    assert quiz_file.KIND.data(row) == shorter


@pytest.mark.django_db
def test_a_quiz_names_questions_that_do_not_exist():
    data = quiz_file.QuizFile(uid=uuid.uuid4(), slug="kaution", title="Kaution", questions=["findes-ikke"])
    problems = quiz_file.check(data, Shelf([question_file.KIND]))
    assert [problem.field for problem in problems] == ["questions.0"]


def test_a_quiz_cannot_ask_the_same_twice():
    with pytest.raises(ValidationError, match="to gange"):
        quiz_file.QuizFile(uid=uuid.uuid4(), slug="kaution", title="Kaution", questions=["a", "a"])


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_every_real_quiz_can_be_begun(student, reading):
    for found in Shelf([question_file.KIND, quiz_file.KIND]).found:
        stored(found.kind, found.data)
    for quiz in Quiz.objects.all():
        attempt = start(student, quiz, mode="aflevering", reading=reading)
        drawn = sum(draw.count for draw in quiz.draws.all())
        assert len(attempt.items) == quiz.items.count() + drawn
