"""`manage.py kvittering`: the receipt of a finished case, made again from the stored row."""

from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from cases import receipts
from cases.models import Walkthrough


class Command(BaseCommand):
    """Print a receipt as it was, byte for byte."""

    help = "Danner kvitteringen for en gennemgang igen ud fra det, der er gemt."

    def add_arguments(self, parser):
        """Which one, and in which form."""
        parser.add_argument("uuid", type=UUID, help="gennemgangens nummer, som det står på kvitteringen")
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="som JSON (det gør den uden videre)")
        form.add_argument("--html", action="store_true", help="som side til print")
        parser.add_argument(
            "--uden-bedoemmelse",
            action="store_true",
            help="som den studerende ser den, før resultatet er frigivet",
        )

    def handle(self, *args, uuid, html, uden_bedoemmelse, **options):
        """Print it without a line end of its own."""
        walkthrough = Walkthrough.objects.for_page().filter(pk=uuid).first()
        if walkthrough is None or not walkthrough.result:
            raise CommandError(f"Der er ingen færdig gennemgang med nummeret {uuid}.")
        make = receipts.as_html if html else receipts.as_json
        self.stdout.write(make(walkthrough, shows=not uden_bedoemmelse), ending="")
