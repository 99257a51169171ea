"""What lessons keep about a person: which sections they have finished."""

from lessons.models import SectionRead


def export(user):
    """The sections that the person has marked as read, with the time."""
    reads = SectionRead.objects.filter(user=user).select_related("section").order_by("read_at")
    return {
        "laeste_afsnit": [{"afsnit": read.section.title, "laest": read.read_at.isoformat()} for read in reads]
    }


def erase(user):
    """Forget what the person has read: it is no part of any record."""
    SectionRead.objects.filter(user=user).delete()
