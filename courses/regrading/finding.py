"""Which handed-in work was graded otherwise than it would be today, and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from cases.models import Walkthrough
from cases.regrading import ACCEPTED, TOLD
from courses.models import Acceptance, Assignment, Reading, Regrade, Submission
from courses.regrading import works
from courses.regrading.works import KINDS
from quizzes.models import Attempt

WORDS = {
    "rule": "Reglen har fået en ny udgave",
    "key": "Nøglen til et spørgsmål er rettet",
    "points": "Et spørgsmål har fået andre point",
    "weights": "Sagens vægte er ændret",
    ACCEPTED: "En bedømmelse er rettet, eller rettelsen er taget tilbage",
    TOLD: "Sagens oplysninger er ændret",
}
STAYS = TOLD
# No ground to refuse what was tried: facts stay, and what is accepted is what is tried.
OWN = {STAYS, ACCEPTED}
AT_A_TIME = 200


@dataclass(frozen=True)
class Found:
    """How many works there are, how many are outdated and why, and by which reading they were graded."""

    handed_in: int
    begun: int
    outdated: int
    reasons: list[tuple[str, int]]
    on_other_facts: int
    readings: list[tuple[str, int]]


def works_in(assignment: Assignment, scope: str) -> QuerySet[Submission]:
    """All that is begun within the scope, in the course of this assignment."""
    of_course = Submission.objects.filter(assignment__course=assignment.course_id)
    if scope == Regrade.Scope.COURSE:
        return of_course
    own = Submission.objects.filter(assignment=assignment)
    if scope == Regrade.Scope.SAME:
        cases = own.filter(walkthrough__isnull=False).values("walkthrough__case")
        quizzes = own.filter(attempt__isnull=False).values("attempt__quiz")
        return of_course.filter(Q(walkthrough__case__in=cases) | Q(attempt__quiz__in=quizzes))
    return own


def handed_in(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Those of them that are handed in."""
    return submissions.filter(
        Q(walkthrough__submitted_at__isnull=False) | Q(attempt__submitted_at__isnull=False)
    )


def find(assignment: Assignment, scope: str) -> Found:
    """Look through every hand-in of the scope; nothing is graded for it."""
    within = works_in(assignment, scope)
    done = handed_in(within)
    put_right = Acceptance.objects.filter(in_force_at__isnull=False, assignment=OuterRef("assignment"))
    kinds = within.annotate(is_put_right=Exists(put_right)).aggregate(
        all=Count("pk"),
        walkthrough=Count("walkthrough"),
        attempt=Count("attempt"),
        put_right=Count("pk", filter=Q(is_put_right=True)),
    )
    other = _judged_otherwise(done.filter(Exists(put_right))) if kinds["put_right"] else set()
    looked_at = [
        *(_walkthroughs(done, other) if kinds["walkthrough"] else ()),
        *(_attempts(done, other) if kinds["attempt"] else ()),
    ]
    reasons = Counter(why for whys, _ in looked_at for why in whys)
    readings = Counter(reading for _, reading in looked_at)
    return Found(
        handed_in=len(looked_at),
        begun=kinds["all"] - len(looked_at),
        outdated=sum(bool(whys - {STAYS}) for whys, _ in looked_at),
        reasons=[(words, reasons[key]) for key, words in WORDS.items() if reasons[key] and key != STAYS],
        on_other_facts=reasons[STAYS],
        readings=[(Reading(key).label, number) for key, number in sorted(readings.items())],
    )


def _judged_otherwise(done: QuerySet[Submission]) -> set:
    """The works that stand otherwise than with what is accepted now, by their keys."""
    return {pk for (kind, pk), work in works.read(done).items() if works.ACCEPTING[kind].differs(work)}


def _walkthroughs(done: QuerySet[Submission], other: set) -> Iterator[tuple[set[str], str]]:
    module = KINDS["walkthrough"]
    rows = Walkthrough.objects.filter(submission__in=done).only("case_id", "seed", "reading", "frozen")
    today = module.present(rows.order_by().values_list("case_id", flat=True).distinct())
    for work in rows.iterator(AT_A_TIME):
        yield module.outdated(work, today) | ({ACCEPTED} if work.pk in other else set()), work.reading


def _attempts(done: QuerySet[Submission], other: set) -> Iterator[tuple[set[str], str]]:
    module = KINDS["attempt"]
    rows = Attempt.objects.filter(submission__in=done).only("reading", "frozen")
    uids: set[str] = set().union(*(module.keyed_by(work) for work in rows.iterator(AT_A_TIME)))
    today = module.present(uids)
    for work in rows.iterator(AT_A_TIME):
        yield module.outdated(work, today) | ({ACCEPTED} if work.pk in other else set()), work.reading
