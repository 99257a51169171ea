"""`manage.py demo`: people and a course to try the site with."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.demo import sign_ins
from courses import demo


class Command(BaseCommand):
    """Make the demonstration once; a second run adds only what is missing."""

    help = "Laver et demohold med en underviser, tre studerende og en aflevering. Kun med DEBUG."

    def handle(self, *args, **options):
        """Make it, and print the sign-ins the first time."""
        if not settings.DEBUG:
            raise CommandError(
                "Demobrugerne har en adgangskode, som alle kender, og laves derfor kun med DEBUG=true."
            )
        if not demo.make():
            return
        self.stdout.write("Demoholdet er klar. Log ind som:")
        for person in sign_ins():
            self.stdout.write(f"  {person.role:<13} {person.email:<32} {person.password}")
