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


NUMBER = """
uid: 6f4a3c1e-6a3c-4df4-9a53-2d0b2c2f7d12
slug: frist
title: Frist
kind: date
text: Hvornår er sidste dag?
answer: 30. juli 2026
options:
  - text: 27. juli 2026
    remark: Du har regnet dage.
check:
  topic: underretning
  facts:
    privat_kautionist: true
    misligholdt: 2026-01-30
    underrettet: 2026-08-01
    kraevet: 2026-09-15
    misligholdt_beloeb: 62800
  figure: sidste_frist
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", ""),
        (
            "answer: 30.",
            "answer: 29.",
            "check.figure: filen siger 29. juli 2026, men reglen siger 30. juli 2026",
        ),
        ("  figure: sidste_frist", "  figure: findes_ikke", "check.figure"),
        ("  figure: sidste_frist", "", "skriv outcome, figure eller jus"),
        ("kind: date", "kind: citation", "Det rigtige svar kan ikke læses"),
        ("kind: date", "kind: date\nunit: kr.", "Feltet »enhed« bruges ikke"),
        ("kind: date", "kind: date\npoints: 0", "points: skal være mindst 1"),
        ("kind: date", "kind: date\nsection: /findes/ikke/", "section: skriv adressen på et afsnit"),
        ("    remark: Du har regnet dage.", "", "mangler en bemærkning"),
        ("27. juli 2026", "30/7-2026", "er det rigtige svar"),
    ],
)
def test_an_answer_of_value_is_compared_with_the_rules(old, new, said):
    told = faults(NUMBER.replace(old, new, 1) if old else NUMBER)
    assert (told == "") == (said == "")
    assert said in told


@pytest.mark.parametrize(("answer", "said"), [("FIL § 48", ""), ("FIL § 47", "check.jus")])
def test_a_provision_is_compared_with_the_rules(answer, said):
    text = NUMBER.replace("kind: date", "kind: citation").replace("30. juli 2026", answer)
    text = text.replace("27. juli 2026", "KAL § 19").replace("figure: sidste_frist", "jus: true")
    told = faults(text)
    assert (told == "") == (said == "")
    assert said in told


@pytest.mark.django_db
def test_the_settings_sections_and_draws_of_a_quiz_come_back_as_they_were_written():
    first, second = factories.QuestionFactory.create_batch(2)
    data = quiz_file.QuizFile(
        uid=uuid.uuid4(),
        slug="proeve",
        title="Prøve",
        mode="proeve",
        minutes=20,
        attempts_allowed=2,
        counts="mean",
        certainty=True,
        questions=[first.slug, second.slug],
        headings={second.slug: "Kaution"},
        draws=[{"count": 2, "tag": "tal"}, {"count": 1, "topic": "factoring", "after": first.slug}],
    )
    row = stored(quiz_file.KIND, data)
    assert quiz_file.KIND.data(row) == data
    fewer = data.model_copy(update={"draws": data.draws[:1], "headings": {}})
    quiz_file.store(fewer, row, "")
    assert quiz_file.KIND.data(row) == fewer


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "quizzen har ingen spørgsmål"),
        ({"questions": ["a"], "headings": {"b": "B"}}, "som ikke er blandt questions"),
        ({"questions": ["a"], "mode": "proeve"}, "skriv minutes"),
    ],
)
def test_settings_that_do_not_fit_are_refused(fields, said):
    with pytest.raises(ValidationError, match=said):
        quiz_file.QuizFile(uid=uuid.uuid4(), slug="q", title="Q", **fields)
