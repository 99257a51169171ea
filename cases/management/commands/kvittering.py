"""`manage.py kvittering`: the receipt of a finished case or quiz, made again from the stored rows."""

from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from cases import receipts, registry
from cases.earlier import EarlierResult, as_it_was
from cases.models import Walkthrough


class Command(BaseCommand):
    """Print a receipt as it was, byte for byte."""

    help = "Danner kvitteringen for en case eller quiz igen ud fra det, der er gemt."

    def add_arguments(self, parser):
        """Which one, and in which form."""
        parser.add_argument(
            "uuid", type=UUID, help="gennemgangens eller forsøgets nummer, som det står på kvitteringen"
        )
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="som JSON (det gør den uden videre)")
        form.add_argument("--html", action="store_true", help="som side til print")
        parser.add_argument(
            "--udgave", type=int, help="som den var før genbedømmelsen med dette nummer, regnet fra 1"
        )
        parser.add_argument(
            "--uden-bedoemmelse",
            action="store_true",
            help="som den studerende ser den, før resultatet er frigivet",
        )

    def handle(self, *args, uuid, html, udgave, uden_bedoemmelse, **options):
        """Print it without a line end of its own."""
        walkthrough = Walkthrough.objects.for_page().filter(pk=uuid).first()
        shows = not uden_bedoemmelse
        if walkthrough is not None and walkthrough.result:
            try:
                walkthrough = as_it_was(walkthrough, udgave) if udgave else walkthrough
            except EarlierResult.DoesNotExist as error:
                raise CommandError(f"Gennemgangen er ikke genbedømt {udgave} gang(e).") from error
            make = receipts.as_html if html else receipts.as_json
            text = make(walkthrough, shows=shows)
        elif other := registry.receipt_of(uuid):
            text = (other.as_html if html else other.as_json)(shows=shows)
        else:
            raise CommandError(f"Der er ingen færdig gennemgang og intet forsøg med nummeret {uuid}.")
        self.stdout.write(text, ending="")
