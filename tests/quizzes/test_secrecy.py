"""Nothing that decides a mark reaches the browser before the answer is in."""

import re

import pytest

from quizzes import personal_data
from quizzes.models import Attempt
from quizzes.start import start
from tests import factories
from tests.quizzes.kinds_of import ARGUMENT, WRITTEN, saved
from tests.quizzes.kinds_of import SECRET as REMARK

SECRET = "Hemmelig bemærkning om"


@pytest.fixture
def quiz(db):
    questions = [
        factories.QuestionFactory(
            remark=f"{SECRET} spørgsmålet",
            provisions=["GBL § 31"],
            options=[(f"Svar {n}", n == 1, f"{SECRET} svar {n}") for n in range(4)],
        ),
        factories.MultipleQuestionFactory(remark=f"{SECRET} alt"),
        factories.GeneratedQuestionFactory(),
    ]
    return factories.QuizFactory(slug="hemmelig", questions=questions)


def secrets_of(item):
    told = [option["remark"] for option in item.data["options"]]
    told += [option.get("mistake", "") for option in item.data["options"]]
    told += [*item.provisions, *item.path, item.remark]
    told += [side["text"] for side in (item.parted or {"sides": []})["sides"]]
    return [text for text in told if text]


@pytest.mark.parametrize("mode", ["oeve", "aflevering"])
def test_the_page_of_an_unanswered_question_holds_no_key_and_no_remark(
    as_student, student, quiz, address, mode
):
    attempt = start(student, quiz, mode=mode)
    for item in attempt.items:
        page = as_student.get(address(attempt, item.number)).content.decode()
        for text in secrets_of(item):
            assert text not in page
        for option in item.data["options"]:
            assert page.count(option["key"]) == 1
        for word in ("made_from", "is-right", "is-wrong", "mistake", "Rigtigt", "Forkert"):
            assert word not in page


def test_an_answered_question_of_a_hand_in_holds_none_either(as_student, student, quiz, address, answer):
    attempt = start(student, quiz, mode="aflevering")
    for item in attempt.items:
        swapped = answer(as_student, attempt, item.number, item.choices[0].key, htmx=True).content.decode()
        page = as_student.get(address(attempt, item.number)).content.decode()
        for text in secrets_of(item):
            assert text not in page + swapped


def test_the_keys_of_the_options_differ_from_attempt_to_attempt(student, other_student, quiz):
    keys = [
        option["key"]
        for user in (student, other_student)
        for item in start(user, quiz).items
        for option in item.data["options"]
    ]
    assert len(keys) == len(set(keys))


def test_the_feedback_on_one_question_tells_nothing_of_the_next(as_student, student, quiz, answer):
    attempt = start(student, quiz)
    first, *others = attempt.items
    page = answer(as_student, attempt, 1, first.choices[0].key, htmx=True).content.decode()
    for item in others:
        for text in [*secrets_of(item), *(option["key"] for option in item.data["options"])]:
            assert text not in page


def test_my_data_hold_no_key_of_what_is_not_released(student, quiz):
    attempt = start(student, quiz, mode="aflevering")
    factories.ResponseFactory(
        attempt=attempt, item=attempt.items[0].key, chosen=[attempt.items[0].choices[1].key], remark=SECRET
    )
    assert SECRET not in str(personal_data.export(student))
    attempt.submit()
    assert SECRET not in str(personal_data.export(student))
    attempt.release()
    assert SECRET in str(personal_data.export(student))


every = pytest.mark.parametrize("written", [*WRITTEN, ARGUMENT], ids=lambda written: written.kind)


@every
@pytest.mark.parametrize("mode", ["oeve", "aflevering", "proeve"])
def test_no_kind_tells_its_key_before_the_answer_is_in(as_student, student, address, written, mode):
    question = saved(
        written, remark=f"{REMARK} til alle", goal="Et mål", section="/laer/kaution/selvskyldner/"
    )
    quiz = factories.QuizFactory(questions=[question], certainty=True)
    attempt = start(student, quiz, mode=mode)
    (item,) = attempt.items
    page = as_student.get(address(attempt, 1)).content.decode()
    assert REMARK not in page
    told = [question.answer, *(text for row in written.rows for text in row.accepts)]
    if not item.kind.is_choice and item.kind.name not in {"ordering", "matching"}:
        told += [row.text for row in written.rows]
    # Numbers stand by chance in addresses, marks and times: a key would stand alone.
    alone = re.sub(r"[\w-]{16,}|name=\"page\" value=\"[^\"]*\"|kl\. \d\d\.\d\d", "", page)
    for text in filter(None, told):
        assert not re.search(rf"(?<!\w){re.escape(text)}(?!\w)", alone)


@every
def test_no_kind_tells_its_key_with_the_receipt_of_a_hand_in(as_student, student, address, answer, written):
    attempt = start(student, factories.QuizFactory(questions=[saved(written)]), mode="aflevering")
    (item,) = attempt.items
    page = answer(as_student, attempt, 1, *written.sent(item, written.wrong or ["Et svar"]), htmx=True)
    assert page.status_code == 200
    assert "Gemt kl." in page.content.decode()
    assert REMARK not in page.content.decode() + as_student.get(address(attempt, 1)).content.decode()
    assert REMARK not in str(personal_data.export(student))


@every
def test_every_kind_is_judged_at_once_in_practice_and_resumed(as_student, student, address, answer, written):
    attempt = start(student, factories.QuizFactory(questions=[saved(written)]))
    (item,) = attempt.items
    answer(as_student, attempt, 1, *written.sent(item, written.right))
    page = as_student.get(address(attempt, 1)).content.decode()
    assert ("bedømmes af underviseren" if written is ARGUMENT else "Rigtigt.") in page


def test_the_list_and_the_intro_tell_nothing(as_student, quiz):
    Attempt.objects.all().delete()
    for page in ("/quiz/", "/quiz/hemmelig/", "/oev/"):
        assert SECRET not in as_student.get(page).content.decode()
