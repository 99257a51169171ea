"""Øv in a real browser: a round that goes on by what is answered, and the map of what is known."""

import pytest
from playwright.sync_api import expect

from quizzes.knowing.choosing import COUNT
from quizzes.knowing.diagnosis import Sheet, kept
from quizzes.models import Attempt, Evidence
from quizzes.practice import begin
from rules import topic

MISTAKE = "regner_180_dage"


def answer_of(attempt: Attempt) -> str:
    """What a student who counts six months as 180 days chooses at the newest question."""
    item = attempt.items[-1]
    made = item.made_from
    law = topic(made["topic"]).reading_for(made["reading"])
    task = Sheet(law, facts=law.topic.read(made["facts"])).task(made["ask"])
    options = item.data["options"]
    wanted = [one["key"] for one in options if kept(one["value"]) == task.answer_of(MISTAKE)]
    return (wanted or [one["key"] for one in options if one["right"]])[0]


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_a_round_finds_the_mistake_behind_the_answers(visit, student, js, axe, monkeypatch):
    monkeypatch.setattr("quizzes.start.new_seed", lambda: 2)
    begin(student, "underretning")
    page = visit(student, width=390, js=js)
    page.goto("/oev/")
    page.get_by_role("link", name="Fortsæt omgangen").click()
    said = page.get_by_text("Flere af dine svar peger på den samme fejl.")
    for number in range(1, COUNT + 1):
        attempt = Attempt.objects.get(user=student)
        expect(page.get_by_text(f"Spørgsmål {number} af")).to_be_visible()
        page.locator(f"input[value='{answer_of(attempt)}']").check()
        page.get_by_role("button", name="Svar på spørgsmålet").click()
        expect(page.locator(".feedback .verdict").first).to_be_visible()
        if said.count() or number == COUNT:
            break
        page.get_by_role("link", name="Næste spørgsmål").click()
    expect(said).to_be_visible()
    assert Evidence.objects.filter(user=student, mistake=MISTAKE).count() >= 2
    page.goto("/oev/kort/")
    expect(page.get_by_role("row", name="Underretning af kautionisten")).to_contain_text("sidder fast")
    if js:
        axe(page)
