"""manage.py content: how files and database stand to each other, and bringing them together."""

from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from authoring.decision import Action
from authoring.loading import export, load
from authoring.plan import plan
from authoring.shelf import Shelf

QUIET = {Action.SAME, Action.GONE}
HINTS = {
    Action.CONFLICT: "fil og database er begge ændret: vælg med »load --file-wins SLUG« eller »export --row-wins SLUG«",
    Action.EDITED: "kan skrives til filen med »content export«",
    Action.LOCAL: "kan skrives til en fil med »content export«",
}


class Command(BaseCommand):
    help = "Indholdsfiler og database: status, check, load, export."

    def add_arguments(self, parser):
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("status", help="hvad der er ændret, og hvor")
        verbs.add_parser("check", help="fejl i filerne, med fil, felt og hvad der ville være rigtigt")
        loading = verbs.add_parser("load", help="læs ændrede filer ind i databasen")
        loading.add_argument("--file-wins", nargs="+", default=[], metavar="SLUG")
        exporting = verbs.add_parser("export", help="skriv rettet indhold til filerne")
        exporting.add_argument("--row-wins", nargs="+", default=[], metavar="SLUG")
        exporting.add_argument("--all", action="store_true", help="også det uændrede")
        exporting.add_argument("--to", type=Path, help="en anden mappe end kildens")

    def handle(self, verb, **options):
        shelf = Shelf()
        getattr(self, f"_{verb}")(shelf, options)
        self._stop_at_faults(shelf, shelf.check_together() if verb == "check" else [])

    def _status(self, shelf, options):
        entries = plan(shelf)
        for entry in entries:
            if entry.action not in QUIET and not (entry.action is Action.LOCAL and entry.row.owner_id):
                self._say(entry)
        self._count(entries)

    def _check(self, shelf, options):
        for found in shelf.found:
            shelf.check(found)
        faulty = sum(bool(found.problems) for found in shelf.found)
        self.stdout.write(f"{len(shelf.found)} filer læst, {faulty} med fejl.")

    def _load(self, shelf, options):
        entries = plan(shelf)
        for entry in load(shelf, entries, options["file_wins"]):
            self._say(entry)
        for entry in entries:
            if entry.action is Action.CONFLICT:
                self._say(entry)
        self._count(entries)

    def _export(self, shelf, options):
        def folder_of(kind):
            return options["to"] / kind.name if options["to"] else kind.root

        written = export(plan(shelf), folder_of, options["row_wins"], options["all"])
        for _entry, path in written:
            self.stdout.write(f"skrevet: {path}")
        self.stdout.write(f"{len(written)} filer skrevet.")

    def _say(self, entry):
        hint = f" ({HINTS[entry.action]})" if entry.action in HINTS else ""
        self.stdout.write(f"{entry.action}: {entry.name}{hint}")

    def _count(self, entries):
        counted = Counter(entry.action.value for entry in entries)
        self.stdout.write(", ".join(f"{many} {what}" for what, many in sorted(counted.items())) + ".")

    def _stop_at_faults(self, shelf, together):
        faults = [
            f"{found.kind.name}/{found.place}: {problem}"
            for found in shelf.found
            for problem in found.problems
        ]
        faults += [f"{kind.name}: {problem}" for kind, problem in together]
        if faults:
            lines = "\n".join(faults)
            raise CommandError(f"{lines}\n{len(faults)} fejl; filer med fejl er ikke læst ind.", returncode=1)
