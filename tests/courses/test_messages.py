"""The person's list of messages, its count in the top bar, and what comes by mail."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses import notifying
from courses.models import Message, MutedKind
from tests import factories

LIST = "/beskeder/"


def text(client, address=LIST):
    return unescape(client.get(address).content.decode())


@pytest.fixture
def told(student, assignment):
    """What the student is told."""
    return factories.MessageFactory(user=student, assignment=assignment)


def test_a_message_says_what_happened_and_leads_there(as_student, told):
    page = text(as_student)
    assert told.subject in page
    assert "Ulæst" in page
    assert told.text in page


def test_the_unread_come_first_then_the_newest(as_student, student, assignment):
    now = timezone.now()
    for name, is_read in (("Gammel", False), ("Læst", True), ("Ny", False)):
        factories.MessageFactory(
            user=student, assignment=assignment, subject=name, read_at=now if is_read else None
        )
    page = text(as_student)
    places = [page.index(f"<h2>{name}</h2>") for name in ("Ny", "Gammel", "Læst")]
    assert places == sorted(places)


def test_it_is_marked_as_read_and_counted_in_the_top_bar(as_student, told):
    assert "1<span" in text(as_student, "/min-side/")
    assert as_student.post(f"{LIST}{told.uuid}/laest/").url == LIST
    assert "who-count" not in text(as_student, "/min-side/")
    assert "Ulæst" not in text(as_student)


def test_opening_it_marks_it_and_leads_to_the_assignment(as_student, told, assignment):
    answer = as_student.post(f"{LIST}{told.uuid}/laest/", {"open": "1"})
    assert answer.url == assignment.get_absolute_url()
    told.refresh_from_db()
    assert told.read_at


def test_it_was_read_when_it_was_read_first(as_student, told):
    as_student.post(f"{LIST}{told.uuid}/laest/")
    first = Message.objects.get().read_at
    as_student.post(f"{LIST}{told.uuid}/laest/")
    assert Message.objects.get().read_at == first


def test_all_that_stood_on_the_list_are_marked_and_not_what_came_since(as_student, student, told, assignment):
    later = factories.MessageFactory(user=student, assignment=assignment)
    as_student.post(f"{LIST}laest/", {"newest": told.pk})
    assert list(Message.objects.unread()) == [later]


@pytest.mark.parametrize("newest", ["", "mange", "9" * 60, "-1"])
def test_junk_marks_nothing(as_student, told, newest):
    assert as_student.post(f"{LIST}laest/", {"newest": newest}).status_code == 302
    assert Message.objects.unread().count() == 1


def test_nobody_marks_the_messages_of_another(as_other_student, told):
    assert as_other_student.post(f"{LIST}{told.uuid}/laest/").status_code == 404
    as_other_student.post(f"{LIST}laest/", {"newest": told.pk})
    assert Message.objects.unread().exists()
    assert told.subject not in text(as_other_student)


def test_who_has_left_the_course_reads_the_message_without_a_way_in(as_student, student, told, course):
    course.memberships.filter(user=student).delete()
    page = text(as_student)
    assert told.subject in page
    assert "Åbn opgaven" not in page


def test_why_work_was_marked_anew_stands_in_the_app(as_student, student, assignment):
    factories.MessageFactory(
        user=student, assignment=assignment, kind="regraded", reason="Nøglen til spørgsmål 2 er rettet."
    )
    assert "Begrundelse: Nøglen til spørgsmål 2 er rettet." in text(as_student)


def test_an_invitation_leads_to_the_way_in(as_outsider, outsider, course):
    notifying.invited(course, outsider.email)
    assert "Tilmeld dig holdet" in text(as_outsider)
    told = Message.objects.get()
    assert as_outsider.post(f"{LIST}{told.uuid}/laest/", {"open": "1"}).url == "/afleveringer/tilmeld/"


def test_who_has_no_messages_reads_what_will_come(as_student):
    assert "Du har ingen beskeder." in text(as_student)


def test_the_list_turns_its_pages(as_student, student, assignment):
    for number in range(51):
        factories.MessageFactory(user=student, assignment=assignment, subject=f"Nr. {number}")
    assert "Side 1 af 2" in text(as_student)
    assert "<h2>Nr. 0</h2>" in text(as_student, f"{LIST}?side=2")
    assert "Side 2 af 2" in text(as_student, f"{LIST}?side=99")
    assert "Side 1 af 2" in text(as_student, f"{LIST}?side=sidste")


def test_the_count_costs_no_query(as_student, student, told):
    def cost(address):
        with CaptureQueriesContext(connection) as asked:
            as_student.get(address)
        return [query["sql"] for query in asked if "courses_message" in query["sql"]]

    assert [query.startswith('SELECT "accounts_user"') for query in cost("/laer/")] == [True]


# What comes by mail


def test_a_kind_that_is_turned_off_comes_in_the_app_alone(as_student, student, assignment):
    due_at = timezone.now() + timedelta(hours=5)
    as_student.post("/beskeder/mails/", {"kinds": ["invitation"]})
    assert MutedKind.objects.get().kind == "due"
    notifying.due(assignment, {student.pk: due_at})
    assert notifying.send_waiting() == 0
    assert "Husk fristen" in text(as_student)


def test_what_waits_is_not_mailed_after_it_is_turned_off(as_student, student, assignment):
    notifying.due(assignment, {student.pk: timezone.now() + timedelta(hours=5)})
    as_student.post("/beskeder/mails/", {})
    assert notifying.send_waiting() == 0


def test_it_is_turned_on_again_for_what_comes_from_then_on(as_student, student, assignment):
    as_student.post("/beskeder/mails/", {})
    notifying.due(assignment, {student.pk: timezone.now() + timedelta(hours=5)})
    as_student.post("/beskeder/mails/", {"kinds": ["due", "invitation"]})
    assert not MutedKind.objects.exists()
    assert notifying.send_waiting() == 0


@pytest.mark.parametrize("kind", ["released", "changed", "regraded", "findes-ikke"])
def test_what_concerns_a_mark_is_always_mailed(as_student, student, assignment, kind):
    as_student.post("/beskeder/mails/", {"kinds": [kind]})
    assert not MutedKind.objects.exists()
    notifying.released(assignment, [student.pk])
    assert notifying.send_waiting() == 1


def test_min_side_shows_what_is_chosen(as_student, student):
    factories.MutedKindFactory(user=student)
    (form,) = [panel for panel in as_student.get("/min-side/").context["panels"] if "mails" in panel.html]
    assert form.html.count('type="checkbox"') == 2
    assert form.html.count("checked") == 1
