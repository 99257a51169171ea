"""At the same moment, in threads of their own: one of two teachers is told, and who hands in is not lost between."""

import pytest

from courses import accepting
from courses.accepting import Stale
from courses.models import Acceptance, Submission
from courses.regrading import in_force
from tests import factories
from tests.courses.accepting.conftest import WHY, answer, fresh, place_of, points, standing
from tests.courses.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def asked_of(submission):
    """The first answer of a hand-in, as the page reads it."""
    rows = Submission.objects.filter(user=submission.user).with_work().select_related("assignment__course")
    return accepting.of(rows, submission.uuid, place_of(submission))


def test_of_teachers_who_save_at_once_one_is_kept_and_the_others_are_told(five, teacher):
    version = asked_of(five[0]).version
    shares = iter([100, 80, 60, 40, 20, 10])

    def save():
        try:
            accepting.save(asked_of(five[0]), next(shares), WHY, by=teacher, version=version)
        except Stale:
            return "told"
        return "kept"

    said = at_once(save)
    assert sorted(said) == ["kept", *["told"] * 5]
    assert Acceptance.objects.count() == 1
    assert points(five[0]) == [1 + standing()[0].percent / 100]


def test_of_two_dry_runs_at_once_one_counts(five, teacher, co_teacher):
    runs = [
        accepting.try_for_all(asked_of(five[0]), share, WHY, by=who)
        for share, who in ((100, teacher), (50, co_teacher))
    ]
    at_once(lambda: [_forced(run, teacher) for run in runs])
    assert len(standing()) == 1
    assert points(*five[:3]) == [1 + standing()[0].percent / 100] * 3


def test_who_hands_in_as_it_comes_into_force_has_it_or_stops_it(short_quiz, five, teacher):
    late = factories.SubmissionFactory(assignment=short_quiz)
    run = accepting.try_for_all(asked_of(five[0]), 100, WHY, by=teacher)
    ways = iter([lambda: _forced(run, teacher), lambda: answer(late, "Regreskrav", "Regres")])
    at_once(lambda: next(ways, lambda: None)())
    assert points(late) == ([2] if standing() else [1])


def _forced(run, teacher):
    try:
        in_force.put_in_force(fresh(run), by=teacher)
    except in_force.Refused as refusal:
        return str(refusal)
    return "in force"
