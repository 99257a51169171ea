"""Questions as content files: their fields, how a file becomes rows, and what is checked with the law."""

from pathlib import Path
from typing import Annotated, Literal

from django.db import transaction
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

import rules
from authoring.registry import Kind
from authoring.schema import ContentFile, Line, Problem, Text, in_order
from authoring.texts import YAML_FILE
from quizzes import generated, wellformed
from quizzes.models import Option, Question

ROOT = Path(__file__).parent / "content" / "questions"
ReadingKey = Literal["pensum", "gaeldende_ret"]
Key = Annotated[str, StringConstraints(min_length=1, max_length=60)]
PLAIN = ("kind", "text", "remark", "provisions", "topics")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class OptionFile(_Part):
    """One answer to choose."""

    text: Annotated[Line, Field(max_length=500)]
    right: bool = False
    remark: Text = ""


class GeneratedFile(_Part):
    """What the rules make the question from."""

    topic: Key
    ask: Key
    mistake: Key | None = None


class CheckFile(_Part):
    """Facts on which the rules must say what the question says."""

    topic: Key
    facts: dict[str, object]
    outcome: str

    @model_validator(mode="after")
    def _in_order(self):
        """A database may give the names back in another order: facts stand as the topic declares them."""
        topic = rules.topics().get(self.topic)
        self.facts = in_order(self.facts, topic.spec_of if topic else ())
        return self


class QuestionFile(ContentFile):
    """One question."""

    kind: Literal["single", "multiple", "generated"]
    text: Text = ""
    reading: ReadingKey | None = None
    generated: GeneratedFile | None = None
    options: list[OptionFile] = []
    remark: Text = ""
    provisions: list[str] = []
    topics: list[str] = []
    check: CheckFile | None = None

    @model_validator(mode="after")
    def _is_whole(self):
        if self.kind == "generated":
            if self.generated is None or self.options:
                raise ValueError("et spørgsmål, der dannes, skal have feltet generated og ingen options")
            return self
        if self.generated is not None:
            raise ValueError("kun et spørgsmål af formen generated har feltet generated")
        faults = wellformed.faults(self.kind, self.text, self.options)
        if faults:
            raise ValueError(" ".join(faults))
        return self


@transaction.atomic
def store(data: QuestionFile, row: Question, path) -> None:
    """Put a file's content on the rows of a question and of its options."""
    for name in PLAIN:
        setattr(row, name, getattr(data, name))
    made = data.generated
    row.reading = data.reading or ""
    row.topic, row.ask, row.mistake = (made.topic, made.ask, made.mistake or "") if made else ("", "", "")
    row.rule_check = data.check.model_dump(mode="json") if data.check else None
    row.save()
    _store_options(data.options, row)


def _store_options(given: list[OptionFile], row: Question) -> None:
    """Options keep their row as long as their text is the same, so that their history is one."""
    kept = {option.text: option for option in row.options.all()}
    wanted = {option.text for option in given}
    for text in set(kept) - wanted:
        kept.pop(text).delete()
    for order, told in enumerate(given, start=1):
        option = kept.get(told.text) or Option(question=row, text=told.text)
        option.order, option.right, option.remark = order, told.right, told.remark
        option.save()


def dump(row: Question) -> dict:
    """A question as the plain data of its file."""
    made = {"topic": row.topic, "ask": row.ask, "mistake": row.mistake or None}
    return {name: getattr(row, name) for name in PLAIN} | {
        "reading": row.reading or None,
        "generated": made if row.is_generated else None,
        "options": [
            {"text": option.text, "right": option.right, "remark": option.remark}
            for option in row.options.all()
        ],
        "check": row.rule_check,
    }


def check(data: QuestionFile, shelf) -> list[Problem]:
    """What only the law can know: topics, provisions, what can be asked, and a key the rules do not share."""
    made = data.generated
    asked = (made.topic, made.ask, made.mistake or "") if made else None
    problems = law_problems(data.provisions, data.topics, data.reading, asked)
    return problems + (_check_problems(data.check, data.reading or "pensum") if data.check else [])


def check_row(row: Question) -> list[Problem]:
    """The same for a row whose options may not be saved yet."""
    asked = (row.topic, row.ask, row.mistake) if row.is_generated else None
    problems = law_problems(row.provisions, row.topics, row.reading, asked)
    if row.rule_check:
        problems += _check_problems(CheckFile.model_validate(row.rule_check), row.reading or "pensum")
    return problems


def law_problems(provisions, topics, reading, asked) -> list[Problem]:
    """Provisions and topics that do not exist, and a question that the rules cannot make."""
    problems = [Problem("provisions", told) for told in wellformed.provision_faults(provisions)]
    problems += [Problem("topics", told) for told in wellformed.topic_faults(topics)]
    if asked:
        topic, ask, mistake = asked
        told = generated.fault(topic, ask, reading or "pensum", mistake)
        problems += [Problem("generated", told)] if told else []
    return problems


def _check_problems(given: CheckFile, reading: str) -> list[Problem]:
    unknown = wellformed.topic_faults([given.topic])
    if unknown:
        return [Problem("check.topic", told) for told in unknown]
    topic = rules.topic(given.topic)
    try:
        facts = topic.read(given.facts)
    except rules.FactError as error:
        return [Problem(f"check.facts.{problem.fact}", problem.message) for problem in error.problems]
    decided = topic.decide(facts, reading).outcome
    if decided == given.outcome:
        return []
    return [Problem("check.outcome", f"filen siger {given.outcome}, men reglen siger {decided or 'et skøn'}")]


KIND = Kind(
    name="question",
    label="Spørgsmål",
    model=Question,
    root=ROOT,
    pattern="*.yaml",
    schema=QuestionFile,
    form=YAML_FILE,
    order=60,
    store=store,
    dump=dump,
    place=lambda row: f"{row.slug}.yaml",
    check=check,
)
