"""Interest for delay: the book's § 24 with its condition of agreement, and RTL §§ 3, 5 and 7 instead (K35)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.compare import compare
from rules.facts import FactError
from rules.mistaken import decide_mistaken
from rules.steps import View

topic = rules.topic("morarente")
# Due on 1 June and paid on 31 July: thirty days in each half-year.
LAAN = {
    "aftalt_forhalingsrente": True,
    "rente_pa": 10,
    "forfaldent_beloeb": 100000,
    "forfaldsdag": "2025-06-01",
    "betalt_dag": "2025-07-31",
}
UDEN_AFTALE = {"aftalt_forhalingsrente": False, "rente_pa": None}
SATSER = {"referencesatser": ["2.75", "1.75"]}
ANDEN = {"kreditgiver_type": "anden"}
LOV = "gaeldende_ret"


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(LAAN | changes), reading)


def beloeb(reading="pensum", **changes):
    return decide(reading, **changes).figures["morarente"]


def test_row_24_and_glossary_agreed_interest_can_be_claimed_when_the_customer_pays_late():
    decision = decide()
    assert (decision.outcome, decision.figures) == (
        "KAN_KRAEVES",
        {"dage": 60, "morarente": Decimal("1643.84")},
    )


def test_row_24_without_agreement_the_book_gives_nothing():
    decision = decide(**UDEN_AFTALE)
    assert (decision.outcome, decision.figures["morarente"]) == ("KAN_IKKE_KRAEVES", 0)
    assert "ikke aftalt" in decision.text


def test_k35_without_agreement_the_statute_gives_the_reference_rate_and_eight():
    facts = topic.read(LAAN | UDEN_AFTALE | {"referencesatser": [2]})
    decision = topic.decide(facts, LOV)
    assert (decision.outcome, decision.figures["morarente"]) == ("KAN_KRAEVES", Decimal("1643.84"))
    assert not compare(topic, facts).same


def test_k35_the_rate_changes_with_the_half_year():
    """30 days at 10,75 % are 883,56 and 30 days at 9,75 % are 801,37."""
    assert beloeb(LOV, **UDEN_AFTALE, **SATSER) == Decimal("1684.93")


@pytest.mark.parametrize(
    ("forfald", "betalt", "satser", "expected"),
    [
        pytest.param("2025-06-30", "2025-07-01", [0, 92], "21.92", id="30 June belongs to the first half"),
        pytest.param("2025-07-01", "2025-07-02", [0, 92], "21.92", id="1 July begins the second"),
        pytest.param("2025-06-30", "2025-07-02", [0, 92], "295.89", id="a day in each"),
        pytest.param("2025-12-31", "2026-01-01", [0, 92], "21.92", id="31 December belongs to the old year"),
        pytest.param("2025-12-31", "2026-01-02", [0, 92], "295.89", id="1 January begins the new year"),
        pytest.param("2025-06-30", "2026-01-02", [0, 2, 92], "5336.99", id="three half-years"),
        pytest.param("2025-06-30", "2026-01-02", [0, 2], "5090.41", id="the last rate goes on"),
        pytest.param("2025-12-31", "2026-01-02", [0, 92, 2], "295.89", id="a rate too many is not used"),
        pytest.param("2025-06-30", "2025-07-02", [2], "54.79", id="one rate for all"),
    ],
)
def test_k35_each_day_has_the_rate_of_its_half_year(forfald, betalt, satser, expected):
    facts = {"forfaldsdag": forfald, "betalt_dag": betalt, "referencesatser": satser}
    assert beloeb(LOV, **UDEN_AFTALE, **facts) == Decimal(expected)


def test_k35_a_negative_reference_rate_lowers_the_eight():
    assert beloeb(LOV, **UDEN_AFTALE, referencesatser=["-0.5"]) == Decimal("1232.88")


@pytest.mark.parametrize("reading", ["pensum", LOV])
@pytest.mark.parametrize(
    ("betalt", "outcome"),
    [
        ("2025-05-31", "KAN_IKKE_KRAEVES"),
        ("2025-06-01", "KAN_IKKE_KRAEVES"),
        ("2025-06-02", "KAN_KRAEVES"),
    ],
    ids=["the day before", "on the due day", "the day after"],
)
def test_paying_on_the_due_day_is_in_time(reading, betalt, outcome):
    decision = decide(reading, betalt_dag=betalt, **SATSER)
    assert decision.outcome == outcome
    assert decision.figures["dage"] == (1 if outcome == "KAN_KRAEVES" else 0)
    assert bool(decision.figures["morarente"]) == (outcome == "KAN_KRAEVES")


@pytest.mark.parametrize(
    ("forfald", "betalt", "dage"),
    [
        ("2025-01-31", "2025-02-28", (28, 28)),
        ("2025-01-30", "2025-03-31", (60, 60)),
        ("2025-03-31", "2025-04-30", (30, 30)),
        ("2025-08-30", "2025-08-31", (1, 0)),
        ("2024-02-28", "2024-03-01", (2, 3)),
        ("2024-12-15", "2025-12-15", (365, 360)),
        ("2024-02-29", "2025-02-28", (365, 359)),
    ],
)
@pytest.mark.parametrize("reading", ["pensum", LOV])
def test_days_by_the_calendar_and_by_months_of_thirty(reading, forfald, betalt, dage):
    day = {"forfaldsdag": forfald, "betalt_dag": betalt}
    counted = [
        decide(reading, **day, dagtaelling=taelling).figures["dage"] for taelling in ("faktisk_365", "30_360")
    ]
    assert counted == list(dage)


def test_a_year_of_360_days_in_months_of_thirty():
    """From 1 June to 31 July thirty days in June and twenty-nine in July."""
    assert beloeb(dagtaelling="30_360") == Decimal("1638.89")
    assert beloeb(LOV, dagtaelling="30_360", **UDEN_AFTALE, **SATSER) == Decimal("1681.25")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, "2465.75", id="a bank may agree on 15 %"),
        pytest.param({"kreditgiver_type": "realkredit"}, "2465.75", id="so may a mortgage bank"),
        pytest.param(ANDEN, "1684.93", id="another business may not, with a consumer"),
        pytest.param(ANDEN | {"forbruger": False}, "2465.75", id="with another business it may"),
    ],
)
def test_k35_section_7_binds_agreements_with_consumers_but_not_those_of_banks(changes, expected):
    assert beloeb(LOV, rente_pa=15, **SATSER, **changes) == Decimal(expected)


def test_k35_a_lower_agreed_rate_holds_in_each_half_year():
    """At 10 % agreed: 10 % in June, where the statute's is 10,75 %, and 9,75 % in July."""
    assert beloeb(LOV, rente_pa=10, **SATSER, **ANDEN) == Decimal("1623.29")
    assert beloeb(LOV, rente_pa=6, **SATSER, **ANDEN) == Decimal("986.30")


