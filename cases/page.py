"""What the player shows: the story on the one side, and on the other the answers and what comes next."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

import rules
from cases import feedback, path, registry, solution, timelines
from cases.forms import AnswerForm
from cases.path import Place, Stretch
from cases.walkthroughs import Walkthrough

PARTS = {
    "jus": ("Jus", "Find bestemmelsen"),
    "subsumption": ("Subsumption", "Hold fakta op mod reglen"),
    "konklusion": ("Konklusion", "Drag konklusionen"),
}


@dataclass
class Asking:
    """What is saved with one button: an item, or all of Konklusion."""

    walkthrough: Walkthrough
    part: str
    places: list[Place]
    form: AnswerForm
    is_next: bool = False
    has_focus: bool = False
    is_unsaved: bool = False

    @property
    def name(self) -> str:
        """The anchor, and the last part of the address that it is sent to."""
        return f"{self.places[0].question}-konklusion" if self.part == "konklusion" else self.places[0].name

    @property
    def field(self) -> Any:
        """The field of a single item."""
        return self.form[self.places[0].name]

    @property
    def is_single(self) -> bool:
        """One item, and not all of Konklusion."""
        return self.part != "konklusion"

    @property
    def is_answered(self) -> bool:
        """Whether every item is answered."""
        return all(place.is_answered for place in self.places)

    @property
    def verdict(self) -> Any:
        """The verdict on a single item."""
        return self.form.verdicts.get(self.places[0].name)

    def bind(self, data) -> AnswerForm:
        """Put what was sent into the form."""
        self.form = form(self.walkthrough, self.places, data)
        return self.form

    def keep(self, data) -> None:
        """Put back what was typed here and is not saved, without judging it."""
        typed = {name: data[name] for name in self.form.fields if name in data}
        if any(value != self.form[name].value() for name, value in typed.items()):
            self.form = form(self.walkthrough, self.places)
            self.form.initial |= typed
            self.is_unsaved = True

    @property
    def saved(self) -> str:
        """The receipt: when the newest of the answers was saved."""
        if self.is_unsaved:
            return "Ikke gemt endnu"
        moments = [place.answer.saved_at for place in self.places if place.answer]
        return f"Gemt kl. {timezone.localtime(max(moments)):%H.%M}" if moments else ""

    @property
    def button(self) -> str:
        """What the button does."""
        if not self.walkthrough.is_practice:
            return "Gem"
        return "Ret svar" if self.is_answered else "Gem svar"


@dataclass
class Section:
    """One part of the legal method in one question."""

    question: str
    key: str
    weight: str
    askings: list[Asking]

    @property
    def title(self) -> str:
        """The Latin-Danish name."""
        return PARTS[self.key][0]

    @property
    def asks(self) -> str:
        """What is done in this part."""
        return PARTS[self.key][1]


@dataclass
class Sheet:
    """One question of the case on the page."""

    title: str
    stretch: Stretch
    sections: list[Section]


@dataclass
class Page:
    """Everything that the template needs."""

    walkthrough: Walkthrough
    sheets: list[Sheet]
    context: dict[str, Any]
    notice: str = ""
    typed: str = ""

    @property
    def is_done(self) -> bool:
        """Whether every question of the case is answered."""
        asked = len(self.walkthrough.frozen["questions"])
        return len(self.sheets) == asked and all(sheet.stretch.is_done for sheet in self.sheets)

    @property
    def askings(self) -> list[Asking]:
        """Every form of the page."""
        return [one for sheet in self.sheets for part in sheet.sections for one in part.askings]

    @property
    def has_many(self) -> bool:
        """Whether the case asks more than one legal question."""
        return len(self.walkthrough.frozen["questions"]) > 1

    @property
    def timeline(self) -> str:
        """The days of the story, and the deadlines that the student has found."""
        return timelines.drawn(sheet.stretch for sheet in self.sheets)

    @property
    def marks(self) -> list[dict[str, Any]]:
        """The mark of each part, once there is a total."""
        return marks_of(self.walkthrough)

    @property
    def solutions(self) -> list[dict[str, Any]]:
        """How the rule gets there, question by question."""
        own = self.walkthrough
        return [
            solution.of(rules.topic(question["topic"]), question["facts"], own.reading)
            for question in own.frozen["questions"]
        ]

    def keep(self, data, but: str = "") -> "Page":
        """Keep what was typed in the other forms of the page when one of them was sent."""
        for asking in self.askings:
            if asking.name != but and not asking.form.is_bound:
                asking.keep(data)
        return self

    def refuse(self, refusal: Exception, name: str, data) -> "Page":
        """Say why nothing was saved; what was typed for a question that is gone is quoted."""
        self.notice = str(refusal)
        if self.find(name) is None:
            sent = [value for key, value in data.items() if key.startswith(name.partition("-")[0] + "-")]
            self.typed = "; ".join(sent)[:500]
        return self

    def find(self, name: str) -> Asking | None:
        """The form with this name, if it is asked now."""
        return next((asking for asking in self.askings if asking.name == name), None)


def build(walkthrough: Walkthrough) -> Page:
    """The page as the answers stand."""
    answers = list(walkthrough.answers.all())
    titles = {question["key"]: question["title"] for question in walkthrough.frozen["questions"]}
    sheets = [
        Sheet(titles[stretch.key], stretch, _sections(walkthrough, stretch))
        for stretch in path.walk(walkthrough.frozen, walkthrough.reading, answers)
    ]
    page = Page(walkthrough, sheets, registry.context_of(walkthrough))
    waiting = next((asking for asking in page.askings if not asking.is_answered), None)
    if waiting:
        waiting.is_next = True
    return page


def _sections(walkthrough: Walkthrough, stretch: Stretch) -> list[Section]:
    sections = []
    weights = shown_weights(walkthrough.frozen["weights"])
    for key in PARTS:
        places = [place for place in stretch.places if place.item.part == key]
        groups = [places] if key == "konklusion" else [[place] for place in places]
        askings = [
            Asking(walkthrough, key, group, form(walkthrough, group)) for group in groups if group
        ]
        if askings:
            sections.append(Section(stretch.key, key, weights[key], askings))
    return sections


def form(walkthrough: Walkthrough, places: list[Place], data=None, *, judged: bool = True) -> AnswerForm:
    """The form of these places, with the verdicts where they may be shown."""
    verdicts = {
        place.name: feedback.verdict(place.answer.status, place.answer.remark, place.answer.citation, place.answer.mistake)
        for place in places
        if place.answer is not None and walkthrough.is_practice and judged
    }
    return AnswerForm(places, data, required=walkthrough.is_practice, verdicts=verdicts)


def shown_weights(weights: dict[str, int]) -> dict[str, str]:
    """Whole percent that sum to a hundred: what rounding leaves over goes to the largest part."""
    whole = sum(weights.values()) or 1
    shares = {part: 100 * weight // whole for part, weight in weights.items()}
    largest = max(weights, key=lambda part: weights[part])
    shares[largest] += 100 - sum(shares.values())
    return {part: f"{share} %" for part, share in shares.items()}


def marks_of(walkthrough: Walkthrough) -> list[dict[str, Any]]:
    """Each part that is asked with its weight and its mark."""
    weights = shown_weights({part: walkthrough.frozen["weights"][part] for part in walkthrough.marks})
    return [
        {"title": PARTS[part][0], "weight": weights[part], "mark": walkthrough.marks[part]}
        for part in PARTS
        if part in walkthrough.marks
    ]
