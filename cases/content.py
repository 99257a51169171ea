"""Cases as content files: their fields, how a file becomes rows, and what is checked with the law."""

from pathlib import Path
from typing import Annotated, Any, Literal

from django.db import transaction
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

import rules
from authoring.registry import Kind
from authoring.schema import ContentFile, Problem, Text, in_order
from authoring.texts import YAML_FILE
from cases import links, stories
from cases.links import Key, Link
from cases.models import READINGS, Case, Question
from rules.topic import PENSUM

ROOT = Path(__file__).parent / "content"
Role = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,30}$")]
ReadingKey = Literal["pensum", "gaeldende_ret"]
PLAIN = ("group", "summary", "names", "story", "argument", "minutes", "hints_when_graded", "source")
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


class Criterion(_Part):
    """What the teacher gives points for in the argument, beside what the decision itself gives."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    points: Annotated[int, Field(ge=1, le=100)]


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


@transaction.atomic
def store(data: CaseFile, row: Case, path) -> None:
    """Put a file's content on the rows of a case and of its questions."""
    for name in PLAIN:
        setattr(row, name, getattr(data, name))
    row.parties = [party.model_dump() for party in data.parties]
    row.rubric = [criterion.model_dump() for criterion in data.rubric]
    row.reverse = [task.plain for task in data.reverse]
    row.reading = data.reading or ""
    for part, weight in data.weights:
        setattr(row, f"weight_{part}", weight)
    row.save()
    kept = {question.key: question for question in row.questions.all()}
    for order, given in enumerate(data.questions, start=1):
        question = kept.pop(given.key, None) or Question(case=row, key=given.key)
        plain = given.model_dump(mode="json", by_alias=True)
        question.order, question.topic, question.facts = order, plain["topic"], plain["facts"]
        question.links = {fact: link.plain for fact, link in given.links.items()}
        question.expected = plain["expected"]
        question.save()
    for gone in kept.values():
        gone.delete()


def dump(row: Case) -> dict:
    """A case as the plain data of its file."""
    return {name: getattr(row, name) for name in (*PLAIN, "parties", "rubric", "reverse")} | {
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
    earlier: dict[str, Any] = {}
    for number, question in enumerate(data.questions):
        topic = rules.topics().get(question.topic)
        if topic is None:
            known = ", ".join(rules.topics())
            told = f"emnet »{question.topic}« findes ikke; brug et af: {known}"
            problems.append(Problem(f"questions.{number}.topic", told))
            continue
        problems += links.problems(question.links, topic, earlier, f"questions.{number}.links")
        problems += _fact_problems(question, topic, f"questions.{number}")
        earlier[question.key] = topic
    for number, task in enumerate(data.reverse):
        problems += _reverse_problems(task, earlier, f"reverse.{number}")
    if problems:
        return problems
    asked = [(question.key, question.topic) for question in data.questions]
    return [*_outcome_problems(data), *(Problem("story", told) for told in stories.check(data.story, asked))]


def _fact_problems(question: QuestionFile, topic, place: str):
    try:
        topic.read(question.facts)
    except rules.FactError as error:
        for problem in error.problems:
            yield Problem(f"{place}.facts.{problem.fact}", problem.message)


def _outcome_problems(data: CaseFile):
    """Whether each reading reaches what the file expects, with what the earlier questions decide."""
    asked = [
        (one.key, rules.topic(one.topic), one.facts, {fact: link.plain for fact, link in one.links.items()})
        for one in data.questions
    ]
    readings: tuple[ReadingKey, ...] = ("pensum", "gaeldende_ret")
    for reading in readings:
        try:
            sheets = links.along(asked, reading)
        except rules.FactError as error:
            yield Problem("questions", f"kæden giver oplysninger, der ikke kan passe: {error}")
            continue
        for number, (question, (_, topic, facts)) in enumerate(zip(data.questions, sheets, strict=True)):
            expected, decided = question.expected.get(reading), topic.decide(facts, reading).outcome
            if expected and decided != expected:
                yield Problem(
                    f"questions.{number}.expected.{reading}",
                    f"filen venter {expected}, men reglerne når til {decided or 'et skøn'}",
                )


def _reverse_problems(task: Reverse, topics: dict[str, Any], place: str):
    topic = topics.get(task.question)
    if topic is None:
        yield Problem(f"{place}.question", f"»{task.question}« er ikke et spørgsmål i sagen")
        return
    for reading, wanted in task.wants.items():
        if reading not in topic.readings:
            yield Problem(f"{place}.{reading}", f"emnet er ens for begge retsgrundlag; brug »{PENSUM}«")
        elif wanted not in (known := topic.reading_for(reading).choices):
            yield Problem(
                f"{place}.{reading}", f"»{wanted}« er ikke en afgørelse her; brug en af: {', '.join(known)}"
            )


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