def test_without_reference_rates_only_a_freely_agreed_rate_gives_an_amount():
    assert beloeb(LOV) == Decimal("1643.84")
    for changes in (UDEN_AFTALE, ANDEN):
        decision = decide(LOV, **changes)
        assert (decision.outcome, decision.figures["morarente"]) == ("KAN_KRAEVES", None)
        assert "Nationalbankens satser" in decision.text


@pytest.mark.parametrize(
    ("anmodet", "fra"),
    [
        pytest.param(None, "2025-06-01", id="due day agreed beforehand"),
        pytest.param("2025-06-01", "2025-07-01", id="thirty days after the demand"),
        pytest.param("2025-05-03", "2025-06-02", id="a day after the due day"),
        pytest.param("2025-05-02", "2025-06-01", id="on the due day"),
        pytest.param("2025-04-01", "2025-06-01", id="never before the due day"),
        pytest.param("2028-01-30", "2028-02-29", id="leap year"),
    ],
)
def test_k35_interest_runs_from_a_fixed_due_day_or_thirty_days_after_the_demand(anmodet, fra):
    assert decide(LOV, anmodet=anmodet).plain()["figures"]["rente_fra"] == fra


@pytest.mark.parametrize(
    ("betalt", "outcome"), [("2025-07-01", "KAN_IKKE_KRAEVES"), ("2025-07-02", "KAN_KRAEVES")]
)
def test_k35_paying_on_the_day_from_which_interest_runs_costs_none(betalt, outcome):
    assert decide(LOV, anmodet="2025-06-01", betalt_dag=betalt).outcome == outcome
    assert decide(anmodet="2025-06-01", betalt_dag=betalt).outcome == "KAN_KRAEVES"


