"""Reverse tasks in the admin: the outcome that the student is to find facts for, in one reading or in both."""

from typing import Any

from django import forms

from cases.admin.links import sentence
from cases.models import READINGS

MOST = 3


class ReverseForm(forms.Form):
    """Rows of two lists: an outcome by pensum, and one by gældende ret, of the same question.

    `questions` are those of the case as (place on the page, key, topic).
    """

    def __init__(self, *args: Any, questions: list[tuple[int, str, Any]], stored: list[dict], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.keys = {str(place): key for place, key, _ in questions}
        self.tasks: list[dict[str, str]] = []
        places = {key: place for place, key in self.keys.items()}
        for row in range(1, MOST + 1):
            task = stored[row - 1] if row <= len(stored) else {}
            for reading, title in READINGS.items():
                place = places.get(task.get("question", ""))
                self.fields[f"{row}-{reading}"] = forms.ChoiceField(
                    label=f"Opgave {row}: afgørelsen efter {title.lower()}",
                    choices=[("", "Uden betydning"), *_outcomes(questions, reading)],
                    required=False,
                    initial=f"{place}:{task[reading]}" if place is not None and reading in task else "",
                )

    @property
    def rows(self) -> list[list[Any]]:
        """The lists of each task."""
        return [[self[f"{row}-{reading}"] for reading in READINGS] for row in range(1, MOST + 1)]

    @property
    def is_open(self) -> bool:
        """Whether there is a task, so that the list is shown unfolded."""
        return any(field.value() for row in self.rows for field in row)

    def clean(self):
        """Gather the tasks; both readings must be asked about the same question."""
        cleaned = super().clean()
        for row in range(1, MOST + 1):
            chosen = {reading: cleaned.get(f"{row}-{reading}") for reading in READINGS}
            wants = {reading: value.split(":") for reading, value in chosen.items() if value}
            if len({place for place, _ in wants.values()}) > 1:
                self.add_error(f"{row}-gaeldende_ret", "Vælg to afgørelser af det samme spørgsmål.")
            elif wants:
                place = next(iter(wants.values()))[0]
                task = {reading: outcome for reading, (_, outcome) in wants.items()}
                self.tasks.append({"question": self.keys[place]} | task)
        return cleaned


def _outcomes(questions: list[tuple[int, str, Any]], reading: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (
            f"Spørgsmål {place + 1}: {topic.title}",
            [
                (f"{place}:{name}", sentence(text))
                for name, text in topic.readings[reading].seal().choices.items()
            ],
        )
        for place, _, topic in questions
        if reading in topic.readings
    ]
