"""The parts of the legal method and how much each counts, as they are shown."""

from typing import Any

from cases.walkthroughs import Walkthrough

ARGUMENT = "argument"
PARTS = {
    "faktum": ("Faktum", "Find det, der betyder noget"),
    "jus": ("Jus", "Find bestemmelsen"),
    "subsumption": ("Subsumption", "Hold fakta op mod reglen"),
    "konklusion": ("Konklusion", "Drag konklusionen"),
    "argument": ("Begrundelse", "Begrund svaret med egne ord"),
}


def shown_weights(weights: dict[str, int]) -> dict[str, str]:
    """Whole percent that sum to a hundred: what rounding leaves over goes to the largest part."""
    weights = {part: weight for part, weight in weights.items() if weight or part not in ("faktum", ARGUMENT)}
    whole = sum(weights.values()) or 1
    shares = {part: 100 * weight // whole for part, weight in weights.items()}
    largest = max(weights, key=lambda part: weights[part])
    shares[largest] += 100 - sum(shares.values())
    return {part: f"{share} %" for part, share in shares.items()}


def counted(walkthrough: Walkthrough) -> dict[str, int]:
    """The weights that count here: in practice nobody marks the argument."""
    weights = walkthrough.frozen["weights"]
    return {part: weights[part] for part in weights if part != ARGUMENT or not walkthrough.is_practice}


def marks_of(walkthrough: Walkthrough) -> list[dict[str, Any]]:
    """Each part that is asked with its weight and its mark."""
    weights = shown_weights({part: walkthrough.frozen["weights"].get(part, 0) for part in walkthrough.marks})
    return [
        {"title": PARTS[part][0], "weight": weights.get(part, "0 %"), "mark": walkthrough.marks[part]}
        for part in PARTS
        if part in walkthrough.marks
    ]
