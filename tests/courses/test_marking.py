"""A teacher marks arguments: the list, the page with the rubric, two teachers at once, and what students see."""

import pytest

from cases.models import Walkthrough
from courses import markable, release
from courses.forms.mark import MarkForm
from courses.models import Submission
from tests import factories
from tests.cases.playing import Player

TEXT = "Banken ventede for længe, og kravet er tabt for det misligholdte."


@pytest.fixture
def assignment(course):
    case = factories.CaseFactory(
        weight_argument=20,
        questions=[{"key": "q1"}],
        rubric=[{"title": "Skriver klart", "points": 4}],
    )
    return factories.AssignmentFactory(course=course, case=case, title="Banken siger intet")


@pytest.fixture
def argued(as_student, submission):
    """The student's hand-in, solved rightly but for one day, with an argument."""
    play = Player(as_student, submission.walkthrough).solve({"sidste_frist": "30-07-2026"})
    as_student.post(f"{play.address}begrundelse/", {"begrundelse": TEXT, "udgave": play.walkthrough.version})
    play.walkthrough.submit()
    return submission


def of(assignment, page=""):
    return f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/{page}"


def page_of(submission):
    return of(submission.assignment, f"{submission.uuid}/begrundelse/")


def stored(submission):
    return Walkthrough.objects.get(pk=submission.walkthrough_id)


def filled(submission, points="1,5", **more):
    walkthrough = stored(submission)
    keys = [one["key"] for one in walkthrough.frozen["rubric"]]
    return {f"point-{key}": points for key in keys} | {"version": walkthrough.version, "comment": ""} | more


def text(response):
    return response.content.decode().replace("\xa0", " ")


def test_the_results_lead_to_the_arguments(as_teacher, argued):
    assert "Bedøm begrundelser" in text(as_teacher.get(of(argued.assignment)))


def test_the_results_of_a_case_without_one_do_not(as_teacher, course):
    plain = factories.AssignmentFactory(course=course)
    assert "egrundelse" not in text(as_teacher.get(of(plain)))


def test_the_list_has_those_that_wait_first(as_teacher, argued):
    factories.SubmissionFactory(assignment=argued.assignment, user__name="Åse Aagaard", handed_in=True)
    factories.SubmissionFactory(assignment=argued.assignment, user__name="Bo Begyndt")
    page = text(as_teacher.get(of(argued.assignment, "begrundelser/")))
    assert "2 af 2 venter" in page
    assert "Bo Begyndt" not in page
    assert "Ikke skrevet" in page
    as_teacher.post(page_of(argued), filled(argued))
    page = text(as_teacher.get(of(argued.assignment, "begrundelser/")))
    assert "1 af 2 venter" in page
    assert page.index("Åse Aagaard") < page.rindex("Signe Holm")


def test_the_page_has_story_argument_and_rubric_with_what_is_proved(as_teacher, argued):
    page = text(as_teacher.get(page_of(argued)))
    assert "Lone Brandt" in page
    assert TEXT in page
    assert "Når frem til sidste frist: 31. juli 2026" in page
    assert "Bevist i subsumptionen." in page
    form = MarkForm(markable.of(Submission.objects.get(pk=argued.pk)))
    assert form["niveau-q1-jus"].value() == "2"
    assert not form["niveau-q1-figure"].value()
    assert not form["niveau-own-1"].value()


def test_points_and_comment_are_saved_and_the_total_is_worked_out_anew(as_teacher, argued, teacher):
    before = stored(argued).total
    sent = filled(argued, "0") | {"comment": "Hvad taler imod?"}
    assert as_teacher.post(page_of(argued), sent).status_code == 302
    after = stored(argued)
    assert after.marks["argument"] == 0
    assert after.total < before
    assert after.argument_points["q1-jus"]["by"] == teacher.pk
    assert after.argument_points["comment"] == "Hvad taler imod?"


