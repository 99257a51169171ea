"""Regellab: change the facts of a rule, predict the outcome, and see the way, the reasons and what would turn it."""

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from crispy_forms.layout import Div, Field, Fieldset, Layout
from django import forms

from lessons import statutes, topic_pages
from lessons.fact_forms import FactForm, fact_form, typed_fact
from lessons.figures import flowchart, timeline
from lessons.predicting import judged
from rules.compare import compare
from rules.flips import edges, flips
from rules.reading import GAELDENDE_RET, JUS, PENSUM
from rules.steps import View
from rules.variants import NoVariant, shows, variant

# What is sent beside the facts; no fact of any topic has such a name (held by a test).
PREDICTED, CHANGED, SEED, NEAR = "gaet", "aendr", "variant", "naer"
ABOVE_ALL_SEEDS = 10**6
TRIED_FOR_A_THRESHOLD = 5
ONLY = {PENSUM: "Det spørger kun bogen om", GAELDENDE_RET: "Det spørger kun loven om"}


class LabForm(FactForm):
    """All facts of a topic, those of one reading alone after the others, and what the student expects."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        readings = [None, *ONLY]
        rows = {key: [self._row(spec) for spec in self._asked() if spec.reading == key] for key in readings}
        groups = [
            Fieldset(title, Div(*rows[key], css_class="rule-card-fields"), css_class="fact-group")
            for key, title in ONLY.items()
            if rows[key]
        ]
        self.helper.layout = Layout(Div(*rows[None], css_class="rule-card-fields"), *groups)
        self.prediction = self._helper(Layout(Field(PREDICTED, template="lessons/options_field.html")))

    def _helper(self, layout):
        helper = type(self.helper)()
        helper.form_tag, helper.disable_csrf, helper.layout = False, True, layout
        return helper


class Prediction(forms.CharField):
    """The outcome that the student expects; what is no outcome is no prediction."""

    def __init__(self, outcomes):
        super().__init__(
            required=False,
            label="Hvad bliver resultatet?",
            widget=forms.RadioSelect(choices=outcomes.items()),
        )
        self.outcomes = outcomes

    def clean(self, value):
        """The key of an outcome, or nothing."""
        return value if value in self.outcomes else ""


@cache
def predictions(topic):
    """The outcomes that one of the readings can reach, each with its general sentence."""
    reached = set().union(*(topic.reading_for(key).choices for key in topic.readings))
    return {outcome.name: str(outcome.value) for outcome in topic.outcomes if outcome.name in reached}


@cache
def _form(topic):
    return type(
        "Lab",
        (LabForm,),
        dict(fact_form(topic).base_fields) | {PREDICTED: Prediction(predictions(topic)), "topic": topic},
    )


@lru_cache(maxsize=512)
def _drawn(topic, seed, near):
    """A variant, if need be one that is not near a threshold."""
    try:
        return variant(topic, seed, near=near)
    except NoVariant:
        return variant(topic, seed)


@cache
def has_threshold(topic):
    """Whether a date or an amount of this topic can stand at the point where the outcome turns."""
    drawn = (_drawn(topic, seed, False).facts for seed in range(TRIED_FOR_A_THRESHOLD))
    return any(edges(flip) for facts in drawn for flip in flips(topic, facts))


@dataclass(frozen=True)
class Turn:
    """What would turn the outcome: a sentence, and the change as a button sends it."""

    sentence: str
    label: str
    to: str
    sent: str


@dataclass(frozen=True)
class Answered:
    """One reading's answer: its way in the chart, its reasons, and what would turn it."""

    reading: object
    decision: object
    flowchart: str
    turns: list[Turn]


