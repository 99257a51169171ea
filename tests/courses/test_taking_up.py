"""The worker: a task that a killed one left half done is taken up, one that is at work is left alone."""

import os
import socket
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from courses import taking_up

HERE = socket.gethostname()[: taking_up.MACHINE]
pytestmark = pytest.mark.django_db


def running(worker, *, since=timedelta(minutes=1)):
    return DBTaskResult.objects.create(
        status="RUNNING",
        args_kwargs={"args": [1], "kwargs": {}},
        task_path="courses.regrading.dry_run.run",
        worker_ids=[worker],
        backend_name="default",
        run_after=timezone.now(),
        started_at=timezone.now() - since,
        exception_class_path="",
        traceback="",
    )


def taken_up(task):
    taking_up.take_up()
    task.refresh_from_db()
    return task.status == "READY"


@pytest.fixture
def dead():
    """The number of a process that is gone."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def alive():
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process.pid
    process.communicate(b"\n")


def test_what_a_dead_process_of_this_machine_left_is_taken_up(dead):
    task = running(f"{HERE}:{dead}:abc")
    assert taken_up(task)
    assert task.started_at is None


def test_what_a_living_one_works_at_is_left_alone(alive):
    assert not taken_up(running(f"{HERE}:{alive}:abc"))


def test_one_that_had_our_own_number_before_is_dead():
    assert taken_up(running(f"{HERE}:{os.getpid()}:abc"))


def test_of_another_machine_only_time_tells():
    assert not taken_up(running("en-anden-maskine:1:abc"))
    assert taken_up(running("en-anden-maskine:1:abc", since=taking_up.LONGEST + timedelta(minutes=1)))


def test_what_is_done_is_done(dead):
    task = running(f"{HERE}:{dead}:abc")
    DBTaskResult.objects.update(status="SUCCESSFUL")
    assert not taken_up(task)


def test_what_a_worker_dropped_when_it_had_to_stop_is_taken_up_and_what_failed_is_not(alive):
    dropped, failed = running(f"{HERE}:{alive}:abc"), running(f"{HERE}:{alive}:def")
    for task, why in ((dropped, "builtins.SystemExit"), (failed, "builtins.ValueError")):
        task.status, task.exception_class_path = "FAILED", why
        task.save()
    assert taken_up(dropped)
    assert not taken_up(failed)


def test_the_name_of_a_worker_tells_machine_and_process():
    assert taking_up.own_name().startswith(f"{HERE}:{os.getpid()}:")
    assert len(taking_up.own_name()) <= 64
