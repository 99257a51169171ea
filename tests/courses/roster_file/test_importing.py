"""A list is held against the course, shown, and brought in once, however often it is sent."""

import pytest
from allauth.account.models import EmailAddress
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from courses import enrolment
from courses.models import Group, Invitation, Membership, Submission
from tests import factories
from tests.courses.roster_file.test_reading import workbook

HEADING = "Navn;E-mail;Gruppe\n"


@pytest.fixture
def address(course):
    return f"/undervisning/{course.uuid}/deltagere/liste/"


@pytest.fixture
def upload(as_teacher, address):
    """upload(text) gives the preview."""

    def send(text, heading=HEADING):
        return as_teacher.post(address, {"text": heading + text})

    return send


@pytest.fixture
def bring_in(as_teacher, address, upload):
    """bring_in(text, **ticks) reads the list and says yes to the preview."""

    def send(text, heading=HEADING, **ticks):
        sealed = upload(text, heading).context["sealed"]
        return as_teacher.post(f"{address}gem/", {"laest": sealed} | ticks, follow=True)

    return send


def state():
    """Everything that an import may change."""
    return (
        sorted(Membership.objects.values_list("course", "user", "role")),
        sorted(Group.objects.values_list("course", "name", "members")),
        sorted(Invitation.objects.values_list("course", "email", "name", "group__name")),
    )


def reasons(page):
    return {one.line: one.reason for one in page.context["plan"].unclear}


def test_the_preview_has_three_lists_and_saves_nothing(upload, course, outsider, teacher):
    before = state()
    page = upload("Per Krog;UDENFOR@eksempel.test;A\nNy Person;ny@skole.test;B\nUden adresse;;A\n")
    plan = page.context["plan"]
    assert [row.user for row in plan.known] == [outsider]
    assert [row.person.email for row in plan.new] == ["ny@skole.test"]
    assert reasons(page) == {4: "Adressen mangler."}
    assert state() == before


def test_who_has_an_account_comes_in_and_who_has_none_is_invited(bring_in, course, outsider):
    bring_in("Per Krog;udenfor@eksempel.test;A\nNy Person;Ny@Skole.test;a\n")
    member = course.memberships.get(user=outsider)
    group = course.groups.get()
    assert (member.role, group.name, list(group.members.all())) == ("student", "A", [member])
    invited = course.invitations.get()
    assert (invited.email, invited.name, invited.group) == ("ny@skole.test", "Ny Person", group)


def test_last_weeks_list_changes_nothing(bring_in, upload, course, outsider, student):
    text = "Per Krog;udenfor@eksempel.test;A\nNy Person;ny@skole.test;B\nSigne;studerende@eksempel.test;A\n"
    bring_in(text)
    after = state()
    page = upload(text)
    assert page.context["plan"].changes == 0
    assert "Ingen linjer ændrer noget på holdet" in page.content.decode()
    told = bring_in(text).content.decode()
    assert "Listen svarer til holdet. Intet er ændret." in told
    assert state() == after


def test_the_same_confirmation_twice_is_done_once(as_teacher, address, upload, outsider):
    sealed = upload("Per;udenfor@eksempel.test;A\nNy;ny@skole.test;B\n").context["sealed"]
    as_teacher.post(f"{address}gem/", {"laest": sealed})
    after = state()
    as_teacher.post(f"{address}gem/", {"laest": sealed})
    assert state() == after


def test_unclear_lines_say_their_number_and_why(upload, course, co_teacher, marker):
    closed = factories.UserFactory(is_active=False)
    page = upload(
        "A;ikke en adresse;\n"
        "B;b@skole.test, c@skole.test;\n"
        "C;=A1;\n"
        f"D;{co_teacher.email};\n"
        f"E;{marker.email};\n"
        f"F;{closed.email};\n"
        "G;dobbelt@skole.test;A\n"
        "G;Dobbelt@skole.test;A\n"
        "H;to@skole.test;A\n"
        "H;to@skole.test;B\n"
        "I;i@skole.test;A;for;meget\n"
        f"{'x' * 151};j@skole.test;\n"
        f"K;k@skole.test;{'x' * 61}\n"
        "Lise <l@skole.test>;Lise Lund <l@skole.test>;\n"
    )
    said = reasons(page)
    assert "er ikke en e-mailadresse" in said[2]
    assert "flere adresser" in said[3]
    assert "formel" in said[4]
    assert said[5] == "Jonas Dam er allerede underviser på holdet og bliver det."
    assert said[6] == "Vibeke Storm er allerede bedømmer på holdet og bliver det."
    assert "lukket" in said[7]
    assert said[9] == "Står også i linje 8, som er den, der bruges."
    assert "linje 10 og 11" in said[10] == said[11]
    assert "flere felter" in said[12]
    assert "150 tegn" in said[13]
    assert "60 tegn" in said[14]
    assert [row.person.email for row in page.context["plan"].new] == ["dobbelt@skole.test", "l@skole.test"]


def test_two_accounts_with_one_address_are_unclear(upload, outsider, other_student):
    EmailAddress.objects.create(user=other_student, email=outsider.email)
    assert "To konti" in reasons(upload(f"Per;{outsider.email};\n"))[2]


def test_an_account_is_found_by_its_second_address(bring_in, course, outsider):
    EmailAddress.objects.create(user=outsider, email="per@arbejde.test", verified=True)
    bring_in("Per;per@arbejde.test;\n")
    assert course.memberships.filter(user=outsider).exists()


def test_the_preview_says_what_to_look_at(upload, outsider):
    page = upload(f"En Anden;{outsider.email};\n").content.decode()
    assert "Kontoen hedder Per Krog." in page
    assert "Adressen er ikke bekræftet" in page


def test_who_is_not_on_the_list_stays_unless_ticked(bring_in, upload, course, student, submission, outsider):
    factories.InvitationFactory(course=course, email="gammel@skole.test")
    text = f"Per;{outsider.email};\n"
    plan = upload(text).context["plan"]
    assert [one.member.user for one in plan.missing] == [student]
    assert [one.email for one in plan.uninvited] == ["gammel@skole.test"]
    bring_in(text)
    assert course.memberships.filter(user=student).exists()
    bring_in(text, fjern=[student.pk], traek=[course.invitations.get().pk])
    assert not course.memberships.filter(user=student).exists()
    assert not course.invitations.exists()
    assert Submission.objects.filter(user=student).exists()


def test_nobody_is_removed_who_is_on_the_list_or_teaches(bring_in, course, student, teacher):
    bring_in(f"S;{student.email};\n", fjern=[student.pk, teacher.pk, "x"])
    assert course.memberships.count() == 2


def test_a_line_that_is_unclear_does_not_make_its_student_missing(upload, student):
    page = upload(f"S;{student.email};A\nS;{student.email};B\n")
    assert not page.context["plan"].missing


def test_a_new_group_is_a_move_and_no_group_leaves_what_is(bring_in, upload, course, student):
    line = f"Signe Holm;{student.email};"
    bring_in(f"{line}A\n")
    assert upload(f"{line}B\n").context["plan"].known[0].words == "Flyttes fra A til B"
    bring_in(f"{line}B\n")
    bring_in(f"{line}\n")
    assert [group.name for group in course.memberships.get(user=student).groups.all()] == ["B"]


def test_an_invitation_takes_the_name_and_the_group_of_the_newer_list(bring_in, course):
    bring_in("Ny;ny@skole.test;A\n")
    bring_in("Nynne Pors;ny@skole.test;B\n")
    invited = course.invitations.get()
    assert (invited.name, invited.group.name) == ("Nynne Pors", "B")


def test_who_made_an_account_after_being_invited_keeps_the_group(bring_in, course):
    bring_in("Ny;ny@skole.test;A\n")
    user = factories.UserFactory(email="ny@skole.test")
    bring_in("Ny;ny@skole.test\n", heading="Navn;E-mail\n")
    assert [group.name for group in course.memberships.get(user=user).groups.all()] == ["A"]
    assert not course.invitations.exists()


def test_who_left_and_stands_on_the_list_comes_back_to_the_old_work(
    bring_in, course, student, submission, teacher
):
    enrolment.remove(course, [student], by=teacher)
    bring_in(f"Signe;{student.email};\n")
    assert course.memberships.get(user=student).role == "student"
    assert Submission.objects.filter(user=student).count() == 1


def test_a_workbook_is_read_as_the_text_is(as_teacher, address, outsider):
    data = workbook(("Fornavn", "Efternavn", "Mail"), ("Per", "Krog", outsider.email))
    page = as_teacher.post(address, {"file": SimpleUploadedFile("hold.xlsx", data)})
    (row,) = page.context["plan"].known
    assert (row.user, row.person.name) == (outsider, "Per Krog")


def test_without_headings_the_teacher_says_what_the_columns_are(as_teacher, address, course, outsider):
    asked = as_teacher.post(address, {"text": f"A;{outsider.email};Per Krog\nB;ny@skole.test;Ny\n"})
    sealed = asked.context["sealed"]
    assert "Hvad står i kolonnerne?" in asked.content.decode()
    two = {"laest": sealed, "column-1": "email", "column-2": "email"}
    assert as_teacher.post(f"{address}kolonner/", two).status_code == 422
    none = as_teacher.post(f"{address}kolonner/", {"laest": sealed})
    assert "Vælg den kolonne, hvor e-mailadresserne står." in none.content.decode()
    said = {"laest": sealed, "column-0": "group", "column-1": "email", "column-2": "name"}
    page = as_teacher.post(f"{address}kolonner/", said)
    as_teacher.post(f"{address}gem/", {"laest": page.context["sealed"]})
    assert [group.name for group in course.groups.all()] == ["A", "B"]


@pytest.mark.parametrize("sealed", ["", "junk", "Ω:Ω:Ω"])
@pytest.mark.parametrize("where", ["gem/", "kolonner/"])
def test_a_preview_that_was_changed_on_the_way_saves_nothing(as_teacher, address, sealed, where):
    response = as_teacher.post(f"{address}{where}", {"laest": sealed})
    assert response.status_code == 422
    assert "Intet er gemt. Læs listen ind igen." in response.content.decode()


@pytest.mark.parametrize(
    "sent",
    [{}, {"text": "  \n "}, {"text": "a@b.dk", "file": SimpleUploadedFile("x.csv", b"a@b.dk")}],
)
def test_one_list_at_a_time(as_teacher, address, sent):
    assert as_teacher.post(address, sent).status_code == 422


ADDRESSES = [
    "studerende@eksempel.test",
    "udenfor@eksempel.test",
    "ny@skole.test",
    "underviser@eksempel.test",
    "x",
    "",
]
CELL = st.sampled_from([*ADDRESSES, "A", "b", "=1+1", '"', "æøå", "\x00", ";", "\n"]) | st.text(max_size=12)
ROWS = st.lists(st.tuples(CELL, st.sampled_from(ADDRESSES) | CELL, CELL), max_size=8)


@settings(max_examples=8)
@given(rows=ROWS, heading=st.sampled_from([HEADING, "", "E-mail;Navn\n"]), sign=st.sampled_from(";,\t"))
def test_whatever_stands_in_the_list_it_is_shown_and_brought_in_whole(
    as_teacher, address, course, student, outsider, rows, heading, sign
):
    text = heading.replace(";", sign) + "\n".join(sign.join(row) for row in rows)
    shown = as_teacher.post(address, {"text": text})
    assert shown.status_code in (200, 422)
    if not shown.context or "plan" not in shown.context:
        return
    sealed = {"laest": shown.context["sealed"]}
    planned = shown.context["plan"]
    assert as_teacher.post(f"{address}gem/", sealed).status_code == 302
    after = state()
    again = as_teacher.post(address, {"text": text}).context["plan"]
    assert again.changes == 0
    assert len(again.known) + len(again.new) == len(planned.known) + len(planned.new)
    as_teacher.post(f"{address}gem/", sealed)
    assert state() == after


def test_three_lines_cost_as_many_queries_as_three_hundred(as_teacher, address, course):
    def cost(count, name):
        people = [factories.UserFactory(email=f"{name}{number}@skole.test") for number in range(count)]
        lines = [f"{one};{one.email};Gruppe {number}" for number, one in enumerate(people)]
        lines += [f"Ny {number};ny-{name}{number}@skole.test;Gruppe {number}" for number in range(count)]
        with CaptureQueriesContext(connection) as previewing:
            page = as_teacher.post(address, {"text": HEADING + "\n".join(lines)})
        with CaptureQueriesContext(connection) as saving:
            as_teacher.post(f"{address}gem/", {"laest": page.context["sealed"]})
        # SQLite takes a long INSERT in pieces.
        return len(previewing), sum(not one["sql"].startswith("INSERT") for one in saving)

    few = cost(3, "a")
    assert cost(150, "b") == few
    assert few[0] <= 10