class Lab:
    """The laboratory of one topic with what a student sent; without facts it begins with a drawn story."""

    def __init__(self, topic, sent):
        self.topic = topic
        self.seed = self._seed(sent.get(SEED, ""))
        self.is_near = bool(sent.get(NEAR)) and has_threshold(topic)
        names = {spec.name for spec in topic.specs}
        if names & set(sent):
            self.change = _change(sent.get(CHANGED, ""), topic)
            self.form = _form(topic)({key: sent[key] for key in sent} | self.change)
        else:
            self.change = {}
            self.form = _form(topic)(initial=topic.plain(self.variant.facts))
        # The student sent facts that cannot be.
        self.is_faulty = self.form.is_bound and not self.form.is_valid()

    @staticmethod
    def _seed(text):
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else topic_pages.EXAMPLE_SEED

    @cached_property
    def variant(self):
        """What was drawn: the example of the page, or a new variant."""
        return _drawn(self.topic, self.seed, self.is_near)

    @property
    def is_tried(self):
        """There are facts to decide on."""
        return self.form.is_bound and not self.is_faulty

    @property
    def story(self):
        """The story, for as long as the facts are those that it tells."""
        if self.is_tried and self.form.facts() != self.variant.facts:
            return ""
        return self.variant.story.text

    @property
    def can_predict(self):
        """There is more than one outcome to choose among."""
        return len(predictions(self.topic)) > 1

    @property
    def can_be_near(self):
        """A variant can be drawn at a threshold."""
        return has_threshold(self.topic)

    @property
    def kept(self):
        """The facts as they were sent, for the buttons that change one of them."""
        given = [(spec.name, self.form.data.get(spec.name)) for spec in self.topic.specs]
        seeds = [(SEED, self.seed), (NEAR, "ja" if self.is_near else "")]
        return [(name, value) for name, value in given + seeds if value not in (None, "")]

    @property
    def changed(self):
        """In words what one click changed."""
        for name in self.change:
            spec = self.topic.spec_of[name]
            return f"{spec.label.rstrip('?')}: {spec.printed(getattr(self.form.facts(), name))}".rstrip(".")
        return ""

    @cached_property
    def comparison(self):
        return compare(self.topic, self.form.facts())

    @property
    def decision(self):
        return self.comparison.pensum

    @property
    def other(self):
        """The other reading's decision, where it differs."""
        return None if self.comparison.same else self.comparison.gaeldende_ret

    @property
    def answers(self):
        """Each reading's answer with its way marked."""
        decisions = [self.comparison.pensum, self.comparison.gaeldende_ret]
        return [self._answered(decision) for decision in decisions if decision]

    def _answered(self, decision):
        reading = decision.reading
        found = flips(self.topic, self.form.facts(), reading.key)
        return Answered(
            reading, decision, flowchart.of(reading, decision), [self._turn(flip) for flip in found]
        )

    def _turn(self, flip):
        spec = self.topic.spec_of[flip.fact]
        shown = spec.printed(flip.changed) or "ikke oplyst"
        text = typed_fact(spec, flip.changed)
        return Turn(flip.sentence, flip.label.rstrip("?"), shown, f"{flip.fact}:{text}")

    @property
    def readings(self):
        """The readings as they are before a try: drawn, with each step in general."""
        return topic_pages.readings(self.topic, self.variant.facts)

    def timeline(self):
        """The days of the case as a picture."""
        return timeline.of(self.topic, self.form.facts(), self.decision, name="regellab-tid")

    @property
    def judged(self):
        """What became of the prediction, if there was one."""
        predicted = self.form.cleaned_data[PREDICTED]
        return judged(self.comparison, predicted) if predicted and self.can_predict else None

    @property
    def mistakes(self):
        """The mistakes that would show on these facts, in words; the wrong provisions last."""
        facts = self.form.facts()
        found = {}
        for key in self.topic.readings:
            law = self.topic.reading_for(key)
            for mistake in sorted(law.mistakes, key=lambda one: one.target == JUS):
                if mistake.target == JUS or shows(law, facts, mistake):
                    found[law.fill(mistake.remark, View(facts))] = None
        return [statutes.keep_together(remark) for remark in found]


def _change(text, topic):
    """One fact and what it becomes, from "underrettet:31-07-2026"; what cannot be read changes nothing."""
    name, colon, value = text.partition(":")
    return {name: value} if colon and name in topic.spec_of else {}
