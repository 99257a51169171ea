"""The calendar: whose deadlines, at which moment, in a file that calendars read, for whoever has the address."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from accounts.erasure import erase
from courses import calendar_feed
from courses.deadlines import COPENHAGEN
from courses.models import CalendarFeed, Membership
from tests import factories

KEPT = {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}


@pytest.fixture
def address(student):
    """Where the student's calendar is."""
    return switched_on(student)


def switched_on(user):
    calendar_feed.new_address(user)
    return path_of(user)


def path_of(user):
    return calendar_feed.panel(user)["address"].removeprefix(calendar_feed.settings.SITE_URL)


def events(client, address):
    """The events by uid, of a file that holds to RFC 5545."""
    answer = client.get(address)
    assert answer.status_code == 200
    hold(answer.content)
    return {str(one["UID"]): one for one in Calendar.from_ical(answer.content).walk("VEVENT")}


def hold(body: bytes):
    """Lines end in CRLF, are of 75 octets at most, and fold between letters; each event has what it must have."""
    assert body.endswith(b"END:VCALENDAR\r\n")
    lines = body.split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode()
    whole = body.replace(b"\r\n ", b"").decode().split("\r\n")
    assert whole[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "PRODID:-//Subsumo//Frister//DA"} <= set(whole)
    inside, names = False, set()
    for line in whole:
        name = line.partition(":")[0].partition(";")[0]
        if line == "BEGIN:VEVENT":
            inside, names = True, set()
        elif line == "END:VEVENT":
            assert names >= KEPT
            inside = False
        elif inside:
            assert name not in names, f"{name} stands twice"
            names.add(name)
    assert not inside
    for event in Calendar.from_ical(body).walk("VEVENT"):
        assert not event.errors


def due(events, assignment):
    return events[f"frist-{assignment.uuid}@subsumo"]


def test_it_tells_when_an_assignment_opens_and_is_due(anonymous, address, assignment):
    found = events(anonymous, address)
    assert due(found, assignment)["DTSTART"].dt == assignment.due_at.replace(microsecond=0)
    opens = found[f"aabner-{assignment.uuid}@subsumo"]
    assert opens["DTSTART"].dt == assignment.opens_at.replace(microsecond=0)
    assert due(found, assignment)["SUMMARY"] == "Frist: Banken siger intet"
    assert str(due(found, assignment)["URL"]).endswith(assignment.get_absolute_url())
    assert len(found) == 2


def test_the_students_own_deadline_counts(anonymous, address, assignment, student):
    own = factories.ExtensionFactory(assignment=assignment, user=student)
    factories.ExtensionFactory(assignment=assignment, due_at=own.due_at + timedelta(days=9))
    assert due(events(anonymous, address), assignment)["DTSTART"].dt == own.due_at.replace(microsecond=0)


@pytest.mark.parametrize(
    "due_at",
    [
        datetime(2026, 3, 29, 1, 59, tzinfo=COPENHAGEN),
        datetime(2026, 3, 29, 3, 0, tzinfo=COPENHAGEN),
        datetime(2026, 10, 25, 2, 30, tzinfo=COPENHAGEN),
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=COPENHAGEN),
        datetime(2026, 10, 25, 23, 59, tzinfo=COPENHAGEN),
    ],
    ids=str,
)
def test_the_moment_is_right_where_the_clock_changes(anonymous, address, course, due_at):
    assignment = factories.AssignmentFactory(
        course=course, opens_at=due_at.astimezone(UTC) - timedelta(days=9), due_at=due_at.astimezone(UTC)
    )
    told = due(events(anonymous, address), assignment)["DTSTART"].dt
    assert told.astimezone(UTC) == due_at.astimezone(UTC)
    wall = told.astimezone(ZoneInfo("Europe/Copenhagen"))
    assert (wall.hour, wall.minute, wall.fold) == (due_at.hour, due_at.minute, due_at.fold)


@given(
    title=st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=120
    )
)
def test_any_title_makes_a_file_that_can_be_read(anonymous, address, assignment, title):
    assignment.title = title
    assignment.save()
    assert due(events(anonymous, address), assignment)["SUMMARY"] == f"Frist: {title}"


def test_a_name_with_control_characters_stays_in_its_line(anonymous, address, assignment, course):
    assignment.title, course.name = "Uge\r\n48\x07", "FØ\n24"
    assignment.save(), course.save()
    told = due(events(anonymous, address), assignment)
    assert told["SUMMARY"] == "Frist: Uge 48 "
    assert told["DESCRIPTION"].startswith("FØ 24\n")


def test_it_names_nobody(anonymous, address, assignment, student, teacher):
    body = anonymous.get(address).content.decode()
    for person in (student, teacher):
        assert person.name not in body
        assert person.email not in body


# Changes


def test_what_has_not_changed_is_told_in_the_same_bytes(anonymous, address, assignment):
    first = anonymous.get(address).content
    assert anonymous.get(address).content == first
    told = due(events(anonymous, address), assignment)
    assert told["SEQUENCE"] == 0


