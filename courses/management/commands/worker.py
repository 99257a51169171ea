"""`manage.py worker`: do the tasks that wait, first those of a worker that was killed, and see to the messages."""

import os
import signal
import threading
import time

from django.core.management import call_command
from django_tasks_db.management.commands import db_worker

from courses import taking_up

# Between two looks at what is due within a day and what waits to be mailed.
EVERY_S = 300


class Command(db_worker.Command):
    """The library's worker, under a name that tells later whether it still lives."""

    help = (
        "Udfører opgaver i baggrunden, indtil den stoppes. Én er nok; flere kan køre ved siden af hinanden."
    )

    def add_arguments(self, parser):
        """Those of the library; nothing is reloaded, and the name is ours."""
        super().add_arguments(parser)
        parser.add_argument("--while-parent", type=int, help="stop, når processen med dette nummer er væk")
        parser.set_defaults(reload=False, startup_delay=False, worker_id=taking_up.own_name())

    def configure_logging(self, verbosity):
        """The site's own logs are set up already."""

    def handle(self, *args, while_parent, **options):
        """Take up, and work."""
        taking_up.take_up()
        messages = {"target": call_command, "args": ["send_messages"], "kwargs": {"every": EVERY_S}}
        threading.Thread(**messages, daemon=True).start()
        if while_parent:
            threading.Thread(target=_watch, args=[while_parent], daemon=True).start()
        super().handle(*args, **options)


def _watch(parent: int) -> None:
    """Stop when the server that started this worker was killed and could not say so."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
