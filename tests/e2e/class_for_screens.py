"""A class for the pictures: what a course looks like when a teacher has work to do."""

from random import Random

from django.test import Client

from accounts.models import User
from courses import begin
from courses.models import Assignment, Course, Membership
from quizzes.models import Response
from tests import factories
from tests.cases.playing import Player

NAMES = """
Alma Lund, Aksel Bruun, Bertil Juhl, Clara Winther, Dagmar Toft, Elias Skov, Emilie Holst, Frederik Bay, Freja Munk,
Gustav Lind, Hanne Vest, Ida Kjær, Johan Friis, Karla Dam, Laurits Høj, Liv Bang, Malthe Riis, Nanna Svane, Oskar Beck,
Petra Gram, Rasmus Hald, Selma Brandt, Tobias Krag, Vera Ørsted
""".replace("\n", " ").split(",")
WRITTEN = (
    "Kautionen er privat, for forældrene får intet for den. Banken skulle derfor sige til inden seks måneder efter, "
    "at datteren holdt op med at betale. Det gjorde den ikke, og så mister den det, hun skulle have betalt. Resten "
    "af lånet hæfter forældrene stadig for."
)


def join(course: Course) -> list[User]:
    """Two dozen students with names."""
    people = [factories.UserFactory(name=name.strip()) for name in NAMES]
    return [Membership.objects.create(course=course, user=one, role="student").user for one in people]


def answer_quiz(assignment: Assignment, people: list[User]) -> None:
    """All have handed in; the last know more than the first, and the later questions are harder."""
    luck = Random(3)
    for number, student in enumerate(people):
        attempt = begin.begin(student, assignment).attempt
        for item in attempt.items:
            knows = luck.random() < 0.35 + 0.5 * number / len(people) - 0.02 * item.number
            if not (chosen := chosen_in(item, knows)):
                continue
            Response.objects.create(
                attempt=attempt,
                item=item.key,
                chosen=chosen,
                points=item.points(chosen),
                remark=item.said_of(chosen),
                mistake=item.mistake_in(chosen) or "",
            )
        attempt.submit()


def chosen_in(item, is_right: bool) -> list[str]:
    """A right or a wrong answer to a choice; the rest is left open."""
    rows = item.data["options"] if item.kind.is_choice else []
    return [row["key"] for row in rows if row["right"] == is_right][: None if is_right else 1]


def solve_case(assignment: Assignment, people: list[User], wrong: dict) -> None:
    """Some have handed the case in with an argument; the first and every second after with the mistake."""
    for number, student in enumerate(people):
        client = Client()
        client.force_login(student)
        work = begin.begin(student, assignment).walkthrough
        work.argument = WRITTEN
        work.save(update_fields=["argument"])
        Player(client, work).solve({} if number % 2 else wrong).walkthrough.submit()
