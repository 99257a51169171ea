"""The argument in own words: asked at the end, saved as it is written, and never lost or overwritten unseen."""

import pytest

from cases import criteria, drafts
from cases.models import Walkthrough
from tests.cases.playing import Player
from tests.factories import CaseFactory, WalkthroughFactory

pytestmark = pytest.mark.django_db
TEXT = "Banken skulle have skrevet senest den 31. juli 2026."


class Writer(Player):
    """A student who also argues."""

    def write(self, text, *, htmx=False, version=None, page="", **more):
        version = self.walkthrough.version if version is None else version
        data = {"begrundelse": text, "udgave": version, "page": page} | more
        headers = {"HX-Request": "true"} if htmx else {}
        self.response = self.client.post(f"{self.address}begrundelse/", data, headers=headers)
        return self.response.content.decode()

    def read(self):
        return self.client.get(self.address).content.decode()


@pytest.fixture
def case():
    return CaseFactory(weight_argument=20)


@pytest.fixture
def play(as_student, student, case):
    return Writer(as_student, WalkthroughFactory(user=student, case=case, mode="aflevering"))


@pytest.fixture
def practise(as_student, student, case):
    return Writer(as_student, WalkthroughFactory(user=student, case=case))


def test_a_case_that_asks_for_none_shows_none(as_student, student):
    play = Writer(as_student, WalkthroughFactory(user=student, mode="aflevering"))
    assert "begrundelse" not in play.read()
    play.write(TEXT)
    assert play.walkthrough.argument == ""


def test_a_text_alone_asks_without_a_weight(as_student, student):
    case = CaseFactory(argument="Overbevis en skeptisk kollega.")
    play = Writer(as_student, WalkthroughFactory(user=student, case=case, mode="aflevering"))
    assert "Overbevis en skeptisk kollega." in play.read()
    assert play.walkthrough.frozen["weights"].get("argument", 0) == 0


def test_the_task_is_frozen_when_the_walkthrough_starts(play, case):
    assert play.walkthrough.frozen["argument"] == criteria.PROMPT
    assert play.walkthrough.frozen["weights"]["argument"] == 20
    case.argument = "Noget helt andet."
    case.save()
    assert "Noget helt andet" not in play.read()


def test_in_practice_it_comes_when_the_rest_is_answered(practise):
    assert 'id="begrundelse"' not in practise.read()
    practise.solve()
    assert 'id="begrundelse"' in practise.read()


def test_it_is_saved_with_a_receipt_of_the_time(play):
    page = play.write(TEXT, htmx=True, stille="ja")
    assert "Gemt kl." in page
    assert "<textarea" not in page
    assert 'hx-swap-oob="true"' in page
    assert play.walkthrough.argument == TEXT
    assert TEXT in play.read()


def test_without_scripts_it_leads_back_to_its_place(play):
    play.write(TEXT)
    assert play.response["Location"] == f"{play.address}#begrundelse"


def test_it_may_be_emptied_again(play):
    play.write(TEXT)
    play.write("")
    assert play.walkthrough.argument == ""
    assert play.response.status_code == 302


def test_line_ends_of_a_browser_count_once(play):
    play.write("a\r\n\r\n" + "x" * 9_997)
    assert play.response.status_code == 302
    assert len(play.walkthrough.argument) == 10_000


@pytest.mark.parametrize("quiet", [{}, {"stille": "ja"}])
def test_too_long_is_refused_and_stays_in_the_field(play, quiet):
    page = play.write("x" * 10_001, htmx=True, **quiet)
    assert play.response.status_code == 422
    assert "højst fylde 10.000 tegn og fylder nu 10.001" in page
    assert quiet or "x" * 10_001 in page
    assert play.walkthrough.argument == ""


def test_a_stale_page_overwrites_nothing_and_shows_both(play):
    old = play.walkthrough.version
    play.write("Fra den anden fane.", page="en")
    page = play.write(TEXT, version=old, page="to")
    assert play.response.status_code == 409
    assert "Fra den anden fane." in page
    assert TEXT in page
    assert play.walkthrough.argument == "Fra den anden fane."
    play.write(TEXT, page="to")
    assert play.walkthrough.argument == TEXT


def test_a_stale_page_that_saves_by_itself_goes_on_being_stale(play):
    old = play.walkthrough.version
    play.write("Fra den anden fane.", page="en")
    page = play.write(TEXT, version=old, page="to", htmx=True, stille="ja")
    assert play.response.status_code == 409
    assert "for at se begge" in page
    assert "version-begrundelse" not in page


def test_what_the_same_page_saved_a_moment_ago_makes_nothing_stale(play):
    old = play.walkthrough.version
    play.write("Først.", version=old, page="en")
    play.write("Så.", version=old, page="en")
    assert play.walkthrough.argument == "Så."


def test_the_same_text_twice_is_one_save(play):
    old = play.walkthrough.version
    for _ in range(2):
        play.write(TEXT, version=old)
        assert play.response.status_code == 302
    assert play.walkthrough.version == old + 1


def test_another_answer_keeps_what_is_typed_and_not_saved(play):
    name = play.asking("-jus").name
    page = play.send(name, {name: "FIL § 48", "begrundelse": TEXT}).content.decode()
    assert TEXT in page
    assert "Ikke gemt endnu" in page
    assert play.walkthrough.argument == ""


def test_after_hand_in_nothing_is_saved_and_what_was_typed_is_quoted(play):
    version = play.walkthrough.version
    play.client.post(f"{play.address}aflever/")
    page = play.write(TEXT, version=version)
    assert play.response.status_code == 409
    assert "Besvarelsen er afleveret" in page
    assert TEXT in page
    assert play.walkthrough.argument == ""


def test_signed_out_what_was_typed_waits_until_the_return(play, anonymous, student):
    anonymous.post(f"{play.address}begrundelse/", {"udgave": "1", "begrundelse": "æ" * 9_000})
    anonymous.force_login(student)
    page = anonymous.get(f"{play.address}begrundelse/", follow=True).content.decode()
    assert "æ" * 9_000 in page
    assert drafts.NOTICE in page
    assert play.walkthrough.argument == ""


def test_an_answer_and_an_argument_save_neither_away(play):
    play.write(TEXT)
    play.answer("jus", "FIL § 48")
    walkthrough = Walkthrough.objects.get(pk=play.pk)
    assert walkthrough.argument == TEXT
    assert play.row("jus").value == "FIL § 48"


def test_hand_in_says_that_none_is_written(play):
    assert "ikke skrevet en begrundelse" in play.client.get(f"{play.address}aflever/").content.decode()
    play.write(TEXT)
    assert "ikke skrevet en begrundelse" not in play.client.get(f"{play.address}aflever/").content.decode()


def test_until_it_is_marked_the_total_is_of_the_other_parts(play):
    play.solve().write(TEXT)
    walkthrough = play.walkthrough
    walkthrough.submit()
    assert play.walkthrough.total == 1
    assert "argument" not in play.walkthrough.marks
    page = play.client.get(f"{play.address}resultat/").content.decode().replace("\u00a0", " ")
    assert "Begrundelsen venter på din underviser" in page
    assert TEXT in page


def test_in_practice_it_weighs_nothing(practise):
    practise.solve().write(TEXT)
    assert practise.walkthrough.total == 1
    assert "tæller ikke med" in practise.read()
    assert "Begrundelsen venter" not in practise.read()
