"""A receipt is a promise: what the page called saved is in the database, also when the server dies at once."""

import asyncio
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
from shutil import copyfile
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.conf import settings

from tests.bench.rush_students import Met, Step, Student

QUESTIONS, STUDENTS = 400, 6
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
rush = []
for number in range({STUDENTS}):
    own, one = Client(), factories.UserFactory()
    own.force_login(one)
    walk = factories.WalkthroughFactory(user=one, case=case.case, mode="aflevering")
    rush.append([own.cookies["sessionid"].value, str(walk.pk)])
quiz = factories.AttemptFactory(user=student, mode="aflevering", frozen={{"items": items}}, max_points=len(items))
session = client.cookies["sessionid"].value
print(json.dumps({{"session": session, "case": str(case.pk), "quiz": str(quiz.pk), "rush": rush}}))
"""


class Site:
    """The site as `make run` serves it, on a database and a port of its own."""

    def __init__(self, folder: Path, empty: Path) -> None:
        self.database = folder / "subsumo.sqlite3"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PORT": str(self.port),
            "WEB_CONCURRENCY": "2",
        }
        copyfile(empty, self.database)
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
        self.start()
        for _ in range(100):
            try:
                self.send("/konto/log-ind/")
                break
            except OSError:
                time.sleep(0.1)
        return self

    def start(self) -> None:
        """Start the server; it answers a while later."""
        command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
        self.server = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=self.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

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

    def answers(self, walkthrough: str) -> dict[tuple, str]:
        """The answers of one walkthrough as they were typed."""
        own = f"from cases_answer where walkthrough_id = '{UUID(walkthrough).hex}'"
        return {tuple(place): raw for *place, raw in self.kept(f"select question, part, key, raw {own}")}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, empty_site):
    return Site(tmp_path_factory.mktemp("site"), empty_site)


@pytest.fixture
def site(prepared):
    with prepared:
        yield prepared


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
    assert set(site.answers(site.rows["case"]).values()) == {"FIL § 48"}
    assert 5 <= len(saved) < QUESTIONS
    assert set(saved) <= {item for (item,) in site.kept("select item from quizzes_response")}
    assert site.kept("pragma journal_mode") == [("wal",)]
    assert site.kept("pragma integrity_check") == [("ok",)]


def _citations(number: int):
    """One citation after another, none of which anybody else writes."""
    for again in range(1, 100):
        text = f"RTL § {number}, stk. {again}"
        yield Step("q1-jus-jus", {"q1-jus-jus": text}, {("q1", "jus", "jus"): text})


def test_a_class_that_hands_in_while_the_server_dies_and_comes_back_loses_nothing_and_doubles_nothing(site):
    students = [
        Student(
            port=site.port,
            address=f"/cases/gang/{walkthrough}/",
            session=session,
            steps=_citations(number),
            opens_at=0,
            # One at a time, before and after the server dies.
            hands_in_at=0.6 + number * 0.4,
            met=Met(),
            every=0.2,
        )
        for number, (session, walkthrough) in enumerate(site.rows["rush"], 1)
    ]

    async def rush() -> None:
        begun = time.perf_counter()
        working = asyncio.gather(*(one.live(begun) for one in students))
        await asyncio.sleep(1.5)
        site.kill()
        site.start()
        await asyncio.wait_for(working, 60)

    asyncio.run(rush())

    assert sum(one.met.unanswered for one in students) > 0
    assert all(one.is_handed_in and one.saved for one in students)
    versions = dict(site.kept("select uuid, version from cases_walkthrough where submitted_at is not null"))
    for one, (_, walkthrough) in zip(students, site.rows["rush"], strict=True):
        rows = site.answers(walkthrough)
        assert one.lost(rows) == 0
        assert one.doubled(rows, versions[UUID(walkthrough).hex]) == 0


def test_the_count_of_what_was_lost_sees_an_old_text_a_missing_row_and_a_second_write():
    first, last = list(_citations(1))[:2]
    own = Student(
        port=0,
        address="",
        session="",
        steps=iter([]),
        opens_at=0,
        hands_in_at=0,
        met=Met(),
        saved=[first, last],
    )
    assert own.lost(last.rows) == 0
    assert own.lost(first.rows) == own.lost({}) == 1
    assert own.doubled(last.rows, 2) == 0
    assert own.doubled(last.rows, 3) == own.doubled(last.rows | {("q2", "jus", "jus"): "RTL § 5"}, 2) == 1
