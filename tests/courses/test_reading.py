"""Which reading grades what a student practises alone."""

from django.utils import timezone

import cases.start
import quizzes.start
from courses.models import Reading
from tests.factories import CaseFactory, MembershipFactory, QuizFactory


def law(course):
    course.reading = Reading.GAELDENDE_RET
    course.save()


def test_practice_follows_the_course_where_the_content_sets_no_reading(student, course):
    law(course)
    assert cases.start.start(student, CaseFactory(reading="")).reading == "gaeldende_ret"


def test_a_case_that_sets_its_reading_keeps_it(student, course):
    law(course)
    assert cases.start.start(student, CaseFactory(reading="pensum")).reading == "pensum"


def test_without_a_course_the_book_grades(outsider):
    assert cases.start.start(outsider, CaseFactory(reading="")).reading == "pensum"


def test_the_course_joined_last_decides_and_an_archived_one_does_not(student, course, other_course):
    MembershipFactory(user=student, course=other_course)
    law(other_course)
    assert cases.start.start(student, CaseFactory(reading="")).reading == "gaeldende_ret"
    other_course.archived_at = timezone.now()
    other_course.save()
    assert cases.start.start(student, CaseFactory(reading="")).reading == "pensum"


def test_a_quiz_follows_too(student, course):
    law(course)
    quiz = QuizFactory(reading="")
    assert quizzes.start.start(student, quiz).reading == "gaeldende_ret"
