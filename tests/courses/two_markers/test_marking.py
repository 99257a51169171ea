"""Two mark an argument: neither sees the other's points before both are done, and nothing is lost or kept twice."""

import re

import pytest

from courses import enrolment, release
from courses.models import Judgement, RecordEntry
from tests import factories
from tests.courses.two_markers.acting import Argument, text

SECRET = "Den sjette måned er overset."
DIFFERENT = "0,37"


def test_the_first_mark_counts_for_nothing_yet(as_teacher, argument, teacher):
    before = argument.work.total
    assert argument.mark(as_teacher, "1").status_code == 302
    assert argument.stage == "ONE"
    assert argument.work.total == before
    assert argument.given == {}
    (mark,) = argument.marks
    assert (mark.by, mark.place, mark.points["q1-jus"]) == (teacher, 1, {"points": "1", "of": 2})


def test_before_both_are_done_no_page_tells_what_the_other_gave(
    as_teacher, as_co_teacher, as_marker, as_student, argument, teacher
):
    argument.mark(as_teacher, DIFFERENT, comment=SECRET)
    release.release(argument.assignment, by=teacher)
    course = argument.assignment.course
    home = f"/undervisning/{course.uuid}/"
    one = argument.list.replace("begrundelser/", "")
    other = factories.SubmissionFactory(assignment=argument.assignment, handed_in=True)
    pages = [
        argument.page,
        argument.list,
        one,
        f"{home}historik/",
        f"{home}historik.csv",
        f"{home}karakterer/",
    ]
    pages += [argument.page.replace("begrundelse/", page) for page in ("", "kvittering/")]
    pages.append(Argument(other).page)
    for client in (as_co_teacher, as_marker):
        for page in pages:
            shown = text(client.get(page))
            assert SECRET not in shown, page
            assert DIFFERENT not in shown, page
    for page in (argument.result, argument.assignment.get_absolute_url()):
        shown = text(as_student.get(page))
        assert SECRET not in shown
        assert DIFFERENT not in shown
    assert SECRET in text(as_teacher.get(argument.page))


def test_the_second_is_told_only_that_the_first_is_done(as_teacher, as_co_teacher, argument):
    assert "Den anden er ikke færdig endnu." in text(as_co_teacher.get(argument.page))
    argument.mark(as_teacher, "1")
    assert "Den anden er færdig." in text(as_co_teacher.get(argument.page))
    assert "Den anden er ikke færdig endnu." in text(as_teacher.get(argument.page))


def test_what_is_proved_stands_in_the_form_of_both(as_teacher, as_co_teacher, argument):
    argument.mark(as_teacher, "0")
    form = as_co_teacher.get(argument.page).context["form"]
    assert {form[f"niveau-{row.key}"].value() for row in form.rows if row.is_proved} <= {"2"}
    assert not any(form[f"niveau-{row.key}"].value() for row in form.rows if not row.is_proved)


def test_two_who_give_the_same_agree_and_it_counts_at_once(as_teacher, as_co_teacher, argument, co_teacher):
    argument.mark(as_teacher, "1", comment="Først dette.")
    response = argument.mark(as_co_teacher, "1", comment="Så dette.")
    assert response.status_code == 302
    assert argument.stage == "EQUAL"
    assert set(argument.given.values()) == {"1"}
    assert argument.work.argument_points["comment"] == "Først dette.\n\nSå dette."
    assert "argument" in argument.work.marks


def test_two_who_differ_wait_until_they_agree_and_are_led_to_both_sides(as_teacher, as_co_teacher, argument):
    argument.mark(as_teacher, "1")
    response = argument.mark(as_co_teacher, "1", q1_jus="2")
    assert response["Location"] == argument.page
    assert argument.stage == "DIFFER"
    assert argument.given == {}
    for client in (as_teacher, as_co_teacher):
        page = text(client.get(argument.page))
        assert f"Uenige om 1 af {len(argument.most)} kriterier." in page
        assert "Karen Lund" in page
        assert "Jonas Dam" in page


def test_the_same_person_is_never_both(as_teacher, argument):
    argument.mark(as_teacher, "1")
    argument.mark(as_teacher, "2")
    assert argument.stage == "ONE"
    (mark,) = argument.marks
    assert mark.points["q1-jus"]["points"] == "2"
    assert mark.version == 2


