"""How a marker has the arguments before her: without names, in an order of her own, and one part at a time."""

import pytest

from courses.begin import begin
from courses.desk import Desk
from quizzes.models import Response
from tests import factories
from tests.courses.test_marking import filled, of, page_of, text
from tests.quizzes.kinds_of import ARGUMENT, saved

NAMES = (
    "Ask Ager",
    "Bodil Busk",
    "Carl Dam",
    "Dorte Eg",
    "Ebbe Falk",
    "Frida Gran",
    "Gorm Holt",
    "Helle Iversen",
)


@pytest.fixture
def assignment(course):
    case = factories.CaseFactory(weight_argument=20, questions=[{"key": "q1"}], title="Kautionen")
    other = factories.CaseFactory(weight_argument=20, questions=[{"key": "q1"}], title="Kreditten")
    return factories.AssignmentFactory(course=course, items=[{"case": case}, {"case": other}])


@pytest.fixture
def handed_in(assignment):
    """Everybody's work on the first item."""
    return [
        factories.SubmissionFactory(
            assignment=assignment, user__name=name, user__email=f"{number}@studerende.dk", handed_in=True
        )
        for number, name in enumerate(NAMES)
    ]


def queue_of(assignment, query=""):
    return of(assignment, f"begrundelser/{query}")


def in_order(desk, submissions):
    return sorted(submissions, key=lambda one: desk.place(one, 0))


def test_without_names_neither_list_nor_page_nor_message_tells_whose_it_is(as_teacher, assignment, handed_in):
    page = text(as_teacher.get(queue_of(assignment, "?anonymt=1")))
    assert "Besvarelse 3" in page
    pages = [page, text(as_teacher.get(page_of(handed_in[2])))]
    pages.append(text(as_teacher.post(page_of(handed_in[2]), filled(handed_in[2], "9"))))
    pages.append(text(as_teacher.post(page_of(handed_in[2]), filled(handed_in[2], next="1"), follow=True)))
    assert "Bedømmelsen er gemt: Besvarelse 3." in pages[-1]
    for page in pages:
        assert "@studerende.dk" not in page
        assert not [name for name in NAMES if name in page]


def test_the_names_stay_hidden_for_this_assignment_until_they_are_asked_for(
    as_teacher, assignment, handed_in
):
    as_teacher.get(queue_of(assignment, "?anonymt=1"))
    assert "Ask Ager" not in text(as_teacher.get(queue_of(assignment)))
    elsewhere = factories.SubmissionFactory(
        assignment=factories.AssignmentFactory(course=assignment.course, case=assignment.tasks[0].case),
        user=handed_in[0].user,
        handed_in=True,
    )
    assert "Ask Ager" in text(as_teacher.get(queue_of(elsewhere.assignment)))
    assert "Ask Ager" in text(as_teacher.get(queue_of(assignment, "?anonymt=0")))
    assert "Ask Ager" in text(as_teacher.get(page_of(handed_in[0])))


def test_each_marker_has_an_order_of_her_own_that_stays(assignment, handed_in, teacher, co_teacher):
    mine, hers = Desk(teacher, assignment, True), Desk(co_teacher, assignment, True)
    assert in_order(mine, handed_in) == in_order(mine, handed_in[::-1])
    assert in_order(mine, handed_in) != in_order(hers, handed_in)
    first = in_order(mine, handed_in)
    late = factories.SubmissionFactory(assignment=assignment, handed_in=True)
    assert [one for one in in_order(mine, [*handed_in, late]) if one != late] == first


def test_a_number_stays_when_more_is_handed_in(assignment, handed_in, teacher):
    before = Desk(teacher, assignment, True).numbers
    factories.SubmissionFactory(assignment=assignment)
    assert before.items() <= Desk(teacher, assignment, True).numbers.items()


def test_without_names_saving_leads_through_everything_once(as_teacher, assignment, handed_in):
    as_teacher.get(queue_of(assignment, "?anonymt=1"))
    by_address = {page_of(one): one for one in handed_in}
    here, seen = page_of(handed_in[0]), []
    while here in by_address:
        seen.append(here)
        here = as_teacher.post(here, filled(by_address[here], next="1"))["Location"]
    assert sorted(seen) == sorted(by_address)
    assert here == queue_of(assignment)


def test_one_item_is_marked_by_itself_and_saving_stays_within_it(as_teacher, assignment, handed_in):
    two = assignment.tasks[1]
    for work in handed_in[:2]:
        factories.SubmissionFactory(assignment=assignment, user=work.user, item=two, handed_in=True)
    assert "10 af 10 venter" in text(as_teacher.get(queue_of(assignment)))
    page = text(as_teacher.get(queue_of(assignment, f"?del={two.pk}")))
    assert "2 af 2 venter" in page
    assert f'<option value="{two.pk}" selected>Kreditten</option>' in page
    first, last = assignment.submissions.filter(item=two).order_by("pk")
    assert f"{page_of(first)}?del={two.pk}" in page
    sent = as_teacher.post(f"{page_of(first)}?del={two.pk}", filled(first, next="1"))
    assert sent["Location"] == f"{page_of(last)}?del={two.pk}"
    assert f"{queue_of(assignment)}?del={two.pk}" in text(as_teacher.get(sent["Location"]))
    sent = as_teacher.post(sent["Location"], filled(last, next="1"))
    assert sent["Location"] == f"{queue_of(assignment)}?del={two.pk}"


@pytest.mark.parametrize("part", ["0", "x' OR 1=1", "%00", "999999999999999999999"])
def test_a_part_that_is_none_shows_all(as_teacher, assignment, handed_in, part):
    assert "8 af 8 venter" in text(as_teacher.get(queue_of(assignment, f"?del={part}")))


def test_a_question_of_a_quiz_is_one_part_for_everybody(as_teacher, course, student, co_teacher):
    questions = [saved(ARGUMENT), saved(ARGUMENT)]
    quiz = factories.QuizFactory(questions=questions, shuffle=True)
    work = factories.AssignmentFactory(course=course, case=None, quiz=quiz)
    for user in (student, factories.MembershipFactory(course=course, role="student").user):
        attempt = begin(user, work).attempt
        for item in attempt.items:
            Response.objects.create(attempt=attempt, item=item.key, chosen=["Fordi."], points=None)
        attempt.submit()
    assert "4 af 4 venter" in text(as_teacher.get(queue_of(work)))
    for question in questions:
        page = text(as_teacher.get(queue_of(work, f"?del={work.tasks[0].pk}-{question.uid}")))
        assert "2 af 2 venter" in page
