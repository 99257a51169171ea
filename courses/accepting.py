"""A teacher puts the judgement of one answer right: what it is about, what it would give, and the two ways on.

For one hand-in it counts at once; for all who answered the same it is tried first. Both are regrades.
"""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db import transaction
from django.db.models import Q, prefetch_related_objects

from cases.acceptance import Subject, signature
from courses import accepted, results, work
from courses.access import AssignmentQuerySet
from courses.models import Acceptance, Assignment, Regrade, Submission
from courses.regrading import dry_run, in_force, works
from courses.regrading.refusing import Refused
from courses.results import Result

__all__ = ["Refused"]

Sameness = Acceptance.Sameness
QUICK = {100: "Godtag", 50: "Halvt", 0: "Godtag ikke"}


class Stale(Exception):
    """The answer has been judged otherwise since the page was drawn; the message is for the teacher."""


@dataclass(frozen=True)
class Asked:
    """One answer of a hand-in whose judgement is to be put right, among all that the student has done."""

    submission: Submission
    done: work.Work
    graded: Any
    subject: Subject

    @property
    def module(self) -> Any:
        """What grades it."""
        return works.KINDS[works.kind_of(self.submission)]

    @property
    def version(self) -> str:
        """Tells whether the work still stands as the page showed it."""
        return self.module.fingerprint(self.graded)

    @cached_property
    def result(self) -> Result | None:
        """What the student has now."""
        return results.of(self.done)

    @property
    def by_mistake(self) -> bool:
        """Whether the same is the same mistake: each has facts of their own, and the mistake has a name."""
        assignment, item = self.submission.assignment, self.submission.item
        own = assignment.variant == Assignment.Variant.OWN and item.varies
        return own and self.subject.by_mistake is not None

    @property
    def sameness_told(self) -> str:
        """Which answers are the same, in one sentence."""
        if self.by_mistake:
            return (
                "Oplysningerne er ikke de samme for alle. Det samme har den svaret, der i denne aflevering har begået "
                f"den samme fejl ved det samme spørgsmål: »{self.subject.mistake}«"
            )
        facts = " og på de samme oplysninger" if self.subject.on_facts else ""
        return (
            f"Det samme har den svaret, der i denne aflevering har svaret »{self.subject.answer}« på det samme "
            f"spørgsmål{facts}; skrivemåder, som bedømmelsen ikke skelner imellem, er ét svar."
        )

    @cached_property
    def standing(self) -> list[Acceptance]:
        """What counts of this answer now, what was said of it alone first."""
        return self.find_standing()

    def find_standing(self) -> list[Acceptance]:
        """The same as the database has it at this moment."""
        abouts = (self.subject.by_answer, self.subject.by_mistake)
        found = Acceptance.objects.in_force().filter(
            Q(submission=None) | Q(submission=self.submission),
            assignment=self.submission.assignment_id,
            signature__in=[signature(about) for about in abouts if about],
        )
        return sorted(found.select_related("regrade__made_by"), key=lambda one: one.is_for_all)

    def computed(self, percent: int) -> Decimal | None:
        """The points that the student would have with so much for this answer alone."""
        row = self.acceptance(percent, for_all=False)
        tried, shown = copy(self.graded), copy(self.submission)
        tried.accepted = {**self.graded.accepted, row.signature: accepted.value(row)}
        setattr(shown, works.kind_of(shown), self.module.stand(copy(tried), self.module.with_accepted(tried)))
        others = [shown if one.pk == shown.pk else one for one in self.done.submissions]
        result = results.of(work.Work(self.done.assignment, self.done.user_id, others, self.done.read))
        return result.computed if result else None

    def acceptance(self, percent: int, *, for_all: bool) -> Acceptance:
        """What is asked for, as a row that is not saved."""
        by_mistake = for_all and self.by_mistake
        about = self.subject.by_mistake if by_mistake else self.subject.by_answer
        return Acceptance(
            regrade=Regrade(assignment=self.submission.assignment),
            assignment=self.submission.assignment,
            submission=None if for_all else self.submission,
            about=about,
            signature=signature(about or {}),
            sameness=Sameness.MISTAKE if by_mistake else Sameness.ANSWER,
            question=self.subject.question,
            answer=self.subject.answer,
            percent=percent,
        )


def of(found: Iterable[Submission], uuid, place: str) -> Asked | None:
    """The answer at this place of the hand-in among all of a student's; None where nothing there can be put right."""
    rows = list(found)
    own = next((one for one in rows if one.uuid == uuid and one.submitted_at), None)
    if own is None:
        return None
    prefetch_related_objects([own.assignment], AssignmentQuerySet.items())
    done = work.gather(own.assignment, own.user_id, rows, work.finished([own.assignment], user=own.user))
    prefetch_related_objects([own.work], "answers" if own.walkthrough else "responses")
    accepted.give([(own, own.work)])
    subject = works.ACCEPTING[works.kind_of(own)].subjects(own.work).get(place)
    return Asked(own, done, own.work, subject) if subject else None


def save(asked: Asked, percent: int, reason: str, *, by, version: str) -> Regrade:
    """Let it count for this hand-in alone; the same once more changes nothing.

    Raises `Stale` where the work has been judged otherwise since the page was drawn.
    """
    with transaction.atomic():
        Assignment.objects.select_for_update(of=("self",)).get(pk=asked.submission.assignment_id)
        last = next((one for one in asked.find_standing() if not one.is_for_all), None)
        if last and (last.percent, last.regrade.reason, last.regrade.made_by) == (percent, reason, by):
            return last.regrade
        (now,) = works.read([asked.submission], lock=True).values()
        if asked.module.fingerprint(now) != version:
            raise Stale(
                "Besvarelsen er bedømt på ny, mens du skrev. Dit er ikke gemt endnu og står i felterne. "
                "Se, hvad der gælder nu, og gem igen, hvis dit skal gælde."
            )
        made = dry_run.at_once(
            asked.acceptance(percent, for_all=False), asked.submission, reason=reason, by=by
        )
        return in_force.put_in_force(made, by=by)


def try_for_all(asked: Asked, percent: int, reason: str, *, by) -> Regrade:
    """Begin the dry run for all who answered the same; nothing counts before it is put in force."""
    acceptance = asked.acceptance(percent, for_all=True)
    scope = Regrade.Scope.ONE
    return dry_run.start(
        asked.submission.assignment, scope=scope, reading="", reason=reason, by=by, acceptance=acceptance
    )
