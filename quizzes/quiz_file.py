"""Quizzes as content files: an introduction and the questions by their addresses, in order."""

from pathlib import Path
from typing import Annotated, Literal

from django.db import transaction
from pydantic import Field, model_validator

from authoring.registry import Kind
from authoring.schema import ContentFile, Problem, Slug, Text
from authoring.texts import YAML_FILE
from quizzes.models import Question, Quiz, QuizItem

ROOT = Path(__file__).parent / "content" / "quizzes"


class QuizFile(ContentFile):
    """One quiz."""

    intro: Text = ""
    shuffle: bool = False
    reading: Literal["pensum", "gaeldende_ret"] | None = None
    questions: Annotated[list[Slug], Field(min_length=1)]

    @model_validator(mode="after")
    def _asks_once(self):
        if len(set(self.questions)) < len(self.questions):
            raise ValueError("det samme spørgsmål står to gange")
        return self


@transaction.atomic
def store(data: QuizFile, row: Quiz, path) -> None:
    """Put a file's content on the quiz and on its places."""
    row.intro, row.shuffle, row.reading = data.intro, data.shuffle, data.reading or ""
    row.save()
    asked = {
        question.slug: question for question in Question.objects.current().filter(slug__in=data.questions)
    }
    kept = {item.question_id: item for item in row.items.all()}
    for order, slug in enumerate(data.questions, start=1):
        question = asked[slug]
        item = kept.pop(question.pk, None) or QuizItem(quiz=row, question=question)
        item.order = order
        item.save()
    for gone in kept.values():
        gone.delete()


def dump(row: Quiz) -> dict:
    """A quiz as the plain data of its file."""
    return {
        "intro": row.intro,
        "shuffle": row.shuffle,
        "reading": row.reading or None,
        "questions": [item.question.slug for item in row.items.select_related("question")],
    }


def check(data: QuizFile, shelf) -> list[Problem]:
    """Questions that do not exist."""
    return [
        Problem(f"questions.{place}", f"spørgsmålet »{slug}« findes ikke")
        for place, slug in enumerate(data.questions)
        if not shelf.has("question", slug)
    ]


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
