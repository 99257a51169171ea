"""The next variant practises what went wrong in the last one, and says so without telling the answer."""

import pytest

import rules
from cases import again, aiming, start
from cases.aiming import Aim
from cases.models import Walkthrough
from rules.decision import decide
from rules.variants import shows
from tests.cases.filed import filed_cases
from tests.cases.playing import Player
from tests.factories import NOTICE, CaseFactory, WalkthroughFactory

LINK = {"privat_kautionist": {"from": "q1", "is": "KRAV_TABT_FOR_MISLIGHOLDT_DEL"}}
FILED = {case.slug: (case, questions) for case, questions in filed_cases()}


def law_and_facts(walk, number=0):
    question = walk.frozen["questions"][number]
    topic = rules.topic(question["topic"])
    return topic.reading_for(walk.reading), topic.read(question["facts"])


@pytest.fixture
def play(as_student, student):
    return Player(as_student, WalkthroughFactory(user=student))


def next_of(play, level=""):
    address = play.client.post(f"{play.address}ny-variant/", {"level": level} if level else {})["Location"]
    return Walkthrough.objects.get(pk=address.split("/")[3])


@pytest.mark.django_db
class TestAfterAWalkthrough:
    @pytest.mark.parametrize("level", ["original", "near", "traps"])
    def test_a_named_mistake_gives_the_wrong_answer_on_the_new_facts(self, play, level):
        play.solve({"sidste_frist": "30-07-2026"})
        assert play.row("sidste_frist").mistake == "regner_180_dage"
        walk = next_of(play, level)
        law, facts = law_and_facts(walk)
        mistake = next(one for one in law.mistakes if one.key == "regner_180_dage")
        assert shows(law, facts, mistake)
        assert (walk.aims_at, walk.parent_id) == ("subsumption", play.pk)

    def test_a_mistake_put_right_on_the_second_try_is_still_practised(self, play):
        play.answer("jus", "FIL § 48")
        play.answer("er_privat", True)
        play.answer("sidste_frist", "30-07-2026")
        play.answer("sidste_frist", "31-07-2026")
        assert play.row("sidste_frist").status == "rigtig"
        play.solve()
        walk = next_of(play)
        assert walk.frozen["aim"]["mistakes"] == ["regner_180_dage"]
        page = play.client.get(walk.get_absolute_url()).content.decode()
        assert "Denne variant øver subsumptionen igen" in page
        assert "regner_180_dage" not in page

    def test_a_slip_without_a_name_is_asked_again(self, play):
        play.solve({"er_privat": False})
        aim = aiming.aim_of(play.walkthrough)
        assert (aim.part, aim.key) == ("subsumption", "er_privat")
        for _ in range(5):
            walk = next_of(play)
            law, facts = law_and_facts(walk)
            assert "er_privat" in [place.key for place, _ in decide(law, facts).path]

    def test_the_other_answer_comes_most_times_but_not_always(self, play):
        play.solve({"er_privat": False})
        aim = aiming.aim_of(play.walkthrough)
        case = play.walkthrough.case
        answers = [
            start.freeze(case, list(case.questions.all()), "pensum", seed, "original", aim)["questions"][0][
                "facts"
            ]["privat_kautionist"]
            for seed in range(40)
        ]
        assert answers.count(False) > len(answers) / 2
        assert True in answers

    def test_jus_is_practised_on_any_fresh_facts(self, play):
        play.solve({"jus": "GBL § 31"})
        walk = next_of(play)
        assert walk.aims_at == "jus"
        page = play.client.get(walk.get_absolute_url()).content.decode()
        assert "Denne variant øver at finde bestemmelsen igen." in page

    def test_reasoning_comes_before_the_provision(self, play):
        play.solve({"jus": "GBL § 31", "rettidig": True})
        assert aiming.aim_of(play.walkthrough).part == "subsumption"

    def test_when_all_was_right_nothing_is_aimed_at(self, play):
        play.solve()
        walk = next_of(play)
        assert (walk.aims_at, walk.parent_id) == ("", play.pk)
        assert "aim" not in walk.frozen
        assert "Denne variant øver" not in play.client.get(walk.get_absolute_url()).content.decode()

    def test_before_all_is_answered_nothing_is_aimed_at(self, play):
        play.answer("jus", "GBL § 31")
        assert next_of(play).aims_at == ""

    def test_an_aimed_variant_comes_again_from_its_row(self, play):
        play.solve({"sidste_frist": "30-07-2026"})
        assert start.is_current(next_of(play))

    def test_in_a_chain_the_question_that_failed_is_aimed_at(self, as_student, student):
        case = CaseFactory(questions=[{"key": "q1"}, {"key": "q2", "facts": NOTICE, "links": LINK}])
        play = Player(as_student, start.start(student, case)).solve({"sidste_frist": "30-07-2026"})
        assert aiming.aim_of(play.walkthrough).question == "q1"

    def test_what_cannot_be_aimed_at_is_drawn_all_the_same(self, play, monkeypatch):
        play.solve({"sidste_frist": "30-07-2026"})
        monkeypatch.setattr(Aim, "wishes", lambda *_: iter([(lambda facts: False, 3, [])]))
        walk = next_of(play)
        assert (walk.aims_at, "aim" in walk.frozen) == ("", False)

    def test_a_mistake_changed_before_handing_in_is_no_mistake(self, as_student, student):
        play = Player(as_student, WalkthroughFactory(user=student, mode="aflevering"))
        play.answer("jus", "FIL § 48")
        play.answer("er_privat", True)
        play.answer("sidste_frist", "30-07-2026")
        play.answer("sidste_frist", "31-07-2026")
        assert play.row("sidste_frist").mistake == ""


@pytest.mark.parametrize("level", ["original", "near"])
@pytest.mark.parametrize("slug", FILED)
def test_any_named_mistake_of_any_case_is_met_or_let_go(slug, level):
    case, questions = FILED[slug]
    for question in questions:
        law = question.law.reading_for("pensum")
        for mistake in (one for one in law.mistakes if one.function):
            aim = Aim(question.key, "subsumption", mistake.target, (mistake.key,))
            frozen = start.freeze(case, questions, "pensum", 7, level, aim)
            assert again.facts_of(frozen)
            how = frozen.get("drawn", {}).get(question.key, {})
            assert ("aim" in frozen) == bool(how.get("aimed"))
            if mistake.key in how.get("mistakes", ()):
                facts = next(one["facts"] for one in frozen["questions"] if one["key"] == question.key)
                assert shows(law, question.law.read(facts), mistake)
