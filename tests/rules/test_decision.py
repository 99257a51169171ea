"""A decision: the path that was taken, what stays open, how it is told and what is rounded."""

from decimal import Decimal

import pytest

import rules
from rules.decision import decide, rounded
from rules.steps import View

underretning = rules.topic("underretning")
urimelighed = rules.topic("urimelighed")
forbehold = rules.topic("ejendomsforbehold")
IN_TIME = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-31",
    "underrettet": "2026-07-31",
    "kraevet": "2026-09-15",
    "misligholdt_beloeb": 62800,
}
SUMS = {"hovedstol": 100000, "renter_og_gebyrer": 50000, "rimelige_renter_og_gebyrer": 20000}
LENDING = SUMS | {"uansvarlig_langivning": True, "urimelige_vilkaar": False}


def of(topic, facts, reading="pensum", skoen=None):
    return topic.decide(topic.read(facts), reading, skoen)


def test_a_decision_in_words_numbers_its_steps_from_one_and_ends_in_the_outcome():
    lines = of(underretning, IN_TIME).explain().splitlines()
    assert [line.split()[0] for line in lines] == ["1.", "2.", "Sidste", "Tabt", "Altså:"]
    assert lines[0].endswith("Ja (FIL § 48).")
    assert lines[2] == "Sidste frist: 31. juli 2026."
    assert lines[-1] == "Altså: Bankens krav mod kautionisten er i behold."


def test_a_choice_is_told_by_its_label():
    facts = {
        "genstand": "driftsmateriel",
        "indfoejet": True,
        "ejendom_pantsat": True,
        "gyldigt_forbehold": True,
    }
    decision = of(rules.topic("tilbehoer"), facts | {"andet_aftalt": False})
    chosen = next(step for step in decision.steps if step.choices)
    assert f"{chosen.choices[chosen.answer]}. (" in decision.explain()
    assert all(not step.choices for step in decision.steps if step.kind == "bool")


def test_a_decision_as_plain_data():
    decision = of(underretning, IN_TIME)
    plain = decision.plain()
    assert list(plain) == ["topic", "reading", "outcome", "text", "steps", "figures"]
    assert (plain["topic"], plain["reading"], plain["outcome"]) == ("underretning", "pensum", "KRAV_I_BEHOLD")
    assert plain["text"] == decision.text
    assert plain["figures"] == {"sidste_frist": "2026-07-31", "tabt_beloeb": 0}
    assert plain["steps"][0] == {
        "key": "er_privat",
        "question": decision.steps[0].question,
        "answer": True,
        "citation": "FIL § 48",
    }


def test_a_condition_that_is_not_met_is_a_ground_and_the_last_ones_being_met_heals_nothing():
    facts = {"koebesum": 800, "udbetaling": 400, "skriftligt": True, "kreditgiver_er_saelger": True}
    decision = of(forbehold, facts)
    assert decision.outcome == "UGYLDIGT"
    assert decision.grounds == decision.plain()["grounds"] == ["over_beloebsgraensen"]
    valid = of(forbehold, facts | {"koebesum": 5000, "udbetaling": 2500})
    assert valid.outcome == "GYLDIGT"
    assert valid.grounds == valid.plain()["grounds"] == []


def test_only_a_reading_with_conditions_tells_grounds():
    assert of(underretning, IN_TIME).grounds == []
    assert "grounds" not in of(underretning, IN_TIME).plain()


def test_a_reading_of_steps_and_conditions_tells_grounds_too():
    facts = {
        "privat_kautionist": True,
        "oplyst_indtaegt": True,
        "oplyst_gaeld": False,
        "oplyst_risiko": False,
    }
    decision = of(rules.topic("oplysning_til_kautionist"), facts)
    assert decision.plain()["grounds"] == ["oplyst_om_gaeld", "oplyst_om_risiko"]


def test_what_is_left_to_a_court_has_no_outcome_but_those_it_can_have_and_arguments():
    decision = of(urimelighed, LENDING, "gaeldende_ret")
    assert decision.outcome is None
    assert decision.text == ""
    assert decision.possible == ["GYLDIG", "MISTER_RENTER_OG_GEBYRER", "VILKAAR_JUSTERES"]
    plain = decision.plain()
    assert plain["possible"] == decision.possible
    assert plain["arguments"] == {"for": decision.arguments.for_, "imod": decision.arguments.imod}
    assert plain["arguments"]["for"]
    assert plain["arguments"]["imod"]
    last = decision.explain().splitlines()[-1]
    assert last.startswith(f"{len(decision.path) + 1}. ")
    assert "Det er et skøn (" in last


def test_an_answer_already_given_is_kept_while_the_next_matter_is_open():
    """The court steps in; what is left is whether all interest falls."""
    decision = of(urimelighed, LENDING, "gaeldende_ret", {"boer_gribes_ind": True})
    assert decision.open.key == "boer_renter_falde_helt"
    assert decision.possible == ["MISTER_RENTER_OG_GEBYRER", "VILKAAR_JUSTERES"]
    assert of(urimelighed, LENDING, "gaeldende_ret", {"boer_gribes_ind": False}).outcome == "GYLDIG"


def test_a_decided_matter_has_no_arguments_and_only_its_own_outcome():
    decision = of(urimelighed, LENDING)
    assert decision.arguments is None
    assert decision.possible == [decision.outcome] == ["MISTER_RENTER_OG_GEBYRER"]
    assert "possible" not in decision.plain()
    assert "skøn" not in decision.explain()


def test_a_matter_of_discretion_that_cannot_turn_the_outcome_is_settled_and_keeps_its_arguments():
    """Nobody was assessed, and the duty is broken whatever a court makes of the agreement."""
    topic = rules.topic("kreditvurdering")
    facts = {"loensedler_mdr": 0, "aarsopgoerelse": False, "budget": False, "registre_tjekket": False}
    facts |= {"registrering": "ingen", "indtaegt_md": 30000, "faste_udgifter_md": 10000, "ydelse_md": 5000}
    facts |= {"samlet_gaeld": 0, "aarsindtaegt": 400000, "laan": 100000, "sikkerhed_vaerdi": 0}
    facts |= {"indtaegt_stabil": True, "dokumenteret": False, "bevilget": True}
    decision = of(topic, facts, "gaeldende_ret")
    assert decision.open.key == "boer_gribes_ind"
    assert decision.outcome == "PLIGT_TILSIDESAT"
    assert decision.text
    assert decision.arguments.for_
    assert decision.explain().splitlines()[-1].startswith("Altså: ")


def test_facts_in_a_view_are_decided_with_the_answers_that_the_view_holds():
    law = underretning.reading_for("pensum")
    view = View(underretning.read(IN_TIME))
    view._answers["rettidig"] = False
    assert decide(law, view).outcome == "KRAV_TABT_FOR_MISLIGHOLDT_DEL"
    assert decide(law, underretning.read(IN_TIME)).outcome == "KRAV_I_BEHOLD"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Decimal("1.005"), Decimal("1.01")),
        ([Decimal("1.004"), Decimal("0.005")], [Decimal("1.00"), Decimal("0.01")]),
        ((Decimal("2.345"),), [Decimal("2.35")]),
        ("2.345", "2.345"),
        (3, 3),
        (None, None),
    ],
)
def test_amounts_are_rounded_half_up_also_within_lists(value, told):
    assert rounded(value) == told
    assert type(rounded(value)) is type(told)
