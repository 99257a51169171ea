"""Two real answers in which a mistake shows, without a word of who gave them."""

from collections.abc import Iterator
from dataclasses import dataclass

from cases import solution
from cases.models import Answer
from courses.misunderstandings import gathering
from courses.misunderstandings.named import Named
from courses.models import Course
from quizzes.knowing import components
from quizzes.models import Response
from rules import FactError, answers

SHOWN, LOOKED_AT = 2, 8


@dataclass(frozen=True)
class Example:
    """What was asked and answered, why that is wrong, and where it stands."""

    question: str
    given: str
    remark: str
    citation: str


def of_mistake(course: Course, one: Named) -> list[Example]:
    """The newest answers, different ones where there are; two queries."""
    found = {
        (example.given, example.remark): example
        for example in [*_of_quizzes(course, one), *_of_cases(course, one)]
    }
    # Where only one thing was answered, on other facts, it is still two answers.
    different = {example.given: example for example in found.values()}
    more = [example for example in found.values() if example not in different.values()]
    return [*different.values(), *more][:SHOWN]


def _of_quizzes(course: Course, one: Named) -> Iterator[Example]:
    shows = {"topic": one.topic, "mistake": one.key}
    counted = gathering.evidence(course).filter(**shows, attempt__isnull=False)
    found = Response.objects.filter(**shows, attempt__in=counted.values("attempt"))
    for response in found.select_related("attempt").order_by("-saved_at", "pk")[:LOOKED_AT]:
        item = next(item for item in response.attempt.items if item.key == response.item)
        options = item.data.get("options", [])
        given = [option["text"] for option in options if option["key"] in response.chosen]
        yield Example(item.text, ", ".join(given), response.remark, ", ".join(item.provisions))


def _of_cases(course: Course, one: Named) -> Iterator[Example]:
    counted = gathering.evidence(course).filter(topic=one.topic, mistake=one.key, walkthrough__isnull=False)
    found = Answer.objects.filter(mistake=one.key, walkthrough__in=counted.values("walkthrough"))
    for row in found.select_related("walkthrough").order_by("-saved_at", "pk")[:LOOKED_AT]:
        # Another question of the case may name a mistake in the same way.
        topics = {question["key"]: question["topic"] for question in row.walkthrough.frozen["questions"]}
        if topics.get(row.question) == one.topic:
            question = components.label(components.of_ask(one.topic, row.key))
            yield Example(question, _given(one, row), row.remark, row.citation)


def _given(one: Named, row: Answer) -> str:
    """As it is printed; what was typed, where the rules no longer ask it."""
    if row.part not in (Answer.Part.STEPS, Answer.Part.FIGURES):
        return one.law.choices.get(str(row.value), row.raw) if row.part == Answer.Part.OUTCOME else row.raw
    try:
        read = answers.read(one.law, {row.part: {row.key: row.value}})
    except FactError:
        return row.raw
    return solution.shown(one.law, row.key, getattr(read, row.part)[row.key])
