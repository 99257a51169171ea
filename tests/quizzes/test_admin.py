"""A teacher writes questions and quizzes in the admin, and sees what students will see before they do."""

import pytest

from quizzes import question_file
from quizzes.models import Attempt, Option, Question, Quiz
from tests import factories
from tests.quizzes.kinds_of import ARGUMENT, SECRET, WRITTEN

QUESTIONS = "/admin/quizzes/question/"
QUIZZES = "/admin/quizzes/quiz/"


def rows(prefix, *given, initial=0):
    """The fields of an inline formset."""
    data = {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(given):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def question(*options, **fields):
    written = [dict(zip(("order", "text", "remark"), option[:3], strict=True)) for option in options]
    for row, option in zip(written, options, strict=True):
        if option[3:]:
            row["right"] = "on"
    return (
        {
            "title": "Selvskyldner",
            "slug": "selvskyldner",
            "kind": "single",
            "text": "Hvornår kan banken kræve pengene?",
            "ask": "",
            "mistake": "",
            "remark": "",
            "provisions": "FIL § 48",
            "topics": ["underretning"],
            "reading": "",
            "points": 1,
            "difficulty": 2,
            "status": "published",
        }
        | rows("options", *written)
        | fields
    )


def quiz_fields(**fields):
    """The settings of a quiz as the form sends them when nothing is changed; it draws nothing."""
    return (
        {
            "title": "Kaution",
            "slug": "kaution",
            "intro": "",
            "mode": "oeve",
            "counts": "best",
            "grace_seconds": 60,
            "reading": "",
            "status": "published",
        }
        | rows("draws")
        | fields
    )


GOOD = [(1, "Straks", "Banken kan gå direkte til dig.", True), (2, "Aldrig", "Du har glemt kautionen.")]


def test_a_teacher_writes_a_question_of_their_own(as_teacher, teacher):
    response = as_teacher.post(f"{QUESTIONS}add/", question(*GOOD))
    assert response.status_code == 302, response.context["errors"]
    saved = Question.objects.get(slug="selvskyldner")
    assert saved.owner == teacher
    assert [option.right for option in saved.options.all()] == [True, False]
    assert saved.provisions == ["FIL § 48"]
    assert saved.history.count() == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([(1, "Straks", "", True), (2, "Aldrig", "Nej.", True)], "Netop ét svar skal være rigtigt"),
        ([(1, "Straks", "Nej."), (2, "Aldrig", "Nej.")], "Her er der 0"),
        ([(1, "Straks", "", True), (2, "Aldrig", "")], "Et forkert svar skal have en bemærkning"),
        ([(1, "Straks", "", True), (2, "straks ", "Nej.")], "står to gange"),
        ([], "Netop ét svar skal være rigtigt"),
    ],
)
def test_options_that_cannot_be_marked_are_refused(as_teacher, options, said):
    response = as_teacher.post(f"{QUESTIONS}add/", question(*options))
    assert said in response.content.decode()
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": " "}, "Skriv spørgsmålet"),
        ({"provisions": "paragraffen"}, "Skriv lov og paragraf"),
        ({"kind": "generated", "ask": ""}, "Vælg det emne"),
        ({"kind": "generated", "ask": "underretning:sidste_frist"}, "får sine svar af reglen"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(as_teacher, fields, said):
    response = as_teacher.post(f"{QUESTIONS}add/", question(*GOOD, **fields))
    assert said in response.content.decode()
    assert not Question.objects.exists()


def test_a_teacher_makes_a_question_from_a_topic(as_teacher):
    data = question(
        kind="generated", text="", ask="underretning:sidste_frist", mistake="underretning:regner_180_dage"
    )
    response = as_teacher.post(f"{QUESTIONS}add/", data)
    assert response.status_code == 302, response.context["errors"]
    saved = Question.objects.get()
    assert (saved.topic, saved.ask, saved.mistake) == ("underretning", "sidste_frist", "regner_180_dage")
    page = as_teacher.get(f"{QUESTIONS}{saved.pk}/change/").content.decode()
    assert 'value="underretning:sidste_frist" selected' in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"mistake": "factoring:salget_er_nok"}, "Fælden hører til et andet emne"),
        (
            {"ask": "underretning:er_privat", "mistake": "underretning:taeller_foerste_dag_med"},
            "med den fælde",
        ),
    ],
)
def test_a_trap_that_the_question_cannot_set_is_refused(as_teacher, fields, said):
    data = question(kind="generated", text="", **({"ask": "underretning:sidste_frist"} | fields))
    assert said in as_teacher.post(f"{QUESTIONS}add/", data).content.decode()
    assert not Question.objects.exists()


