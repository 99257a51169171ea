"""What was set before there were items: one item each, and back."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from courses.models import Item
from tests import factories

AFTER = [("courses", "0004_items_attempts")]
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def before():
    """What the migration stands on."""
    return [
        one
        for one in MigrationExecutor(connection).loader.get_migration(*AFTER[0]).dependencies
        if one[0] == "courses"
    ]


def migrate(target):
    executor = MigrationExecutor(connection)
    executor.migrate(target)
    return MigrationExecutor(connection).loader.project_state(target).apps


@pytest.fixture
def back_again():
    """Whatever happens, the tables are as the models say afterwards."""
    yield
    migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())
    assert apps.get_model("courses.Item") is Item


@pytest.mark.usefixtures("back_again")
def test_what_the_earlier_tables_cannot_hold_is_not_thrown_away_and_the_rest_is_kept_both_ways():
    quiz = factories.AssignmentFactory(case=None, quiz=factories.QuizFactory())
    begun = factories.SubmissionFactory()
    case = begun.item.case_id
    several = factories.AssignmentFactory(
        items=[{"case": begun.item.case}, {"quiz": factories.QuizFactory()}]
    )

    assigned = migrate(AFTER).get_model("courses", "Assignment").objects
    with pytest.raises(RuntimeError, match="cannot be taken back"):
        migrate(before())
    assert assigned.get(pk=several.pk).items.count() == 2

    assigned.get(pk=several.pk).delete()
    old = migrate(before()).get_model("courses", "Assignment").objects
    assert (old.get(pk=begun.assignment_id).case_id, old.get(pk=begun.assignment_id).quiz_id) == (case, None)
    assert old.get(pk=quiz.pk).quiz_id is not None

    now = migrate(AFTER)
    kept = now.get_model("courses", "Submission").objects.get(pk=begun.pk)
    assigned = now.get_model("courses", "Assignment").objects
    assert (kept.item.case_id, kept.item.assignment_id, kept.number) == (case, begun.assignment_id, 1)
    assert assigned.get(pk=quiz.pk).variant == "own"
    assert assigned.get(pk=begun.assignment_id).variant == "original"
