"""Checklists as content files: their fields, how a file becomes rows, and what is checked."""

from typing import Annotated

from django.db import transaction
from pydantic import BaseModel, ConfigDict, Field, model_validator

from authoring.registry import Kind
from authoring.schema import ContentFile, Line, Problem, Text
from authoring.texts import YAML_FILE
from lessons.checklists import KEY_LENGTH, Checklist, ChecklistPoint
from lessons.content import ROOT, CitationText, Order, check_text, unknown_topics
from rules.reading import TITLES

PLAIN = ("key", "requirement", "text", "provision", "topic")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CustomerFile(_Part):
    """The made-up customer whose file the list is gone through with."""

    name: Annotated[Line, Field(max_length=80)]
    facts: Annotated[list[Line], Field(min_length=1)]


class ConsequenceFile(_Part):
    """What follows if the point is missing, by the book and by the law."""

    pensum: Annotated[Text, Field(min_length=1)]
    gaeldende_ret: Annotated[Text, Field(min_length=1)]


class PointFile(_Part):
    """One point."""

    key: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=KEY_LENGTH)]
    requirement: Annotated[str, Field(max_length=160)] = ""
    text: Annotated[Line, Field(max_length=300)]
    provision: CitationText
    consequence: ConsequenceFile
    topic: str = ""


class ChecklistFile(ContentFile):
    """One checklist."""

    order: Order
    intro: Annotated[Text, Field(min_length=1)]
    note: Text = ""
    customer: CustomerFile
    points: list[PointFile] = []

    @model_validator(mode="after")
    def _each_key_once(self):
        keys = [point.key for point in self.points]
        if doubles := sorted({key for key in keys if keys.count(key) > 1}):
            raise ValueError(f"to punkter har samme nøgle: {', '.join(doubles)}")
        return self


@transaction.atomic
def store(data, row, place):
    """Put a file's content on the rows; a point keeps its row, and so its ticks, as long as its key is the same."""
    row.order, row.intro, row.note = data.order, data.intro, data.note
    row.customer_name, row.customer_facts = data.customer.name, data.customer.facts
    row.save()
    kept = {point.key: point for point in row.points.all()}
    for key in set(kept) - {told.key for told in data.points}:
        kept.pop(key).delete()
    for order, told in enumerate(data.points, start=1):
        point = kept.get(told.key) or ChecklistPoint(checklist=row)
        for name in PLAIN:
            setattr(point, name, getattr(told, name))
        for reading in TITLES:
            setattr(point, reading, getattr(told.consequence, reading))
        point.order = order
        point.save()


def dump(row):
    """A checklist as the plain data of its file."""
    return {
        "order": row.order,
        "intro": row.intro,
        "note": row.note,
        "customer": {"name": row.customer_name, "facts": row.customer_facts},
        "points": [
            {name: getattr(point, name) for name in PLAIN}
            | {"consequence": {reading: point.consequence(reading) for reading in TITLES}}
            for point in (row.points.all() if row.pk else ())
        ],
    }


def check(data, shelf):
    """Terms that do not exist, and topics that no rule has."""
    for name in ("intro", "note"):
        yield from (Problem(name, told) for told in check_text(getattr(data, name), shelf))
    for number, point in enumerate(data.points, start=1):
        for told in unknown_topics([point.topic] if point.topic else []):
            yield Problem(f"points.{number}.topic", told)


KIND = Kind(
    name="checklist",
    label="Tjekliste",
    model=Checklist,
    root=ROOT / "tjeklister",
    pattern="*.yaml",
    schema=ChecklistFile,
    form=YAML_FILE,
    order=15,
    store=store,
    dump=dump,
    place=lambda row: f"{row.slug}.yaml",
    check=check,
)
