"""Which part of the report on misunderstandings is asked for."""

from django import forms

from courses.forms.shape import PageForm


class WhichForm(PageForm):
    """One topic or one assignment, from the address of the page; what it does not know it leaves out."""

    def __init__(self, topics: list[tuple[str, str]], assignments: list[tuple[str, str]], asked) -> None:
        choices = {
            "emne": [("", "Alle emner"), *topics],
            "aflevering": [("", "Alle afleveringer og øvelser"), *assignments],
        }
        # What is chosen must be among the choices, or the form would say that something is wrong.
        known = {name: {key for key, _ in listed} for name, listed in choices.items()}
        super().__init__(
            {name: asked.get(name, "") for name in choices if asked.get(name, "") in known[name]}
        )
        for name, label in (("emne", "Emne"), ("aflevering", "Aflevering")):
            self.fields[name] = forms.ChoiceField(label=label, required=False, choices=choices[name])
        self.is_valid()

    @property
    def topic(self) -> str:
        """The key of the topic, or nothing."""
        return self.cleaned_data["emne"]

    @property
    def assignment(self) -> str:
        """The address of the assignment, or nothing."""
        return self.cleaned_data["aflevering"]
