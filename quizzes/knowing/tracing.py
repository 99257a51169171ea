"""Bayesian knowledge tracing: how sure it is that a student knows one thing, after each answer.

Corbett & Anderson, "Knowledge tracing: modeling the acquisition of procedural knowledge" (User Modeling and
User-Adapted Interaction 4, 1995). A student knows a thing or not; who does not may learn it from the feedback
on an answer; who knows may slip, and who does not may guess.

>>> round(after(KNOWING.known, 1.0), 3)
0.618
>>> round(after(KNOWING.known, 0.0), 3)
0.257
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameters:
    """Probabilities: known before the first answer, learnt by an answer, slipped, guessed."""

    known: float
    learn: float
    slip: float
    guess: float


# Chosen by `manage.py practice_simulation`: see docs/practice.md.
KNOWING = Parameters(known=0.5, learn=0.2, slip=0.05, guess=0.5)
MASTERED = 0.95


def after(known: float, share: float, by: Parameters = KNOWING) -> float:
    """The probability that it is known after an answer that earned this share of its points, 0 to 1.

    An answer that is right in part counts as the mean of both, weighed by the share.
    """
    if_right = known * (1 - by.slip) / (known * (1 - by.slip) + (1 - known) * by.guess)
    if_wrong = known * by.slip / (known * by.slip + (1 - known) * (1 - by.guess))
    seen = share * if_right + (1 - share) * if_wrong
    return seen + (1 - seen) * by.learn


def expected(known: float, by: Parameters = KNOWING) -> float:
    """The probability that the next answer is right."""
    return known * (1 - by.slip) + (1 - known) * by.guess
