"""Points in time as students read them."""

from datetime import datetime

from django.utils import dateformat, timezone


def clock(moment: datetime) -> str:
    """`kl. 10.42` today, `21. november 2026 kl. 10.42` on any other day."""
    local = timezone.localtime(moment)
    today = local.date() == timezone.localdate()
    return dateformat.format(local, r"\k\l. H.i" if today else r"j. F Y \k\l. H.i")


def left(moment: datetime) -> str:
    """How long there is until a moment, in whole minutes: `12 minutter tilbage`."""
    seconds = (moment - timezone.now()).total_seconds()
    if seconds <= 0:
        return "tiden er gået"
    minutes = int(seconds // 60)
    if not minutes:
        return "under et minut tilbage"
    return f"{minutes} {'minut' if minutes == 1 else 'minutter'} tilbage"
