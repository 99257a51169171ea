"""Questions as content files: their fields, how a file becomes rows, and what is checked with the law."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from django.db import transaction
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

import rules
from authoring.registry import Kind
from authoring.schema import ContentFile, Line, Problem, Slug, Text, in_order
from authoring.shelf import Rows
from authoring.texts import YAML_FILE
from quizzes import generated, wellformed
from quizzes.kinds import KINDS
from quizzes.kinds.shape import Typed
from quizzes.models import Option, Question
from rules import danish
from rules.grading import same

ROOT = Path(__file__).parent / "content" / "questions"
ReadingKey = Literal["pensum", "gaeldende_ret"]
Key = Annotated[str, StringConstraints(min_length=1, max_length=60)]
PLAIN = (
    "kind", "text", "answer", "unit", "tolerance", "remark", "hint", "goal", "section", "points",
    "difficulty", "tags", "provisions", "topics", "terms",
)  # fmt: skip


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class OptionFile(_Part):
    """One answer to choose."""

    text: Annotated[Line, Field(max_length=500)]
    partner: Annotated[Text, Field(max_length=500)] = ""
    accepts: list[Line] = []
    right: bool = False
    remark: Text = ""


class GeneratedFile(_Part):
    """What the rules make the question from."""

    topic: Key
    ask: Key
    mistake: Key | None = None


class CheckFile(_Part):
    """Facts on which the rules must say what the question says.

    `outcome` is stated here; with `figure` the question's own answer must be that figure; with `jus` it must be
    the provision that the rules name.
    """

    topic: Key
    facts: dict[str, object]
    outcome: str | None = None
    figure: Key | None = None
    jus: bool = False

    @model_validator(mode="after")
    def _in_order(self):
        """A database may give the names back in another order: facts stand as the topic declares them."""
        topic = rules.topics().get(self.topic)
        self.facts = in_order(self.facts, topic.spec_of if topic else ())
        return self


class QuestionFile(ContentFile):
    """One question."""

    kind: Literal[tuple(KINDS)]  # type: ignore[valid-type]
    text: Text = ""
    answer: Annotated[Text, Field(max_length=200)] = ""
    unit: Annotated[Text, Field(max_length=20)] = ""
    tolerance: Annotated[Text, Field(max_length=20)] = ""
    reading: ReadingKey | None = None
    generated: GeneratedFile | None = None
    options: list[OptionFile] = []
    remark: Text = ""
    hint: Text = ""
    goal: Annotated[Text, Field(max_length=200)] = ""
    section: Annotated[Text, Field(max_length=120)] = ""
    points: Annotated[int, Field(ge=1, le=20)] = 1
    difficulty: Annotated[int, Field(ge=1, le=3)] = 2
    tags: list[Annotated[Line, Field(max_length=60)]] = []
    provisions: list[str] = []
    topics: list[str] = []
    terms: list[Slug] = []
    check: CheckFile | None = None

    @model_validator(mode="after")
    def _is_whole(self):
        if self.kind == "generated":
            if self.generated is None or self.options:
                raise ValueError("et spørgsmål, der dannes, skal have feltet generated og ingen options")
            return self
        if self.generated is not None:
            raise ValueError("kun et spørgsmål af formen generated har feltet generated")
        faults = wellformed.faults(self, self.options)
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
    kind = KINDS[row.kind]
    kept = {option.text: option for option in row.options.all()}
    wanted = {option.text for option in given}
    for text in set(kept) - wanted:
        kept.pop(text).delete()
    for order, told in enumerate(given, start=1):
        option = kept.get(told.text) or Option(question=row, text=told.text)
        is_right = told.right or ("right" not in kind.columns and kind.rows_are_right)
        option.order, option.right, option.remark = order, is_right, told.remark
        option.partner, option.accepts = told.partner, told.accepts
        option.save()


def dump(row: Question) -> dict:
    """A question as the plain data of its file."""
    made = {"topic": row.topic, "ask": row.ask, "mistake": row.mistake or None}
    return {name: getattr(row, name) for name in PLAIN} | {
        "reading": row.reading or None,
        "generated": made if row.is_generated else None,
        "options": [
            {
                "text": option.text,
                "partner": option.partner,
                "accepts": option.accepts,
                "right": option.right and "right" in KINDS[row.kind].columns,
                "remark": option.remark,
            }
            for option in row.options.all()
        ],
        "check": row.rule_check,
    }


def check(data: QuestionFile, shelf) -> list[Problem]:
    """What only the law can know: topics, provisions, what can be asked, and a key the rules do not share."""
    made = data.generated
    asked = (made.topic, made.ask, made.mistake or "") if made else None
    problems = law_problems(data.provisions, data.topics, data.reading, asked)
    problems += [Problem("section", told) for told in _section_faults(data.section, shelf)]
    problems += [Problem("terms", told) for told in _term_faults(data.terms, shelf)]
    return problems + (_check_problems(data.check, data) if data.check else [])


def check_row(row: Question) -> list[Problem]:
    """The same for a row whose options may not be saved yet."""
    asked = (row.topic, row.ask, row.mistake) if row.is_generated else None
    problems = law_problems(row.provisions, row.topics, row.reading, asked)
    problems += [Problem("section", told) for told in _section_faults(row.section, Rows())]
    problems += [Problem("terms", told) for told in _term_faults(row.terms, Rows())]
    if row.rule_check:
        problems += _check_problems(CheckFile.model_validate(row.rule_check), row)
    return problems


def _section_faults(address: str, shelf) -> list[str]:
    """An address that is none, or whose section is on no shelf that holds sections."""
    if told := wellformed.section_fault(address):
        return [told]
    holds = address and shelf is not None and any(kind.name == "section" for kind in shelf.kinds)
    slug = address.strip("/").rpartition("/")[2]
    return [f"afsnittet »{address}« findes ikke"] if holds and not shelf.has("section", slug) else []


def _term_faults(slugs: list[str], shelf) -> list[str]:
    """Terms that are on no shelf that holds terms."""
    if not slugs or shelf is None or all(kind.name != "term" for kind in shelf.kinds):
        return []
    return [f"begrebet »{slug}« findes ikke" for slug in slugs if not shelf.has("term", slug)]


def law_problems(provisions, topics, reading, asked) -> list[Problem]:
    """Provisions and topics that do not exist, and a question that the rules cannot make."""
    problems = [Problem("provisions", told) for told in wellformed.provision_faults(provisions)]
    problems += [Problem("topics", told) for told in wellformed.topic_faults(topics)]
    if asked:
        topic, ask, mistake = asked
        told = generated.fault(topic, ask, reading or "pensum", mistake)
        problems += [Problem("generated", told)] if told else []
    return problems


def _check_problems(given: CheckFile, question) -> list[Problem]:
    unknown = wellformed.topic_faults([given.topic])
    if unknown:
        return [Problem("check.topic", told) for told in unknown]
    topic = rules.topic(given.topic)
    try:
        facts = topic.read(given.facts)
    except rules.FactError as error:
        return [Problem(f"check.facts.{problem.fact}", problem.message) for problem in error.problems]
    return list(_apart(given, question, topic.decide(facts, question.reading or "pensum")))


def _apart(given: CheckFile, question, decision) -> Iterator[Problem]:
    """Where the question and the rules say different things on the facts of the check."""
    kind = KINDS[question.kind]
    data = {"answer": question.answer, "unit": question.unit, "tolerance": "", "options": []}
    if not (given.outcome or given.figure or given.jus):
        yield Problem("check", "skriv outcome, figure eller jus: hvad reglen skal sige")
    if given.outcome and decision.outcome != given.outcome:
        yield Problem(
            "check.outcome", f"filen siger {given.outcome}, men reglen siger {decision.outcome or 'et skøn'}"
        )
    if not isinstance(kind, Typed):
        if given.figure or given.jus:
            yield Problem("check", "figure og jus bruges kun ved tal, dato og bestemmelse")
        return
    if given.figure:
        known = decision.figures.get(given.figure)
        if known is None or not same(kind.value(question.answer, data), known, _tolerance(question)):
            yield Problem(
                "check.figure", f"filen siger {question.answer}, men reglen siger {danish.show(known)}"
            )
    if given.jus:
        said = kind.value(question.answer, data)
        if not any(said.match(one) != "forkert" for one in decision.reading.jus):
            cited = " og ".join(str(one) for one in decision.reading.jus)
            yield Problem("check.jus", f"filen siger {question.answer}, men reglen siger {cited}")


def _tolerance(question) -> Decimal:
    """How far a number may be from the rules' own: its tolerance."""
    return danish.read_number(question.tolerance) if question.tolerance else Decimal(0)


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
