"""Several clicks at the same moment, in threads of their own."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.db import connection

from cases.models import Walkthrough
from courses import enrolment, markable, marking
from courses.begin import begin
from courses.models import Judgement, Membership, Submission
from courses.two_markers import saving
from quizzes.models import Attempt
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
CLICKS = 6


def at_once(work):
    """The results of CLICKS calls that run at the same time."""

    def call(_):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(CLICKS) as pool:
        return list(pool.map(call, range(CLICKS)))


@pytest.mark.parametrize("kind", ["case", "quiz"])
def test_many_clicks_on_begin_make_one_submission(kind):
    content = {"case": None, "quiz": factories.QuizFactory()} if kind == "quiz" else {}
    assignment = factories.AssignmentFactory(**content)
    student = factories.MembershipFactory(course=assignment.course).user
    begun = at_once(lambda: begin(student, assignment))
    assert len({submission.pk for submission in begun}) == 1
    assert Submission.objects.count() == 1
    assert Walkthrough.objects.count() + Attempt.objects.count() == 1


@pytest.mark.parametrize("kind", ["case", "quiz"])
def test_many_clicks_on_a_further_try_make_one_more(kind):
    content = {"case": None, "quiz": factories.QuizFactory()} if kind == "quiz" else {}
    assignment = factories.AssignmentFactory(attempts=5, variant="own", **content)
    student = factories.SubmissionFactory(assignment=assignment, handed_in=True).user
    begun = at_once(lambda: begin(student, assignment, number=2))
    assert {submission.number for submission in begun} == {2}
    assert [submission.number for submission in Submission.objects.order_by("number")] == [1, 2]
    assert Walkthrough.objects.count() + Attempt.objects.count() == 2


def test_two_items_begun_at_once_are_one_submission_each():
    items = [{"case": factories.CaseFactory()}, {"quiz": factories.QuizFactory()}]
    assignment = factories.AssignmentFactory(items=items)
    student = factories.MembershipFactory(course=assignment.course).user
    first, second = assignment.item_list
    at_once(lambda: [begin(student, assignment, item) for item in (first, second)])
    assert sorted(Submission.objects.values_list("item", "number")) == [(first.pk, 1), (second.pk, 1)]


def test_handing_in_many_times_counts_once():
    assignment = factories.AssignmentFactory(case=None, quiz=factories.QuizFactory())
    submission = factories.SubmissionFactory(assignment=assignment)
    at_once(lambda: Attempt.objects.get(pk=submission.attempt_id).submit())
    first = Submission.objects.get(pk=submission.pk).submitted_at
    Attempt.objects.get(pk=submission.attempt_id).submit()
    assert Submission.objects.get(pk=submission.pk).submitted_at == first


def by_two():
    """An argument that two are to mark, the points of all its criteria, and six people who could."""
    case = factories.CaseFactory(weight_argument=20, questions=[{"key": "q1"}])
    assignment = factories.AssignmentFactory(case=case, marked_by_two=True)
    submission = factories.SubmissionFactory(assignment=assignment, handed_in=True)
    criteria = Walkthrough.objects.get(submission=submission).frozen["rubric"]
    course = assignment.course
    people = [factories.MembershipFactory(course=course, role="marker").user for _ in range(CLICKS)]
    return submission, {one["key"]: Decimal(1) for one in criteria}, people


def award(submission, points, by):
    """Mark it, from a page that was drawn when nobody had."""
    marked = markable.of(
        Submission.objects.with_work().select_related("assignment__course").get(pk=submission.pk)
    )
    try:
        return marking.award(marked, points, "", by=by, version="egen-0")
    except saving.Refused:
        return None


def test_of_six_who_mark_at_once_two_are_kept_and_they_count_once():
    submission, points, people = by_two()
    before = Walkthrough.objects.get(submission=submission).version
    told = at_once(lambda: award(submission, points, people.pop()))
    assert sorted(str(stage) for stage in told if stage) == ["Stage.EQUAL", "Stage.ONE"]
    assert list(Judgement.objects.values_list("place", flat=True)) == [1, 2]
    kept = Walkthrough.objects.get(submission=submission)
    assert {one["points"] for one in kept.argument_points.values()} == {"1"}
    assert kept.version == before + 1


def test_one_who_marks_many_times_at_once_is_one_of_the_two():
    submission, points, people = by_two()
    at_once(lambda: award(submission, points, people[0]))
    assert [(mark.place, mark.by, mark.version) for mark in Judgement.objects.all()] == [(1, people[0], 1)]


def test_joining_many_times_makes_one_membership():
    course, person = factories.CourseFactory(), factories.UserFactory()
    at_once(lambda: enrolment.join(person, course.join_code))
    assert Membership.objects.filter(course=course, user=person).count() == 1
