"""Putting a dry run in force: all of it or nothing, the old result kept, and taken back to the very same."""

import json
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.export import everything
from cases import awarding, receipts
from cases.models import Case
from courses import overriding
from courses.models import Assignment, GradeChange
from courses.regrading import in_force, works
from quizzes.models import Question as BankQuestion
from tests import factories
from tests.cases.solved import solve
from tests.courses.regrading.conftest import WHY, dry, fresh, page, turn

Refused = in_force.Refused


def state(submission):
    kind = works.kind_of(submission)
    module = works.KINDS[kind]
    (work,) = module.finished([works.key_of(submission)])
    return module.state(work)


def text(response):
    return response.content.decode().replace("\xa0", " ")


def test_it_stands_after_that_and_the_old_result_is_on_record(case_work, heavier, teacher):
    old = case_work.walkthrough
    regrade = in_force.put_in_force(dry(case_work.assignment, teacher), by=teacher)
    new = fresh(case_work).walkthrough
    assert (regrade.state, regrade.committed_by) == ("in_force", teacher)
    assert new.total == Decimal("0.4375")
    assert new.frozen["weights"]["jus"] == 90
    (earlier,) = new.earlier.all()
    assert (earlier.number, earlier.total, earlier.reading) == (1, old.total, "pensum")
    assert (earlier.replaced_by, earlier.reason) == (teacher, WHY)
    assert earlier.kept["result"]["questions"][0]["version"] == old.frozen["questions"][0]["version"]


def test_a_quiz_gets_the_points_of_the_new_key(quiz_work, turned_key, teacher):
    in_force.put_in_force(dry(quiz_work.assignment, teacher), by=teacher)
    attempt = fresh(quiz_work).attempt
    assert (attempt.points, attempt.total, attempt.responses.get().points) == (1, 1, 1)
    assert attempt.earlier.get().total == 0


def test_more_points_of_a_question_are_more_to_earn(quiz_work, turned_key, teacher):
    BankQuestion.objects.update(points=5)
    in_force.put_in_force(dry(quiz_work.assignment, teacher), by=teacher)
    attempt = fresh(quiz_work).attempt
    assert (attempt.points, attempt.max_points, attempt.total) == (5, 5, 1)


def test_twice_is_once(as_teacher, case_work, heavier, teacher):
    regrade = dry(case_work.assignment, teacher)
    for _ in range(2):
        address = page(case_work.assignment, f"{regrade.uuid}/gennemfoer/")
        assert as_teacher.post(address).status_code == 302
    assert fresh(case_work).walkthrough.earlier.count() == 1


def test_taken_back_all_is_as_it_was_and_both_results_are_on_record(case_work, heavier, teacher, co_teacher):
    before = state(case_work)
    regrade = in_force.put_in_force(dry(case_work.assignment, teacher), by=teacher)
    between = state(case_work)
    assert between != before
    taken = in_force.take_back(regrade, by=co_teacher)
    assert (taken.state, taken.undone_by) == ("taken_back", co_teacher)
    assert state(case_work) == before
    kept = [row.kept for row in case_work.walkthrough.earlier.all()]
    assert [one["total"] for one in kept] == [before["total"], between["total"]]
    assert in_force.take_back(regrade, by=teacher).undone_by == co_teacher


def test_a_result_that_changed_since_the_dry_run_stops_all_of_it(case_work, heavier, teacher):
    other = factories.SubmissionFactory(assignment=case_work.assignment)
    solve(other.walkthrough)
    regrade = dry(case_work.assignment, teacher)
    case_work.walkthrough.total = Decimal("0.1")
    case_work.walkthrough.save()
    with pytest.raises(Refused, match="Signe Holm har fået et andet resultat"):
        in_force.put_in_force(regrade, by=teacher)
    assert fresh(regrade).state == "ready"
    assert not fresh(other).walkthrough.earlier.exists()


def test_points_that_a_colleague_sets_meanwhile_stop_it_too(
    as_teacher, case_work, heavier, student, teacher, co_teacher
):
    regrade = dry(case_work.assignment, teacher)
    override(case_work, student, co_teacher)
    response = as_teacher.post(page(case_work.assignment, f"{regrade.uuid}/gennemfoer/"))
    assert response.status_code == 409
    assert "Lav en ny prøveberegning" in text(response)
    assert fresh(regrade).state == "ready"


