"""The gradebook: results, sums, what is missing; filters, order, pages, and the files."""

import csv
import io
from datetime import timedelta
from decimal import Decimal

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from courses import gradebook
from courses.gradebook import weighted
from courses.gradebook_view import Asked
from courses.models import GradeScale, Membership
from tests import factories

SHARES = st.lists(st.tuples(st.decimals(0, 1, places=2), st.integers(1, 9)), min_size=1, max_size=12)


@given(SHARES, st.integers(0, 14))
def test_the_sum_lies_between_the_lowest_and_the_highest(marks, drop):
    shares = [share * 100 for share, _ in marks]
    assert min(shares) - Decimal("0.05") <= weighted(marks, drop) <= max(shares) + Decimal("0.05")


@given(SHARES, st.integers(0, 13))
def test_dropping_one_more_of_the_lowest_never_lowers_the_sum(marks, drop):
    assert weighted(marks, drop + 1) >= weighted(marks, drop)


@given(SHARES, st.integers(2, 9))
def test_weights_that_all_grow_by_the_same_factor_change_nothing(marks, factor):
    assert weighted([(share, weight * factor) for share, weight in marks]) == weighted(marks)


@given(st.decimals(0, 100, places=1), st.decimals(0, 100, places=1))
def test_more_percent_never_suggests_less(first, second):
    grades = ["-3", "00", "02", "4", "7", "10", "12"]
    low, high = (grades.index(GradeScale().suggest(percent)) for percent in sorted((first, second)))
    assert low <= high


@pytest.fixture
def work(course, student):
    """work(share, user=student, **fields): an assignment with a result of this share."""

    def make(share=None, user=student, **fields):
        set_work = factories.AssignmentFactory(course=course, **fields)
        if share is not None:
            submission = factories.SubmissionFactory(assignment=set_work, user=user, handed_in=True)
            type(submission.walkthrough).objects.filter(pk=submission.walkthrough_id).update(total=share)
        return set_work

    return make


def past(days=1):
    return {"opens_at": timezone.now() - timedelta(days=9), "due_at": timezone.now() - timedelta(days=days)}


def row_of(course, user):
    return next(row for row in gradebook.of(course).rows if row.user == user)


def address_of(course, query=""):
    return f"/undervisning/{course.uuid}/karakterer/{query}"


def test_the_sum_is_weighted_and_suggests_by_the_table(course, student, work):
    work("0.5", weight=1)
    work("1", weight=3)
    row = row_of(course, student)
    assert (row.percent, row.suggestion) == (Decimal("87.5"), "10")


def test_the_institutions_newest_table_counts(course, student, work):
    work("0.875")
    factories.GradeScaleFactory(from_12=87)
    assert row_of(course, student).suggestion == "12"


def test_the_lowest_are_dropped(course, student, work):
    work("0.2")
    work("0.8")
    course.drop_lowest = 1
    assert row_of(course, student).percent == 80


def test_what_is_missing_counts_nothing_and_what_is_not_due_does_not_count(course, student, work):
    work("1")
    work()
    assert row_of(course, student).percent == 100
    work(**past())
    assert row_of(course, student).percent == 50


def test_an_own_deadline_is_not_missed(course, student, work):
    factories.ExtensionFactory(
        assignment=work(**past()), user=student, due_at=timezone.now() + timedelta(hours=1)
    )
    assert row_of(course, student).notes == []


def test_obligatory_work_is_passed_or_not_and_weighs_nothing(course, student, work):
    work("0.6", grading="pass", pass_percent=60)
    work("0.5", grading="pass", pass_percent=60)
    row = row_of(course, student)
    assert [cell.shown for cell in row.cells] == ["bestået", "ikke bestået"]
    assert (row.percent, row.suggestion, row.passed) == (None, "", 1)


def test_late_overridden_and_waiting_are_said(as_teacher, course, student, work):
    work("1", late_policy="per_day", late_percent=10, **past(2))
    factories.GradeChangeFactory(assignment=work("0.1"), user=student, new_points=Decimal(60))
    case = factories.CaseFactory(questions=[{"key": "q1"}], weight_argument=20)
    work("0.3", case=case)
    cells = row_of(course, student).cells
    assert {(cell.shown, *cell.notes) for cell in cells} == {
        ("70", "sen"),
        ("60", "rettet"),
        ("30", "venter"),
    }
    page = as_teacher.get(address_of(course)).content.decode()
    for word in ("sen", "rettet", "venter"):
        assert f'<span class="under">{word}</span>' in page


@pytest.fixture
def three(course, student, work):
    """Three students: one missing, one with a high and one with a low result."""
    people = [
        factories.MembershipFactory(course=course, user__name=name).user for name in ("Aage Bo", "Bo Dam")
    ]
    set_work = work("0.4", **past(-3))
    other = factories.SubmissionFactory(assignment=set_work, user=people[1], handed_in=True)
    type(other.walkthrough).objects.filter(pk=other.walkthrough_id).update(total="0.9")
    work(user=people[0], **past())
    return set_work


def names(client, course, query=""):
    return [str(row.user) for row in client.get(address_of(course, query)).context["page"]]


def test_rows_are_in_the_order_that_is_asked_for(as_teacher, course, three):
    assert names(as_teacher, course) == ["Bo Dam", "Signe Holm", "Aage Bo"]
    assert names(as_teacher, course, "?sorter=-navn") == ["Aage Bo", "Signe Holm", "Bo Dam"]
    assert names(as_teacher, course, "?sorter=-sum") == ["Bo Dam", "Signe Holm", "Aage Bo"]
    assert names(as_teacher, course, f"?sorter={three.pk}") == ["Aage Bo", "Signe Holm", "Bo Dam"]
    assert names(as_teacher, course, "?sorter=vrøvl&side=x&vis=y") == ["Bo Dam", "Signe Holm", "Aage Bo"]


