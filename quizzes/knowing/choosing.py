"""What to practise next: what is due, what is weak, and after a wrong answer what tells the mistake.

A round has a plan of things to ask. A wrong answer puts a task in the place of the next one: on fresh facts on
which the mistakes that are still possible give different answers, until one is named or `PROBES` are used.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from random import Random

import rules
from quizzes import freezing, generated
from quizzes.knowing import components, tracing
from quizzes.knowing.diagnosis import Belief, Sheet, kept, mistakes_of, next_task
from quizzes.models import Mastery
from rules.decision import decide
from rules.reading import Reading

COUNT, PROBES, TOPICS = 8, 3, 4
NEW = 0.5


def plan(
    known: Mapping[str, Mastery],
    random: Random,
    reading: str,
    now: datetime,
    topic: str = "",
    terms: Iterable[str] = (),
) -> list:
    """The things to ask in a round, as [topic, ask]: due before weak before new, no topic all the time.

    The terms that may be asked for stand beside the topics as one more.
    """
    things = [
        (key, ask.key)
        for key, law in rules.topics().items()
        if topic in ("", key)
        for ask in generated.askable(law, reading)
    ]
    things += [(components.TERM, slug) for slug in terms]
    weights = {thing: _need(known.get(components.of_ask(*thing)), now) for thing in things}
    shy: dict[str, int] = {}
    picked: list[list[str]] = []
    while things and len(picked) < COUNT:
        by = [weights[thing] / 4 ** shy.get(thing[0], 0) for thing in things]
        thing = things.pop(random.choices(range(len(things)), by)[0])
        shy[thing[0]] = shy.get(thing[0], 0) + 1
        picked.append(list(thing))
    return picked


def _need(row: Mastery | None, now: datetime) -> float:
    """How much a thing should be practised: little once it is mastered, until it is due again."""
    if row is None:
        return NEW
    is_due = row.due_at is not None and row.due_at <= now
    weak = 1 - tracing.expected(row.known)
    if row.known >= tracing.MASTERED:
        return 0.8 if is_due else 0.02
    return (2.0 if is_due else 1.0) * (0.2 + weak)


def go_on(frozen: dict, chosen: Mapping[str, list[str]], random: Random, reading: str) -> bool:
    """Put the next question among the items after the newest has been answered; False when the round is whole.

    `chosen` is what was chosen, by the key of the item.
    """
    if not frozen.get("plan"):
        return False
    last = frozen["items"][-1]
    law = _law(last)
    if law is not None and _wants_probe(frozen, last, chosen):
        belief = believed(law, frozen["items"], chosen)
        if belief.named:
            frozen.setdefault("named", {})[last["key"]] = belief.named
        elif probe := _probe(belief, frozen, random):
            frozen["plan"].pop(0)
            frozen["items"].append(probe)
            return True
    return from_plan(frozen, random, reading)


def named(item: dict, frozen: dict) -> str:
    """What is said of the mistake that the answers up to this one have shown; empty where none is named."""
    key, law = frozen.get("named", {}).get(item["key"]), _law(item)
    if not key or law is None or key not in mistakes_of(law):
        return ""
    facts = law.topic.read(item["made_from"]["facts"])
    return str(law.fill(mistakes_of(law)[key].remark, decide(law, facts).view))


def believed(law: Reading, items: list[dict], chosen: Mapping[str, list[str]]) -> Belief:
    """What the answers of this round say of the mistakes of the reading."""
    belief = Belief(law)
    for item in items:
        made = item.get("made_from", {})
        if (made.get("topic"), made.get("reading")) != (law.topic.key, law.key) or item["key"] not in chosen:
            continue
        task = Sheet(law, facts=law.topic.read(made["facts"])).task(made["ask"])
        given = [option.get("value") for option in item["options"] if option["key"] in chosen[item["key"]]]
        if task is not None and given:
            belief.hear(task, kept(given[0]))
    return belief


def _wants_probe(frozen: dict, last: dict, chosen: Mapping[str, list[str]]) -> bool:
    """After a wrong answer, and while a mistake is being looked for."""
    right = {option["key"] for option in last["options"] if option["right"]}
    was_wrong = not right & set(chosen.get(last["key"], ()))
    probes = 0
    for item in reversed(frozen["items"]):
        if not item.get("is_probe"):
            break
        probes += 1
    is_looking = probes > 0 and last["key"] not in frozen.get("named", {})
    return probes < PROBES and (was_wrong or is_looking)


def _probe(belief: Belief, frozen: dict, random: Random) -> dict | None:
    law = belief.law
    asked = [
        (item["made_from"]["ask"], law.topic.read(item["made_from"]["facts"]))
        for item in frozen["items"]
        if item.get("made_from", {}).get("topic") == law.topic.key
    ]
    task = next_task(belief, random, asked)
    if task is None or task.drawn is None:
        return None
    made = generated.made_of(task.drawn, law, task.ask, belief.suspects)
    return None if made is None else freezing.of_generated(made) | {"is_probe": True}


def from_plan(frozen: dict, random: Random, reading: str) -> bool:
    """Put the next question of the plan among the items; False when nothing more can be asked."""
    while frozen["plan"]:
        topic, ask = frozen["plan"].pop(0)
        if topic == components.TERM:
            # Made when the round began: it does not depend on the answers.
            frozen["items"].append(ask)
            return True
        try:
            made = generated.make(topic, ask, random.randrange(2**31), reading)
        except (generated.CannotAsk, rules.UnknownTopic):
            continue
        frozen["items"].append(freezing.of_generated(made))
        return True
    return False


def _law(item: dict) -> Reading | None:
    made = item.get("made_from", {})
    topic = rules.topics().get(made.get("topic", ""))
    return topic.reading_for(made["reading"]) if topic and topic.version == made["version"] else None
