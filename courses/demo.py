"""The demonstration: a teacher, three students and a course with something to hand in."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from accounts.access import TEACHERS
from accounts.demo import make_user
from cases.models import Case
from courses.enrolment import add_teacher
from courses.models import Course, Item, Membership
from quizzes.models import Quiz

COURSE = "FØ26 Kreditret"
CASE = "foraeldrekoeb-banken-siger-intet"
QUIZ = "kaution"
TEACHER = ("nadia.friis@subsumo.example", "Nadia Friis")
STUDENTS = (
    ("signe.holm@subsumo.example", "Signe Holm"),
    ("jonas.krog@subsumo.example", "Jonas Krog"),
    ("amir.bech@subsumo.example", "Amir Bech"),
)


def make() -> bool:
    """Make what is missing, leave alone what is there; says whether the course is new."""
    with transaction.atomic():
        teacher = make_user(*TEACHER, is_staff=True)
        teacher.groups.add(Group.objects.get_or_create(name=TEACHERS)[0])
        course, is_new = Course.objects.get_or_create(
            name=COURSE, created_by=teacher, defaults={"term": "efterår 2026"}
        )
        add_teacher(course, teacher)
        for address, name in STUDENTS:
            student = make_user(address, name)
            Membership.objects.get_or_create(
                course=course, user=student, defaults={"role": Membership.Role.STUDENT}
            )
        _set(course, "Forældrekaution: hvad kan banken kræve?", case=_shared(Case, CASE))
        _set(course, "Quiz om kaution", quiz=_shared(Quiz, QUIZ))
    return is_new


def _shared(model, slug: str):
    return model.objects.published().shared().filter(slug=slug).first()


def _set(course: Course, title: str, **content) -> None:
    wanted = {f"items__{kind}": item for kind, item in content.items()}
    if None in content.values() or course.assignments.filter(**wanted).exists():
        return
    opens = timezone.localtime().replace(minute=0, second=0, microsecond=0)
    times = {"opens_at": opens, "due_at": opens.replace(hour=23, minute=59) + timedelta(days=7)}
    Item.objects.create(assignment=course.assignments.create(title=title, **times), **content)
