"""A topic described as plain data, for the CLI and for documentation."""

from typing import Any

from rules.facts import schema
from rules.reading import Reading
from rules.topic import Topic


def described(topic: Topic) -> dict[str, Any]:
    """Everything declared of a topic: facts as JSON schema, and each reading's parts."""
    readings = {key: topic.reading_for(key) for key in topic.readings}
    return {
        "key": topic.key,
        "title": topic.title,
        "question": topic.question,
        "group": topic.group,
        "version": topic.version,
        "readings": list(readings),
        "facts": schema(topic.facts),
        "steps": _merged({key: _steps(law) for key, law in readings.items()}),
        "outcomes": {outcome.name: str(outcome.value) for outcome in topic.outcomes},
        "figures": _merged({key: _figures(law) for key, law in readings.items()}),
        "mistakes": _merged({key: _mistakes(law) for key, law in readings.items()}),
        "citations": sorted({str(citation) for law in readings.values() for citation in law.citations}),
    }


def _merged(parts: dict[str, dict[str, dict[str, Any]]]) -> dict[str, dict[str, dict[str, Any]]]:
    """What each reading says of each key, by key."""
    keys = dict.fromkeys(key for described in parts.values() for key in described)
    return {key: {reading: found[key] for reading, found in parts.items() if key in found} for key in keys}


def _steps(law: Reading) -> dict[str, dict[str, Any]]:
    return {
        place.key: {
            "question": place.step.question,
            "citation": place.citation,
            "kind": "skoen" if place.step.skoen else place.step.kind,
            "facts": sorted(place.facts),
            "leads_to": {
                str(getattr(answer, "value", answer)): _target(to) for answer, to in place.targets.items()
            },
        }
        for place in law.steps
    }


def _target(to: Any) -> str:
    return str(getattr(to, "name", None) or to.key)


def _figures(law: Reading) -> dict[str, dict[str, Any]]:
    return {
        figure.key: {
            "label": figure.label,
            "kind": figure.kind,
            **({"items": figure.items} if figure.items else {}),
            "unit": figure.unit,
            "tolerance": float(figure.tolerance),
            "citation": law.cited[figure.key],
        }
        for figure in law.figures.values()
    }


def _mistakes(law: Reading) -> dict[str, dict[str, Any]]:
    return {mistake.key: {"target": mistake.target, "remark": mistake.remark} for mistake in law.mistakes}
