"""A teacher sets points by hand: with a reason, on record, and never unseen over a colleague's."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from accounts.export import everything
from courses import release, roster
from courses.models import Assignment, GradeChange, Kept
from tests import factories

WHY = "Spørgsmål 2 kunne læses på to måder."


@pytest.fixture
def handed_in(assignment, student):
    """The student's case, handed in with nothing answered: 0 points."""
    return factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)


def address_of(assignment, user):
    return f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/point/{user.pk}/"


def change(client, assignment, user, points="62,5", reason=WHY, version="0", **more):
    sent = {"points": points, "reason": reason, "version": version} | more
    return client.post(address_of(assignment, user), sent)


def test_points_are_set_with_who_when_old_new_and_why(as_teacher, teacher, handed_in, assignment, student):
    assert change(as_teacher, assignment, student).status_code == 302
    row = GradeChange.objects.get()
    assert (row.old_points, row.new_points, row.reason) == (0, Decimal("62.5"), WHY)
    assert (row.changed_by, row.version) == (teacher, 1)
    page = as_teacher.get(address_of(assignment, student)).content.decode()
    assert "0 → 62,5 point" in page
    assert WHY in page
    assert "Karen Lund" in page


def test_the_changed_points_count_in_the_list_and_in_the_file(as_teacher, handed_in, assignment, student):
    change(as_teacher, assignment, student)
    listed = as_teacher.get(address_of(assignment, student).split("point/")[0]).content.decode()
    assert "62,5 af 100" in listed
    assert "62,5" in roster.as_csv(Assignment.objects.get(pk=assignment.pk))


def test_the_late_policy_does_not_touch_what_a_teacher_has_set(as_teacher, handed_in, assignment, student):
    change(as_teacher, assignment, student)
    Assignment.objects.filter(pk=assignment.pk).update(
        late_policy="per_day", late_percent=100, opens_at="2020-01-01T00:00Z", due_at="2020-01-02T00:00Z"
    )
    (row,) = roster.rows(Assignment.objects.get(pk=assignment.pk))
    assert row.result.points == Decimal("62.5")


def test_the_student_reads_it_after_the_release_and_not_before(
    as_teacher, as_student, handed_in, assignment, student
):
    change(as_teacher, assignment, student)
    page = as_student.get(assignment.get_absolute_url()).content.decode()
    assert WHY not in page
    assert everything(student)["courses"]["aendrede_point"] == []
    release.release(assignment)
    page = as_student.get(assignment.get_absolute_url()).content.decode()
    assert WHY in page
    assert "62,5 af 100" in page
    assert everything(student)["courses"]["aendrede_point"][0]["begrundelse"] == WHY
    assert everything(student)["courses"]["afleveringer"][0]["point"] == "62,5"


def test_nobody_but_the_student_reads_it(as_teacher, client, course, handed_in, assignment, student):
    change(as_teacher, assignment, student)
    release.release(assignment)
    client.force_login(factories.MembershipFactory(course=course).user)
    assert WHY not in client.get(assignment.get_absolute_url()).content.decode()


def test_points_are_given_for_work_that_was_not_handed_in_here(as_teacher, as_student, assignment, student):
    change(as_teacher, assignment, student, points="80", reason="Bestod mundtligt.")
    assert "Bestod mundtligt." not in as_student.get(assignment.get_absolute_url()).content.decode()
    release.release(Assignment.objects.get(pk=assignment.pk))
    page = as_student.get(assignment.get_absolute_url()).content.decode()
    assert "80 af 100" in page
    assert "Bestod mundtligt." in page


def test_the_computed_points_count_again_and_both_changes_stay(as_teacher, handed_in, assignment, student):
    change(as_teacher, assignment, student)
    change(as_teacher, assignment, student, points="", reason="Det var en fejl.", version="1", withdraw="1")
    (row,) = roster.rows(Assignment.objects.get(pk=assignment.pk))
    assert row.result.points == 0
    assert not row.result.is_overridden
    assert [one.new_points for one in GradeChange.objects.all()] == [Decimal("62.5"), None]


def test_of_two_teachers_the_second_is_told_and_loses_nothing(
    as_teacher, as_co_teacher, handed_in, assignment, student
):
    change(as_teacher, assignment, student)
    response = change(as_co_teacher, assignment, student, points="70", reason="Min egen grund.")
    page = response.content.decode()
    assert response.status_code == 409
    assert "En anden har ændret pointene" in page
    assert "Min egen grund." in page
    assert 'value="70"' in page
    assert WHY in page
    assert GradeChange.objects.get().new_points == Decimal("62.5")
    assert 'name="version" value="1"' in page
    assert change(as_co_teacher, assignment, student, points="70", version="1").status_code == 302
    assert GradeChange.objects.last().old_points == Decimal("62.5")


def test_the_same_sent_twice_is_one_change(as_teacher, handed_in, assignment, student):
    for _ in range(2):
        assert change(as_teacher, assignment, student).status_code == 302
    assert GradeChange.objects.count() == 1


@pytest.mark.parametrize(
    ("points", "reason", "says"),
    [
        ("", WHY, "Skriv point fra 0 til 100"),
        ("101", WHY, "Skriv point fra 0 til 100"),
        ("-1", WHY, "point fra 0 til 100"),
        ("50,25", WHY, "Skriv point fra 0 til 100"),
        ("mange", WHY, "mange"),
        ("50", "", "Skriv, hvorfor pointene ændres."),
        ("50", "   ", "Skriv, hvorfor pointene ændres."),
        ("50", "x" * 3000, "2.000"),
    ],
)
def test_what_cannot_be_is_refused(as_teacher, handed_in, assignment, student, points, reason, says):
    response = change(as_teacher, assignment, student, points=points, reason=reason)
    assert response.status_code == 422
    assert says in response.content.decode()
    assert not GradeChange.objects.exists()


def test_a_change_is_neither_changed_nor_removed():
    row = GradeChange(pk=1)
    row._state.adding = False
    for way in (
        row.save,
        row.delete,
        lambda: GradeChange.objects.update(reason=""),
        lambda: GradeChange.objects.all().delete(),
        lambda: GradeChange.objects.bulk_update([row], ["reason"]),
    ):
        with pytest.raises(Kept):
            way()


def test_the_database_keeps_one_of_two_changes_with_the_same_number(db):
    row = factories.GradeChangeFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.GradeChangeFactory(assignment=row.assignment, user=row.user, version=row.version)


@pytest.mark.parametrize("role", ["student", "other_teacher", "outsider"])
def test_nobody_else_sets_points(request, handed_in, assignment, student, role):
    client = request.getfixturevalue(f"as_{role}")
    assert client.get(address_of(assignment, student)).status_code == 404
    assert change(client, assignment, student).status_code == 404
    assert not GradeChange.objects.exists()


def test_only_students_of_the_assignment_have_points(as_teacher, assignment, student, other_student, teacher):
    for stranger in (other_student, teacher):
        assert as_teacher.get(address_of(assignment, stranger)).status_code == 404
