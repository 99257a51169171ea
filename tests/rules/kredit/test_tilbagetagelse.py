"""Taking the thing back: the book's § 37 and its table, and KAL §§ 29 and 37 instead (K32, K42, K43, N16)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.compare import compare
from rules.facts import FactError
from rules.mistaken import decide_mistaken

topic = rules.topic("tilbagetagelse")
# The book's car: 200.000 kr. in all, instalments of 5.000 kr., three months without payment.
BIL = {
    "misligholdte_ydelser": 3,
    "saerlige_omstaendigheder": False,
    "rykket": False,
    "dage_over_forfald": 30,
    "forfaldent_beloeb": 15000,
    "samlet_beloeb_inkl_udbetaling": 200000,
}
JA, NEJ = "MAA_TAGE_TILBAGE", "MAA_IKKE"


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(BIL | changes), reading)


def outcome(reading="pensum", **changes):
    return decide(reading, **changes).outcome


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"misligholdte_ydelser": 1}, NEJ, id="table_37_one_payment"),
        pytest.param(
            {"misligholdte_ydelser": 1, "rykket": True}, NEJ, id="table_37_one_payment_and_a_reminder"
        ),
        pytest.param(
            {"misligholdte_ydelser": 1, "saerlige_omstaendigheder": True},
            JA,
            id="table_37_one_payment_unless_special_circumstances",
        ),
        pytest.param({}, JA, id="table_37_three_months"),
        pytest.param({"misligholdte_ydelser": 2, "rykket": True}, NEJ, id="two_payments"),
        pytest.param({"misligholdte_ydelser": 4}, JA, id="four_payments"),
        pytest.param({"misligholdte_ydelser": 0}, NEJ, id="nothing_missing"),
    ],
)
def test_the_books_table_on_37(changes, expected):
    assert outcome(**changes) == expected


def test_the_book_does_not_look_at_days_and_amounts():
    assert outcome(dage_over_forfald=0, forfaldent_beloeb=1, betalt_foer_tilbagetagelse=True) == JA


def test_in_the_book_the_reminder_is_asked_last_and_changes_nothing():
    for rykket in (True, False):
        decision = decide(misligholdte_ydelser=2, rykket=rykket)
        assert [(step.key, step.answer) for step in decision.steps][-1] == ("er_rykket", rykket)
        assert decision.outcome == NEJ


def test_the_examples_of_the_book_hold_in_the_statute_with_the_facts_left_out():
    """The defaults are the book's own car."""
    for changes, expected in (({"misligholdte_ydelser": 1}, NEJ), ({"misligholdte_ydelser": 3}, JA)):
        facts = topic.read(changes | {"saerlige_omstaendigheder": False, "rykket": False})
        assert [topic.decide(facts, reading).outcome for reading in topic.readings] == [expected, expected]


@pytest.mark.parametrize(
    ("ydelser", "samlet", "expected"),
    [
        pytest.param(1, 200000, NEJ, id="one missed: 5.000 < 20.000"),
        pytest.param(2, 200000, JA, id="two missed: 10.000 is a twentieth exactly"),
        pytest.param(2, 220000, NEJ, id="two missed of 220.000: 10.000 < 11.000"),
        pytest.param(3, 220000, JA, id="three missed of 220.000"),
    ],
)
def test_n16_the_books_car_by_the_statute(ydelser, samlet, expected):
    assert (
        outcome(
            "gaeldende_ret",
            misligholdte_ydelser=ydelser,
            forfaldent_beloeb=5000 * ydelser,
            samlet_beloeb_inkl_udbetaling=samlet,
        )
        == expected
    )


@pytest.mark.parametrize(("dage", "expected"), [(29, NEJ), (30, JA), (31, JA)])
def test_k42_thirty_days_after_the_due_date(dage, expected):
    assert outcome("gaeldende_ret", dage_over_forfald=dage) == expected


@pytest.mark.parametrize(
    ("beloeb", "expected"), [("19999.99", NEJ), ("20000", JA), ("20000.01", JA)], ids=str
)
def test_k42_one_instalment_must_be_a_tenth_to_the_oere(beloeb, expected):
    assert outcome("gaeldende_ret", misligholdte_ydelser=1, forfaldent_beloeb=beloeb) == expected


