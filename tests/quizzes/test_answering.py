import re

import pytest

from quizzes import registry
from quizzes.models import Response
from tests import factories


def test_an_answer_in_practice_is_judged_at_once(as_student, practice, answer):
    page = answer(as_student, practice, 1, "wrong-1", htmx=True).content.decode()
    assert "Forkert." in page
    assert "Du tog fejl." in page
    assert "Rigtigt svar" in page
    assert "/lov/fil-48/" in page


def test_a_right_answer_is_said_to_be_right(as_student, practice, answer):
    page = answer(as_student, practice, 1, "right-1", htmx=True).content.decode()
    assert "Rigtigt." in page
    assert "Dit svar, rigtigt" in page


def test_without_javascript_the_answer_leads_back_to_the_question(as_student, practice, answer, address):
    response = answer(as_student, practice, 1, "right-1")
    assert response.status_code == 302
    assert response.url == address(practice, 1)
    assert "Rigtigt." in as_student.get(response.url).content.decode()


def test_in_a_hand_in_nothing_is_said_of_the_answer(as_student, graded, answer):
    page = answer(as_student, graded, 1, "wrong-1", htmx=True).content.decode()
    assert "Gemt kl." in page
    for word in ("Forkert", "Rigtigt", "Du tog fejl"):
        assert word not in page


def test_without_javascript_a_hand_in_goes_on_to_the_next_question(as_student, graded, answer, address):
    assert answer(as_student, graded, 1, "wrong-1").url == address(graded, 2)
    assert answer(as_student, graded, 3, "wrong-3").url == address(graded, "aflever")


def test_a_hand_in_can_be_answered_anew_until_it_is_handed_in(as_student, graded, answer):
    answer(as_student, graded, 1, "wrong-1")
    answer(as_student, graded, 1, "right-1", version=1)
    response = Response.objects.get(attempt=graded)
    assert response.chosen == ["right-1"]
    assert response.points == 1


def test_the_saved_answer_is_still_chosen_when_the_page_is_opened_again(as_student, graded, answer, address):
    answer(as_student, graded, 1, "wrong-1")
    page = as_student.get(address(graded, 1)).content.decode()
    assert 'value="wrong-1" id="id_chosen_1" checked' in page
    assert "Gemt kl." in page


def test_in_practice_the_first_answer_counts(as_student, practice, answer):
    answer(as_student, practice, 1, "wrong-1")
    refused = answer(as_student, practice, 1, "right-1", version=1)
    assert refused.status_code == 409
    assert "det første svar tæller" in refused.content.decode()
    assert Response.objects.get(attempt=practice).points == 0


def test_a_double_click_counts_once(as_student, practice, answer):
    assert answer(as_student, practice, 1, "right-1").status_code == 302
    assert answer(as_student, practice, 1, "right-1").status_code == 302
    assert Response.objects.get(attempt=practice).version == 1


def test_a_stale_tab_is_told_and_what_was_chosen_in_it_is_kept(as_student, graded, answer):
    answer(as_student, graded, 1, "right-1", page="den ene")
    refused = answer(as_student, graded, 1, "wrong-1", version=0, page="den anden")
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "i et andet vindue" in page
    assert 'value="wrong-1" id="id_chosen_1" checked' in page
    assert Response.objects.get(attempt=graded).chosen == ["right-1"]


def test_the_stale_tab_can_save_when_it_has_been_told(as_student, graded, answer):
    answer(as_student, graded, 1, "right-1", page="den ene")
    answer(as_student, graded, 1, "wrong-1", version=0, page="den anden")
    assert answer(as_student, graded, 1, "wrong-1", version=1, page="den anden").status_code == 302
    assert Response.objects.get(attempt=graded).chosen == ["wrong-1"]


def test_changes_from_the_same_page_are_never_stale(as_student, graded, answer):
    for choice in ("right-1", "wrong-1", "right-1"):
        assert answer(as_student, graded, 1, choice, version=0, htmx=True).status_code == 200
    assert Response.objects.get(attempt=graded).version == 3


@pytest.mark.parametrize("first", [["wrong-1"], []], ids=["saved", "not readable"])
def test_a_change_between_two_replies_to_the_same_page_is_not_stale(as_student, graded, answer, first):
    """Of three changes in a hurry the second sets out before the first reply has come, the third after it."""
    reply = answer(as_student, graded, 1, *first, version=0, htmx=True).content.decode()
    version, page = (re.search(f'name="{name}" value="([^"]*)"', reply)[1] for name in ("version", "page"))
    answer(as_student, graded, 1, "right-1", version=0, htmx=True)
    third = answer(as_student, graded, 1, "wrong-1", version=version, page=page, htmx=True)
    assert third.status_code == 200
    assert Response.objects.get(attempt=graded).chosen == ["wrong-1"]


