"""Questions made by the rules: facts from a seed, the right answer, and wrong answers with a reason each."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import rules
from quizzes import chance, distractors
from quizzes.asked import Asked, Option
from quizzes.distractors import JUS, OUTCOME
from rules.compare import compare
from rules.reading import PENSUM, Reading
from rules.variants import NoVariant, Variant, variant

TRIES = 500
TRIES_FOR_RICH = 30
SAMPLES = (1, 2, 3)


class CannotAsk(LookupError):
    """The rules cannot make this question; the message says why in Danish."""


@dataclass(frozen=True)
class Ask:
    """Something that can be asked of a topic."""

    key: str
    label: str


@dataclass(frozen=True)
class Made:
    """A question as the rules made it, keys and all."""

    text: str
    story: str
    told: list[dict]
    options: list[Option]
    path: list[str]
    provisions: list[str]
    parted: dict | None
    made_from: dict


def askable(topic: rules.Topic, reading: str) -> list[Ask]:
    """The outcome where there are several, the provision, every figure, every step not left to a court."""
    law = topic.reading_for(reading)
    figures = [Ask(key, f"Tal eller dato: {figure.label}") for key, figure in law.figures.items()]
    steps = [Ask(place.key, f"Trin: {place.step.question}") for place in law.steps if not place.step.skoen]
    outcome = [Ask(OUTCOME, "Afgørelsen")] if len(law.choices) > 1 else []
    return [*outcome, Ask(JUS, "Bestemmelsen"), *figures, *steps]


def make(topic_key: str, ask: str, seed: int, reading: str, *, mistake: str = "") -> Made:
    """The question on facts drawn from the seed. Raises `CannotAsk`.

    Facts are drawn again until the question arises on them and, with a mistake named, until that mistake
    gives one of the answers; facts on which some mistake shows are preferred.
    """
    topic = rules.topic(topic_key)
    law = topic.reading_for(reading)
    if ask not in {known.key for known in askable(topic, reading)}:
        raise CannotAsk(f"Emnet {topic.title} har intet, der hedder »{ask}«.")
    random = chance.of(topic_key, ask, seed)
    spare: Made | None = None
    for number in range(TRIES):
        try:
            drawn = variant(topic, random.randrange(2**31), reading, mistake=mistake or None)
        except NoVariant as error:
            raise CannotAsk(str(error)) from error
        asked = distractors.ask(law, drawn.facts, ask)
        if asked is None or not asked.can_be_asked:
            continue
        if mistake and mistake not in {option.mistake for option in asked.options}:
            continue
        if asked.is_rich or number >= TRIES_FOR_RICH:
            return _made(drawn, asked, law.key, ask, mistake, random)
        spare = spare or _made(drawn, asked, law.key, ask, mistake, random)
    if spare is None:
        trap = " med den fælde" if mistake else ""
        raise CannotAsk(f"Emnet {topic.title} giver ikke forskellige svar på »{ask}«{trap}.")
    return spare


def made_of(drawn: Variant, law: Reading, ask: str, suspects: Sequence[str] = ()) -> Made | None:
    """The question on facts already drawn, the answers of the suspected mistakes first among the wrong ones.

    None where the question does not arise or has but one answer.
    """
    asked = distractors.ask(law, drawn.facts, ask, suspects)
    if asked is None or not asked.can_be_asked:
        return None
    random = chance.of(drawn.topic.key, ask, drawn.seed)
    return _made(drawn, asked, law.key, ask, suspects[0] if suspects else "", random)


def make_in(topic_key: str, ask: str, seed: int, reading: str, mistake: str = "") -> Made:
    """The question in this reading, as far as the reading knows it.

    A question that only the book asks is asked after the book, and a trap of the other reading is left out.
    """
    topic = rules.topic(topic_key)
    if ask not in {known.key for known in askable(topic, reading)}:
        reading = PENSUM
    traps = {known.key for known in topic.reading_for(reading).mistakes}
    return make(topic_key, ask, seed, reading, mistake=mistake if mistake in traps else "")


def _made(drawn: Variant, asked: Asked, reading: str, ask: str, mistake: str, random: Random) -> Made:
    return Made(
        text=asked.text,
        story=drawn.story.text,
        told=untold(drawn, reading),
        options=_in_order(asked.options, random),
        path=asked.decision.explain().splitlines(),
        provisions=asked.provisions,
        parted=_parted(drawn.topic, drawn.facts, ask),
        made_from={
            "topic": drawn.topic.key,
            "ask": ask,
            "mistake": mistake,
            "seed": drawn.seed,
            "reading": reading,
            "version": drawn.topic.version,
            "facts": drawn.topic.plain(drawn.facts),
            "names": drawn.names,
        },
    )


def fault(topic_key: str, ask: str, reading: str, mistake: str = "") -> str:
    """Why the question cannot be made, in Danish; empty when it can."""
    try:
        samples(topic_key, ask, reading, mistake)
    except (CannotAsk, rules.UnknownTopic) as error:
        return str(error.args[0])
    return ""


def samples(topic_key: str, ask: str, reading: str, mistake: str = "") -> list[Made]:
    """Three questions as three students would get them."""
    return [make(topic_key, ask, seed, reading, mistake=mistake) for seed in SAMPLES]


def untold(drawn: Variant, reading: str) -> list[dict]:
    """The facts of this reading that the story leaves out and that are not as usual, but are needed."""
    plain = drawn.topic.plain(drawn.facts)
    return [
        {"label": spec.label, "value": spec.printed(getattr(drawn.facts, spec.name))}
        for spec in drawn.topic.specs
        if spec.name not in drawn.story.told
        and spec.reading in (None, reading)
        and plain[spec.name] != spec.default
    ]


def _in_order(options: list[Option], random: Random) -> list[Option]:
    """Amounts and dates by size, yes before no, other answers by chance: no place is the right one's."""
    if all(option.rank is not None for option in options):
        return sorted(options, key=lambda option: option.rank)
    return random.sample(options, len(options))


def _parted(topic: rules.Topic, facts, ask: str) -> dict | None:
    """What each reading says, where they part on what was asked."""
    both = compare(topic, facts)
    if both.same or both.gaeldende_ret is None:
        return None
    sides = (both.pensum, both.gaeldende_ret)
    figure = both.pensum.reading.figures.get(ask)
    if figure is not None and ask in both.figures_apart:
        told = [f"{figure.label}: {figure.printed(side.figures[ask]) or 'ingen'}" for side in sides]
    elif both.pensum.text != both.gaeldende_ret.text:
        told = [side.text or "Det er et skøn, som domstolene afgør." for side in sides]
    else:
        return None
    return {
        "sides": [{"title": side.reading.title, "text": text} for side, text in zip(sides, told, strict=True)]
    }
