"""Several items with weights, several tries, and what of it counts."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.models import Walkthrough
from courses import further, gradebook, release, results, standing, work
from courses.begin import BeginError, begin
from courses.models import Assignment, Submission
from tests import factories


@pytest.fixture
def section():
    return factories.SectionFactory(title="Om kaution")


@pytest.fixture
def mixed(course, section):
    """A case that weighs 2, a quiz that weighs 1, and a section to read that weighs 1."""
    items = [
        {"case": factories.CaseFactory(title="Banken siger intet"), "weight": 2},
        {"quiz": factories.QuizFactory(title="Kend reglerne")},
        {"section": section},
    ]
    return factories.AssignmentFactory(course=course, title="Uge 48", items=items)


def hand_in(assignment, user, share, *, item=None, number=1):
    """The student's try, handed in with this share."""
    submission = factories.SubmissionFactory(
        assignment=assignment, user=user, item=item, number=number, handed_in=True
    )
    type(submission.work).objects.filter(pk=submission.work.pk).update(total=share)
    return submission


def fresh(assignment):
    return Assignment.objects.get(pk=assignment.pk)


def page_of(client, assignment):
    return client.get(assignment.get_absolute_url()).content.decode()


# Items


def test_the_result_is_the_weighted_mean_and_what_is_missing_is_nothing(mixed, student, section):
    case, quiz, _ = mixed.item_list
    hand_in(mixed, student, "0.8", item=case)
    assert results.of_student(fresh(mixed), student).points == 40
    hand_in(mixed, student, "0.5", item=quiz)
    assert results.of_student(fresh(mixed), student).points == Decimal("52.5")
    section.mark_read(student)
    result = results.of_student(fresh(mixed), student)
    assert result.points == Decimal("77.5")
    assert [(part.title, part.percent) for part in result.parts] == [
        ("Banken siger intet", 80),
        ("Kend reglerne", 50),
        ("Om kaution", 100),
    ]


def test_it_is_done_when_everything_that_counts_is_done(mixed, student, section):
    case, quiz, _ = mixed.item_list
    hand_in(mixed, student, "0.8", item=case)
    hand_in(mixed, student, "0.8", item=quiz)
    assert standing.of(fresh(mixed), student).key == standing.BEGUN
    section.mark_read(student)
    state = standing.of(fresh(mixed), student)
    assert state.key == standing.HANDED_IN
    assert [row.key for row in standing.for_student(student)] == [standing.HANDED_IN]


def test_a_section_read_after_the_deadline_counts_nothing(mixed, student, section, time_machine):
    hand_in(mixed, student, 1)
    time_machine.move_to(mixed.due_at + timedelta(seconds=1), tick=False)
    section.mark_read(student)
    assert results.of_student(fresh(mixed), student).points == 50


def test_a_section_without_weight_is_to_be_read_and_counts_nothing(course, student, section):
    items = [{"case": factories.CaseFactory()}, {"section": section, "weight": 0}]
    assignment = factories.AssignmentFactory(course=course, items=items)
    hand_in(assignment, student, "0.6")
    assert standing.of(assignment, student).is_done
    assert results.of_student(fresh(assignment), student).points == 60


def test_each_item_is_late_by_its_own_time(course, student, time_machine):
    items = [{"case": factories.CaseFactory()}, {"quiz": factories.QuizFactory()}]
    assignment = factories.AssignmentFactory(
        course=course, items=items, late_policy="per_day", late_percent=10
    )
    first, second = assignment.item_list
    hand_in(assignment, student, 1, item=first)
    time_machine.move_to(assignment.due_at + timedelta(hours=25), tick=False)
    hand_in(assignment, student, 1, item=second)
    result = results.of_student(fresh(assignment), student)
    assert (result.points, result.earned, result.late_days) == (90, 100, 2)


def test_a_teachers_points_count_for_the_whole(mixed, student):
    hand_in(mixed, student, "0.8")
    factories.GradeChangeFactory(assignment=mixed, user=student, new_points=Decimal(33))
    result = results.of_student(fresh(mixed), student)
    assert (result.points, result.computed) == (33, 40)


def test_the_page_lists_every_item_and_what_to_do(as_student, mixed, student):
    page = page_of(as_student, mixed)
    for word in ("Begynd casen", "Begynd quizzen", "Læs afsnittet", "Ikke begyndt", "Ikke læst"):
        assert word in page
    assert "»Banken siger intet« vejer 50 %, »Kend reglerne« vejer 25 % og »Om kaution« vejer 25 %" in page
    _, quiz, _ = mixed.item_list
    response = as_student.post(f"{mixed.get_absolute_url()}begynd/", {"item": quiz.pk, "number": "1"})
    assert response.headers["Location"] == Submission.objects.get().attempt.get_absolute_url()
    assert "Fortsæt quizzen" in page_of(as_student, mixed)


@pytest.mark.parametrize(
    "sent", [{"item": "0"}, {"item": "x"}, {"number": "0"}, {"number": "²"}, {"number": "99"}]
)
def test_what_is_no_item_and_no_try_is_not_found(as_student, assignment, sent):
    assert as_student.post(f"{assignment.get_absolute_url()}begynd/", sent).status_code == 404


