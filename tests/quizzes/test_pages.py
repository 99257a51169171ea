import pytest

import rules
from quizzes.knowing import choosing
from quizzes.models import Attempt
from quizzes.pages import Feedback
from quizzes.start import start
from tests import factories


@pytest.fixture
def quiz(db):
    return factories.QuizFactory(title="Kaution i korte træk", slug="kaution")


def done(user, quiz, total):
    attempt = factories.AttemptFactory(user=user, quiz=quiz)
    for number in range(1, total + 1):
        factories.ResponseFactory(attempt=attempt, item=f"item-{number}")
    attempt.submit()
    return attempt


def test_the_list_shows_what_i_have_done_and_my_best(as_student, student, other_student, quiz):
    done(student, quiz, 1)
    done(student, quiz, 2)
    done(other_student, quiz, 3)
    page = as_student.get("/quiz/").content.decode()
    assert "Kaution i korte træk" in page
    assert "67 %" in page
    assert "100 %" not in page
    assert "din bedste omgang af 2" in page


def test_a_hand_in_does_not_count_as_practice(as_student, student, quiz):
    attempt = factories.AttemptFactory(user=student, quiz=quiz, mode="aflevering", own=False)
    attempt.submit()
    page = as_student.get("/quiz/").content.decode()
    assert "ikke taget" in page
    assert " %" not in page


def test_drafts_and_retired_questions_are_not_asked(as_student, student, quiz):
    quiz.items.first().question.__class__.objects.filter(kind="multiple").update(status="draft")
    as_student.post("/quiz/kaution/begynd/")
    assert len(Attempt.objects.get(user=student).items) == 2


@pytest.mark.django_db
def test_each_quiz_asks_the_same_questions_in_its_own_order():
    first, second, third = factories.QuestionFactory.create_batch(3)
    one = factories.QuizFactory(questions=[first, second, third])
    other = factories.QuizFactory(questions=[third, first])
    assert one.asked() == [first, second, third]
    assert other.asked() == [third, first]


def test_a_draft_or_anothers_quiz_is_not_found(as_student, superuser, quiz):
    factories.QuizFactory(slug="kladde", status="draft")
    factories.QuizFactory(slug="andens", owner=superuser)
    for slug in ("kladde", "andens", "findes-ikke"):
        assert as_student.get(f"/quiz/{slug}/").status_code == 404
        assert as_student.post(f"/quiz/{slug}/begynd/").status_code == 404


def test_the_quiz_of_my_teacher_is_mine_to_take(as_student, as_other_student, teacher):
    factories.QuizFactory(slug="underviserens", owner=teacher)
    assert as_student.get("/quiz/underviserens/").status_code == 200
    assert as_other_student.get("/quiz/underviserens/").status_code == 404


def test_an_old_address_leads_to_the_new_one(as_student, quiz):
    quiz.slug = "kaution-kort"
    quiz.save()
    response = as_student.get("/quiz/kaution/")
    assert (response.status_code, response.url) == (301, "/quiz/kaution-kort/")


def test_beginning_asks_every_question_of_the_quiz(as_student, student, quiz, address):
    response = as_student.post("/quiz/kaution/begynd/")
    attempt = Attempt.objects.get(user=student)
    assert response.url == address(attempt)
    assert [item.kind.name for item in attempt.items] == ["single", "multiple", "single"]
    assert attempt.items[2].made_from["topic"] == "underretning"


def test_beginning_twice_goes_on_with_the_same_round(as_student, student, quiz):
    for _ in range(2):
        as_student.post("/quiz/kaution/begynd/")
    assert Attempt.objects.filter(user=student).count() == 1
    assert "Fortsæt omgangen" in as_student.get("/quiz/kaution/").content.decode()


def test_a_new_round_has_fresh_facts(as_student, student, quiz):
    as_student.post("/quiz/kaution/begynd/")
    first = Attempt.objects.get(user=student)
    first.submit()
    as_student.post("/quiz/kaution/begynd/")
    second = Attempt.objects.filter(user=student).exclude(pk=first.pk).get()
    assert first.items[2].story != second.items[2].story


def test_a_quiz_without_questions_says_so(as_student, db):
    factories.QuizFactory(slug="tom", questions=[])
    refused = as_student.post("/quiz/tom/begynd/")
    assert refused.status_code == 409
    assert "ingen spørgsmål endnu" in refused.content.decode()


def test_a_question_that_cannot_be_made_is_named_and_nothing_is_begun(as_student, db):
    question = factories.GeneratedQuestionFactory(title="Umulig", ask="findes_ikke")
    factories.QuizFactory(slug="umulig", questions=[question])
    refused = as_student.post("/quiz/umulig/begynd/")
    assert refused.status_code == 409
    assert "Umulig" in refused.content.decode()
    assert not Attempt.objects.exists()


