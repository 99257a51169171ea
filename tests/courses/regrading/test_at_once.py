"""Clicks at the same moment, in threads of their own: in force once, taken back once, and never half."""

from decimal import Decimal

import pytest
from django.db import connection

from cases.models import Case
from courses import overriding
from courses.models import Assignment
from courses.regrading import in_force
from tests import factories
from tests.cases.solved import solve
from tests.courses.regrading.conftest import dry, fresh
from tests.courses.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def works(assignment):
    found = [factories.SubmissionFactory(assignment=assignment) for _ in range(4)]
    for one in found:
        solve(one.walkthrough, wrong=lambda number: number == 0)
    Case.objects.update(weight_jus=90)
    return found


def earlier_of(works):
    return {fresh(one).walkthrough.earlier.count() for one in works}


def totals_of(works):
    return {fresh(one).walkthrough.total for one in works}


def test_many_clicks_put_it_in_force_once_and_take_it_back_once(works, assignment, teacher, co_teacher):
    regrade, before = dry(assignment, teacher), totals_of(works)
    at_once(lambda: in_force.put_in_force(fresh(regrade), by=co_teacher))
    assert earlier_of(works) == {1}
    assert totals_of(works) == {Decimal("0.4375")}
    at_once(lambda: in_force.take_back(fresh(regrade), by=teacher))
    assert earlier_of(works) == {2}
    assert totals_of(works) == before


def test_of_two_dry_runs_at_once_one_is_in_force(works, assignment, teacher, co_teacher):
    runs = [dry(assignment, one) for one in (teacher, co_teacher)]
    said = at_once(lambda: [_tried(in_force.put_in_force, run, teacher) for run in runs])
    assert earlier_of(works) == {1}
    assert {fresh(run).state for run in runs} == {"in_force", "ready"}
    assert any("siden der blev prøveberegnet" in word for words in said for word in words)


def test_points_set_by_hand_at_the_same_moment_are_seen_or_wait(works, assignment, teacher):
    """Whichever comes first: the colleague's points are kept, and nothing is in force that the dry run did not show."""
    regrade, user = dry(assignment, teacher), works[0].user
    ways = iter(
        [lambda: _tried(in_force.put_in_force, regrade, teacher), lambda: _set(assignment, user, teacher)] * 3
    )
    at_once(lambda: next(ways)())
    change = regrade.changes.get(submission=works[0])
    is_in_force = fresh(regrade).state == "in_force"
    assert earlier_of(works) == {int(is_in_force)}
    (by_hand,) = overriding.history(assignment, user)
    assert by_hand.old_points == (change.new_points if is_in_force else change.old_points)


def _set(assignment, user, by):
    found = Assignment.objects.get(pk=assignment.pk)
    overriding.change(found, user, Decimal(60), "Mundtligt.", by=by, version="0")


def _tried(verb, regrade, by) -> str:
    try:
        verb(fresh(regrade), by=by)
    except in_force.Refused as refusal:
        return str(refusal)
    finally:
        connection.close()
    return ""
