"""Marks that come back in a file: only what the teacher changed in it, after a preview, in one step, with a reason."""

import contextlib
import csv
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from defusedxml import ElementTree
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st

from courses import mark_files, mark_import, overriding
from courses.models import Assignment, GradeChange, RecordEntry
from tests import factories

WHY = "Mundtlig overhøring."
WEEK = "Uge 48 (af 100, vægt 1)"


@pytest.fixture
def work(course, student):
    """An assignment on which the student has 0 points."""
    made = factories.AssignmentFactory(course=course, title="Uge 48")
    factories.SubmissionFactory(assignment=made, user=student, handed_in=True)
    return made


def address_of(course, more=""):
    return f"/undervisning/{course.uuid}/karakterer/indlaes/{more}"


def exported(client, course):
    """The CSV as rows of text, the heading first."""
    text = client.get(f"/undervisning/{course.uuid}/karakterer.csv").content.decode()
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def as_file(rows, separator=";", encoding="utf-8-sig"):
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding)


def send(client, course, data, name="karakterer.csv"):
    return client.post(address_of(course), {"file": SimpleUploadedFile(name, data)})


def changed(rows, typed, name="Signe Holm", column=WEEK):
    """The rows with other points for one student."""
    place = rows[0].index(column)
    return [
        [*row[:place], typed, *row[place + 1 :]] if row[0] == name else row for row in (list(r) for r in rows)
    ]


def preview(client, course, rows, **how):
    return send(client, course, as_file(rows, **how)).context["found"]


def take(client, course, found, reason=WHY):
    sent = {"preview": found.packed(course), "reason": reason}
    return client.post(address_of(course, "gem/"), sent)


def whys(found):
    return [one.why for one in found.unclear]


# What comes back


def test_points_that_are_changed_in_the_file_are_shown_and_then_taken(
    as_teacher, teacher, course, work, student
):
    found = preview(as_teacher, course, changed(exported(as_teacher, course), "62,5"))
    (one,) = found.changes
    assert (one.name, one.title, one.old, one.new) == ("Signe Holm", "Uge 48", "0", "62,5")
    assert not GradeChange.objects.exists()
    assert take(as_teacher, course, found).status_code == 302
    row = GradeChange.objects.get()
    assert (row.old_points, row.new_points, row.reason, row.changed_by, row.version) == (
        0,
        Decimal("62.5"),
        WHY,
        teacher,
        1,
    )
    entry = RecordEntry.objects.get(kind="mark")
    assert entry.changes == [("", "0 point", "62,5 point")]
    assert (entry.about, entry.by, entry.reason) == (student, teacher, WHY)


def test_a_file_that_nobody_changed_changes_nothing(as_teacher, course, work):
    found = preview(as_teacher, course, exported(as_teacher, course))
    assert (found.changes, found.unclear, found.same) == ([], [], 1)
    page = send(as_teacher, course, as_file(exported(as_teacher, course))).content.decode()
    assert "Der er intet at gemme." in page


def test_a_double_click_writes_once(as_teacher, course, work):
    found = preview(as_teacher, course, changed(exported(as_teacher, course), "70"))
    for _ in range(2):
        assert take(as_teacher, course, found).status_code == 302
    assert GradeChange.objects.count() == RecordEntry.objects.filter(kind="mark").count() == 1


def test_without_a_reason_nothing_is_saved_and_the_preview_stays(as_teacher, course, work):
    found = preview(as_teacher, course, changed(exported(as_teacher, course), "70"))
    response = take(as_teacher, course, found, reason=" ")
    assert response.status_code == 422
    page = response.content.decode()
    assert "Skriv, hvorfor pointene ændres." in page
    assert "<strong>70</strong>" in page
    assert not GradeChange.objects.exists()


def test_a_workbook_comes_back_as_well(as_teacher, course, work):
    address = f"/undervisning/{course.uuid}/karakterer.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(as_teacher.get(address).content))
    sheet = book.active
    sheet.cell(2, 3).value = 62.5
    out = io.BytesIO()
    book.save(out)
    found = send(as_teacher, course, out.getvalue(), "k.xlsx").context["found"]
    assert [(one.old, one.new) for one in found.changes] == [("0", "62,5")]


