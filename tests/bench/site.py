"""A site to measure: all real content and the demonstration, in a folder that goes when the measuring is over."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import django
from django.core.management import call_command

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60


@contextmanager
def built() -> Iterator[None]:
    """Django with a database of its own; nothing of the developer's is read or written."""
    with tempfile.TemporaryDirectory(prefix="subsumo-bench-") as home:
        os.environ |= {"BENCH_HOME": home, "DJANGO_SETTINGS_MODULE": "tests.bench.settings"}
        # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        django.setup()
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("migrate", verbosity=0)
        with Path(home, "content.log").open("w", encoding="utf-8") as said:
            call_command("content", "load", stdout=said)
        from courses import demo

        demo.make()
        yield


@contextmanager
def served() -> Iterator[str]:
    """The same site by gunicorn, WhiteNoise and compression, as `make run` serves it; gives its address."""
    port = free_port()
    server = start(port)
    try:
        wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def start(port: int) -> subprocess.Popen:
    """gunicorn with its workers, a group of their own, so that they can be killed together."""
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"PORT": str(port)},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def wait_for(port: int, server: subprocess.Popen) -> None:
    """Wait until the server answers."""
    patience = time.monotonic() + PATIENCE_S
    while time.monotonic() < patience and server.poll() is None:
        try:
            urlopen(f"http://127.0.0.1:{port}/konto/log-ind/").close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("gunicorn svarer ikke.")
