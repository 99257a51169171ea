import pytest
from django.contrib.auth.models import Group

from accounts import demo
from accounts.access import TEACHERS


@pytest.fixture
def debug(settings):
    settings.DEBUG = True
    settings.DEMO_PASSWORD = "kun til prøve 1"


@pytest.fixture
def people(db, debug):
    karen = demo.make_user("karen@demo.test", "Karen Lund", is_staff=True)
    karen.groups.add(Group.objects.get_or_create(name=TEACHERS)[0])
    return karen, demo.make_user("signe@demo.test", "Signe Holm")


def test_the_sign_in_page_shows_the_people_of_the_demonstration(client, people):
    page = client.get("/konto/log-ind/").content.decode()
    assert "karen@demo.test" in page
    assert "kun til prøve 1" in page


def test_they_can_sign_in_with_what_is_shown(client, people):
    person = demo.sign_ins()[0]
    client.post("/konto/log-ind/", {"login": person.email, "password": person.password})
    assert client.session["_auth_user_id"] == str(people[0].pk)


def test_their_part_is_named(people):
    assert [person.role for person in demo.sign_ins()] == ["Underviser", "Studerende"]


def test_a_person_is_made_once(people):
    assert demo.make_user("signe@demo.test", "En anden") == people[1]


def test_nothing_is_shown_where_debug_is_off(client, people, settings):
    settings.DEBUG = False
    assert demo.sign_ins() == []
    assert "demo.test" not in client.get("/konto/log-ind/").content.decode()