@pytest.mark.parametrize(("beloeb", "expected"), [("9999.99", NEJ), ("10000", JA), ("10000.01", JA)], ids=str)
def test_k42_several_instalments_must_be_a_twentieth_to_the_oere(beloeb, expected):
    assert outcome("gaeldende_ret", misligholdte_ydelser=2, forfaldent_beloeb=beloeb) == expected


def test_k42_the_whole_rest_is_enough_however_small_and_only_after_thirty_days():
    rest = {"misligholdte_ydelser": 1, "forfaldent_beloeb": 500, "hele_restfordringen": True}
    assert outcome("gaeldende_ret", **rest) == JA
    assert outcome("gaeldende_ret", **rest, dage_over_forfald=29) == NEJ


def test_k42_the_two_amounts_are_a_tenth_and_a_twentieth_of_everything():
    figures = decide("gaeldende_ret", samlet_beloeb_inkl_udbetaling="220000.50").figures
    assert [str(figures[key]) for key in ("en_tiendedel", "en_tyvendedel")] == ["22000.05", "11000.03"]


def test_k42_without_anything_due_there_is_nothing_to_take_back_for():
    assert outcome("gaeldende_ret", misligholdte_ydelser=0, forfaldent_beloeb=30000) == NEJ
    assert outcome("gaeldende_ret", forfaldent_beloeb="0.01", hele_restfordringen=True) == JA
    assert outcome("gaeldende_ret", forfaldent_beloeb=0, hele_restfordringen=True) == NEJ


def test_k42_special_circumstances_are_no_way_round_29():
    changes = {"misligholdte_ydelser": 1, "saerlige_omstaendigheder": True, "forfaldent_beloeb": 5000}
    assert outcome(**changes) == JA
    assert outcome("gaeldende_ret", **changes) == NEJ
    assert not compare(topic, topic.read(BIL | changes)).same


def test_k43_payment_before_the_retaking_prevents_it():
    decision = decide("gaeldende_ret", betalt_foer_tilbagetagelse=True)
    assert (decision.outcome, decision.steps[-1].citation) == (NEJ, "KAL § 37")
    assert "er betalt" in decision.text


def test_k43_unless_special_circumstances_make_it_necessary():
    assert outcome("gaeldende_ret", betalt_foer_tilbagetagelse=True, saerlige_omstaendigheder=True) == JA


def test_more_due_than_everything_that_must_be_paid_is_refused():
    with pytest.raises(FactError, match="forfaldent_beloeb"):
        decide(forfaldent_beloeb="200000.01")
    assert outcome("gaeldende_ret", forfaldent_beloeb=200000) == JA


@pytest.mark.parametrize("name", ["misligholdte_ydelser", "saerlige_omstaendigheder", "rykket"])
def test_what_the_book_asks_must_be_told(name):
    with pytest.raises(FactError, match=name):
        topic.read({key: value for key, value in BIL.items() if key != name})


def mistaken(reading, key, **changes):
    """What the mistake answers to its own step, figure or the outcome."""
    law = topic.reading_for(reading)
    mistake = next(mistake for mistake in law.mistakes if mistake.key == key)
    return mistake.function(topic.read(BIL | changes))


