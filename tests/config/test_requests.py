import pytest
import structlog
from django.test import Client

HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/min-side/?fane=2"}


def test_a_lost_session_sends_htmx_to_sign_in_as_a_whole_page_and_back(anonymous):
    response = anonymous.post("/min-side/navn/", {"name": "Signe"}, headers=HTMX)
    assert response.status_code == 401
    assert response.headers["HX-Redirect"] == "/konto/log-ind/?next=%2Fmin-side%2F%3Ffane%3D2"
    assert response.content == b""


def test_a_lost_session_never_leads_to_another_site(anonymous):
    headers = HTMX | {"HX-Current-URL": "https://ondt.test/x/"}
    response = anonymous.post("/min-side/navn/", headers=headers)
    assert response.headers["HX-Redirect"] == "/konto/log-ind/?next=%2F"


def test_a_lost_session_shows_what_was_typed_to_a_person_without_scripts(anonymous):
    anonymous.cookies["sessionid"] = "udløbet"
    response = anonymous.post(
        "/min-side/navn/",
        {"name": "Et <b>nyt</b> navn", "password": "hemmeligt"},
        headers={"Referer": "http://testserver/min-side/"},
    )
    page = response.content.decode()
    assert response.status_code == 403
    assert "Et &lt;b&gt;nyt&lt;/b&gt; navn" in page
    assert "hemmeligt" not in page
    assert "/konto/log-ind/?next=%2Fmin-side%2F" in page


def test_a_stranger_is_asked_to_sign_in(anonymous):
    assert anonymous.get("/min-side/").status_code == 302


def test_a_stale_page_is_fetched_anew_by_htmx(student):
    client = Client(enforce_csrf_checks=True)
    client.force_login(student)
    response = client.post("/min-side/navn/", {"name": "Signe"}, headers=HTMX)
    assert response.status_code == 403
    assert response.headers["HX-Refresh"] == "true"


def test_a_stale_page_shows_what_was_typed_to_a_person_without_scripts(student):
    client = Client(enforce_csrf_checks=True)
    client.force_login(student)
    response = client.post("/min-side/navn/", {"name": "Et nyt navn"})
    assert response.status_code == 403
    assert "Siden var for gammel" in response.content.decode()
    assert "Et nyt navn" in response.content.decode()


def test_each_request_has_a_line_with_a_number_and_without_the_person(as_student, student):
    with structlog.testing.capture_logs(processors=[structlog.contextvars.merge_contextvars]) as lines:
        response = as_student.get("/min-side/", headers={"User-Agent": "Hemmelig"})
    [line] = [line for line in lines if line["event"] == "request"]
    assert line["route"] == "/min-side/"
    assert line["status"] == 200
    assert line["request"] == response.headers["X-Request-ID"]
    said = repr(line)
    assert not any(secret in said for secret in (student.name, student.email, "127.0.0.1", "Hemmelig"))


@pytest.mark.parametrize("address", ["/findes-ikke/", "/admin/findes-ikke/"])
def test_a_whole_error_page_is_never_put_into_a_part_of_another(as_superuser, address):
    response = as_superuser.get(address, headers=HTMX)
    assert response.status_code == 404
    assert response.headers["HX-Reswap"] == "none"
