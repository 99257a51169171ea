"""Categories of assignments: what they weigh together, and what a student has in each."""

import csv
import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from courses import gradebook, parts, weighing
from courses.models import Assignment, Category, Course, RecordEntry
from tests import factories

SHARE = st.decimals(0, 1, places=2)
MARKS = st.lists(st.tuples(SHARE, st.integers(1, 9)), max_size=6)
COURSES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3), MARKS), min_size=1, max_size=3)


def categories_of(drawn):
    return [
        Category(pk=pk, name=f"K{pk}", weight=weight, drop_lowest=drop)
        for pk, (weight, drop, _) in enumerate(drawn, 1)
    ]


def total(drawn, rest=(), factor=1, drop=None):
    every = parts.of(categories_of(drawn))
    marks = [*(found for _, _, found in drawn), list(rest)]
    return parts.total(
        (
            parts.Part(part.category, part.title, part.weight * factor, part.drop if drop is None else drop),
            weighing.mean(found, part.drop if drop is None else drop),
        )
        for part, found in zip(every, marks, strict=True)
    )


@given(COURSES, MARKS)
def test_the_sum_lies_between_nothing_and_everything(drawn, rest):
    found = total(drawn, rest)
    assert found is None or 0 <= found <= 100


@given(COURSES, MARKS)
def test_the_sum_lies_between_what_the_categories_come_to(drawn, rest):
    marks = [(found, drop) for weight, drop, found in drawn if weight] + [(list(rest), 0)]
    shares = [100 * share for found, drop in marks if (share := weighing.mean(found, drop)) is not None]
    if shares:
        assert min(shares) - Decimal("0.05") <= total(drawn, rest) <= max(shares) + Decimal("0.05")


@given(COURSES, MARKS, st.integers(2, 9))
def test_weights_that_all_grow_by_the_same_factor_change_nothing(drawn, rest, factor):
    assert total(drawn, rest, factor) == total(drawn, rest)


@given(COURSES, MARKS, st.randoms())
def test_the_order_of_assignments_does_not_matter(drawn, rest, chance):
    mixed = [(weight, drop, chance.sample(found, len(found))) for weight, drop, found in drawn]
    assert total(mixed, chance.sample(rest, len(rest))) == total(drawn, rest)


@given(COURSES, MARKS, st.integers(0, 5))
def test_dropping_one_more_in_each_category_never_lowers_the_sum(drawn, rest, drop):
    fewer, more = total(drawn, rest, drop=drop), total(drawn, rest, drop=drop + 1)
    assert (fewer is None and more is None) or more >= fewer


@given(COURSES, MARKS)
def test_a_category_in_which_nothing_counts_weighs_nothing(drawn, rest):
    spare = 100 - sum(weight for weight, _, _ in drawn)
    empty = [*drawn, (0, 0, [])]
    if not rest:
        assert total([*drawn, (spare, 0, [])]) == total(drawn)
    assert total(empty, rest) == total(drawn, rest)


@given(MARKS, st.integers(0, 4))
def test_without_categories_the_sum_is_as_before(marks, drop):
    (whole,) = parts.of([], drop)
    assert parts.total([(whole, weighing.mean(marks, whole.drop))]) == weighing.weighted(marks, drop)


@pytest.fixture
def quizzes(course):
    return factories.CategoryFactory(course=course, name="Quizzer", weight=40, drop_lowest=1)


@pytest.fixture
def work(course, student):
    """work(share, **fields): an assignment on which the student has this share."""

    def make(share=None, **fields):
        made = factories.AssignmentFactory(course=course, **fields)
        if share is not None:
            done = factories.SubmissionFactory(assignment=made, user=student, handed_in=True)
            type(done.walkthrough).objects.filter(pk=done.walkthrough_id).update(total=share)
        return made

    return make


def row(course):
    return gradebook.of(Course.objects.get(pk=course.pk)).rows[0]


def address(course, more=""):
    return f"/undervisning/{course.uuid}/karakterer/kategorier/{more}"


