"""The receipt: from the stored row alone, the same byte for byte, and silent until the feedback is shown."""

import hashlib
import json
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

import rules
from cases import receipts
from cases.models import Walkthrough
from tests.cases.playing import Player
from tests.factories import CaseFactory, CaseQuestionFactory, WalkthroughFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory(weight_argument=20, questions=[{"key": "q1"}])


@pytest.fixture
def play(as_student, student, case):
    play = Player(as_student, WalkthroughFactory(user=student, case=case, mode="aflevering"))
    play.solve({"sidste_frist": "30-07-2026"})
    play.walkthrough.submit()
    return play


@pytest.fixture
def practised(as_student, student, case):
    return Player(as_student, WalkthroughFactory(user=student, case=case)).solve()


def made_again(play, *options):
    out = StringIO()
    call_command("kvittering", str(play.pk), *options, stdout=out)
    return out.getvalue()


def page_of(play):
    return play.client.get(f"{play.address}kvittering/").content.decode()


def json_of(play):
    return play.client.get(f"{play.address}kvittering.json").content.decode()


def test_it_holds_facts_answers_reading_version_marks_help_and_times(play):
    play.walkthrough.release()
    found = json.loads(json_of(play))
    (question,) = found["spoergsmaal"]
    answers = {answer["noegle"]: answer for answer in question["svar"]}
    assert found["sag"]["retsgrundlag"] == "pensum"
    assert question["regeludgave"] == rules.topic("underretning").version
    assert question["oplysninger"]["misligholdt"] == "2026-01-31"
    assert answers["sidste_frist"]["skrevet"] == "30-07-2026"
    assert answers["sidste_frist"]["bedoemt"]["remark"].startswith("Du har regnet 180 dage.")
    assert answers["sidste_frist"]["bedoemt"]["worth"] == "0.0000"
    assert answers["sidste_frist"]["reglens_svar"] == "31. juli 2026"
    assert set(found["bedoemmelse"]["dele"]) == {"jus", "subsumption", "konklusion"}
    assert found["hjaelp"] == {"grader": {}, "loesning": ""}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found["tider"]["afleveret"])


def test_the_json_is_canonical(play):
    text = receipts.as_json(play.walkthrough)
    assert text.endswith("}\n")
    assert "æ" in text or "ø" in text
    assert text == json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, indent=1) + "\n"
    assert not re.search(r": \d+\.\d", text)


def test_it_is_the_same_after_case_rules_and_name_have_changed(play, case, student, monkeypatch):
    before = made_again(play), made_again(play, "--html")
    case.title, case.story, case.rubric = "Noget andet", "Slet intet.", [{"title": "x", "points": 1}]
    case.save()
    case.questions.update(facts={}, topic="factoring")
    student.name = "Et Andet Navn"
    student.save()
    monkeypatch.setattr(rules, "topic", None)
    assert (made_again(play), made_again(play, "--html")) == before


def test_two_pages_are_the_same_bytes(play):
    play.walkthrough.release()
    assert page_of(play) == page_of(play)
    assert "csrf" not in page_of(play)


def test_the_checksum_is_of_the_json_that_is_given_out(play):
    play.walkthrough.release()
    text = json_of(play)
    assert hashlib.sha256(text.encode()).hexdigest() in page_of(play)
    assert made_again(play) == made_again(play, "--json") == text


def test_a_changed_row_has_another_checksum(play):
    before = receipts.checksum(receipts.as_json(play.walkthrough))
    play.walkthrough.answers.filter(key="jus").update(saved_at="2020-01-01T00:00:00Z")
    assert receipts.checksum(receipts.as_json(play.walkthrough)) != before


def test_before_the_release_it_holds_what_was_handed_in_and_nothing_of_the_judgment(play):
    text, page = json_of(play), page_of(play)
    found = json.loads(text)
    assert "30-07-2026" in text
    assert "30-07-2026" in page.replace("30. juli 2026", "30-07-2026")
    assert "bedoemmelse" not in found
    for secret in (
        "Du har regnet",
        "31. juli 2026",
        "2026-07-31",
        "forkert",
        "rigtig",
        "KRAV_TABT",
        "Nævner",
    ):
        assert secret not in text + page
    assert made_again(play, "--uden-bedoemmelse") == text


def test_before_the_release_a_linked_fact_does_not_tell_the_earlier_answer(as_student, student):
    case = CaseFactory(questions=[{"key": "q1"}])
    link = {"privat_kautionist": {"from": "q1", "is": "KRAV_TABT_FOR_MISLIGHOLDT_DEL"}}
    CaseQuestionFactory(case=case, key="q2", order=2, links=link)
    play = Player(as_student, WalkthroughFactory(user=student, case=case, mode="aflevering"))
    play.walkthrough.submit()
    first, second = json.loads(json_of(play))["spoergsmaal"]
    assert "privat_kautionist" in first["oplysninger"]
    assert "privat_kautionist" not in second["oplysninger"]
    assert "KRAV_TABT" not in json_of(play)


def test_the_page_is_printed_with_name_marks_and_reasons(play, student):
    play.walkthrough.release()
    page = page_of(play)
    assert "Signe Holm" in page
    assert "Du har regnet 180 dage." in page
    assert "Reglens svar: 31. juli 2026" in page
    assert "Subsumption" in page
    assert "Begrundelsen venter" in page
    assert str(play.pk) in page


def test_the_command_prints_no_name(play):
    assert "Signe Holm" not in made_again(play, "--html")


def test_help_is_on_it(play):
    Walkthrough.objects.filter(pk=play.pk).update(hints={"q1-steps-rettidig": 3})
    (question,) = json.loads(made_again(play))["spoergsmaal"]
    assert {answer["noegle"]: answer["hjaelp"] for answer in question["svar"]}["rettidig"] == 3
    assert "hjælp i 3. grad" in made_again(play, "--html")


def test_practice_has_one_once_it_is_finished(practised, as_student, student, case):
    found = json.loads(json_of(practised))
    assert found["bedoemmelse"]["samlet"] == "1.0000"
    begun = Player(as_student, WalkthroughFactory(user=student, case=case))
    assert as_student.get(f"{begun.address}kvittering/")["Location"] == begun.address


def test_practice_tells_no_answer_that_was_not_asked_for(practised):
    practised.answer("sidste_frist", "30-07-2026")
    (question,) = json.loads(json_of(practised))["spoergsmaal"]
    assert not any("reglens_svar" in answer for answer in question["svar"])


def test_what_is_not_finished_has_none(as_student, student, case):
    begun = Player(as_student, WalkthroughFactory(user=student, case=case))
    with pytest.raises(CommandError):
        made_again(begun)


def test_that_of_another_does_not_exist(play, as_other_student):
    for page in ("kvittering/", "kvittering.json"):
        assert as_other_student.get(f"{play.address}{page}").status_code == 404


@pytest.mark.parametrize(("mode", "is_told"), [("oeve", True), ("aflevering", False)])
def test_tries_are_told_of_practice_alone_for_elsewhere_an_answer_saves_itself_while_it_is_given(
    as_student, student, case, mode, is_told
):
    play = Player(as_student, WalkthroughFactory(user=student, case=case, mode=mode))
    play.solve({"jus": "KAL § 34"}).answer("jus", "FIL § 48")
    play.walkthrough.submit()
    play.walkthrough.release()
    assert ("2 forsøg" in page_of(play)) == is_told
    assert ("2 forsøg" in play.client.get(f"{play.address}resultat/").content.decode()) == is_told
