"""What the tests of the courses share: an assignment of the teacher's course, on a case and on a quiz."""

import pytest

from tests import factories


@pytest.fixture
def assignment(course):
    """A case that the student of the course may begin."""
    return factories.AssignmentFactory(course=course, title="Banken siger intet")


@pytest.fixture
def quiz_assignment(course):
    """A quiz that the student of the course may begin."""
    quiz = factories.QuizFactory()
    return factories.AssignmentFactory(course=course, title="Kend reglerne", case=None, quiz=quiz)


@pytest.fixture
def foreign_assignment(other_course):
    """An assignment of a course of others."""
    return factories.AssignmentFactory(course=other_course, title="Ikke for jer")


@pytest.fixture
def submission(assignment, student):
    """What the student has begun."""
    return factories.SubmissionFactory(assignment=assignment, user=student)
