"""Whatever a browser can send, nothing breaks."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rules
from lessons.calculation.work import Work
from lessons.calculators import CALCULATORS
from tests.factories import SectionFactory
from tests.lessons.conftest import HTMX, RULE

pytestmark = pytest.mark.django_db

words = st.text(max_size=40)
sent = st.dictionaries(
    st.sampled_from(["regel", "laest", "q", "regel1-misligholdt", "regel1-underrettet", "regel1-kraevet"])
    | words,
    words | st.sampled_from(["1", "2", "ja", "31-01-2026", "01-01-0001", "9" * 30]),
    max_size=5,
)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(data=sent, htmx=st.booleans())
def test_junk_sent_to_a_section_is_answered(as_student, data, htmx):
    section = SectionFactory(body=RULE)
    for address in ("", "regel/1/"):
        response = as_student.get(section.get_absolute_url() + address, data, headers=HTMX if htmx else {})
        assert response.status_code in (200, 302, 422)
    response = as_student.post(f"{section.get_absolute_url()}laest/", data, headers=HTMX if htmx else {})
    assert response.status_code in (200, 302)


@quick
@given(key=st.sampled_from(sorted(rules.topics())), data=st.data())
def test_junk_sent_to_a_rule_is_answered(as_student, key, data):
    names = [*(spec.name for spec in rules.topic(key).specs), "gaet", "aendr", "variant", "naer"]
    given_facts = data.draw(st.dictionaries(st.sampled_from(names), words, max_size=4))
    for headers in ({}, HTMX):
        assert as_student.get(f"/regler/{key}/", given_facts, headers=headers).status_code in (200, 422)


@quick
@given(one=st.sampled_from(CALCULATORS), data=st.data())
def test_junk_sent_to_a_calculator_is_answered(as_student, one, data):
    names = [name for group in one.groups for name in group.names]
    junk = words | st.sampled_from(["0", "1", "600", "99999999999", "0,01", "01-01-1900", "31-12-2199"])
    sent_facts = data.draw(st.dictionaries(st.sampled_from(names), junk, max_size=4))
    typed = Work(one, {}).form.data | sent_facts
    for address in (one.get_absolute_url(), *(f"{one.get_absolute_url()}{name}.csv" for name in one.tables)):
        assert as_student.get(address, sent_facts).status_code in (200, 422)
        assert as_student.get(address, typed).status_code in (200, 422)


@quick
@given(slug=st.text("abcæøå-_0123456789 %.", min_size=1, max_size=20))
def test_any_address_is_answered(as_student, slug):
    for folder in ("laer", "lov", "begreber", "regler", "beregnere"):
        assert as_student.get(f"/{folder}/{slug}/").status_code in (200, 301, 302, 404)


def test_a_lost_session_with_htmx_leads_to_the_sign_in(db):
    section = SectionFactory(body=RULE)
    response = Client().get(f"{section.get_absolute_url()}regel/1/", headers=HTMX)
    assert response.status_code in (302, 401, 403, 204, 200)
    assert "/konto/log-ind/" in (
        response.headers.get("HX-Redirect") or response.headers.get("Location") or ""
    )
