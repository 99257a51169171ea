"""The dry run: it finds what was graded otherwise than today, shows each change, and changes nothing."""

from decimal import Decimal

import pytest
from django.forms.models import model_to_dict

import rules
from cases.models import Answer, Case, Question, Walkthrough
from courses.models import RegradeChange
from courses.regrading import dry_run, finding
from quizzes.models import Attempt, Response
from quizzes.models import Question as BankQuestion
from tests import factories
from tests.cases.solved import solve
from tests.courses.regrading.conftest import WHY, dry, fresh, page

TABLES = [Walkthrough, Answer, Attempt, Response]


def everything():
    return [model_to_dict(row) for model in TABLES for row in model.objects.order_by("pk")]


def only_change():
    return RegradeChange.objects.get()


def test_work_that_is_graded_as_today_is_not_outdated_and_does_not_change(case_work, quiz_work, teacher):
    for work in (case_work, quiz_work):
        found = finding.find(work.assignment, "one")
        assert (found.handed_in, found.outdated, found.reasons) == (1, 0, [])
        regrade = dry(work.assignment, teacher)
        assert (regrade.state, regrade.done, regrade.total) == ("ready", 1, 1)
        assert regrade.changes.get().state == "same", regrade.changes.get().what


def test_other_weights_of_the_case_are_found_and_cost_what_they_weigh(case_work, heavier, teacher):
    assert finding.find(case_work.assignment, "one").reasons == [("Sagens vægte er ændret", 1)]
    dry(case_work.assignment, teacher)
    change = only_change()
    assert (change.state, change.old_points, change.new_points) == (
        "changed",
        Decimal("77.8"),
        Decimal("43.8"),
    )
    assert ["Vægt: jus", "20", "90"] in change.what


def test_another_key_of_a_question_is_found_and_the_same_answer_is_right(quiz_work, turned_key, teacher):
    assert finding.find(quiz_work.assignment, "one").reasons == [("Nøglen til et spørgsmål er rettet", 1)]
    dry(quiz_work.assignment, teacher)
    change = only_change()
    assert (change.old_points, change.new_points) == (0, 100)
    assert ["Spørgsmål 1, svaret", "0 %", "100 %"] in change.what


def test_other_points_of_a_question_are_found(quiz_work, teacher):
    BankQuestion.objects.update(points=5)
    assert finding.find(quiz_work.assignment, "one").reasons == [("Et spørgsmål har fået andre point", 1)]


def test_another_rule_version_is_found_and_named(case_work, teacher, monkeypatch):
    monkeypatch.setattr(rules.topic("underretning"), "version", "2027-01-01")
    assert finding.find(case_work.assignment, "one").reasons == [("Reglen har fået en ny udgave", 1)]
    dry(case_work.assignment, teacher)
    change = only_change()
    assert change.state == "wording"
    assert change.new_state["result"]["questions"][0]["version"] == "2027-01-01"


def test_other_facts_of_the_case_are_told_and_the_student_keeps_the_own(case_work, teacher):
    Question.objects.update(facts=factories.NOTICE | {"underrettet": "2026-02-01"})
    found = finding.find(case_work.assignment, "one")
    assert (found.on_other_facts, found.outdated) == (1, 0)
    dry(case_work.assignment, teacher)
    assert only_change().state == "same"


def test_another_reading_regrades_and_costs_nothing_for_what_was_never_asked(case_work, teacher):
    dry(case_work.assignment, teacher, reading="gaeldende_ret")
    change = only_change()
    asked = {item["key"] for item in case_work.walkthrough.result["questions"][0]["items"]}
    for item in change.new_state["result"]["questions"][0]["items"]:
        assert item["key"] in asked or not item["counts"]
    assert change.new_state["reading"] == "gaeldende_ret"


def test_a_dry_run_changes_nothing(case_work, quiz_work, heavier, turned_key, teacher):
    before = everything()
    dry(case_work.assignment, teacher, scope="course")
    assert everything() == before
    assert RegradeChange.objects.filter(state="changed").count() == 2


def test_the_scope_takes_the_same_case_in_the_course_and_never_another_course(
    case_work, quiz_work, other_course, teacher
):
    case = case_work.walkthrough.case
    for course in (case_work.assignment.course, other_course):
        more = factories.AssignmentFactory(course=course, case=case)
        solve(factories.SubmissionFactory(assignment=more).walkthrough)
    totals = [dry(case_work.assignment, teacher, scope=scope).total for scope in ("one", "same", "course")]
    assert totals == [1, 2, 3]


def test_work_that_is_not_handed_in_waits(assignment, student, teacher):
    factories.SubmissionFactory(assignment=assignment, user=student)
    assert finding.find(assignment, "one").begun == 1
    assert dry(assignment, teacher).total == 0