def test_a_deadline_that_moves_keeps_its_uid_and_is_a_newer_version(anonymous, address, assignment):
    before = due(events(anonymous, address), assignment)
    assignment.due_at += timedelta(days=1)
    assignment.save()
    after = due(events(anonymous, address), assignment)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == 1
    assert after["LAST-MODIFIED"].dt >= before["LAST-MODIFIED"].dt
    assert after["DTSTAMP"].dt == after["LAST-MODIFIED"].dt


def test_a_new_address_goes_on_counting(anonymous, address, assignment, student):
    events(anonymous, address)
    assignment.due_at += timedelta(days=1)
    assignment.save()
    assert due(events(anonymous, switched_on(student)), assignment)["SEQUENCE"] == 1


# Whose


def test_it_holds_nothing_of_other_courses(anonymous, address, foreign_assignment):
    assert events(anonymous, address) == {}


def test_a_student_who_leaves_takes_the_deadlines_along(anonymous, address, assignment, student, course):
    assert events(anonymous, address)
    Membership.objects.filter(user=student).delete()
    assert events(anonymous, address) == {}


def test_a_course_that_is_archived_is_gone_from_it(anonymous, address, assignment, course):
    course.archived_at = timezone.now()
    course.save()
    assert events(anonymous, address) == {}


def test_a_teacher_has_the_deadlines_of_her_courses(anonymous, teacher, assignment, foreign_assignment):
    found = events(anonymous, switched_on(teacher))
    assert len(found) == 2
    assert str(due(found, assignment)["URL"]).endswith(f"/afleveringer/{assignment.uuid}/")
    assert "/undervisning/" in due(found, assignment)["URL"]


def test_a_superuser_has_no_deadlines_of_courses_of_others(anonymous, superuser, assignment):
    assert events(anonymous, switched_on(superuser)) == {}


# The address


def test_it_cannot_be_guessed_or_read_from_the_database(anonymous, address, student):
    feed = CalendarFeed.objects.get()
    for secret in (feed.number, f"{feed.number}.", f"{feed.number}.AAAA", "x", "%00", "æøå"):
        assert anonymous.get(f"/kalender/{secret}.ics").status_code == 404
    assert feed.number in address
    assert len(address.rpartition(".ics")[0].rpartition(".")[2]) >= 43


def test_a_new_address_makes_the_old_one_worthless(anonymous, as_student, student, address):
    assert as_student.post("/kalender/ny-adresse/").url == "/min-side/"
    assert anonymous.get(address).status_code == 404
    assert anonymous.get(path_of(student)).status_code == 200


def test_it_is_switched_off(anonymous, as_student, student, address):
    as_student.post("/kalender/slaa-fra/")
    assert anonymous.get(address).status_code == 404
    assert not CalendarFeed.objects.exists()
    assert "Lav en kalenderadresse" in as_student.get("/min-side/").content.decode()


def test_min_side_shows_the_address(as_student, address):
    page = as_student.get("/min-side/").content.decode()
    assert address in page
    assert "webcal://" in page


def test_nobody_switches_off_the_calendar_of_another(anonymous, as_other_student, address):
    as_other_student.post("/kalender/slaa-fra/")
    as_other_student.post("/kalender/ny-adresse/")
    assert anonymous.get(address).status_code == 200


def test_the_calendar_of_a_closed_account_is_gone(anonymous, address, student):
    student.is_active = False
    student.save()
    assert anonymous.get(address).status_code == 404
    erase(student)
    assert not CalendarFeed.objects.exists()


# The wire


def test_it_is_asked_for_again_only_where_it_has_changed(anonymous, address, assignment):
    answer = anonymous.get(address)
    etag = answer["ETag"]
    again = anonymous.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == etag
    assignment.due_at += timedelta(days=1)
    assignment.save()
    changed = anonymous.get(address, headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert changed["ETag"] != etag


def test_a_head_has_the_headers_and_no_body(anonymous, address, assignment):
    answer = anonymous.head(address)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer["ETag"] == anonymous.get(address)["ETag"]
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"


def test_it_is_kept_by_no_cache_between_and_sets_no_cookie(anonymous, address):
    answer = anonymous.get(address)
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies


def test_who_asks_too_often_waits(anonymous, address, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"calendar": "2/m/ip"}
    assert [anonymous.get(address).status_code for _ in range(3)] == [200, 200, 429]


def test_it_is_read_only(anonymous, address):
    assert anonymous.post(address).status_code == 405


def test_three_hundred_assignments_cost_as_much_as_three(
    anonymous, address, course, student, django_assert_num_queries
):
    def more(count):
        for _ in range(count):
            assignment = factories.AssignmentFactory(course=course)
            factories.ExtensionFactory(assignment=assignment, user=student)
        anonymous.get(address)

    more(3)
    with django_assert_num_queries(4):
        anonymous.get(address)
    more(30)
    with django_assert_num_queries(4):
        assert len(events(anonymous, address)) == 66
