from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items import Item
from tests.factories import frozen_item


def item_of(rights):
    options = [
        {"key": f"o{number}", "text": f"Svar {number}", "right": right, "remark": f"Om {number}."}
        for number, right in enumerate(rights)
    ]
    return Item(frozen_item(1, kind="multiple", options=options), 1)


@pytest.mark.parametrize(
    ("chosen", "points"),
    [
        (["o0", "o1"], "1"),
        (["o0"], "0.5"),
        (["o0", "o2"], "0"),
        (["o0", "o1", "o2"], "0.5"),
        (["o2", "o3"], "0"),
        ([], "0"),
    ],
)
def test_wrong_choices_are_taken_from_the_right_ones(chosen, points):
    assert item_of([True, True, False, False]).points(chosen) == Decimal(points)


def test_a_third_is_kept_to_four_decimals():
    assert item_of([True, True, True, False]).points(["o0"]) == Decimal("0.3333")


@given(
    st.lists(st.booleans(), min_size=2, max_size=8).filter(lambda rights: any(rights) and not all(rights)),
    st.sets(st.integers(0, 7)),
)
def test_points_are_a_share_and_full_only_for_exactly_the_right_ones(rights, numbers):
    item = item_of(rights)
    chosen = [f"o{number}" for number in numbers if number < len(rights)]
    exactly = {f"o{number}" for number, right in enumerate(rights) if right}
    assert 0 <= item.points(chosen) <= 1
    assert (item.points(chosen) == 1) == (set(chosen) == exactly)


@given(st.lists(st.booleans(), min_size=2, max_size=8).filter(any), st.data())
def test_choosing_one_more_right_option_never_costs(rights, data):
    item = item_of(rights)
    keys = [f"o{number}" for number in range(len(rights))]
    chosen = data.draw(st.sets(st.sampled_from(keys)))
    one = data.draw(st.sampled_from([key for key, right in zip(keys, rights, strict=True) if right]))
    assert item.points(chosen | {one}) >= item.points(chosen)


def test_the_remark_is_that_of_the_wrong_choices():
    item = item_of([True, False, False])
    assert item.said_of(["o0"]) == "Om 0."
    assert item.said_of(["o0", "o1", "o2"]) == "Om 1.\nOm 2."