def test_the_order_is_told_to_those_who_do_not_see_it(as_teacher, course, three):
    assert 'aria-sort="descending"' in as_teacher.get(address_of(course, "?sorter=-sum")).content.decode()


def test_only_those_are_shown_who_are_asked_for(as_teacher, course, three, work, student):
    work("1", **past())
    assert names(as_teacher, course, "?vis=sen") == ["Signe Holm"]
    assert names(as_teacher, course, "?vis=rettet") == []
    assert "Ingen studerende passer" in as_teacher.get(address_of(course, "?vis=rettet")).content.decode()


def test_a_hundred_are_on_a_page(as_teacher, course, work, student):
    work()
    users = [User(email=f"nr{number}@eksempel.test", name=f"Nr {number:03}") for number in range(120)]
    users = User.objects.bulk_create(users)
    Membership.objects.bulk_create(Membership(course=course, user=user, role="student") for user in users)
    assert len(names(as_teacher, course)) == 100
    assert len(names(as_teacher, course, "?side=2")) == 21


def test_the_files_hold_everyone_with_danish_numbers_and_real_ones(as_teacher, course, student, work):
    work("0.625", title="Uge 48")
    work(title="Uge 49", **past())
    text = as_teacher.get(address_of(course).rstrip("/") + ".csv").content.decode()
    assert text.startswith("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert row["Uge 48 (af 100, vægt 1)"] == "62,5"
    assert (row["Samlet (%)"], row["Mangler"]) == ("31,3", "1")
    response = as_teacher.get(address_of(course).rstrip("/") + ".xlsx")
    assert response["Content-Disposition"] == 'attachment; filename="karakterer-fo24-kreditret.xlsx"' or (
        ".xlsx" in response["Content-Disposition"]
    )
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    head, line = sheet.iter_rows(values_only=True)
    told = dict(zip(head, line, strict=True))
    assert told["Navn"] == "Signe Holm"
    assert told["Uge 48 (af 100, vægt 1)"] == 62.5
    assert told["Uge 49 (af 100, vægt 1)"] is None
    assert told["Samlet (%)"] == pytest.approx(31.3)


@pytest.mark.parametrize("name", ["=1+1", "+45 70", "@SUM(A1)", "=HYPERLINK(1)\x07"])
def test_no_name_becomes_a_formula_in_a_file(as_teacher, course, work, name):
    work()
    user = factories.MembershipFactory(course=course).user
    User.objects.filter(pk=user.pk).update(name=name)
    text = as_teacher.get(address_of(course).rstrip("/") + ".csv").content.decode()
    assert f"'{name}" in text
    content = as_teacher.get(address_of(course).rstrip("/") + ".xlsx").content
    cell = openpyxl.load_workbook(io.BytesIO(content)).active["A2"]
    assert (cell.data_type, cell.value) == ("s", name.removesuffix("\x07"))


def test_an_empty_course_says_what_to_do(as_teacher, course, student):
    assert "Opret den første aflevering" in as_teacher.get(address_of(course)).content.decode()


@pytest.mark.parametrize("role", ["student", "other_teacher", "outsider"])
@pytest.mark.parametrize("ending", ["/", ".csv", ".xlsx"])
def test_nobody_else_opens_it(request, course, role, ending):
    client = request.getfixturevalue(f"as_{role}")
    assert client.get(address_of(course).rstrip("/") + ending).status_code == 404


def test_it_costs_fifteen_queries_however_many_students(as_teacher, course, three, work):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert as_teacher.get(address_of(course)).status_code == 200
        return len(queries)

    few = count()
    users = User.objects.bulk_create(User(email=f"p{n}@eksempel.test", name=f"P {n}") for n in range(297))
    Membership.objects.bulk_create(Membership(course=course, user=user, role="student") for user in users)
    for _ in range(5):
        work("0.5")
    assert count() == few
    assert few <= 15


def test_a_page_makes_the_rows_that_it_draws(course, student, work):
    work("0.5")
    users = User.objects.bulk_create(User(email=f"p{n}@eksempel.test", name=f"P {n:03}") for n in range(120))
    Membership.objects.bulk_create(Membership(course=course, user=user, role="student") for user in users)
    sheet = gradebook.opened(course)
    Asked.read({"side": "2"}).page_of(sheet, sheet.students)
    assert {row.user for row in sheet.made.values()} == {student, *users[100:]}
    Asked.read({"sorter": "sum"}).page_of(sheet, sheet.students)
    assert len(sheet.made) == 121


def test_assignments_that_are_set_alike_tell_their_own_results(course, student, work):
    deadline = {"late_policy": "per_day", "late_percent": 10}
    late, long = work("1", **deadline, **past(2)), work("1", **deadline, **past(2))
    work("1", **(deadline | {"late_percent": 20}), **past(2))
    factories.ExtensionFactory(assignment=long, user=student, due_at=timezone.now() + timedelta(hours=1))
    work("1", points=50)
    sheet = gradebook.opened(course)
    shown = {cell.shown for cell in sheet.rows([student])[0].cells}
    assert (len(sheet.columns), shown) == (4, {"70", "100", "40", "50"})
    assert late.deadline_for(student.pk).late_days(timezone.now()) == 3
