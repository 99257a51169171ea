import doctest

import pytest

from courses import deadlines, gradebook, join_codes, moments, roster
from courses.models import grade_records


@pytest.mark.parametrize(
    "module",
    [deadlines, grade_records, gradebook, join_codes, moments, roster],
    ids=lambda module: module.__name__,
)
def test_the_examples_in_the_docstrings_hold(module):
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed
