"""A teacher writes a case: topic, typed facts, and what the law says of them."""

import pytest

from authoring.shelf import Shelf
from cases import content
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


LOAN = {"koebesum": "60.000", "udbetaling": "15.000", "skriftligt": "ja", "kreditgiver_er_saelger": "ja"}
LOAN |= {"aftalt_senest_ved_overgivelse": "ja", "variabelt_laanebeloeb": "nej", "forbrugerkoeb": "ja"}
LOAN |= {"aftale_saelger_langiver": "nej", "til_sikkerhed_for_andet": "nej"}
SALE = {
    "koebesum": "60.000",
    "betalt": "30.000",
    "vaerdi": "20.000",
    "forbehold": "gyldigt",
    "forbruger": "ja",
}
SALE |= {"fremtidige_renter_i_restkravet": "0", "rente_af_forfaldne": "0", "noedvendige_omkostninger": "0"}
SALE |= {"saerlige_omstaendigheder_41": "nej"}
STORY = "Prisen er {koebesum}, {udbetaling} er betalt. [skriftligt: Skrevet.|Sagt.] Værdien er {vaerdi}."
CHOICES = {"-kaede-forbehold": "0", "-kaede-forbehold-GYLDIGT": "gyldigt"}
CHOICES |= {"-kaede-forbehold-UGYLDIGT": "ugyldigt"}


def chained(links=CHOICES, loan=LOAN, **changed):
    """Two questions, of which the second may take from the first."""
    data = form(story=STORY, group="kredit", **{"questions-TOTAL_FORMS": "2"})
    data = {name: value for name, value in data.items() if "-fakta-" not in name}
    for place, (topic, facts) in enumerate(
        [("ejendomsforbehold", loan), ("opgoerelse_ved_tilbagetagelse", SALE)]
    ):
        data |= {f"questions-{place}-topic": topic, f"questions-{place}-facts_for": topic}
        data |= {f"questions-{place}-fakta-{name}": value for name, value in facts.items()}
    return data | {f"questions-1{name}": value for name, value in links.items()} | changed


def second():
    return Case.objects.get().questions.get(key="q2")


@pytest.mark.parametrize(
    ("sent", "link"),
    [
        (
            CHOICES,
            {"forbehold": {"from": "q1", "choices": {"GYLDIGT": "gyldigt", "UGYLDIGT": "ugyldigt"}}},
        ),
        (
            {"-kaede-forbruger": "0", "-kaede-forbruger-er": "UGYLDIGT"},
            {"forbruger": {"from": "q1", "is": "UGYLDIGT"}},
        ),
        (
            {"-kaede-forbruger": "0", "-kaede-forbruger-er": ["GYLDIGT", "UGYLDIGT"]},
            {"forbruger": {"from": "q1", "is": ["GYLDIGT", "UGYLDIGT"]}},
        ),
        ({"-kaede-koebesum": "0.koebesum"}, {"koebesum": {"from": "q1", "fact": "koebesum"}}),
    ],
)
def test_a_chain_is_chosen_from_lists(as_teacher, sent, link):
    response = as_teacher.post(ADD, chained(sent))
    assert response.status_code == 302, response.content.decode()
    assert second().links == link


def test_what_is_decided_earlier_is_kept_in_facts_and_outcome(as_teacher):
    as_teacher.post(ADD, chained(loan=LOAN | {"skriftligt": "nej"}))
    assert second().facts["forbehold"] == "ugyldigt"


def test_a_chain_that_was_chosen_is_there_again_and_can_be_taken_away(as_teacher):
    as_teacher.post(ADD, chained())
    case = Case.objects.get()
    page = as_teacher.get(f"/admin/cases/case/{case.pk}/change/").content.decode()
    assert '<option value="0" selected>Afgørelsen i spørgsmål 1</option>' in page
    rows = {"questions-INITIAL_FORMS": "2", "slug": case.slug}
    for place, question in enumerate(case.questions.all()):
        rows |= {f"questions-{place}-id": str(question.pk), f"questions-{place}-case": str(case.pk)}
    response = as_teacher.post(f"/admin/cases/case/{case.pk}/change/", chained({}, **rows))
    assert response.status_code == 302, response.content.decode()
    assert second().links == {}


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"-kaede-forbruger": "0"}, "Sæt kryds ved de afgørelser"),
        (CHOICES | {"-kaede-forbehold-UGYLDIGT": ""}, "Vælg, hvad oplysningen er ved hver afgørelse."),
        ({"-kaede-forbruger": "7"}, "Kæden mangler noget."),
        ({"-kaede-forbruger": "0", "-kaede-forbruger-er": "UKENDT"}, "Kæden mangler noget."),
        ({"-kaede-koebesum": "0"}, "Kæden mangler noget."),
    ],
)
def test_a_chain_that_says_too_little_is_refused_beside_its_fact(as_teacher, sent, says):
    page = as_teacher.post(ADD, chained(sent)).content.decode()
    assert says in page
    assert not Case.objects.exists()


def test_choosing_an_earlier_question_brings_its_outcomes(as_teacher):
    data = chained({"-kaede-forbruger": "0"}, emne="ja")
    page = as_teacher.post("/admin/cases/case/afgoerelse/", data).content.decode()
    assert 'name="questions-1-kaede-forbruger-er"' in page
    assert "Sæt kryds" not in page


def test_argument_criteria_time_and_help_are_kept(as_teacher):
    data = form(weight_argument="20", argument="Er fristen rimelig?", minutes="45")
    data |= {"criterion1_title": "Nævner formålet", "criterion1_points": "3"}
    data |= {"criterion3_title": "Afvejer", "criterion3_points": "2"}
    del data["hints_when_graded"]
    assert as_teacher.post(ADD, data).status_code == 302
    case = Case.objects.get()
    assert case.rubric == [{"title": "Nævner formålet", "points": 3}, {"title": "Afvejer", "points": 2}]
    assert (case.minutes, case.hints_when_graded, case.weights["argument"]) == (45, False, 20)
    page = as_teacher.get(f"/admin/cases/case/{case.pk}/change/").content.decode()
    assert 'value="Afvejer"' in page


@pytest.mark.parametrize(
    "broken",
    [
        {"criterion1_title": "Uden point"},
        {"criterion1_points": "3"},
        {"criterion1_title": "Nul", "criterion1_points": "0"},
        {"minutes": "0"},
        {"minutes": ""},
        {"omvendt-1-pensum": "0:UKENDT"},
    ],
)
def test_an_addition_that_is_filled_by_half_is_refused(as_teacher, broken):
    response = as_teacher.post(ADD, form(**broken))
    assert "errorlist" in response.content.decode()
    assert not Case.objects.exists()


def test_a_reverse_task_is_chosen_from_the_outcomes(as_teacher):
    data = form(**{"omvendt-1-pensum": "0:KRAV_I_BEHOLD", "omvendt-1-gaeldende_ret": "0:KRAV_BEGRAENSET"})
    assert as_teacher.post(ADD, data).status_code == 302
    case = Case.objects.get()
    task = {"question": "q1", "pensum": "KRAV_I_BEHOLD", "gaeldende_ret": "KRAV_BEGRAENSET"}
    assert case.reverse == [task]
    page = as_teacher.get(f"/admin/cases/case/{case.pk}/change/").content.decode()
    assert '<option value="0:KRAV_I_BEHOLD" selected>' in page


def test_a_reverse_task_is_about_one_question(as_teacher):
    wants = {"omvendt-1-pensum": "0:GYLDIGT", "omvendt-1-gaeldende_ret": "1:DIFFERENCE_TABT"}
    page = as_teacher.post(ADD, chained(**wants)).content.decode()
    assert "Vælg to afgørelser af det samme spørgsmål." in page
    assert not Case.objects.exists()


