"""No order of clicks loses an answer, earns twice, or shows a key early; no junk breaks a page."""

import string
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django.utils.html import escape
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

from cases import fading
from cases.models import Answer, Walkthrough
from cases.start import start
from tests.cases.playing import Player, right, sent
from tests.cases.secrecy import filled_in, hidden, told_to
from tests.cases.test_no_key_early import case_of, wrong
from tests.factories import CaseFactory, UserFactory, WalkthroughFactory

JUNK = st.one_of(
    st.text(max_size=40),
    st.text(string.printable, max_size=600),
    st.sampled_from(
        ["", "0", "-1", "1e999", "NaN", "31-02-2026", "§", "§ 48 og", "‮", "\x00", "1;2;x", "9" * 700]
    ),
)
MODES = st.sampled_from(["oeve", "aflevering", "proeve"])
FILES = st.sampled_from(["", "kaede-foraeldrekaution.yaml", "kaede-gaeldsbrev-solgt.yaml"])
HTMX = {"HX-Request": "true"}
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


class Junk(TestCase):
    """Whatever a browser sends, the answer is a page and never an error of the server."""

    @FEW
    @given(
        st.lists(JUNK, min_size=6, max_size=6),
        st.booleans(),
        st.booleans(),
        MODES,
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
    """A student who answers, changes, asks for help, tries again and looks around in any order."""

    @initialize(mode=MODES, file=FILES, argues=st.booleans())
    def begin(self, mode, file, argues):
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.clock = time_machine.travel(timezone.now(), tick=False)
        self.traveller = self.clock.start()
        self.client, user = Client(), UserFactory()
        self.client.force_login(user)
        case = case_of(file) if file else CaseFactory(minutes=30)
        if argues:
            case.weight_argument = 20
            case.save()
        # For each walkthrough what the page has called saved, and for each answer the best so far.
        self.saved, self.bests, self.arguments = {}, {}, {}
        self.play = Player(self.client, start(user, case, mode=mode))

    def teardown(self):
        if hasattr(self, "savepoint"):
            self.clock.stop()
            transaction.set_rollback(True)
            self.savepoint.__exit__(None, None, None)

    @property
    def walk(self):
        return self.play.walkthrough

    def post(self, end, data=None, **options):
        response = self.client.post(f"{self.play.address}{end}", data or {}, **options)
        assert response.status_code < 500
        return response

    def send(self, asking, data, version, **options):
        self.play.send(asking.name, {**data, "page": ""}, version=version, **options)
        return self.play.response

    def chosen(self, number, how):
        """One of the forms of the page, and what is put into it."""
        askings = [one for one in self.play.built.askings if not one.is_given]
        if not askings:
            return None, {}
        # Mostly what waits for an answer, so that the way is walked to its end.
        asking = askings[-1 if number > 10 else number % len(askings)]
        values = {}
        for place in asking.places:
            good = right(self.walk, place)
            values[place.name] = (
                ""
                if how == "empty"
                else good
                if how == "right" and good is not None
                else wrong(place, self.walk)
            )
        fields = asking.form.fields
        return asking, {name: sent(fields[name], value) for name, value in values.items() if value != ""}

    @rule(
        number=st.integers(0, 40),
        how=st.sampled_from(["right", "right", "right", "wrong", "wrong", "empty"]),
        twice=st.booleans(),
        htmx=st.booleans(),
    )
    def answer(self, number, how, twice, htmx):
        asking, data = self.chosen(number, how)
        if asking is None:
            return
        before = self.walk
        response = self.send(asking, data, before.version, htmx=htmx)
        if not before.is_open:
            assert response.status_code == 409
            return
        is_refused = how == "empty" and before.is_practice
        assert response.status_code == (422 if is_refused else 200 if htmx else 302)
        self.note(asking, data, is_refused)
        after = self.walk
        if before.is_practice and before.total is not None and how == "right":
            assert after.total is None or after.total >= before.total
        if twice:
            self.send(asking, data, before.version if how != "empty" else after.version, htmx=htmx)
            assert self.standing() == standing(after)
        if htmx:
            self.search(response.content.decode())

    def note(self, asking, data, is_refused):
        """What the page has just called saved."""
        if is_refused:
            return
        own = self.saved.setdefault(self.play.pk, {})
        for place in asking.places:
            row = Answer.objects.filter(
                walkthrough=self.play.pk, question=place.question, part=place.slot, key=place.key
            ).first()
            if place.name not in data:
                assert row is None
                own.pop(place.name, None)
            else:
                assert row is not None
                own[place.name] = (row.raw, row.value)
                self.play_says_saved(asking)

    def play_says_saved(self, asking):
        assert self.play.built.find(asking.name).saved.startswith("Gemt kl.")

    def standing(self):
        return standing(self.walk)

    @rule(number=st.integers(0, 20), how=st.sampled_from(["right", "wrong", "empty"]))
    def answer_from_an_old_page(self, number, how):
        asking, data = self.chosen(number, how)
        before = self.standing()
        if asking is None or self.walk.version == 1:
            return
        response = self.send(asking, data, 0)
        assert response.status_code in (200, 409, 422)
        assert self.standing() == before
        if response.status_code == 409 and self.walk.is_open:
            html = response.content.decode()
            assert "ændret i en anden fane" in html
            typed = [value for value in data.values() if isinstance(value, str) and not value.isdecimal()]
            assert all(str(escape(value)) in html for value in typed)

    @rule(number=st.integers(0, 20), degree=st.integers(1, 4))
    def take_help(self, number, degree):
        asking, _ = self.chosen(number, "empty")
        if asking is None:
            return
        before = self.walk
        name = asking.places[number % len(asking.places)].name
        degree = min(degree, before.hints.get(name, 0) + 1)
        data = {"version": before.version}
        response = self.post(f"hjaelp/{name}/{degree}/", data, headers=HTMX)
        allowed = before.is_open and not before.is_timed
        assert response.status_code == (200 if allowed or degree <= before.hints.get(name, 0) else 409)
        after = self.walk
        assert all(after.marks.get(part, 0) <= mark for part, mark in before.marks.items())
        if before.is_practice:
            assert after.total == before.total
            assert all(mark == before.marks.get(part, 0) for part, mark in after.marks.items())
        self.post(f"hjaelp/{name}/{degree}/", data, headers=HTMX)
        assert self.standing() == standing(after)
        self.search(response.content.decode())

    @rule()
    def see_the_solution(self):
        before = self.standing()
        self.post("loesning/")
        assert bool(self.walk.solution_shown_at) == self.walk.is_practice
        assert self.standing()[2:] == before[2:]

    @rule(level=st.sampled_from(["", "original", "near", "traps"]))
    def take_a_new_variant(self, level):
        self.follow(self.post("ny-variant/", {"level": level}))

    @rule(step=st.sampled_from([fading.WHOLE, fading.GAPS, fading.BLANK]))
    def see_it_worked(self, step):
        self.follow(self.client.post(f"/cases/{self.walk.case.slug}/vis-mig/", {"step": step}))

    def follow(self, response):
        """Go on with the walkthrough that the answer leads to."""
        assert response.status_code == 302
        self.play = Player(self.client, Walkthrough.objects.get(pk=response["Location"].split("/")[3]))

    @rule(text=st.sampled_from(["Banken sov.", "Banken gav besked for sent.", ""]), is_old=st.booleans())
    def argue(self, text, is_old):
        before = self.walk
        data = {"begrundelse": text, "udgave": 0 if is_old else before.version, "stille": "ja"}
        response = self.post("begrundelse/", data, headers=HTMX)
        if not before.frozen.get("argument"):
            return
        if text == before.argument:
            assert self.standing() == standing(before)
        elif is_old or not before.is_open:
            assert response.status_code == 409
            assert "Ikke gemt" in response.content.decode()
        else:
            assert response.status_code == 200
            assert "Gemt kl." in response.content.decode()
            self.arguments[self.play.pk] = text
        assert self.walk.total == before.total

    @rule(keys=st.lists(st.sampled_from(["q1-jus", "own-1", "x"])))
    def tick_the_argument(self, keys):
        before = self.walk
        self.post("begrundelse/tjek/", {"opfyldt": keys})
        assert (self.walk.total, self.walk.marks) == (before.total, before.marks)

    @rule(fact=st.integers(0, 9), typed=JUNK)
    def ask_what_if(self, fact, typed):
        before = self.standing()
        chosen = [f"{one['key']}-{name}" for one in self.walk.frozen["questions"] for name in one["facts"]]
        data = {"oplysning": chosen[fact % len(chosen)], chosen[fact % len(chosen)].split("-")[1]: typed}
        response = self.post("hvad-nu-hvis/", data, headers=HTMX)
        assert response.status_code in ((200, 302, 422) if self.walk.shows_solution else (302,))
        assert self.standing() == before

    @precondition(lambda self: not self.walk.is_practice)
    @rule()
    def hand_in_twice(self):
        self.post("aflever/")
        before = self.walk
        assert not before.is_open
        self.post("aflever/")
        assert self.standing() == standing(before)

    @precondition(lambda self: not self.walk.is_practice and not self.walk.is_open)
    @rule()
    def get_it_back(self):
        before = self.standing()
        self.walk.release()
        assert self.walk.shows_feedback()
        assert self.standing() == before

    @rule(minutes=st.sampled_from([1, 1, 1, 31]))
    def let_time_pass(self, minutes):
        self.traveller.shift(timedelta(minutes=minutes))
        ends_at = self.walk.ends_at
        self.look_around()
        assert not (self.walk.is_open and ends_at and timezone.now() > ends_at + timedelta(minutes=1))

    @rule()
    def look_around(self):
        for end in ("", "aflever/", "resultat/", "kvittering/", "kvittering.json", "ur/", "hvad-nu-hvis/"):
            if end == "aflever/" and self.walk.is_practice:
                continue
            response = self.client.get(f"{self.play.address}{end}", follow=True)
            assert response.status_code == 200
            self.search(response.content.decode())

    def search(self, html):
        """The page tells no key before its time, and every saved answer."""
        walk = self.walk
        if not walk.shows_solution:
            known = {(row.question, row.key) for row in walk.given() if walk.is_practice or row.is_given}
            assert not hidden(html, walk, known, told_to(walk))
        if walk.is_open:
            assert not filled_in(html, walk)

    @invariant()
    def what_was_called_saved_is_there(self):
        if not hasattr(self, "play"):
            return
        kept = {}
        for row in Answer.objects.filter(is_given=False):
            kept.setdefault(row.walkthrough_id, {})[f"{row.question}-{row.part}-{row.key}"] = (
                row.raw,
                row.value,
            )
        assert kept == {pk: own for pk, own in self.saved.items() if own}
        texts = Walkthrough.objects.exclude(argument="").values_list("pk", "argument")
        assert dict(texts) == {pk: text for pk, text in self.arguments.items() if text}
        html = self.client.get(self.play.address, follow=True).content.decode()
        asked = {place.name for asking in self.play.built.askings for place in asking.places}
        for name, (raw, value) in self.saved.get(self.play.pk, {}).items():
            if name in asked and self.walk.is_open and raw and not raw.isdecimal() and isinstance(value, str):
                assert str(escape(raw)) in html, name

    @invariant()
    def nothing_earns_twice(self):
        if not hasattr(self, "play"):
            return
        for row in Answer.objects.filter(walkthrough=self.play.pk):
            assert 0 <= row.best <= 1
            assert not (row.is_given and row.best)
            if self.walk.is_practice:
                assert row.best >= self.bests.get(row.pk, 0)
                self.bests[row.pk] = row.best
        assert self.walk.total is None or 0 <= self.walk.total <= 1


def standing(walk):
    """All of a walkthrough that a click may not change twice."""
    rows = list(walk.answers.order_by("pk").values())
    return walk.version, walk.hints, rows, walk.marks, walk.total, walk.argument, walk.submitted_at


@pytest.mark.django_db
def test_no_order_of_clicks_loses_an_answer_earns_twice_or_shows_a_key():
    run_state_machine_as_test(
        Clicks,
        settings=settings(
            max_examples=6, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
    assert not Walkthrough.objects.exists()