def test_a_weight_that_changes_again_stops_it(case_work, heavier, teacher):
    regrade = dry(case_work.assignment, teacher)
    Case.objects.update(weight_jus=10)
    with pytest.raises(Refused, match="er ændret, siden der blev prøveberegnet"):
        in_force.put_in_force(regrade, by=teacher)
    assert fresh(case_work).walkthrough.total == case_work.walkthrough.total
    assert not case_work.walkthrough.earlier.exists()


def test_points_that_were_set_by_hand_stay_and_are_shown(as_teacher, case_work, heavier, student, teacher):
    override(case_work, student, teacher)
    regrade = dry(case_work.assignment, teacher)
    shown = text(as_teacher.get(regrade.get_absolute_url()))
    assert "Rettet i hånden: 60 point gælder" in shown
    in_force.put_in_force(regrade, by=teacher)
    assert GradeChange.objects.get().new_points == 60
    submission = fresh(case_work)
    assert works.results.of_try(submission).points == 60
    assert works.results.of_try(submission).computed == Decimal("43.8")


def override(work, student, by):
    assignment = Assignment.objects.get(pk=work.assignment_id)
    overriding.change(assignment, student, Decimal(60), "Mundtligt.", by=by, version="0")


def test_it_is_not_taken_back_once_an_argument_is_marked(course, student, teacher):
    case = factories.CaseFactory(questions=[{"key": "q1"}], weight_argument=20)
    assignment = factories.AssignmentFactory(course=course, case=case)
    submission = factories.SubmissionFactory(assignment=assignment, user=student)
    solve(submission.walkthrough)
    Case.objects.update(weight_jus=90)
    regrade = in_force.put_in_force(dry(assignment, teacher), by=teacher)
    walkthrough = fresh(submission).walkthrough
    points = {one["key"]: Decimal(1) for one in walkthrough.frozen["rubric"]}
    awarding.award(walkthrough, points, "", by=teacher, version=str(walkthrough.version))
    with pytest.raises(Refused, match="er bedømt på ny"):
        in_force.take_back(regrade, by=teacher)
    assert fresh(regrade).state == "in_force"


def test_the_teachers_marks_of_an_argument_count_on(course, student, teacher):
    case = factories.CaseFactory(questions=[{"key": "q1"}], weight_argument=20)
    assignment = factories.AssignmentFactory(course=course, case=case)
    submission = factories.SubmissionFactory(assignment=assignment, user=student)
    walkthrough = solve(submission.walkthrough)
    points = {one["key"]: Decimal(1) for one in walkthrough.frozen["rubric"]}
    awarding.award(walkthrough, points, "", by=teacher, version=str(walkthrough.version))
    Case.objects.update(weight_argument=200)
    in_force.put_in_force(dry(assignment, teacher), by=teacher)
    marked = fresh(submission).walkthrough
    assert marked.marks["argument"] == 0.5
    assert marked.total == Decimal("0.6552")


def test_the_student_reads_it_where_the_result_was_released(
    as_student, as_teacher, case_work, heavier, released, student, teacher
):
    regrade = in_force.put_in_force(dry(case_work.assignment, teacher), by=teacher)
    today = f"{timezone.localtime():%-d}."
    for address in (
        case_work.assignment.get_absolute_url(),
        f"/cases/gang/{case_work.walkthrough_id}/resultat/",
    ):
        shown = text(as_student.get(address))
        assert f"Genbedømt {today}" in shown
        assert WHY in shown
    assert "Dine svar gav 77,8 point og gav derefter 43,8." in text(
        as_student.get(case_work.assignment.get_absolute_url())
    )
    assert list(in_force.concerned(regrade)) == [case_work]
    assert everything(student)["courses"]["genbedoemmelser"][0]["point_efter"] == "43,8"
    in_force.take_back(regrade, by=teacher)
    assert "det tidligere resultat gælder igen" in text(
        as_student.get(case_work.assignment.get_absolute_url())
    )


def test_a_student_reads_it_of_a_quiz(as_student, quiz_work, turned_key, teacher):
    works.results.Assignment.objects.update(released_at=timezone.now())
    quiz_work.attempt.release()
    in_force.put_in_force(dry(quiz_work.assignment, teacher), by=teacher)
    shown = text(as_student.get(f"/quiz/forsoeg/{quiz_work.attempt_id}/resultat/"))
    assert "Genbedømt" in shown
    assert "fra 0 % til 100 % i alt" in shown


