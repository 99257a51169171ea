"""The catalogue as a page of documentation; `python -m rules docs` prints it, a test holds the page to it."""

import rules
from rules import danish
from rules.facts import FactSpec
from rules.reading import Reading
from rules.topic import Topic

HEAD = """# The topics of the rules

Made by `python -m rules docs > docs/rules.md`; don't edit by hand. What was decided where the sources are silent stands in
`legal-decisions.md`. The reading `gaeldende_ret` was checked on 8 March 2026 against public copies of the statutes, not by a lawyer, and
holds for agreements made before 20 November 2026.

| topic | question | readings | steps | figures | mistakes | version |
|---|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    topics = rules.topics().values()
    return HEAD + "".join(_row(topic) for topic in topics) + "".join(_section(topic) for topic in topics)


def _row(topic: Topic) -> str:
    laws = [topic.reading_for(key) for key in topic.readings]
    counts = (_counts(laws, "steps"), _counts(laws, "figures"), _counts(laws, "mistakes"))
    return f"| `{topic.key}` | {topic.question} | {', '.join(topic.readings)} | {' | '.join(counts)} | {topic.version} |\n"


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
