import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.factories import UserFactory

PASSWORD = "en lang adgangskode"
SIGN_IN = "/konto/log-ind/"


@pytest.fixture(autouse=True)
def no_attempts_yet():
    cache.clear()


@pytest.fixture
def signe(db):
    return UserFactory(email="signe@eksempel.test", name="Signe Holm")


def sign_in(client, email="signe@eksempel.test", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": email, "password": password, **more})


def test_a_person_signs_in_with_address_and_password(client, signe):
    response = sign_in(client)
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(signe.pk)


def test_the_address_may_be_written_in_capitals(client, signe):
    assert sign_in(client, email="SIGNE@Eksempel.test").status_code == 302


def test_a_wrong_password_is_refused_and_the_address_kept(client, signe):
    response = sign_in(client, password="noget andet")
    assert response.status_code == 422
    assert "Adressen og adgangskoden passer ikke sammen" in response.content.decode()
    assert 'value="signe@eksempel.test"' in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_an_unknown_address_gets_the_same_answer_as_a_wrong_password(client, signe):
    unknown = sign_in(client, email="ukendt@eksempel.test")
    wrong = sign_in(client, password="noget andet")
    assert unknown.status_code == wrong.status_code == 422
    assert unknown.context["form"].non_field_errors() == wrong.context["form"].non_field_errors()


def test_ten_wrong_passwords_close_the_door_for_that_account_for_a_while(client, signe):
    for _ in range(10):
        sign_in(client, password="noget andet")
    response = sign_in(client)
    assert response.status_code in (422, 429)
    assert "Der er prøvet for mange gange" in response.content.decode()


def test_a_whole_class_behind_one_address_can_sign_in(db):
    people = [UserFactory() for _ in range(30)]
    assert all(sign_in(Client(), email=person.email).status_code == 302 for person in people)


def test_a_closed_account_cannot_sign_in(client, signe):
    signe.is_active = False
    signe.save()
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_it_returns_to_the_page_asked_for(client, signe):
    response = sign_in(client, next="/min-side/")
    assert response.headers["Location"] == "/min-side/"


def test_it_never_sends_a_person_to_another_site(client, signe):
    response = sign_in(client, next="https://ondt.test/")
    assert response.headers["Location"] == "/"


def test_without_remember_me_the_session_ends_with_the_browser(client, signe):
    sign_in(client)
    assert client.session.get_expire_at_browser_close()


def test_with_remember_me_it_lasts(client, signe):
    sign_in(client, remember="on")
    assert not client.session.get_expire_at_browser_close()


def test_signing_out_ends_the_session(as_outsider):
    response = as_outsider.post("/konto/log-ud/")
    assert response.headers["Location"] == SIGN_IN
    assert "_auth_user_id" not in as_outsider.session


def test_a_link_alone_does_not_sign_out(as_outsider):
    as_outsider.get("/konto/log-ud/")
    assert "_auth_user_id" in as_outsider.session


def test_the_administration_is_entered_by_the_same_door(client, db):
    response = client.get("/admin/login/?next=/admin/")
    assert response.status_code == 302
    assert response.headers["Location"].startswith(SIGN_IN)


def test_a_forgotten_password_is_replaced_by_way_of_a_mail(client, signe):
    client.post("/konto/glemt/", {"email": "signe@eksempel.test"})
    [message] = mail.outbox
    assert message.to == ["signe@eksempel.test"]
    assert message.subject == "Subsumo: Ny adgangskode"
    link = next(line for line in message.body.splitlines() if "/konto/glemt/" in line)
    page = client.get(link.removeprefix("http://testserver"), follow=True)
    new = "en helt ny kode"
    done = client.post(page.request["PATH_INFO"], {"password1": new, "password2": new}, follow=True)
    assert "Den nye adgangskode gælder" in done.content.decode()
    assert sign_in(client, password=new).status_code == 302


def test_a_link_works_once(client, signe):
    client.post("/konto/glemt/", {"email": "signe@eksempel.test"})
    link = next(line for line in mail.outbox[0].body.splitlines() if "/konto/glemt/" in line)
    path = link.removeprefix("http://testserver")
    page = client.get(path, follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "en helt ny kode", "password2": "en helt ny kode"})
    assert "Linket gælder ikke længere" in Client().get(path, follow=True).content.decode()


def test_a_reset_never_tells_whether_an_address_has_an_account(client, signe):
    known = client.post("/konto/glemt/", {"email": "signe@eksempel.test"})
    unknown = client.post("/konto/glemt/", {"email": "ukendt@eksempel.test"})
    assert known.status_code == unknown.status_code == 302
    assert known.headers["Location"] == unknown.headers["Location"]


def test_a_person_changes_the_password(as_outsider, outsider):
    form = {"oldpassword": PASSWORD, "password1": "en helt ny kode", "password2": "en helt ny kode"}
    response = as_outsider.post("/konto/adgangskode/", form)
    assert response.headers["Location"] == "/min-side/"
    outsider.refresh_from_db()
    assert outsider.check_password("en helt ny kode")
    assert as_outsider.get("/min-side/").status_code == 200


def test_the_mail_about_a_new_password_holds_no_address_of_the_machine(as_outsider):
    form = {"oldpassword": PASSWORD, "password1": "en helt ny kode", "password2": "en helt ny kode"}
    as_outsider.post("/konto/adgangskode/", form)
    assert "127.0.0.1" not in mail.outbox[-1].body


def test_a_weak_new_password_is_refused(as_outsider, outsider):
    form = {"oldpassword": PASSWORD, "password1": "12345", "password2": "12345"}
    assert as_outsider.post("/konto/adgangskode/", form).status_code == 422
    outsider.refresh_from_db()
    assert outsider.check_password(PASSWORD)