def test_shuffling_keeps_the_questions_and_changes_their_order(student):
    questions = factories.QuestionFactory.create_batch(8)
    quiz = factories.QuizFactory(questions=questions, shuffle=True)
    orders = set()
    for user in factories.UserFactory.create_batch(4):
        items = start(user, quiz).frozen["items"]
        orders.add(tuple(item["question"] for item in items))
        assert len(items) == 8
    assert len(orders) > 1


def test_the_reading_is_the_callers_else_the_quizzes_else_pensum(student, other_student, outsider):
    quiz = factories.QuizFactory(questions=[factories.GeneratedQuestionFactory()])
    assert start(student, quiz).reading == "pensum"
    quiz.reading = "gaeldende_ret"
    assert start(other_student, quiz).reading == "gaeldende_ret"
    asked = start(outsider, quiz, mode="aflevering", reading="pensum")
    assert asked.items[0].made_from["reading"] == "pensum"


def test_a_question_that_holds_to_one_reading_says_so(as_student, student, address):
    question = factories.QuestionFactory(reading="gaeldende_ret")
    factories.QuizFactory(slug="blandet", questions=[question])
    as_student.post("/quiz/blandet/begynd/")
    attempt = Attempt.objects.get(user=student)
    assert "Retsgrundlag: Gældende ret" in as_student.get(address(attempt, 1)).content.decode()


def test_practice_asks_generated_questions_with_fresh_facts(as_student, student, address):
    response = as_student.post("/oev/", {"emne": ""})
    attempt = Attempt.objects.get(user=student)
    assert response.url == address(attempt)
    assert len(attempt.items) + len(attempt.frozen["plan"]) == choosing.COUNT
    assert all(item.made_from for item in attempt.items)


def test_practice_of_one_topic_asks_only_that(as_student, student):
    as_student.post("/oev/", {"emne": "underretning"})
    attempt = Attempt.objects.get(user=student)
    assert {item.topic for item in attempt.items} == {"underretning"}
    assert {topic for topic, _ask in attempt.frozen["plan"]} == {"underretning"}
    assert "Underretning" in attempt.title


def test_practice_of_an_unknown_topic_is_refused(as_student, student):
    refused = as_student.post("/oev/", {"emne": "findes_ikke"})
    assert refused.status_code == 422
    assert "Emnet findes ikke" in refused.content.decode()
    assert not Attempt.objects.exists()


def test_practice_that_is_open_is_gone_on_with(as_student, student):
    for _ in range(2):
        as_student.post("/oev/", {"emne": ""})
    assert Attempt.objects.filter(user=student).count() == 1
    assert "Fortsæt omgangen" in as_student.get("/oev/").content.decode()


@pytest.mark.parametrize("page", ["/quiz/", "/oev/"])
def test_visitors_sign_in_first(anonymous, page):
    assert anonymous.get(page).status_code == 302


def test_beginning_is_never_a_get(as_student, quiz):
    assert as_student.get("/quiz/kaution/begynd/").status_code == 405


@pytest.mark.django_db
def test_a_question_that_only_the_book_asks_is_asked_after_the_book(outsider, monkeypatch):
    monkeypatch.delitem(rules.topic("kautionstype").readings, "gaeldende_ret")
    question = factories.GeneratedQuestionFactory(topic="kautionstype", ask="outcome")
    quiz = factories.QuizFactory(questions=[question])
    item = start(outsider, quiz, mode="aflevering", reading="gaeldende_ret").items[0]
    assert item.reading == "pensum"


@pytest.mark.django_db
def test_a_trap_of_the_book_is_left_out_where_the_statute_is_asked(outsider):
    question = factories.GeneratedQuestionFactory(mistake="regner_180_dage")
    quiz = factories.QuizFactory(questions=[question])
    item = start(outsider, quiz, mode="aflevering", reading="gaeldende_ret").items[0]
    assert item.made_from["reading"] == "gaeldende_ret"
    assert item.made_from["mistake"] == ""


@pytest.mark.parametrize(
    ("remark", "shown"),
    [
        ("Hæftelsen følger aftalen. FIL § 48.", "Hæftelsen følger aftalen."),
        ("Hæftelsen følger af FIL § 48.", "Hæftelsen følger af FIL § 48."),
        ("Hæftelsen følger aftalen. GBL § 13.", "Hæftelsen følger aftalen. GBL § 13."),
    ],
)
def test_a_provision_that_is_linked_is_not_named_once_more_right_before(student, remark, shown):
    quiz = factories.QuizFactory(questions=[factories.QuestionFactory(remark=remark)])
    [item] = start(student, quiz).items
    assert Feedback(item, None).explained == [shown]
