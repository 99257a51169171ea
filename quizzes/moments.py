"""Points in time as students read them."""

from datetime import datetime

from django.utils import dateformat, timezone


def clock(moment: datetime) -> str:
    """`kl. 10.42` today, `21. november 2026 kl. 10.42` on any other day."""
    local = timezone.localtime(moment)
    today = local.date() == timezone.localdate()
    return dateformat.format(local, r"\k\l. H.i" if today else r"j. F Y \k\l. H.i")
