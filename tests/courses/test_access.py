"""Every page of the courses for every person of the cast, on an object of the own and of another course."""

import pytest

from courses import urls
from courses.models import Assignment, Course, Submission
from tests import factories

PEOPLE = ["anonymous", "outsider", "other_student", "student", "other_teacher", "co_teacher", "teacher"]
PEOPLE += ["editor", "superuser"]
SIGN_IN, GONE, OK, MOVED, WRONG = "sign in", 404, 200, 302, 422


def _rights(teachers, *, students=GONE, others=GONE, superuser=None):
    members = {"student": students, "teacher": teachers, "co_teacher": teachers}
    everybody = dict.fromkeys(PEOPLE, others) | members | {"anonymous": SIGN_IN}
    return everybody | {"superuser": superuser or teachers}


SIGNED_IN = dict.fromkeys(PEOPLE, OK) | {"anonymous": SIGN_IN}
TEACHERS = dict.fromkeys(PEOPLE, GONE) | {
    "anonymous": SIGN_IN,
    **dict.fromkeys(["teacher", "co_teacher", "other_teacher", "superuser"], OK),
}

# name -> (method, who gets what). Every name of the URL conf stands here.
PAGES = {
    "home": ("get", dict.fromkeys(PEOPLE, OK)),
    "assignments": ("get", SIGNED_IN),
    "join": ("get", SIGNED_IN),
    "assignment": ("get", _rights(OK, students=OK)),
    "begin": ("post", _rights(GONE, students=MOVED)),
    "courses": ("get", TEACHERS),
    "create_course": ("get", TEACHERS),
    "course": ("get", _rights(OK)),
    "edit_course": ("get", _rights(OK)),
    "renew_code": ("post", _rights(MOVED)),
    "add_teacher": ("post", _rights(WRONG)),
    "archive": ("post", _rights(MOVED)),
    "create_assignment": ("get", _rights(OK)),
    "results": ("get", _rights(OK)),
    "edit_assignment": ("get", _rights(OK)),
    "release": ("get", _rights(OK)),
    "results_csv": ("get", _rights(OK)),
    "submission": ("get", _rights(OK)),
}
OF_A_COURSE = [name for name, (_, rights) in PAGES.items() if rights["outsider"] == GONE != rights["teacher"]]


@pytest.fixture
def addresses(course, submission):
    """The address of every page, on the objects of the teacher's course."""
    return addresses_of(submission)


def addresses_of(submission):
    assignment = submission.assignment
    parts = {
        "<uuid:course>": assignment.course.uuid,
        "<uuid:submission>": submission.uuid,
    }
    found = {}
    for pattern in urls.urlpatterns:
        route = str(pattern.pattern)
        own = assignment.course if route.startswith(urls.COURSE) else assignment
        for part, value in (parts | {"<uuid:uuid>": own.uuid}).items():
            route = route.replace(part, str(value))
        found[pattern.name] = f"/{route}"
    return found


def test_the_table_names_every_page():
    assert list(PAGES) == [pattern.name for pattern in urls.urlpatterns]


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("name", PAGES)
def test_who_gets_what(request, name, person, addresses):
    client = request.getfixturevalue("anonymous" if person == "anonymous" else f"as_{person}")
    method, rights = PAGES[name]
    response = getattr(client, method)(addresses[name])
    if rights[person] == SIGN_IN:
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/konto/log-ind/?next=")
    else:
        assert response.status_code == rights[person]


@pytest.mark.parametrize("person", ["student", "teacher", "co_teacher", "editor"])
@pytest.mark.parametrize("name", [name for name in OF_A_COURSE if name != "create_course"])
def test_what_belongs_to_a_course_of_others_does_not_exist(request, name, person, foreign_assignment):
    foreign = addresses_of(factories.SubmissionFactory(assignment=foreign_assignment))
    client = request.getfixturevalue(f"as_{person}")
    if name == "courses":
        assert str(foreign_assignment.course) not in client.get("/undervisning/").content.decode()
        return
    assert getattr(client, PAGES[name][0])(foreign[name]).status_code == 404


def test_an_assignment_is_not_reached_through_another_course(as_teacher, course, foreign_assignment):
    address = f"/undervisning/{course.uuid}/afleveringer/{foreign_assignment.uuid}/"
    assert as_teacher.get(address).status_code == 404


def test_a_hand_in_is_not_reached_through_another_assignment(as_teacher, course, submission, quiz_assignment):
    address = f"/undervisning/{course.uuid}/afleveringer/{quiz_assignment.uuid}/{submission.uuid}/"
    assert as_teacher.get(address).status_code == 404


def test_a_student_does_not_read_the_work_of_another(as_student, assignment):
    other = factories.SubmissionFactory(assignment=assignment)
    assert as_student.get(other.work.get_absolute_url()).status_code == 404


def test_the_querysets_say_the_same_to_each_person(
    teacher, student, outsider, superuser, anonymous, submission, foreign_assignment
):
    foreign = factories.SubmissionFactory(assignment=foreign_assignment)
    own, theirs = {submission}, {submission, foreign}
    assert set(Submission.objects.for_teacher(teacher)) == own
    assert set(Submission.objects.visible_to(teacher)) == own
    assert set(Submission.objects.for_student(student)) == own
    assert set(Submission.objects.visible_to(student)) == own
    assert not Submission.objects.for_teacher(student)
    assert not Submission.objects.visible_to(outsider)
    assert set(Submission.objects.visible_to(superuser)) == theirs
    assert set(Course.objects.visible_to(student)) == {submission.assignment.course}
    assert set(Assignment.objects.for_teacher(teacher)) == {submission.assignment}
    assert not Assignment.objects.for_student(teacher)


def test_nobody_in_particular_sees_nothing(submission):
    from django.contrib.auth.models import AnonymousUser

    for model in (Course, Assignment, Submission):
        for narrow in ("for_teacher", "for_student", "visible_to"):
            assert not getattr(model.objects, narrow)(AnonymousUser())
