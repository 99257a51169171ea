"""The statistics as a teacher opens them: of the own students alone, and not before there are enough."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes.statistics import gathering
from quizzes.statistics.marks import Mark
from tests import factories

BANK = "/admin/quizzes/question/"
RIGHT = [(1, 1), (1, 1), (1, 0), (0, 1), (0, 0)]


@pytest.fixture
def quiz(db):
    questions = [factories.QuestionFactory(title=title) for title in ("Første", "Andet")]
    return factories.QuizFactory(questions=questions)


@pytest.fixture
def hand_in(quiz):
    """hand_in(user, 1, 0) is an attempt with the first question right and the second wrong; None is no answer."""

    def make(user, *points, after=0, **fields):
        items = [
            factories.frozen_item(number, question=str(one.uid)) for number, one in enumerate(quiz.asked(), 1)
        ]
        at = timezone.now() + timedelta(minutes=after)
        attempt = factories.AttemptFactory(
            user=user,
            quiz=quiz,
            own=True,
            frozen={"items": items},
            started_at=at,
            submitted_at=at,
            points=0,
            total=0,
            **fields,
        )
        for number, share in enumerate(points, 1):
            if share is not None:
                factories.ResponseFactory(attempt=attempt, item=f"item-{number}", points=share)
        return attempt

    return make


@pytest.fixture
def class_of(hand_in):
    """class_of(course) has five students who have handed in."""

    def make(course):
        for points in RIGHT:
            user = factories.UserFactory()
            factories.MembershipFactory(course=course, user=user, role="student")
            hand_in(user, *points)

    return make


def address(quiz, end="/"):
    return f"/admin/quizzes/quiz/{quiz.pk}/statistik{end}"


def test_the_teacher_reads_figures_and_a_plot_with_the_same_numbers(as_teacher, quiz, course, class_of):
    class_of(course)
    page = as_teacher.get(address(quiz)).content.decode()
    assert "Her tæller 5 studerende" in page
    assert page.count("chart-dot") == 4
    for text in (
        "Første",
        "Andet",
        "60 %",
        "Cronbachs alfa",
        "kan ikke beregnes" if "kan ikke" in page else "60 %",
    ):
        assert text in page
    # Two questions: r = (5·2 - 3·3) / 6 = 1/6
    assert page.count("0,17") >= 2


def test_students_of_another_course_are_not_counted(
    as_teacher, quiz, course, other_course, class_of, hand_in
):
    class_of(other_course)
    page = as_teacher.get(address(quiz)).content.decode()
    assert "Ingen af dine studerende har" in page
    assert "chart" not in page


def test_four_are_too_few_and_nothing_is_shown(as_teacher, quiz, course, hand_in):
    for points in RIGHT[:4]:
        user = factories.UserFactory()
        factories.MembershipFactory(course=course, user=user, role="student")
        hand_in(user, *points)
    page = as_teacher.get(address(quiz)).content.decode()
    assert "4 af dine studerende har" in page
    assert "Cronbach" not in page
    rows = as_teacher.get(address(quiz, ".csv")).content.decode("utf-8-sig").splitlines()
    assert len(rows) == 1


@pytest.mark.parametrize(("whose", "counted"), [("course", 1), ("other_course", 0)])
def test_a_hand_in_counts_for_the_teacher_of_its_assignment(request, teacher, student, quiz, whose, counted):
    of = request.getfixturevalue(whose)
    assignment = factories.AssignmentFactory(course=of, quiz=quiz, case=None)
    factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    assert len(gathering.of_quiz(quiz, teacher).papers) == counted


def test_the_first_attempt_of_each_student_counts(teacher, student, quiz, hand_in):
    hand_in(student, 0, 0)
    hand_in(student, 1, 1, after=5)
    (paper,) = gathering.of_quiz(quiz, teacher).papers
    assert paper.total == 0


def test_no_answer_is_nothing_and_what_waits_is_not_counted(teacher, student, quiz, hand_in):
    attempt = hand_in(student, None, 1)
    (paper,) = gathering.of_quiz(quiz, teacher).papers
    assert [mark.points for mark in paper.marks.values()] == [0, 10_000]
    attempt.responses.update(points=None)
    (paper,) = gathering.of_quiz(quiz, teacher).papers
    assert [mark.points for mark in paper.marks.values()] == [0, None]
    assert paper.total is None


def test_a_guess_at_one_of_two_is_a_half(teacher, student, quiz, hand_in):
    hand_in(student, 1, 1)
    (paper,) = gathering.of_quiz(quiz, teacher).papers
    options = len(factories.frozen_item()["options"])
    assert {mark.guess for mark in paper.marks.values()} == {1 / options}
    assert isinstance(next(iter(paper.marks.values())), Mark)


def test_the_csv_has_the_rows_of_the_page(as_teacher, quiz, course, class_of):
    class_of(course)
    response = as_teacher.get(address(quiz, ".csv"))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert response["Content-Type"].startswith("text/csv")
    assert [row[1] for row in rows] == ["Spørgsmål", "Første", "Andet"]
    assert rows[1][3] == "60 %"


def test_a_title_is_no_formula_in_a_spreadsheet(as_teacher, quiz, course, class_of):
    class_of(course)
    quiz.questions.filter(title="Første").update(title="=1+1")
    assert ";'=1+1;" in as_teacher.get(address(quiz, ".csv")).content.decode()


def test_the_quiz_links_to_its_statistics(as_teacher, quiz):
    page = as_teacher.get(f"/admin/quizzes/quiz/{quiz.pk}/change/").content.decode()
    assert f'href="{address(quiz)}"' in page


def test_the_bank_shows_what_its_reader_has_seen(as_teacher, as_other_teacher, quiz, course, class_of):
    class_of(course)
    assert "60 %" not in as_teacher.get(BANK).content.decode()
    as_teacher.get(address(quiz))
    assert as_teacher.get(BANK).content.decode().count("60 %") == 2
    assert "60 %" not in as_other_teacher.get(BANK).content.decode()
    assert "60 %" in as_teacher.get(f"{BANK}?svarene=skiller-ikke").content.decode()
    assert "60 %" not in as_teacher.get(f"{BANK}?svarene=let").content.decode()