def test_a_result_of_a_part_is_called_provisional(as_student, mixed, student):
    Assignment.objects.filter(pk=mixed.pk).update(release="at_once")
    hand_in(fresh(mixed), student, "0.8")
    page = page_of(as_student, mixed)
    assert "Foreløbigt resultat." in page
    assert "40 af 100 point" in page


def test_the_gradebook_counts_a_part_from_the_deadline_on(mixed, course, student, time_machine):
    hand_in(mixed, student, "0.8")
    (row,) = gradebook.of(course).rows
    assert (row.cells[0].shown, row.percent) == ("begyndt", None)
    time_machine.move_to(mixed.due_at + timedelta(minutes=1), tick=False)
    (row,) = gradebook.of(course).rows
    assert (row.cells[0].shown, row.cells[0].note, row.percent) == ("40", "mangler", 40)


def test_only_who_has_handed_in_everything_is_counted(mixed, course, student):
    case, quiz, _ = mixed.item_list
    hand_in(mixed, student, 1, item=case)
    counted = Assignment.objects.with_counts()
    assert (counted.get(pk=mixed.pk).begun_count, counted.get(pk=mixed.pk).handed_in_count) == (1, 0)
    hand_in(mixed, student, 1, item=quiz)
    assert (counted.get(pk=mixed.pk).begun_count, counted.get(pk=mixed.pk).handed_in_count) == (1, 1)


def test_the_teacher_finds_the_other_hand_ins_of_the_student(as_teacher, mixed, student):
    case, quiz, _ = mixed.item_list
    one, two = (hand_in(mixed, student, "0.8", item=item) for item in (case, quiz))
    address = f"/undervisning/{mixed.course.uuid}/afleveringer/{mixed.uuid}/"
    page = as_teacher.get(f"{address}{one.uuid}/").content.decode()
    assert f"{address}{two.uuid}/" in page
    assert "Kend reglerne, forsøg 1" in page
    assert "60 af 100" in as_teacher.get(address).content.decode()


def test_an_assignment_to_read_is_done_when_it_is_read(as_student, course, student, section):
    assignment = factories.AssignmentFactory(course=course, items=[{"section": section}], release="at_once")
    assert standing.of(assignment, student).words == "Ikke læst"
    assert as_student.post(f"{assignment.get_absolute_url()}begynd/").status_code == 409
    section.mark_read(student)
    assert standing.of(fresh(assignment), student).words == "Læst"
    assert "100 af 100 point" in page_of(as_student, assignment)


# Tries


@pytest.fixture
def twice(course):
    """twice(**fields): a case that may be tried twice, with a variant for each student."""

    def make(**fields):
        said = {"course": course, "attempts": 2, "variant": "own"} | fields
        return factories.AssignmentFactory(**said)

    return make


@pytest.mark.parametrize(("counts", "points"), [("best", 80), ("first", 80), ("last", 50), ("mean", 65)])
def test_the_tries_that_count_are_chosen_by_the_setting(course, student, twice, counts, points):
    assignment = twice(counts=counts)
    hand_in(assignment, student, "0.8")
    hand_in(assignment, student, "0.5", number=2)
    assert results.of_student(fresh(assignment), student).points == points
    (row,) = gradebook.of(course).rows
    assert row.cells[0].points == points


def test_a_further_try_begins_when_the_last_is_handed_in(as_student, student, twice):
    assignment = twice()
    address = f"{assignment.get_absolute_url()}begynd/"
    first = factories.SubmissionFactory(assignment=assignment, user=student)
    refused = as_student.post(address, {"number": "2"})
    assert refused.status_code == 409
    assert "Aflever det forsøg, du er i gang med" in refused.content.decode()
    first.work.submit()
    page = page_of(as_student, assignment)
    assert "Begynd forsøg 2" in page
    assert "Du har 2 forsøg; det bedste tæller." in page
    for _ in range(2):
        assert as_student.post(address, {"number": "2"}).status_code == 302
    assert [one.number for one in Submission.objects.order_by("pk")] == [1, 2]
    assert "Fortsæt forsøg 2" in page_of(as_student, assignment)


def test_a_first_click_sent_again_begins_no_further_try(as_student, student, twice):
    assignment = twice()
    first = hand_in(assignment, student, 1)
    response = as_student.post(f"{assignment.get_absolute_url()}begynd/", {"number": "1"})
    assert response.headers["Location"] == first.work.get_absolute_url()
    assert Submission.objects.count() == 1


def test_more_tries_than_there_are_is_refused(as_student, student, twice):
    assignment = twice()
    for number in (1, 2):
        hand_in(assignment, student, 1, number=number)
    assert "Begynd forsøg" not in page_of(as_student, assignment)
    refused = as_student.post(f"{assignment.get_absolute_url()}begynd/", {"number": "3"})
    assert "Du har brugt alle 2 forsøg." in refused.content.decode()


def test_as_many_as_they_want_ends_somewhere(student, twice):
    assignment = twice(attempts=0)
    assert assignment.most_attempts == Assignment.MOST_ATTEMPTS
    hand_in(assignment, student, 1)
    assert begin(student, assignment, number=2).number == 2


