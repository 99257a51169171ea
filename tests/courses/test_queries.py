"""A page costs at most ten queries, and as many with three hundred rows as with three."""

import uuid
from copy import copy
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from cases.models import Walkthrough
from courses.models import Assignment, Course, Item, Membership, Submission
from tests import factories

BUDGET = 10
# The other pages of a course are asked with three rows and 300 in `tests.test_budgets`.
STUDENTS = ["{assignment}"]
TEACHERS = ["/", "{results}", "{results}ret/", "{results}frister/", "{assignment}"]


@pytest.fixture
def own(course, student):
    """The student's hand-in, of which the other rows are copies."""
    assignment = factories.AssignmentFactory(course=course)
    return factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)


@pytest.fixture
def fill(own, teacher, student):
    """fill(rows) adds so many students with work, assignments and courses."""

    def make(rows):
        course = own.assignment.course
        users = [User(email=f"{uuid.uuid4()}@eksempel.test", name=f"Navn {n}") for n in range(rows)]
        User.objects.bulk_create(users)
        made = Assignment.objects.bulk_create(_assignment(own, n) for n in range(rows))
        case = own.item.case
        items = Item.objects.bulk_create(Item(assignment=one, case=case) for one in made)
        original = Walkthrough.objects.get(pk=own.walkthrough_id)
        works = [_copy(original, user) for user in [*users, *[student] * rows]]
        Walkthrough.objects.bulk_create(works)
        set_to = [own.item] * rows + items
        Submission.objects.bulk_create(
            Submission(assignment=one.assignment, item=one, user=work.user, walkthrough=work)
            for one, work in zip(set_to, works, strict=True)
        )
        courses = Course.objects.bulk_create(Course(name=f"Hold {n}", term="2026") for n in range(rows))
        Membership.objects.bulk_create(
            [Membership(course=course, user=user, role="student") for user in users]
            + [Membership(course=one, user=teacher, role="teacher") for one in courses]
            + [Membership(course=one, user=student, role="student") for one in courses]
        )

    return make


def _assignment(own, number):
    now = timezone.now()
    due = now + timedelta(minutes=number + 1)
    first = own.assignment
    return Assignment(course=first.course, title=f"Nr. {number}", opens_at=now, due_at=due)


def _copy(original, user):
    work = copy(original)
    work.pk, work.user = uuid.uuid4(), user
    return work


def count(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    ("person", "where"),
    [("student", where) for where in STUDENTS] + [("teacher", where) for where in TEACHERS],
)
def test_a_page_keeps_its_budget_however_many_rows(request, own, fill, person, where):
    client = request.getfixturevalue(f"as_{person}")
    results = f"/undervisning/{own.assignment.course.uuid}/afleveringer/{own.assignment.uuid}/"
    address = where.format(
        assignment=own.assignment.get_absolute_url(),
        results=results,
    )
    fill(3)
    few = count(client, address)
    fill(297)
    assert count(client, address) == few
    assert few <= BUDGET
