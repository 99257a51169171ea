"""What was read, carried by the page from the preview to the confirmation: nothing of it is saved before."""

from django.core import signing

from courses.models import Course
from courses.roster_file.columns import Columns
from courses.roster_file.reading import Line

HOURS = 12


class Unsealed(ValueError):
    """What came back is not what was sent out to this person for this course, or it is too old."""


def seal(lines: list[Line], columns: Columns, *, course: Course, user) -> str:
    """The lines as text that only this person can send back, unchanged, and for this course alone."""
    said = {
        "lines": [[line.number, list(line.cells)] for line in lines],
        "kinds": list(columns.kinds),
        "above": columns.above,
    }
    return signing.dumps(said, salt=_salt(course, user), compress=True)


def unseal(text: str, *, course: Course, user) -> tuple[list[Line], Columns]:
    """The lines again. Raises `Unsealed`."""
    try:
        said = signing.loads(text, salt=_salt(course, user), max_age=HOURS * 3600)
    except signing.BadSignature as error:
        raise Unsealed from error
    lines = [Line(number, tuple(cells)) for number, cells in said["lines"]]
    return lines, Columns(tuple(said["kinds"]), said["above"])


def _salt(course: Course, user) -> str:
    return f"roster-{course.uuid}-{user.pk}"
