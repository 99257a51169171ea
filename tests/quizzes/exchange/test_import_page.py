"""A teacher brings questions in: first a preview that saves nothing, then all that was chosen or none of it."""

import re
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.exchange import keeping
from quizzes.models import Option, Question
from tests import factories

PAGE, SAVE = "/admin/quizzes/question/importer/", "/admin/quizzes/question/importer/gem/"
OUT = "/admin/quizzes/question/eksporter/"
TWO = "::Et::Hvad er regres? {=Et krav#Ja. ~En rente#Nej, ikke en rente.}\n\n::To::Hvor mange? {#=14:1}\n\nKun tekst\n"


def preview(client, text=TWO):
    return client.post(PAGE, {"text": text})


def fields(response):
    """What the preview's form sends when nothing is changed."""
    page = response.content.decode()
    ticked = re.findall(r'name="valgt" value="([^"]+)" id="[^"]+" checked', page)
    return {"laest": re.search(r'name="laest" value="([^"]+)"', page)[1], "valgt": ticked}


def test_the_preview_tells_everything_and_saves_nothing(as_teacher):
    response = preview(as_teacher)
    page = response.content.decode()
    assert response.status_code == 200
    for told in (
        "Et krav",
        "Nej, ikke en rente.",
        "Linje 5:",
        "Der er ingen svar",
        "2 spørgsmål kan",
        "og 1 kan ikke",
    ):
        assert told in page
    assert not Question.objects.exists()


def test_what_is_chosen_is_saved_as_drafts_of_the_teacher(as_teacher, teacher):
    response = as_teacher.post(SAVE, fields(preview(as_teacher)))
    assert response.status_code == 302
    one, two = Question.objects.order_by("title")
    assert (one.title, one.kind, one.owner, one.status) == ("Et", "single", teacher, "draft")
    assert [(row.text, row.right, row.remark) for row in one.options.all()] == [
        ("Et krav", True, "Ja."),
        ("En rente", False, "Nej, ikke en rente."),
    ]
    assert (two.answer, two.tolerance) == ("14", "1")
    assert one.history.get().history_user == teacher
    assert as_teacher.get(f"/admin/quizzes/question/{one.pk}/change/").status_code == 200


def test_what_an_editor_brings_in_is_shared(as_editor):
    as_editor.post(SAVE, fields(preview(as_editor)))
    assert {question.owner for question in Question.objects.all()} == {None}


def test_an_uploaded_file_is_read_as_a_pasted_text_is(as_teacher):
    file = SimpleUploadedFile("spm.txt", TWO.replace("regres", "gæld på ø").encode("cp1252"))
    page = as_teacher.post(PAGE, {"file": file}).content.decode()
    assert "Hvad er gæld på ø?" in page
    assert "Windows-1252" in page


def test_only_what_is_ticked_is_saved(as_teacher):
    sent = fields(preview(as_teacher))
    as_teacher.post(SAVE, sent | {"valgt": sent["valgt"][1:]})
    assert [question.title for question in Question.objects.all()] == ["To"]


def test_nothing_ticked_shows_the_same_preview_again(as_teacher):
    sent = fields(preview(as_teacher))
    response = as_teacher.post(SAVE, sent | {"valgt": []})
    assert response.status_code == 422
    assert "Vælg mindst ét spørgsmål" in response.content.decode()
    assert len(fields(response)["valgt"]) == 2


def test_the_same_confirmation_twice_saves_once(as_teacher):
    sent = fields(preview(as_teacher))
    as_teacher.post(SAVE, sent)
    page = as_teacher.post(SAVE, sent, follow=True).content.decode()
    assert "2 var læst ind før" in page
    assert Question.objects.count() == 2


def test_a_double_is_marked_and_off(as_teacher, teacher, other_teacher):
    factories.QuestionFactory(text="hvad  er REGRES?", owner=teacher)
    factories.QuestionFactory(text="Hvor mange?", owner=other_teacher)
    response = preview(as_teacher, TWO + "\n::Tre::Hvor mange? {#=15}\n")
    assert response.content.decode().count("samme tekst findes allerede") == 2
    assert len(fields(response)["valgt"]) == 1


@pytest.mark.parametrize("change", ["", "x", "cut"])
def test_a_preview_that_was_changed_on_the_way_is_refused(as_teacher, change):
    sent = fields(preview(as_teacher))
    sent["laest"] = sent["laest"][:-2] if change == "cut" else change
    response = as_teacher.post(SAVE, sent)
    assert response.status_code == 422
    assert "Intet er gemt" in response.content.decode()
    assert not Question.objects.exists()


def test_a_preview_of_another_teacher_is_refused(as_teacher, as_co_teacher):
    assert as_co_teacher.post(SAVE, fields(preview(as_teacher))).status_code == 422
    assert not Question.objects.exists()


