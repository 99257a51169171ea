"""The course book on the SEF form (§ 7 a): Case 2, sector examples and the table of the withdrawal period."""

import pytest

import rules

topic = rules.topic("oplysningspligt")


def decide(underskrevet="2026-01-01", **facts):
    return topic.decide(topic.read({"underskrevet": underskrevet} | facts))


def test_case_2_form_never_given_and_the_principal_is_still_owed():
    decision = decide(vilkaar_modtaget="2026-01-01")
    assert decision.outcome == "TILSIDESAT"
    assert "Hovedstolen skal betales" in decision.text


def test_sector_example_form_after_the_signature_and_the_period_runs_from_the_terms():
    decision = decide(sef_udleveret="2026-01-05", vilkaar_modtaget="2026-01-05")
    assert decision.outcome == "TILSIDESAT"
    assert decision.plain()["figures"] == {"fortrydelsesfrist_fra": "2026-01-05"}


def test_sector_example_in_grave_cases_the_whole_loan_is_at_risk():
    assert decide(urimelige_vilkaar=True).outcome == "TILSIDESAT_GROVT"


def test_unreasonable_terms_alone_are_no_breach_of_the_duty_to_inform():
    assert decide(sef_udleveret="2026-01-01", urimelige_vilkaar=True).outcome == "OPFYLDT"


@pytest.mark.parametrize(
    ("udleveret", "outcome"),
    [
        pytest.param("2025-12-31", "OPFYLDT", id="the day before"),
        pytest.param("2026-01-01", "OPFYLDT", id="the same day"),
        pytest.param("2026-01-02", "TILSIDESAT", id="the day after"),
    ],
)
def test_the_day_of_signing_is_in_time(udleveret, outcome):
    assert decide(sef_udleveret=udleveret).outcome == outcome


@pytest.mark.parametrize(
    ("vilkaar", "fra"),
    [
        pytest.param("2026-01-01", "2026-01-01", id="Table § 19: terms on the same day"),
        pytest.param("2026-01-05", "2026-01-05", id="Table § 19 and K16: terms later"),
        pytest.param("2025-12-20", "2026-01-01", id="terms before the signature"),
        pytest.param(None, None, id="terms never: the period has not begun"),
    ],
)
def test_the_period_runs_from_the_later_of_signature_and_terms(vilkaar, fra):
    assert decide(vilkaar_modtaget=vilkaar).plain()["figures"]["fortrydelsesfrist_fra"] == fra


def test_k13_without_an_own_reading_the_statute_answers_as_the_book():
    facts = topic.read({"underskrevet": "2026-01-01", "sef_udleveret": "2026-01-01"})
    assert topic.reading_for("gaeldende_ret").key == "pensum"
    assert topic.decide(facts, "gaeldende_ret").outcome == "OPFYLDT"
