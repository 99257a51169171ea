"""The record of a course: everything that is changed, by whom, from what to what, and nothing of it ever removed."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from zeal import zeal_ignore

from accounts.erasure import erase
from accounts.export import everything
from authoring import registry
from courses import enrolment, record
from courses.models import Assignment, Course, Kept, RecordEntry
from courses.record import Kind
from tests import factories


def address_of(course, query=""):
    return f"/undervisning/{course.uuid}/historik/{query}"


def newest():
    return RecordEntry.objects.first()


def page_of(client, course, query=""):
    return client.get(address_of(course, query)).content.decode()


def sent_again(client, address, **changed):
    """Send the form of a page with what stands in it, but for what is given."""
    form = client.get(address).context["form"]
    lines = getattr(form, "lines", None)
    fields = [*form, *(field for one in (*lines, lines.management_form) for field in one)] if lines else form
    known = {field.html_name: field.value() for field in fields}
    said = {name: value for name, value in known.items() if value is not None and value is not False}
    return client.post(address, said | changed)


# What is written


def test_who_joins_is_written_down_once(as_outsider, outsider, course):
    for _ in range(2):
        enrolment.join(outsider, course.join_code)
    (entry,) = RecordEntry.objects.all()
    assert (entry.kind, entry.by, entry.about, entry.after) == (Kind.JOINED, outsider, outsider, "Studerende")


def test_a_co_teacher_and_a_new_role_are_written_down(as_teacher, teacher, course, student, other_teacher):
    as_teacher.post(f"{course.get_absolute_url()}undervisere/", {"email": other_teacher.email})
    assert (newest().kind, newest().about, newest().by) == (Kind.ADDED, other_teacher, teacher)
    enrolment.add_teacher(course, student, by=teacher)
    entry = newest()
    assert (entry.kind, entry.before, entry.after) == (Kind.ROLE, "Studerende", "Underviser")
    enrolment.add_teacher(course, student, by=teacher)
    assert newest() == entry


def test_a_new_code_and_the_archive_are_written_down(as_teacher, course):
    old = course.shown_join_code
    as_teacher.post(f"{course.get_absolute_url()}ny-kode/")
    course.refresh_from_db()
    assert newest().changes == [("", old, course.shown_join_code)]
    as_teacher.post(f"{course.get_absolute_url()}arkiv/")
    assert newest().changes == [("", "i brug", "arkiveret")]


def test_settings_of_a_course_are_told_field_by_field(as_teacher, teacher, course):
    sent_again(as_teacher, f"{course.get_absolute_url()}ret/", name="FØ24 A", drop_lowest="1")
    entry = newest()
    assert entry.changes == [
        ("Holdets navn", "FØ24 Kreditret", "FØ24 A"),
        ("Se bort fra de laveste", "0", "1"),
    ]
    sent_again(as_teacher, f"{course.get_absolute_url()}ret/")
    assert newest() == entry


def test_a_course_that_is_made_is_written_down_once(as_teacher, teacher):
    for _ in range(2):
        sent_again(as_teacher, "/undervisning/nyt-hold/", name="Nyt", term="forår 2027")
    made = Course.objects.get(name="Nyt")
    kinds = list(made.record.values_list("kind", flat=True))
    assert kinds == [Kind.ADDED, Kind.COURSE]
    assert ("Retsgrundlag", "", "Pensum") in made.record.last().changes


def test_settings_of_an_assignment_are_told_in_danish_words(as_teacher, assignment):
    later = timezone.localtime(assignment.due_at) + timedelta(days=1)
    address = f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/ret/"
    sent_again(as_teacher, address, late_policy="per_day", due_at=f"{later:%d-%m-%Y kl. %H.%M}")
    changed = {label: (before, after) for label, before, after in newest().changes}
    assert changed["For sen aflevering koster"] == (
        "Ingenting, men det mærkes som for sent",
        "Et fradrag for hver påbegyndt dag",
    )
    assert changed["Frist"][1].startswith(f"{later.day}. ")
    assert newest().assignment == assignment


def test_a_release_is_written_down_once(as_teacher, teacher, assignment):
    address = f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/frigiv/"
    for _ in range(2):
        as_teacher.post(address)
    (entry,) = RecordEntry.objects.filter(kind=Kind.RELEASE)
    assert entry.by == teacher


def test_a_deadline_of_ones_own_is_told_and_the_extra_time_is_not(as_teacher, assignment, student):
    address = f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/frister/"
    as_teacher.post(address, {"students": [student.pk], "days": "2", "factor": "1,25"})
    ((label, before, after),) = newest().changes
    assert (newest().about, label, before) == (student, "", "den almindelige frist")
    assert str((timezone.localtime(assignment.due_at) + timedelta(days=2)).day) in after
    assert "1,25" not in page_of(as_teacher, assignment.course)
    as_teacher.post(address, {"students": [student.pk], "remove": "1"})
    assert newest().changes == [("", after, "den almindelige frist")]


def test_points_by_hand_are_told_with_the_reason(as_teacher, assignment, student):
    factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    address = f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/point/{student.pk}/"
    said = {"points": "62,5", "reason": "Svaret kunne læses på to måder.", "version": "0"}
    for _ in range(2):
        as_teacher.post(address, said)
    (entry,) = RecordEntry.objects.filter(kind=Kind.MARK)
    assert entry.changes == [("", "0 point", "62,5 point")]
    assert entry.reason == "Svaret kunne læses på to måder."


def test_the_marking_of_an_argument_is_told_criterion_by_criterion(as_teacher, course, student):
    case = factories.CaseFactory(questions=[{"key": "q1"}], weight_argument=20)
    work = factories.AssignmentFactory(course=course, case=case)
    handed_in = factories.SubmissionFactory(assignment=work, user=student, handed_in=True)
    address = f"/undervisning/{course.uuid}/afleveringer/{work.uuid}/{handed_in.uuid}/begrundelse/"
    form = as_teacher.get(address).context["form"]
    said = {name: "0" for name in form.fields if name.startswith("point-")}
    version = as_teacher.get(address).context["walkthrough"].version
    assert as_teacher.post(address, said | {"version": version}).status_code == 302
    (entry,) = RecordEntry.objects.filter(kind=Kind.ARGUMENT)
    assert len(entry.changes) == len(said)
    assert all(before == "" and after.startswith("0 af ") for _, before, after in entry.changes)


def saved_in_the_admin(client, item):
    page = client.get(f"/admin/{item._meta.app_label}/{item._meta.model_name}/{item.pk}/change/")
    said = {}
    for form in [page.context["adminform"].form, *_forms(page)]:
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                said[field.html_name] = value
    return page, said


def _forms(page):
    for inline in page.context["inline_admin_formsets"]:
        yield inline.formset.management_form
        yield from inline.formset.forms


def test_a_question_of_a_quiz_that_is_set_is_told_when_its_key_changes(
    as_superuser, superuser, quiz_assignment
):
    question = quiz_assignment.items.get().quiz.questions.first()
    _, said = saved_in_the_admin(as_superuser, question)
    option = question.options.get(right=True)
    said["options-0-text"] = "Et andet rigtigt svar"
    with zeal_ignore():
        response = as_superuser.post(f"/admin/quizzes/question/{question.pk}/change/", said)
    assert response.status_code == 302, response.context["errors"]
    entry = newest()
    assert (entry.kind, entry.by, entry.assignment) == (Kind.CONTENT, superuser, quiz_assignment)
    assert question.title in entry.subject
    assert "svar" in entry.changes[0][2].lower()
    option.refresh_from_db()
    assert option.text == "Et andet rigtigt svar"


def test_content_that_nobody_has_set_is_on_no_record(as_superuser, quiz_assignment):
    registry.changed(factories.QuestionFactory(), "Rettet: spørgsmål")
    registry.changed(factories.CaseFactory(), "Rettet: fortælling")
    registry.changed(factories.SectionFactory(), "Rettet: tekst")
    assert not RecordEntry.objects.exists()


def test_a_question_that_is_drawn_and_a_case_that_is_read_in_anew_are_told(quiz_assignment, assignment):
    drawn = factories.QuestionFactory(tags=["frist"])
    factories.DrawFactory(quiz=quiz_assignment.items.get().quiz, tag="frist")
    registry.changed(drawn, "Rettet: spørgsmål")
    assert newest().assignment == quiz_assignment
    registry.changed(assignment.items.get().case, "Læst ind på ny fra filen")
    assert (newest().assignment, newest().by) == (assignment, None)


def test_who_is_taken_off_a_course_in_the_admin_is_written_down(as_superuser, superuser, course, student):
    _, said = saved_in_the_admin(as_superuser, course)
    said["memberships-0-DELETE"] = "on"
    assert as_superuser.post(f"/admin/courses/course/{course.pk}/change/", said).status_code == 302
    assert (newest().kind, newest().about, newest().by) == (Kind.REMOVED, student, superuser)


def test_what_fails_is_not_written_down(course, teacher, monkeypatch):
    monkeypatch.setattr(Course, "renew_join_code", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        enrolment.renew_code(course, by=teacher)
    assert not RecordEntry.objects.exists()


# What stays


def test_an_entry_is_neither_changed_nor_removed(course):
    entry = factories.RecordEntryFactory(course=course)
    for way in (
        entry.save,
        entry.delete,
        lambda: RecordEntry.objects.update(reason=""),
        lambda: RecordEntry.objects.all().delete(),
        lambda: course.record.all().delete(),
    ):
        with pytest.raises(Kept):
            way()


@pytest.mark.parametrize("make", [factories.RecordEntryFactory, factories.GradeChangeFactory])
def test_the_database_refuses_a_change_past_django(db, make):
    row = make()
    with pytest.raises(DatabaseError, match="on record"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {row._meta.db_table} SET reason = 'x' WHERE id = {row.pk}")  # noqa: S608
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {row._meta.db_table} WHERE id = {row.pk}")  # noqa: S608


# What is read


@pytest.fixture
def written(course, teacher, student, assignment):
    factories.RecordEntryFactory(course=course, by=teacher, kind="code")
    factories.RecordEntryFactory(
        course=course,
        by=teacher,
        about=student,
        kind="mark",
        assignment=assignment,
        subject=assignment.title,
        before="60 point",
        after="70 point",
        reason="=Fordi",
    )
    factories.RecordEntryFactory(by=teacher, kind="code", reason="Et andet hold")


def kinds(client, course, query=""):
    return [entry.kind for entry in client.get(address_of(course, query)).context["page"]]


def test_the_newest_stands_first_and_other_courses_do_not_stand_there(as_teacher, course, written):
    assert kinds(as_teacher, course) == ["mark", "code"]
    page = page_of(as_teacher, course)
    assert "<del>60 point</del>" in page
    assert "<ins>70 point</ins>" in page
    assert "Et andet hold" not in page


def test_it_is_narrowed_by_person_kind_and_assignment(as_teacher, course, assignment, written):
    assert kinds(as_teacher, course, "?person=Signe") == ["mark"]
    assert kinds(as_teacher, course, "?person=Karen+Lund") == ["mark", "code"]
    assert kinds(as_teacher, course, "?hvad=code") == ["code"]
    assert kinds(as_teacher, course, f"?opgave={assignment.uuid}") == ["mark"]
    assert kinds(as_teacher, course, "?person=Ingen") == []


@pytest.mark.parametrize(
    "query", ["?hvad=x", "?opgave=x", "?side=x", "?side=99", "?person=" + "x" * 500, "?person=%00"]
)
def test_what_it_does_not_understand_it_says(as_teacher, course, written, query):
    assert as_teacher.get(address_of(course, query)).status_code == 200


def test_fifty_stand_on_a_page_and_the_choice_goes_along(as_teacher, course, teacher):
    record.note_all(record.entry_of(course, Kind.CODE, by=teacher) for _ in range(51))
    page = page_of(as_teacher, course, "?hvad=code")
    assert page.count("<time") == 50
    assert 'href="?hvad=code&amp;side=2"' in page
    assert len(kinds(as_teacher, course, "?hvad=code&side=2")) == 1


def test_the_file_holds_what_is_asked_for_and_no_formula(as_teacher, course, written):
    text = as_teacher.get(f"/undervisning/{course.uuid}/historik.csv?hvad=mark").content.decode()
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert (row["Fra"], row["Til"], row["Begrundelse"]) == ("60 point", "70 point", "'=Fordi")
    assert (row["Om"], row["Af"]) == ("Signe Holm", "Karen Lund")


def test_a_person_is_given_what_is_on_record_of_them(student, outsider, written, as_teacher):
    (entry,) = everything(student)["courses"]["historik"]
    assert entry["hvad"] == "Point sat af underviser"
    assert everything(outsider)["courses"]["historik"] == []


def test_what_the_student_may_not_see_yet_is_not_in_the_export(student, written, assignment):
    (entry,) = everything(student)["courses"]["historik"]
    assert "70 point" not in str(entry)
    Assignment.objects.filter(pk=assignment.pk).update(released_at=timezone.now())
    assert "70 point" in str(everything(student)["courses"]["historik"])


def test_an_erased_person_is_a_number(as_teacher, student, course, written):
    erase(student)
    page = page_of(as_teacher, course)
    assert "Signe" not in page
    assert f"Slettet bruger {student.pk}" in page
