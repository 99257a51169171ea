"""Later deadlines and extra time for chosen students, in bulk; why is never asked."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from courses import standing
from courses.models import Assignment, Extension, Submission
from tests import factories

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
DUE = datetime(2026, 10, 20, 23, 59, tzinfo=COPENHAGEN)


@pytest.fixture
def set_work(course, time_machine):
    """A case that is due on 20 October."""
    time_machine.move_to(DUE - timedelta(days=3), tick=False)
    return factories.AssignmentFactory(course=course, opens_at=DUE - timedelta(days=7), due_at=DUE)


@pytest.fixture
def friend(course):
    """Another student of the course."""
    return factories.MembershipFactory(course=course, user__name="Bo Ven").user


def address_of(assignment):
    return f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/frister/"


def give(client, assignment, *users, status=302, **fields):
    response = client.post(address_of(assignment), {"students": [user.pk for user in users], **fields})
    assert response.status_code == status
    return response.content.decode()


def test_chosen_students_get_more_days_and_the_others_none(as_teacher, set_work, student, friend):
    third = factories.MembershipFactory(course=set_work.course).user
    give(as_teacher, set_work, student, friend, days="5")
    fresh = Assignment.objects.get(pk=set_work.pk)
    # Over the change of the clock on 25 October the time of day stays.
    late = datetime(2026, 10, 25, 23, 59, tzinfo=COPENHAGEN)
    assert [fresh.deadline_for(user.pk).due_at for user in (student, friend, third)] == [late, late, DUE]


def test_a_new_deadline_is_given(as_co_teacher, set_work, student):
    give(as_co_teacher, set_work, student, due_at="24-10-2026 kl. 12.00")
    assert Extension.objects.get().due_at == datetime(2026, 10, 24, 12, 0, tzinfo=COPENHAGEN)


def test_giving_twice_is_giving_once(as_teacher, set_work, student):
    for _ in range(2):
        give(as_teacher, set_work, student, days="2")
    assert Extension.objects.get().due_at == DUE + timedelta(days=2)


def test_extra_time_leaves_a_later_deadline_as_it_is(as_teacher, set_work, student):
    give(as_teacher, set_work, student, days="2")
    give(as_teacher, set_work, student, factor="1,25")
    own = Extension.objects.get()
    assert (own.due_at, own.factor) == (DUE + timedelta(days=2), Decimal("1.25"))


def test_an_extension_is_taken_back(as_teacher, set_work, student):
    give(as_teacher, set_work, student, days="2")
    give(as_teacher, set_work, student, remove="1")
    assert not Extension.objects.exists()


def test_within_the_own_deadline_nothing_is_late(as_teacher, as_student, set_work, student, time_machine):
    submission = factories.SubmissionFactory(assignment=set_work, user=student)
    give(as_teacher, set_work, student, days="2")
    time_machine.move_to(DUE + timedelta(days=2), tick=False)
    assert "Din egen frist" in as_student.get(set_work.get_absolute_url()).content.decode()
    assert "Fristen er udløbet" not in as_student.get("/afleveringer/").content.decode()
    submission.work.submit()
    assert not Submission.objects.get(pk=submission.pk).late
    assert "for sent" not in as_teacher.get(address_of(set_work).replace("frister/", "")).content.decode()


def test_the_cut_off_moves_along(set_work, student, friend):
    set_work.late_policy, set_work.cut_off_days = "cut_off", 1
    factories.ExtensionFactory(assignment=set_work, user=student, due_at=DUE + timedelta(days=2))
    at = DUE + timedelta(days=3)
    keys = [standing.of(set_work, user, at).key for user in (student, friend)]
    assert keys == [standing.OPEN, standing.SHUT]


def test_results_that_wait_for_the_deadline_wait_for_the_own_one(as_teacher, set_work, student, friend):
    Assignment.objects.filter(pk=set_work.pk).update(release="at_due")
    set_work.refresh_from_db()
    works = [factories.SubmissionFactory(assignment=set_work, user=user).work for user in (student, friend)]
    give(as_teacher, set_work, student, days="2")
    shown = [type(work).objects.get(pk=work.pk).released_at for work in works]
    assert shown == [DUE + timedelta(days=2), DUE]


@pytest.mark.parametrize("kind", ["case", "quiz"])
def test_extra_time_counts_for_who_begins_and_for_who_is_working(as_teacher, course, student, friend, kind):
    content = {"case": None, "quiz": factories.QuizFactory()} if kind == "quiz" else {}
    assignment = factories.AssignmentFactory(course=course, minutes=40, **content)
    running = factories.SubmissionFactory(assignment=assignment, user=student).work
    give(as_teacher, assignment, student, friend, factor="1,25")
    begun = factories.SubmissionFactory(assignment=Assignment.objects.get(pk=assignment.pk), user=friend).work
    running.refresh_from_db()
    assert [work.ends_at - work.started_at for work in (running, begun)] == [timedelta(minutes=50)] * 2


def test_a_quiz_with_its_own_clock_gives_extra_time_too(course, student):
    quiz = factories.QuizFactory(minutes=20)
    assignment = factories.AssignmentFactory(course=course, case=None, quiz=quiz)
    factories.ExtensionFactory(assignment=assignment, user=student, factor=Decimal("1.5"))
    work = factories.SubmissionFactory(assignment=assignment, user=student).work
    assert work.ends_at - work.started_at == timedelta(minutes=30)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Skriv en ny frist, et antal dage"),
        ({"days": "0"}, "mindst 1 dag"),
        ({"days": "366"}, "højst 365 dage"),
        ({"days": "mange"}, "helt antal dage"),
        ({"days": "2", "due_at": "24-10-2026 kl. 12.00"}, "enten en ny frist eller"),
        ({"due_at": "20-10-2026 kl. 12.00"}, "skal ligge efter den almindelige"),
        ({"due_at": "i morgen"}, "Skriv dato og klokkeslæt"),
        ({"factor": "0,5"}, "fra 1 til 4"),
        ({"factor": "1,255"}, "fra 1 til 4"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_given(as_teacher, set_work, student, fields, says):
    page = give(as_teacher, set_work, student, status=422, **fields)
    assert says in page
    assert f'value="{student.pk}" checked' in page
    assert not Extension.objects.exists()


def test_somebody_must_be_chosen(as_teacher, set_work, student):
    assert "Vælg mindst én studerende." in give(as_teacher, set_work, status=422, days="2")


def test_only_students_of_the_course_can_be_chosen(as_teacher, set_work, student, other_student, teacher):
    for stranger in (other_student, teacher):
        assert "Vælg studerende fra listen." in give(as_teacher, set_work, stranger, status=422, days="2")


@pytest.mark.parametrize("role", ["student", "other_teacher", "outsider"])
def test_nobody_else_gives_time(request, set_work, student, role):
    client = request.getfixturevalue(f"as_{role}")
    assert client.get(address_of(set_work)).status_code == 404
    give(client, set_work, student, status=404, days="2")
    assert not Extension.objects.exists()


def test_everyone_is_ticked_by_a_link(as_teacher, set_work, student, friend):
    page = as_teacher.get(f"{address_of(set_work)}?valgt=alle").content.decode()
    assert page.count(" checked") == 2


def test_no_field_asks_why():
    names = {field.name for field in Extension._meta.get_fields()}
    assert names == {"id", "assignment", "user", "due_at", "factor", "given_by", "given_at"}


def test_the_deadline_of_the_player_is_the_students_own(as_student, set_work, student):
    submission = factories.SubmissionFactory(assignment=set_work, user=student)
    factories.ExtensionFactory(assignment=set_work, user=student, due_at=DUE + timedelta(days=2))
    page = as_student.get(submission.work.get_absolute_url()).content.decode()
    own = timezone.localtime(DUE + timedelta(days=2))
    assert f"Frist {own.day}. oktober 2026" in page


def test_the_last_change_is_undone(as_teacher, set_work, student, friend):
    factories.ExtensionFactory(assignment=set_work, user=friend, due_at=DUE + timedelta(days=1), factor=2)
    give(as_teacher, set_work, student, friend, days="5")
    assert "Fortryd den seneste ændring" in as_teacher.get(address_of(set_work)).content.decode()
    give(as_teacher, set_work, undo="1")
    (kept,) = Extension.objects.all()
    assert (kept.user, kept.due_at, kept.factor) == (friend, DUE + timedelta(days=1), 2)
    assert "Fortryd den seneste ændring" not in as_teacher.get(address_of(set_work)).content.decode()


def test_taking_back_is_undone_too(as_teacher, set_work, student):
    give(as_teacher, set_work, student, days="2")
    give(as_teacher, set_work, student, remove="1")
    give(as_teacher, set_work, undo="1")
    assert Extension.objects.get().due_at == DUE + timedelta(days=2)


def test_undoing_leaves_what_a_colleague_has_changed_since(
    as_teacher, as_co_teacher, set_work, student, friend
):
    give(as_teacher, set_work, student, friend, days="2")
    give(as_co_teacher, set_work, friend, days="9")
    page = as_teacher.post(address_of(set_work), {"undo": "1"}, follow=True).content.decode()
    assert "Én studerende er ændret siden og er ladt i fred." in page
    assert Extension.objects.get().due_at == DUE + timedelta(days=9)


def test_there_may_be_nothing_to_undo(as_teacher, set_work, student):
    page = as_teacher.post(address_of(set_work), {"undo": "1"}, follow=True).content.decode()
    assert "Der er intet at fortryde." in page


def test_undoing_gives_running_work_its_old_clock(as_teacher, course, student):
    assignment = factories.AssignmentFactory(course=course, minutes=40)
    running = factories.SubmissionFactory(assignment=assignment, user=student).work
    give(as_teacher, assignment, student, factor="1,5")
    give(as_teacher, assignment, undo="1")
    running.refresh_from_db()
    assert running.ends_at - running.started_at == timedelta(minutes=40)


@pytest.fixture
def group(course, friend):
    """A group with the friend alone in it."""
    made = factories.GroupFactory(course=course, name="Gruppe Å")
    made.members.set(course.memberships.filter(user=friend))
    return made


def ticked_on(page):
    return {str(row.user.pk) for row in page.context["rows"] if row.is_chosen}


def test_a_link_ticks_a_whole_group(as_teacher, set_work, student, friend, group):
    page = as_teacher.get(f"{address_of(set_work)}?valgt=gruppe-{group.pk}")
    assert ticked_on(page) == {str(friend.pk)}
    assert "Vælg Gruppe Å (1)" in page.content.decode()
    of_group = as_teacher.get(f"/undervisning/{set_work.course.uuid}/grupper/{group.pk}/").content.decode()
    assert f"{address_of(set_work)}?valgt=gruppe-{group.pk}" in of_group


def test_a_button_ticks_a_group_on_top_and_keeps_what_was_typed(as_teacher, set_work, student, friend, group):
    typed = {"students": [student.pk], "due_at": "måske fredag", "days": "4", "factor": "1,25"}
    page = as_teacher.post(address_of(set_work), typed | {"valgt": f"gruppe-{group.pk}"})
    assert page.status_code == 200
    assert ticked_on(page) == {str(student.pk), str(friend.pk)}
    for value in ("måske fredag", "4", "1,25"):
        assert f'value="{value}"' in page.content.decode()
    assert not Extension.objects.exists()


def test_a_group_of_another_course_or_without_students_is_not_there(as_teacher, set_work, other_course):
    foreign = factories.GroupFactory(course=other_course, name="Fremmed")
    foreign.members.add(factories.MembershipFactory(course=other_course))
    factories.GroupFactory(course=set_work.course, name="Tom")
    page = as_teacher.get(f"{address_of(set_work)}?valgt=gruppe-{foreign.pk}")
    assert ticked_on(page) == set()
    assert "Fremmed" not in page.content.decode()
    assert "Tom" not in page.content.decode()
