"""The catalogue as a page of documentation; `python -m rules docs` prints it, a test holds the page to it."""

from pathlib import Path

import rules
from rules import danish
from rules.facts import FactSpec
from rules.reading import Reading
from rules.topic import Topic

HEAD = """# The topics of the rules

Made by `python -m rules docs > docs/rules.md`; don't edit by hand. What was decided where the sources are silent stands in
`legal-decisions.md`. The reading `gaeldende_ret` was checked on 8 March 2026 against public copies of the statutes, not by a lawyer, and
holds for agreements made before 20 November 2026.

In each row the first number is that of `pensum`, the second that of `gaeldende_ret`. The tests are those of the topic alone; besides, every topic is
held to the tests of all topics (`tests/rules/test_conformance.py`, `test_verify.py`, `test_any_facts.py`, `test_flips.py`). The readings
part at the named steps and figures only, each for the claim of the check against the statutes that stands beside it; `python -m rules verify` holds them to it.

| topic | question | readings | steps | figures | mistakes | tests | where the readings part | version |
|---|---|---|---|---|---|---|---|---|
"""
TESTS = Path(__file__).parents[1] / "tests" / "rules"


def page() -> str:
    """The whole page."""
    topics = rules.topics().values()
    return HEAD + "".join(_row(topic) for topic in topics) + "".join(_section(topic) for topic in topics)


def _row(topic: Topic) -> str:
    laws = [topic.reading_for(key) for key in topic.readings]
    counts = (_counts(laws, "steps"), _counts(laws, "figures"), _counts(laws, "mistakes"))
    parts = "; ".join(f"`{place}` ({', '.join(claims)})" for place, claims in topic.departures.items())
    cells = (
        f"`{topic.key}`", topic.question, ", ".join(topic.readings), *counts, str(_tests(topic)), parts, topic.version
    )  # fmt: skip
    return f"| {' | '.join(cells)} |\n"


def _tests(topic: Topic) -> int:
    """How many tests are written for the topic alone."""
    files = TESTS.joinpath(topic.group).glob(f"test_{topic.key}*.py")
    return sum(file.read_text().count("\ndef test_") for file in files)


def _counts(laws: list[Reading], part: str) -> str:
    return " / ".join(str(len(getattr(law, part))) for law in laws)


def _section(topic: Topic) -> str:
    lines = [
        f"\n## {topic.key}: {topic.title}\n",
        "| fact | label | kind | default | only for |",
        "|---|---|---|---|---|",
    ]
    lines += [_fact(spec) for spec in topic.specs]
    for key in topic.readings:
        law = topic.reading_for(key)
        lines += [f"\n**{law.title}** ({', '.join(str(citation) for citation in law.jus)})\n"]
        lines += [
            f"{number}. `{place.key}` {place.step.question} ({place.citation})"
            for number, place in enumerate(law.steps, 1)
        ]
        outcomes = ", ".join(f"`{outcome}`" for outcome in law.choices)
        figures = ", ".join(f"`{figure}`" for figure in law.figures) or "none"
        mistakes = ", ".join(f"`{mistake.key}`" for mistake in law.mistakes)
        lines += [f"\nOutcomes: {outcomes}. Figures: {figures}. Mistakes: {mistakes}."]
    return "\n".join(lines) + "\n"


def _fact(spec: FactSpec) -> str:
    default = "required" if spec.required else danish.show(spec.default) or spec.absent
    name = f"list of {spec.items}" if spec.items else spec.kind
    kind = " / ".join(spec.choices) if spec.choices else f"{name} ({spec.unit})" if spec.unit else name
    return f"| `{spec.name}` | {spec.label} | {kind} | {default} | {spec.reading or ''} |"
