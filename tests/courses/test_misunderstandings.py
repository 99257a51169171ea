"""What a teacher reads of the misunderstandings of the course."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from courses.misunderstandings import counting, examples, gathering, named
from courses.misunderstandings.counting import Held
from courses.models import Membership
from tests import factories
from tests.world import MISTAKE

NOW = datetime(2026, 11, 18, 12, tzinfo=timezone.get_current_timezone())


@pytest.fixture
def students(course):
    """Five students of the course."""
    return [factories.MembershipFactory(course=course, user__name=f"Navn {n}").user for n in range(5)]


def made(user, **fields):
    """The student makes the mistake."""
    return factories.EvidenceFactory(**{"user": user, "share": 0, "at": NOW, **MISTAKE, **fields})


def right(user, **fields):
    """The student answers right what is asked there."""
    return made(user, **{"share": 1, "mistake": "", **fields})


def one_of(course):
    (found,) = counting.of_course(course)
    return found


def test_it_says_how_many_of_those_who_had_the_chance_made_it(course, students):
    for user in students[:2]:
        made(user)
    for user in students[2:4]:
        right(user)
    assert one_of(course).told == "2 af 4 har regnet 180 dage"


def test_an_answer_about_something_else_is_no_chance(course, students):
    made(students[0])
    right(students[1], component="underretning/rettidig")
    assert one_of(course).met == 1


def test_who_makes_a_mistake_twice_counts_once(course, students):
    made(students[0])
    made(students[0], component="lov/FIL § 48")
    assert one_of(course).made == one_of(course).met == 1


def test_a_mistake_that_shows_in_another_answer_was_met_there(course, students):
    made(students[0], component="underretning/outcome")
    right(students[1])
    assert one_of(course).told.startswith("1 af 2 ")


def test_nobody_of_another_course_is_counted(course, students, other_student, outsider, teacher):
    for user in (students[0], other_student, outsider, teacher):
        made(user)
    assert [held.user for held in one_of(course).held] == [students[0].pk]


def test_who_has_left_the_course_is_not_counted(course, students):
    made(students[0])
    Membership.objects.filter(user=students[0]).delete()
    assert counting.of_course(course) == []


def test_work_for_another_course_is_not_counted(course, student, other_course):
    elsewhere = factories.AssignmentFactory(course=other_course)
    work = factories.SubmissionFactory(assignment=elsewhere, user=student)
    made(student, walkthrough=work.walkthrough)
    assert counting.of_course(course) == []
    assert one_of(other_course).made == 1


def test_what_was_handed_in_is_counted_by_assignment_and_practice_apart(
    course, student, assignment, quiz_assignment
):
    case = factories.SubmissionFactory(assignment=assignment, user=student)
    quiz = factories.SubmissionFactory(assignment=quiz_assignment, user=student)
    made(student, walkthrough=case.walkthrough)
    right(student, attempt=quiz.attempt)
    right(student)
    found = {row.title: (row.made, row.met) for row in gathering.places(course, *_keys())}
    assert found == {"Banken siger intet": (1, 1), "Kend reglerne": (0, 1), None: (0, 1)}
    assert counting.of_course(course, quiz_assignment) == []
    assert counting.of_course(course, assignment)[0].made == 1


def _keys():
    return MISTAKE["topic"], MISTAKE["mistake"], MISTAKE["component"]


def test_the_most_common_stands_first(course, students):
    made(students[0], mistake="bruger_lovens_tre_maaneder")
    for user in students:
        made(user, source=f"{user}")
    assert [one.named.key for one in counting.of_course(course)] == [
        "regner_180_dage",
        "bruger_lovens_tre_maaneder",
    ]


def test_a_mistake_that_no_rule_names_any_longer_is_left_out(course, students):
    made(students[0], mistake="glemt")
    made(students[1], topic="glemt")
    assert counting.of_course(course) == []


@pytest.mark.parametrize(
    ("days", "is_open"), [([(0, "made")], True), ([(0, "made"), (7, "right")], False),
                          ([(0, "right"), (7, "made")], True), ([(0, "made"), (7, "right"), (14, "made")], True)],
)  # fmt: skip
def test_it_is_put_right_by_a_right_answer_after_the_last_mistake(course, students, days, is_open):
    for after, what in days:
        {"made": made, "right": right}[what](students[0], at=NOW + timedelta(days=after))
    assert one_of(course).open == is_open


def test_the_weeks_tell_what_began_and_what_was_not_put_right(course):
    held = [
        Held(1, NOW - timedelta(days=21), NOW - timedelta(days=7)),
        Held(2, NOW - timedelta(days=7), None),
    ]
    found = [(week.number, week.new, week.open) for week in counting.weeks(held, NOW)]
    assert found == [(44, 1, 1), (45, 0, 1), (46, 1, 1), (47, 0, 1)]
    assert counting.weeks(held, NOW)[0].monday == date(2026, 10, 26)


@given(st.lists(st.tuples(st.integers(0, 400), st.none() | st.integers(1, 100)), min_size=1))
def test_every_week_ends_with_what_began_and_was_not_put_right_by_then(spans):
    held = []
    for ago, lasted in spans:
        since = NOW - timedelta(days=ago)
        until = since + timedelta(days=lasted) if lasted and lasted <= ago else None
        held.append(Held(len(held), since, until))
    for week in counting.weeks(held, NOW):
        end = week.monday + timedelta(weeks=1)
        begun = [one for one in held if one.since.date() < end]
        assert week.open == sum(one.until is None or one.until.date() >= end for one in begun)


def test_the_answers_are_real_and_nobody_is_named(course, student):
    walk = factories.WalkthroughFactory(user=student, case=factories.CaseFactory(questions=[{"key": "q1"}]))
    factories.AnswerFactory(
        walkthrough=walk, question="q1", part="figures", key="sidste_frist", raw="30-07-2026",
        value="2026-07-30", mistake="regner_180_dage", remark="Du har regnet 180 dage.", citation="FIL § 48",
    )  # fmt: skip
    made(student, walkthrough=walk, source=f"{walk.pk}:q1:sidste_frist")
    attempt = factories.AttemptFactory(user=student)
    factories.ResponseFactory(
        attempt=attempt,
        chosen=["wrong-1"],
        topic="underretning",
        mistake="regner_180_dage",
        remark="Du tog fejl.",
    )
    made(student, attempt=attempt, source=f"{attempt.pk}:item-1")
    found = examples.of_mistake(course, named.find("underretning", "regner_180_dage", "pensum"))
    assert {(one.given, one.remark, one.citation) for one in found} == {
        ("30. juli 2026", "Du har regnet 180 dage.", "FIL § 48"),
        ("Det forkerte", "Du tog fejl.", "FIL § 48"),
    }


def test_the_page_narrows_to_a_topic_and_an_assignment(as_teacher, course, students, assignment):
    made(students[0])
    address = f"/undervisning/{course.uuid}/misforstaaelser/"
    assert "har regnet 180 dage" in as_teacher.get(address).content.decode()
    assert "har regnet 180 dage" in as_teacher.get(f"{address}?emne=underretning").content.decode()
    page = as_teacher.get(f"{address}?aflevering={assignment.uuid}").content.decode()
    assert "Ingen har lavet en navngiven fejl i det valgte" in page
    assert as_teacher.get(f"{address}?emne=%00&aflevering=sludder").status_code == 200


def test_the_page_of_a_mistake_names_who_made_it(as_teacher, course, students):
    made(students[3])
    page = as_teacher.get(f"/undervisning/{course.uuid}/misforstaaelser/underretning/regner_180_dage/")
    assert "Navn 3" in page.content.decode()
    assert "Navn 2" not in page.content.decode()


def test_every_mistake_can_be_told_after_a_number():
    import rules

    for topic in rules.topics().values():
        for law in topic.readings.values():
            for mistake in law.mistakes:
                assert mistake.remark.startswith("Du har "), (topic.key, law.key, mistake.key)


def test_the_names_of_who_has_not_begun_are_shown_for_the_chosen_assignment(
    as_teacher, course, students, assignment
):
    factories.SubmissionFactory(assignment=assignment, user=students[0])
    address = f"/undervisning/{course.uuid}/ikke-begyndt/"
    assert "Navn 1" not in as_teacher.get(address).content.decode()
    page = as_teacher.get(f"{address}?aflevering={assignment.uuid}").content.decode()
    assert "4 af 5 er ikke begyndt" in page
    assert "Navn 1" in page
    assert "Navn 0" not in page
