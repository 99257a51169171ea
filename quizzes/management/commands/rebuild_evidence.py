"""`manage.py rebuild_evidence`: what people know, counted anew from what their answers showed."""

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from accounts.models import User
from quizzes.knowing import evidence
from quizzes.models import Evidence

BATCH = 100


class Command(BaseCommand):
    """One person after another, each whole or not at all; a run that was stopped is begun again without harm."""

    help = (
        "Tæller forfra, hvad hver person kan, ud fra de svar, der er noteret. "
        "Bruges, når parametrene i quizzes/knowing/tracing.py er ændret. Ingen svar og ingen karakterer ændres."
    )

    def add_arguments(self, parser):
        parser.add_argument("--person", metavar="E-MAIL", default="", help="kun denne person")
        parser.add_argument("--batch", type=int, default=BATCH, help="så mange personer mellem to linjer")

    def handle(self, *args, person, batch, **options):
        people = self._people(person)
        things = 0
        for number, user in enumerate(people, 1):
            things += evidence.rebuild(user)
            if number % max(batch, 1) == 0:
                self.stdout.write(f"{number} af {len(people)} personer er talt.")
        counted = Evidence.objects.filter(user__in=people, is_counted=True).count()
        held = Evidence.objects.filter(user__in=people, is_held=True).count()
        self.stdout.write(
            f"Talt forfra: {len(people)} personer, {counted} tegn på viden, {things} kendskaber. "
            f"{held} tegn venter på, at bedømmelsen bliver frigivet."
        )

    def _people(self, person):
        people = User.objects.filter(
            Q(pk__in=Evidence.objects.values("user")) | Q(masteries__isnull=False)
        ).distinct()
        if not person:
            return list(people.order_by("pk"))
        found = list(people.filter(email__iexact=person))
        if not found:
            raise CommandError(f"Der er ingen noterede svar fra en person med adressen {person}.")
        return found
