"""Several clicks at the same moment, in threads of their own."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from cases.models import Walkthrough
from courses import enrolment
from courses.begin import begin
from courses.models import Membership, Submission
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


def test_joining_many_times_makes_one_membership():
    course, person = factories.CourseFactory(), factories.UserFactory()
    at_once(lambda: enrolment.join(person, course.join_code))
    assert Membership.objects.filter(course=course, user=person).count() == 1