def test_categories_weigh_and_leave_out_their_lowest(course, quizzes, work):
    course.drop_lowest = 5
    course.save()
    for share in ("0.2", "0.5", "0.7"):
        work(share, category=quizzes)
    work("1", weight=3)
    work("0.2", weight=1)
    found = row(course)
    assert (found.subtotals, found.percent) == ([60, 80], 72)


def test_a_category_weighs_from_its_first_result_on(course, quizzes, work):
    work("0.9")
    work(category=quizzes)
    assert (row(course).subtotals, row(course).percent) == ([None, 90], 90)


def test_the_columns_stand_by_category_with_a_subtotal_that_sorts(as_teacher, course, quizzes, work):
    work("0.9", title="Sag 1")
    one = work("0.5", title="Quiz 1", category=quizzes)
    page = as_teacher.get(f"/undervisning/{course.uuid}/karakterer/").content.decode()
    assert page.index("Quiz 1") < page.index("Sag 1")
    assert "40 %, uden den laveste" in page
    assert "60 %" in page
    assert "vejer den ikke med" in page
    sorted_by = as_teacher.get(f"/undervisning/{course.uuid}/karakterer/?sorter=-kategori-{quizzes.pk}")
    assert 'class="number subtotal" aria-sort="descending"' in sorted_by.content.decode()
    text = as_teacher.get(f"/undervisning/{course.uuid}/karakterer.csv").content.decode()
    head, line = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert head[2:6] == [
        "Quiz 1 (af 100, vægt 1)",
        "Quizzer i alt (%)",
        "Sag 1 (af 100, vægt 1)",
        "Uden kategori i alt (%)",
    ]
    assert line[2:7] == ["50", "50", "90", "90", "74"]
    assert one.category == quizzes


def test_students_are_sorted_by_what_they_have_in_a_category(course, quizzes, work, student):
    made = work("0.5", category=quizzes)
    other = factories.MembershipFactory(course=course, user__name="Åse Å").user
    done = factories.SubmissionFactory(assignment=made, user=other, handed_in=True)
    type(done.walkthrough).objects.filter(pk=done.walkthrough_id).update(total="0.9")
    from courses.gradebook_view import Asked

    sheet = gradebook.opened(course)
    for key, expected in (("", [student, other]), ("-", [other, student])):
        page = Asked.read({"sorter": f"{key}kategori-{quizzes.pk}"}).page_of(sheet, sheet.students)
        assert [row.user for row in page] == expected


def test_a_category_is_made_once_and_is_on_record(as_teacher, teacher, course):
    sent = {"name": "Sager  og domme", "weight": "60", "drop_lowest": "0"}
    for _ in range(2):
        assert as_teacher.post(address(course), sent).status_code == 302
    assert [str(one) for one in course.categories.all()] == ["Sager og domme"]
    (entry,) = RecordEntry.objects.filter(course=course, kind="category")
    assert (entry.by, entry.subject, entry.after["Vægt (%)"]) == (teacher, "Sager og domme", "60")


def test_what_is_changed_and_deleted_is_on_record(as_teacher, course, quizzes, work):
    kept = work("0.5", category=quizzes)
    changed = {"name": "Quizzer", "weight": "50", "drop_lowest": "1"}
    for _ in range(2):
        as_teacher.post(address(course, f"{quizzes.pk}/"), changed)
    as_teacher.post(address(course, f"{quizzes.pk}/slet/"))
    deleted, edited = RecordEntry.objects.filter(course=course, kind="category")
    assert edited.changes == [("Vægt (%)", "40", "50")]
    assert (deleted.before["Vægt (%)"], deleted.after) == ("50", None)
    kept.refresh_from_db()
    assert (kept.category, row(course).percent) == (None, 50)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"name": "Sager", "weight": "61"}, "så denne kan højst veje 60 %"),
        ({"name": " QUIZZER ", "weight": "10"}, "allerede kategorien Quizzer"),
        ({"name": "", "weight": "10"}, "Skriv kategoriens navn"),
        ({"name": "Sager", "weight": "101"}, "højst 100 %"),
        ({"name": "Sager", "weight": "mange"}, "Skriv et helt tal"),
    ],
)
def test_what_cannot_be_is_refused(as_teacher, course, quizzes, sent, said):
    response = as_teacher.post(address(course), {"drop_lowest": "0"} | sent)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert course.categories.count() == 1


