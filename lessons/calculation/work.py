"""A calculator at work: what was typed, what the topics say of it, the figures and the picture."""

from dataclasses import dataclass
from functools import cached_property

import rules
from lessons import topic_pages
from lessons.calculation.form import form_of
from lessons.calculation.shape import Question
from rules.compare import Comparison, compare


@dataclass(frozen=True)
class Answer:
    """What a topic says on the facts of a calculator."""

    question: Question
    facts: object
    comparison: Comparison

    @property
    def topic(self):
        return rules.topic(self.question.topic)

    @property
    def decisions(self):
        """Pensum, and the law where it has its own reading."""
        return [one for one in (self.comparison.pensum, self.comparison.gaeldende_ret) if one]

    @property
    def taken(self):
        """The steps that are shown instead of the outcome, each with the reading that asks it."""
        return [
            (decision.reading.title, taken)
            for decision in self.decisions
            for taken in decision.steps
            if taken.key in self.question.steps
        ]

    @property
    def parts(self):
        """Whether the outcomes of the readings differ."""
        return len({decision.text for decision in self.decisions}) > 1

    def value(self, decision, key):
        """A figure of a reading as printed."""
        figures = decision.figures
        if key not in figures:
            return ""
        return decision.reading.figures[key].printed(figures[key]) or "–"


@dataclass(frozen=True)
class Line:
    """One row of figures: its name, what stands in each column, and the provisions that it follows from."""

    name: str
    cells: list[str]
    cited: list


class Work:
    """A calculator with what was typed: the answers, the figures and the picture."""

    def __init__(self, calculator, sent):
        self.calculator = calculator
        asked = [name for group in calculator.groups for name in group.names]
        form = form_of(calculator)
        self.is_example = not set(asked) & set(sent)
        self.form = form(
            _typed(form, calculator.example) if self.is_example else {key: sent[key] for key in sent}
        )
        self.is_faulty = not self.form.is_valid()

    @cached_property
    def answers(self):
        """What each topic says."""
        pairs = zip(self.calculator.questions, self.form.facts(), strict=True)
        return [
            Answer(question, facts, compare(rules.topic(question.topic), facts)) for question, facts in pairs
        ]

    @property
    def told(self):
        """The outcomes that say something."""
        return [answer for answer in self.answers if not answer.question.steps]

    @property
    def besked(self):
        """For a screen reader, when the figures have changed."""
        said = [answer.decisions[0].text for answer in self.told]
        return " ".join(said) or "Tallene er regnet om."

    @property
    def both(self):
        """Whether a figure differs between the readings, or only one of them has it."""
        return not self.calculator.sides and any(
            answer.value(answer.decisions[0], key) != answer.value(answer.decisions[-1], key)
            for answer in self.answers
            for key in answer.question.figures
        )

    @property
    def heads(self):
        """What stands over the columns of figures."""
        return self.calculator.sides or (("Pensum", "Gældende ret") if self.both else ("Bogen og loven",))

    @property
    def lines(self):
        """The figures, each with its provisions."""
        return [self._line(answer, key) for answer in self.answers for key in answer.question.figures]

    def _line(self, answer, key):
        found = [decision for decision in answer.decisions if key in decision.reading.figures]
        name = found[0].reading.figures[key].label
        if self.calculator.sides:
            name = name.split(",")[0]
            cells = [answer.value(answer.decisions[0], one) for one in (key, f"b_{key}")]
        else:
            cells = [answer.value(one, key) or "bruges ikke" for one in answer.decisions][: len(self.heads)]
            cells += [cells[0]] * (len(self.heads) - len(cells))
        citations = [decision.reading.figure_citations[key] for decision in found]
        cited = dict.fromkeys(topic_pages.cited(citation) for citation in citations if citation)
        return Line(name, cells, list(cited))

    def picture(self):
        """The picture of the answers."""
        return self.calculator.picture(self.answers)

    @property
    def downloads(self):
        """The tables that these facts give: (name, title)."""
        tables = self.calculator.tables.items()
        return [(name, title) for name, (title, rows) in tables if rows(self.answers)]

    @property
    def query(self):
        """The typed facts as the end of an address."""
        return {name: self.form.data[name] for name in self.form.fields if self.form.data.get(name)}


def _typed(form, example):
    """The example as a person would type it."""
    shown = form(initial=example)
    return {name: str(value) for name in example if (value := shown[name].value()) is not None}
