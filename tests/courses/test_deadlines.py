"""The deadline to the second, and the days on which the clock changes."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses import context, deadlines, results, roster, standing
from courses.deadlines import Deadline, Policy
from courses.models import Submission
from courses.moments import moment, span, time_left
from courses.work import gather
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
    assert not assignment.deadline_for(None).is_late(first)
    assert assignment.deadline_for(None).is_late(first.replace(fold=1).astimezone(UTC))


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
    assert standing.of(submission.assignment, submission.user).key in standing.WORDS


# The arithmetic of one student's own times.

OPENS = datetime(2026, 1, 1, 8, 0, tzinfo=COPENHAGEN)
# Hypothesis takes its bounds without a zone.
FIRST, LAST = datetime(2026, 1, 2), datetime(2027, 6, 1)  # noqa: DTZ001
moments = st.datetimes(FIRST, LAST, timezones=st.just(COPENHAGEN))
waits = st.timedeltas(timedelta(seconds=1), timedelta(days=40))
shares = st.decimals(0, 1, places=4)
policies = st.builds(
    Policy,
    st.sampled_from([deadlines.NONE, deadlines.PER_DAY, deadlines.CUT_OFF]),
    percent=st.integers(0, 100),
    days=st.integers(0, 30),
)


def after(moment, length):
    """So much real time later; the face of the clock may say something else."""
    return moment.astimezone(UTC) + length


@given(moments, policies, waits, shares)
def test_a_mark_is_never_negative_and_never_more_than_was_earned(due, policy, wait, share):
    own = Deadline(OPENS, due, policy)
    assert 0 <= own.mark(share, after(due, wait)) <= share


@given(moments, policies, waits, waits, shares)
def test_who_is_later_never_has_more(due, policy, wait, more, share):
    own = Deadline(OPENS, due, policy)
    first, second = after(due, wait), after(due, wait + more)
    assert own.mark(share, second) <= own.mark(share, first)
    assert own.late_days(second) >= own.late_days(first) >= 1


@given(moments, waits, shares)
def test_without_a_policy_nothing_is_taken(due, wait, share):
    assert Deadline(OPENS, due).mark(share, after(due, wait)) == share


@given(moments, policies, shares)
def test_in_time_nothing_is_taken(due, policy, share):
    own = Deadline(OPENS, due, policy)
    assert own.late_days(due) == 0
    assert own.takes(due)
    assert own.mark(share, due) == share


@given(moments, policies)
def test_one_second_late_is_one_day(due, policy):
    assert Deadline(OPENS, due, policy).late_days(after(due, timedelta(seconds=1))) == 1


@given(moments, st.integers(1, 40))
def test_the_same_second_a_day_later_still_belongs_to_the_day_before(due, days):
    own = Deadline(OPENS, due)
    later = deadlines.days_after(due, days)
    assert own.late_days(later) == days
    assert own.late_days(after(later, timedelta(seconds=1))) == days + 1


@given(moments, policies, waits, waits)
def test_an_extension_never_takes_time_away(due, policy, wait, more):
    common, own = Deadline(OPENS, due, policy), Deadline(OPENS, due, policy, extended_to=after(due, more))
    at = after(due, wait)
    assert own.late_days(at) <= common.late_days(at)
    assert own.mark(Decimal(1), at) >= common.mark(Decimal(1), at)


def test_an_extension_before_the_common_deadline_changes_nothing():
    own = Deadline(OPENS, DUE, extended_to=DUE - timedelta(days=1))
    assert own.due_at == DUE
    assert not own.is_extended


@pytest.mark.parametrize(
    ("due", "hours"),
    [
        (datetime(2026, 3, 28, 12, 0, tzinfo=COPENHAGEN), 23),
        (datetime(2026, 10, 24, 12, 0, tzinfo=COPENHAGEN), 25),
    ],
    ids=["29 March", "25 October"],
)
def test_a_late_day_ends_at_the_same_time_of_day_also_when_the_clock_changes(due, hours):
    own = Deadline(OPENS, due, Policy(deadlines.CUT_OFF, days=1))
    end = after(due, timedelta(hours=hours))
    assert own.cut_off_at == end
    assert own.late_days(end) == 1
    assert own.late_days(after(end, timedelta(seconds=1))) == 2
    assert own.takes(end)
    assert not own.takes(after(end, timedelta(seconds=1)))


def test_a_day_that_ends_in_the_hour_that_is_twice_ends_the_second_time():
    due = datetime(2026, 10, 24, 2, 30, tzinfo=COPENHAGEN)
    assert deadlines.days_after(due, 1) == datetime(
        2026, 10, 25, 2, 30, fold=1, tzinfo=COPENHAGEN
    ).astimezone(UTC)


def test_a_day_that_ends_in_the_hour_that_is_not_there_ends_an_hour_later():
    due = datetime(2026, 3, 28, 2, 30, tzinfo=COPENHAGEN)
    assert deadlines.days_after(due, 1) == datetime(2026, 3, 29, 3, 30, tzinfo=COPENHAGEN).astimezone(UTC)


@given(moments, st.integers(1, 600), st.decimals(1, 4, places=2))
def test_extra_time_is_the_factor_of_the_minutes(due, minutes, factor):
    ends = Deadline(OPENS, due, factor=factor).ends_at(OPENS, minutes)
    assert abs((ends - OPENS.astimezone(UTC)).total_seconds() - float(minutes * 60 * factor)) < 1


def test_work_on_time_never_ends_after_the_cut_off():
    own = Deadline(OPENS, DUE, Policy(deadlines.CUT_OFF, days=0))
    assert own.ends_at(DUE - timedelta(minutes=5), 30) == DUE


# The same, on the pages.


def test_a_late_answer_keeps_the_share_that_the_policy_leaves(due, time_machine):
    due.assignment.late_policy, due.assignment.late_percent = "per_day", 15
    due.assignment.save()
    handed_in = hand_in_at(time_machine, due, DUE + timedelta(days=1, seconds=1))
    handed_in.attempt.total = Decimal("0.8")
    result = results.of(gather(due.assignment, handed_in.user_id, [handed_in]))
    assert (result.points, result.earned, result.late_days) == (Decimal("56.0"), Decimal("80.0"), 2)


def test_after_the_cut_off_nothing_is_begun_or_saved(as_student, due, time_machine):
    assignment = due.assignment
    assignment.late_policy, assignment.cut_off_days = "cut_off", 0
    assignment.save()
    time_machine.move_to(DUE + timedelta(seconds=1), tick=False)
    page = as_student.get(assignment.get_absolute_url()).content.decode()
    assert "Afleveringen er lukket" in page
    assert "Fortsæt opgaven" not in page
    assert context.of_attempt(due.attempt)["closed"] == context.SHUT
    other = factories.AssignmentFactory(
        course=assignment.course, opens_at=OPENS, due_at=DUE, late_policy="cut_off", cut_off_days=0
    )
    assert as_student.post(f"{other.get_absolute_url()}begynd/").status_code == 409


@pytest.mark.parametrize("kind", ["case", "quiz"])
def test_a_time_limit_ends_the_work_with_what_is_saved(course, student, time_machine, kind):
    time_machine.move_to(DUE - timedelta(days=1), tick=False)
    content = {"case": None, "quiz": factories.QuizFactory()} if kind == "quiz" else {}
    assignment = factories.AssignmentFactory(course=course, opens_at=OPENS, due_at=DUE, minutes=20, **content)
    submission = factories.SubmissionFactory(assignment=assignment, user=student)
    assert submission.work.ends_at == DUE - timedelta(days=1) + timedelta(minutes=20)
    time_machine.move_to(DUE, tick=False)
    state = standing.of(assignment, submission.user)
    assert state.key == standing.HANDED_IN
    assert state.submitted_at == submission.work.ends_at


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({}, "Det koster ikke point."),
        ({"late_policy": "per_day", "late_percent": 15}, "mister du 15 % af dine point for hver dag"),
        ({"late_policy": "cut_off", "cut_off_days": 0}, "Efter fristen kan du ikke aflevere."),
        ({"late_policy": "cut_off", "cut_off_days": 2}, "kan du ikke aflevere."),
        ({"minutes": 45}, "Du har 45 minutter, fra du begynder."),
        ({"grading": "pass", "pass_percent": 60}, "du består med mindst 60 % af dem."),
        ({"weight": 3}, "har opgaven vægten 3."),
        ({"weight": 0}, "tæller ikke med i holdets samlede resultat."),
    ],
)
@pytest.mark.parametrize("who", ["as_student", "as_teacher"])
def test_how_it_is_graded_is_told_before_it_is_begun(request, course, settings, says, who):
    assignment = factories.AssignmentFactory(course=course, **settings)
    assert says in request.getfixturevalue(who).get(assignment.get_absolute_url()).content.decode()


def test_passed_is_said_from_the_threshold_on(course, student):
    assignment = factories.AssignmentFactory(course=course, grading="pass", pass_percent=60)
    submission = factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    said = []
    for share in ("0.5999", "0.6000"):
        submission.walkthrough.total = Decimal(share)
        submission.walkthrough.submitted_at = assignment.opens_at
        said.append(results.of(gather(assignment, student.pk, [submission])).verdict)
    assert said == ["Bestået", "Bestået"]
    submission.walkthrough.total = Decimal("0.59")
    assert results.of(gather(assignment, student.pk, [submission])).verdict == "Ikke bestået"
