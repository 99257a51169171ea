"""A teacher sets and changes an assignment."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from courses.models import Assignment
from tests import factories

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def one_line(content):
    """The only line of the form."""
    line = {"dele-0-content": content, "dele-0-weight": "1", "dele-0-order": "1"}
    return {"dele-TOTAL_FORMS": "1", "dele-INITIAL_FORMS": "1"} | line


@pytest.fixture
def sent(course):
    """A valid form on a shared case."""
    case = factories.CaseFactory(title="Forældrekaution")
    return {
        "title": "Første aflevering",
        **one_line(f"case:{case.pk}"),
        "opens_at": "01-12-2026 kl. 08.00",
        "due_at": "08-12-2026 kl. 23.59",
        "reading": "",
        "release": "by_hand",
        "points": "100",
        "grading": "points",
        "pass_percent": "50",
        "weight": "1",
        "late_policy": "none",
        "late_percent": "10",
        "cut_off_days": "3",
        "minutes": "",
        "attempts": "1",
        "counts": "best",
        "variant": "original",
    }


@pytest.fixture
def new(course):
    """Where an assignment of the course is made."""
    return f"/undervisning/{course.uuid}/afleveringer/ny/"


def edit_of(assignment):
    return f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/ret/"


def refused(client, address, data):
    before = Assignment.objects.count()
    response = client.post(address, data)
    assert response.status_code == 422
    assert Assignment.objects.count() == before
    return response.content.decode()


def test_a_case_is_set(as_teacher, new, sent, course):
    response = as_teacher.post(new, sent)
    made = Assignment.objects.get(course=course)
    assert response.headers["Location"] == f"/undervisning/{course.uuid}/afleveringer/{made.uuid}/"
    (item,) = made.item_list
    assert item.case.title == "Forældrekaution"
    assert made.due_at == datetime(2026, 12, 8, 23, 59, tzinfo=COPENHAGEN)


def test_a_quiz_is_set(as_co_teacher, new, sent, course):
    quiz = factories.QuizFactory()
    as_co_teacher.post(new, sent | one_line(f"quiz:{quiz.pk}"))
    assert Assignment.objects.get(course=course).item_list[0].quiz == quiz


def test_the_form_proposes_a_week(as_teacher, new, time_machine):
    time_machine.move_to(datetime(2026, 12, 1, 8, 15, tzinfo=COPENHAGEN), tick=False)
    page = as_teacher.get(new).content.decode()
    assert 'value="01-12-2026 kl. 08.15"' in page
    assert 'value="08-12-2026 kl. 23.59"' in page


@pytest.mark.parametrize("due", ["01-12-2026 kl. 08.00", "30-11-2026 kl. 23.59"])
def test_a_deadline_that_is_not_after_the_opening_is_refused_beside_the_field(as_teacher, new, sent, due):
    page = refused(as_teacher, new, sent | {"due_at": due})
    assert "Fristen skal ligge efter åbningen" in page
    assert f'value="{due}"' in page
    assert 'id="id_due_at"' in page.split("autofocus")[0].rsplit("<input", 1)[1] + page.split("autofocus")[1]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("31-01-2027 kl. 12.05", (2027, 1, 31, 12, 5)),
        ("31/1-2027 12:05", (2027, 1, 31, 12, 5)),
        ("31. januar 2027 kl 12", (2027, 1, 31, 12, 0)),
        ("2027-01-31 9.30", (2027, 1, 31, 9, 30)),
    ],
)
def test_a_moment_is_read_as_danes_write_it(as_teacher, new, sent, typed, read):
    as_teacher.post(new, sent | {"due_at": typed})
    assert Assignment.objects.get().due_at == datetime(*read, tzinfo=COPENHAGEN)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Skriv dato og klokkeslæt"),
        ("i morgen", "Skriv dato og klokkeslæt, fx"),
        ("08-12-2026", "Skriv dato og klokkeslæt, fx"),
        ("31-02-2027 kl. 12.00", "findes ikke i kalenderen"),
        ("08-12-2026 kl. 24.00", "mellem 00.00 og 23.59"),
        ("08-12-0026 kl. 12.00", "mellem 2000 og 2100"),
        ("8" * 3000, "Skriv dato og klokkeslæt, fx"),
    ],
)
def test_what_is_no_moment_is_refused_in_danish_and_kept(as_teacher, new, sent, typed, says):
    page = refused(as_teacher, new, sent | {"due_at": typed})
    assert says in page
    assert f'value="{typed}"' in page or not typed


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("29-03-2026 kl. 02.30", "Kl. 02.30 findes ikke den 29. marts 2026"),
        ("25-10-2026 kl. 02.30", "Kl. 02.30 er der to gange den 25. oktober 2026"),
        ("28-03-2027 kl. 02.00", "Kl. 02.00 findes ikke den 28. marts 2027"),
        ("31-10-2027 kl. 02.59", "Kl. 02.59 er der to gange den 31. oktober 2027"),
    ],
)
def test_a_time_that_the_clock_change_makes_none_or_two_is_refused(as_teacher, new, sent, typed, says):
    page = refused(as_teacher, new, sent | {"due_at": typed})
    assert says in page
    assert f'value="{typed}"' in page


@pytest.mark.parametrize("typed", ["28-03-2027 kl. 03.00", "31-10-2027 kl. 03.00", "31-10-2027 kl. 01.59"])
def test_the_times_around_a_clock_change_are_fine(as_teacher, new, sent, typed):
    assert as_teacher.post(new, sent | {"due_at": typed}).status_code == 302


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("dele-0-content", "case:999999"),
        ("dele-0-content", "hest:1"),
        ("reading", "norsk_ret"),
        ("release", "aldrig"),
        ("points", "0"),
        ("points", "1001"),
        ("points", "mange"),
    ],
)
def test_what_cannot_be_is_refused(as_teacher, new, sent, field, value):
    assert "is-invalid" in refused(as_teacher, new, sent | {field: value})


def test_only_what_the_teacher_may_see_can_be_set(as_teacher, new, sent, other_teacher):
    foreign = factories.CaseFactory(owner=other_teacher, title="En andens case")
    draft = factories.CaseFactory(status="draft", title="En kladde")
    page = as_teacher.get(new).content.decode()
    assert foreign.title not in page
    assert draft.title not in page
    refused(as_teacher, new, sent | one_line(f"case:{foreign.pk}"))


def test_the_teachers_own_case_can_be_set(as_teacher, teacher, new, sent):
    own = factories.CaseFactory(owner=teacher)
    assert as_teacher.post(new, sent | one_line(f"case:{own.pk}")).status_code == 302


def test_an_assignment_is_changed(as_teacher, assignment, sent):
    response = as_teacher.post(edit_of(assignment), sent)
    assert response.status_code == 302
    assignment = Assignment.objects.get(pk=assignment.pk)
    assert assignment.title == "Første aflevering"
    assert assignment.item_list[0].case.title == "Forældrekaution"


def test_the_form_shows_what_is_set(as_teacher, quiz_assignment):
    page = as_teacher.get(edit_of(quiz_assignment)).content.decode()
    assert f'<option value="quiz:{quiz_assignment.item_list[0].quiz_id}" selected>' in page
    assert quiz_assignment.title in page


def test_what_students_rely_on_stays_once_one_has_begun(as_teacher, submission, sent):
    assignment = submission.assignment
    later = {"due_at": "08-12-2030 kl. 23.59"}
    as_teacher.post(
        edit_of(assignment), sent | later | {"points": "5", "release": "at_once", "reading": "pensum"}
    )
    before = (list(assignment.items.all()), assignment.points, assignment.release, assignment.reading)
    assignment.refresh_from_db()
    after = (list(assignment.items.all()), assignment.points, assignment.release, assignment.reading)
    assert after == before
    assert assignment.title == "Første aflevering"


def test_the_deadline_is_not_moved_forward_on_students_who_have_begun(as_teacher, submission, sent):
    due = submission.assignment.due_at
    opens = f"{timezone.localtime(due - timedelta(days=9)):%d-%m-%Y kl. %H.%M}"
    earlier = f"{timezone.localtime(due - timedelta(days=1)):%d-%m-%Y kl. %H.%M}"
    page = refused(as_teacher, edit_of(submission.assignment), sent | {"opens_at": opens, "due_at": earlier})
    assert "kan kun flyttes til et senere tidspunkt" in page


def test_a_form_sent_back_as_it_was_is_accepted(as_teacher, submission):
    address = edit_of(submission.assignment)
    form = as_teacher.get(address).context["form"]
    shown = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    assert as_teacher.post(address, shown).status_code == 302


def test_a_deadline_that_moves_takes_the_release_along(as_teacher, student, course, sent):
    assignment = factories.AssignmentFactory(course=course, release="at_due")
    submission = factories.SubmissionFactory(assignment=assignment, user=student)
    as_teacher.post(edit_of(assignment), sent | {"due_at": "08-12-2030 kl. 23.59"})
    submission.walkthrough.refresh_from_db()
    assert submission.walkthrough.released_at == datetime(2030, 12, 8, 23, 59, tzinfo=COPENHAGEN)


def test_a_case_that_is_retired_stays_on_its_assignment(as_teacher, assignment):
    assignment.item_list[0].case.retired_at = timezone.now()
    assignment.item_list[0].case.save()
    assert (
        f'value="case:{assignment.item_list[0].case_id}" selected'
        in as_teacher.get(edit_of(assignment)).content.decode()
    )


# Several items


def several(*lines, **more):
    """The lines of the form, each as content, weight and order."""
    sent = {"dele-TOTAL_FORMS": str(len(lines)), "dele-INITIAL_FORMS": "1"}
    for number, said in enumerate(lines):
        names = ("content", "weight", "order")
        sent |= {f"dele-{number}-{name}": value for name, value in zip(names, said, strict=True)}
    return sent | more


@pytest.fixture
def shelf(course):
    """A case, a quiz and a section, as the form names them."""
    case, quiz, section = factories.CaseFactory(), factories.QuizFactory(), factories.SectionFactory()
    return f"case:{case.pk}", f"quiz:{quiz.pk}", f"section:{section.pk}"


def test_a_case_a_quiz_and_a_section_are_set_in_their_order_with_weights(as_teacher, new, sent, shelf):
    case, quiz, section = shelf
    lines = several((quiz, "1", "2"), (case, "3", "1"), (section, "0", "3"))
    assert as_teacher.post(new, sent | lines).status_code == 302
    items = Assignment.objects.get().item_list
    assert [(item.kind, item.weight) for item in items] == [("case", 3), ("quiz", 1), ("section", 0)]


def test_the_only_item_weighs_everything(as_teacher, new, sent, shelf):
    as_teacher.post(new, sent | several((shelf[0], "0", "")))
    assert Assignment.objects.get().item_list[0].weight == 1


def test_another_line_is_given_and_nothing_typed_is_lost(as_teacher, new, sent):
    response = as_teacher.post(new, sent | {"title": "Halvt skrevet", "due_at": "i morgen", "mere": "1"})
    page = response.content.decode()
    assert response.status_code == 200
    assert 'name="dele-1-content"' in page
    assert 'value="Halvt skrevet"' in page
    assert not Assignment.objects.exists()


def test_a_line_is_taken_away_and_an_empty_one_is_left_out(as_teacher, new, sent, shelf):
    case, quiz, _ = shelf
    lines = several((case, "1", "1"), (quiz, "1", "2"), ("", "1", "3"), **{"dele-1-DELETE": "on"})
    assert as_teacher.post(new, sent | lines).status_code == 302
    assert [item.kind for item in Assignment.objects.get().item_list] == ["case"]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([("", "1", "1")], "Vælg den case eller quiz, der skal afleveres."),
        ([("case", "1", "1"), ("case", "1", "2")], "står der to gange"),
        ([("case", "0", "1"), ("quiz", "0", "2")], "Mindst én del skal have en vægt over 0."),
        ([("case", "-1", "1"), ("quiz", "1", "2")], "Skriv mindst 0 i vægt."),
        ([("case", "101", "1"), ("quiz", "1", "2")], "Skriv højst 100 i vægt."),
        ([("case", "meget", "1"), ("quiz", "1", "2")], "Skriv et helt tal."),
        ([("section:999", "1", "1")], "fra listen"),
    ],
)
def test_lines_that_cannot_be_are_refused_in_danish(as_teacher, new, sent, shelf, lines, says):
    names = dict(zip(("case", "quiz", "section"), shelf, strict=True))
    lines = [(names.get(what, what), weight, order) for what, weight, order in lines]
    assert says in refused(as_teacher, new, sent | several(*lines))


def test_a_form_without_its_lines_is_refused(as_teacher, new, sent):
    without = {name: value for name, value in sent.items() if not name.startswith("dele-")}
    assert "Vælg den case eller quiz, der skal afleveres." in refused(as_teacher, new, without)


def test_items_are_changed_until_somebody_begins(as_teacher, assignment, student, sent, shelf):
    case, quiz, _ = shelf
    later = {"due_at": "08-12-2099 kl. 23.59"}
    as_teacher.post(edit_of(assignment), sent | later | several((case, "1", "1"), (quiz, "2", "2")))
    found = Assignment.objects.get(pk=assignment.pk)
    assert [item.weight for item in found.item_list] == [1, 2]
    found.opens_at = timezone.now()
    found.save()
    factories.SubmissionFactory(assignment=found, user=student)
    page = as_teacher.get(edit_of(assignment)).content.decode()
    assert "Ligger fast, fordi nogen er begyndt." in page
    assert 'name="dele-0-content"' not in page


@pytest.mark.parametrize(
    ("attempts", "variant", "release", "status"),
    [
        ("2", "original", "at_once", 422),
        ("0", "same", "at_once", 422),
        ("2", "own", "at_once", 302),
        ("1", "same", "at_once", 302),
        ("2", "original", "by_hand", 302),
        ("21", "own", "by_hand", 422),
    ],
)
def test_tries_at_known_answers_are_not_set(as_teacher, new, sent, attempts, variant, release, status):
    settings = {"attempts": attempts, "variant": variant, "release": release}
    assert as_teacher.post(new, sent | settings).status_code == status
