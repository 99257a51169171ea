"""What an author should look at before students meet a quiz: one finding a fault, each with what to do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import rules
from quizzes import counting, mutation_score, wellformed
from quizzes.kinds import KINDS
from quizzes.models import Attempt, Draw, Question, Quiz
from quizzes.mutation_score import Score
from quizzes.start import PENSUM
from rules import citations
from rules.reading import JUS, OUTCOME

SECONDS = 20
ENOUGH = 60


@dataclass(frozen=True)
class Finding:
    """What was found, and the question that it was found in."""

    told: str
    question: Question | None = None


@dataclass(frozen=True)
class Checked:
    """The findings of a quiz, and what it would catch."""

    findings: list[Finding]
    score: Score


def of_quiz(quiz: Quiz) -> Checked:
    """Everything that is worth a look in the quiz as it is saved."""
    rows = list(quiz.items.select_related("question").prefetch_related("question__options"))
    draws = list(quiz.draws.all())
    fixed = [row.question for row in rows if row.question.is_published]
    bank = mutation_score.bank_of(quiz, fixed, draws)
    places = mutation_score.places_of(fixed, draws, bank)
    questions = [place.question for place in places]
    score = mutation_score.of(places, quiz.reading or PENSUM)
    asked = len(fixed) + min(sum(draw.count for draw in draws), len(places) - len(fixed))
    findings = [
        *_out_of_use(row.question for row in rows),
        *_draws(draws, bank),
        *_time(quiz, asked),
        *_points(quiz, fixed, draws),
        *(finding for question in questions for finding in _of_question(question)),
        *_uncovered(questions, quiz.reading or PENSUM),
        *_mutants(score),
    ]
    return Checked(findings, score)


def _out_of_use(questions: Iterable[Question]) -> Iterable[Finding]:
    for question in questions:
        if question.retired_at:
            yield Finding("Spørgsmålet er taget ud af brug og stilles ikke.", question)
        elif not question.is_published:
            yield Finding("Spørgsmålet er en kladde og stilles ikke, før det er udgivet.", question)


def _draws(draws: list[Draw], bank: list[Question]) -> Iterable[Finding]:
    """What the bank cannot give: each draw takes what those before it have left."""
    left = list(bank)
    for draw in draws:
        fitting = [question for question in left if draw.takes(question)]
        if len(fitting) < draw.count:
            yield Finding(f"Der trækkes {draw.count} spørgsmål, men banken har {len(fitting)}, der passer.")
        for question in fitting[: draw.count]:
            left.remove(question)


def _time(quiz: Quiz, asked: int) -> Iterable[Finding]:
    if not asked:
        yield Finding("Quizzen har ingen spørgsmål, der kan stilles.")
    elif quiz.minutes and (each := quiz.minutes * 60 // asked) < SECONDS:
        yield Finding(
            f"Der er {each} sekunder til hvert spørgsmål. Giv mindst {SECONDS}, eller stil færre spørgsmål."
        )


def _points(quiz: Quiz, fixed: list[Question], draws: list[Draw]) -> Iterable[Finding]:
    """In øve nobody reads an argument, so it earns nothing."""
    items = [{"kind": question.kind, "worth": question.points} for question in fixed]
    by_hand = quiz.mode != Attempt.Mode.OEVE
    if fixed and not draws and not counting.most(items, sure=False, graded_by_hand=by_hand):
        yield Finding("Quizzen kan ikke give point: ingen af dens spørgsmål bedømmes.")
        return
    for question in fixed:
        if not by_hand and not KINDS[question.kind].is_graded:
            yield Finding(
                "Argumentationen giver ingen point, når der øves, for ingen underviser læser den.", question
            )


def _of_question(question: Question) -> Iterable[Finding]:
    if question.is_generated:
        return
    options = list(question.options.all())
    yield from (Finding(told, question) for told in wellformed.kind_faults(question, options))
    if not question.remark.strip() and not all(
        option.remark.strip() for option in options if not option.right
    ):
        yield Finding("Et forkert svar får ingen begrundelse.", question)
    elif not question.remark.strip() and not any(option.remark.strip() for option in options):
        yield Finding("Der er intet at læse, når der er svaret. Skriv en bemærkning.", question)
    if KINDS[question.kind].is_choice:
        right = {_bare(option.text): option.text for option in options if option.right}
        for option in options:
            if not option.right and _bare(option.text) in right:
                same = right[_bare(option.text)]
                yield Finding(
                    f"Det forkerte svar »{option.text}« siger det samme som nøglen »{same}«.", question
                )


def _bare(text: str) -> str:
    """What a text says, without regard to case, spaces, signs and a full stop among thousands."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _uncovered(questions: list[Question], reading: str) -> Iterable[Finding]:
    """The provisions of the quiz's topics that none of its questions is about."""
    topics = [topic for question in questions for topic in (question.topic, *question.topics)]
    covered = [one for question in questions for one in _provisions(question, reading)]
    for topic in dict.fromkeys(topic for topic in topics if topic in rules.topics()):
        law = rules.topic(topic).reading_for(reading)
        left = [one for one in law.citations if not any(_about(mine, one) for mine in covered)]
        if left:
            named = ", ".join(dict.fromkeys(str(one) for one in left))
            yield Finding(f"Ingen spørgsmål er om {named} ({law.topic.title}).")


def _about(mine: citations.Citation, one: citations.Citation) -> bool:
    return mine.match(one) != "forkert" or one.match(mine) != "forkert"


def _provisions(question: Question, reading: str) -> Iterable[citations.Citation]:
    """Those that it names, and those that decide what the rules are asked."""
    for text in question.provisions:
        try:
            yield citations.read(text)
        except citations.CitationError:
            continue
    if question.is_generated and question.topic in rules.topics():
        law = rules.topic(question.topic).reading_for(question.reading or reading)
        if question.ask == OUTCOME:
            yield from law.citations
        elif question.ask == JUS:
            yield from law.jus
        elif cited := law.figure_citations.get(question.ask):
            yield cited
        for place in law.steps:
            if place.key == question.ask:
                yield from place.citations


def _mutants(score: Score) -> Iterable[Finding]:
    if score.percent is not None and score.percent < ENOUGH:
        yield Finding(
            f"Quizzen fanger {len(score.caught)} af de {len(score.found)} fejl, som emnerne nævner. "
            "Se nedenfor, hvilke den ikke fanger."
        )
