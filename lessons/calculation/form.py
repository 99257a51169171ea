"""The form of a calculator: the facts of its topics, each asked for once."""

from functools import cache

from crispy_forms.layout import Div, Fieldset, Layout

import rules
from lessons.fact_forms import FactForm, fact_form, told


class CalculatorForm(FactForm):
    """Asks once for each fact, also where several topics look at it."""

    calculator = None

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        rows = {spec.name: self._row(spec) for spec in self._asked()}
        groups = [(group.title, [rows[name] for name in group.names]) for group in self.calculator.groups]
        self.helper.layout = Layout(*(_group(title, fields) for title, fields in groups))

    @property
    def specs(self):
        """The facts of all topics; what two of them ask for is called as the first calls it."""
        return {
            spec.name: spec for topic in reversed(self.calculator.topics) for spec in topic.specs
        }.values()

    def clean(self):
        """Let each topic read its facts; what is wrong stands beside its field."""
        cleaned = super(FactForm, self).clean()
        self._facts = []
        if self.errors:
            return cleaned
        for question in self.calculator.questions:
            topic = rules.topic(question.topic)
            names = {spec.name for spec in topic.specs}
            asked = {name: value for name, value in self.plain.items() if name in names}
            try:
                self._facts.append(topic.read(question.given | asked))
            except rules.FactError as error:
                self._tell(error)
        return cleaned

    def _tell(self, error):
        for problem in error.problems:
            asked = problem.fact in self.fields
            message = told(problem, asked)
            if not asked or message not in self.errors.get(problem.fact, []):
                self.add_error(problem.fact if asked else None, message)


def _group(title, fields):
    rows = Div(*fields, css_class="rule-card-fields")
    return Fieldset(title, rows, css_class="fact-group") if title else rows


@cache
def form_of(calculator):
    """The class of a calculator's form."""
    fields = {}
    for topic in reversed(calculator.topics):
        fields |= fact_form(topic).base_fields
    asked = {name: fields[name] for group in calculator.groups for name in group.names}
    return type(
        "Beregner", (CalculatorForm,), asked | {"calculator": calculator, "topic": calculator.topics[0]}
    )