def test_k35_the_first_rate_is_that_of_the_due_days_half_year_even_when_interest_begins_later():
    late = {"anmodet": "2025-06-15", "referencesatser": [92, 2]}
    assert beloeb(LOV, **UDEN_AFTALE, **late) == Decimal("438.36")


@pytest.mark.parametrize(
    ("changes", "fact"),
    [
        ({"rente_pa": None}, "rente_pa"),
        ({"referencesatser": ["2", "100.01"]}, "referencesatser"),
        ({"referencesatser": ["-10.01"]}, "referencesatser"),
        ({"referencesatser": []}, "referencesatser"),
        ({"referencesatser": "2"}, "referencesatser"),
        ({"referencesatser": ["to"]}, "referencesatser"),
        ({"forfaldent_beloeb": 0}, "forfaldent_beloeb"),
    ],
)
def test_facts_that_cannot_be_are_refused(changes, fact):
    with pytest.raises(FactError, match=fact):
        decide(**changes)


def test_the_outermost_reference_rates_are_taken():
    assert decide(LOV, referencesatser=["-10", "100"]).outcome == "KAN_KRAEVES"


def test_a_list_of_rates_survives_being_written_and_read():
    facts = topic.read(LAAN | SATSER)
    assert topic.plain(facts)["referencesatser"] == [2.75, 1.75]
    assert topic.read(topic.plain(facts)) == facts


def mistake(reading, key):
    return next(found for found in topic.reading_for(reading).mistakes if found.key == key)


def wrong(reading, key, **changes):
    found = mistake(reading, key).function(topic.read(LAAN | changes))
    return round(found, 2) if isinstance(found, Decimal) else found


@pytest.mark.parametrize(
    ("reading", "key", "changes", "expected"),
    [
        ("pensum", "forfaldsdagen_er_for_sent", {"betalt_dag": "2025-06-01"}, True),
        ("pensum", "forfaldsdagen_er_for_sent", {"betalt_dag": "2025-05-31"}, False),
        ("pensum", "kraever_uden_aftale", UDEN_AFTALE, True),
        ("pensum", "taeller_begge_dage", {}, 61),
        ("pensum", "deler_med_det_forkerte_aar", {}, Decimal("1666.67")),
        ("pensum", "deler_med_det_forkerte_aar", {"dagtaelling": "30_360"}, Decimal("1616.44")),
        ("pensum", "deler_med_det_forkerte_aar", UDEN_AFTALE, None),
        ("pensum", "deler_med_det_forkerte_aar", {"betalt_dag": "2025-06-01"}, None),
        ("pensum", "regner_et_helt_aar", {}, 10000),
        ("pensum", "regner_et_helt_aar", UDEN_AFTALE, None),
        ("pensum", "regner_et_helt_aar", {"betalt_dag": "2025-06-01"}, None),
        (LOV, "altid_fra_forfaldsdagen", {"anmodet": "2025-06-10"}, date(2025, 6, 1)),
        (LOV, "straks_ved_anmodningen", {"anmodet": "2025-06-10"}, date(2025, 6, 10)),
        (LOV, "straks_ved_anmodningen", {}, None),
        (LOV, "samme_dag_er_for_sent", {"betalt_dag": "2025-06-01"}, True),
        (LOV, "samme_dag_er_for_sent", {"betalt_dag": "2025-05-31"}, False),
        (LOV, "alle_maa_aftale_mere", ANDEN, True),
        (LOV, "skyldneren_er_altid_beskyttet", {"forbruger": False}, True),
        (LOV, "taeller_begge_dage_med", {}, 61),
        (LOV, "glemmer_tillaegget", UDEN_AFTALE | SATSER, Decimal("369.86")),
        (LOV, "glemmer_tillaegget", SATSER, None),
        (LOV, "glemmer_tillaegget", UDEN_AFTALE, None),
        (LOV, "samme_sats_hele_tiden", UDEN_AFTALE | SATSER, Decimal("1767.12")),
        (LOV, "samme_sats_hele_tiden", SATSER, None),
        (LOV, "samme_sats_hele_tiden", UDEN_AFTALE | SATSER | {"betalt_dag": "2025-06-01"}, None),
        (LOV, "aftalen_slaar_loven", ANDEN | SATSER | {"rente_pa": 15}, Decimal("2465.75")),
        (LOV, "aftalen_slaar_loven", UDEN_AFTALE | SATSER, None),
        (LOV, "aftalen_slaar_loven", SATSER, None),
        (LOV, "loven_slaar_aftalen", SATSER, Decimal("1684.93")),
        (LOV, "loven_slaar_aftalen", {}, None),
        (LOV, "loven_slaar_aftalen", UDEN_AFTALE | SATSER, None),
        (LOV, "bruger_det_forkerte_aar", {}, Decimal("1666.67")),
        (LOV, "bruger_det_forkerte_aar", {"dagtaelling": "30_360"}, Decimal("1616.44")),
        (LOV, "bruger_det_forkerte_aar", UDEN_AFTALE, None),
    ],
)
def test_what_each_mistake_answers(reading, key, changes, expected):
    assert wrong(reading, key, **changes) == expected