def test_when_one_cannot_be_saved_none_is(as_teacher, monkeypatch):
    sent = fields(preview(as_teacher))

    whole = keeping.bulk_create_with_history

    def fails_at_the_options(rows, model, **more):
        if model is Option:
            raise ZeroDivisionError
        return whole(rows, model, **more)

    monkeypatch.setattr(keeping, "bulk_create_with_history", fails_at_the_options)
    with pytest.raises(ZeroDivisionError):
        as_teacher.post(SAVE, sent)
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Vælg en fil, eller indsæt teksten"),
        ({"text": "<quiz><a></quiz>"}, "Linje 1: XML’en er brudt"),
        ({"text": "<!DOCTYPE a [<!ENTITY b 'c'>]><quiz>&b;</quiz>"}, "DOCTYPE"),
        ({"text": "// intet"}, "Der er ingen spørgsmål i filen"),
        ({"file": SimpleUploadedFile("x.zip", b"PK\x03\x04\0\0")}, "ikke en tekstfil"),
        ({"file": SimpleUploadedFile("stor.xml", b"x" * (5 * 1024 * 1024 + 1))}, "over 5 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason_and_the_text_is_kept(as_teacher, sent, said):
    response = as_teacher.post(PAGE, sent)
    assert response.status_code == 422
    page = response.content.decode()
    assert said in page
    assert "autofocus" in page
    if sent.get("text", "").startswith("//"):
        assert sent["text"] in page


def test_html_of_a_file_never_reaches_the_page(as_teacher):
    page = preview(
        as_teacher, "[plain]<script>alert(1)</script> {=<img src=x onerror=1> ~b#c}"
    ).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


@given(text=st.text(max_size=60), cut=st.integers(0, len(TWO)))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_junk_is_read_or_refused_and_never_saved(as_teacher, text, cut):
    response = preview(as_teacher, TWO[:cut] + text + TWO[cut:])
    assert response.status_code in {200, 422}
    assert not Question.objects.exists()


def test_a_thousand_questions_take_under_ten_seconds(as_teacher):
    text = "\n".join(
        f"::Nr. {n}::Hvad er {n}? {{=Rigtigt {n}#Ja. ~Forkert a#Nej. ~Forkert b#Nej. ~Forkert c#Nej.}}\n"
        for n in range(1000)
    )
    began = time.process_time()
    response = as_teacher.post(SAVE, fields(preview(as_teacher, text)))
    assert response.status_code == 302
    assert time.process_time() - began < 10
    assert (Question.objects.count(), Option.objects.count()) == (1000, 4000)


def test_the_preview_asks_the_database_as_often_for_thirty_questions_as_for_three(
    as_teacher, django_assert_max_num_queries
):
    def text(count):
        return "\n\n".join(f"Nr. {n}? {{=Ja ~Nej#Fordi.}}" for n in range(count))

    asked = []
    for count in (3, 30):
        with django_assert_max_num_queries(10) as queries:
            preview(as_teacher, text(count))
        asked.append(len(queries))
    assert asked[0] == asked[1]


# Out


def chosen(*questions, **more):
    return {"ids": ",".join(str(one.pk) for one in questions), "format": "gift", "variants": 2} | more


def test_the_chosen_questions_are_exported_in_each_format(as_teacher):
    one, made = factories.QuestionFactory(), factories.GeneratedQuestionFactory()
    asked = as_teacher.post(
        "/admin/quizzes/question/", {"action": "export_chosen", "_selected_action": [one.pk, made.pk]}
    )
    assert f'value="{one.pk},{made.pk}"' in asked.content.decode()
    for name, began in {"gift": b"::", "moodle": b"<?xml", "qti": b"PK"}.items():
        response = as_teacher.post(OUT, chosen(one, made, format=name, hent="ja"))
        assert response.content.startswith(began)
        assert "attachment" in response["Content-Disposition"]


def test_the_page_says_what_the_format_cannot(as_teacher):
    one = factories.QuestionFactory(hint="Tænk", points=3)
    gaps = factories.QuestionFactory(
        kind="gaps",
        text="Inden [1] efter [2].",
        title="Felter",
        options=[("14", True, ""), ("besked", True, "")],
    )
    page = as_teacher.post(OUT, chosen(one, gaps)).content.decode()
    for told in (
        "GIFT har ingen hjælp",
        "spørgsmålet giver her 3",
        "GIFT har kun plads til ét felt",
    ):
        assert told in page


def test_nobody_exports_what_they_cannot_read(as_teacher, other_teacher):
    theirs = factories.QuestionFactory(owner=other_teacher, status="draft", text="Hemmeligt")
    response = as_teacher.post(OUT, chosen(theirs, hent="ja"))
    assert "Hemmeligt" not in response.content.decode()
    assert "Content-Disposition" not in response


def test_the_questions_of_a_quiz_are_exported(as_teacher):
    quiz = factories.QuizFactory()
    sent = {"action": "export_questions", "_selected_action": [quiz.pk]}
    page = as_teacher.post("/admin/quizzes/quiz/", sent).content.decode()
    ids = re.search(r'name="ids" value="([\d,]+)"', page)[1].split(",")
    assert {int(pk) for pk in ids} == {question.pk for question in quiz.questions.all()}


@pytest.mark.parametrize("sent", [{}, {"ids": "1;drop"}, {"ids": "1", "format": "docx"}, {"ids": "9" * 40}])
def test_an_export_of_junk_is_refused(as_teacher, sent):
    assert as_teacher.post(OUT, {"format": "gift", "variants": 1} | sent).status_code == 422
