"""What several tries at several items come to, whatever they are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses import scoring
from courses.scoring import BEST, COUNTS, FIRST, LAST, MEAN, Try, counting, share, weighted

CLOSE = Decimal("1e-20")
SHARES = st.decimals(0, 1, places=4)
COUNT = st.sampled_from(COUNTS)


def as_tries(shares):
    return [Try(number, one, one) for number, one in enumerate(shares, 1)]


TRIES = st.lists(SHARES, min_size=1, max_size=6).map(as_tries)
ITEMS = st.lists(st.tuples(SHARES, st.integers(0, 9)), min_size=1, max_size=8)


@given(TRIES, COUNT)
def test_what_counts_lies_between_the_worst_and_the_best(tries, counts):
    kept = [one.kept for one in tries]
    assert min(kept) - CLOSE <= share(tries, counts) <= max(kept) + CLOSE


@given(TRIES)
def test_the_best_is_at_least_any_other_way_to_count(tries):
    assert all(share(tries, BEST) >= share(tries, other) - CLOSE for other in COUNTS)


@given(TRIES, SHARES)
def test_where_the_best_counts_a_further_try_never_lowers_it(tries, more):
    further = [*tries, Try(len(tries) + 1, more, more)]
    assert share(further, BEST) >= share(tries, BEST)
    assert share(further, FIRST) == share(tries, FIRST)
    assert share(further, LAST) == more


@given(TRIES, COUNT, st.data())
def test_more_points_in_a_try_never_lower_what_counts(tries, counts, data):
    place = data.draw(st.integers(0, len(tries) - 1))
    old = tries[place]
    more = data.draw(st.decimals(old.kept, 1, places=4))
    better = [*tries[:place], Try(old.number, more, more), *tries[place + 1 :]]
    assert share(better, counts) >= share(tries, counts) - CLOSE


@given(TRIES, COUNT, st.randoms())
def test_in_which_order_the_rows_are_read_changes_nothing(tries, counts, random):
    mixed = random.sample(tries, len(tries))
    assert share(mixed, counts) == share(tries, counts)
    assert counting(mixed, counts) == counting(tries, counts)


@pytest.mark.parametrize("counts", COUNTS)
def test_of_one_try_that_one_counts_and_of_none_nothing(counts):
    one = Try(1, Decimal("0.7"), Decimal("0.5"), late_days=1)
    assert share([one], counts) == Decimal("0.5")
    assert share([], counts) == 0


def test_of_two_equally_good_tries_the_first_counts():
    assert [one.number for one in counting(as_tries([Decimal("0.5")] * 2), BEST)] == [1]


def test_the_best_is_the_best_after_what_being_late_costs():
    early, late = Try(1, Decimal("0.6"), Decimal("0.6")), Try(2, Decimal("0.9"), Decimal("0.5"), 4)
    assert counting([early, late], BEST) == [early]
    assert share([early, late], MEAN) == Decimal("0.55")


@given(ITEMS, st.integers(2, 9))
def test_weights_that_all_grow_by_the_same_factor_change_nothing(items, factor):
    scaled = [(one, weight * factor) for one, weight in items]
    assert abs(weighted(scaled) - weighted(items)) < CLOSE


@given(ITEMS, st.randoms())
def test_the_order_of_items_changes_nothing(items, random):
    assert abs(weighted(random.sample(items, len(items))) - weighted(items)) < CLOSE


@given(ITEMS, st.data())
def test_more_points_in_an_item_never_lower_the_result(items, data):
    place = data.draw(st.integers(0, len(items) - 1))
    old, weight = items[place]
    better = [*items[:place], (data.draw(st.decimals(old, 1, places=4)), weight), *items[place + 1 :]]
    assert weighted(better) >= weighted(items) - CLOSE


@given(ITEMS)
def test_the_result_is_a_share(items):
    assert 0 <= weighted(items) <= 1 + CLOSE


@given(ITEMS, SHARES)
def test_what_weighs_nothing_changes_nothing(items, more):
    assert weighted([*items, (more, 0)]) == weighted(items)


@given(SHARES, st.integers(1, 100))
def test_the_only_item_is_the_result(one, weight):
    assert abs(weighted([(one, weight)]) - one) < CLOSE


def test_nothing_that_weighs_is_nothing():
    assert scoring.weighted([(Decimal(1), 0)]) == 0