def test_the_workbook_is_read_without_its_maker(as_teacher, course, work):
    content = as_teacher.get(f"/undervisning/{course.uuid}/karakterer.xlsx").content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        sheet = ElementTree.fromstring(packed.read("xl/worksheets/sheet1.xml"))
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    assert "Signe Holm" in [one.text for one in sheet.iterfind(".//x:t", space)]
    points = sheet.find(".//x:c[@r='C2']", space)
    assert (points.get("t"), points.findtext("x:v", namespaces=space)) == ("n", "0")
    assert sheet.find(".//x:f", space) is None
    assert sheet.findall(".//x:col", space)[-1].get("hidden") == "1"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_other_ways_of_writing_csv_are_read(separator, encoding):
    rows = [["Navn", "Prøve ÆØÅ"], ["Åse, født; Ømose", "62,5"]]
    assert mark_files.read(as_file(rows, separator, encoding)) == rows


@pytest.mark.parametrize(
    ("typed", "points"), [("62,5", "62,5"), ("1 point", None), ("70,0", "70"), ("100", "100")]
)
def test_danish_numbers_are_read(as_teacher, course, work, typed, points):
    found = preview(as_teacher, course, changed(exported(as_teacher, course), typed))
    assert [one.new for one in found.changes] == ([points] if points else [])


# What is unclear


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mange", "skal være et tal"),
        ("62.5", "Skriv decimaler med komma"),
        ("62,55", "Skriv point fra 0 til 100"),
        ("101", "Skriv point fra 0 til 100"),
        ("-1", "Skriv point fra 0 til 100"),
        ("", "Feltet er tomt."),
        ("=SUM(A1:A9)", "Formler regnes ikke ud."),
        ("'=1+1", "Formler regnes ikke ud."),
        ("x" * 500, "for lang"),
    ],
)
def test_what_are_no_points_is_unclear_and_not_taken(as_teacher, course, work, typed, told):
    found = preview(as_teacher, course, changed(exported(as_teacher, course), typed))
    assert found.changes == []
    assert told in whys(found)[0]


def test_a_file_of_last_week_takes_only_what_it_changed(as_teacher, teacher, course, work, student):
    other = factories.MembershipFactory(course=course, user__name="Åse Bo").user
    last_week = exported(as_teacher, course)
    overriding.change(work, student, Decimal(40), "Rettet siden.", by=teacher, version="0")
    found = preview(as_teacher, course, changed(last_week, "80", name="Åse Bo"))
    assert [(one.user, one.new) for one in found.changes] == [(other.pk, "80")]
    assert found.unclear == []
    take(as_teacher, course, found)
    assert GradeChange.objects.filter(user=student).count() == 1


def test_points_that_another_has_changed_since_are_unclear(as_teacher, co_teacher, course, work, student):
    rows = exported(as_teacher, course)
    overriding.change(work, student, Decimal(40), "Rettet siden.", by=co_teacher, version="0")
    found = preview(as_teacher, course, changed(rows, "80"))
    assert found.changes == []
    assert "Ændret af en anden, siden filen blev hentet: der stod 0, nu står der 40." in whys(found)[0]
    assert preview(as_teacher, course, changed(rows, "40")).unclear == []


def test_points_that_another_changes_after_the_preview_stop_the_whole_step(
    as_teacher, co_teacher, course, work, student
):
    factories.MembershipFactory(course=course, user__name="Åse Bo")
    rows = changed(changed(exported(as_teacher, course), "80"), "70", name="Åse Bo")
    found = preview(as_teacher, course, rows)
    overriding.change(work, student, Decimal(40), "Imens.", by=co_teacher, version="0")
    response = take(as_teacher, course, found)
    assert response.status_code == 409
    assert "Intet fra filen er gemt." in response.content.decode()
    assert GradeChange.objects.get().reason == "Imens."


