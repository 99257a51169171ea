"""An assignment that two mark: the teacher, her co-teacher and a marker could be the two."""

import pytest

from tests import factories
from tests.courses.two_markers.acting import Argument


@pytest.fixture
def assignment(course):
    case = factories.CaseFactory(
        weight_argument=20, questions=[{"key": "q1"}], rubric=[{"title": "Skriver klart", "points": 4}]
    )
    return factories.AssignmentFactory(course=course, case=case, title="Kautionen", marked_by_two=True)


@pytest.fixture
def argument(assignment, student, as_student):
    """What the student has handed in."""
    return Argument(factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True))
