"""One answer of one hand-in: the preview, at once, on record, and never unseen over a colleague's."""

import json
from decimal import Decimal

import pytest

from accounts.export import everything
from courses import gradebook, overriding, release, results, work
from courses.models import Acceptance, Assignment, GradeChange, Message, RecordEntry, Regrade
from quizzes import receipts
from tests.courses.accepting.conftest import WHY, address, fresh, place_of, points, send, standing, tried


def page(client, submission):
    return client.get(address(submission, place_of(submission))).content.decode()


def one(client, submission, **more):
    return send(client, submission, whom="en", **more)


def test_the_page_says_what_each_choice_comes_to(as_teacher, five):
    shown = page(as_teacher, five[0])
    assert "Godtag (100 %): fra 50 til 100 point" in shown
    assert "Halvt (50 %): fra 50 til 75 point" in shown
    assert "Godtag ikke (0 %): uændret" in shown


def test_another_share_is_shown_before_anything_is_saved(as_teacher, five):
    response = one(as_teacher, five[0], share="andet", percent="80", reason="", vis="1")
    assert response.status_code == 200
    assert "Denne besvarelse: fra 50 til 90 point." in response.content.decode()
    assert not Regrade.objects.exists()


def test_it_counts_at_once_and_for_nobody_else(as_teacher, teacher, five):
    assert one(as_teacher, five[0]).status_code == 302
    assert points(*five) == [2, 1, 1, 2, 1]
    (acceptance,) = standing()
    assert (acceptance.submission, acceptance.answer) == (five[0], "Regreskrav")
    regrade = acceptance.regrade
    assert (regrade.state, regrade.made_by, regrade.reason) == ("in_force", teacher, WHY)
    assert fresh(five[0]).attempt.earlier.get().reason == WHY
    assert RecordEntry.objects.get(about=five[0].user, kind="regrade").reason == WHY


@pytest.mark.parametrize("share", [{"share": "andet"}, {"share": "andet", "percent": "101"}, {"share": ""}])
def test_a_share_that_is_none_is_refused(as_teacher, five, share):
    assert one(as_teacher, five[0], **share).status_code == 422
    assert not Regrade.objects.exists()


def test_without_a_reason_nothing_is_saved(as_teacher, five):
    response = one(as_teacher, five[0], reason=" ")
    assert response.status_code == 422
    assert "Skriv, hvorfor bedømmelsen rettes." in response.content.decode()


def test_less_than_the_rules_gave_is_allowed_for_one(as_teacher, five):
    assert one(as_teacher, five[3], share="0", reason="Svaret er skrevet af efter naboen.").status_code == 302
    assert points(*five) == [1, 1, 1, 1, 1]


def test_what_is_said_of_one_goes_before_what_is_said_of_all(as_teacher, five):
    one(as_teacher, five[0], share="50")
    as_teacher.post(f"{tried(as_teacher, five[1]).get_absolute_url()}gennemfoer/")
    assert points(*five) == [1.5, 2, 2, 2, 1]


def test_the_same_sent_twice_is_one(as_teacher, five):
    version = as_teacher.get(address(five[0], place_of(five[0]))).context["asked"].version
    for _ in range(2):
        assert one(as_teacher, five[0], version=version).status_code == 302
    assert Acceptance.objects.count() == 1
    assert fresh(five[0]).attempt.earlier.count() == 1


def test_of_two_teachers_the_second_is_told_and_loses_nothing(as_teacher, as_co_teacher, five):
    version = as_teacher.get(address(five[0], place_of(five[0]))).context["asked"].version
    one(as_teacher, five[0])
    response = one(as_co_teacher, five[0], share="50", reason="Min egen grund.", version=version)
    shown = response.content.decode()
    assert response.status_code == 409
    assert "Besvarelsen er bedømt på ny, mens du skrev." in shown
    assert "Min egen grund." in shown
    assert "Rettet for denne besvarelse til 100 %." in shown
    assert points(five[0]) == [2]


def test_put_right_again_the_last_counts_and_taken_back_the_first(as_teacher, five):
    one(as_teacher, five[0])
    one(as_teacher, five[0], share="50")
    assert points(five[0]) == [1.5]
    (last,) = standing()
    as_teacher.post(f"{last.regrade.get_absolute_url()}tag-tilbage/")
    assert points(five[0]) == [2]
    assert [row.percent for row in standing()] == [100]


