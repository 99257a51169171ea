from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.registry import ClosedJoinCode, UnknownJoinCode
from courses import enrolment, join_codes
from courses.models import Course, Membership
from tests import factories


def test_a_student_joins_by_the_code(as_outsider, outsider, course):
    response = as_outsider.post("/afleveringer/tilmeld/", {"code": course.shown_join_code})
    assert response.headers["Location"] == "/afleveringer/"
    assert Membership.objects.get(course=course, user=outsider).role == "student"


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code} "])
def test_the_code_is_read_as_people_type_it(outsider, course, change):
    assert enrolment.join(outsider, change(course.shown_join_code)) == course


def test_a_wrong_code_is_refused_beside_the_field_and_kept(as_outsider, outsider):
    response = as_outsider.post("/afleveringer/tilmeld/", {"code": "FORKERT1"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Intet hold har koden »FORKERT1«" in page
    assert 'value="FORKERT1"' in page
    assert "autofocus" in page
    assert not outsider.memberships.exists()


def test_no_code_is_asked_for_in_danish(as_outsider):
    response = as_outsider.post("/afleveringer/tilmeld/", {})
    assert response.status_code == 422
    assert "Skriv koden" in response.content.decode()


def test_joining_twice_counts_once(as_student, student, course):
    as_student.post("/afleveringer/tilmeld/", {"code": course.join_code})
    assert Membership.objects.filter(course=course, user=student).count() == 1


def test_a_teacher_who_uses_the_code_stays_teacher(as_teacher, teacher, course):
    as_teacher.post("/afleveringer/tilmeld/", {"code": course.join_code})
    assert Membership.objects.get(course=course, user=teacher).role == "teacher"


def test_an_old_code_lets_nobody_in(as_teacher, outsider, course):
    old = course.join_code
    as_teacher.post(f"/undervisning/{course.uuid}/ny-kode/")
    with pytest.raises(UnknownJoinCode):
        enrolment.join(outsider, old)
    course.refresh_from_db()
    assert enrolment.join(outsider, course.join_code) == course


def test_an_archived_course_takes_nobody(as_teacher, outsider, course):
    as_teacher.post(f"/undervisning/{course.uuid}/arkiv/")
    with pytest.raises(UnknownJoinCode):
        enrolment.check(course.join_code)


def test_the_sign_up_takes_the_code(client, course):
    client.post(
        "/konto/opret/",
        {
            "name": "Ny Studerende",
            "email": "ny@eksempel.test",
            "password1": "lang og ukendt 2026",
            "join_code": course.shown_join_code,
        },
    )
    assert Membership.objects.get(course=course, user__email="ny@eksempel.test").role == "student"


def test_codes_differ_and_hold_no_letters_that_look_alike(db):
    codes = {factories.CourseFactory().join_code for _ in range(20)}
    assert len(codes) == 20
    assert not set("".join(codes)) & set("ILO01")
    assert all(len(code) == join_codes.LENGTH for code in codes)


def test_min_side_lists_my_courses(as_student, course):
    page = as_student.get("/min-side/").content.decode()
    assert course.name in page
    assert "/afleveringer/tilmeld/" in page


def test_the_code_is_shown_to_teachers_only(as_student, as_teacher, course):
    code = course.shown_join_code
    assert code in as_teacher.get(f"/undervisning/{course.uuid}/").content.decode()
    assert code not in as_student.get("/afleveringer/").content.decode()
    assert Course.objects.get(pk=course.pk).join_code == course.join_code


def test_a_new_code_counts_until_the_end_of_the_next_month(db):
    with time_machine.travel("2026-11-21T12:00:00+01:00"):
        assert factories.CourseFactory().join_until == date(2026, 12, 31)


def test_the_last_day_is_the_whole_of_it(outsider, course):
    course.set_join_until(date(2026, 11, 30))
    with time_machine.travel("2026-11-30T23:59:00+01:00"):
        assert enrolment.course_of(course.join_code) == course
    with time_machine.travel("2026-12-01T00:00:00+01:00"), pytest.raises(ClosedJoinCode):
        enrolment.join(outsider, course.join_code)


def test_an_expired_code_says_until_when_it_counted(as_outsider, outsider, course):
    course.set_join_until(date(2026, 9, 30))
    response = as_outsider.post("/afleveringer/tilmeld/", {"code": course.join_code})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Koden gjaldt til og med 30. september 2026. Bed din underviser om en ny." in page
    assert course.name not in page
    assert not outsider.memberships.exists()


def test_an_expired_code_makes_no_account_and_says_so(client, course):
    course.set_join_until(date(2026, 9, 30))
    sent = {"name": "Ny", "email": "ny@eksempel.test", "password1": "lang og ukendt 2026"}
    response = client.post("/konto/opret/", sent | {"join_code": course.join_code})
    assert response.status_code == 422
    assert "Koden gjaldt til og med 30. september 2026" in response.content.decode()


def test_who_has_joined_is_untouched_by_the_end_of_the_code(as_student, course, assignment):
    course.set_join_until(date(2026, 9, 30))
    assert assignment.title in as_student.get("/afleveringer/").content.decode()


def test_the_teacher_sets_the_day_closes_the_code_and_renews_it(as_teacher, course):
    day = timezone.localdate() + timedelta(days=400)
    address = f"/undervisning/{course.uuid}/tilmelding/"
    as_teacher.post(address, {"join_until": f"{day:%d-%m-%Y}"})
    course.refresh_from_db()
    assert course.join_until == day
    as_teacher.post(address, {"luk": "1", "join_until": "ikke en dag"})
    course.refresh_from_db()
    assert not course.takes_people
    assert (
        "Der er lukket for tilmelding med kode" in as_teacher.get(course.get_absolute_url()).content.decode()
    )
    as_teacher.post(f"/undervisning/{course.uuid}/ny-kode/")
    course.refresh_from_db()
    assert course.takes_people


@pytest.mark.parametrize("day", ["", "i morgen", "31-02-2027", "01-01-2020", "01-01-9999"])
def test_a_day_that_cannot_be_is_refused_and_kept(as_teacher, course, day):
    before = course.join_until
    response = as_teacher.post(f"/undervisning/{course.uuid}/tilmelding/", {"join_until": day})
    page = response.content.decode()
    assert response.status_code == 422
    assert f'value="{day}"' in page or not day
    course.refresh_from_db()
    assert course.join_until == before


def test_a_student_who_leaves_and_comes_back_finds_the_old_work(
    as_student, student, course, submission, teacher
):
    enrolment.remove(course, [student], by=teacher)
    assert submission.assignment.title not in as_student.get("/afleveringer/").content.decode()
    as_student.post("/afleveringer/tilmeld/", {"code": course.join_code})
    response = as_student.post(f"/afleveringer/{submission.assignment.uuid}/begynd/")
    assert response.headers["Location"] == submission.work.get_absolute_url()
    assert student.submissions.count() == 1
    assert course.memberships.filter(user=student).count() == 1