def test_a_double_click_saves_once(as_teacher, as_co_teacher, argument):
    for client in (as_teacher, as_co_teacher):
        version = argument.version(client)
        for _ in range(2):
            assert argument.mark(client, "1", version=version).status_code == 302
    assert [mark.version for mark in argument.marks] == [1, 1]
    assert argument.stage == "EQUAL"


def test_another_window_of_the_same_person_is_refused_and_loses_nothing(as_teacher, argument):
    version = argument.version(as_teacher)
    argument.mark(as_teacher, "1", version=version)
    response = argument.mark(as_teacher, "2", version=version, comment="Mine ord")
    assert response.status_code == 409
    assert "Mine ord" in text(response)
    assert argument.marks[0].points["q1-jus"]["points"] == "1"


def test_who_changes_the_own_mark_too_late_is_shown_both_and_keeps_what_was_typed(
    as_teacher, as_co_teacher, argument
):
    argument.mark(as_teacher, "1")
    version = argument.version(as_teacher)
    argument.mark(as_co_teacher, "2")
    response = argument.mark(as_teacher, "1,25", version=version, comment="Mine nye ord")
    assert response.status_code == 409
    page = text(response)
    for told in ("To har bedømt begrundelsen imens.", "Mine nye ord", 'value="1,25"', "Jonas Dam"):
        assert told in page
    assert argument.marks[0].points["q1-jus"]["points"] == "1"


def test_a_third_who_does_not_run_the_course_is_turned_away_and_sees_neither_side(
    as_teacher, as_co_teacher, as_marker, argument
):
    argument.mark(as_co_teacher, "1", comment=SECRET)
    argument.mark(as_teacher, DIFFERENT)
    page = text(as_marker.get(argument.page))
    assert "To har bedømt begrundelsen." in page
    assert SECRET not in page
    assert DIFFERENT not in page
    response = argument.mark(as_marker, "2", version="egen-0")
    assert response.status_code == 409
    assert SECRET not in text(response)
    assert argument.agree(as_marker, "2", version="aftalt-1-0").status_code == 403
    assert len(argument.marks) == 2


def test_a_marker_who_leaves_half_way_is_still_one_of_the_two(
    as_teacher, as_marker, marker, teacher, argument, course
):
    argument.mark(as_marker, "1")
    enrolment.remove(course, [marker], by=teacher)
    assert as_marker.get(argument.page).status_code == 404
    argument.mark(as_teacher, "2")
    assert argument.stage == "DIFFER"
    assert "Vibeke Storm" in text(as_teacher.get(argument.page))
    argument.agree(as_teacher, "2")
    assert argument.stage == "AGREED"


def row(page):
    """Mine, the other's, and how it stands."""
    cells = r'<td class="on-wide">([^<]*)</td><td class="on-wide">([^<]*)</td>\s*<td>([^<]*)<span'
    return list(re.search(cells, page).groups())


def test_the_list_has_mine_the_others_and_how_it_stands_and_no_points(as_teacher, as_co_teacher, argument):
    argument.mark(as_teacher, DIFFERENT)
    page = text(as_co_teacher.get(argument.list))
    assert "1 af 1 venter på din bedømmelse." in page
    assert row(page) == ["–", "Bedømt", "Venter på anden bedømmer"]
    page = text(as_teacher.get(argument.list))
    assert row(page) == ["Bedømt", "–", "Venter på anden bedømmer"]
    assert "Du har bedømt alt, hvad du kan. 1 af 1 tæller ikke endnu." in page
    argument.mark(as_co_teacher, "1")
    page = text(as_teacher.get(argument.list))
    assert row(page) == ["Bedømt", "Bedømt", "Venter på enighed"]
    argument.agree(as_teacher, "1")
    assert row(text(as_co_teacher.get(argument.list))) == ["Bedømt", "Bedømt", "Aftalt"]


def test_saving_leads_past_what_waits_for_the_other(as_teacher, as_co_teacher, argument):
    other = Argument(
        factories.SubmissionFactory(assignment=argument.assignment, user__name="Åse Aa", handed_in=True)
    )
    argument.mark(as_co_teacher, "1")
    sent = argument.filled("2", version="egen-0") | {"next": "1"}
    assert as_teacher.post(argument.page, sent)["Location"] == other.page
    sent = other.filled("2", version="egen-0") | {"next": "1"}
    assert as_teacher.post(other.page, sent)["Location"] == argument.page