@pytest.mark.parametrize(
    ("reading", "key", "changes", "wrong"),
    [
        ("pensum", "en_glemt_ydelse_er_nok", {"misligholdte_ydelser": 1}, True),
        ("pensum", "en_glemt_ydelse_er_nok", {"misligholdte_ydelser": 2}, None),
        ("pensum", "flere_end_en_er_nok", {"misligholdte_ydelser": 2}, True),
        ("pensum", "flere_end_en_er_nok", {"misligholdte_ydelser": 1}, False),
        ("pensum", "flere_end_en_er_nok", {"misligholdte_ydelser": 3}, True),
        ("pensum", "flere_end_tre_kraeves", {}, False),
        ("pensum", "flere_end_tre_kraeves", {"misligholdte_ydelser": 4}, True),
        ("gaeldende_ret", "straks_efter_forfald", {"dage_over_forfald": 1}, True),
        ("gaeldende_ret", "straks_efter_forfald", {"misligholdte_ydelser": 1}, True),
        ("gaeldende_ret", "straks_efter_forfald", {"misligholdte_ydelser": 0}, None),
        ("gaeldende_ret", "mere_end_tredive_dage", {}, False),
        ("gaeldende_ret", "mere_end_tredive_dage", {"dage_over_forfald": 31}, True),
        ("gaeldende_ret", "skal_overstige_en_tiendedel", {"forfaldent_beloeb": 20000}, False),
        ("gaeldende_ret", "skal_overstige_en_tiendedel", {"forfaldent_beloeb": "20000.01"}, True),
        ("gaeldende_ret", "skal_overstige_en_tyvendedel", {"forfaldent_beloeb": 10000}, False),
        ("gaeldende_ret", "skal_overstige_en_tyvendedel", {"forfaldent_beloeb": "10000.01"}, True),
        ("gaeldende_ret", "en_tyvendedel_ved_en_ydelse", {"misligholdte_ydelser": 1}, True),
        ("gaeldende_ret", "en_tiendedel_af_resten", {}, 18500),
        ("gaeldende_ret", "tyve_procent", {}, 40000),
        ("gaeldende_ret", "betaling_kommer_for_sent", {"betalt_foer_tilbagetagelse": True}, False),
        ("gaeldende_ret", "betaling_redder_altid", {"saerlige_omstaendigheder": True}, False),
    ],
)
def test_what_each_mistake_answers(reading, key, changes, wrong):
    assert mistaken(reading, key, **changes) == wrong


@pytest.mark.parametrize(
    ("reading", "key", "changes", "wrong"),
    [
        ("pensum", "en_rykker_er_nok", {"rykket": True}, JA),
        ("pensum", "en_rykker_er_nok", {}, None),
        ("gaeldende_ret", "bogens_tre_ydelser", {}, JA),
        ("gaeldende_ret", "bogens_tre_ydelser", {"misligholdte_ydelser": 2}, NEJ),
        ("gaeldende_ret", "bogens_tre_ydelser", {"saerlige_omstaendigheder": True}, None),
        ("gaeldende_ret", "saerlige_omstaendigheder_er_nok", {"saerlige_omstaendigheder": True}, JA),
        ("gaeldende_ret", "saerlige_omstaendigheder_er_nok", {}, None),
    ],
)
def test_the_outcome_that_each_mistake_gives(reading, key, changes, wrong):
    found = mistaken(reading, key, **changes)
    assert (found.name if found else None) == wrong


def test_who_counts_two_instalments_as_enough_lets_the_creditor_take_it():
    law = topic.reading_for("pensum")
    mistake = next(mistake for mistake in law.mistakes if mistake.key == "flere_end_en_er_nok")
    assert decide_mistaken(law, topic.read(BIL | {"misligholdte_ydelser": 2}), mistake).outcome == JA


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(
    ydelser=st.integers(0, 6),
    dage=st.integers(0, 90),
    beloeb=st.integers(0, 3_000_000),
    saerlige=st.booleans(),
    betalt=st.booleans(),
    mere=st.integers(1, 1_000_000),
)
def test_owing_more_or_longer_never_helps_the_buyer(ydelser, dage, beloeb, saerlige, betalt, mere):
    facts = {
        "misligholdte_ydelser": ydelser,
        "dage_over_forfald": dage,
        "forfaldent_beloeb": f"{beloeb / 100:.2f}",
        "saerlige_omstaendigheder": saerlige,
        "betalt_foer_tilbagetagelse": betalt,
    }
    worse = ({"dage_over_forfald": dage + 1}, {"forfaldent_beloeb": f"{(beloeb + mere) / 100:.2f}"})
    for reading in topic.readings:
        for changes in (*worse, {"misligholdte_ydelser": ydelser + 1}):
            if outcome(reading, **facts) == JA:
                assert outcome(reading, **facts | changes) == JA


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("key", "target"), [("bruger_opgoerelsesreglen", "jus"), ("bruger_foraeldelse", "jus")]
)
def test_both_readings_know_the_usual_mistake(reading, key, target):
    assert (key, target) in [(one.key, one.target) for one in topic.reading_for(reading).mistakes]
