"""A worker that is killed in the middle of a dry run: the next one goes on where it was, and nothing is doubled."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from shutil import copyfile

import pytest
from django.conf import settings

WORKS = 200
ROWS = f"""
import django
django.setup()
import json, uuid
from copy import copy
from accounts.models import User
from cases.models import Answer, Case, Walkthrough
from courses.models import Submission
from courses.regrading import dry_run
from tests import factories
from tests.cases.solved import solve
submission = factories.SubmissionFactory()
first = solve(submission.walkthrough, wrong=lambda number: number == 0)
named = (User(email=f"{{number}}@eksempel.test") for number in range({WORKS} - 1))
users = User.objects.bulk_create(named)
walks, answers = [], []
for user in users:
    walk = copy(first)
    walk.pk, walk.user, walk._state = uuid.uuid4(), user, type(first._state)()
    walks.append(walk)
    for answer in first.answers.all():
        answer.pk, answer.walkthrough, answer._state = None, walk, type(first._state)()
        answers.append(copy(answer))
Walkthrough.objects.bulk_create(walks)
Answer.objects.bulk_create(answers)
assignment = submission.assignment
item = submission.item
Submission.objects.bulk_create(
    Submission(assignment=assignment, item=item, user=one.user, walkthrough=one) for one in walks
)
Case.objects.update(weight_jus=90)
asked = {{"scope": "one", "reading": "", "reason": "Vægten var forkert.", "by": users[0]}}
dry_run.start(assignment, **asked)
"""


class Site:
    """A database of its own, and workers beside it."""

    def __init__(self, folder, empty):
        self.database = folder / "subsumo.sqlite3"
        self.environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        copyfile(empty, self.database)
        self.run("-c", ROWS)

    def run(self, *command):
        process = self.begin(*command)
        try:
            assert process.wait(120) == 0
        finally:
            process.kill()
            process.wait()

    def begin(self, *command):
        return subprocess.Popen(
            [sys.executable, *command], cwd=settings.BASE_DIR, env=self.environment, start_new_session=True
        )

    def kept(self, query):
        database = sqlite3.connect(self.database, timeout=20)
        try:
            return database.execute(query).fetchone()
        finally:
            database.close()


@pytest.fixture
def site(tmp_path, empty_site):
    return Site(tmp_path, empty_site)


def test_the_next_worker_goes_on_and_nothing_is_done_twice(site):
    worker = site.begin("manage.py", "worker")
    patience = time.monotonic() + 60
    while time.monotonic() < patience and not site.kept("select done from courses_regrade")[0]:
        time.sleep(0.02)
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    state, done, total = site.kept("select state, done, total from courses_regrade")
    (last,) = site.kept("select max(id) from courses_regradechange where state != 'waiting'")
    assert (state, total) == ("running", WORKS)
    assert 0 < done < WORKS
    assert site.kept("select status from django_tasks_database_dbtaskresult") == ("RUNNING",)

    site.run("manage.py", "worker", "--batch")

    assert site.kept("select state, done, total from courses_regrade") == ("ready", WORKS, WORKS)
    count = (
        "select count(*), count(distinct submission_id), min(state), max(state) from courses_regradechange"
    )
    assert site.kept(count) == (WORKS, WORKS, "changed", "changed")
    assert last < site.kept("select max(id) from courses_regradechange")[0]
    status, workers = site.kept("select status, worker_ids from django_tasks_database_dbtaskresult")
    assert (status, len(json.loads(workers))) == ("SUCCESSFUL", 2)
    assert site.kept("select count(*) from cases_earlierresult") == (0,)
