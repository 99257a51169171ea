import doctest

import pytest

from courses import deadlines, join_codes, moments, roster, weighing
from courses.models import grade_records


@pytest.mark.parametrize(
    "module",
    [deadlines, grade_records, join_codes, moments, roster, weighing],
    ids=lambda module: module.__name__,
)
def test_the_examples_in_the_docstrings_hold(module):
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed
