"""Files of every sort as lines, and what is refused before it is read."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.roster_file import columns, keeping, people, reading
from courses.roster_file.columns import Columns
from courses.roster_file.reading import Broken, Line, read, read_text
from tests import factories

LIST = "Navn;E-mail;Gruppe\nKaren Lund;kl@skole.test;A\nØrum Åse;oe@skole.test;\n"
CELLS = [("Navn", "E-mail", "Gruppe"), ("Karen Lund", "kl@skole.test", "A"), ("Ørum Åse", "oe@skole.test")]


def cells(found):
    return [line.cells for line in found.lines]


def workbook(*rows, sheets=1):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for number in range(sheets - 1):
        book.create_sheet(f"Ark {number}").append(["andet"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_text_is_read_in_every_usual_writing(encoding, delimiter):
    data = LIST.replace(";", delimiter).replace("\n", "\r\n").encode(encoding)
    assert cells(read(data)) == CELLS


def test_a_comma_in_a_name_divides_nothing_where_semicolons_do():
    found = read_text(
        "Holdliste for FØ24, efterår\nNavn;E-mail\nLund, Karen;kl@skole.test\nHolm, Bo;bh@skole.test"
    )
    assert cells(found)[2] == ("Lund, Karen", "kl@skole.test")


def test_excels_own_first_line_says_the_delimiter():
    assert cells(read_text("sep=,\nNavn,E-mail\nA;B,ab@skole.test"))[1] == ("A;B", "ab@skole.test")


def test_lines_keep_the_numbers_that_they_have_in_the_file():
    found = read_text('Navn;E-mail\n\n"To\nlinjer";a@skole.test\n\nBo;b@skole.test\n')
    assert [line.number for line in found.lines] == [1, 3, 6]
    assert found.lines[1].cells[0] == "To linjer"


def test_a_workbook_is_read_and_says_that_there_are_more_sheets():
    found = read(workbook(*CELLS[:2], (None, None), ("Bo", "b@skole.test", 3.0), sheets=2))
    assert cells(found)[2] == ("Bo", "b@skole.test", "3")
    assert [line.number for line in found.lines] == [1, 2, 4]
    assert found.told == "Filen har flere ark. Kun det første, »Sheet«, er læst."


def test_a_formula_is_the_text_that_it_is():
    found = read(workbook(("E-mail",), ('=HYPERLINK("http://x","kl@skole.test")',)))
    assert found.lines[1].cells[0].startswith("=HYPERLINK")
    _, unclear = people.of(found.lines, Columns(("email",), 1))
    assert "formel" in unclear[0].reason


def bomb(size):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * size)
    return out.getvalue()


def with_entities():
    """A workbook whose sheet defines an entity, as the billion laughs do."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(*CELLS))) as good, zipfile.ZipFile(out, "w") as bad:
        for part in good.infolist():
            data = good.read(part)
            if part.filename.endswith("sheet1.xml"):
                data = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + data
            bad.writestr(part, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "ingenting"),
        (b"\n\n;;\n", "ingenting"),
        (b"a" * (reading.MOST_BYTES + 1), "over 1 MB"),
        (b"\x00\x01\x02\x03" * 9, "ikke læses som tekst"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "gammel"),
        (b"PK\x03\x04 men ikke mere", "ligner en Excel-fil"),
        (b"\n".join(b"a@b.dk" for _ in range(reading.MOST_ROWS + 5)), "2000 linjer"),
        (b";".join(b"a" for _ in range(40)), "30 kolonner"),
        (bomb(9 * 1024 * 1024), "pakker ud"),
        (with_entities(), "ligner en Excel-fil"),
        (workbook(*[("a@b.dk",)] * (reading.MOST_ROWS + 5)), "2000 linjer"),
    ],
)
def test_what_cannot_be_a_list_is_refused_with_a_reason(data, said):
    with pytest.raises(Broken, match=said):
        read(data)


def test_a_row_far_down_is_not_lost_in_silence():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A1048576"] = "E-mail", "langt@nede.test"
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(Broken, match="rækker langt"):
        read(out.getvalue())


def test_the_sizes_that_a_workbook_tells_bind_it():
    """An archive whose directory says that a part is small gives no more than that."""
    data = bytearray(bomb(3_000_000))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    with pytest.raises(Broken):
        read(bytes(data))


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Navn;E-mail;Gruppe", ("name", "email", "group")),
        ("FORNAVN;Efternavn;e-mailadresse", ("first", "last", "email")),
        ("First name;Last name;Email address;Group", ("first", "last", "email", "group")),
        ("Nr.;E-post;Studerende;E-mail", ("", "email", "name", "")),
    ],
)
def test_headings_are_known_in_danish_and_english(heading, kinds):
    lines = read_text(f"Holdliste\n\n{heading}\n").lines
    assert columns.recognised(lines) == Columns(kinds, above=2)


def test_without_headings_the_addresses_are_guessed():
    lines = read_text("7;Karen Lund;kl@skole.test\n8;Bo;b@skole.test").lines
    assert columns.recognised(lines) is None
    assert columns.guessed(lines).kinds[2] == "email"


def test_what_was_read_comes_back_to_the_same_person_and_course_alone(course, teacher, co_teacher):
    lines, said = [Line(2, ("Åse", "a@b.test"))], Columns(("name", "email"), 1)
    sealed = keeping.seal(lines, said, course=course, user=teacher)
    assert keeping.unseal(sealed, course=course, user=teacher) == (lines, said)
    for other in (
        {"course": course, "user": co_teacher},
        {"course": factories.CourseFactory(), "user": teacher},
    ):
        with pytest.raises(keeping.Unsealed):
            keeping.unseal(sealed, **other)


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "ignore")))
def test_no_bytes_make_the_reader_fall(data):
    try:
        found = read(data)
    except Broken:
        return
    assert all(any(line.cells) for line in found.lines)
    said = columns.recognised(found.lines) or columns.guessed(found.lines)
    known, unclear = people.of(found.lines, said)
    assert len({one.email for one in known}) == len(known)
    assert len(known) + len(unclear) == len(said.lines(found.lines))


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=40))
def test_no_broken_workbook_makes_the_reader_fall(place, junk):
    data = bytearray(WHOLE)
    data[place % len(data) : place % len(data) + len(junk)] = junk
    try:
        read(bytes(data))
    except Broken as error:
        assert str(error)


WHOLE = workbook(*CELLS)
