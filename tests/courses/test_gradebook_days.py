"""Days late by moments as the database writes them: as many as the deadline says, as far as they cost anything."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from courses.deadlines import Deadline, Policy
from courses.gradebook_days import Days, written
from tests.courses.test_deadlines import DUE, moments, policies

# Around the ends of days, where one microsecond matters, and far beyond them.
waits = st.builds(
    lambda days, more: timedelta(days=days) + more,
    st.integers(-2, 500),
    st.one_of(
        st.timedeltas(timedelta(0), timedelta(days=1)),
        st.sampled_from([timedelta(microseconds=n) for n in (-1, 0, 1)]),
    ),
)


def begun(days, at):
    return days.begun(written(at))


@given(moments, policies, st.lists(waits, min_size=1, max_size=4))
def test_they_are_the_deadlines_as_long_as_one_more_costs_more(due, policy, later):
    deadline = Deadline(due - timedelta(days=7), due, policy)
    days = Days(deadline)
    for wait in later:
        told = deadline.late_days(due + wait)
        assert begun(days, due + wait) == min(told, policy.most_days)


@given(policies, st.integers(0, 500))
def test_beyond_the_most_days_nothing_changes(policy, more):
    assert policy.kept(policy.most_days + more) == policy.kept(policy.most_days)


def test_years_late_takes_no_longer_than_the_days_that_cost():
    days = Days(Deadline(DUE - timedelta(days=7), DUE, Policy("per_day", 10)))
    assert begun(days, DUE + timedelta(days=9000)) == 10
    assert len(days.ends) == 10
