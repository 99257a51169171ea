"""Verification finds no fault in any topic, and finds each kind of fault where there is one."""

import pytest

import rules
from rules.__main__ import main
from rules.citations import KAL
from rules.facts import FactSheet, fact
from rules.flips import edges, flips
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic
from rules.variants import NoVariant, variant
from rules.verify import verify


class Facts(FactSheet):
    """Two facts."""

    erhverv: bool = fact("Er det erhverv?")
    skriftligt: bool = fact("Er det skriftligt?")


class Outcome(Outcomes):
    """Yes or no."""

    JA = "Ja."
    NEJ = "Nej."
    MAASKE = "Måske."


@pytest.fixture
def broken():
    """A topic with a reading that is asked one question; each test breaks it in its way."""
    topic = Topic(
        "proeve",
        "Prøve",
        group="kredit",
        question="Hvad?",
        facts=Facts,
        outcomes=Outcome,
        version="2026-11-21",
    )
    law = topic.reading(PENSUM, otherwise=Outcome.NEJ, jus=KAL("§ 1"))

    @law.step(KAL("§ 1"), yes=Outcome.JA)
    def er_erhverv(facts: Facts) -> bool:
        """Er det erhverv?

        Det er {erhverv}.
        """
        return facts.erhverv

    @law.step(KAL("§ 8"))
    def er_skriftligt(facts: Facts) -> bool:
        """Er det skriftligt?

        Det er {skriftligt}.
        """
        return facts.skriftligt

    @topic.variants("Det er [erhverv: erhverv | privat] og [skriftligt: skrevet | sagt].")
    def draw(random):
        return {"erhverv": random.random() < 0.5, "skriftligt": random.random() < 0.5}

    return topic


@pytest.mark.parametrize("key", rules.topics())
def test_no_topic_has_a_fault(key):
    certificate = verify(rules.topic(key))
    assert certificate.faults == []
    assert certificate.facts_tried > 100
    assert certificate.text.startswith(f"{key}: ")


def test_a_whole_topic_has_none(broken):
    assert verify(broken).faults == []


def test_a_step_that_is_never_met_is_found(broken):
    law = broken.readings[PENSUM]

    @law.step(KAL("§ 9"))
    def er_begge_dele(facts: Facts) -> bool:
        """Er det både erhverv og skriftligt?

        Sådan er det.
        """
        return facts.erhverv and facts.skriftligt

    assert verify(broken).faults == ["pensum: er_begge_dele besvares aldrig med ja."]


def test_an_outcome_out_of_reach_is_found(broken):
    law = broken.readings[PENSUM]
    law.steps[1].targets = {None: Outcome.MAASKE}
    assert verify(broken).faults == ["pensum: MAASKE nås aldrig."]


def test_a_topic_that_fails_on_some_facts_is_found(broken):
    law = broken.readings[PENSUM]

    @law.figure("Tal", KAL("§ 1"))
    def tal(facts: Facts) -> int:
        """Hvor mange?

        Så mange.
        """
        return 1 // facts.skriftligt

    assert verify(broken).faults[0].startswith("pensum: ZeroDivisionError på {")


def test_a_mistake_that_is_never_a_mistake_is_found(broken):
    law = broken.readings[PENSUM]

    @law.mistake("er_skriftligt")
    def altid_rigtig(facts: Facts) -> bool:
        """Du har svaret rigtigt."""
        return facts.skriftligt

    assert verify(broken).faults == ["pensum: fejlen altid_rigtig viser sig aldrig alene."]


def test_a_text_that_names_what_does_not_exist_is_found(broken):
    broken.readings[PENSUM].texts = {Outcome.JA: "Det er {ukendt}."}
    assert verify(broken).faults[0] == "pensum: teksten til JA nævner {ukendt}, som ikke findes."


def test_a_target_that_does_not_exist_is_found(broken):
    broken.readings[PENSUM].steps[0].targets = {True: "er_forsvundet"}
    assert verify(broken).faults == ["proeve/pensum: er_erhverv fører til er_forsvundet, som ikke findes."]


def test_readings_that_part_without_a_claim_are_found(broken):
    other = broken.reading(GAELDENDE_RET, otherwise=Outcome.JA, jus=KAL("§ 1"))
    for place in broken.readings[PENSUM].steps:
        other.steps.append(place)
    assert verify(broken).faults == ["læsningerne skilles ved udfaldet, uden at det er angivet, hvorfor."]


def test_a_parting_that_never_happens_is_found(broken):
    broken.reading(GAELDENDE_RET, otherwise=Outcome.NEJ, jus=KAL("§ 1"))
    broken.readings[GAELDENDE_RET].steps = broken.readings[PENSUM].steps
    broken.departs(er_erhverv="K01")
    assert verify(broken).faults == ["læsningerne skilles aldrig ved er_erhverv, som det er angivet."]


def test_the_command_ends_with_one_and_a_line_per_fault(broken, monkeypatch, capsys):
    broken.readings[PENSUM].texts = {Outcome.JA: "{a} {b}."}
    monkeypatch.setattr(rules, "topic", lambda key: broken)
    assert main(["verify", "proeve"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_the_command_prints_certificates(capsys):
    assert main(["verify", "factoring"]) == 0
    assert "Læsningerne skilles ved" in capsys.readouterr().out


@pytest.mark.parametrize("key", rules.topics())
def test_variants_near_a_threshold_lie_on_both_sides_of_it(key):
    topic = rules.topic(key)
    drawn = [variant(topic, seed).facts for seed in range(12)]
    if not any(edges(flip) for facts in drawn for flip in flips(topic, facts)):
        with pytest.raises(NoVariant):
            variant(topic, 1, near=True)
        return
    outcomes = {topic.decide(variant(topic, seed, near=True).facts).outcome for seed in range(30)}
    assert len(outcomes) > 1
