"""An earlier version of a case comes back with its questions."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from authoring.admin import ContentAdmin
from cases.models import Case, Question

ONE_QUESTION = ("key", "order", "topic", "facts", "links", "expected")


def questions_at(case_pk: int, version_pk: int) -> list[Question]:
    """The questions that belonged to a version of the case: as they were when the next version was made.

    A case is saved before its questions, so that what follows a version until the next one is part of it.
    """
    versions = Case.history.filter(id=case_pk).order_by("history_date", "history_id")
    dates = dict(versions.values_list("pk", "history_date"))
    this = dates[version_pk]
    later = next((made for made in dates.values() if made > this), None)
    rows = Question.history.filter(case_id=case_pk)
    if later:
        rows = rows.filter(history_date__lt=later)
    newest: dict[int, Any] = {}
    for row in rows.order_by("history_date", "history_id"):
        newest[row.id] = row
    found = [row.instance for row in newest.values() if row.history_type != "-"]
    return sorted(found, key=lambda question: (question.order, question.pk))


@transaction.atomic
def restore_questions(case_pk: int, wanted: list[Question]) -> None:
    """Make the questions of a case those that are wanted; a key that is there keeps its row."""
    there = {question.key: question for question in Question.objects.filter(case=case_pk)}
    for old in wanted:
        question = there.pop(old.key, None) or Question(case_id=case_pk)
        for name in ONE_QUESTION:
            setattr(question, name, getattr(old, name))
        question.save()
    for gone in there.values():
        gone.delete()


class RestoresQuestions(ContentAdmin):
    """For the admin of cases: a version is shown with its questions and restored with them."""

    object_history_form_template = "cases/admin/version.html"

    @transaction.atomic
    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        """The version as simple_history has it, and its questions."""
        questions = _known_questions(object_id, version_id)
        extra = {"questions_then": [question.title for question in questions], **(extra_context or {})}
        response = super().history_form_view(request, object_id, version_id, extra)
        if request.method == "POST" and response.status_code == 302 and questions:
            restore_questions(int(object_id), questions)
        return response


def _known_questions(object_id: str, version_id: str) -> list[Question]:
    """Nothing where there is no such version: the page itself says so."""
    try:
        return questions_at(int(object_id), int(version_id))
    except (ValueError, OverflowError, KeyError):
        return []
