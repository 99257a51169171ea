from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules.facts import FactError

GOOD = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-31",
    "kraevet": "2026-09-15",
    "misligholdt_beloeb": "62800.00",
}
underretning = rules.topic("underretning")


def problems(**changed):
    with pytest.raises(FactError) as caught:
        underretning.read(GOOD | changed)
    return {problem.fact: problem for problem in caught.value.problems}


def test_amounts_come_as_numbers_or_text_and_dates_as_iso():
    facts = underretning.read(GOOD)
    assert (facts.misligholdt, facts.misligholdt_beloeb) == (date(2026, 1, 31), Decimal(62800))
    assert underretning.read(GOOD | {"misligholdt_beloeb": 62800.0}) == facts


def test_every_wrong_fact_is_named_with_what_came_and_what_would_be_right():
    found = problems(
        privat_kautionist="ja", misligholdt="31-01-2026", misligholdt_beloeb=-1, langiver="onkel"
    )
    assert set(found) == {"privat_kautionist", "misligholdt", "misligholdt_beloeb", "langiver"}
    assert found["langiver"].came == "onkel"
    assert found["langiver"].right == "en af pengeinstitut, realkredit, anden"
    assert found["misligholdt"].label == "Dag for misligholdelse"


@pytest.mark.parametrize("junk", [True, "x", "NaN", "Infinity", 1e400, "1e99", [], {}, "12.345"])
def test_an_amount_is_a_number_of_two_decimals(junk):
    assert "misligholdt_beloeb" in problems(misligholdt_beloeb=junk)


@pytest.mark.parametrize("junk", [0, 1, "true", None, "ja"])
def test_a_yes_or_no_is_nothing_but_true_or_false(junk):
    assert "privat_kautionist" in problems(privat_kautionist=junk)


@pytest.mark.parametrize("junk", [1, 1.5, "2026-13-01", "1899-12-31", "2200-01-01", "20260131", True])
def test_a_date_is_iso_between_1900_and_2199(junk):
    assert "misligholdt" in problems(misligholdt=junk)


def test_unknown_names_are_refused_and_the_known_ones_listed():
    found = problems(mislighold="2026-01-31")
    assert "privat_kautionist" in found["mislighold"].right


def test_days_in_an_impossible_order_are_refused():
    found = problems(underrettet="2026-01-30")
    assert "31. januar 2026" in found["underrettet"].message


def test_missing_facts_are_named_and_defaults_are_taken():
    assert "kraevet" in {problem.fact for problem in _missing("kraevet")}
    assert underretning.read(GOOD).plain()["langiver"] == "pengeinstitut"


def _missing(name):
    with pytest.raises(FactError) as caught:
        underretning.read({key: value for key, value in GOOD.items() if key != name})
    return caught.value.problems


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_anything_at_all_is_read_or_refused_by_name(junk):
    for topic in rules.topics().values():
        with pytest.raises(FactError) as caught:
            topic.read(junk)
        assert all(problem.message for problem in caught.value.problems)


@pytest.mark.parametrize("topic", rules.topics().values(), ids=str)
@given(
    junk=st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.lists(st.integers(), max_size=2),
    seed=st.integers(0, 50),
)
def test_any_value_in_any_fact_is_read_or_refused_by_name(topic, junk, seed):
    from rules.variants import variant

    good = variant(topic, seed).facts.plain()
    for name in good:
        try:
            topic.read(good | {name: junk})
        except FactError as error:
            assert error.problems
