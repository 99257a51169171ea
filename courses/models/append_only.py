"""Rows that are only ever added: what is on record stays as it was written."""

from typing import Any, NoReturn

from django.db import models

REFUSAL = "What is on record is never changed or removed; write a new row."


class Kept(Exception):
    """A record that is only ever added to was to be changed or removed."""


class AppendOnlyQuerySet(models.QuerySet):
    """Rows that stay as they were written."""

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Kept(REFUSAL)

    update = bulk_update = delete = update_or_create = _refuse


class AppendOnly(models.Model):
    """A row that is written once. A trigger of the database says the same to whoever comes past Django."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once."""
        if not self._state.adding:
            raise Kept(REFUSAL)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Never."""
        raise Kept(REFUSAL)
