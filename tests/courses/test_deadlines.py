"""The deadline to the second, and the days on which the clock changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses import roster, standing
from courses.models import Submission
from courses.moments import moment, span, time_left
from tests import factories

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
DUE = datetime(2026, 11, 30, 23, 59, tzinfo=COPENHAGEN)


@pytest.fixture
def due(course, student, time_machine):
    """A begun quiz that is due at 23.59."""
    time_machine.move_to(DUE - timedelta(days=2), tick=False)
    assignment = factories.AssignmentFactory(
        course=course, case=None, quiz=factories.QuizFactory(), due_at=DUE
    )
    return factories.SubmissionFactory(assignment=assignment, user=student)


def hand_in_at(time_machine, submission, when):
    time_machine.move_to(when, tick=False)
    submission.work.submit()
    return Submission.objects.get(pk=submission.pk)


def test_on_the_second_of_the_deadline_is_in_time(due, time_machine):
    assert not hand_in_at(time_machine, due, DUE).late


def test_one_second_later_is_late_and_taken_all_the_same(due, time_machine):
    handed_in = hand_in_at(time_machine, due, DUE + timedelta(seconds=1))
    assert handed_in.late
    assert handed_in.submitted_at == DUE + timedelta(seconds=1)


def test_late_is_said_to_the_student_and_to_the_teacher(as_student, as_teacher, due, time_machine):
    hand_in_at(time_machine, due, DUE + timedelta(seconds=1))
    assignment = due.assignment
    assert "Afleveret for sent" in as_student.get("/afleveringer/").content.decode()
    assert "Afleveret for sent" in as_student.get(f"/afleveringer/{assignment.uuid}/").content.decode()
    listed = as_teacher.get(f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/")
    assert "Afleveret for sent" in listed.content.decode()
    assert "Afleveret for sent" in roster.as_csv(assignment)


def test_handing_in_twice_keeps_the_first_time(as_student, due, time_machine):
    first = hand_in_at(time_machine, due, DUE - timedelta(minutes=1))
    again = hand_in_at(time_machine, due, DUE + timedelta(days=1))
    assert again.submitted_at == first.submitted_at
    assert not again.late


def test_what_is_not_handed_in_stands_as_overdue(as_student, due, time_machine):
    time_machine.move_to(DUE + timedelta(minutes=5), tick=False)
    page = as_student.get("/").content.decode()
    assert "Fristen er udløbet" in page
    assert "fristen udløb for 5 minutter siden" in page


def test_a_later_deadline_makes_a_late_hand_in_timely(due, time_machine):
    hand_in_at(time_machine, due, DUE + timedelta(hours=1))
    due.assignment.due_at = DUE + timedelta(hours=2)
    due.assignment.save()
    assert not Submission.objects.get(pk=due.pk).late


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=6, hours=23, minutes=59), "6 dage tilbage"),
        (timedelta(days=1), "1 dag tilbage"),
        (timedelta(hours=23, minutes=59), "23 timer tilbage"),
        (timedelta(minutes=61), "1 time tilbage"),
        (timedelta(minutes=1), "1 minut tilbage"),
        (timedelta(0), "mindre end 1 minut tilbage"),
        (-timedelta(seconds=1), "fristen udløb for mindre end 1 minut siden"),
        (-timedelta(days=2), "fristen udløb for 2 dage siden"),
    ],
)
def test_the_time_left_is_said_in_the_largest_unit(left, words):
    assert time_left(DUE, DUE.astimezone(UTC) - left) == words


def test_a_day_on_which_the_clock_goes_back_has_25_hours():
    evening = datetime(2026, 10, 24, 12, 0, tzinfo=COPENHAGEN)
    assert time_left(datetime(2026, 10, 25, 12, 0, tzinfo=COPENHAGEN), evening) == "1 dag tilbage"
    assert time_left(datetime(2026, 10, 25, 11, 30, tzinfo=COPENHAGEN), evening) == "1 dag tilbage"


def test_a_day_on_which_the_clock_goes_forward_has_23_hours():
    noon = datetime(2026, 3, 28, 12, 0, tzinfo=COPENHAGEN)
    assert time_left(datetime(2026, 3, 29, 12, 0, tzinfo=COPENHAGEN), noon) == "23 timer tilbage"


def test_the_second_of_two_equal_clock_times_is_after_the_first(course, time_machine):
    first = datetime(2026, 10, 25, 2, 30, tzinfo=COPENHAGEN)
    time_machine.move_to(first - timedelta(days=1), tick=False)
    assignment = factories.AssignmentFactory(course=course, due_at=first)
    assert not assignment.is_past_due(first)
    assert assignment.is_past_due(first.replace(fold=1).astimezone(UTC))


def test_a_moment_is_written_in_danish_time():
    assert moment(datetime(2026, 7, 1, 10, 5, tzinfo=UTC)) == "1. juli 2026 kl. 12.05"
    assert moment(None) == ""


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=4000)))
def test_a_span_is_never_longer_than_the_time_it_tells_of(length):
    said = span(length)
    sizes = {"minut": 60, "minutter": 60, "time": 3600, "timer": 3600, "dag": 86400, "dage": 86400}
    if said.startswith("mindre"):
        assert length < timedelta(minutes=1)
    else:
        count, unit = said.split()
        told = timedelta(seconds=int(count) * sizes[unit])
        assert told <= length < told + timedelta(seconds=sizes[unit])


def test_every_state_has_a_word(submission):
    assert standing.of(submission.assignment, submission).key in standing.WORDS
