"""A teacher writes a case: topic, typed facts, and what the law says of them."""

import pytest

from cases.models import Case
from tests.factories import NOTICE_STORY, CaseFactory

pytestmark = pytest.mark.django_db
ADD = "/admin/cases/case/add/"
FACTS = {
    "privat_kautionist": "ja",
    "misligholdt": "31-01-2026",
    "underrettet": "15-09-2026",
    "kraevet": "20-09-2026",
    "misligholdt_beloeb": "62.800",
    "regres_tab": "0",
    "langiver": "pengeinstitut",
    "henstand_uden_samtykke": "nej",
}


def form(**changed):
    """What the browser sends for a new case about notice to a guarantor."""
    facts = FACTS | changed.pop("facts", {})
    data = {
        "title": "Søsterens kaution",
        "slug": "",
        "group": "kaution",
        "source": "",
        "summary": "En søster hæfter.",
        "story": NOTICE_STORY,
        "reading": "",
        "weight_faktum": "10",
        "weight_jus": "20",
        "weight_subsumption": "40",
        "weight_konklusion": "30",
        "weight_argument": "0",
        "minutes": "30",
        "hints_when_graded": "on",
        "status": "published",
        "party1_role": "kautionist",
        "party1_name": "Mona Bach",
        "party1_title": "Kautionist",
        "questions-TOTAL_FORMS": "1",
        "questions-INITIAL_FORMS": "0",
        "questions-MIN_NUM_FORMS": "0",
        "questions-MAX_NUM_FORMS": "1000",
        "questions-0-topic": "underretning",
        "questions-0-facts_for": "underretning",
    }
    return data | {f"questions-0-fakta-{name}": value for name, value in facts.items()} | changed


def test_a_teacher_makes_a_case_and_a_student_of_hers_solves_it(as_teacher, as_student):
    response = as_teacher.post(ADD, form())
    assert response.status_code == 302, response.content.decode()
    case = Case.objects.get()
    assert case.slug == "soesterens-kaution"
    question = case.questions.get()
    assert question.expected == {
        "pensum": "KRAV_TABT_FOR_MISLIGHOLDT_DEL",
        "gaeldende_ret": "KRAV_BEGRAENSET",
    }
    page = as_student.post(f"/cases/{case.slug}/begynd/", follow=True).content.decode()
    assert "Mona Bach kautionerer" in page


def test_impossible_facts_are_refused_beside_their_field(as_teacher):
    response = as_teacher.post(ADD, form(facts={"underrettet": "15-09-2025"}))
    page = response.content.decode()
    assert response.status_code == 200
    assert "Oplysningerne kan ikke bruges. Ret: Dag for underretning" in page
    assert 'value="15-09-2025"' in page
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("name", "typed"), [("misligholdt_beloeb", "tyve tusind"), ("misligholdt", "31-02-2026")]
)
def test_a_value_that_cannot_be_read_keeps_what_was_typed(as_teacher, name, typed):
    page = as_teacher.post(ADD, form(facts={name: typed})).content.decode()
    assert f'value="{typed}"' in page
    assert f"Du skrev ’{typed}’" in page or f"’{typed}’" in page
    assert not Case.objects.exists()


def test_looking_at_the_decision_saves_nothing(as_teacher):
    page = as_teacher.post(ADD, form(_vis="")).content.decode()
    assert "Banken har tabt kravet mod kautionisten for den misligholdte del på 62.800 kr." in page
    assert "De to retsgrundlag når ikke til det samme" in page
    assert "Den 31. januar 2026 stopper betalingerne" in page
    assert not Case.objects.exists()


def test_choosing_a_topic_brings_its_facts_filled_with_an_example(as_teacher):
    data = form(emne="ja", **{"questions-0-topic": "factoring"})
    page = as_teacher.post("/admin/cases/case/afgoerelse/", data).content.decode()
    assert 'name="questions-0-fakta-fakturabeloeb"' in page
    assert 'hx-swap-oob="innerHTML"' in page


def test_a_story_that_names_an_unknown_fact_is_refused(as_teacher):
    page = as_teacher.post(ADD, form(story="Den {dagen} skete det.")).content.decode()
    assert "{dagen}" in page
    assert not Case.objects.exists()


