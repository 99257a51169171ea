import pytest
from django.core.cache import cache

from accounts.models import User

FORM = {"name": "Signe Holm", "email": "Signe@Eksempel.test", "password1": "en lang adgangskode"}


@pytest.fixture(autouse=True)
def no_attempts_yet():
    cache.clear()


def sign_up(client, **changes):
    return client.post("/konto/opret/", {**FORM, **changes})


def test_a_join_code_makes_an_account_and_a_membership(client, course):
    response = sign_up(client, join_code=course.join_code)
    assert response.status_code == 302
    signe = User.objects.get(email="signe@eksempel.test")
    assert signe.name == "Signe Holm"
    assert [row.role for row in course.memberships.filter(user=signe)] == ["student"]
    assert client.session["_auth_user_id"] == str(signe.pk)


def test_an_unknown_code_is_refused_beside_the_field_and_nothing_is_lost(client, db):
    response = sign_up(client, join_code="FORKERT")
    page = response.content.decode()
    assert response.status_code == 422
    assert response.context["form"].errors["join_code"] == [
        "Intet hold svarer til koden ’FORKERT’. Tjek den hos din underviser."
    ]
    assert 'value="Signe Holm"' in page
    assert 'value="signe@eksempel.test"' in page.lower()
    assert not User.objects.exists()


def test_without_a_code_there_is_no_account(client, db):
    assert sign_up(client).status_code == 422
    assert not User.objects.exists()


@pytest.mark.parametrize("password", ["kort", "1234567890", "password12"])
def test_a_weak_password_is_refused(client, course, password):
    response = sign_up(client, join_code=course.join_code, password1=password)
    assert response.status_code == 422
    assert not User.objects.exists()


def test_an_address_with_an_account_gets_no_second_one(client, course, student):
    sign_up(client, join_code=course.join_code, email=student.email.upper())
    assert User.objects.filter(email__iexact=student.email).count() == 1


def test_the_form_says_no_names_of_fields_in_english(client, db):
    page = client.get("/konto/opret/").content.decode()
    for label in ("Navn", "E-mail", "Adgangskode", "Tilmeldingskode"):
        assert label in page
    assert "placeholder" not in page
