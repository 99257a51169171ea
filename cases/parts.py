"""The parts of the legal method and how much each counts, as they are shown."""

from typing import Any

from cases.walkthroughs import Walkthrough

PARTS = {
    "faktum": ("Faktum", "Find det, der betyder noget"),
    "jus": ("Jus", "Find bestemmelsen"),
    "subsumption": ("Subsumption", "Hold fakta op mod reglen"),
    "konklusion": ("Konklusion", "Drag konklusionen"),
}


def shown_weights(weights: dict[str, int]) -> dict[str, str]:
    """Whole percent that sum to a hundred: what rounding leaves over goes to the largest part."""
    weights = {part: weight for part, weight in weights.items() if weight or part != "faktum"}
    whole = sum(weights.values()) or 1
    shares = {part: 100 * weight // whole for part, weight in weights.items()}
    largest = max(weights, key=lambda part: weights[part])
    shares[largest] += 100 - sum(shares.values())
    return {part: f"{share} %" for part, share in shares.items()}


def marks_of(walkthrough: Walkthrough) -> list[dict[str, Any]]:
    """Each part that is asked with its weight and its mark."""
    weights = shown_weights({part: walkthrough.frozen["weights"][part] for part in walkthrough.marks})
    return [
        {"title": PARTS[part][0], "weight": weights[part], "mark": walkthrough.marks[part]}
        for part in PARTS
        if part in walkthrough.marks
    ]
