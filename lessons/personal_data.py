"""What lessons keep about a person: which sections they have finished, what they have ticked."""

from lessons.models import ChecklistTick, SectionRead


def export(user):
    """The sections that the person has marked as read and the points that the person has ticked, with the time."""
    reads = SectionRead.objects.filter(user=user).select_related("section").order_by("read_at")
    ticks = ChecklistTick.objects.filter(user=user).select_related("point__checklist").order_by("ticked_at")
    return {
        "laeste_afsnit": [
            {"afsnit": read.section.title, "laest": read.read_at.isoformat()} for read in reads
        ],
        "flueben": [
            {
                "tjekliste": tick.point.checklist.title,
                "punkt": tick.point.text,
                "sat": tick.ticked_at.isoformat(),
            }
            for tick in ticks
        ],
    }


def erase(user):
    """Forget what the person has read and ticked: it is no part of any record."""
    ChecklistTick.objects.filter(user=user).delete()
    SectionRead.objects.filter(user=user).delete()