def test_no_further_try_after_the_last_day(student, twice, time_machine):
    assignment = twice(late_policy="cut_off", cut_off_days=0)
    hand_in(assignment, student, 1)
    time_machine.move_to(assignment.due_at + timedelta(seconds=1), tick=False)
    with pytest.raises(BeginError, match="lukkede"):
        begin(student, assignment, number=2)


def test_a_further_try_keeps_the_variant_while_its_answers_are_unknown(student, twice):
    assignment = twice()
    hand_in(assignment, student, 1)
    assert len(set(Walkthrough.objects.values_list("seed", flat=True))) == 1
    second = begin(student, assignment, number=2)
    assert second.walkthrough.seed == Submission.objects.get(number=1).walkthrough.seed


def test_a_further_try_gets_a_new_variant_when_the_answers_are_known(student, twice):
    assignment = twice(release="at_once")
    first = hand_in(assignment, student, 1)
    second = begin(student, assignment, number=2)
    assert second.walkthrough.seed != first.walkthrough.seed


@pytest.mark.parametrize("variant", ["original", "same"])
def test_where_all_have_the_same_known_answers_end_the_tries(as_student, student, twice, variant):
    assignment = twice(variant=variant)
    hand_in(assignment, student, 1)
    assert further.refusal(work.of(assignment, student), assignment.item_list[0]) == ""
    release.release(assignment)
    assert "Du har set de rigtige svar" in page_of(as_student, assignment)
    with pytest.raises(BeginError, match="ingen ny variant"):
        begin(student, fresh(assignment), number=2)


def test_a_quiz_whose_questions_are_written_out_has_no_new_variant(student, twice):
    quiz = factories.QuizFactory(questions=[factories.QuestionFactory()])
    assignment = twice(release="at_once", items=[{"quiz": quiz}])
    hand_in(assignment, student, 1)
    with pytest.raises(BeginError, match="ingen ny variant"):
        begin(student, assignment, number=2)


def test_the_points_of_a_try_are_not_told_before_they_are_shown(as_student, student, twice):
    assignment = twice()
    hand_in(assignment, student, "0.8")
    page = page_of(as_student, assignment)
    assert "80 %" not in page
    assert "80 af 100" not in page


def test_every_try_is_told_with_what_counts(as_student, student, twice):
    assignment = twice(release="at_once")
    hand_in(assignment, student, "0.8")
    hand_in(assignment, student, "0.5", number=2)
    page = page_of(as_student, assignment)
    assert "<strong>Forsøg 1</strong> · 80 % · tæller" in page
    assert "<strong>Forsøg 2</strong> · 50 %</p>" in page


def test_work_that_is_begun_again_waits_for_the_student(student, twice):
    assignment = twice()
    hand_in(assignment, student, "0.8")
    begin(student, assignment, number=2)
    (row,) = standing.for_student(student)
    assert (row.is_done, row.is_waiting, row.words) == (True, True, "Afleveret, forsøg 2 er begyndt")


# Variants


def seeds(assignment, people):
    return {factories.SubmissionFactory(assignment=assignment, user=one).work.seed for one in people}


@pytest.mark.parametrize("kind", ["case", "quiz"])
@pytest.mark.parametrize(("variant", "many"), [("original", 1), ("same", 1), ("own", 3)])
def test_variants_are_everyones_own_or_the_same_for_all(course, kind, variant, many):
    content = {"case": None, "quiz": factories.QuizFactory()} if kind == "quiz" else {}
    assignment = factories.AssignmentFactory(course=course, variant=variant, **content)
    people = [factories.MembershipFactory(course=course).user for _ in range(3)]
    found = seeds(assignment, people)
    assert len(found) == many
    assert (None in found) == (kind == "case" and variant == "original")


def test_the_same_new_variant_tells_the_same_story(course):
    assignment = factories.AssignmentFactory(course=course, variant="same")
    people = [factories.MembershipFactory(course=course).user for _ in range(2)]
    seeds(assignment, people)
    first, second = (one.frozen for one in Walkthrough.objects.all())
    assert first == second


# Kept as it was


def test_what_others_began_is_not_in_the_way(course, student, twice):
    assignment = twice()
    other = factories.MembershipFactory(course=course).user
    hand_in(assignment, other, 1)
    assert begin(student, assignment).number == 1
    assert timezone.now() >= Submission.objects.get(user=student).work.started_at


def test_a_page_with_everything_on_it_keeps_the_budget(as_student, mixed, student, section):
    Assignment.objects.filter(pk=mixed.pk).update(attempts=3, variant="own", release="at_once")
    assignment = fresh(mixed)
    for item in assignment.tasks:
        hand_in(assignment, student, "0.8", item=item)
    section.mark_read(student)
    factories.ExtensionFactory(assignment=mixed, user=student)
    factories.GradeChangeFactory(assignment=mixed, user=student)
    with CaptureQueriesContext(connection) as queries:
        page = page_of(as_student, mixed)
    assert "Begynd forsøg 2" in page
    assert "Ændret af din underviser" in page
    assert len(queries) <= 10