def test_an_unknown_option_is_refused_and_nothing_is_saved(as_student, practice, answer):
    refused = answer(as_student, practice, 1, "right-2")
    assert refused.status_code == 422
    assert "Svaret findes ikke blandt mulighederne" in refused.content.decode()
    assert not Response.objects.exists()


def test_no_choice_is_refused_beside_the_field(as_student, practice, answer):
    refused = answer(as_student, practice, 1, htmx=True)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Vælg et svar." in page
    assert "autofocus" in page
    assert not Response.objects.exists()


def test_a_question_that_is_not_there_is_not_found(as_student, practice, answer, address):
    for number in (0, 4, 10**9):
        assert answer(as_student, practice, number, "right-1").status_code == 404
        assert as_student.get(address(practice, number)).status_code == 404


def test_nobody_answers_for_another(as_other_student, as_teacher, as_superuser, practice, answer, address):
    for client in (as_other_student, as_teacher, as_superuser):
        assert answer(client, practice, 1, "right-1").status_code == 404
        for page in ("", 1, "aflever", "resultat"):
            assert client.get(address(practice, page)).status_code == 404
    assert not Response.objects.exists()


def test_a_visitor_is_sent_to_sign_in(anonymous, practice, answer):
    assert "/konto/" in answer(anonymous, practice, 1, "right-1").url


def test_an_answer_after_the_hand_in_is_refused_and_nothing_is_lost(as_student, graded, answer):
    answer(as_student, graded, 1, "right-1")
    graded.submit()
    refused = answer(as_student, graded, 1, "wrong-1", version=1)
    assert refused.status_code == 409
    assert "Du afleverede kl." in refused.content.decode()
    assert Response.objects.get(attempt=graded).chosen == ["right-1"]


def test_an_answer_after_the_hand_in_says_nothing_of_what_is_right(as_student, graded, answer):
    graded.submit()
    page = answer(as_student, graded, 1, "wrong-1", htmx=True).content.decode()
    for word in ("Det rigtige", "Du tog fejl", "Sådan er det"):
        assert word not in page


def test_what_an_upper_app_closes_takes_no_answer(as_student, graded, answer, monkeypatch):
    monkeypatch.setattr(registry, "_contexts", [lambda attempt: {"closed": "Holdet er arkiveret."}])
    refused = answer(as_student, graded, 1, "right-1")
    assert refused.status_code == 409
    assert "Holdet er arkiveret." in refused.content.decode()
    assert not Response.objects.exists()


def test_the_overview_says_which_questions_are_answered(as_student, practice, answer, address):
    answer(as_student, practice, 1, "wrong-1")
    page = as_student.get(address(practice, 2)).content.decode()
    assert ", forkert" in page
    assert page.count(", ikke besvaret") == 2
    assert 'aria-current="step"' in page


def test_the_attempt_opens_at_the_first_unanswered_question(as_student, practice, answer, address):
    answer(as_student, practice, 1, "right-1")
    assert as_student.get(address(practice)).url == address(practice, 2)
    answer(as_student, practice, 2, "right-2")
    answer(as_student, practice, 3, "right-3")
    assert as_student.get(address(practice)).url == address(practice, "aflever")


def test_the_mistake_behind_a_chosen_option_is_remembered(as_student, practice, answer):
    item = practice.frozen["items"][0]
    item["options"][1]["mistake"] = "regner_180_dage"
    item["made_from"] = {"topic": "underretning", "ask": "sidste_frist"}
    practice.save()
    answer(as_student, practice, 1, "wrong-1")
    response = Response.objects.get(attempt=practice)
    assert (response.topic, response.ask, response.mistake) == (
        "underretning",
        "sidste_frist",
        "regner_180_dage",
    )


def test_a_choice_that_met_a_lost_session_is_there_after_sign_in(client, student, graded, answer, address):
    sent = answer(client, graded, 1, "wrong-1")
    assert sent.status_code == 302
    client.force_login(student)
    page = client.get(address(graded, 1)).content.decode()
    assert "Du var blevet logget ud" in page
    assert 'value="wrong-1" id="id_chosen_1" checked' in page
    assert not Response.objects.exists()
    assert "Du var blevet logget ud" not in client.get(address(graded, 1)).content.decode()


def test_a_lost_choice_is_not_shown_to_somebody_else(client, other_student, graded, answer):
    answer(client, graded, 1, "wrong-1")
    client.force_login(other_student)
    other = factories.AttemptFactory(user=other_student)
    assert "logget ud" not in client.get(f"/quiz/forsoeg/{other.pk}/1/").content.decode()
