"""The shape that the forms of the course pages share."""

from django.core.validators import MaxValueValidator, MinValueValidator

from lessons.page_form import PageForm

__all__ = ["PageForm", "whole"]


def whole(field, least: int, most: int, unit: str) -> None:
    """A whole number from least to most, refused in Danish."""
    # What a validator says is filled in with the value, and so a percent sign is written twice.
    said = unit.replace("%", "%%")
    field.validators = [
        MinValueValidator(least, f"Skriv mindst {least} {said}."),
        MaxValueValidator(most, f"Skriv højst {most} {said}."),
    ]
    field.min_value, field.max_value = least, most
    field.widget.attrs |= {"min": least, "max": most}
    field.error_messages |= {"invalid": "Skriv et helt tal.", "required": "Skriv et helt tal."}