def test_who_asks_for_an_agreement_in_the_statute():
    assert wrong(LOV, "bogens_krav_om_aftale", **UDEN_AFTALE).name == "KAN_IKKE_KRAEVES"
    assert wrong(LOV, "bogens_krav_om_aftale") is None


@pytest.mark.parametrize(
    ("reading", "key", "changes", "expected"),
    [
        pytest.param("pensum", "taeller_begge_dage", {}, "1671.23", id="a day too many in the book"),
        pytest.param(LOV, "taeller_begge_dage_med", UDEN_AFTALE | SATSER, "1713.01", id="and in the statute"),
        pytest.param(
            LOV, "alle_maa_aftale_mere", ANDEN | SATSER | {"rente_pa": 15}, "2465.75", id="too free"
        ),
        pytest.param(
            LOV, "altid_fra_forfaldsdagen", UDEN_AFTALE | SATSER | {"anmodet": "2025-06-01"}, "1684.93"
        ),
    ],
)
def test_the_interest_that_follows_from_a_slip(reading, key, changes, expected):
    law = topic.reading_for(reading)
    found = decide_mistaken(law, topic.read(LAAN | changes), mistake(reading, key))
    assert found.figures["morarente"] == Decimal(expected)


@settings(max_examples=80, deadline=None, database=None, derandomize=True)
@given(
    forfald=st.dates(date(2020, 1, 1), date(2027, 12, 31)),
    dage=st.integers(0, 800),
    satser=st.lists(st.integers(-5, 20), min_size=1, max_size=6),
    aftalt=st.none() | st.integers(0, 30),
    kreditgiver=st.sampled_from(["pengeinstitut", "realkredit", "anden"]),
    taelling=st.sampled_from(["faktisk_365", "30_360"]),
)
def test_later_payment_and_larger_debt_never_cost_less(forfald, dage, satser, aftalt, kreditgiver, taelling):
    facts = {
        "aftalt_forhalingsrente": aftalt is not None,
        "rente_pa": aftalt,
        "forfaldsdag": forfald.isoformat(),
        "betalt_dag": (forfald + timedelta(days=dage)).isoformat(),
        "referencesatser": satser,
        "kreditgiver_type": kreditgiver,
        "dagtaelling": taelling,
    }
    for reading in topic.readings:
        now = beloeb(reading, **facts)
        later = (forfald + timedelta(days=dage + 2)).isoformat()
        assert beloeb(reading, **facts | {"betalt_dag": later}) >= now >= 0
        assert beloeb(reading, **facts | {"forfaldent_beloeb": 200000}) == pytest.approx(
            2 * now, abs=Decimal("0.02")
        )
    if aftalt is not None and kreditgiver == "anden":
        assert beloeb(LOV, **facts) <= beloeb(LOV, **facts | {"kreditgiver_type": "pengeinstitut"})
        assert beloeb(LOV, **facts) <= beloeb(LOV, **facts | UDEN_AFTALE)


def test_one_day_late_is_a_day_of_interest_and_the_31st_after_the_30th_is_none_in_a_year_of_360():
    late = UDEN_AFTALE | SATSER | ANDEN | {"forfaldsdag": "2025-01-30", "betalt_dag": "2025-01-31"}
    assert beloeb(LOV, **late) == Decimal("29.45")
    assert beloeb(LOV, **late, dagtaelling="30_360") == 0


@pytest.mark.parametrize("step", ["er_for_sent", "er_aftalt"])
def test_who_finds_no_delay_or_no_agreement_has_no_interest_to_claim(step):
    own = View(topic.read(LAAN))
    figure = topic.reading_for("pensum").figures["morarente"]
    assert figure.function(own) > 0
    own._answers[step] = False
    assert figure.function(own) == 0
