"""Quizzes as content files: an introduction and the questions by their addresses, in order."""

from pathlib import Path
from typing import Annotated, Literal

from django.db import transaction
from pydantic import BaseModel, ConfigDict, Field, model_validator

from authoring.registry import Kind
from authoring.schema import ContentFile, Problem, Slug, Text
from authoring.texts import YAML_FILE
from quizzes import wellformed
from quizzes.models import Draw, Question, Quiz, QuizItem

ROOT = Path(__file__).parent / "content" / "quizzes"
SETTINGS = (
    "intro", "belongs_to", "shuffle", "mode", "attempts_allowed", "counts", "minutes", "grace_seconds", "certainty",
)  # fmt: skip
DRAWN = ("heading", "count", "tag", "topic", "difficulty")


class DrawFile(BaseModel):
    """Questions drawn from the bank, after the fixed question that stands before them."""

    model_config = ConfigDict(extra="forbid")

    after: Slug | None = None
    heading: Annotated[str, Field(max_length=120)] = ""
    count: Annotated[int, Field(ge=1, le=60)]
    tag: Annotated[str, Field(max_length=60)] = ""
    topic: Annotated[str, Field(max_length=60)] = ""
    difficulty: Annotated[int, Field(ge=1, le=3)] | None = None


class QuizFile(ContentFile):
    """One quiz."""

    intro: Text = ""
    belongs_to: Annotated[Text, Field(max_length=120)] = ""
    shuffle: bool = False
    reading: Literal["pensum", "gaeldende_ret"] | None = None
    mode: Literal["oeve", "aflevering", "proeve"] = "oeve"
    attempts_allowed: Annotated[int, Field(ge=1)] | None = None
    counts: Literal["first", "best", "last", "mean"] = "best"
    minutes: Annotated[int, Field(ge=1, le=1440)] | None = None
    grace_seconds: Annotated[int, Field(ge=0, le=3600)] = 60
    certainty: bool = False
    questions: list[Slug] = []
    headings: dict[Slug, Annotated[str, Field(min_length=1, max_length=120)]] = {}
    draws: list[DrawFile] = []

    @model_validator(mode="after")
    def _asks_once(self):
        if len(set(self.questions)) < len(self.questions):
            raise ValueError("det samme spørgsmål står to gange")
        if not self.questions and not self.draws:
            raise ValueError("quizzen har ingen spørgsmål: skriv questions eller draws")
        named = {*self.headings, *(draw.after for draw in self.draws if draw.after)}
        if stray := sorted(named - set(self.questions)):
            raise ValueError(f"headings og after nævner »{stray[0]}«, som ikke er blandt questions")
        if self.mode == "proeve" and not self.minutes:
            raise ValueError("en prøve er på tid: skriv minutes")
        if list(self.headings) != [slug for slug in self.questions if slug in self.headings]:
            self.headings = {slug: self.headings[slug] for slug in self.questions if slug in self.headings}
        return self


@transaction.atomic
def store(data: QuizFile, row: Quiz, path) -> None:
    """Put a file's content on the quiz and on its places."""
    row.reading = data.reading or ""
    for name in SETTINGS:
        setattr(row, name, getattr(data, name))
    row.save()
    asked = {
        question.slug: question for question in Question.objects.current().filter(slug__in=data.questions)
    }
    kept = {item.question_id: item for item in row.items.all()}
    for order, slug in enumerate(data.questions, start=1):
        question = asked[slug]
        item = kept.pop(question.pk, None) or QuizItem(quiz=row, question=question)
        item.order, item.heading = order, data.headings.get(slug, "")
        item.save()
    for gone in kept.values():
        gone.delete()
    _store_draws(data, row)


def _store_draws(data: QuizFile, row: Quiz) -> None:
    """Draws keep their row by their number, so that their history is one."""
    kept = list(row.draws.all())
    for number, told in enumerate(data.draws):
        draw = kept[number] if number < len(kept) else Draw(quiz=row)
        for name in DRAWN:
            setattr(draw, name, getattr(told, name))
        draw.order = data.questions.index(told.after) + 1 if told.after else 0
        draw.save()
    for gone in kept[len(data.draws) :]:
        gone.delete()


def dump(row: Quiz) -> dict:
    """A quiz as the plain data of its file."""
    places = list(row.items.select_related("question"))
    return {name: getattr(row, name) for name in SETTINGS} | {
        "reading": row.reading or None,
        "questions": [item.question.slug for item in places],
        "headings": {item.question.slug: item.heading for item in places if item.heading},
        "draws": [
            {name: getattr(draw, name) for name in DRAWN}
            | {"after": next((i.question.slug for i in reversed(places) if i.order <= draw.order), None)}
            for draw in row.draws.all()
        ],
    }


def check(data: QuizFile, shelf) -> list[Problem]:
    """Questions and topics that do not exist."""
    missing = [
        Problem(f"questions.{place}", f"spørgsmålet »{slug}« findes ikke")
        for place, slug in enumerate(data.questions)
        if not shelf.has("question", slug)
    ]
    missing += [Problem("belongs_to", told) for told in wellformed.place_faults(data.belongs_to, shelf)]
    named = [draw.topic for draw in data.draws if draw.topic]
    return missing + [Problem("draws", told) for told in wellformed.topic_faults(named)]


KIND = Kind(
    name="quiz",
    label="Quiz",
    model=Quiz,
    root=ROOT,
    pattern="*.yaml",
    schema=QuizFile,
    form=YAML_FILE,
    order=61,
    store=store,
    dump=dump,
    place=lambda row: f"{row.slug}.yaml",
    check=check,
)