def test_rows_that_belong_to_nobody_or_to_two_are_unclear(as_teacher, course, work):
    for _ in range(2):
        factories.MembershipFactory(course=course, user__name="Bo Dam")
    rows = exported(as_teacher, course)
    head, *students = rows
    new = [["Ukendt Person", "x@y.dk", "50"], ["Bo Dam", "", "60"], ["Signe Holm", "", "70"]]
    found = preview(as_teacher, course, [head, *students, *new])
    assert [why.split(".")[0] for why in whys(found)] == [
        "Ingen studerende på holdet svarer til rækken",
        "Flere på holdet har det navn, og rækken mangler sin udgave, som siger, hvem den er",
        "Rækken mangler sin udgave, så det kan ikke ses, hvad der stod i den",
    ]


def test_columns_that_were_sorted_without_the_rest_are_noticed(as_teacher, course, work):
    factories.MembershipFactory(course=course, user__name="Åse Bo")
    head, first, second = exported(as_teacher, course)
    swapped = [head, [*second[:2], *first[2:]], [*first[:2], *second[2:]]]
    found = preview(as_teacher, course, swapped)
    assert found.changes == []
    assert all("to forskellige" in why for why in whys(found))


def test_a_student_twice_and_one_who_left(as_teacher, course, work, student):
    gone = factories.MembershipFactory(course=course, user__name="Åse Bo")
    rows = exported(as_teacher, course)
    gone.delete()
    found = preview(as_teacher, course, [*rows, rows[1]])
    assert whys(found) == [
        "Den studerende er ikke længere på holdet.",
        "Den studerende står to gange i filen. Den første række er brugt.",
    ]


def test_columns_may_be_moved_or_left_out_and_two_of_a_name_are_told_apart(as_teacher, course, work):
    other = factories.AssignmentFactory(course=course, title="Uge 48")
    rows = exported(as_teacher, course)
    assert rows[0][2:4] == [WEEK, f"{WEEK} nr. 2"]
    turned = [row[::-1] for row in changed(rows, "80", column=f"{WEEK} nr. 2")]
    (one,) = preview(as_teacher, course, turned).changes
    assert one.assignment == other.pk
    assert preview(as_teacher, course, [[*row[:2], *row[3:]] for row in rows]).unclear == []


def test_passed_or_not_takes_points(as_teacher, course, student):
    work = factories.AssignmentFactory(course=course, title="Obligatorisk", grading="pass")
    factories.GradeChangeFactory(assignment=work, user=student, new_points=60)
    rows = exported(as_teacher, course)
    column = "Obligatorisk (bestået)"
    assert rows[1][2] == "bestået"
    assert preview(as_teacher, course, rows).same == 1
    assert preview(as_teacher, course, changed(rows, "20", column=column)).changes[0].new == "20"
    assert (
        "skal være et tal"
        in whys(preview(as_teacher, course, changed(rows, "ikke bestået", column=column)))[0]
    )


# What is no file of this course


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Der er ingen studerende i filen."),
        (b"Navn;E-mail\r\n", "Der er ingen studerende i filen."),
        (b"Navn;Uge 48\r\nSigne;70\r\n", "mangler kolonnen »Udgave«"),
        (b"Navn;Udgave x\r\nSigne;70\r\n", "mangler kolonnen »Udgave«"),
        (b"PK\x03\x04 slet ikke et regneark", "ikke et regneark"),
        (b"a;b\r\n" * 3100, "over 3.000 rækker"),
        (b"a;" * 400 + b"\r\nx", "over 300 kolonner"),
        (b"\x00\x01\x02\x00\xff", "ikke et regneark"),
        (b"x" * (5 * 1024 * 1024 + 1), "over 5 MB"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_what_to_do(as_teacher, course, work, data, told):
    response = send(as_teacher, course, data)
    assert response.status_code == 422
    assert told in response.content.decode()


def test_the_file_of_another_course_is_refused(as_superuser, course, other_course, other_student, work):
    factories.AssignmentFactory(course=other_course, title="Uge 48")
    response = send(as_superuser, course, as_file(exported(as_superuser, other_course)))
    assert response.status_code == 422
    assert "hentet fra et andet hold" in response.content.decode()


def test_a_workbook_that_unpacks_to_very_much_is_refused(as_teacher, course, work):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * (61 * 1024 * 1024))
    assert "over 5 MB" in send(as_teacher, course, out.getvalue(), "k.xlsx").content.decode()