def test_the_preview_of_a_generated_question_shows_three_variants(as_teacher):
    saved = factories.GeneratedQuestionFactory()
    page = as_teacher.get(f"{QUESTIONS}{saved.pk}/vis/").content.decode()
    assert page.count('class="facts"') == 3
    assert page.count("Rigtigt svar") == 3


def test_a_written_question_is_previewed_with_the_options_as_they_are_typed(as_teacher):
    page = as_teacher.post(f"{QUESTIONS}vis/", question(*GOOD)).content.decode()
    for text in ("Hvornår kan banken kræve pengene?", "Straks", "Du har glemt kautionen."):
        assert text in page
    assert not Question.objects.exists()
    assert not Option.objects.exists()


def test_a_preview_of_faulty_options_says_what_is_wrong(as_teacher):
    refused = as_teacher.post(f"{QUESTIONS}vis/", question((1, "Straks", "Nej.")))
    assert refused.status_code == 422
    assert "Netop ét svar" in refused.content.decode()


def test_a_teacher_makes_a_quiz_of_questions_in_order(as_teacher, teacher):
    first, second = (
        factories.QuestionFactory(),
        factories.GeneratedQuestionFactory(owner=teacher, status="draft"),
    )
    data = quiz_fields(intro="Kort.")
    places = rows("items", {"order": 2, "question": first.pk}, {"order": 1, "question": second.pk})
    response = as_teacher.post(f"{QUIZZES}add/", data | places)
    assert response.status_code == 302, response.context["errors"]
    quiz = Quiz.objects.get()
    assert [item.question for item in quiz.items.all()] == [second, first]
    page = as_teacher.get(f"{QUIZZES}{quiz.pk}/vis/").content.decode()
    assert "Kort." in page
    assert "Rigtigt svar" in page
    assert not Attempt.objects.exists()


def test_a_quiz_without_questions_is_refused(as_teacher):
    data = quiz_fields()
    page = as_teacher.post(f"{QUIZZES}add/", data | rows("items")).content.decode()
    assert "Vælg mindst ét spørgsmål" in page
    assert not Quiz.objects.exists()


def test_anothers_draft_cannot_be_put_into_a_quiz(as_teacher, other_teacher):
    theirs = factories.QuestionFactory(owner=other_teacher, status="draft")
    data = quiz_fields()
    as_teacher.post(f"{QUIZZES}add/", data | rows("items", {"order": 1, "question": theirs.pk}))
    assert not Quiz.objects.exists()


def test_a_teacher_reads_what_is_shared_and_changes_only_their_own(as_teacher, teacher, other_teacher):
    shared = factories.QuestionFactory(title="Fælles")
    own = factories.QuestionFactory(title="Egen", owner=teacher)
    theirs = factories.QuestionFactory(title="Andens", owner=other_teacher)
    page = as_teacher.get(QUESTIONS).content.decode()
    assert "Fælles" in page
    assert "Egen" in page
    assert "Andens" not in page
    assert as_teacher.get(f"{QUESTIONS}{theirs.pk}/change/").status_code in {302, 404}
    changed = question(*GOOD, slug="andet")
    assert as_teacher.post(f"{QUESTIONS}{shared.pk}/change/", changed).status_code == 403
    assert 'name="_save"' in as_teacher.get(f"{QUESTIONS}{own.pk}/change/").content.decode()
    assert 'name="_save"' not in as_teacher.get(f"{QUESTIONS}{shared.pk}/change/").content.decode()


