"""The cases of the content files, read once; also as rows that are not stored: enough to draw variants of them."""

from functools import cache

from authoring.shelf import Found, Shelf
from cases import content
from cases.models import Case, Question


@cache
def filed() -> dict[str, Found]:
    """Each file by its name."""
    return {one.place: one for one in Shelf([content.KIND]).found}


def filed_cases() -> list[tuple[Case, list[Question]]]:
    """Each case with its questions, in the order of the files."""
    return [_rows(found.data) for found in filed().values()]


def _rows(data: content.CaseFile) -> tuple[Case, list[Question]]:
    told = ("slug", "title", "group", "summary", "names", "story", "source")
    case = Case(**{name: getattr(data, name) for name in told}, reading=data.reading or "")
    case.parties = [party.model_dump() for party in data.parties]
    for part, weight in data.weights:
        setattr(case, f"weight_{part}", weight)
    plain = [question.model_dump(mode="json", by_alias=True) for question in data.questions]
    names = ("key", "topic", "facts", "links", "expected")
    return case, [Question(**{name: one[name] for name in names}) for one in plain]
