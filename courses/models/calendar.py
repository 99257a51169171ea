"""The calendar that a person has switched on."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone


def new_number() -> str:
    """What the secret address is made from; worth nothing without the key of the site."""
    return secrets.token_hex(16)


class CalendarFeed(models.Model):
    """A person's calendar at a secret address, and what it has told of each event."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feed")
    number = models.CharField(max_length=32, unique=True, default=new_number)
    made_at = models.DateTimeField(default=timezone.now)
    # By the uid of the event: what was told, how often it has changed, and when it last did.
    told = models.JSONField(default=dict)

    class Meta:
        verbose_name = "kalender"
        verbose_name_plural = "kalendere"

    def __str__(self):
        return str(self.user)
