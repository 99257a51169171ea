"""Joining a course by its code, and becoming its co-teacher."""

from accounts.registry import UnknownJoinCode
from courses import join_codes
from courses.models import Course, Membership


def course_of(code: str) -> Course:
    """The course that answers to the code as typed; an archived course takes no more members."""
    course = Course.objects.active().filter(join_code=join_codes.read(code)).first()
    if course is None:
        raise UnknownJoinCode(code)
    return course


def check(code: str) -> None:
    """Raise UnknownJoinCode unless a course answers to the code."""
    course_of(code)


def join(user, code: str) -> Course:
    """Make the person a student of the course; who is already in it stays what they are."""
    course = course_of(code)
    Membership.objects.get_or_create(course=course, user=user, defaults={"role": Membership.Role.STUDENT})
    return course


def add_teacher(course: Course, user) -> None:
    """Make the person a co-teacher, also one who was in the course as a student."""
    Membership.objects.update_or_create(course=course, user=user, defaults={"role": Membership.Role.TEACHER})


def panel(user) -> dict:
    """The person's courses, for Min side."""
    memberships = Membership.objects.filter(user=user, course__archived_at=None)
    return {"memberships": memberships.select_related("course").order_by("joined_at")}