def test_an_old_case_is_changed_in_one_fact(as_teacher, teacher):
    case = CaseFactory(owner=teacher)
    question = case.questions.get()
    data = form(
        facts={"underrettet": "01-07-2026"},
        title=case.title,
        slug=case.slug,
        **{
            "questions-INITIAL_FORMS": "1",
            "questions-0-id": str(question.pk),
            "questions-0-case": str(case.pk),
        },
    )
    response = as_teacher.post(f"/admin/cases/case/{case.pk}/change/", data)
    assert response.status_code == 302, response.content.decode()
    question.refresh_from_db()
    assert question.facts["underrettet"] == "2026-07-01"
    assert question.expected["pensum"] == "KRAV_I_BEHOLD"
    assert question.history.count() == 2


def test_shared_cases_are_read_and_copied_by_teachers(as_teacher, teacher):
    case = CaseFactory()
    page = as_teacher.get(f"/admin/cases/case/{case.pk}/change/")
    assert page.status_code == 200
    assert as_teacher.post(f"/admin/cases/case/{case.pk}/change/", form()).status_code == 403
    as_teacher.post(f"/admin/cases/case/{case.pk}/kopier/")
    copy = Case.objects.get(owner=teacher)
    assert copy.questions.get().facts == case.questions.get().facts


def test_the_preview_shows_what_a_student_meets(as_teacher, teacher):
    case = CaseFactory(owner=teacher)
    page = as_teacher.get(f"/admin/cases/case/{case.pk}/vis/").content.decode()
    assert "Den 31. januar 2026 stopper betalingerne" in page
    unsaved = as_teacher.post("/admin/cases/case/vis/", form()).content.decode()
    assert "Mona Bach" in unsaved


def test_students_have_no_way_in(as_student):
    assert as_student.post("/admin/cases/case/afgoerelse/", form()).status_code in (302, 403)


def test_a_new_topic_brings_a_story_when_there_is_none(as_teacher):
    data = form(emne="ja", story="", **{"questions-0-topic": "factoring"})
    page = as_teacher.post("/admin/cases/case/afgoerelse/", data).content.decode()
    assert 'id="id_story"' in page
    assert "{fakturabeloeb}" in page
    kept = as_teacher.post("/admin/cases/case/afgoerelse/", data | {"story": "Min egen."}).content.decode()
    assert 'id="id_story"' not in kept


@pytest.mark.parametrize("address", [ADD, "/admin/cases/case/afgoerelse/"])
def test_another_question_can_be_added_with_and_without_javascript(as_teacher, address):
    page = as_teacher.post(address, form(_flere="ja", emne="ja")).content.decode()
    assert 'name="questions-1-topic"' in page
    assert not Case.objects.exists()


def test_two_questions_get_keys_of_their_own(as_teacher):
    second = {f"questions-1-fakta-{name}": value for name, value in FACTS.items()}
    data = form(**second, **{"questions-TOTAL_FORMS": "2"})
    data |= {"questions-1-topic": "underretning", "questions-1-facts_for": "underretning"}
    assert as_teacher.post(ADD, data).status_code == 302
    assert [(one.key, one.order) for one in Case.objects.get().questions.all()] == [("q1", 1), ("q2", 2)]


def test_the_group_is_that_of_the_topic_when_none_is_chosen(as_teacher):
    as_teacher.post(ADD, form(group=""))
    assert Case.objects.get().group == "kaution"


@pytest.mark.parametrize(
    "broken",
    [
        {"questions-0-topic": "findes-ikke"},
        {"questions-TOTAL_FORMS": "mange"},
        {"questions-TOTAL_FORMS": "99999"},
        {"reading": "x"},
        {"story": "[misligholdt: uden ende"},
        {"weight_jus": "-1"},
        {"weight_jus": "0", "weight_subsumption": "0", "weight_konklusion": "0"},
        {"party1_role": "konge"},
        {"party2_name": "Uden rolle"},
        {"title": ""},
        {"slug": "å æ"},
        {"questions-0-topic": ""},
    ],
)
@pytest.mark.parametrize("address", [ADD, "/admin/cases/case/afgoerelse/", "/admin/cases/case/vis/"])
def test_a_broken_form_is_answered_and_saves_nothing(as_teacher, address, broken):
    response = as_teacher.post(address, form(**broken))
    assert response.status_code in (200, 422)
    assert not Case.objects.exists()