def test_without_names_the_students_is_hidden_and_the_markers_are_not(as_teacher, as_co_teacher, argument):
    as_teacher.get(f"{argument.list}?anonymt=1")
    argument.mark(as_co_teacher, "1")
    pages = [argument.mark(as_teacher, "2"), as_teacher.get(argument.page), as_teacher.get(argument.list)]
    pages.append(argument.agree(as_teacher, "4"))
    pages.append(as_teacher.get(argument.page))
    for page in pages:
        assert "Signe Holm" not in text(page)
    assert "Besvarelse 1" in text(pages[1])
    assert "Jonas Dam" in text(pages[1])


def test_the_student_is_told_what_it_waits_for(as_teacher, as_co_teacher, as_student, argument, teacher):
    release.release(argument.assignment, by=teacher)
    pages = (argument.result, argument.assignment.get_absolute_url())
    steps = [
        (lambda: None, "venter på din underviser"),
        (lambda: argument.mark(as_teacher, "1"), "venter på anden bedømmer"),
        (lambda: argument.mark(as_co_teacher, "2"), "venter på enighed mellem de to bedømmere"),
    ]
    for act, told in steps:
        act()
        for page in pages:
            assert told in text(as_student.get(page))
    argument.agree(as_teacher, "1")
    for page in pages:
        assert "Begrundelsen venter" not in text(as_student.get(page))


def test_gradebook_and_release_say_that_it_waits(as_teacher, as_co_teacher, argument, course):
    argument.mark(as_teacher, "1")
    argument.mark(as_co_teacher, "2")
    book, ask = f"/undervisning/{course.uuid}/karakterer/", argument.list.replace("begrundelser", "frigiv")
    assert 'class="under">venter' in text(as_teacher.get(book))
    assert "1 begrundelse tæller ikke endnu." in text(as_teacher.get(ask))
    argument.agree(as_teacher, "1")
    assert 'class="under">venter' not in text(as_teacher.get(book))
    assert "tæller ikke endnu" not in text(as_teacher.get(ask))


def test_the_record_tells_who_saved_and_no_points_until_it_counts(
    as_teacher, as_co_teacher, argument, student
):
    argument.mark(as_teacher, "1")
    argument.mark(as_co_teacher, "2")
    said = [entry.after for entry in RecordEntry.objects.filter(kind="argument").order_by("pk")]
    assert said == [
        {"Til to bedømmere": "Første bedømmer har gemt sine point"},
        {"Til to bedømmere": "Anden bedømmer har gemt sine point"},
    ]
    argument.agree(as_teacher, "1,5", reason="Bestemmelsen er nævnt.")
    last = RecordEntry.objects.filter(kind="argument").first()
    assert last.reason == "Bestemmelsen er nævnt."
    assert ("Nævner reglen: FIL § 48", "1 og 2 af 2", "1,5 af 2") in last.changes
    assert last.about == student


def test_a_comment_of_the_other_is_not_offered_as_ones_own(as_teacher, as_co_teacher, argument):
    argument.mark(as_teacher, "1", comment=SECRET)
    argument.mark(as_co_teacher, "1", comment="Mit eget.")
    other = Argument(factories.SubmissionFactory(assignment=argument.assignment, handed_in=True))
    page = text(as_co_teacher.get(other.page))
    assert "Mit eget." in page
    assert SECRET not in page


@pytest.mark.parametrize("count", [3, 12])
def test_the_list_asks_as_often_for_few_as_for_many(as_teacher, assignment, count, django_assert_num_queries):
    for _ in range(count):
        made = factories.SubmissionFactory(assignment=assignment, handed_in=True)
        for place in (1, 2):
            factories.JudgementFactory(submission=made, place=place)
    as_teacher.get(Argument(made).list)
    with django_assert_num_queries(9):
        as_teacher.get(Argument(made).list)


def test_nobody_is_kept_twice(as_teacher, as_co_teacher, argument):
    argument.mark(as_teacher, "1")
    argument.mark(as_co_teacher, "2")
    argument.agree(as_teacher, "1")
    argument.agree(as_co_teacher, "1,5")
    assert list(Judgement.objects.values_list("place", flat=True)) == [1, 2, 3]
