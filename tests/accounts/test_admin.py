import pytest

from accounts.models import User
from tests.factories import UserFactory

LIST = "/admin/accounts/user/"


def test_the_superuser_finds_people_by_name_and_address(as_superuser, superuser):
    UserFactory(name="Signe Holm")
    page = as_superuser.get(LIST, {"q": "Signe"}).content.decode()
    assert "Signe Holm" in page


@pytest.mark.parametrize("who", ["as_teacher", "as_editor", "as_student"])
def test_people_are_nobody_elses_business(request, who):
    assert request.getfixturevalue(who).get(LIST).status_code in (302, 403)


def test_the_superuser_makes_an_account(as_superuser):
    form = {
        "email": "ny@eksempel.test",
        "name": "Ny Person",
        "usable_password": "true",
        "password1": "en lang adgangskode",
        "password2": "en lang adgangskode",
    }
    response = as_superuser.post(f"{LIST}add/", form)
    assert response.status_code == 302
    assert User.objects.get(email="ny@eksempel.test").check_password("en lang adgangskode")


def test_the_superuser_opens_an_account(as_superuser, superuser):
    assert as_superuser.get(f"{LIST}{superuser.pk}/change/").status_code == 200
