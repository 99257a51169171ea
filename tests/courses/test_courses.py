"""A teacher makes and runs a course."""

import pytest
from django.db.models import ProtectedError

from courses.models import Course, Membership
from tests import factories

NEW = {"name": "FØ27 Kreditret", "term": "forår 2027", "reading": "gaeldende_ret", "drop_lowest": "0"}


def test_a_teacher_makes_a_course_and_teaches_it(as_teacher, teacher):
    response = as_teacher.post("/undervisning/nyt-hold/", NEW)
    course = Course.objects.get(name="FØ27 Kreditret")
    assert response.headers["Location"] == course.get_absolute_url()
    assert course.reading == "gaeldende_ret"
    assert course.created_by == teacher
    assert Membership.objects.get(course=course).role == "teacher"


def test_a_course_needs_a_name_and_keeps_what_was_typed(as_teacher):
    response = as_teacher.post("/undervisning/nyt-hold/", NEW | {"name": ""})
    page = response.content.decode()
    assert response.status_code == 422
    assert "forår 2027" in page
    assert page.count("autofocus") == 1
    assert not Course.objects.filter(term="forår 2027").exists()


def test_a_student_makes_no_course(as_student):
    assert as_student.post("/undervisning/nyt-hold/", NEW).status_code == 404
    assert not Course.objects.filter(name=NEW["name"]).exists()


def test_the_page_shows_who_is_there_and_the_code(as_teacher, course, student, co_teacher):
    page = as_teacher.get(f"/undervisning/{course.uuid}/").content.decode()
    assert course.shown_join_code in page
    assert "1 studerende" in page
    assert str(co_teacher) in page


def test_names_stand_in_danish_order(as_teacher, course):
    for name in ("Åse Ny", "Ørum", "Zenia", "Aage", "Bo"):
        factories.MembershipFactory(course=course, user__name=name)
    page = as_teacher.get(f"/undervisning/{course.uuid}/deltagere/").content.decode()
    order = ["Bo</span>", "Zenia</span>", "Ørum</span>", "Aage</span>", "Åse Ny</span>"]
    places = [page.index(name) for name in order]
    assert places == sorted(places)


def test_name_term_and_reading_are_changed(as_co_teacher, course):
    response = as_co_teacher.post(f"/undervisning/{course.uuid}/ret/", NEW)
    course.refresh_from_db()
    assert response.headers["Location"] == course.get_absolute_url()
    assert (course.name, course.reading) == ("FØ27 Kreditret", "gaeldende_ret")


def test_the_code_is_changed_by_a_post_only(as_teacher, course):
    assert as_teacher.get(f"/undervisning/{course.uuid}/ny-kode/").status_code == 405
    assert Course.objects.get(pk=course.pk).join_code == course.join_code


def test_another_teacher_is_let_in(as_teacher, course, other_teacher):
    as_teacher.post(f"/undervisning/{course.uuid}/undervisere/", {"email": other_teacher.email.upper()})
    assert Membership.objects.get(course=course, user=other_teacher).role == "teacher"


@pytest.mark.parametrize(
    "address", ["", "ikke en adresse", "ukendt@eksempel.test", "studerende@eksempel.test"]
)
def test_only_a_teacher_becomes_co_teacher(as_teacher, course, student, address):
    response = as_teacher.post(f"/undervisning/{course.uuid}/undervisere/", {"email": address})
    page = response.content.decode()
    assert response.status_code == 422
    assert "<details open>" in page
    assert Membership.objects.get(course=course, user=student).role == "student"


def test_an_archived_course_is_put_away_and_taken_back(as_teacher, course):
    as_teacher.post(f"/undervisning/{course.uuid}/arkiv/")
    assert "Arkiverede hold" in as_teacher.get("/undervisning/").content.decode()
    as_teacher.post(f"/undervisning/{course.uuid}/arkiv/", {"brug": "1"})
    assert "Arkiverede hold" not in as_teacher.get("/undervisning/").content.decode()


def test_the_list_counts_the_students(as_teacher, course, student, co_teacher):
    assert "1 studerende" in as_teacher.get("/undervisning/").content.decode()


def test_a_teacher_without_a_course_is_told_how_to_begin(as_other_teacher, other_course):
    other_course.memberships.all().delete()
    assert "Du har ingen hold endnu" in as_other_teacher.get("/undervisning/").content.decode()


def test_a_superuser_runs_every_course(as_superuser, course, other_course):
    page = as_superuser.get("/undervisning/").content.decode()
    assert course.name in page
    assert other_course.name in page


def test_content_of_a_teacher_is_read_by_the_teachers_courses_alone(
    teacher, student, co_teacher, other_student
):
    case = factories.CaseFactory(owner=teacher)
    seen_by = {person for person in (student, co_teacher, other_student) if _sees(person, case)}
    assert seen_by == {student, co_teacher}


def _sees(person, case):
    return type(case).objects.visible_to(person).filter(pk=case.pk).exists()


def test_an_assignment_protects_its_case(assignment):
    with pytest.raises(ProtectedError):
        assignment.item_list[0].case.delete()
