from hypothesis import assume, given
from hypothesis import strategies as st

from quizzes.knowing import tracing

chances = st.floats(0.001, 0.999)
shares = st.floats(0, 1)


@given(chances, shares)
def test_what_is_known_stays_a_chance(known, share):
    assert 0 < tracing.after(known, share) < 1


@given(chances, shares, shares)
def test_a_better_answer_never_shows_less(known, one, other):
    assume(one <= other)
    assert tracing.after(known, one) <= tracing.after(known, other) + 1e-12


@given(chances, chances, shares)
def test_who_knew_more_knows_more_after_the_same_answer(one, other, share):
    assume(one <= other)
    assert tracing.after(one, share) <= tracing.after(other, share) + 1e-12


def test_four_right_answers_from_the_first_are_mastery_and_one_wrong_takes_it_back():
    known = tracing.KNOWING.known
    for _ in range(3):
        known = tracing.after(known, 1.0)
    assert known < tracing.MASTERED
    known = tracing.after(known, 1.0)
    assert known > tracing.MASTERED
    assert tracing.after(known, 0.0) < tracing.MASTERED


def test_the_formulas_are_those_of_corbett_and_anderson():
    by = tracing.Parameters(known=0.4, learn=0.1, slip=0.2, guess=0.25)
    if_right = 0.4 * 0.8 / (0.4 * 0.8 + 0.6 * 0.25)
    if_wrong = 0.4 * 0.2 / (0.4 * 0.2 + 0.6 * 0.75)
    assert tracing.after(0.4, 1.0, by) == if_right + (1 - if_right) * 0.1
    assert tracing.after(0.4, 0.0, by) == if_wrong + (1 - if_wrong) * 0.1
    assert tracing.expected(0.4, by) == 0.4 * 0.8 + 0.6 * 0.25