def test_a_copy_brings_the_options_and_the_questions(as_teacher, teacher):
    quiz = factories.QuizFactory()
    shared = quiz.questions.get(kind="single")
    as_teacher.post(f"{QUESTIONS}{shared.pk}/kopier/")
    copy = Question.objects.get(owner=teacher)
    assert [option.text for option in copy.options.all()] == [option.text for option in shared.options.all()]
    as_teacher.post(f"{QUIZZES}{quiz.pk}/kopier/")
    assert Quiz.objects.get(owner=teacher).items.count() == 3


def test_an_option_is_changed_and_its_history_kept(as_editor, editor):
    saved = factories.QuestionFactory(
        slug="selvskyldner", options=[("Straks", True, "Ja."), ("Aldrig", False, "Nej.")]
    )
    straks, aldrig = saved.options.all()
    data = question(slug="selvskyldner") | rows(
        "options",
        {"id": straks.pk, "question": saved.pk, "order": 1, "text": "Straks", "remark": "Ja.", "right": "on"},
        {
            "id": aldrig.pk,
            "question": saved.pk,
            "order": 2,
            "text": "Aldrig",
            "remark": "Du har glemt kautionen.",
        },
        initial=2,
    )
    response = as_editor.post(f"{QUESTIONS}{saved.pk}/change/", data)
    assert response.status_code == 302, response.context["errors"]
    aldrig.refresh_from_db()
    assert aldrig.remark == "Du har glemt kautionen."
    assert aldrig.history.count() == 2


def test_students_have_no_business_in_the_admin(as_student):
    assert as_student.get(QUESTIONS).status_code == 302


@pytest.mark.parametrize("page", [QUESTIONS, f"{QUESTIONS}add/", QUIZZES, f"{QUIZZES}add/"])
def test_the_pages_open(as_teacher, page):
    assert as_teacher.get(page).status_code == 200


def written_as(written, **fields):
    """What the form sends for a question of any kind: typed rows, no code."""
    given = [
        {
            "order": n,
            "text": one.text,
            "remark": one.remark,
            "partner": one.partner,
            "accepts": "\n".join(one.accepts),
        }
        | ({"right": "on"} if one.right else {})
        for n, one in enumerate(written.rows, 1)
    ]
    return question(kind=written.kind, text=written.text, **written.fields) | rows("options", *given) | fields


@pytest.mark.parametrize("written", [*WRITTEN, ARGUMENT], ids=lambda written: written.kind)
def test_every_kind_is_written_previewed_and_comes_back_in_its_file(as_teacher, written):
    page = as_teacher.post(f"{QUESTIONS}vis/", written_as(written)).content.decode()
    assert SECRET in page
    response = as_teacher.post(f"{QUESTIONS}add/", written_as(written, tags="tal\nforbehold"))
    assert response.status_code == 302, response.context["errors"]
    saved = Question.objects.get()
    assert (saved.kind, saved.tags) == (written.kind, ["tal", "forbehold"])
    assert [option.accepts for option in saved.options.all()] == [one.accepts for one in written.rows]
    data = question_file.KIND.data(saved)
    assert question_file.QuestionFile.model_validate(data.model_dump(mode="json")) == data


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("single", {"answer": "6"}, "Feltet »rigtigt svar« bruges ikke i formen"),
        ("number", {"answer": "mange"}, "Det rigtige svar kan ikke læses"),
        ("ordering", {}, "mindst 3 linjer"),
        ("matching", {}, "Skriv, hvad »Straks« hører sammen med"),
        ("gaps", {}, "her er 0 felter og 2 rækker"),
        ("single", {"section": "/findes/ikke/"}, "skriv adressen på et afsnit"),
        ("single", {"points": "0"}, "Giv mellem 1 og 20 point"),
        ("single", {"options-0-partner": "Sandt"}, "som ikke bruges i formen"),
    ],
)
def test_what_a_kind_misses_is_said_beside_the_form(as_teacher, kind, fields, said):
    response = as_teacher.post(f"{QUESTIONS}add/", question(*GOOD, kind=kind) | fields)
    assert said in response.content.decode()
    assert not Question.objects.exists()


