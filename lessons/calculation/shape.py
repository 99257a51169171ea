"""What a calculator is: a few facts of one or more topics, the figures of these, and a picture."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse

import rules


@dataclass(frozen=True, eq=False)
class Question:
    """A topic of a calculator: its figures that are shown, and what of its answer says something here.

    given: the facts that are not asked for; steps: those that are shown instead of the outcome.
    """

    topic: str
    figures: tuple[str, ...]
    given: dict = field(default_factory=dict)
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Some fields of the form under a heading, or without one."""

    names: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, eq=False)
class Calculator:
    """One calculator: topics, fields, figures, picture.

    sides: the names of what stands side by side; the second's figures are called as the first's with "b_" before.
    tables: what can be downloaded, by name: a title and a function of the answers that gives rows, or nothing.
    """

    slug: str
    title: str
    lead: str
    questions: tuple[Question, ...]
    groups: tuple[Group, ...]
    example: dict
    picture: Callable
    sides: tuple[str, ...] = ()
    tables: dict[str, tuple[str, Callable]] = field(default_factory=dict)

    @property
    def topics(self):
        return [rules.topic(question.topic) for question in self.questions]

    def get_absolute_url(self):
        return reverse("lessons:calculator", args=[self.slug])
