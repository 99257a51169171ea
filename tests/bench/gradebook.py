"""The gradebook of a large course and of a huge one: 40 assignments, half of the work late or not handed in at all."""

import sys
import uuid
from collections.abc import Iterator
from copy import copy
from datetime import timedelta

from tests.bench import site
from tests.bench.pages import GZIP, HEAD, Budget, _cost, signed_in

STUDENTS, MANY, ITEMS = 300, 2000, 40
PAGE = Budget(ms=400, queries=15, kb=300)


def measure() -> Iterator[str]:
    """A line for the page, for the page in another order, and for each file."""
    with site.built():
        course, huge = _filled("Stort hold", STUDENTS), _filled("Kæmpehold", MANY)
        client, _ = signed_in()
        address = f"/undervisning/{course.uuid}/karakterer"
        yield HEAD
        yield _line(client, "Karakterer, side 1", f"{address}/")
        yield _line(client, "Karakterer efter sum", f"{address}/?sorter=-sum&side=2")
        yield _line(client, "Karakterer, som mangler", f"{address}/?vis=mangler")
        yield _line(client, "Karakterer som CSV", f"{address}.csv")
        address = f"/undervisning/{huge.uuid}/karakterer/"
        yield _line(client, "2.000 studerende, side 1", address)
        yield _line(client, "2.000 studerende efter en aflevering", f"{address}?sorter=-{_first(huge)}")
        yield _line(client, "2.000 studerende efter sum", f"{address}?sorter=-sum")
        yield _line(client, "2.000 studerende, som mangler", f"{address}?vis=mangler")


def _line(client, name: str, address: str) -> str:
    return _cost(lambda: client.get(address, headers=GZIP), rounds=5).line(name, PAGE)


def _first(course) -> int:
    return course.assignments.values_list("pk", flat=True)[0]


def _filled(name: str, students: int):
    from django.utils import timezone

    from accounts.models import User
    from cases.models import Case, Walkthrough
    from cases.start import start
    from courses.models import Assignment, Course, Item, Membership, Submission
    from tests.bench.pages import _person

    now, case = timezone.now(), Case.objects.first()
    course = Course.objects.create(name=name, term="2026")
    Membership.objects.create(course=course, user=_person(0), role="teacher")
    named = (
        User(email=f"{number}@{students}.test", name=f"Studerende {number}") for number in range(students)
    )
    users = User.objects.bulk_create(named)
    Membership.objects.bulk_create(Membership(course=course, user=user, role="student") for user in users)
    times = {"opens_at": now - timedelta(days=60), "late_policy": "per_day"}
    titles = [f"Aflevering {number}" for number in range(ITEMS)]
    assignments = Assignment.objects.bulk_create(
        Assignment(course=course, title=title, due_at=now - timedelta(days=number), **times)
        for number, title in enumerate(titles)
    )
    items = Item.objects.bulk_create(Item(assignment=assignment, case=case) for assignment in assignments)
    first = start(users[0], case, mode="aflevering")
    works, handed_in = [], []
    for place, item in enumerate(items):
        for number, user in enumerate(users):
            if (place + number) % 5 == 0:
                continue
            work = copy(first)
            work.pk, work.user, work._state = uuid.uuid4(), user, type(first._state)()
            # Nobody hands in at the same moment, and few have the same results.
            late = timedelta(days=number % 3 - 1, hours=1, microseconds=number * ITEMS + place)
            work.started_at, work.submitted_at = now - timedelta(days=60), item.assignment.due_at + late
            work.total, work.marks = (number * 7 + place * 13) % 101 / 100, {"jus": 1}
            works.append(work)
            handed_in.append(Submission(assignment=item.assignment, item=item, user=user, walkthrough=work))
    Walkthrough.objects.bulk_create(works, batch_size=500)
    Submission.objects.bulk_create(handed_in, batch_size=500)
    return course


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure())
