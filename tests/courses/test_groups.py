"""Groups are made, named, filled and deleted; a student is in one at most."""

import pytest

from courses import enrolment, grouping
from courses.models import Group
from tests import factories


@pytest.fixture
def address(course):
    return f"/undervisning/{course.uuid}/grupper/"


@pytest.fixture
def member(course, student):
    return course.memberships.get(user=student)


def groups_of(member):
    return [group.name for group in member.groups.all()]


def test_a_group_is_made_once_however_it_is_written(as_teacher, address, course):
    for name in ("Gruppe  Å", " gruppe å ", "GRUPPE Å"):
        assert as_teacher.post(f"{address}ny/", {"name": name}).status_code == 302
    assert [group.name for group in course.groups.all()] == ["Gruppe Å"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_name_that_cannot_be_is_refused(as_teacher, address, course, name):
    assert as_teacher.post(f"{address}ny/", {"name": name}).status_code == 422
    assert not course.groups.exists()


def test_a_student_is_moved_from_one_to_the_other_and_out(as_teacher, address, course, member):
    first, second = (factories.GroupFactory(course=course, name=name) for name in "AB")
    for target, expected in ((first.pk, ["A"]), (second.pk, ["B"]), (second.pk, ["B"]), ("ingen", [])):
        as_teacher.post(address, {"students": [member.pk], "group": target})
        assert groups_of(member) == expected


@pytest.mark.parametrize(
    "sent", [{}, {"group": "ingen"}, {"group": "99"}, {"students": ["x"], "group": "ingen"}]
)
def test_what_is_missing_is_said_and_nobody_is_moved(as_teacher, address, course, member, sent):
    factories.GroupFactory(course=course, name="A").members.add(member)
    response = as_teacher.post(address, sent)
    assert response.status_code == 422
    assert groups_of(member) == ["A"]


def test_neither_people_nor_groups_of_others_are_taken(as_teacher, address, course, member, other_course):
    stranger = factories.MembershipFactory(course=other_course)
    foreign = factories.GroupFactory(course=other_course)
    own = factories.GroupFactory(course=course)
    assert as_teacher.post(address, {"students": [stranger.pk], "group": own.pk}).status_code == 422
    assert as_teacher.post(address, {"students": [member.pk], "group": foreign.pk}).status_code == 422
    assert as_teacher.post(f"{address}{foreign.pk}/slet/").status_code == 404
    assert as_teacher.post(f"{address}{foreign.pk}/", {"name": "Min"}).status_code == 404


def test_a_teacher_is_in_no_group(as_teacher, address, course, teacher):
    own = factories.GroupFactory(course=course)
    chosen = course.memberships.get(user=teacher)
    assert as_teacher.post(address, {"students": [chosen.pk], "group": own.pk}).status_code == 422


def test_a_group_is_renamed_but_not_to_the_name_of_another(as_teacher, address, course):
    group = factories.GroupFactory(course=course, name="A")
    factories.GroupFactory(course=course, name="Østen")
    assert as_teacher.post(f"{address}{group.pk}/", {"name": "a"}).status_code == 302
    refused = as_teacher.post(f"{address}{group.pk}/", {"name": "ØSTEN"})
    assert refused.status_code == 422
    assert "Holdet har allerede gruppen Østen" in refused.content.decode()
    group.refresh_from_db()
    assert group.name == "a"


def test_a_group_that_goes_leaves_its_students(as_teacher, address, course, member):
    group = grouping.make(course, "A")
    enrolment.move([member], group)
    as_teacher.post(f"{address}{group.pk}/slet/")
    assert not Group.objects.exists()
    assert course.memberships.filter(pk=member.pk).exists()


def test_results_and_gradebook_show_one_group(as_teacher, course, assignment, member):
    group = factories.GroupFactory(course=course, name="A")
    group.members.add(member)
    factories.MembershipFactory(course=course, user__name="Zenia Udenfor")
    for page in ("karakterer/", f"afleveringer/{assignment.uuid}/"):
        address = f"{course.get_absolute_url()}{page}"
        assert "Zenia Udenfor" in as_teacher.get(address).content.decode()
        shown = as_teacher.get(f"{address}?gruppe={group.pk}").content.decode()
        assert "Signe Holm" in shown
        assert "Zenia Udenfor" not in shown
        assert "Zenia Udenfor" in as_teacher.get(f"{address}?gruppe=99").content.decode()


def test_the_order_of_the_gradebook_keeps_the_group(as_teacher, course, assignment, member):
    group = grouping.make(course, "A")
    page = as_teacher.get(f"{course.get_absolute_url()}karakterer/?gruppe={group.pk}").context
    assert f"gruppe={group.pk}" in page["by_sum"].query
