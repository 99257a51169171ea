"""How gunicorn serves Subsumo; `make run` starts it with this file."""

import gc
import os
import subprocess
import sys

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# A page is work for the processor, and more threads only take it from each other: of three hundred students at a
# deadline the slowest in twenty waited 166 ms with two, 301 with four and 715 with one.
threads = 2
preload_app = True
control_socket_disable = True
loglevel = "warning"
# Every request has its line in the site's own log, without the address that asked.
accesslog = None
forwarded_allow_ips = "127.0.0.1"
graceful_timeout = 5


beside: list[subprocess.Popen] = []


def when_ready(server: object) -> None:
    """Say where the site answers, as soon as it does; with WORKER set, do its tasks in a process beside it.

    What is loaded stays to the end: the collector need not look at it in every process, which takes 75 ms at a time.
    """
    gc.collect()
    gc.freeze()
    if os.environ.get("WORKER"):
        command = [sys.executable, "manage.py", "worker", "--while-parent", str(os.getpid())]
        beside.append(subprocess.Popen(command))  # noqa: S603 - our own command
    sys.stdout.write(f"Subsumo svarer på http://{bind} (stop med Ctrl+C)\n")
    sys.stdout.flush()


def on_exit(server: object) -> None:
    """Stop with everything that was started."""
    for worker in beside:
        worker.terminate()
        worker.wait()