def test_a_result_that_nobody_had_seen_is_changed_without_a_word(
    as_student, case_work, heavier, student, teacher
):
    regrade = in_force.put_in_force(dry(case_work.assignment, teacher), by=teacher)
    works.results.Assignment.objects.update(released_at=timezone.now())
    case_work.walkthrough.refresh_from_db()
    case_work.walkthrough.release()
    assert "Genbedømt" not in text(as_student.get(case_work.assignment.get_absolute_url()))
    assert not in_force.concerned(regrade).exists()
    assert everything(student)["courses"]["genbedoemmelser"] == []


def test_the_receipt_of_the_old_result_is_made_again_byte_for_byte(
    as_student, as_teacher, case_work, heavier, released, teacher
):
    old = fresh(case_work).walkthrough
    as_json, as_html = receipts.as_json(old), receipts.as_html(old)
    in_force.put_in_force(dry(case_work.assignment, teacher), by=teacher)
    for form, first in (("--json", as_json), ("--html", as_html)):
        out = StringIO()
        call_command("kvittering", str(old.pk), form, udgave=1, stdout=out)
        assert out.getvalue() == first
    now = receipts.canonical(fresh(case_work).walkthrough)
    assert now["genbedoemt"][0]["samlet_foer"] == "0.7778"
    assert now["bedoemmelse"]["samlet"] == "0.4375"
    kept = as_student.get(f"/cases/gang/{old.pk}/kvittering.json?udgave=1").content.decode()
    assert kept == as_json
    assert as_student.get(f"/cases/gang/{old.pk}/kvittering.json?udgave=2").status_code == 404
    whole = f"/undervisning/{case_work.assignment.course.uuid}/afleveringer/{case_work.assignment.uuid}/"
    assert as_teacher.get(f"{whole}{case_work.uuid}/kvittering/?udgave=1").status_code == 200


def test_another_reading_is_put_in_force_with_its_name(case_work, teacher):
    in_force.put_in_force(dry(case_work.assignment, teacher, reading="gaeldende_ret"), by=teacher)
    walkthrough = fresh(case_work).walkthrough
    assert walkthrough.reading == "gaeldende_ret"
    assert walkthrough.earlier.get().reading == "pensum"
    assert json.loads(receipts.as_json(walkthrough))["sag"]["retsgrundlag"] == "gaeldende_ret"


def test_of_two_dry_runs_the_second_sees_that_the_first_is_in_force(case_work, heavier, teacher, co_teacher):
    first, second = dry(case_work.assignment, teacher), dry(case_work.assignment, co_teacher)
    in_force.put_in_force(first, by=teacher)
    with pytest.raises(Refused):
        in_force.put_in_force(second, by=co_teacher)
    assert fresh(case_work).walkthrough.earlier.count() == 1


@settings(max_examples=12)
@given(
    wrong=st.integers(0, 2**12),
    weights=st.tuples(*[st.integers(0, 100)] * 3).filter(any),
    reading=st.sampled_from(["", "pensum", "gaeldende_ret"]),
)
def test_putting_in_force_and_taking_back_is_as_if_nothing_was(assignment, teacher, wrong, weights, reading):
    """Whatever was answered, and whatever weighs how much."""
    submission = factories.SubmissionFactory(assignment=assignment)
    solve(submission.walkthrough, wrong=lambda number: wrong >> number & 1)
    names = ("weight_jus", "weight_subsumption", "weight_konklusion")
    Case.objects.update(**dict(zip(names, weights, strict=True)))
    before = state(submission)
    regrade = dry(assignment, teacher, reading=reading)
    assert state(submission) == before
    in_force.put_in_force(regrade, by=teacher)
    in_force.take_back(regrade, by=teacher)
    assert state(submission) == before


@settings(max_examples=12)
@given(st.booleans(), st.integers(1, 20))
def test_the_same_holds_for_a_quiz(quiz_work, teacher, turned, points):
    if turned:
        turn(quiz_work)
    BankQuestion.objects.update(points=points)
    before = state(quiz_work)
    regrade = dry(quiz_work.assignment, teacher)
    in_force.put_in_force(regrade, by=teacher)
    in_force.take_back(regrade, by=teacher)
    assert state(quiz_work) == before
