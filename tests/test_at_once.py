"""Two clicks at the same moment, wherever a click makes something new: one of it comes to be."""

from threading import Barrier, Thread

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from accounts.models import User
from tests import factories
from tests.addresses import kinds

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
CLICKS = 4


def at_once(address: str, data: dict, user: User | None = None) -> list[int]:
    """The statuses that as many clicks get, each in a thread of its own."""
    together, statuses = Barrier(CLICKS), []

    def click() -> None:
        client = Client(raise_request_exception=False)
        if user is not None:
            client.force_login(user)
        # Nobody waits for the others with a connection in hand: there may be fewer than clicks.
        connection.close()
        together.wait(30)
        try:
            statuses.append(client.post(address, data).status_code)
        finally:
            connection.close()

    threads = [Thread(target=click) for _ in range(CLICKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(statuses)


def test_an_account_made_by_a_double_click_is_one_account(course):
    sent = {
        "name": "Signe Holm",
        "email": "signe@eksempel.test",
        "password1": "en lang adgangskode",
        "join_code": course.join_code,
    }
    statuses = at_once("/konto/opret/", sent)
    assert set(statuses) <= {200, 302, 422}
    assert User.objects.filter(email="signe@eksempel.test").count() == 1
    assert course.memberships.count() == 1


def test_a_case_begun_by_a_double_click_is_one_walkthrough(student):
    case = factories.CaseFactory()
    assert at_once(f"{case.get_absolute_url()}begynd/", {}, student) == [302] * CLICKS
    assert student.walkthroughs.count() == 1


def test_a_section_marked_by_a_double_click_is_read_once(student):
    section = factories.SectionFactory()
    assert at_once(f"{section.get_absolute_url()}laest/", {"laest": "ja"}, student) == [302] * CLICKS
    assert section.reads.count() == 1


def test_a_course_made_by_a_double_click_is_one_course(teacher):
    form = Client()
    form.force_login(teacher)
    page = form.get("/undervisning/nyt-hold/").context["form"]
    shown = {name: page[name].value() for name in page.fields}
    sent = {name: "" if value is None else value for name, value in shown.items()}
    sent |= {"name": "FØ27", "term": "forår 2027"}
    assert at_once("/undervisning/nyt-hold/", sent, teacher) == [302] * CLICKS
    assert apps.get_model("courses.Course").objects.filter(name="FØ27").count() == 1


def test_an_assignment_made_by_a_double_click_is_one_assignment(teacher, course):
    address = f"{course.get_absolute_url()}afleveringer/ny/"
    case = factories.CaseFactory()
    form = Client()
    form.force_login(teacher)
    page = form.get(address).context["form"]
    sent = {name: page[name].value() or "" for name in page.fields}
    sent |= {
        "title": "Uge 48",
        "dele-TOTAL_FORMS": "1",
        "dele-INITIAL_FORMS": "1",
        "dele-0-content": f"case:{case.pk}",
        "opens_at": "01-01-2026 kl. 08.00",
        "due_at": "31-12-2099 kl. 12.00",
    }
    assert at_once(address, sent, teacher) == [302] * CLICKS
    (made,) = course.assignments.filter(title="Uge 48")
    assert [item.case for item in made.items.all()] == [case]


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind in ("lessons_chapter", "lessons_term")])
def test_content_written_by_a_double_click_is_one_item(editor, kind):
    app, model = kind.split("_")
    sent = {
        "title": "Kaution",
        "slug": "kaution",
        "order": "10",
        "summary": "Om at hæfte.",
        "meaning": "Et løfte.",
        "status": "published",
        "_save": "Gem",
    }
    statuses = at_once(f"/admin/{app}/{model}/add/", sent, editor)
    assert set(statuses) <= {200, 302, 422}
    assert apps.get_model(app, model).objects.count() == 1
