"""The fields of a case as a content file."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

import rules
from authoring.schema import ContentFile, Text, in_order
from cases import levels, stories
from cases.links import Key, Link
from cases.models import READINGS

Role = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,30}$")]
ReadingKey = Literal["pensum", "gaeldende_ret"]
Weight = Annotated[int, Field(ge=0, le=100)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Weights(_Part):
    """How much each part of the legal method counts."""

    faktum: Weight = 10
    jus: Weight = 20
    subsumption: Weight = 40
    konklusion: Weight = 30
    argument: Weight = 0

    @model_validator(mode="after")
    def _something_counts(self):
        if not (self.jus or self.subsumption or self.konklusion):
            raise ValueError("mindst én vægt skal være større end 0")
        return self


class Party(_Part):
    """One who takes part, and as what."""

    role: Role
    title: Annotated[str, StringConstraints(min_length=1, max_length=60)]


class LevelFile(_Part):
    """One level of a criterion."""

    title: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40, pattern="^[^:]+$")
    ]
    detail: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^\n]*$")] = ""
    points: Annotated[int, Field(ge=0, le=100)] | Annotated[float, Field(ge=0, le=100, multiple_of=0.25)]


class Criterion(_Part):
    """What the teacher gives points for in the argument, beside what the decision itself gives."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    points: Annotated[int, Field(ge=1, le=100)]
    levels: list[LevelFile] = []

    @model_validator(mode="after")
    def _levels_lead_up_to_the_points(self):
        fault = levels.fault([one.model_dump() for one in self.levels], self.points) if self.levels else ""
        if fault:
            raise ValueError(fault[0].lower() + fault[1:].rstrip("."))
        return self

    @property
    def plain(self) -> dict[str, object]:
        """The criterion as a row keeps it."""
        found = self.model_dump()
        return found if self.levels else {name: found[name] for name in ("title", "points")}


class Reverse(_Part):
    """A reverse task: facts are wanted on which each reading named reaches this outcome."""

    question: Key
    pensum: str | None = None
    gaeldende_ret: str | None = None

    @model_validator(mode="after")
    def _wants_something(self):
        if not self.wants:
            raise ValueError("skriv en afgørelse for mindst ét retsgrundlag, »pensum« eller »gaeldende_ret«")
        return self

    @property
    def wants(self) -> dict[str, str]:
        """The wanted outcome of each reading."""
        return {key: wanted for key in READINGS if (wanted := getattr(self, key))}

    @property
    def plain(self) -> dict[str, str]:
        """The task as a row keeps it."""
        return {"question": self.question} | self.wants


class QuestionFile(_Part):
    """One legal question."""

    key: Key
    topic: str
    facts: dict[str, object]
    links: dict[str, Link] = {}
    expected: dict[ReadingKey, str]

    @model_validator(mode="after")
    def _in_order(self):
        """A database may give the names back in another order: facts stand as the topic declares them."""
        topic = rules.topics().get(self.topic)
        declared = [spec.name for spec in topic.specs] if topic else []
        self.facts = in_order(self.facts, declared)
        self.links = in_order(self.links, declared)
        self.expected = in_order(self.expected, READINGS)
        return self


class CaseFile(ContentFile):
    """One case."""

    group: Literal["kredit", "gaeldsbreve", "kaution", "regres"]
    summary: Annotated[str, StringConstraints(max_length=300)] = ""
    reading: ReadingKey | None = None
    names: dict[Role, str] = {}
    parties: list[Party] = []
    story: Text
    weights: Weights = Weights()
    argument: Text = ""
    rubric: Annotated[list[Criterion], Field(max_length=6)] = []
    minutes: Annotated[int, Field(ge=1, le=600)] = 30
    hints_when_graded: bool = True
    reverse: Annotated[list[Reverse], Field(max_length=3)] = []
    source: Annotated[str, StringConstraints(max_length=120)] = ""
    questions: Annotated[list[QuestionFile], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_in_order(self):
        self.names = in_order(self.names, stories.ROLES)
        return self

    @model_validator(mode="after")
    def _keys_differ(self):
        keys = [question.key for question in self.questions]
        if len(set(keys)) < len(keys):
            raise ValueError("to spørgsmål har samme nøgle")
        return self
