"""An archived course is read by those who could read it, changed by nobody, and taken back whole."""

import pytest
from django.urls import reverse

from courses.models import Course, Submission
from tests import factories

CHANGES = [
    "edit_course",
    "renew_code",
    "set_join_period",
    "add_teacher",
    "remove_participants",
    "restore_participant",
    "withdraw_invitation",
    "import_roster",
    "order_roster",
    "save_roster",
    "groups",
    "create_group",
    "edit_group",
    "delete_group",
    "categories",
    "edit_category",
    "delete_category",
    "create_assignment",
    "edit_assignment",
    "release",
    "extensions",
    "override",
    "mark_argument",
    "mark_response",
    "import_marks",
    "take_marks",
    "regrades",
    "go_on_regrading",
    "put_in_force",
    "take_back",
    "accept",
    "board",
]
# These make a new course, take this one back, or take home what is there.
MAY = {"archive", "copy_course", "receipts"}


@pytest.fixture
def archived(world, as_teacher):
    for made in (world.group, world.argued_submission):
        as_teacher.post(reverse("courses:archive", args=[made["course"]]))
    return world


def thing(name):
    if name == "override":
        return "submission"
    if name == "accept":
        return "answered"
    if name == "mark_response":
        return "argued_response"
    if name == "mark_argument":
        return "argued_submission"
    if name in ("edit_assignment", "release", "extensions"):
        return "assignment"
    if name == "board":
        return "misunderstanding"
    if "regrad" in name or name in ("put_in_force", "take_back"):
        return "regrade"
    if name in ("edit_category", "delete_category"):
        return "category"
    return "group" if "group" in name else "course"


@pytest.mark.parametrize("name", CHANGES)
def test_nothing_is_changed_in_an_archived_course(archived, as_teacher, as_outsider, name):
    address = archived.address(f"courses:{name}", thing(name))
    typed = "En lang begrundelse, som ikke må gå tabt."
    response = as_teacher.post(address, {"name": "Nyt", "term": "2027", "reason": typed})
    assert response.status_code == 409
    assert "Et arkiveret hold kan læses, men ikke ændres" in response.content.decode()
    assert typed in response.content.decode()
    assert as_outsider.post(address).status_code == 404


def test_every_address_that_takes_something_of_a_course_is_looked_at():
    from courses.urls import urlpatterns
    from tests.test_access import SITE

    taught = {one.name for one in urlpatterns if str(one.pattern).startswith("undervisning/<")}
    posted = {name.removeprefix("courses:") for name, method, *_ in SITE if method == "POST"}
    assert taught & posted == {*CHANGES, *MAY}


PAGES = ["course", "gradebook", "participants", "groups"]


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_say_it_and_are_read(archived, as_teacher, name):
    page = as_teacher.get(archived.address(f"courses:{name}", "course")).content.decode()
    assert "Holdet er arkiveret." in page
    assert page.count('class="btn btn-primary"') == 0


def test_a_marker_and_a_student_read_on_and_change_nothing(archived, as_marker, as_student, student):
    course = Course.objects.get(uuid=archived.course["course"])
    address = archived.address("courses:mark_argument", "argued_submission")
    assert as_marker.get(address).status_code == 200
    assert as_marker.post(address).status_code == 409
    work = factories.AssignmentFactory(course=course)
    assert "Holdet er arkiveret." in as_student.get(work.get_absolute_url()).content.decode()
    assert as_student.post(f"{work.get_absolute_url()}begynd/").status_code == 409
    assert not Submission.objects.filter(assignment=work).exists()


def test_taken_back_it_is_as_it_was_and_twice_is_as_once(archived, as_teacher):
    address = archived.address("courses:archive", "course")
    course = Course.objects.get(uuid=archived.course["course"])
    as_teacher.post(address)
    assert Course.objects.get(pk=course.pk).archived_at == course.archived_at
    for _ in range(2):
        as_teacher.post(address, {"brug": "1"})
    assert Course.objects.get(pk=course.pk).archived_at is None
    sent = {"name": "Igen"}
    assert as_teacher.post(archived.address("courses:create_group", "course"), sent).status_code == 302
