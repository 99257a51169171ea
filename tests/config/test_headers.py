import pytest

from tests.factories import UserFactory

PAGES = ["/konto/log-ind/", "/admin/login/", "/findes-ikke/", "/konto/opret/"]


def policy_of(response):
    directives = response.headers["Content-Security-Policy"].split(";")
    return {name: values for name, *values in (one.split() for one in directives)}


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_carries_the_strict_policy(anonymous, page):
    policy = policy_of(anonymous.get(page))
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == ["'self'"]
    assert policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]


@pytest.mark.parametrize("page", PAGES)
def test_the_policy_lets_nothing_unsafe_and_no_other_host_in(anonymous, page):
    policy = anonymous.get(page).headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_the_other_headers_that_protect(anonymous):
    headers = anonymous.get("/konto/log-ind/").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "HX-Request" in headers["Vary"]


def test_pages_are_compressed_and_padded_against_breach(anonymous):
    answers = [anonymous.get("/konto/log-ind/", headers={"Accept-Encoding": "gzip"}) for _ in range(6)]
    assert all(answer.headers["Content-Encoding"] == "gzip" for answer in answers)
    assert len({len(answer.content) for answer in answers}) > 1


def test_the_cookie_of_the_session_is_for_the_server_alone(client, db):
    user = UserFactory()
    client.post("/konto/log-ind/", {"login": user.email, "password": "en lang adgangskode"})
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
