"""Whatever people do in whatever order: two marks at most, of two people, and only what is agreed counts."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses import markable, marking
from courses.models import Assignment, Judgement
from courses.two_markers import saving, sides
from courses.two_markers.sides import COUNT, Stage
from tests import factories
from tests.courses.two_markers.acting import Argument

pytestmark = pytest.mark.django_db
PEOPLE = ("teacher", "co_teacher", "marker")
WHO, POINTS = st.sampled_from(PEOPLE), st.sampled_from(["0", "1", "2"])
ACTS = st.one_of(
    st.tuples(st.just("mark"), WHO, POINTS),
    st.tuples(st.just("agree"), WHO, POINTS),
    st.tuples(st.just("mean"), WHO, POINTS),
    st.tuples(st.just("switch"), WHO, st.sampled_from(["on", "off"])),
)


def act(argument, what, by, said):
    """Do it as the person whose page was drawn just before."""
    if what == "switch":
        return switch(argument.assignment, by, said == "on")
    now = markable.of(argument.submission)
    both = sides.of(now)
    points = dict.fromkeys(argument.most, Decimal(said))
    version = both.version(by, now.version) if both.is_by_two else now.version
    try:
        if what == "mark":
            marking.award(now, points, "", by=by, version=version)
        elif both.is_full:
            given = both.mean if what == "mean" else points
            saving.agree(now, given, "", "Aftalt.", by=by, version=version)
    except saving.Refused:
        return None


def switch(assignment, by, is_on):
    Assignment.objects.filter(pk=assignment.pk).update(marked_by_two=is_on)
    if not is_on:
        saving.switched_off(Assignment.objects.get(pk=assignment.pk), by=by)


@settings(max_examples=25)
@given(acts=st.lists(ACTS, min_size=2, max_size=7))
def test_an_argument_goes_only_where_it_may(assignment, teacher, co_teacher, marker, acts):
    people = {"teacher": teacher, "co_teacher": co_teacher, "marker": marker}
    Assignment.objects.filter(pk=assignment.pk).update(marked_by_two=True)
    argument = Argument(factories.SubmissionFactory(assignment=assignment, handed_in=True))
    full: list = []
    for what, who, said in acts:
        before = argument.sides
        act(argument, what, people[who], said)
        after, marks = argument.sides, [one for one in argument.marks if one.place < Judgement.Place.AGREED]
        assert len(marks) <= 2
        assert len({one.by_id for one in marks}) == len(marks)
        assert bool(argument.given) == (after.stage in COUNT)
        if after.stage is Stage.EQUAL:
            assert not after.differing
        if before.stage in COUNT:
            assert after.stage in COUNT
        if before.is_full:
            assert [one.points for one in marks] == full
        if not after.is_full:
            assert not any(after.may_settle(one, assignment.course) for one in people.values())
        full = [one.points for one in marks]
