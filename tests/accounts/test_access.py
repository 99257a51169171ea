import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.db import IntegrityError

from accounts.access import EDITORS, TEACHERS, is_editor, is_teacher
from accounts.models import User
from tests.factories import UserFactory


def test_the_two_groups_exist_from_the_start(db):
    assert set(Group.objects.values_list("name", flat=True)) >= {TEACHERS, EDITORS}


@pytest.mark.parametrize(
    ("person", "teaches", "edits"),
    [
        ("teacher", True, False),
        ("co_teacher", True, False),
        ("student", False, False),
        ("outsider", False, False),
        ("editor", False, True),
        ("superuser", True, True),
    ],
)
def test_who_teaches_and_who_edits(request, person, teaches, edits):
    user = request.getfixturevalue(person)
    assert (is_teacher(user), is_editor(user)) == (teaches, edits)


def test_a_stranger_is_neither(db):
    assert not is_teacher(AnonymousUser())
    assert not is_editor(AnonymousUser())


def test_a_closed_account_has_lost_its_rights(teacher):
    teacher.is_active = False
    assert not is_teacher(teacher)


def test_the_groups_are_asked_for_once(teacher, django_assert_num_queries):
    teacher = User.objects.get(pk=teacher.pk)
    with django_assert_num_queries(1):
        assert is_teacher(teacher)
        assert not is_editor(teacher)


def test_an_address_belongs_to_one_person_however_it_is_written(db):
    UserFactory(email="signe@eksempel.test")
    with pytest.raises(IntegrityError):
        UserFactory(email="Signe@eksempel.test")


def test_a_user_must_have_an_address(db):
    with pytest.raises(ValueError, match="e-mailadresse"):
        User.objects.create_user("", "en lang adgangskode")


def test_a_superuser_may_do_everything(db):
    person = User.objects.create_superuser("Bo@Eksempel.test", "en lang adgangskode", name="Bo Winther")
    assert person.email == "bo@eksempel.test"
    assert (person.is_staff, person.is_superuser) == (True, True)
    assert (str(person), person.get_short_name()) == ("Bo Winther", "Bo")
