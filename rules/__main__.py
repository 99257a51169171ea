"""The rules on the command line: JSON in, JSON out; `python -m rules --help` lists the verbs.

Facts that cannot be read end with code 2 and one line per error on stderr.
"""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

import rules
from rules import reverse
from rules.catalogue import described
from rules.compare import compare
from rules.diagram import diagram
from rules.document import page
from rules.facts import FactError
from rules.flips import flips
from rules.grading import grade
from rules.reading import GAELDENDE_RET, PENSUM, TITLES
from rules.topic import Topic
from rules.variants import NoVariant, variant
from rules.verify import verify


class InputError(Exception):
    """What came cannot be used; the text says so in Danish, one line per error."""


class Faults(Exception):
    """What verification found, one line per fault."""


def main(argv: list[str] | None = None) -> int:
    """Run one verb; give the exit code."""
    try:
        options = _parser().parse_args(argv)
        answer = options.verb(options)
    except (InputError, FactError, rules.UnknownTopic, NoVariant) as error:
        print(str(error).strip("'\""), file=sys.stderr)
        return 2
    except Faults as faults:
        print(str(faults))
        return 1
    print(answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False, indent=2))
    return 0


def list_topics(options: argparse.Namespace) -> list[dict[str, Any]]:
    """Every topic with its facts, readings, steps, outcomes, figures, mistakes and citations."""
    return [described(topic) for topic in rules.topics().values()]


def decide_facts(options: argparse.Namespace) -> Any:
    """The decision on the facts on standard input; a list of facts gives a list of decisions."""
    topic = rules.topic(options.key)
    law = topic.reading_for(options.reading)

    def decided(data: Any) -> dict[str, Any]:
        answer = topic.decide(topic.read(data), options.reading).plain()
        return (
            answer
            if law.key == options.reading
            else answer | {"reading": options.reading, "same_as": law.key}
        )

    return _each(_input(), decided)


def grade_answers(options: argparse.Namespace) -> Any:
    """The grade of the answers on the facts, both on standard input."""
    topic = rules.topic(options.key)

    def graded(data: Any) -> dict[str, Any]:
        if not isinstance(data, dict) or set(data) != {"facts", "answers"}:
            raise InputError('Skriv {"facts": {…}, "answers": {…}}.')
        return grade(topic, topic.read(data["facts"]), data["answers"], options.reading).plain()

    return _each(_input(), graded)


def draw_variant(options: argparse.Namespace) -> dict[str, Any]:
    """Facts and story from a seed, with the wanted outcome or a mistake that shows."""
    topic = rules.topic(options.key)
    return variant(
        topic,
        options.seed,
        options.reading,
        outcome=options.outcome,
        mistake=options.mistake,
        near=options.near,
    ).plain()


def compare_readings(options: argparse.Namespace) -> Any:
    """Both readings of the facts on standard input."""
    topic: Topic = rules.topic(options.key)
    return _each(_input(), lambda data: compare(topic, topic.read(data)).plain())


def nearest_flips(options: argparse.Namespace) -> Any:
    """For each fact alone the smallest change that turns the outcome, on the facts on standard input."""
    topic = rules.topic(options.key)
    return _each(
        _input(), lambda data: [flip.plain() for flip in flips(topic, topic.read(data), options.reading)]
    )


def propose_reverse(options: argparse.Namespace) -> Any:
    """Reverse tasks on the facts on standard input: the wished outcomes, and facts on which they come."""
    topic = rules.topic(options.key)

    def proposed(data: Any) -> list[dict[str, Any]]:
        base = topic.read(data)
        found = reverse.tasks(topic, base)
        return [
            {"text": task.text, "wants": dict(task.wants)}
            | {"facts": reverse.possible(topic, base, dict(task.wants)).plain()}
            for task in found
        ]

    return _each(_input(), proposed)


def verify_topics(options: argparse.Namespace) -> Any:
    """Each topic tried on thousands of facts: a certificate in words, or a line per fault and code 1."""
    keys = options.keys or list(rules.topics())
    found = [verify(rules.topic(key)) for key in keys]
    if any(certificate.faults for certificate in found):
        raise Faults("\n".join(certificate.text for certificate in found if certificate.faults))
    if options.json:
        return [certificate.plain() for certificate in found]
    return "\n".join(certificate.text for certificate in found)


def draw_diagram(options: argparse.Namespace) -> str:
    """The flow chart of a reading as SVG; with --facts the path is marked on the facts on standard input."""
    topic = rules.topic(options.key)
    decision = topic.decide(topic.read(_input()), options.reading) if options.facts else None
    return diagram(topic.reading_for(options.reading), decision)


def print_docs(options: argparse.Namespace) -> str:
    """The page docs/rules.md."""
    return page().rstrip()


def _each(data: Any, verb: Callable[[Any], Any]) -> Any:
    """The verb on one thing or on each of a list; errors of a list are told with their index."""
    if not isinstance(data, list):
        return verb(data)
    answers, errors = [], []
    for number, item in enumerate(data):
        try:
            answers.append(verb(item))
        except (FactError, InputError) as error:
            errors += [f"{number}: {line}" for line in str(error).splitlines()]
    if errors:
        raise InputError("\n".join(errors))
    return answers


def _input() -> Any:
    try:
        return json.load(sys.stdin)
    except (ValueError, RecursionError) as error:
        raise InputError(f"Det, der kom ind, er ikke JSON: {error}") from None


def _reading(text: str) -> str:
    if text not in TITLES:
        raise InputError(f"Læsningen ’{text}’ findes ikke. Kendte: {', '.join(TITLES)}.")
    return text


def _seed(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise InputError(f"Frøet skal være et helt tal. Der kom ’{text}’.") from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rules", description=(__doc__ or "").splitlines()[0])
    verbs = parser.add_subparsers(required=True, metavar="verb")

    def add(name: str, verb: Callable[..., Any], keyed: bool = True) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=(verb.__doc__ or "").splitlines()[0])
        added.set_defaults(verb=verb)
        if keyed:
            added.add_argument("key", help="the topic's key")
            added.add_argument(
                "--reading", type=_reading, default=PENSUM, help=f"{PENSUM} (default) or {GAELDENDE_RET}"
            )
        return added

    add("list", list_topics, keyed=False)
    add("decide", decide_facts)
    add("grade", grade_answers)
    add("compare", compare_readings)
    add("flips", nearest_flips)
    add("reverse", propose_reverse)
    add("diagram", draw_diagram).add_argument(
        "--facts", action="store_true", help="mark the path on the facts on standard input"
    )
    add("docs", print_docs, keyed=False)
    wanted = add("variant", draw_variant)
    wanted.add_argument("--seed", type=_seed, required=True)
    wanted.add_argument("--outcome")
    wanted.add_argument("--mistake")
    wanted.add_argument("--near", action="store_true", help="a date or an amount at a threshold")
    tried = add("verify", verify_topics, keyed=False)
    tried.add_argument("keys", nargs="*", metavar="key", help="only these topics")
    tried.add_argument("--json", action="store_true", help="the certificates as JSON")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
