"""What djlint does not see: handlers in attributes, styles in attributes, and forms without a token."""

import re

import pytest
from django.conf import settings
from django.template import engines

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
FORM = re.compile(r"<form\b[^>]*\bmethod=\"?post.*?</form>", re.IGNORECASE | re.DOTALL)


def name(path):
    return str(path.relative_to(settings.BASE_DIR / "templates"))


@pytest.fixture(params=TEMPLATES, ids=name)
def source(request):
    return request.param.read_text(encoding="utf-8")


def test_no_script_or_style_stands_in_a_page(source):
    assert not re.search(r"\son\w+\s*=", source)
    assert not re.search(r"\sstyle\s*=", source)
    assert not re.search(r"hx-on|hx-vals=['\"]js:", source)
    assert not re.search(r"<style\b", source)
    for attributes in re.findall(r"<script\b([^>]*)>", source):
        assert "src=" in attributes or "application/json" in attributes


def test_nothing_is_fetched_from_another_host(source):
    assert not re.search(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=[\"']?(?:https?:)?//", source)


def test_every_form_that_posts_carries_a_token(source):
    for form in FORM.findall(source):
        assert "{% csrf_token %}" in form or "{% crispy" in form, form[:200]


def test_htmx_posts_what_stands_in_a_real_form(source):
    for tag in re.findall(r"<[^<]*hx-post[^<]*", FORM.sub("", source)):
        assert "hx-include" in tag, tag


def test_triggers_have_no_filters_which_need_eval(source):
    for trigger in re.findall(r"hx-trigger=\"([^\"]*)\"", source):
        assert "[" not in trigger


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_template_can_be_read(path):
    engines["django"].get_template(name(path))
