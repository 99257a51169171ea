"""A form sent by a double click makes one row: the second click finds what the first has made."""

from django.contrib.auth import get_user_model
from django.db import transaction


def save(form, user):
    """The new row of a valid form, or the row that is in every word the same.

    The lock on the person's own row makes the second click wait for the first.
    """
    row = form.save(commit=False)
    said = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.unique
    }
    with transaction.atomic():
        get_user_model().objects.select_for_update().get(pk=user.pk)
        same = type(row).objects.filter(**said).first()
        if same is None:
            row.save()
            form.save_m2m()
        return same or row
