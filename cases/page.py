"""What the player shows: the story on the one side, and on the other the answers and what comes next."""

import secrets
from dataclasses import dataclass, field
from typing import Any

import rules
from cases import aiming, argument, fading, path, registry, solution, timed, timelines
from cases.argument import Sheet as ArgumentSheet
from cases.askings import Asking
from cases.parts import PARTS, counted, marks_of, shown_weights
from cases.path import Stretch
from cases.walkthroughs import Walkthrough


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
    argument: ArgumentSheet | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(9))

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
    def asks_argument(self) -> bool:
        """Whether the argument in own words is asked now: in practice when the rest is answered."""
        if self.argument is None:
            return False
        return self.is_done or not self.walkthrough.is_practice or bool(self.argument.text)

    @property
    def has_many(self) -> bool:
        """Whether the case asks more than one legal question."""
        return len(self.walkthrough.frozen["questions"]) > 1

    @property
    def clock(self) -> timed.Clock | None:
        """How much time is left of a prøve that is open."""
        own = self.walkthrough
        return timed.clock(own) if own.is_timed and own.is_open else None

    @property
    def trains(self) -> str:
        """What this variant practises again."""
        return aiming.told(self.walkthrough)

    @property
    def level_name(self) -> str:
        """The level at which the facts were drawn, where there was a choice and it could be met."""
        own = self.walkthrough
        met = {how.get("level") for how in own.frozen.get("drawn", {}).values()}
        return own.get_level_display() if own.level in met else ""

    @property
    def levels(self) -> list[tuple[str, str]]:
        """The levels that a new variant can have."""
        return Walkthrough.Level.choices

    @property
    def fading(self) -> fading.Step | None:
        """The next step of the worked example that this walkthrough is a part of."""
        following = fading.AFTER.get(self.walkthrough.support)
        return fading.Step(following) if self.walkthrough.support and following is not None else None

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
            {"title": question["title"]}
            | solution.of(rules.topic(question["topic"]), question["facts"], own.reading)
            for question in own.frozen["questions"]
        ]

    @property
    def flowcharts(self) -> list[dict[str, str]]:
        """The way through each rule, drawn; to be shown with the solution alone."""
        own = self.walkthrough
        return [
            {"title": question["title"], "flowchart": solution.flowchart_of(question, own.reading)}
            for question in own.frozen["questions"]
        ]

    def keep(self, data, but: str = "") -> "Page":
        """Keep what was typed in the other forms of the page when one of them was sent."""
        for asking in self.askings:
            if asking.name != but and not asking.form.is_bound:
                asking.keep(data)
        if self.argument and but != argument.NAME:
            self.argument.keep(data)
        return self

    def refuse(self, refusal: Exception, name: str, data) -> "Page":
        """Say why nothing was saved; what was typed for a question that is gone is quoted."""
        self.notice = str(refusal)
        if self.find(name) is None:
            sent = [value for key, value in data.items() if key.startswith(name.partition("-")[0] + "-")]
            self.typed = "; ".join(sent)[:500]
        if self.argument:
            self.argument.show_both()
        return self

    @property
    def has_help(self) -> bool:
        """Whether help is offered or was taken anywhere on the page."""
        return any(asking.helps for asking in self.askings)

    def point_at_help(self, name: str) -> "Page":
        """Let the help at this place take the focus."""
        for one in (one for asking in self.askings for one in asking.helps):
            one.has_focus = one.name == name
        return self

    def find(self, name: str) -> Asking | None:
        """The form with this name, if it is asked now and the student's to answer."""
        return next((asking for asking in self.askings if asking.name == name and not asking.is_given), None)


def build(walkthrough: Walkthrough, context: dict[str, Any] | None = None) -> Page:
    """The page as the answers stand; `context` spares asking the registry again."""
    answers = walkthrough.given()
    titles = {question["key"]: question["title"] for question in walkthrough.frozen["questions"]}
    sheets = [
        Sheet(titles[stretch.key], stretch, _sections(walkthrough, stretch))
        for stretch in path.walk(walkthrough.frozen, walkthrough.reading, answers)
    ]
    page = Page(walkthrough, sheets, registry.context_of(walkthrough) if context is None else context)
    page.argument = argument.sheet(walkthrough)
    waiting = next((asking for asking in page.askings if not asking.is_answered), None)
    if waiting:
        waiting.is_next = True
    return page


def _sections(walkthrough: Walkthrough, stretch: Stretch) -> list[Section]:
    sections = []
    weights = shown_weights(counted(walkthrough))
    for key in PARTS:
        places = [place for place in stretch.places if place.item.part == key]
        groups = [places] if key == "konklusion" else [[place] for place in places]
        askings = [Asking(walkthrough, stretch, key, group) for group in groups if group]
        if askings:
            sections.append(Section(stretch.key, key, weights[key], askings))
    return sections
