"""Prøve: a walkthrough against the clock of the server, handed in as saved when the time is out.

Nothing runs in the background: whoever looks at it first after the end hands it in, and so does its own page.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from cases import registry, start
from cases.models import Case, Walkthrough
from cases.variants import NoVariant
from cases.walkthroughs import GRACE, WalkthroughQuerySet

TRIES = 5
# When the page says aloud how many minutes are left.
SPOKEN = (5, 1)


@transaction.atomic
def begin(user, case: Case) -> Walkthrough:
    """A prøve on fresh facts; one that is running is gone on with, also by the second of two clicks.

    Raises `cases.variants.NoVariant` or `start.CannotStart`.
    """
    User.objects.select_for_update().get(pk=user.pk)
    settle(Walkthrough.objects.visible_to(user).filter(case=case))
    running = Walkthrough.objects.visible_to(user).running().filter(case=case)
    # What a teacher has set is begun and gone on with from its own page.
    alone = (walkthrough for walkthrough in running if not registry.context_of(walkthrough))
    return next(alone, None) or _fresh(user, case)


def _fresh(user, case: Case) -> Walkthrough:
    for _ in range(TRIES):
        try:
            return start.start(user, case, mode=start.Mode.PROEVE, seed=start.fresh_seed())
        except NoVariant:
            continue
    raise NoVariant(f"{case}: ingen variant i {TRIES} forsøg")


def settled(walkthrough: Walkthrough) -> Walkthrough:
    """The walkthrough as it stands now: handed in if its time is out."""
    return walkthrough.submit() if walkthrough.is_open and walkthrough.is_over() else walkthrough


def settle(walkthroughs: WalkthroughQuerySet) -> None:
    """Hand in those of them whose time is out."""
    for walkthrough in walkthroughs.running().filter(ends_at__lt=timezone.now() - GRACE):
        settled(walkthrough)


@dataclass(frozen=True)
class Clock:
    """How much time is left, in whole minutes begun, and when to look again.

    address   where the page asks for the time
    hand_in   where it hands itself in
    """

    ends_at: datetime
    now: datetime
    address: str
    hand_in: str

    @property
    def seconds(self) -> int:
        """The seconds that are left, rounded up; none when the time is out."""
        return max(0, math.ceil((self.ends_at - self.now) / timedelta(seconds=1)))

    @property
    def minutes(self) -> int:
        """The minutes that are left, the one that has begun among them."""
        return math.ceil(self.seconds / 60)

    @property
    def look_again(self) -> int:
        """In how many seconds the minutes change."""
        return (self.seconds - 1) % 60 + 1 if self.seconds else 0

    @property
    def spoken(self) -> str:
        """What is said aloud; mostly nothing."""
        if not self.seconds:
            return "Tiden er gået. Svarene bliver afleveret."
        if self.minutes not in SPOKEN:
            return ""
        return f"{self.minutes} {'minut' if self.minutes == 1 else 'minutter'} tilbage."


def clock(walkthrough: Walkthrough) -> Clock:
    """The clock of a timed walkthrough."""
    now, told = timezone.now(), [walkthrough.pk]
    return Clock(
        walkthrough.ends_at or now,
        now,
        reverse("cases:clock", args=told),
        reverse("cases:hand_in", args=told),
    )
