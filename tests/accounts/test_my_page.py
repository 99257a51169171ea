import json

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache

from accounts import registry
from accounts.models import User

PASSWORD = "en lang adgangskode"
ADDRESSES = ["/min-side/", "/min-side/navn/", "/min-side/mine-data/", "/min-side/slet/"]


@pytest.fixture(autouse=True)
def no_attempts_yet():
    cache.clear()


@pytest.fixture
def kept(monkeypatch):
    """A part of the site that keeps something about people."""
    erased = []
    monkeypatch.setattr(registry, "_personal_data", {})
    registry.register_personal_data("noter", export=lambda user: {"navn": user.name}, erase=erased.append)
    return erased


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_for_people_who_are_signed_in(anonymous, address):
    for response in (anonymous.get(address), anonymous.post(address)):
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/konto/log-ind/")


def test_it_shows_my_name_my_address_and_my_courses(as_student, student, course):
    page = as_student.get("/min-side/").content.decode()
    assert student.name in page
    assert student.email in page
    assert str(course) in page


def test_it_keeps_a_new_name(as_student, student):
    response = as_student.post("/min-side/navn/", {"name": "Signe Brandt"})
    assert response.headers["Location"] == "/min-side/"
    student.refresh_from_db()
    assert student.name == "Signe Brandt"


def test_it_refuses_an_empty_name_and_keeps_the_old(as_student, student):
    response = as_student.post("/min-side/navn/", {"name": "  "})
    assert response.status_code == 422
    assert "Skriv dit navn. Det gamle navn står indtil da." in response.content.decode()
    student.refresh_from_db()
    assert student.name == "Signe Holm"


def test_it_refuses_get_where_only_post_makes_sense(as_student):
    assert as_student.get("/min-side/navn/").status_code == 405


def test_my_data_is_a_file_with_what_every_part_of_the_site_keeps(as_student, student, kept):
    response = as_student.get("/min-side/mine-data/")
    assert "attachment" in response.headers["Content-Disposition"]
    data = json.loads(response.content)
    assert data["konto"]["e-mail"] == student.email
    assert data["noter"] == {"navn": "Signe Holm"}


def test_my_data_can_be_made_of_all_that_is_registered(as_student):
    data = json.loads(as_student.get("/min-side/mine-data/").content)
    assert {"konto", "lessons", "cases", "quizzes", "courses"} <= set(data)


def test_deleting_asks_for_the_password(as_student, student, kept):
    response = as_student.post("/min-side/slet/", {"password": "noget andet"})
    assert response.status_code == 422
    assert "Adgangskoden er forkert. Kontoen er ikke slettet." in response.content.decode()
    student.refresh_from_db()
    assert student.is_active
    assert kept == []


def test_deleting_makes_the_person_unrecognisable_and_keeps_the_number(as_student, student, kept):
    response = as_student.post("/min-side/slet/", {"password": PASSWORD}, follow=True)
    assert "Din konto er slettet." in response.content.decode()
    erased = User.objects.get(pk=student.pk)
    assert erased.name == f"Slettet bruger {student.pk}"
    assert "studerende" not in erased.email
    assert not erased.is_active
    assert not erased.has_usable_password()
    assert erased.erased_at
    assert kept == [erased]


def test_deleting_ends_every_session(client, as_student, student):
    client.force_login(student)
    as_student.post("/min-side/slet/", {"password": PASSWORD})
    assert client.get("/min-side/").status_code == 302


def test_deleting_takes_away_every_right(as_teacher, teacher):
    as_teacher.post("/min-side/slet/", {"password": PASSWORD})
    teacher = User.objects.get(pk=teacher.pk)
    assert not teacher.is_staff
    assert teacher.group_names == frozenset()


def test_deleting_takes_the_name_out_of_the_journal(as_student, student, superuser):
    entry = LogEntry.objects.create(
        user=superuser,
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(student.pk),
        object_repr=str(student),
        action_flag=CHANGE,
    )
    as_student.post("/min-side/slet/", {"password": PASSWORD})
    entry.refresh_from_db()
    assert student.name not in entry.object_repr


def test_guessing_the_password_is_limited(as_student):
    answers = [as_student.post("/min-side/slet/", {"password": "gæt"}).status_code for _ in range(12)]
    assert answers[0] == 422
    assert answers[-1] == 429
