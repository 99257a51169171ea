"""A receipt is a promise: what the page called saved is in the database, also when the server dies at once."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings

QUESTIONS = 400
ROWS = f"""
import json
import django
django.setup()
from django.test import Client
from tests import factories
student = factories.UserFactory()
client = Client()
client.force_login(student)
case = factories.WalkthroughFactory(user=student, case__questions=[{{"key": "q1"}}])
items = [factories.frozen_item(number) for number in range(1, {QUESTIONS} + 1)]
quiz = factories.AttemptFactory(user=student, mode="aflevering", frozen={{"items": items}}, max_points=len(items))
print(json.dumps({{"session": client.cookies["sessionid"].value, "case": str(case.pk), "quiz": str(quiz.pk)}}))
"""


class Site:
    """The site as `make run` serves it, on a database and a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "subsumo.sqlite3"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PORT": str(self.port),
            "WEB_CONCURRENCY": "2",
        }
        self.run("manage.py", "migrate", "--verbosity", "0")
        self.rows = json.loads(self.run("-c", ROWS))

    def run(self, *command: str) -> str:
        """What the command prints."""
        done = subprocess.run(
            [sys.executable, *command],
            cwd=settings.BASE_DIR,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def __enter__(self) -> "Site":
        command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
        self.server = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=self.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(100):
            try:
                self.send("/konto/log-ind/")
                break
            except OSError:
                time.sleep(0.1)
        return self

    def __exit__(self, *_) -> None:
        self.kill()

    def kill(self) -> None:
        """Take the power from the server and all that it has started."""
        if self.server.poll() is None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()

    def send(self, path: str, data: dict | None = None) -> str:
        """The page, as the student's browser gets it."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            if data is None:
                connection.request("GET", path, headers=self._headers())
            else:
                headers = self._headers() | {"Content-Type": "application/x-www-form-urlencoded"}
                connection.request("POST", path, urlencode(data), headers)
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    def _headers(self) -> dict[str, str]:
        token = "a" * 32
        cookies = f"sessionid={self.rows['session']}; csrftoken={token}"
        return {"Cookie": cookies, "X-CSRFToken": token, "HX-Request": "true"}

    def kept(self, query: str) -> list[tuple]:
        """What the database file holds."""
        database = sqlite3.connect(self.database)
        try:
            return database.execute(query).fetchall()
        finally:
            database.close()


@pytest.fixture
def site(tmp_path):
    with Site(tmp_path) as running:
        yield running


def test_what_was_called_saved_survives_that_the_server_is_killed(site):
    case = f"/cases/gang/{site.rows['case']}/svar/q1-jus-jus/"
    page = site.send(case, {"q1-jus-jus": "FIL § 48", "version": "1"})
    saved, dead = [], threading.Event()

    def answer() -> None:
        for number in range(1, QUESTIONS + 1):
            try:
                receipt = site.send(
                    f"/quiz/forsoeg/{site.rows['quiz']}/{number}/",
                    {"chosen": f"right-{number}", "version": "0", "page": "siden"},
                )
            except (HTTPException, OSError):
                break
            if "Gemt kl." in receipt:
                saved.append(f"item-{number}")
        dead.set()

    answering = threading.Thread(target=answer)
    answering.start()
    while len(saved) < 5 and not dead.is_set():
        time.sleep(0.01)
    site.kill()
    answering.join()

    assert "Gemt kl." in page
    assert site.kept("select raw from cases_answer") == [("FIL § 48",)]
    assert 5 <= len(saved) < QUESTIONS
    assert set(saved) <= {item for (item,) in site.kept("select item from quizzes_response")}
    assert site.kept("pragma journal_mode") == [("wal",)]
    assert site.kept("pragma integrity_check") == [("ok",)]