def test_a_category_of_another_course_is_neither_seen_nor_chosen(as_teacher, course, other_course, work):
    foreign = factories.CategoryFactory(course=other_course)
    factories.CategoryFactory(course=course, name="Egen")
    made = work()
    for more in ("", "slet/"):
        assert as_teacher.post(address(course, f"{foreign.pk}/{more}")).status_code == 404
    form = as_teacher.get(f"/undervisning/{course.uuid}/afleveringer/{made.uuid}/ret/").context["form"]
    assert [str(one) for one in form.fields["category"].queryset] == ["Egen"]


def test_the_category_is_chosen_in_the_settings_and_is_on_record(as_teacher, course, quizzes, work):
    made = work("0.5")
    page = f"/undervisning/{course.uuid}/afleveringer/{made.uuid}/ret/"
    form = as_teacher.get(page).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    assert as_teacher.post(page, sent | {"category": quizzes.pk}).status_code == 302
    assert Assignment.objects.get(pk=made.pk).category == quizzes
    entry = RecordEntry.objects.filter(course=course, kind="assignment").first()
    assert ("Kategori", "intet", "Quizzer") in entry.changes


def test_a_course_without_categories_does_not_ask_for_one(as_teacher, course, work):
    page = as_teacher.get(f"/undervisning/{course.uuid}/afleveringer/{work().uuid}/ret/")
    assert 'name="category"' not in page.content.decode()


def test_a_copy_of_the_course_has_categories_of_its_own(teacher, course, quizzes, work):
    from courses import copying

    work(category=quizzes)
    work()
    new = copying.copy(course, name="Nyt", term="2027", days=1, with_staff=False, by=teacher)
    (again,) = new.categories.all()
    assert (again.name, again.weight, again.drop_lowest) == ("Quizzer", 40, 1)
    assert again.pk != quizzes.pk
    assert {one.category for one in new.assignments.all()} == {again, None}


def test_the_student_sees_what_counts_and_only_what_is_shown(as_student, course, quizzes, work):
    shown = work("0.5", title="Vist", category=quizzes, release="at_once")
    hidden = work("0.9", title="Skjult")
    past = timezone.now() - timedelta(days=1)
    work(title="Glemt", opens_at=past - timedelta(days=1), due_at=past)
    for submission in (*shown.submissions.all(), *hidden.submissions.all()):
        rule = "at_once" if submission.assignment == shown else "by_hand"
        type(submission.walkthrough).objects.filter(pk=submission.walkthrough_id).update(release_rule=rule)
    page = as_student.get(f"/afleveringer/hold/{course.uuid}/")
    text = page.content.decode()
    assert page.context["total"] == 20
    assert "50 af 100" in text
    assert "90" not in text.split("Skjult")[1].split("</tr>")[0]
    assert "Vejer 40 %, uden den laveste" in text
    assert "Uden kategori" in text


def test_the_assignment_tells_what_its_category_weighs(as_student, course, quizzes, work):
    inside, outside = work(category=quizzes, weight=2), work()
    text = as_student.get(inside.get_absolute_url()).content.decode()
    assert "Opgaven er i kategorien »Quizzer« og har dér vægten 2." in text
    assert "Kategorien vejer 40 % af holdets samlede resultat, uden dit laveste resultat." in text
    text = as_student.get(outside.get_absolute_url()).content.decode()
    assert "Opgaverne uden kategori vejer tilsammen 60 %" in text


def test_assignments_that_nothing_is_left_for_are_told(as_teacher, course, quizzes, work):
    Category.objects.filter(pk=quizzes.pk).update(weight=100)
    work()
    assert "De tæller ikke med." in as_teacher.get(address(course)).content.decode()
