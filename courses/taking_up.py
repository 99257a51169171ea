"""Tasks that a killed worker has left half done are put back in the queue; the library leaves them as they are.

A worker's name says on which machine it runs and as which process, so that another can see whether it still does.
Every task must bear to be done twice, as after a cut in the power nobody knows how far it came.
"""

import os
import secrets
import socket
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# Nobody can see whether a process lives on another machine; no task of ours takes so long.
LONGEST = timedelta(minutes=30)
MACHINE = 40
# How the library notes a task in the middle of which the worker ended.
DROPPED = "builtins.SystemExit"


def own_name() -> str:
    """The name of the worker in this process."""
    return f"{socket.gethostname()[:MACHINE]}:{os.getpid()}:{secrets.token_hex(4)}"


def take_up() -> int:
    """Put back what runs under the name of a worker that is gone, and what a worker dropped when it was told twice
    to stop; how many tasks that were."""
    with transaction.atomic():
        tasks = DBTaskResult.objects.select_for_update().filter(
            Q(status=TaskResultStatus.RUNNING)
            | Q(status=TaskResultStatus.FAILED, exception_class_path=DROPPED)
        )
        left = [task for task in tasks if task.exception_class_path or _is_left(task)]
        for task in left:
            task.status, task.started_at, task.finished_at = TaskResultStatus.READY, None, None
            task.exception_class_path = task.traceback = ""
            task.save()
    return len(left)


def _is_left(task: DBTaskResult) -> bool:
    machine, _, rest = (task.worker_ids or [""])[-1].partition(":")
    process = rest.partition(":")[0]
    if machine != socket.gethostname()[:MACHINE] or not process.isdigit():
        return task.started_at is None or task.started_at < timezone.now() - LONGEST
    # Asked before this process works: under its number it was another that died.
    return int(process) == os.getpid() or not _lives(int(process))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