def test_points_of_the_whole_that_are_set_by_hand_still_count(as_teacher, teacher, short_quiz, five):
    assignment, student = Assignment.objects.get(pk=short_quiz.pk), five[0].user
    overriding.change(assignment, student, Decimal(60), "Mundtligt.", by=teacher, version="0")
    assert "sat i hånden til 60, og det gælder fortsat" in page(as_teacher, five[0])
    one(as_teacher, five[0])
    result = results.of(work.of(Assignment.objects.get(pk=short_quiz.pk), student))
    assert (result.points, result.computed) == (60, 100)
    assert GradeChange.objects.get().new_points == 60


def test_the_student_reads_it_at_the_answer_once_the_result_is_shown(as_teacher, as_student, five):
    one(as_teacher, five[0])
    result = five[0].attempt.get_absolute_url()
    assert WHY not in as_student.get(result, follow=True).content.decode()
    release.release(Assignment.objects.get(pk=five[0].assignment_id))
    shown = as_student.get(result, follow=True).content.decode().replace("\xa0", " ")
    assert "Bedømmelsen er rettet af underviseren: 100 % af svarets point." in shown
    assert "Svaret giver 1 af 1 point." in shown
    assert "Uden rettelsen giver det 0 %." in shown
    assert WHY in shown
    # What was said before is there, too.
    assert "Forkert." in shown
    assert "Svaret er: Regres." in shown
    assert "Ret bedømmelsen" not in shown


def test_who_has_not_seen_the_result_is_told_nothing_and_who_has_is(as_teacher, five):
    one(as_teacher, five[0])
    assert not Message.objects.filter(kind="regraded").exists()


def test_it_is_told_to_the_one_who_had_seen_it(as_teacher, five, shown):
    one(as_teacher, five[0])
    assert Message.objects.get(kind="regraded").user == five[0].user


def test_the_own_data_holds_it_once_the_result_is_shown(as_teacher, student, five):
    one(as_teacher, five[0])
    assert everything(student)["courses"]["rettede_bedoemmelser"] == []
    release.release(Assignment.objects.get(pk=five[0].assignment_id))
    told = everything(student)
    (row,) = told["courses"]["rettede_bedoemmelser"]
    assert (row["svar"], row["andel_i_procent"], row["begrundelse"]) == ("Regreskrav", 100, WHY)
    assert told["quizzes"]["forsøg"][0]["svar"][0]["rettet af underviseren"] == WHY


def test_a_marker_and_a_student_do_not_put_it_right(as_marker, as_student, five):
    for client in (as_marker, as_student):
        assert client.get(address(five[0], place_of(five[0]))).status_code == 404
    read = as_marker.get(address(five[0], "x").split("svar/")[0]).content.decode()
    assert "Regreskrav" in read
    assert "Ret bedømmelsen" not in read


@pytest.mark.parametrize("place", ["findes-ikke", "q1.jus"])
def test_what_is_not_answered_there_is_not_there(as_teacher, five, place):
    assert as_teacher.get(address(five[0], place)).status_code == 404


def test_in_an_archived_course_it_is_read_and_not_offered(as_teacher, course, five):
    one(as_teacher, five[0])
    as_teacher.post(f"/undervisning/{course.uuid}/arkiv/")
    read = as_teacher.get(address(five[0], "x").split("svar/")[0]).content.decode()
    assert "Bedømmelsen er rettet" in read
    assert "Ret bedømmelsen" not in read


def test_the_gradebook_has_the_points_and_no_note_of_points_set_by_hand(as_teacher, course, five):
    one(as_teacher, five[0])
    book = gradebook.of(course)
    cells = {row.user: row.cells[0] for row in book.rows}
    assert (cells[five[0].user].shown, cells[five[0].user].notes) == ("100", ())
    assert cells[five[1].user].shown == "50"


def test_the_receipt_says_it_and_without_it_has_the_bytes_it_had(as_teacher, five):
    before = [receipts.as_json(fresh(row).attempt) for row in five]
    one(as_teacher, five[0])
    after = [receipts.as_json(fresh(row).attempt) for row in five]
    assert after[1:] == before[1:]
    judged = json.loads(after[0])["spoergsmaal"][0]["bedoemt"]
    assert (judged["dom"], judged["andel"]) == ("Forkert.", "1.0000")
    put = judged["rettet"]
    assert (put["andel"], put["uden_rettelsen"], put["begrundelse"]) == ("1.0000", "0.0000", WHY)
    assert "rettet" not in json.loads(after[0])["spoergsmaal"][1]["bedoemt"]
    assert after[0] == receipts.as_json(fresh(five[0]).attempt)
    page = receipts.as_html(fresh(five[0]).attempt).replace("\xa0", " ")
    assert "Rettet af underviseren: 100 % af svarets point." in page
    assert "Forkert." in page
