"""Credit assessment: the book's steps, Case 1 and examples; KAL § 7 c with GSB §§ 17-19 (K18-K20, C01-C03)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.grading import grade
from rules.steps import View
from rules.values import plain

topic = rules.topic("kreditvurdering")
# The process table: 35.000 in, 22.000 out, debt 2,5 million, income 600.000 a year, home 3, loan 2 million.
PROCES = {
    "loensedler_mdr": 3,
    "aarsopgoerelse": True,
    "budget": True,
    "registre_tjekket": True,
    "registrering": "ingen",
    "indtaegt_md": 35000,
    "faste_udgifter_md": 22000,
    "ydelse_md": 8500,
    "samlet_gaeld": 2500000,
    "aarsindtaegt": 600000,
    "laan": 2000000,
    "sikkerhed_vaerdi": 3000000,
    "indtaegt_stabil": True,
    "dokumenteret": True,
    "bevilget": True,
}
STUDERENDE = {
    "loensedler_mdr": 0,
    "aarsopgoerelse": False,
    "budget": False,
    "registre_tjekket": False,
    "indtaegt_md": 0,
    "faste_udgifter_md": 5000,
    "ydelse_md": 4000,
    "samlet_gaeld": 300000,
    "aarsindtaegt": 0,
    "laan": 300000,
    "sikkerhed_vaerdi": 0,
    "dokumenteret": False,
}


def decide(reading="pensum", skoen=None, **changes):
    return topic.decide(topic.read(PROCES | changes), reading, skoen)


def law(skoen=None, **changes):
    return decide("gaeldende_ret", skoen, **changes)


def wrong(key, reading="pensum", **changes):
    mistake = next(found for found in topic.reading_for(reading).mistakes if found.key == key)
    return plain(mistake.function(View(topic.read(PROCES | changes))))


def figures(**changes):
    return decide(**changes).plain()["figures"]


def test_case_1_student_without_income_or_check():
    decision = decide(**STUDERENDE)
    assert decision.outcome == "UANSVARLIG"
    assert decision.plain()["figures"] == {
        "raadighedsbeloeb": -5000,
        "gaeldsfaktor": None,
        "belaaningsgrad": None,
    }


def test_case_1_before_the_loan_is_granted_the_assessment_can_still_be_made():
    assert decide(**STUDERENDE, bevilget=False).outcome == "KRAEVER_GRUNDIG_VURDERING"


def test_process_table_n9_n12_and_c02():
    decision = decide()
    assert decision.outcome == "ANSVARLIG"
    assert decision.plain()["figures"] == {
        "raadighedsbeloeb": 13000,
        "gaeldsfaktor": 4.17,
        "belaaningsgrad": 66.67,
    }
    assert "Gældsfaktor: 4,17." in decision.explain()


def test_table_of_duties_10000_to_live_on_and_factor_4():
    found = figures(indtaegt_md=30000, faste_udgifter_md=20000, samlet_gaeld=2000000, aarsindtaegt=500000)
    assert (found["raadighedsbeloeb"], found["gaeldsfaktor"]) == (10000, 4)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        pytest.param({"registrering": "gammel_og_betalt"}, "ANSVARLIG", id="RKI: old and paid"),
        pytest.param({"registrering": "aktuel"}, "ANSVARLIG", id="RKI: assessed and documented"),
        pytest.param(
            {"registrering": "aktuel", "dokumenteret": False}, "UANSVARLIG", id="RKI: not documented"
        ),
        pytest.param(
            {"registrering": "aktuel", "bevilget": False},
            "KRAEVER_GRUNDIG_VURDERING",
            id="RKI: not refused outright",
        ),
        pytest.param(
            {"samlet_gaeld": 3600000, "bevilget": False}, "KRAEVER_GRUNDIG_VURDERING", id="Debt factor 6"
        ),
        pytest.param(
            {"samlet_gaeld": 3600000}, "ANSVARLIG", id="Debt factor 6: good security, documented (C03)"
        ),
        pytest.param(
            {"samlet_gaeld": 3600000, "dokumenteret": False}, "UANSVARLIG", id="Debt factor 6: not documented"
        ),
        pytest.param(
            {"indtaegt_stabil": False, "bevilget": False},
            "KRAEVER_GRUNDIG_VURDERING",
            id="Contract of six months",
        ),
    ],
)
def test_warning_signs(changes, outcome):
    assert decide(**changes).outcome == outcome


@pytest.mark.parametrize(
    ("bevilget", "outcome"),
    [pytest.param(False, "SKAL_AFVISES", id="refused"), pytest.param(True, "UANSVARLIG", id="granted")],
)
def test_sector_example_2000_to_live_on_and_8000_to_pay(bevilget, outcome):
    assert (
        decide(indtaegt_md=22000, faste_udgifter_md=20000, ydelse_md=8000, bevilget=bevilget).outcome
        == outcome
    )


@pytest.mark.parametrize(
    "missing",
    [{"loensedler_mdr": 2}, {"aarsopgoerelse": False}, {"budget": False}, {"registre_tjekket": False}],
    ids=["two payslips", "no annual statement", "no budget", "no registers"],
)
def test_one_missing_paper_is_an_incomplete_assessment(missing):
    assert decide(**missing).outcome == "UANSVARLIG"
    assert decide(**missing, bevilget=False).outcome == "KRAEVER_GRUNDIG_VURDERING"


def test_the_free_amount_may_equal_the_instalment_but_not_fall_an_oere_short():
    assert decide(ydelse_md="13000").outcome == "ANSVARLIG"
    assert decide(ydelse_md="13000.01").outcome == "UANSVARLIG"


def test_factor_5_is_not_above_5_and_the_threshold_is_unrounded():
    assert decide(samlet_gaeld=3000000, dokumenteret=False).outcome == "ANSVARLIG"
    decision = decide(samlet_gaeld="3000000.01", dokumenteret=False)
    assert decision.outcome == "UANSVARLIG"
    assert decision.plain()["figures"]["gaeldsfaktor"] == 5.0


def test_no_income_counts_as_above_the_limit():
    decision = decide(aarsindtaegt=0, samlet_gaeld=0, dokumenteret=False)
    assert decision.figures["gaeldsfaktor"] is None
    assert decision.outcome == "UANSVARLIG"


def test_c01_the_factor_of_4_is_only_practice_and_no_limit_of_the_book():
    assert decide(samlet_gaeld=2700000, dokumenteret=False).outcome == "ANSVARLIG"


@pytest.mark.parametrize(
    ("key", "changes", "value"),
    [
        ("glemmer_registrene", {"registre_tjekket": False}, True),
        ("glemmer_registrene", {"registre_tjekket": False, "loensedler_mdr": 2}, False),
        ("glemmer_registrene", {"registre_tjekket": False, "aarsopgoerelse": False}, False),
        ("glemmer_registrene", {"registre_tjekket": False, "budget": False}, False),
        ("noejes_med_faerre_papirer", {"budget": False}, True),
        ("traekker_ydelsen_fra", {}, 4500),
        ("kraever_luft_i_budgettet", {"ydelse_md": 13000}, False),
        ("kraever_luft_i_budgettet", {"ydelse_md": 12999}, True),
        ("ser_bort_fra_de_faste_udgifter", {"ydelse_md": 35000}, True),
        ("ser_bort_fra_de_faste_udgifter", {"ydelse_md": 35001}, False),
        ("deler_med_maanedens_indtaegt", {}, 71.43),
        ("deler_med_maanedens_indtaegt", {"indtaegt_md": 0}, None),
        ("regner_kun_med_det_nye_laan", {}, 3.33),
        ("regner_kun_med_det_nye_laan", {"aarsindtaegt": 0}, None),
        ("gammel_registrering_taeller", {"registrering": "gammel_og_betalt"}, True),
        ("gammel_registrering_taeller", {}, False),
        ("graensen_er_fire", {}, True),
        ("graensen_er_fire", {"samlet_gaeld": 2400000}, False),
        ("sikkerheden_er_nok", {"dokumenteret": False}, True),
        ("vender_belaaningsgraden", {}, 150),
        ("vender_belaaningsgraden", {"laan": 0}, None),
        ("advarsel_er_afslag", {}, "SKAL_AFVISES"),
    ],
)
def test_what_each_mistake_of_the_book_answers(key, changes, value):
    assert wrong(key, **changes) == value


# --- Gældende ret -------------------------------------------------------------------------------------------

RAADLOES = {"indtaegt_md": 22000, "faste_udgifter_md": 20000, "ydelse_md": 8000}
BOLIG = {"boligkredit": True}


def test_k18_k20_case_1_breaks_the_duty_without_any_fixed_sanction():
    decision = law(**STUDERENDE)
    answered = decision.plain()
    assert decision.outcome == "PLIGT_TILSIDESAT"
    assert "ingen fast sanktion" in decision.text
    assert answered["possible"] == ["PLIGT_TILSIDESAT"]
    assert any("ingen fast civilretlig følge" in said for said in answered["arguments"]["imod"])
    assert any("9.000 kr." in said for said in answered["arguments"]["for"])
    assert "AFTL § 38 c, stk. 1" in decision.explain()


@pytest.mark.parametrize("answer", [True, False], ids=["the court steps in", "the court does not"])
def test_k20_the_duty_is_broken_whatever_the_court_does_to_the_agreement(answer):
    decision = law({"boer_gribes_ind": answer}, **STUDERENDE)
    assert (decision.outcome, decision.open) == ("PLIGT_TILSIDESAT", None)
    assert decision.steps[-1].answer is answer


def test_k20_a_student_who_answers_the_discretion_either_way_earns_it():
    facts = topic.read(PROCES | STUDERENDE)
    for answer in (True, False):
        steps = {"vurdering_fuldstaendig": False, "bevilget_uden_vurdering": True, "boer_gribes_ind": answer}
        found = grade(topic, facts, {"steps": steps, "outcome": "PLIGT_TILSIDESAT"}, "gaeldende_ret")
        status = {judged.key: judged.status for judged in found.answers}
        assert status["boer_gribes_ind"] == status["outcome"] == "rigtig"


def test_k20_interest_lost_automatically_is_the_named_slip():
    facts = topic.read(PROCES | STUDERENDE)
    found = grade(topic, facts, {"outcome": "UANSVARLIG"}, "gaeldende_ret")
    assert next(a for a in found.answers if a.key == "outcome").mistake == "renter_tabes_automatisk"


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        pytest.param({}, "PLIGT_OPFYLDT", id="all papers"),
        pytest.param(
            {"loensedler_mdr": 1, "aarsopgoerelse": False}, "PLIGT_OPFYLDT", id="one payslip, budget"
        ),
        pytest.param({"loensedler_mdr": 0}, "PLIGT_OPFYLDT", id="annual statement and budget"),
        pytest.param(
            {"loensedler_mdr": 0, "aarsopgoerelse": False}, "PLIGT_TILSIDESAT", id="no income known"
        ),
        pytest.param({"budget": False}, "PLIGT_TILSIDESAT", id="no expenses known"),
        pytest.param({"budget": False, "bevilget": False}, "PLIGT_OPFYLDT", id="not granted yet"),
    ],
)
def test_k18_the_lists_are_examples_what_counts_is_sufficient_information(changes, outcome):
    assert law(**changes).outcome == outcome


def test_not_granted_is_told_as_not_broken_and_not_as_met():
    assert "ikke bevilget" in law(bevilget=False).text
    assert "har opfyldt" in law().text


@pytest.mark.parametrize(
    ("noedvendig", "outcome"),
    [(None, None), (True, "PLIGT_TILSIDESAT"), (False, "PLIGT_OPFYLDT")],
    ids=["open", "necessary", "not necessary"],
)
def test_k18_whether_a_search_was_necessary_is_a_discretion(noedvendig, outcome):
    decision = law(
        {"soegning_noedvendig": noedvendig} if noedvendig is not None else None, registre_tjekket=False
    )
    assert decision.outcome == outcome
    if noedvendig is None:
        assert decision.possible == ["PLIGT_OPFYLDT", "PLIGT_TILSIDESAT"]


@pytest.mark.parametrize(
    ("changes", "side", "word"),
    [
        ({"registrering": "aktuel"}, 0, "registreret"),
        ({}, 0, "2.500.000 kr."),
        ({}, 1, "længere tid"),
        ({"laan": 35000}, 1, "en måneds indtægt"),
    ],
)
def test_the_arguments_on_a_search_come_from_the_facts(changes, side, word):
    assert any(word in said for said in law(registre_tjekket=False, **changes).arguments[side])


def test_the_arguments_on_a_search_are_left_out_where_the_facts_do_not_carry_them():
    found = law(registre_tjekket=False, samlet_gaeld=2400000, loensedler_mdr=2, laan="35000.01").arguments
    assert [len(side) for side in found] == [1, 1]


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        pytest.param({}, "PLIGT_OPFYLDT", id="k19 no home loan: assessed is enough"),
        pytest.param(BOLIG, "PLIGT_TILSIDESAT", id="k19 home loan: must be refused"),
        pytest.param({**BOLIG, "sikkerhed_vaerdi": 9000000}, "PLIGT_TILSIDESAT", id="c02_c03 security alone"),
        pytest.param({**BOLIG, "bevilget": False}, "PLIGT_OPFYLDT", id="refused"),
        pytest.param({"aftaledato": "2026-11-19"}, "PLIGT_OPFYLDT", id="the day before lov 1322/2025"),
        pytest.param({"aftaledato": "2026-11-20"}, "PLIGT_TILSIDESAT", id="from lov 1322/2025 all credit"),
    ],
)
def test_k19_who_cannot_pay_must_be_refused_only_where_repayment_must_be_likely(changes, outcome):
    assert law(**RAADLOES, **changes).outcome == outcome


def test_n9_what_is_left_to_live_on_is_less_the_instalment():
    assert law().figures["raadighedsbeloeb"] == 4500
    assert law(**RAADLOES).figures["raadighedsbeloeb"] == -6000
    assert law(**BOLIG, ydelse_md=13000).steps[3].answer is True
    assert law(**BOLIG, ydelse_md="13000.01").steps[3].answer is False


LAV = {**BOLIG, "samlet_gaeld": 2400000}


@pytest.mark.parametrize(
    ("changes", "possible"),
    [
        pytest.param({}, ["PLIGT_OPFYLDT"], id="c01 factor 4 is not above 4"),
        pytest.param({"samlet_gaeld": "2400000.01"}, ["PLIGT_OPFYLDT", "PLIGT_TILSIDESAT"], id="c01 above 4"),
        pytest.param({"registrering": "aktuel"}, ["PLIGT_OPFYLDT", "PLIGT_TILSIDESAT"], id="registered"),
        pytest.param({"registrering": "gammel_og_betalt"}, ["PLIGT_OPFYLDT"], id="old and paid"),
        pytest.param({"indtaegt_stabil": False}, ["PLIGT_OPFYLDT", "PLIGT_TILSIDESAT"], id="unstable income"),
        pytest.param({"indtaegt_stabil": False, "bevilget": False}, ["PLIGT_OPFYLDT"], id="not granted"),
        pytest.param(
            {"indtaegt_stabil": False, "boligkredit": False}, ["PLIGT_OPFYLDT"], id="c01 not a home loan"
        ),
    ],
)
def test_c01_c03_a_sign_of_risk_makes_a_home_loan_a_discretion(changes, possible):
    assert law(**LAV | changes).possible == possible


@pytest.mark.parametrize(("answer", "outcome"), [(True, "PLIGT_OPFYLDT"), (False, "PLIGT_TILSIDESAT")])
def test_c03_each_answer_to_the_discretion_has_its_outcome(answer, outcome):
    assert law({"er_sandsynligt": answer}, **LAV, indtaegt_stabil=False).outcome == outcome


def test_the_sign_of_risk_rests_on_practice_and_says_so():
    steps = {step.key: step.verified for step in law(**LAV, bevilget=False).steps}
    assert steps["advarselstegn"] is False
    assert steps["har_raad"] is True


def test_the_arguments_on_likelihood_come_from_the_facts():
    for_, imod = law(**BOLIG, registrering="aktuel", indtaegt_stabil=False, dokumenteret=False).arguments
    assert any("4.500 kr." in said for said in for_)
    assert any("Pantet" in said for said in for_)
    assert len(for_) == 2
    assert len(imod) == 4
    for_, imod = law(**LAV, registrering="aktuel", sikkerhed_vaerdi=2000000).arguments
    assert [len(for_), len(imod)] == [3, 1]


def test_the_arguments_on_stepping_in_say_whether_the_customer_could_pay():
    could = law(budget=False).arguments
    could_not = law(budget=False, ydelse_md="13000.01").arguments
    assert any("kunne faktisk betale" in said for said in could.imod)
    assert not any("mangler" in said for said in could.for_)
    assert any("0,01 kr." in said for said in could_not.for_)
    assert not any("kunne faktisk betale" in said for said in could_not.imod)


@pytest.mark.parametrize(
    ("key", "changes", "value"),
    [
        ("bogens_papirer_er_krav", {"loensedler_mdr": 2}, False),
        ("indtaegten_er_nok", {"budget": False}, True),
        ("indtaegten_er_nok", {"loensedler_mdr": 0, "budget": False}, True),
        ("indtaegten_er_nok", {"loensedler_mdr": 1, "aarsopgoerelse": False, "budget": False}, True),
        ("indtaegten_er_nok", {"loensedler_mdr": 0, "aarsopgoerelse": False}, None),
        ("afslag_er_altid_pligt", {}, True),
        ("glemmer_ydelsen", {}, 13000),
        ("pantet_baerer_laanet", {**BOLIG, **RAADLOES}, True),
        ("pantet_baerer_laanet", {"sikkerhed_vaerdi": 2000000}, None),
        ("renter_tabes_automatisk", {}, "UANSVARLIG"),
        ("renter_tabes_automatisk", {"bevilget": False}, None),
        ("bogens_afslag", {"bevilget": False}, "SKAL_AFVISES"),
        ("bogens_afslag", {}, None),
    ],
)
def test_what_each_mistake_of_the_statute_answers(key, changes, value):
    assert wrong(key, "gaeldende_ret", **changes) == value


@settings(max_examples=80, deadline=None, database=None, derandomize=True)
@given(ydelse=st.integers(0, 30000), mere=st.integers(0, 20000), boligkredit=st.booleans())
def test_a_dearer_loan_never_turns_a_broken_duty_into_a_kept_one(ydelse, mere, boligkredit):
    cheap, dear = (
        law(ydelse_md=amount, boligkredit=boligkredit).possible for amount in (ydelse, ydelse + mere)
    )
    if cheap == ["PLIGT_TILSIDESAT"]:
        assert dear == ["PLIGT_TILSIDESAT"]


@settings(max_examples=80, deadline=None, database=None, derandomize=True)
@given(
    papirer=st.fixed_dictionaries(
        {name: st.booleans() for name in ("aarsopgoerelse", "budget", "registre_tjekket", "dokumenteret")}
    ),
    loensedler=st.integers(0, 6),
    boligkredit=st.booleans(),
)
def test_no_duty_is_broken_before_the_loan_is_granted(papirer, loensedler, boligkredit):
    facts = {**papirer, "loensedler_mdr": loensedler, "boligkredit": boligkredit, "bevilget": False}
    assert law(**facts).possible == ["PLIGT_OPFYLDT"]
