"""What the worker does beside the tasks that wait."""

from threading import Event

import pytest
from django_tasks_db.management.commands import db_worker

from courses.management.commands import worker

pytestmark = pytest.mark.django_db


def test_it_sees_to_the_messages_every_five_minutes(monkeypatch):
    seen, said = Event(), []

    def see_to(*args, **options):
        said.append((args, options))
        seen.set()

    monkeypatch.setattr(worker, "call_command", see_to)
    monkeypatch.setattr(db_worker.Command, "handle", lambda *args, **options: seen.wait(10))
    worker.Command().handle(while_parent=None)
    assert said == [(("send_messages",), {"every": 300})]
