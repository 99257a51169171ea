"""`manage.py send_messages`: write what is due, and mail what waits."""

import time

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections

from courses.mailing import AT_ONCE
from courses.notifying import send_waiting
from courses.reminding import what_time_brings


class Command(BaseCommand):
    """Once, or again and again; several at a time do no harm. The worker does it, too."""

    help = "Skriver påmindelser om frister og sender de mails, der venter."

    def add_arguments(self, parser):
        """How often."""
        parser.add_argument("--every", type=int, metavar="SEKUNDER", help="Bliv ved, med så lang pause.")

    def handle(self, *args, every=None, **options):
        """Do it until stopped, if that is asked for."""
        if not every:
            self._once()
        while every:
            try:
                self._once()
            except OperationalError as error:
                self.stderr.write(f"Databasen svarede ikke ({error}). Jeg prøver igen om {every} sekunder.")
            time.sleep(max(every, 1))
            close_old_connections()

    def _once(self):
        what_time_brings()
        total = sent = send_waiting()
        while sent == AT_ONCE:
            total += (sent := send_waiting())
        if total:
            self.stdout.write("1 mail er sendt." if total == 1 else f"{total} mails er sendt.")
