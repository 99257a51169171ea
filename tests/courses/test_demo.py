"""The demonstration is made once, and only with DEBUG."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from courses import demo
from courses.models import Assignment, Course, Membership
from tests import factories


@pytest.fixture
def debug(settings):
    """What `make run` sets."""
    settings.DEBUG = True
    settings.DEMO_PASSWORD = "kun til visning"


@pytest.fixture
def content(db):
    """The case and a quiz of the shared content."""
    return factories.CaseFactory(slug=demo.CASE), factories.QuizFactory(slug=demo.QUIZ)


def run():
    said = StringIO()
    call_command("demo", stdout=said)
    return said.getvalue()


def test_it_makes_a_course_with_people_and_something_to_hand_in(debug, content):
    said = run()
    course = Course.objects.get(name="FØ26 Kreditret")
    roles = Membership.objects.filter(course=course).values_list("role", flat=True)
    assert sorted(roles) == ["student", "student", "student", "teacher"]
    assert {item.content for one in course.assignments.all() for item in one.item_list} == set(content)
    assert said.count("kun til visning") == 4


def test_a_second_run_changes_nothing_and_says_nothing(debug, content):
    run()
    before = list(Assignment.objects.values("uuid", "due_at"))
    assert run() == ""
    assert list(Assignment.objects.values("uuid", "due_at")) == before
    assert User.objects.filter(is_demo=True).count() == 4


def test_what_was_missing_is_added_later(debug, db):
    run()
    assert not Assignment.objects.exists()
    factories.CaseFactory(slug=demo.CASE)
    run()
    assert Assignment.objects.count() == 1


def test_its_students_can_begin_at_once(debug, content, client):
    run()
    client.force_login(User.objects.get(email=demo.STUDENTS[0][0]))
    assignment = Assignment.objects.get(items__case=content[0])
    assert client.post(f"{assignment.get_absolute_url()}begynd/").status_code == 302


def test_its_teacher_is_a_teacher(debug, content, client):
    run()
    client.force_login(User.objects.get(email=demo.TEACHER[0]))
    assert client.get("/undervisning/nyt-hold/").status_code == 200


def test_it_is_refused_without_debug(db, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="kun med DEBUG"):
        run()
    assert not User.objects.exists()
