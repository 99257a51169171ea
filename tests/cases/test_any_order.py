"""No order of clicks loses an answer, earns twice, or shows a key early; no junk breaks a page."""

import re
import string
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from cases.models import Answer, Walkthrough
from rules import danish
from tests.cases.playing import Player, right
from tests.cases.test_no_key_early import hidden, wrong
from tests.factories import CaseFactory, UserFactory, WalkthroughFactory

JUNK = st.one_of(
    st.text(max_size=40),
    st.text(string.printable, max_size=600),
    st.sampled_from(
        ["", "0", "-1", "1e999", "NaN", "31-02-2026", "§", "§ 48 og", "‮", "\x00", "1;2;x", "9" * 700]
    ),
)
MODES = st.sampled_from(["oeve", "aflevering"])
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def written_out(value):
    """A date that the student gave, as the timeline tells it."""
    return danish.show(date.fromisoformat(value)) if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)) else ""


class Junk(TestCase):
    """Whatever a browser sends, the answer is a page and never an error of the server."""

    @FEW
    @given(
        st.lists(JUNK, min_size=6, max_size=6),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["oeve", "aflevering"]),
    )
    def test_junk_to_every_form_is_answered(self, typed, htmx, known, mode):
        client, walk = Client(raise_request_exception=True), WalkthroughFactory(mode=mode)
        client.force_login(walk.user)
        play = Player(client, walk)
        play.answer("jus", "FIL § 48")
        headers = {"HX-Request": "true"} if htmx else {}
        for text in typed:
            asking = next(one for one in play.built.askings if not one.is_answered)
            data = {"version": play.walkthrough.version if known else text}
            data |= dict.fromkeys(asking.form.fields, text) | {text[:20] or "x": text, "stille": text}
            response = client.post(f"{play.address}svar/{asking.name}/", data, headers=headers)
            assert response.status_code in (200, 302, 400, 409, 422)
        for part in ("loesning/", "ny-variant/"):
            assert client.post(f"{play.address}{part}", {"level": typed[0]}).status_code == 302


class Clicks(RuleBasedStateMachine):
    """A student who answers, changes, tries again and looks around in any order."""

    @initialize(mode=st.sampled_from(["oeve", "aflevering"]))
    def begin(self, mode):
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        user = UserFactory()
        client = Client()
        client.force_login(user)
        self.play = Player(client, WalkthroughFactory(user=user, mode=mode, case=CaseFactory()))
        self.typed, self.bests, self.seen = {}, {}, set()

    def teardown(self):
        if hasattr(self, "savepoint"):
            transaction.set_rollback(True)
            self.savepoint.__exit__(None, None, None)

    def _send(self, asking, data, **options):
        response = self.play.send(asking.name, data, **options)
        return response.content.decode()

    def _choose(self, number, rightly):
        askings = self.play.built.askings
        asking = askings[number % len(askings)]
        walk = self.play.walkthrough
        values = {}
        for place in asking.places:
            good = right(walk, place)
            values[place.key] = good if rightly and good is not None else wrong(place, walk)
        return asking, values

    @rule(number=st.integers(0, 20), rightly=st.booleans(), twice=st.booleans())
    def answer(self, number, rightly, twice):
        asking, values = self._choose(number, rightly)
        version = self.play.walkthrough.version
        for _ in range(1 + twice):
            if asking.is_single:
                self.play.answer_at(asking, next(iter(values.values())), version=version)
            else:
                self.play.conclude_at(asking, values, version=version)
            assert self.play.response.status_code == 200
        for place in asking.places:
            row = Answer.objects.get(
                walkthrough=self.play.pk, question=place.question, part=place.slot, key=place.key
            )
            before = self.typed.get(place.name)
            if before and before[0] == row.value:
                assert row.tries == before[1]
            self.typed[place.name] = (row.value, row.tries)
            self.seen.add(place.key)

    @rule(number=st.integers(0, 20))
    def send_from_an_old_tab(self, number):
        asking, values = self._choose(number, rightly=True)
        if not asking.is_single or self.play.walkthrough.version == 1:
            return
        before = list(Answer.objects.order_by("pk").values())
        self.play.answer_at(asking, next(iter(values.values())), version=0)
        assert self.play.response.status_code in (200, 409)
        assert list(Answer.objects.order_by("pk").values()) == before

    @precondition(lambda self: self.play.walkthrough.is_practice)
    @rule()
    def see_the_solution(self):
        self.play.client.post(f"{self.play.address}loesning/")
        self.seen |= {"everything"}

    @rule()
    def open_the_page_again(self):
        page = self.play.client.get(self.play.address).content.decode()
        walk = self.play.walkthrough
        answered = self.seen if walk.is_practice else set()
        if "everything" not in answered:
            told = {said for row in Answer.objects.all() for said in (row.raw, written_out(row.value))}
            assert not [
                one
                for one in hidden(page, walk, answered)
                if not any(one in said or said in one for said in told if said)
            ]

    @invariant()
    def nothing_is_lost_and_nothing_earns_twice(self):
        if not hasattr(self, "play"):
            return
        rows = {
            f"{row.question}-{row.part}-{row.key}": row
            for row in Answer.objects.filter(walkthrough=self.play.pk)
        }
        assert set(rows) == set(self.typed)
        for name, (value, _tries) in self.typed.items():
            assert rows[name].value == value
            assert 0 <= rows[name].best <= 1
            if self.play.walkthrough.is_practice:
                assert rows[name].best >= self.bests.get(name, 0)
                self.bests[name] = rows[name].best
        total = self.play.walkthrough.total
        assert total is None or 0 <= total <= 1


@pytest.mark.django_db
def test_no_order_of_clicks_loses_an_answer_or_earns_twice():
    run_state_machine_as_test(
        Clicks,
        settings=settings(
            max_examples=15, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
    assert not Walkthrough.objects.exists()
