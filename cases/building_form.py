"""The form in which a case is built: the facts of the story first, the others under a fold."""

from typing import Any

from crispy_forms.layout import Div, Layout

from lessons.fact_forms import FactForm, fact_form


class Fold(Div):
    """Fields under a fold, which stands open where one of them is wrong or already changed."""

    template = "cases/fold.html"

    def __init__(self, *fields: Any, names: list[str], changed: set[str]):
        super().__init__(*fields)
        self.names, self.changed = names, changed
        self.is_open = False

    def render(self, form, context, *args: Any, **options: Any):
        self.is_open = any(name in form.errors or name in self.changed for name in self.names)
        return super().render(form, context, *args, **options)


class BuildingForm(FactForm):
    """All facts of a topic."""

    def __init__(self, *args: Any, first: tuple[str, ...], changed: set[str], **options: Any):
        super().__init__(*args, use_required_attribute=False, **options)
        told = [spec for spec in self._asked() if spec.name in first]
        rest = [spec for spec in self._asked() if spec.name not in first]
        rows = [Div(*map(self._row, told), css_class="rule-card-fields")]
        if rest:
            rows.append(Fold(*map(self._row, rest), names=[spec.name for spec in rest], changed=changed))
        self.helper.layout = Layout(*rows)


def form_for(asked, sent: Any, facts: Any) -> BuildingForm:
    """The form of a task: what was sent, else the newest facts."""
    topic, base = asked.task.topic, asked.base
    changed = {name for name in topic.spec_of if getattr(facts, name) != getattr(base, name)}
    built = type("Building", (BuildingForm, fact_form(topic)), {})
    return built(sent, initial=topic.plain(facts), first=asked.in_story, changed=changed)
