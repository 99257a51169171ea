"""One student's hand-in as the teacher reads it: the facts, the answers, the marks and what they rest on."""

from uuid import UUID

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone

import cases.results
import quizzes.pages
from cases import earlier
from courses import results, work
from courses.access import AssignmentQuerySet
from courses.models import Submission
from courses.standing import Standing
from courses.two_markers import waiting


def page(found: list[Submission], uuid: UUID) -> dict | None:
    """What the teacher's page of a hand-in shows; of work that is not handed in, only how far it is.

    `found` is everything of the student on the assignment; None where there is no such hand-in among it.
    """
    own = next((one for one in found if one.uuid == uuid), None)
    if own is None:
        return None
    assignment = own.assignment
    prefetch_related_objects([assignment], AssignmentQuerySet.items())
    read = work.finished([assignment], user=own.user)
    state = Standing(work.gather(assignment, own.user_id, found, read), timezone.now())
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "submission": own,
        "state": state,
        "others": [one for one in state.done.submissions if one.pk != own.pk],
        "is_one_of_many": len(assignment.tasks) > 1 or own.number > 1 or len(state.done.submissions) > 1,
        "reading": results.reading_title(own.work.reading),
        "progress": own.work.progress(),
    }
    if not own.submitted_at:
        return context
    mark = next(one for one in state.done.marks(own.item) if one.number == own.number)
    context |= {
        "result": results.of(state.done),
        "percent": results.whole_percent(mark.earned),
        "counts": own.pk in {one.pk for one in state.done.counted(own.item)},
    }
    if own.walkthrough:
        whole = [assignment.course.uuid, assignment.uuid, own.uuid]
        context["old_receipt"] = reverse("courses:receipt", args=whole)
        shown = cases.results.of(own.walkthrough, to_teacher=True) | context
        if shown["argument"] and shown["argument"]["waits"]:
            shown["context"] = {"argument_waits": waiting.words([own])}
        return shown
    reviewed = quizzes.pages.review(own.work)
    by_hand = any(one.response and not one.item.kind.is_graded for one in reviewed)
    return context | {"reviewed": reviewed, "by_hand": by_hand, "regraded": earlier.told(own.work, True)}
