"""A course in another term: its settings and assignments, every date moved, nobody's work."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from courses import copying
from courses.deadlines import days_after
from courses.models import Course
from tests import factories

DANISH = ZoneInfo("Europe/Copenhagen")


def at(*when, fold=0):
    return datetime(*when, tzinfo=DANISH, fold=fold)


@pytest.fixture
def set_up(course, teacher):
    """Two assignments of the autumn of 2026, around the change of the clock."""
    first = factories.AssignmentFactory(
        course=course,
        title="Uge 40",
        opens_at=at(2026, 9, 28, 8),
        due_at=at(2026, 10, 4, 23, 59),
        late_policy="per_day",
        late_percent=25,
        minutes=90,
        weight=3,
    )
    second = factories.AssignmentFactory(
        course=course, title="Uge 44", opens_at=at(2026, 10, 26, 8), due_at=at(2026, 11, 1, 23, 59)
    )
    return first, second


def send(client, course, **sent):
    form = {"name": "FØ27", "term": "forår 2027", "first_day": "08-03-2027"} | sent
    return client.post(f"/undervisning/{course.uuid}/kopi/", form)


def test_the_dates_are_shown_first_and_nothing_is_made(as_teacher, course, set_up):
    page = send(as_teacher, course).content.decode()
    assert "8. marts 2027 kl. 08.00" in page
    assert "11. april 2027 kl. 23.59" in page
    assert "før 1. november 2026 kl. 23.59" in page
    assert not Course.objects.filter(name="FØ27").exists()


def test_settings_come_along_and_times_keep_the_face_of_the_clock(as_teacher, teacher, course, set_up):
    course.drop_lowest, course.reading = 2, "gaeldende_ret"
    course.save()
    send(as_teacher, course, gem="1")
    new = Course.objects.get(name="FØ27")
    assert (new.term, new.drop_lowest, new.reading) == ("forår 2027", 2, "gaeldende_ret")
    assert new.join_code != course.join_code
    first, second = new.assignments.order_by("opens_at")
    assert (first.late_policy, first.late_percent, first.minutes, first.weight) == ("per_day", 25, 90, 3)
    assert first.uuid != set_up[0].uuid
    assert first.items.get().case == set_up[0].items.get().case
    assert first.items.get().seed != set_up[0].items.get().seed
    # Over the last Sunday of March.
    assert first.due_at.astimezone(DANISH) == at(2027, 3, 14, 23, 59)
    assert second.opens_at.astimezone(DANISH) == at(2027, 4, 5, 8)
    assert [row.user for row in new.memberships.all()] == [teacher]


def test_neither_students_nor_work_nor_what_has_happened_comes_along(as_teacher, course, student, set_up):
    factories.SubmissionFactory(
        assignment=factories.AssignmentFactory(course=course), user=student, handed_in=True
    )
    set_up[0].released_at = at(2026, 10, 10, 12)
    set_up[0].save()
    factories.GroupFactory(course=course)
    as_teacher.post(f"/undervisning/{course.uuid}/arkiv/")
    send(as_teacher, course, gem="1")
    new = Course.objects.get(name="FØ27")
    assert new.archived_at is None
    assert not new.groups.exists()
    assert not new.memberships.filter(role="student").exists()
    assert {one.released_at for one in new.assignments.all()} == {None}
    assert not any(one.submissions.exists() for one in new.assignments.all())


@pytest.mark.parametrize("with_staff", [True, False])
def test_who_teaches_and_marks_comes_along_if_wanted(
    as_teacher, course, co_teacher, marker, set_up, with_staff
):
    send(as_teacher, course, gem="1", **({"with_staff": "on"} if with_staff else {}))
    new = Course.objects.get(name="FØ27")
    roles = {row.user: row.role for row in new.memberships.all()}
    assert (roles.get(co_teacher), roles.get(marker)) == (
        ("teacher", "marker") if with_staff else (None, None)
    )


def test_weeks_do_as_well(as_teacher, course, set_up):
    send(as_teacher, course, first_day="", weeks="26", gem="1")
    first = Course.objects.get(name="FØ27").assignments.order_by("opens_at").first()
    assert first.opens_at.astimezone(DANISH) == at(2027, 3, 29, 8)


def test_sent_twice_there_is_one_course(as_teacher, teacher, course, set_up):
    for _ in range(2):
        copying.copy(course, name="FØ27", term="2027", days=7, with_staff=False, by=teacher)
    assert send(as_teacher, course, term="2027", gem="1").status_code == 422
    assert Course.objects.filter(name="FØ27").count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        {"name": ""},
        {"term": ""},
        {"first_day": ""},
        {"first_day": "31-02-2027"},
        {"first_day": "01-01-9999"},
        {"first_day": "31-12-2100"},
        {"weeks": "3"},
        {"first_day": "", "weeks": "0"},
        {"first_day": "", "weeks": "9" * 30},
    ],
)
def test_what_cannot_be_is_refused_and_makes_nothing(as_teacher, course, set_up, sent):
    response = send(as_teacher, course, gem="1", **sent)
    assert response.status_code == 422
    assert Course.objects.count() == 1


def test_a_course_without_assignments_is_copied_too(as_teacher, course):
    send(as_teacher, course, gem="1")
    assert Course.objects.filter(name="FØ27").exists()


FIRST = at(2026, 1, 1).replace(tzinfo=None)
HOURS = st.datetimes(FIRST, FIRST.replace(year=2028), timezones=st.just(DANISH))


@given(HOURS, st.integers(-1000, 1000))
def test_every_moment_keeps_its_time_of_day_where_that_day_has_it_once(when, days):
    there = when.replace(fold=0) + timedelta(days=days)
    assume(there.utcoffset() == there.replace(fold=1).utcoffset())
    assert days_after(when, days).astimezone(DANISH) == there


@pytest.mark.parametrize(
    ("day", "shown"),
    # The hour that is not there, and the hour that comes twice.
    [(date(2026, 3, 29), at(2026, 3, 29, 3, 30)), (date(2026, 10, 25), at(2026, 10, 25, 2, 30, fold=1))],
)
def test_a_time_that_the_clock_skips_or_repeats_becomes_the_later_one(day, shown):
    when = at(2026, 3, 1, 2, 30)
    moved = days_after(when, (day - when.date()).days)
    assert moved.timestamp() == shown.timestamp()


def test_an_assignment_that_would_close_before_it_opens_is_told(as_teacher, course):
    factories.AssignmentFactory(
        course=course,
        title="Om natten",
        opens_at=at(2026, 10, 25, 2, 45),
        due_at=at(2026, 10, 25, 2, 15, fold=1),
    )
    response = send(as_teacher, course, gem="1")
    assert response.status_code == 422
    assert "Om natten ville lukke, før den åbner" in response.content.decode()
