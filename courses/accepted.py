"""What teachers have accepted, as the graders ask for it: by what it is about, for each work."""

from collections import defaultdict
from collections.abc import Iterable
from math import inf
from typing import Any

from django.db.models import Q

from cases.acceptance import Accepted, Accepts
from cases.models import Walkthrough
from courses.models import Acceptance, Submission


def of(work) -> Accepts:
    """What counts in this work, in one query; nothing in practice, which no course has set."""
    if work.is_practice:
        return {}
    kind = "walkthrough" if isinstance(work, Walkthrough) else "attempt"
    rows = Acceptance.objects.in_force().filter(**{f"assignment__submissions__{kind}": work.pk})
    own = Q(submission=None) | Q(**{f"submission__{kind}": work.pk})
    return _by_signature(rows.filter(own))


def give(pairs: Iterable[tuple[Submission, Any]], also: Acceptance | None = None) -> None:
    """Give each of these works what counts in it, in one query; `also` is tried as if it counted."""
    known = list(pairs)
    rows: dict[int, list[Acceptance]] = defaultdict(list)
    for row in Acceptance.objects.in_force().filter(assignment__in={one.assignment_id for one, _ in known}):
        rows[row.assignment_id].append(row)
    if also is not None:
        rows[also.assignment_id].append(also)
    for submission, work in known:
        of_this = (None, submission.pk)
        work.accepted = _by_signature(
            row for row in rows[submission.assignment_id] if row.submission_id in of_this
        )


def _by_signature(rows: Iterable[Acceptance]) -> dict[str, Accepted]:
    """What was said of one work alone goes before what is said of all; of the same the last that was asked for."""
    ranked = sorted(rows, key=lambda row: (not row.is_for_all, row.pk or inf))
    return {row.signature: value(row) for row in ranked}


def value(row: Acceptance) -> Accepted:
    """The same as the graders know it."""
    regrade = row.regrade
    return Accepted(
        percent=row.percent,
        reason=regrade.reason,
        by=regrade.made_by_id,
        at=regrade.made_at.isoformat(),
        for_all=row.is_for_all,
    )