def test_work_that_the_rules_cannot_read_any_more_is_left_with_a_reason(case_work, teacher):
    walkthrough = case_work.walkthrough
    walkthrough.frozen["questions"][0]["topic"] = "findes-ikke"
    walkthrough.save()
    dry(case_work.assignment, teacher)
    assert only_change().state == "impossible"
    assert "kan ikke længere læse" in only_change().notes[0]


def test_one_work_that_breaks_does_not_stop_the_rest(case_work, teacher, monkeypatch, caplog):
    solve(factories.SubmissionFactory(assignment=case_work.assignment).walkthrough)
    module = dry_run.works.KINDS["walkthrough"]
    again = module.again

    def breaks(work, *rest):
        if work.pk == case_work.walkthrough_id:
            raise RuntimeError
        return again(work, *rest)

    monkeypatch.setattr(module, "again", breaks)
    regrade = dry(case_work.assignment, teacher)
    assert regrade.state == "ready"
    assert sorted(regrade.changes.values_list("state", flat=True)) == ["impossible", "same"]


def test_a_run_that_stopped_goes_on_where_it_was(case_work, heavier, teacher):
    regrade = dry(case_work.assignment, teacher)
    first = only_change()
    regrade.state = "running"
    regrade.save()
    dry_run.run.func(regrade.pk)
    assert fresh(regrade).state == "ready"
    assert only_change().after == first.after


def test_the_same_asked_for_twice_while_it_waits_is_one(case_work, teacher, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    first, second = dry(case_work.assignment, teacher), dry(case_work.assignment, teacher)
    assert first == second
    assert first.state == "waiting"


def test_a_reason_is_asked_for_and_what_was_typed_stays(as_teacher, case_work):
    sent = {"scope": "same", "reading": "gaeldende_ret", "reason": " "}
    response = as_teacher.post(page(case_work.assignment), sent)
    assert response.status_code == 422
    assert "Skriv, hvorfor der skal ombedømmes." in response.content.decode()
    assert 'value="same"' in response.content.decode()


def test_the_page_tells_every_change_and_the_file_has_them_too(as_teacher, case_work, heavier, teacher):
    sent = {"scope": "one", "reading": "", "reason": WHY}
    response = as_teacher.post(page(case_work.assignment), sent, follow=True)
    shown = response.content.decode()
    assert "1 af 1 besvarelser får et andet resultat: 0 flere point, 1 færre." in shown
    assert "-34" in shown
    assert "Vægt: jus: 20 → 90" in shown
    regrade = teacher_regrade(case_work)
    file = as_teacher.get(page(case_work.assignment, f"{regrade.uuid}.csv")).content.decode()
    assert "Signe Holm;studerende@eksempel.test;Banken siger intet;Ændret;77,8;43,8;-34;100" in file


def teacher_regrade(work):
    return work.assignment.regrades.get()


def test_the_progress_is_a_page_without_script_and_a_part_with_htmx(as_teacher, case_work, teacher, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    regrade = dry(case_work.assignment, teacher)
    whole = as_teacher.get(regrade.get_absolute_url()).content.decode()
    part = as_teacher.get(regrade.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()
    for shown in (whole, part):
        assert '<progress max="1" value="0"' in shown
        assert 'hx-trigger="every 1s"' in shown
    assert "<h1>" in whole
    assert "<h1>" not in part


def test_a_run_that_stands_still_can_be_begun_again(as_teacher, case_work, teacher, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    regrade = dry(case_work.assignment, teacher)
    type(regrade).objects.update(worked_at="2026-01-01T00:00Z")
    assert "Beregningen står stille" in as_teacher.get(regrade.get_absolute_url()).content.decode()
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    as_teacher.post(page(case_work.assignment, f"{regrade.uuid}/fortsaet/"))
    assert fresh(regrade).state == "ready"


@pytest.mark.parametrize("role", ["student", "other_teacher", "outsider"])
def test_nobody_else_sees_or_starts_it(request, case_work, teacher, role):
    regrade = dry(case_work.assignment, teacher)
    client = request.getfixturevalue(f"as_{role}")
    for rest in ("", f"{regrade.uuid}/", f"{regrade.uuid}.csv"):
        assert client.get(page(case_work.assignment, rest)).status_code == 404
    for rest in ("", *(f"{regrade.uuid}/{verb}/" for verb in ("fortsaet", "gennemfoer", "tag-tilbage"))):
        assert client.post(page(case_work.assignment, rest), {"reason": WHY}).status_code == 404


def test_weights_of_a_part_that_was_never_asked_do_not_count(case_work, teacher):
    Case.objects.update(weight_faktum=50, weight_argument=50)
    assert finding.find(case_work.assignment, "one").outdated == 0
