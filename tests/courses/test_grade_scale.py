"""The institution's table of grades: superusers edit it, it falls step by step, and it only ever suggests."""

import pytest
from django.db import IntegrityError, transaction

from courses.models import GradeScale, RecordEntry
from tests import factories

ADD = "/admin/courses/gradescale/add/"
LIMITS = {"from_12": 90, "from_10": 80, "from_7": 65, "from_4": 55, "from_02": 50, "from_00": 20}


def test_a_superuser_makes_a_table_and_the_gradebook_names_it(
    as_superuser, superuser, as_teacher, course, student
):
    factories.AssignmentFactory(course=course)
    address = f"/undervisning/{course.uuid}/karakterer/"
    assert "den almindelige tabel" in as_teacher.get(address).content.decode()
    assert as_superuser.post(ADD, LIMITS | {"name": "Skolens 2026"}).status_code == 302
    page = as_teacher.get(address).content.decode()
    assert "skolens tabel »Skolens 2026«" in page
    assert "12 fra 90&nbsp;%, 10 fra 80&nbsp;%" in page
    entry = RecordEntry.objects.get()
    assert (entry.by, entry.course, entry.subject) == (superuser, None, "Skolens 2026")


def test_a_changed_limit_is_on_record_of_every_course_and_in_the_history(as_superuser, as_teacher, course):
    scale = factories.GradeScaleFactory()
    address = f"/admin/courses/gradescale/{scale.pk}/change/"
    as_superuser.post(address, LIMITS | {"name": scale.name, "from_12": 91})
    assert ("12 fra (%)", "92", "91") in RecordEntry.objects.get().changes
    assert (
        "Skolens karaktertabel" in as_teacher.get(f"/undervisning/{course.uuid}/historik/").content.decode()
    )
    assert scale.history.count() == 2
    assert as_superuser.get(f"/admin/courses/gradescale/{scale.pk}/history/").status_code == 200


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"from_10": 90}, "Grænsen for 10 skal være lavere end grænsen for 12."),
        ({"from_00": 60}, "Grænsen for 00 skal være lavere end grænsen for 02."),
        ({"from_12": 101}, "100"),
        ({"from_7": "mange"}, "heltal"),
    ],
)
def test_limits_that_do_not_fall_are_refused(as_superuser, changed, told):
    response = as_superuser.post(ADD, LIMITS | {"name": "Skæv"} | changed)
    assert response.status_code == 200
    assert told in response.content.decode()
    assert not GradeScale.objects.exists()


def test_the_database_refuses_them_too(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.GradeScaleFactory(from_10=95)


def test_the_newest_counts_and_none_is_removed(as_superuser):
    old = factories.GradeScaleFactory(name="Gammel")
    factories.GradeScaleFactory(name="Ny")
    assert str(GradeScale.current()) == "Ny"
    assert (
        as_superuser.post(f"/admin/courses/gradescale/{old.pk}/delete/", {"post": "yes"}).status_code == 403
    )
    assert "Gammel" in as_superuser.get("/admin/courses/gradescale/").content.decode()


@pytest.mark.parametrize("role", ["teacher", "editor", "student"])
def test_nobody_else_edits_it(request, role):
    assert request.getfixturevalue(f"as_{role}").get(ADD).status_code in {302, 403}


def test_it_never_sets_a_grade(as_superuser, as_teacher, course, student):
    work = factories.AssignmentFactory(course=course)
    factories.SubmissionFactory(assignment=work, user=student, handed_in=True)
    as_superuser.post(ADD, LIMITS | {"name": "Ny"})
    assert (
        "Karakteren er et forslag. Du giver den selv."
        in as_teacher.get(f"/undervisning/{course.uuid}/karakterer/").content.decode()
    )
    assert not work.grade_changes.exists()