@pytest.mark.parametrize("address", [ADD, "/admin/cases/case/varianter/"])
def test_variants_of_what_is_not_saved(as_teacher, address):
    page = as_teacher.post(address, form(_variant="original:4")).content.decode()
    assert "Variant 4 af 10" in page
    assert "Det er ændret" in page
    assert not Case.objects.exists()


def test_variants_of_a_case_that_one_may_only_read_have_an_address(as_teacher):
    case = CaseFactory()
    address = f"/admin/cases/case/{case.pk}/varianter/"
    page = as_teacher.get(address).content.decode()
    assert "Variant 1 af 10" in page
    assert 'href="?_variant=original:2"' in page
    assert "Variant 2 af 10" in as_teacher.get(f"{address}?_variant=original:2").content.decode()
    assert address in as_teacher.get(f"/admin/cases/case/{case.pk}/change/").content.decode()


def test_no_variant_is_made_before_it_is_asked_for(as_teacher, monkeypatch):
    monkeypatch.setattr("cases.admin.variants.leaf", lambda *_: pytest.fail("made"))
    monkeypatch.setattr("cases.drafting.levels.of", lambda *_: pytest.fail("made"))
    assert as_teacher.post("/admin/cases/case/afgoerelse/", form()).status_code == 200
    assert as_teacher.get(ADD).status_code == 200


def test_which_kinds_of_variant_can_be_made_is_told_on_its_own(as_teacher):
    page = as_teacher.post("/admin/cases/case/varianter/", form(_slags="ja", story="Intet.")).content.decode()
    assert "<form" not in page
    assert "Variant" not in page


def test_the_file_of_a_case_is_taken_home_and_reads_back(as_teacher, teacher):
    as_teacher.post(ADD, chained())
    case = Case.objects.get()
    response = as_teacher.get(f"/admin/cases/case/{case.pk}/fil/")
    assert response["Content-Disposition"] == 'attachment; filename="soesterens-kaution.yaml"'
    data = content.CaseFile.model_validate(content.KIND.form.read(response.content.decode()))
    assert content.check(data, Shelf([])) == []
    assert content.KIND.canonical(data) == response.content.decode()


def test_an_earlier_version_comes_back_with_its_questions(as_teacher, teacher):
    as_teacher.post(ADD, chained())
    case = Case.objects.get()
    before = list(case.questions.values("key", "topic", "facts", "links", "expected"))
    version = case.history.latest()
    case.title = "En anden"
    case.save()
    case.questions.get(key="q1").delete()
    case.questions.update(facts={}, links={})
    address = f"/admin/cases/case/{case.pk}/history/{version.pk}/"
    page = as_teacher.get(address).content.decode()
    assert "Opgørelse ved tilbagetagelse" in page
    sent = form(slug=case.slug, story=STORY)
    sent = {name: value for name, value in sent.items() if not name.startswith("questions-")}
    response = as_teacher.post(address, sent)
    assert response.status_code == 302, response.content.decode()
    case.refresh_from_db()
    assert case.title == "Søsterens kaution"
    assert list(case.questions.values("key", "topic", "facts", "links", "expected")) == before


def test_a_version_that_is_refused_leaves_the_questions_alone(as_teacher, teacher):
    case = CaseFactory(owner=teacher)
    version = case.history.latest()
    case.save()
    case.questions.update(facts={"changed": 1})
    as_teacher.post(f"/admin/cases/case/{case.pk}/history/{version.pk}/", {})
    assert case.questions.get().facts == {"changed": 1}


def test_a_copy_keeps_the_chain_and_what_else_was_written(as_teacher, teacher):
    case = CaseFactory(
        questions=[{"key": "q1"}, {"key": "q2", "links": {"privat_kautionist": {"from": "q1", "is": "X"}}}],
        rubric=[{"title": "Nævner", "points": 1}],
        minutes=45,
    )
    as_teacher.post(f"/admin/cases/case/{case.pk}/kopier/")
    copy = Case.objects.get(owner=teacher)
    assert (copy.rubric, copy.minutes) == (case.rubric, 45)
    assert copy.questions.get(key="q2").links == case.questions.get(key="q2").links
