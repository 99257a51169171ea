"""A page costs at most ten queries, and as many with thirty rows as with three."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

BUDGET = 10
STUDENTS = ["/", "/afleveringer/", "/afleveringer/tilmeld/", "{assignment}"]
TEACHERS = ["/", "/undervisning/", "/undervisning/nyt-hold/", "{course}", "{course}ret/"]
TEACHERS += ["{course}afleveringer/ny/", "{results}", "{results}ret/", "{results}frigiv/"]
TEACHERS += ["{results}resultater.csv", "{hand_in}", "{assignment}"]


@pytest.fixture
def fill(course, teacher, student):
    """Rows of every kind, and the addresses of the pages that show them."""
    case, quiz = factories.CaseFactory(), factories.QuizFactory()

    def make(rows):
        first = factories.AssignmentFactory(course=course, case=case)
        for number in range(rows):
            content = {"case": case} if number % 2 else {"case": None, "quiz": quiz}
            assignment = factories.AssignmentFactory(course=course, **content)
            factories.SubmissionFactory(assignment=assignment, user=student, handed_in=number % 3 == 0)
            factories.SubmissionFactory(assignment=first, handed_in=number % 2 == 0)
            own = factories.CourseFactory()
            factories.MembershipFactory(course=own, user=teacher, role="teacher")
            factories.MembershipFactory(course=own, user=student)
        submission = factories.SubmissionFactory(assignment=first, handed_in=True)
        page = f"/undervisning/{course.uuid}/afleveringer/{first.uuid}/"
        return {
            "assignment": first.get_absolute_url(),
            "course": course.get_absolute_url(),
            "results": page,
            "hand_in": f"{page}{submission.uuid}/",
        }

    return make


def count(client, address):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    ("person", "page"), [("student", page) for page in STUDENTS] + [("teacher", page) for page in TEACHERS]
)
def test_a_page_keeps_its_budget_however_many_rows(request, fill, person, page):
    client = request.getfixturevalue(f"as_{person}")
    few = count(client, page.format(**fill(3)))
    many = count(client, page.format(**fill(30)))
    assert few == many
    assert few <= BUDGET
