"""How often an address may ask the database: one table, held with three rows of everything and with 300.

Ten times, where the table says nothing else. The rows of `test_access` are asked as a person who may.
Savepoints are not counted: outside of a test they are the beginning and the end of the transaction.
"""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, reset_queries, transaction
from django.test.utils import CaptureQueriesContext

from tests.addresses import kinds
from tests.crowd import fill
from tests.test_access import ADMIN, SITE, one_who_may

pytestmark = pytest.mark.one_database
USUAL = 10
BUDGETS = {
    # Everything that is kept about a person, one table after another.
    "accounts:my_data GET": 28,
    "lessons:section GET": 8,
    "lessons:topic GET": 8,
    "lessons:calculators GET": 4,
    "lessons:calculator GET": 4,
    "lessons:calculator_table GET": 4,
    "lessons:checklist GET": 8,
    "lessons:tick POST": 8,
    "cases:answer POST": 10,
    # Three hundred students are told.
    "courses:release POST": 24,
    "courses:gradebook GET": 15,
    "courses:gradebook_csv GET": 15,
    "courses:gradebook_xlsx GET": 15,
    # The form reads what may be set, and the categories; the lines are what is refused.
    "courses:edit_assignment POST": 11,
    # Made from everything that the result rests on, the first time; from then on it is kept.
    "courses:receipt_pdf GET": 14,
    # One step for all: the works, what they are worth, what grades them today, and each row that changes.
    "courses:put_in_force POST": 26,
    "courses:take_back POST": 16,
    # A round is put together: what is due, what is weak, and the questions that ask it.
    "quizzes:practice POST": 13,
    "quizzes:question POST": 8,
    "quizzes:in_text GET": 4,
    # A form of the admin reads its lists of choices, a copy writes a history of every part.
    "admin:cases_case_change POST": 12,
    "admin:quizzes_quiz_change POST": 12,
    "admin:cases_case_simple_history POST": 12,
    # Under the form stands the check list, which reads the questions with their options.
    "admin:quizzes_quiz_change GET": 13,
    **{f"admin:{kind}_copy POST": 15 for kind in kinds()},
}
# SQLite takes a thousand values at a time.
INSERTS_MANY = {
    "admin:quizzes_quiz_copy POST",
    "admin:lessons_checklist_copy POST",
    "courses:release POST",
    "courses:put_in_force POST",
}
# A question on a term reads its section and what it stands beside; one made by the rules reads nothing.
BY_WHAT_IS_DRAWN = {"quizzes:practice POST"}
# What is sent where an empty form would be refused before anything is saved.
SENT = {
    "cases:argument POST": {"begrundelse": "Fordi.", "udgave": "1"},
    "cases:answer POST": {"q1-jus-jus": "FIL § 48", "version": "1"},
    "cases:hint POST": {"version": "1"},
    "quizzes:question POST": {"chosen": "right-1", "version": "0", "page": "siden"},
}
WRITTEN = {(name, thing) for name, _, thing, _ in ADMIN}


def _asked():
    for name, method, thing, statuses in (*SITE, *ADMIN):
        if role := one_who_may(name, statuses):
            yield name, method, thing, role


@pytest.fixture
def cost(request, world):
    """cost(name, method, thing, role): the number of queries; what was done is undone."""
    headers = {"HX-Request": "true"}

    def ask(name, method, thing, role):
        client = request.getfixturevalue(f"as_{role}")
        of = world.of_author if (name, thing) in WRITTEN else world.address
        address = of(name, thing)
        sent = SENT.get(f"{name} {method}", {})
        # The log holds the last nine thousand, of the whole test.
        reset_queries()
        with transaction.atomic():
            with CaptureQueriesContext(connection) as asked:
                if method == "GET":
                    client.get(address)
                else:
                    client.post(address, sent, headers=headers if sent else {})
            transaction.set_rollback(True)
        return sum("SAVEPOINT" not in query["sql"] for query in asked)

    return ask


def test_every_address_keeps_its_budget_with_three_rows_and_with_three_hundred(world, cost, subtests):
    fill(world, 3)
    rows = list(_asked())
    # What a process asks but once. Were it more, the first count would be the higher, and the test fail.
    ContentType.objects.get_for_models(*apps.get_models())
    few = {row: cost(*row) for row in rows}
    fill(world, 297)
    for row in rows:
        name, method, *_ = row
        with subtests.test(" ".join(row)):
            many, named = cost(*row), f"{name} {method}"
            assert many == few[row] or named in INSERTS_MANY | BY_WHAT_IS_DRAWN
            assert many <= BUDGETS.get(named, USUAL)


def test_the_table_names_addresses_that_exist():
    assert set(BUDGETS) | set(SENT) <= {f"{name} {method}" for name, method, *_ in _asked()}
