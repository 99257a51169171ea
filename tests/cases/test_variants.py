"""Variants of the real cases: told, decided, different, and the same again from their seed."""

import pytest

import rules
from cases import again, start, stories, variants
from cases.models import Walkthrough
from rules.variants import NoVariant, shows
from tests.cases.filed import filed_cases
from tests.cases.playing import Player
from tests.factories import CaseFactory, WalkthroughFactory

LEVELS = Walkthrough.Level.values
FILED = {case.slug: (case, questions) for case, questions in filed_cases()}
SEEDS = range(12)


def frozen_of(slug, level, seed, reading="pensum"):
    return start.freeze(*FILED[slug], reading, seed, level)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("slug", FILED)
def test_every_variant_of_every_case_tells_its_facts_and_is_decided(slug, level):
    case, questions = FILED[slug]
    asked = [(question.key, question.law) for question in questions]
    told = stories.told_facts(case.story, asked)
    for seed in SEEDS:
        frozen = frozen_of(slug, level, seed)
        assert frozen == frozen_of(slug, level, seed)
        for question, own in zip(frozen["questions"], questions, strict=True):
            topic = rules.topic(question["topic"])
            facts = topic.read(question["facts"])
            decision = topic.decide(facts)
            assert decision.outcome or decision.possible
            for name, printed in frozen["told"].items():
                if name in topic.spec_of and (own.key, name) in told:
                    assert topic.spec_of[name].printed(getattr(facts, name)) == printed
        assert "{" not in frozen["story"]


@pytest.mark.parametrize("slug", FILED)
def test_what_the_story_does_not_tell_stays_as_the_author_set_it(slug):
    case, questions = FILED[slug]
    asked = [(question.key, question.law) for question in questions]
    told = stories.told_facts(case.story, asked)
    names = {
        (name, question.law.spec_of[name].kind)
        for question in questions
        for key, name in told
        if key == question.key
    }
    for level in LEVELS:
        for seed in SEEDS:
            for question, drawn in zip(questions, frozen_of(slug, level, seed)["questions"], strict=True):
                own = question.law.plain(question.read_facts())
                for spec in question.law.specs:
                    if (spec.name, spec.kind) not in names and spec.name not in question.links:
                        assert drawn["facts"][spec.name] == own[spec.name]


def test_a_trap_is_remembered_and_shows_on_the_facts():
    remembered = 0
    for slug in FILED:
        for seed in SEEDS:
            frozen = frozen_of(slug, "traps", seed)
            for question in frozen["questions"]:
                how = frozen.get("drawn", {}).get(question["key"])
                if how:
                    topic = rules.topic(question["topic"])
                    law, facts = topic.reading_for("pensum"), topic.read(question["facts"])
                    made = [one for one in law.mistakes if one.key in how["mistakes"]]
                    assert made
                    assert all(shows(law, facts, one) for one in made)
                    remembered += 1
    assert remembered > len(FILED) * len(SEEDS) / 2


def test_near_the_threshold_a_day_or_an_oere_turns_the_outcome():
    drawn = [frozen_of("brevet-efter-fem-maaneder", "near", seed) for seed in range(30)]
    assert all(one["drawn"]["q1"] == {"level": "near"} for one in drawn)
    topic = rules.topic("underretning")
    outcomes = {topic.decide(topic.read(one["questions"][0]["facts"])).outcome for one in drawn}
    assert len(outcomes) > 1


def test_a_level_that_cannot_be_met_is_drawn_as_the_case_is(monkeypatch):
    def none(topic, seed, reading, **wishes):
        if {"near", "mistake"} & set(wishes):
            raise NoVariant
        return usual(topic, seed, reading, **wishes)

    usual = variants.variant
    monkeypatch.setattr(variants, "variant", none)
    for level in LEVELS:
        assert "drawn" not in frozen_of("brevet-efter-fem-maaneder", level, 3)


def test_what_cannot_be_drawn_at_all_stays_as_the_author_set_it(monkeypatch):
    def none(*_args, **_wishes):
        raise NoVariant

    monkeypatch.setattr(variants, "variant", none)
    own = frozen_of("brevet-efter-fem-maaneder", "original", None)
    assert again.facts_of(frozen_of("brevet-efter-fem-maaneder", "traps", 3)) == again.facts_of(own)


def test_no_firm_carries_a_trade_that_another_case_would_belie():
    trades = ("bil", "is ", "tryk", "cykl", "tømrer", "møb", "maskin", "elektro", "vindue", "bag")
    for seed in range(40):
        drawn = variants.names_of(seed)
        for role in ("saelger", "virksomhed", "kunde", "forhandler"):
            assert not any(trade in f"{drawn[role].lower()} " for trade in trades)


@pytest.mark.django_db
class TestOnThePages:
    def test_the_next_variant_differs_from_the_one_just_worked(self, student, monkeypatch):
        walk = WalkthroughFactory(user=student, seed=5)
        seeds = iter([5, 5, 6])
        monkeypatch.setattr(again, "fresh_seed", lambda: next(seeds))
        following = again.again(walk)
        assert following.seed == 6
        assert again.facts_of(following.frozen) != again.facts_of(walk.frozen)
        assert following.parent == walk

    def test_the_last_of_many_draws_is_taken_when_nothing_else_comes(self, student, monkeypatch):
        walk = WalkthroughFactory(user=student, seed=5)
        monkeypatch.setattr(again, "fresh_seed", lambda: 5)
        assert again.again(walk).frozen["questions"] == walk.frozen["questions"]

    @pytest.mark.parametrize("level", LEVELS)
    def test_a_student_begins_at_a_level_once(self, as_student, student, level):
        case = CaseFactory()
        for _ in range(2):
            page = as_student.post(f"/cases/{case.slug}/begynd/", {"level": level}, follow=True)
        walk = Walkthrough.objects.get()
        assert (walk.level, walk.seed is not None) == (level, True)
        assert "Variant" in page.content.decode()

    def test_an_unknown_level_is_the_case_itself(self, as_student):
        as_student.post(f"/cases/{CaseFactory().slug}/begynd/", {"level": "umulig"})
        assert Walkthrough.objects.get().seed is None

    def test_the_player_offers_three_levels_and_keeps_the_one_in_use(self, as_student, student):
        play = Player(as_student, WalkthroughFactory(user=student, seed=3, level="near"))
        page = as_student.get(play.address).content.decode()
        assert '<option value="near" selected>' in page
        assert page.count("<option") == len(LEVELS)
        assert "Variant: tæt på grænsen" in page

    def test_the_page_does_not_say_which_mistake_the_trap_is_laid_for(self, as_student, student):
        walk = next(
            walk
            for walk in (WalkthroughFactory(user=student, seed=seed, level="traps") for seed in range(9))
            if "drawn" in walk.frozen
        )
        page = as_student.get(walk.get_absolute_url()).content.decode()
        assert not [key for how in walk.frozen["drawn"].values() for key in how["mistakes"] if key in page]
