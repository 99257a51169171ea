"""The form of a category, and the choice of one in the form of an assignment."""

from typing import Any

from django import forms

from courses.forms.shape import PageForm, whole
from courses.models import Category, Course
from courses.parts import WHOLE

MOST_DROPPED = 20


class CategoryForm(PageForm, forms.ModelForm):
    """The name of a category, what it weighs, and how many of the lowest it leaves out."""

    class Meta:
        model = Category
        fields = ["name", "weight", "drop_lowest"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["name"].error_messages |= {
            "required": "Skriv kategoriens navn, fx Quizzer.",
            "max_length": "Navnet må højst være 60 tegn.",
        }
        whole(self.fields["weight"], 0, WHOLE, "%")
        whole(self.fields["drop_lowest"], 0, MOST_DROPPED, "resultater")

    def clean_name(self) -> str:
        """With single spaces."""
        return " ".join(self.cleaned_data["name"].split())


def choose(fields: dict[str, Any], course: Course) -> None:
    """Let an assignment's form choose among the categories of its course; where there are none, it does not ask."""
    field = fields["category"]
    field.queryset = course.categories.all()
    found = list(field.queryset)
    # Read once: the field would ask for its choices again.
    field.choices = [("", "Ingen kategori"), *((one.pk, one.name) for one in found)]
    field.error_messages["invalid_choice"] = "Kategorien findes ikke længere. Vælg en anden."
    if not found:
        del fields["category"]
