"""Cases as content files: their fields, how a file becomes rows, and what is checked with the law."""

from pathlib import Path
from typing import Annotated, Literal

from django.db import transaction
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

import rules
from authoring.registry import Kind
from authoring.schema import ContentFile, Problem, Text, in_order
from authoring.texts import YAML_FILE
from cases import stories
from cases.models import READINGS, Case, Question

ROOT = Path(__file__).parent / "content"
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,19}$")]
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

    @model_validator(mode="after")
    def _something_counts(self):
        if not (self.jus or self.subsumption or self.konklusion):
            raise ValueError("mindst én vægt skal være større end 0")
        return self


class Party(_Part):
    """One who takes part, and as what."""

    role: Role
    title: Annotated[str, StringConstraints(min_length=1, max_length=60)]


class Link(_Part):
    """A fact that an earlier question of the case decides."""

    from_: Annotated[Key, Field(alias="from")]
    is_: Annotated[str, Field(alias="is")]


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


@transaction.atomic
def store(data: CaseFile, row: Case, path) -> None:
    """Put a file's content on the rows of a case and of its questions."""
    for name in ("group", "summary", "names", "story", "source"):
        setattr(row, name, getattr(data, name))
    row.parties = [party.model_dump() for party in data.parties]
    row.reading = data.reading or ""
    for part, weight in data.weights:
        setattr(row, f"weight_{part}", weight)
    row.save()
    kept = {question.key: question for question in row.questions.all()}
    for order, given in enumerate(data.questions, start=1):
        question = kept.pop(given.key, None) or Question(case=row, key=given.key)
        plain = given.model_dump(mode="json", by_alias=True)
        question.order, question.topic, question.facts = order, plain["topic"], plain["facts"]
        question.links, question.expected = plain["links"], plain["expected"]
        question.save()
    for gone in kept.values():
        gone.delete()


def dump(row: Case) -> dict:
    """A case as the plain data of its file."""
    names = ("group", "summary", "parties", "names", "story", "source")
    return {name: getattr(row, name) for name in names} | {
        "reading": row.reading or None,
        "weights": row.weights,
        "questions": [
            {
                "key": question.key,
                "topic": question.topic,
                "facts": question.facts,
                "links": question.links,
                "expected": question.expected,
            }
            for question in row.questions.all()
        ],
    }


def check(data: CaseFile, shelf) -> list[Problem]:
    """What only the law can know: facts that cannot be, and outcomes that the rules do not share."""
    problems: list[Problem] = []
    earlier: dict[str, str] = {}
    for number, question in enumerate(data.questions):
        place = f"questions.{number}"
        found = list(_question_problems(question, place, earlier))
        problems += found
        earlier[question.key] = question.topic
    if not problems:
        asked = [(question.key, question.topic) for question in data.questions]
        problems = [Problem("story", told) for told in stories.check(data.story, asked)]
    return problems


def _question_problems(question: QuestionFile, place: str, earlier: dict[str, str]):
    try:
        topic = rules.topic(question.topic)
    except rules.UnknownTopic:
        known = ", ".join(rules.topics())
        yield Problem(f"{place}.topic", f"emnet »{question.topic}« findes ikke; brug et af: {known}")
        return
    for fact, link in question.links.items():
        yield from _link_problems(fact, link, topic, f"{place}.links.{fact}", earlier)
    try:
        facts = topic.read(question.facts)
    except rules.FactError as error:
        for problem in error.problems:
            yield Problem(f"{place}.facts.{problem.fact}", problem.message)
        return
    for reading, outcome in question.expected.items():
        decided = topic.decide(facts, reading).outcome
        if decided != outcome:
            yield Problem(
                f"{place}.expected.{reading}",
                f"filen venter {outcome}, men reglerne når til {decided or 'et skøn'}",
            )


def _link_problems(fact: str, link: Link, topic, place: str, earlier: dict[str, str]):
    if fact not in {spec.name for spec in topic.specs}:
        yield Problem(place, f"emnet har ingen oplysning, der hedder »{fact}«")
    if link.from_ not in earlier:
        yield Problem(f"{place}.from", f"»{link.from_}« er ikke et tidligere spørgsmål i sagen")
    elif link.is_ not in {outcome.name for outcome in rules.topic(earlier[link.from_]).outcomes}:
        yield Problem(f"{place}.is", f"»{link.is_}« er ikke en afgørelse i det spørgsmål")


def place(row: Case) -> str:
    """Where a case that never had a file is exported to."""
    return f"{row.slug}.yaml"


KIND = Kind(
    name="case",
    label="Case",
    model=Case,
    root=ROOT,
    pattern="*.yaml",
    schema=CaseFile,
    form=YAML_FILE,
    order=50,
    store=store,
    dump=dump,
    place=place,
    check=check,
)
