import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404
from django.template.loader import render_to_string
from django.test import override_settings
from django.urls import include, path


def boom(error):
    def view(request):
        raise error

    return view


handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"
urlpatterns = [
    path("400/", boom(BadRequest("secret"))),
    path("403/", boom(PermissionDenied("secret"))),
    path("404/", boom(Http404("secret"))),
    path("500/", boom(ZeroDivisionError("secret"))),
    path("", include("config.urls")),
]


@pytest.mark.parametrize(
    ("status", "heading"),
    [
        (400, "Det kunne siden ikke læse"),
        (403, "Siden er ikke for dig"),
        (404, "Siden findes ikke"),
        (500, "Noget gik galt hos os"),
    ],
)
@override_settings(ROOT_URLCONF=__name__)
def test_an_error_says_in_danish_what_happened(client, db, status, heading):
    client.raise_request_exception = False
    response = client.get(f"/{status}/")
    page = response.content.decode()
    assert response.status_code == status
    assert heading in page
    assert "secret" not in page


def test_the_page_for_too_many_attempts_says_to_wait():
    assert "Vent et par minutter" in render_to_string("429.html")


@override_settings(ROOT_URLCONF=__name__)
def test_a_server_error_is_drawn_without_the_database(client, django_assert_num_queries, db):
    client.raise_request_exception = False
    with django_assert_num_queries(0):
        client.get("/500/")
