"""Cases as content files: how a file becomes rows, and what is checked with the law."""

from pathlib import Path
from typing import Any

from django.db import transaction

import rules
from authoring.registry import Kind
from authoring.schema import Problem
from authoring.texts import YAML_FILE
from cases import links, stories
from cases.case_file import CaseFile, QuestionFile, ReadingKey, Reverse
from cases.models import Case, Question
from rules.topic import PENSUM

ROOT = Path(__file__).parent / "content"
PLAIN = ("group", "summary", "names", "story", "argument", "minutes", "hints_when_graded", "source")


@transaction.atomic
def store(data: CaseFile, row: Case, path) -> None:
    """Put a file's content on the rows of a case and of its questions."""
    for name in PLAIN:
        setattr(row, name, getattr(data, name))
    row.parties = [party.model_dump() for party in data.parties]
    row.rubric = [criterion.plain for criterion in data.rubric]
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
