"""The list of who is in a course: found, sorted, taken out and back."""

import pytest

from courses import enrolment, participants
from courses.models import Membership, Submission
from tests import factories


@pytest.fixture
def address(course):
    return f"/undervisning/{course.uuid}/deltagere/"


@pytest.fixture
def class_of_three(course):
    """Åse in no group, Bo in B, Cia in A."""
    people = {}
    for name, group in (("Åse", ""), ("Bo", "B"), ("Cia", "A")):
        people[name] = factories.MembershipFactory(course=course, user__name=name)
        if group:
            factories.GroupFactory(course=course, name=group).members.add(people[name])
    return people


def names(page):
    return [one.name for one in page.context["page"]]


def test_the_list_says_role_group_and_when(as_teacher, address, class_of_three, marker):
    page = as_teacher.get(address)
    assert names(page) == ["Bo", "Cia", "Karen Lund", "Vibeke Storm", "Åse"]
    assert "Bedømmer" in page.content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?sorter=-navn", ["Åse", "Cia", "Bo"]),
        ("?sorter=gruppe", ["Cia", "Bo", "Åse"]),
        ("?sorter=-tilmeldt", ["Cia", "Bo", "Åse"]),
        ("?gruppe=ingen", ["Åse"]),
        ("?sorter=ukendt&side=99&gruppe=x", ["Bo", "Cia", "Åse"]),
    ],
)
def test_it_is_sorted_and_filtered_by_the_address(as_teacher, address, class_of_three, query, expected):
    assert names(as_teacher.get(f"{address}{query}&rolle=student")) == expected


def test_it_is_filtered_by_group(as_teacher, address, course, class_of_three):
    group = course.groups.get(name="B")
    assert names(as_teacher.get(f"{address}?gruppe={group.pk}")) == ["Bo"]


def test_somebody_is_taken_out_after_a_question_and_the_work_stays(
    as_teacher, address, course, student, submission
):
    sent = {"person": [student.pk]}
    asked = as_teacher.post(f"{address}fjern/", sent).content.decode()
    assert "Personen har besvarelser på holdet. De bliver gemt" in asked
    assert course.memberships.filter(user=student).exists()
    as_teacher.post(f"{address}fjern/", sent | {"ja": "1"})
    assert not course.memberships.filter(user=student).exists()
    assert Submission.objects.filter(user=student).exists()
    assert list(participants.former(course)) == [student]


def test_who_has_left_is_taken_back_once(as_teacher, address, course, student, submission, teacher):
    enrolment.remove(course, [student], by=teacher)
    assert "Tag på holdet igen" in as_teacher.get(address).content.decode()
    for _ in range(2):
        assert as_teacher.post(f"{address}tilbage/", {"person": student.pk}).status_code == 302
    assert course.memberships.get(user=student).role == "student"


def test_nobody_is_brought_in_who_was_never_there(as_teacher, address, course, outsider):
    as_teacher.post(f"{address}tilbage/", {"person": outsider.pk})
    assert not outsider.memberships.exists()


@pytest.mark.parametrize("person", [[], ["0"], ["x"], ["9" * 400]])
def test_nobody_chosen_is_said(as_teacher, address, course, student, person):
    response = as_teacher.post(f"{address}fjern/", {"person": person, "ja": "1"})
    assert response.status_code == 422
    assert "Sæt et kryds ved mindst én person" in response.content.decode()
    assert course.memberships.filter(user=student).exists()


def test_a_person_of_another_course_is_not_taken_out(as_teacher, address, other_student):
    as_teacher.post(f"{address}fjern/", {"person": [other_student.pk], "ja": "1"})
    assert other_student.memberships.exists()


def test_the_last_teacher_stays(as_teacher, address, course, teacher, student):
    sent = {"person": [teacher.pk, student.pk], "ja": "1"}
    response = as_teacher.post(f"{address}fjern/", sent)
    assert response.status_code == 422
    assert "Holdet skal have mindst én underviser" in response.content.decode()
    assert course.memberships.count() == 2


def test_one_of_two_teachers_may_go_also_by_her_own_hand(as_teacher, address, course, teacher, co_teacher):
    response = as_teacher.post(f"{address}fjern/", {"person": [teacher.pk], "ja": "1"})
    assert response.headers["Location"] == "/"
    assert [row.user for row in course.memberships.filter(role="teacher")] == [co_teacher]
    assert as_teacher.get(address).status_code == 404


def test_the_last_teacher_does_not_become_marker(as_teacher, course, teacher):
    sent = {"email": teacher.email, "role": "marker"}
    response = as_teacher.post(f"/undervisning/{course.uuid}/undervisere/", sent)
    assert response.status_code == 422
    assert "Holdet skal have mindst én underviser" in response.content.decode()
    assert course.memberships.get(user=teacher).role == "teacher"


def test_anybody_with_an_account_becomes_marker_but_no_student_of_the_course(
    as_teacher, course, outsider, student
):
    address = f"/undervisning/{course.uuid}/undervisere/"
    as_teacher.post(address, {"email": outsider.email.upper(), "role": "marker"})
    assert course.memberships.get(user=outsider).role == "marker"
    refused = as_teacher.post(address, {"email": student.email, "role": "marker"})
    assert refused.status_code == 422
    assert "kan ikke bedømme sine medstuderende" in refused.content.decode()
    assert course.memberships.get(user=student).role == "student"


def test_a_student_who_becomes_teacher_is_in_no_group_any_more(course, teacher, class_of_three):
    bo = class_of_three["Bo"]
    enrolment.set_role(course, bo.user, Membership.Role.TEACHER, by=teacher)
    assert not bo.groups.exists()


def test_a_marker_marks_and_sees_no_button_that_is_not_hers(as_marker, course, assignment, submission):
    page = as_marker.get(course.get_absolute_url()).content.decode()
    assert assignment.title in page
    assert course.shown_join_code not in page
    assert "Arkivér" not in page
    results = as_marker.get(f"{course.get_absolute_url()}afleveringer/{assignment.uuid}/").content.decode()
    assert "Signe Holm" in results
    for hidden in ("frigiv/", "/ret/", "frister/", "point/", "resultater.csv"):
        assert hidden not in results
    assert course.name in as_marker.get("/undervisning/").content.decode()
    assert assignment.title in as_marker.get("/").content.decode()
