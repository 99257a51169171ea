"""Two who differ agree: criterion by criterion with a reason, or by the mean; then it counts, and can be changed."""

import pytest

from cases.models import Case
from courses import copying, release
from courses.regrading import in_force
from tests.courses.regrading.conftest import dry
from tests.courses.two_markers.acting import text


@pytest.fixture
def apart(as_teacher, as_co_teacher, argument):
    """The two differ on the first criterion alone."""
    argument.mark(as_teacher, "1", comment="Fra Karen.")
    argument.mark(as_co_teacher, "1", q1_jus="2", comment="Fra Jonas.")
    return argument


def test_both_sides_stand_beside_each_other_and_the_field_waits_where_they_differ(as_teacher, apart):
    response = as_teacher.get(apart.page)
    page, form = text(response), response.context["form"]
    assert "<dt>Karen Lund</dt><dd><strong>Delvist</strong> 1 af 2" in page
    assert "<dt>Jonas Dam</dt><dd><strong>Fuldt</strong> 2 af 2" in page
    assert form["niveau-q1-jus"].value() == ""
    assert form["niveau-q1-outcome"].value() == "1"
    assert form["comment"].value() == "Fra Karen.\n\nFra Jonas."


def test_either_records_the_agreed_points_with_a_reason_and_they_count(as_co_teacher, apart, co_teacher):
    assert apart.agree(as_co_teacher, "1", comment="Fra os begge.").status_code == 302
    assert apart.stage == "AGREED"
    assert set(apart.given.values()) == {"1"}
    assert apart.work.argument_points["comment"] == "Fra os begge."
    agreed = apart.marks[2]
    assert (agreed.by, agreed.reason) == (co_teacher, "Vi har talt om det.")
    assert [mark.points["q1-jus"]["points"] for mark in apart.marks[:2]] == ["1", "2"]


def test_a_reason_is_asked_for_and_nothing_is_lost_without(as_teacher, apart):
    response = apart.agree(as_teacher, "1,5", reason=" ", comment="Min tekst")
    assert response.status_code == 422
    assert "Skriv, hvorfor pointene er, som de er." in text(response)
    assert "Min tekst" in text(response)
    assert apart.stage == "DIFFER"


def test_what_they_differ_on_must_be_chosen(as_teacher, apart):
    sent = {"begrundelse": "Fordi.", "comment": "", "version": apart.version(as_teacher)}
    kept = {f"niveau-{key}": "1" for key in apart.most if key not in ("q1-jus", "own-1")}
    response = as_teacher.post(apart.page, sent | kept | {"point-own-1": "1"})
    assert response.status_code == 422
    assert text(response).count("Vælg et niveau, eller skriv point fra 0 til 2.") == 1


def test_the_mean_is_taken_by_a_button_whatever_stands_in_the_fields(as_teacher, apart):
    response = apart.agree(as_teacher, "vrøvl", reason="", gennemsnit="1")
    assert response.status_code == 302
    assert apart.given["q1-jus"] == "1.5"
    assert apart.given["q1-outcome"] == "1"
    assert apart.marks[2].reason == "Gennemsnittet af de to bedømmelser."


def test_the_teacher_may_settle_for_two_others(as_teacher, as_co_teacher, as_marker, argument, teacher):
    argument.mark(as_co_teacher, "1")
    argument.mark(as_marker, "2")
    assert argument.agree(as_teacher, "2").status_code == 302
    assert argument.stage == "AGREED"
    assert argument.marks[2].by == teacher


def test_of_two_who_agree_at_once_the_second_is_told_and_keeps_what_was_typed(
    as_teacher, as_co_teacher, apart
):
    version = apart.version(as_co_teacher)
    apart.agree(as_teacher, "1")
    response = apart.agree(as_co_teacher, "1,75", reason="Mine grunde.", version=version)
    assert response.status_code == 409
    for told in ("ændret, mens du skrev", "Mine grunde.", 'value="1,75"'):
        assert told in text(response)
    assert apart.given["q1-jus"] == "1"


def test_a_double_click_agrees_once(as_teacher, apart):
    version = apart.version(as_teacher)
    for _ in range(2):
        assert apart.agree(as_teacher, "1", version=version).status_code == 302
    assert apart.marks[2].version == 1


@pytest.mark.parametrize("points", ["1", "2"])
def test_what_counts_can_be_changed_with_a_reason(as_teacher, as_co_teacher, argument, points):
    argument.mark(as_teacher, "1")
    argument.mark(as_co_teacher, points)
    if points == "2":
        argument.agree(as_teacher, "1")
    argument.agree(as_co_teacher, "0,5", reason="Den studerende klagede med rette.")
    assert set(argument.given.values()) == {"0.5"}
    page = text(as_teacher.get(argument.page))
    assert "Den studerende klagede med rette." in page


def test_the_student_reads_what_was_agreed_and_not_the_two_sides(as_teacher, as_student, apart, teacher):
    apart.agree(as_teacher, "1", reason="Kun for os.", comment="Nævn bestemmelsen.")
    release.release(apart.assignment, by=teacher)
    page = text(as_student.get(apart.result))
    for told in ("1 af 2", "Delvist.", "Reglen er omtalt", "Nævn bestemmelsen."):
        assert told in page
    for kept in ("Kun for os.", "Jonas Dam", "Fra Karen."):
        assert kept not in page


def test_grading_again_and_taking_back_lose_no_mark(as_teacher, as_co_teacher, argument, teacher):
    argument.mark(as_teacher, "1")
    Case.objects.update(weight_jus=90)
    regrade = in_force.put_in_force(dry(argument.assignment, teacher), by=teacher)
    assert argument.stage == "ONE"
    in_force.take_back(regrade, by=teacher)
    argument.mark(as_co_teacher, "2")
    assert argument.stage == "DIFFER"
    version = argument.version(as_teacher)
    in_force.put_in_force(dry(argument.assignment, teacher), by=teacher)
    assert argument.agree(as_teacher, "1", reason="Mine grunde.", version=version).status_code == 409
    assert argument.agree(as_teacher, "1").status_code == 302
    assert set(argument.given.values()) == {"1"}
    assert len(argument.marks) == 3


def test_a_copied_course_asks_for_two_as_well(argument, teacher, course):
    new = copying.copy(course, name="FØ27", term="forår 2027", days=100, with_staff=False, by=teacher)
    assert new.assignments.get().marked_by_two