def test_a_preview_that_was_changed_on_the_way_is_refused(as_teacher, course, other_course, work):
    found = preview(as_teacher, course, changed(exported(as_teacher, course), "70"))
    for packed in (found.packed(course)[:-2] + "xx", found.packed(other_course), "", "x" * 99):
        response = as_teacher.post(address_of(course, "gem/"), {"preview": packed, "reason": WHY})
        assert response.status_code == 422
    assert not GradeChange.objects.exists()


@pytest.mark.parametrize("role", ["student", "other_teacher", "outsider"])
def test_nobody_else_brings_marks(request, as_teacher, course, work, role):
    client = request.getfixturevalue(f"as_{role}")
    found = preview(as_teacher, course, changed(exported(as_teacher, course), "70"))
    assert client.get(address_of(course)).status_code == 404
    assert take(client, course, found).status_code == 404
    assert not GradeChange.objects.exists()


# Whatever stands in the file


CELLS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["", "62,5", "100", "=1", "-1", "1e9", "٦٢", "½", "0,0", "NaN", "Infinity", "1.000", "–"]
    ),
    st.decimals(0, 100, places=1).map(lambda points: str(points).replace(".", ",")),
)


@settings(max_examples=60)
@given(typed=CELLS)
def test_any_cell_is_a_change_the_same_or_unclear(as_teacher, course, work, typed):
    head, row = exported(as_teacher, course)
    found = mark_import.compare(course, [head, _put(head, row, typed)])
    assert len(found.changes) + len(found.unclear) + found.same == 1
    for one in found.changes:
        assert 0 <= Decimal(one.new.replace(",", ".")) <= 100


def _put(head, row, typed):
    place = head.index(WEEK)
    return [*row[:place], typed, *row[place + 1 :]]


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=80)
@given(
    data=st.one_of(st.binary(max_size=400), st.binary(max_size=200).map(lambda some: b"PK\x03\x04" + some))
)
def test_any_bytes_are_rows_or_refused(data):
    try:
        table = mark_files.read(data)
    except mark_files.Refused as error:
        assert str(error)
    else:
        assert all(isinstance(cell, str) for row in table for cell in row)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=40)
@given(where=st.floats(0, 1), by=st.integers(1, 255))
def test_a_workbook_that_was_damaged_is_rows_or_refused(where, by):
    data = bytearray(WORKBOOK)
    data[int(where * (len(data) - 1))] ^= by
    with contextlib.suppress(mark_files.Refused):
        mark_files.read(bytes(data))


def _workbook():
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in (["Navn", "Uge 48"], ["Signe", 62.5], ["Bo", "=1+1"]):
        book.active.append(row)
    book.save(out)
    return out.getvalue()


WORKBOOK = _workbook()


def test_formulas_of_a_workbook_stay_text():
    assert mark_files.read(WORKBOOK) == [["Navn", "Uge 48"], ["Signe", "62,5"], ["Bo", "=1+1"]]


def test_the_way_out_and_back_takes_as_many_queries_for_many(
    as_teacher, course, work, django_assert_max_num_queries
):
    for number in range(12):
        factories.MembershipFactory(course=course, user__name=f"Person {number}")
    head, *rows = exported(as_teacher, course)
    found = preview(as_teacher, course, [head, *[_put(head, row, "70") for row in rows]])
    assert len(found.changes) == 13
    with django_assert_max_num_queries(22):
        take(as_teacher, course, found)
    assert GradeChange.objects.count() == 13
    assert Assignment.objects.get(pk=work.pk).change_of.keys() == {
        row.user_id for row in GradeChange.objects.all()
    }