@pytest.mark.parametrize("typed", ["", "3", "-1", "meget", "1.5", "0,333", "9" * 50])
def test_points_that_are_none_are_refused_beside_the_field_and_nothing_is_lost(as_teacher, argued, typed):
    sent = filled(argued, "1,5") | {"point-q1-jus": typed, "comment": "Min kommentar"}
    response = as_teacher.post(page_of(argued), sent)
    assert response.status_code == 422
    assert "Min kommentar" in text(response)
    assert text(response).count('value="1,5"') == len(stored(argued).frozen["rubric"]) - 1
    assert stored(argued).argument_points == {}


def test_saving_leads_on_to_the_next_that_waits(as_teacher, argued):
    other = factories.SubmissionFactory(assignment=argued.assignment, user__name="Ib Bo", handed_in=True)
    response = as_teacher.post(page_of(argued), filled(argued, next="1"))
    assert response["Location"] == page_of(other)
    response = as_teacher.post(page_of(other), filled(other, next="1"))
    assert response["Location"] == of(argued.assignment, "begrundelser/")


def test_of_two_teachers_the_second_is_told_and_loses_nothing(as_teacher, as_co_teacher, argued):
    sent = filled(argued, "1")
    as_teacher.post(page_of(argued), filled(argued, "2") | {"comment": "Karens ord"})
    response = as_co_teacher.post(page_of(argued), sent | {"comment": "Jonas' ord"})
    assert response.status_code == 409
    page = text(response)
    assert "Karen Lund" in page
    assert "Karens ord" in page
    assert "Jonas&#x27; ord" in page
    assert "Gemt: 2 af 2." in page
    assert stored(argued).marks["argument"] > 0.8
    again = sent | {"version": stored(argued).version}
    assert as_co_teacher.post(page_of(argued), again).status_code == 302
    assert stored(argued).argument_points["q1-jus"]["points"] == "1"


def test_a_double_click_saves_once(as_teacher, argued):
    sent = filled(argued)
    for _ in range(2):
        assert as_teacher.post(page_of(argued), sent).status_code == 302
    assert stored(argued).version == sent["version"] + 1


def test_the_student_sees_points_and_comment_when_the_result_is_released(as_teacher, as_student, argued):
    as_teacher.post(page_of(argued), filled(argued) | {"comment": "Hvad taler imod?"})
    address = f"/cases/gang/{argued.walkthrough_id}/resultat/"
    assert "Hvad taler imod?" not in text(as_student.get(address))
    assert "1,5 af 2" not in text(as_student.get(address))
    release.release(argued.assignment)
    page = text(as_student.get(address))
    assert "Hvad taler imod?" in page
    assert "1,5 af 2" in page
    assert "venter på din underviser" not in page


def test_released_before_it_is_marked_the_result_says_that_it_waits(as_student, argued):
    release.release(argued.assignment)
    assert "venter på din underviser" in text(as_student.get(argued.assignment.get_absolute_url()))


def test_the_list_of_results_has_a_column_for_it(as_teacher, argued):
    assert "Begrundelse</th>" in text(as_teacher.get(of(argued.assignment)))
    as_teacher.post(page_of(argued), filled(argued, "2"))
    assert "Begrundelse (%)" in text(as_teacher.get(of(argued.assignment, "resultater.csv")))


@pytest.mark.parametrize("client", ["as_student", "as_other_teacher", "as_outsider", "as_editor"])
def test_nobody_else_marks(request, argued, client):
    person = request.getfixturevalue(client)
    assert person.get(page_of(argued)).status_code == 404
    assert person.post(page_of(argued), filled(argued)).status_code == 404
    assert person.get(of(argued.assignment, "begrundelser/")).status_code == 404
    assert stored(argued).argument_points == {}


def test_what_is_not_handed_in_is_not_read(as_teacher, submission):
    response = as_teacher.get(page_of(submission))
    assert response["Location"] == of(submission.assignment, f"{submission.uuid}/")


def test_the_teacher_prints_the_receipt(as_teacher, as_other_teacher, argued):
    address = of(argued.assignment, f"{argued.uuid}/kvittering/")
    page = text(as_teacher.get(address))
    assert "Signe Holm" in page
    assert "Kontrolsum" in page
    assert as_other_teacher.get(address).status_code == 404
