"""What a deadline rush happens on: a database of PostgreSQL's, the students, and the case that they are halfway in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from tests.bench.rush_students import Step


@contextmanager
def database() -> Iterator[tuple[str, str]]:
    """A database that goes afterwards: its address and its name."""
    import psycopg

    given = os.environ.get("RUSH_DATABASE_URL") or os.environ.get("DATABASE_URL", "")
    url = given if given.startswith("postgres") else "postgres://subsumo:subsumo@127.0.0.1:5432/postgres"
    name = f"subsumo_bench_{os.getpid()}"
    with psycopg.connect(url, autocommit=True, connect_timeout=5) as server:
        server.execute(f"create database {name}")
        try:
            yield f"{url.rpartition('/')[0]}/{name}", name
        finally:
            server.execute(f"drop database {name} with (force)")


def let_go() -> None:
    from django.db import connection

    connection.close()
    connection.close_pool()


def people(count: int) -> list:
    """Students, each with the key of a session."""
    from django.test import Client

    from accounts.models import User

    people = User.objects.bulk_create(User(email=f"frist{number}@maal.test") for number in range(count))
    for one in people:
        client = Client()
        client.force_login(one)
        one.session = client.cookies["sessionid"].value
    return people


def steps() -> list[Step]:
    """The way through the demonstration's case: what a browser sends, and what is kept of it."""
    from cases.models import Answer, Case
    from cases.start import start
    from courses import demo
    from tests.bench.pages import signed_in
    from tests.cases.playing import Player

    steps: list[Step] = []
    kept: dict = {}

    class Noted(Player):
        def send(self, name, data, **options):
            response = super().send(name, data, **options)
            rows = Answer.objects.filter(walkthrough=self.pk)
            now = {(row.question, row.part, row.key): row.raw for row in rows}
            steps.append(Step(name, data, dict(now.items() - kept.items())))
            kept.update(now)
            return response

    client, user = signed_in()
    Noted(client, start(user, Case.objects.get(slug=demo.CASE), mode="aflevering")).solve()
    return steps


def own_steps(steps: list[Step], number: int) -> Iterator[Step]:
    """The steps with a statute that nobody else writes; at the end of the path it is changed again and again."""
    (jus,) = (step for step in steps if any(part == "jus" for _, part, _ in step.rows))

    def wrote(text: str) -> Step:
        return replace(jus, sent=dict.fromkeys(jus.sent, text), rows=dict.fromkeys(jus.rows, text))

    yield from (wrote(f"RTL § {number}") if step is jus else step for step in steps)
    for again in range(1, 1000):
        yield wrote(f"RTL § {number}, stk. {again}")


def begun(title: str, students: list) -> list:
    """An assignment that all have begun; gives the submissions."""
    from django.utils import timezone

    from cases.models import Case
    from courses import demo
    from courses.begin import begin
    from courses.models import Assignment, Course, Item, Membership

    course = Course.objects.create(name=f"Frist: {title}", term="2026")
    Membership.objects.bulk_create(Membership(course=course, user=one, role="student") for one in students)
    now = timezone.now()
    times = {"opens_at": now - timedelta(days=1), "due_at": now + timedelta(hours=1)}
    case = Case.objects.get(slug=demo.CASE)
    assignment = Assignment.objects.create(course=course, title=title, **times)
    Item.objects.create(assignment=assignment, case=case)
    return [begin(one, assignment) for one in students]
