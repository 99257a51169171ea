"""`manage.py coverage`: where the app teaches, practises and asks what its sources say."""

from django.core.management.base import BaseCommand, CommandError

from courses import coverage


class Command(BaseCommand):
    """Print the page; stop at a row without a place."""

    help = "Skriver siden docs/coverage.md: hvor hvert punkt i kilderne læres, øves og spørges om."
    requires_system_checks = []

    def handle(self, *args, **options):
        """Print the page, unless the list is at fault."""
        if found := coverage.faults(coverage.listed(), coverage.Library()):
            raise CommandError("\n".join(found))
        self.stdout.write(coverage.page())
