"""What static/js/subsumo.js promises, on a page that has only what is needed to see it."""

import re

import pytest
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.utils.safestring import mark_safe
from playwright.sync_api import expect

PAGE = """{% extends "base.html" %}{% block main %}<div class="page-one"><h1>Prøve</h1>
<form method="post" action="/proeve/" hx-post="/proeve/" hx-target="#svar">{% csrf_token %}
<label for="felt">Svar</label><input class="form-control" id="felt" name="felt" value="{{ felt }}">
<label><input type="radio" name="valg" value="ja"> Ja</label>
<button class="btn btn-primary">Gem svar</button></form>
<div id="svar">{% if felt %}{{ result }}{% endif %}</div></div>{% endblock %}"""
RESULT = mark_safe('<h2 data-focus>Rigtigt</h2><p data-besked="Gemt kl. 10.42">Gemt</p>')
REFUSED = '<label for="tal">Tal</label><input id="tal" aria-invalid="true"><h2 data-focus>Ret tallet</h2>'

saved: list[str] = []


@login_required
def proeve(request: HttpRequest) -> HttpResponse:
    felt = request.POST.get("felt", "")
    if felt == "forkert":
        return HttpResponse(REFUSED, status=422)
    if request.method == "POST":
        saved.append(felt)
        if request.htmx:
            return HttpResponse(RESULT)
    return HttpResponse(engines["django"].from_string(PAGE).render({"felt": felt, "result": RESULT}, request))


urlpatterns = [path("proeve/", proeve), path("", include("config.urls"))]
handler404 = "config.errors.page_not_found"


@pytest.fixture(autouse=True)
def page_to_try(settings):
    settings.ROOT_URLCONF = __name__
    saved.clear()


@pytest.fixture
def page(desktop, student):
    page = desktop(student, expects="net::ERR_|status of 500|Failed to fetch")
    page.goto("/proeve/")
    return page


def save(page, text="FIL § 48"):
    page.get_by_label("Svar").fill(text)
    page.get_by_role("button", name="Gem svar").click()


def test_focus_goes_to_the_heading_of_the_result_and_the_receipt_is_said(page):
    save(page)
    expect(page.get_by_role("heading", name="Rigtigt")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Gemt kl. 10.42")
    assert saved == ["FIL § 48"]


def test_focus_goes_to_the_field_that_is_wrong_before_any_heading(page):
    save(page, "forkert")
    expect(page.get_by_label("Tal")).to_be_focused()


def test_an_answer_that_never_arrived_is_kept_and_can_be_sent_again(page):
    page.route("**/proeve/", lambda route: route.abort())
    save(page)
    besked = page.get_by_role("status")
    expect(besked).to_contain_text("Svaret er ikke gemt: serveren svarede ikke.")
    expect(page.get_by_label("Svar")).to_have_value("FIL § 48")
    page.unroute("**/proeve/")
    besked.get_by_role("button", name="Prøv igen").click()
    expect(page.get_by_role("heading", name="Rigtigt")).to_be_focused()
    assert saved == ["FIL § 48"]


def test_an_error_of_the_server_is_said_and_swaps_nothing(page):
    page.route("**/proeve/", lambda route: route.fulfill(status=500, body="<h1>Uf</h1>"))
    save(page)
    expect(page.get_by_role("status")).to_contain_text("der skete en fejl på serveren")
    expect(page.get_by_text("Uf")).to_have_count(0)
    expect(page.get_by_label("Svar")).to_have_value("FIL § 48")


def test_an_error_page_is_never_swapped_into_the_answer(page):
    page.eval_on_selector("main form", "form => { form.setAttribute('hx-post', '/findes-ikke/') }")
    save(page)
    expect(page.get_by_role("status")).to_contain_text("siden findes ikke længere")
    expect(page.get_by_role("heading", level=1)).to_have_text("Prøve")


def test_a_lost_session_brings_the_person_back_to_what_was_typed(page):
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Ja").check()
    save(page, "FIL § 48, stk. 6")
    expect(page).to_have_url(re.compile("/konto/log-ind/"))
    page.get_by_label("E-mail").fill("studerende@eksempel.test")
    page.get_by_label("Adgangskode").fill("en lang adgangskode")
    page.get_by_role("button", name="Log ind").click()
    expect(page).to_have_url(re.compile("/proeve/$"))
    expect(page.get_by_label("Svar")).to_have_value("FIL § 48, stk. 6")
    expect(page.get_by_label("Ja")).to_be_checked()
    expect(page.get_by_role("status")).to_contain_text("send det en gang til")
    assert saved == []


def test_a_stale_page_is_fetched_anew_with_what_was_typed(page):
    page.context.clear_cookies(name="csrftoken")
    save(page)
    expect(page.get_by_role("status")).to_contain_text("send det en gang til")
    expect(page.get_by_label("Svar")).to_have_value("FIL § 48")
    page.get_by_role("button", name="Gem svar").click()
    expect(page.get_by_role("heading", name="Rigtigt")).to_be_focused()
    assert saved == ["FIL § 48"]


def test_no_password_is_kept_in_the_browser(page):
    page.eval_on_selector("#felt", "field => { field.name = 'password' }")
    page.context.clear_cookies(name="csrftoken")
    with page.expect_navigation():
        page.get_by_role("button", name="Gem svar").click()
    assert "password" not in (page.evaluate("JSON.stringify({...sessionStorage})"))


def test_a_lost_connection_is_said_and_so_is_its_return(page):
    page.context.set_offline(True)
    expect(page.get_by_role("status")).to_contain_text("Der er ingen forbindelse")
    page.context.set_offline(False)
    expect(page.get_by_role("status")).to_contain_text("Forbindelsen er tilbage")
    page.get_by_role("button", name="Luk beskeden").click()
    expect(page.get_by_role("status")).to_be_empty()


def test_a_page_without_scripts_saves_the_same_answer(no_js, student):
    page = no_js(student)
    page.goto("/proeve/")
    save(page)
    expect(page.get_by_role("heading", name="Rigtigt")).to_be_visible()
    assert saved == ["FIL § 48"]
