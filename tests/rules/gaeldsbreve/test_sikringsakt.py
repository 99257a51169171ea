"""Safe from the seller's creditors: the book's two acts, and GBL §§ 22, 31 with the digital deeds (G03, G04, G16)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules

topic = rules.topic("sikringsakt")
both_readings = pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
FAKTURA = {
    "type": "simpelt",
    "debitor_underrettet": None,
    "i_koebers_besiddelse": None,
    "udlaeg": "2026-03-10",
    "saelger_har_adgang": False,
}
PANTEBREV = FAKTURA | {"type": "omsaetning"}
FOER, SAMME, EFTER = "2026-03-09", "2026-03-10", "2026-03-11"
the_days = pytest.mark.parametrize(
    ("dag", "outcome"),
    [(FOER, "BESKYTTET"), (SAMME, "BESKYTTET"), (EFTER, "IKKE_BESKYTTET"), (None, "IKKE_BESKYTTET")],
    ids=["the day before", "the same day", "the day after", "never"],
)


def decide(facts, reading="pensum", **changes):
    return topic.decide(topic.read(facts | changes), reading)


def law(facts, **changes):
    return decide(facts, "gaeldende_ret", **changes)


def act(decision):
    return decision.plain()["figures"]["sikringsakt"]


@both_readings
@the_days
def test_table_simple_papers_need_notice_to_the_debtor_by_the_levy(reading, dag, outcome):
    decision = decide(FAKTURA, reading, debitor_underrettet=dag)
    assert (decision.outcome, act(decision)) == (outcome, "denunciation")


@the_days
def test_table_negotiable_papers_must_be_in_hand_by_the_levy(dag, outcome):
    decision = decide(PANTEBREV, i_koebers_besiddelse=dag)
    assert (decision.outcome, act(decision)) == (outcome, "raadighedsberoevelse")


def test_table_the_seller_keeps_the_mortgage_deed():
    assert decide(PANTEBREV, saelger_har_adgang=True).outcome == "IKKE_BESKYTTET"


@both_readings
def test_checklist_the_seller_must_have_no_access_any_more(reading):
    pledged = {"i_koebers_besiddelse": FOER, "overdragelse": "pant"}
    assert decide(PANTEBREV, reading, **pledged).outcome == "BESKYTTET"
    assert decide(PANTEBREV, reading, saelger_har_adgang=True, **pledged).outcome == "IKKE_BESKYTTET"


@both_readings
def test_the_act_of_the_other_kind_is_no_use(reading):
    pledged = {"overdragelse": "pant"}
    assert decide(FAKTURA, reading, i_koebers_besiddelse=FOER, **pledged).outcome == "IKKE_BESKYTTET"
    assert decide(PANTEBREV, reading, debitor_underrettet=FOER, **pledged).outcome == "IKKE_BESKYTTET"


def test_sector_example_factoring_the_bank_forgets_the_notice():
    assert decide(FAKTURA).outcome == law(FAKTURA).outcome == "IKKE_BESKYTTET"


@the_days
def test_g03_a_pledge_of_a_negotiable_paper_needs_possession(dag, outcome):
    decision = law(PANTEBREV, overdragelse="pant", i_koebers_besiddelse=dag)
    assert (decision.outcome, act(decision)) == (outcome, "raadighedsberoevelse")


def test_g03_an_outright_sale_is_outside_section_22_and_that_is_not_verified():
    decision = law(PANTEBREV, saelger_har_adgang=True)
    assert (decision.outcome, act(decision)) == ("BESKYTTET", "ingen")
    assert not decision.steps[-1].verified
    assert decide(PANTEBREV).outcome == "IKKE_BESKYTTET"


@pytest.mark.parametrize("overdragelse", ["eje", "pant"])
@pytest.mark.parametrize("facts", [FAKTURA, PANTEBREV], ids=["not to order", "negotiable"])
@the_days
def test_g03_the_transfer_of_a_digital_deed_is_registered(facts, overdragelse, dag, outcome):
    acts = {"debitor_underrettet": FOER, "i_koebers_besiddelse": FOER, "overdragelse": overdragelse}
    decision = law(facts, digitalt_pantebrev=True, overdragelse_tinglyst=dag, **acts)
    assert (decision.outcome, act(decision)) == (outcome, "tinglysning")
    assert not decision.steps[-1].verified


def test_g03_the_book_still_asks_for_the_deed_in_hand():
    digital = {"digitalt_pantebrev": True, "overdragelse_tinglyst": FOER}
    assert decide(PANTEBREV, **digital).outcome == "IKKE_BESKYTTET"
    assert law(PANTEBREV, **digital).outcome == "BESKYTTET"


@pytest.mark.parametrize(
    ("afsender", "outcome"),
    [("overdrager", "BESKYTTET"), ("erhverver", "BESKYTTET"), ("anden", "IKKE_BESKYTTET")],
)
def test_g04_notice_may_come_from_either_side_but_from_nobody_else(afsender, outcome):
    assert law(FAKTURA, debitor_underrettet=FOER, underretning_fra=afsender).outcome == outcome
    assert decide(FAKTURA, debitor_underrettet=FOER, underretning_fra=afsender).outcome == "BESKYTTET"


def test_g04_an_unclear_notice_is_none():
    unclear = {"debitor_underrettet": FOER, "underretning_klar": False}
    assert law(FAKTURA, **unclear).outcome == "IKKE_BESKYTTET"
    assert decide(FAKTURA, **unclear).outcome == "BESKYTTET"


@pytest.mark.parametrize(
    ("overdragelse", "outcome", "needed"),
    [("eje", "BESKYTTET", "ingen"), ("pant", "IKKE_BESKYTTET", "denunciation")],
)
def test_g04_a_business_sold_with_its_claims_needs_notice_only_as_security(overdragelse, outcome, needed):
    decision = law(FAKTURA, virksomhed_overdraget=True, overdragelse=overdragelse)
    assert (decision.outcome, act(decision)) == (outcome, needed)


def test_g16_there_is_no_time_limit_but_the_levy():
    assert law(FAKTURA, debitor_underrettet=SAMME, udlaeg="2031-01-01").outcome == "BESKYTTET"


@both_readings
@given(days=st.integers(-400, 400), kind=st.sampled_from(["simpelt", "omsaetning"]))
def test_doing_it_earlier_never_hurts(reading, days, kind):
    udlaeg = date(2026, 3, 10)
    near, earlier = udlaeg + timedelta(days=days), udlaeg + timedelta(days=days - 1)

    def protected(dag):
        facts = FAKTURA | {"type": kind, "overdragelse": "pant"}
        return (
            decide(facts, reading, debitor_underrettet=dag, i_koebers_besiddelse=dag).outcome == "BESKYTTET"
        )

    assert protected(near) <= protected(earlier)
    assert protected(near) == (days <= 0)


def given_by(mistake, facts, reading="pensum", **changes):
    found = next(one for one in topic.reading_for(reading).mistakes if one.key == mistake)
    answer = found.function(topic.read(facts | changes))
    return getattr(answer, "name", answer)


@both_readings
@pytest.mark.parametrize(
    ("late", "same_day", "other", "needed", "instead"),
    [
        pytest.param(
            "i_haanden_efter_udlaegget",
            "i_haanden_samme_dag_er_for_sent",
            "besked_er_nok_ved_omsaetningsgaeldsbrev",
            "i_koebers_besiddelse",
            "debitor_underrettet",
            id="possession",
        ),
        pytest.param(
            "meddelt_efter_udlaegget",
            "meddelt_samme_dag_er_for_sent",
            "besiddelse_er_nok_ved_simpelt",
            "debitor_underrettet",
            "i_koebers_besiddelse",
            id="notice",
        ),
    ],
)
def test_the_slips_about_days(reading, late, same_day, other, needed, instead):
    by_day = {dag: {needed: dag} for dag in (None, FOER, SAMME, EFTER)}
    assert [given_by(late, PANTEBREV, reading, **by_day[dag]) for dag in by_day] == [None, None, None, True]
    assert [given_by(same_day, PANTEBREV, reading, **by_day[dag]) for dag in by_day] == [
        None,
        None,
        False,
        None,
    ]
    assert [given_by(other, PANTEBREV, reading, **{instead: dag}) for dag in by_day] == [
        None,
        True,
        True,
        None,
    ]
    assert given_by(other, PANTEBREV, reading, **{instead: FOER, needed: EFTER}) is None


@both_readings
def test_the_slip_about_the_sellers_access(reading):
    assert given_by("saelgers_adgang_er_uden_betydning", PANTEBREV, reading, saelger_har_adgang=True) is False


def test_the_slips_of_the_book():
    assert given_by("bytter_om_paa_sikringsakterne", PANTEBREV) == "DENUNCIATION"
    assert given_by("bytter_om_paa_sikringsakterne", FAKTURA) == "RAADIGHEDSBEROEVELSE"
    assert given_by("koebet_er_nok", FAKTURA) == "BESKYTTET"


def test_the_slips_of_the_statute():
    def slip(mistake, facts=FAKTURA, **changes):
        return given_by(mistake, facts, "gaeldende_ret", **changes)

    digital = {"digitalt_pantebrev": True}
    assert slip("digitalt_pantebrev_i_haanden", **digital) == "RAADIGHEDSBEROEVELSE"
    assert slip("digitalt_pantebrev_i_haanden") is None
    assert slip("salg_som_pant", PANTEBREV) == "RAADIGHEDSBEROEVELSE"
    assert slip("salg_som_pant", PANTEBREV, overdragelse="pant") is None
    assert slip("salg_som_pant", PANTEBREV, **digital) is None
    assert slip("salg_som_pant", FAKTURA) is None
    days = (None, FOER, SAMME, EFTER)
    assert [slip("tinglyst_efter_udlaegget", overdragelse_tinglyst=dag) for dag in days] == [
        None,
        None,
        None,
        True,
    ]
    assert slip("digitalt_uden_tinglysning") is None
    assert slip("digitalt_uden_tinglysning", debitor_underrettet=FOER) is True
    assert slip("digitalt_uden_tinglysning", i_koebers_besiddelse=SAMME) is True
    assert slip("digitalt_uden_tinglysning", i_koebers_besiddelse=EFTER) is None
    assert slip("digitalt_uden_tinglysning", debitor_underrettet=FOER, overdragelse_tinglyst=EFTER) is None
    senders = ("overdrager", "erhverver", "anden")
    assert [slip("kun_koeberen_kan_underrette", underretning_fra=one) for one in senders] == [
        False,
        None,
        None,
    ]
    assert [slip("debitors_viden_er_nok", underretning_fra=one) for one in senders] == [None, None, True]
    assert slip("uklar_meddelelse_er_nok") is True
    assert slip("meddelelse_ved_salg_af_virksomhed", virksomhed_overdraget=True) is False
