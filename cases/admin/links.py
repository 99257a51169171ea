"""The chain of a case in the admin: which facts of a question an earlier one decides, chosen from lists."""

from typing import Any

from django import forms

from cases import links
from rules import wording

OWN = "Det, der står ovenfor"


def sentence(text: str) -> str:
    """The sentence of an outcome without its facts."""
    return wording.outline(text, lambda name: name.replace("_", " "))


class LinksForm(forms.Form):
    """For each fact that can be decided earlier: by which question, and for which of its outcomes.

    `earlier` are the questions before this one as (place on the page, key, topic). What belongs to an outcome is
    asked once the question is chosen.
    """

    def __init__(
        self, *args: Any, topic: Any, earlier: list[tuple[int, str, Any]], stored: dict, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.topic, self.earlier, self.stored = topic, earlier, stored
        self.topics = {str(place): (key, topic) for place, key, topic in earlier}
        self.links: dict[str, dict[str, Any]] = {}
        for spec in topic.specs:
            if sources := self._sources(spec):
                self.fields[spec.name] = forms.ChoiceField(
                    label=spec.label,
                    choices=[("", OWN), *sources],
                    required=False,
                    initial=self._initial(spec),
                )
                self._ask_more(spec)

    def _sources(self, spec: Any) -> list[tuple[str, list[tuple[str, str]]]]:
        """What can decide the fact, by question: the outcome, or a fact of the same kind."""
        groups = []
        for place, _, topic in self.earlier:
            found = (
                [(str(place), f"Afgørelsen i spørgsmål {place + 1}")]
                if spec.kind in ("bool", "choice")
                else []
            )
            found += [
                (f"{place}.{other.name}", f"»{other.label}« i spørgsmål {place + 1}")
                for other in topic.specs
                if links.fits(other, spec)
            ]
            if found:
                groups.append((topic.title, found))
        return groups

    def _initial(self, spec: Any) -> str:
        link = self.stored.get(spec.name)
        place = next((place for place, key, _ in self.earlier if link and key == link["from"]), None)
        if link is None or place is None:
            return ""
        return f"{place}.{link['fact']}" if "fact" in link else str(place)

    def _chosen(self, spec: Any) -> str:
        """Where the fact comes from as the form stands."""
        return str(self[spec.name].value() or "")

    def _ask_more(self, spec: Any) -> None:
        """For which outcomes the fact is true, or which alternative each outcome means."""
        if self._chosen(spec) not in self.topics or spec.kind not in ("bool", "choice"):
            return
        key, source = self.topics[self._chosen(spec)]
        link = self.stored.get(spec.name, {})
        link = link if link.get("from") == key else {}
        outcomes = [(name, sentence(text)) for name, text in links.outcomes_of(source).items()]
        if spec.kind == "bool":
            self.fields[f"{spec.name}-er"] = forms.MultipleChoiceField(
                label="Ja, når afgørelsen er",
                choices=outcomes,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=links.named(link) if "is" in link else [],
            )
            return
        for name, text in outcomes:
            self.fields[f"{spec.name}-{name}"] = forms.ChoiceField(
                label=text,
                choices=[("", "—"), *spec.choices.items()],
                required=False,
                initial=link.get("choices", {}).get(name, ""),
            )

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each fact with what is asked about it."""
        names = [spec.name for spec in self.topic.specs if spec.name in self.fields]
        return [
            {
                "field": self[name],
                "groups": self.fields[name].widget.optgroups(
                    self.add_prefix(name), [str(self[name].value() or "")]
                ),
                "ticks": self[f"{name}-er"] if f"{name}-er" in self.fields else None,
                "choices": [
                    self[more] for more in self.fields if more.startswith(f"{name}-") and more != f"{name}-er"
                ],
            }
            for name in names
        ]

    @property
    def is_open(self) -> bool:
        """Whether a fact is decided earlier, so that the list is shown unfolded."""
        return any(self._chosen(spec) for spec in self.topic.specs if spec.name in self.fields)

    def clean(self):
        """Gather the links; what is missing stands beside its fact."""
        cleaned = super().clean()
        for spec in self.topic.specs:
            if source := cleaned.get(spec.name):
                self._gather(spec, source, cleaned)
        return cleaned

    def _gather(self, spec: Any, source: str, cleaned: dict[str, Any]) -> None:
        place, _, fact = source.partition(".")
        key, topic = self.topics[place]
        link: dict[str, Any] = {"from": key}
        if fact:
            link["fact"] = fact
        elif spec.kind == "bool":
            ticked = cleaned.get(f"{spec.name}-er") or []
            if not ticked:
                self.add_error(spec.name, "Sæt kryds ved de afgørelser, som gør svaret til et ja.")
                return
            link["is"] = ticked[0] if len(ticked) == 1 else ticked
        else:
            choices = {name: cleaned.get(f"{spec.name}-{name}") for name in links.outcomes_of(topic)}
            if not all(choices.values()):
                self.add_error(spec.name, "Vælg, hvad oplysningen er ved hver afgørelse.")
                return
            link["choices"] = choices
        read = {spec.name: links.Link.model_validate(link)}
        for problem in links.problems(read, self.topic, {key: topic}, ""):
            self.add_error(spec.name, f"Kæden {problem.message}.")
        self.links[spec.name] = link
