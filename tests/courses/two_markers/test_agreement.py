"""How far two agree: the share of criteria, and kappa as Cohen has it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.models import Judgement
from courses.two_markers import agreement
from tests import factories
from tests.courses.two_markers.acting import text

LEVELS = [Fraction(0), Fraction(1, 2), Fraction(1)]
# The first marker's levels in the rows, the other's in the columns.
TABLE = [[4, 1, 0], [1, 6, 2], [0, 1, 5]]


def pairs(table):
    return [
        (LEVELS[one], LEVELS[other])
        for one, row in enumerate(table)
        for other, count in enumerate(row)
        for _ in range(count)
    ]


def test_kappa_is_as_worked_out_by_hand():
    """Rows sum to 5, 9, 6 and columns to 5, 8, 7 of 20.

    Seen: five criteria one step apart, 5/20. By chance: (5·8 + 9·5 + 9·7 + 6·8) one step and (5·7 + 6·5) two steps
    apart, (196 + 2·65)/400 = 326/400. Kappa is 1 - (5/20)/(326/400) = 226/326.
    """
    assert agreement.weighted_kappa(pairs(TABLE)) == pytest.approx(226 / 326)


def test_a_difference_of_two_steps_costs_twice_one_of_one():
    near = agreement.weighted_kappa(pairs([[5, 1, 0], [0, 5, 0], [0, 0, 5]]))
    far = agreement.weighted_kappa(pairs([[5, 0, 1], [0, 5, 0], [0, 0, 5]]))
    assert near > far


def test_where_all_got_the_same_there_is_none():
    assert agreement.weighted_kappa(pairs([[0, 0, 0], [0, 0, 0], [0, 0, 7]])) is None


@given(st.lists(st.tuples(st.sampled_from(LEVELS), st.sampled_from(LEVELS)), min_size=1, max_size=30))
def test_kappa_is_the_same_from_both_sides_and_never_above_one(found):
    kappa = agreement.weighted_kappa(found)
    assert kappa == agreement.weighted_kappa([(other, one) for one, other in found])
    assert kappa is None or kappa <= 1
    if kappa == 1:
        assert all(one == other for one, other in found)


def judged(one, other, count):
    """So many arguments on which the two gave these points."""
    return [
        [
            Judgement(by_id=by, place=place, points={"q1-jus": {"points": points, "of": 2}})
            for place, (by, points) in enumerate(((1, one), (2, other)), 1)
        ]
        for _ in range(count)
    ]


def test_below_ten_arguments_there_are_too_few():
    few, enough = (agreement.of(judged("1", "2", count) + judged("0", "0", 1)) for count in (8, 9))
    assert few.kappa_shown == "for få til at regne på"
    assert enough.kappa_shown == "0,17"
    assert (enough.same, enough.criteria, enough.percent) == (1, 10, 10)


def test_whoever_was_first_each_person_is_one_side():
    swapped = [marks[::-1] for marks in judged("1", "2", 5)]
    for marks in swapped:
        for place, mark in enumerate(marks, 1):
            mark.place = place
    found = judged("1", "2", 5) + judged("0", "0", 3)
    assert agreement.of(found + swapped).kappa == agreement.of(found + judged("1", "2", 5)).kappa


def test_what_was_agreed_afterwards_and_what_one_has_marked_is_left_out():
    (marks,) = judged("1", "2", 1)
    marks.append(Judgement(by_id=3, place=3, points={"q1-jus": {"points": "2", "of": 2}}))
    assert agreement.of([marks, marks[:1]]).criteria == 1
    assert agreement.of([marks[:1]]) is None


def test_the_list_tells_it(as_teacher, as_co_teacher, argument):
    argument.mark(as_teacher, "1")
    assert "Vægtet kappa" not in text(as_teacher.get(argument.list))
    argument.mark(as_co_teacher, "1", q1_jus="2")
    count = len(argument.most)
    page = text(as_teacher.get(argument.list))
    assert f"samme niveau på {count - 1} af {count} kriterier" in page
    assert "Vægtet kappa: for få til at regne på." in page


def test_where_nobody_could_be_the_second_the_list_says_so(as_teacher, teacher, argument):
    assert "Der mangler en bedømmer." in text(as_teacher.get(argument.list))
    factories.MembershipFactory(course=argument.assignment.course, role="marker")
    assert "Der mangler en bedømmer." not in text(as_teacher.get(argument.list))