def test_a_quiz_that_only_draws_is_made_and_begun(as_teacher):
    data = quiz_fields(mode="proeve", minutes="20", attempts_allowed="2", counts="mean", certainty="on")
    data |= rows("items") | rows("draws", {"order": 1, "count": 3, "tag": "tal", "topic": "factoring"})
    response = as_teacher.post(f"{QUIZZES}add/", data)
    assert response.status_code == 302, response.context["errors"]
    quiz = Quiz.objects.get()
    assert (quiz.mode, quiz.minutes, quiz.counts, quiz.certainty) == ("proeve", 20, "mean", True)
    assert quiz.draws.get().topic == "factoring"
    assert as_teacher.get(f"{QUIZZES}{quiz.pk}/vis/").status_code == 200


def test_an_exam_without_minutes_is_refused(as_teacher):
    data = quiz_fields(mode="proeve") | rows(
        "items", {"order": 1, "question": factories.QuestionFactory().pk}
    )
    assert "En prøve er på tid" in as_teacher.post(f"{QUIZZES}add/", data).content.decode()
    assert not Quiz.objects.exists()


def test_the_bank_is_narrowed_by_what_a_teacher_looks_for(as_teacher, subtests):
    used = factories.QuestionFactory(
        title="Brugt", tags=["årsrente"], topics=["underretning"], section="/laer/kredit/frist/", difficulty=3
    )
    factories.QuizFactory(questions=[used])
    factories.QuestionFactory(title="Ledig", tags=["andet"], topics=[], options=[("Regreskrav", True, "")])
    factories.GeneratedQuestionFactory(title="Dannet", topic="underretning", difficulty=1)
    wanted = {
        "kind__exact=generated": {"Dannet"},
        "difficulty__exact=3": {"Brugt"},
        "regel=underretning": {"Brugt", "Dannet"},
        "maerke=årsrente": {"Brugt"},
        "afsnit=/laer/kredit/frist/": {"Brugt"},
        "brug=en": {"Brugt"},
        "brug=ingen": {"Ledig", "Dannet"},
        "brug=flere": set(),
        "svarene=kendt": set(),
        "q=regreskrav": {"Ledig"},
    }
    for query, titles in wanted.items():
        with subtests.test(query):
            listed = as_teacher.get(f"{QUESTIONS}?{query}").context["cl"].result_list
            assert {question.title for question in listed} == titles


def test_the_tags_offered_are_those_that_the_reader_may_see(as_teacher, other_teacher):
    factories.QuestionFactory(tags=["fælles"])
    factories.QuestionFactory(tags=["hemmelig"], owner=other_teacher, status="draft")
    page = as_teacher.get(QUESTIONS).content.decode()
    assert "fælles" in page
    assert "hemmelig" not in page


def test_the_page_of_a_quiz_says_what_to_look_at_and_what_it_would_catch(as_teacher, teacher):
    silent = factories.QuestionFactory(title="Tavst", status="draft", owner=teacher)
    quiz = factories.QuizFactory(
        owner=teacher, questions=[silent, factories.GeneratedQuestionFactory(mistake="regner_180_dage")]
    )
    page = as_teacher.get(f"{QUIZZES}{quiz.pk}/change/").content.decode()
    assert "Spørgsmålet er en kladde" in page
    assert "Fejl, som quizzen fanger" in page
    assert "180 dage" in page
    assert "Tjekliste" not in as_teacher.get(f"{QUIZZES}add/").content.decode()
