import pytest

from authoring.shelf import Shelf as Files
from lessons.content import KINDS
from quizzes import quiz_file, wellformed
from quizzes.models import Quiz
from quizzes.shelves import shelves
from tests.factories import (
    AttemptFactory,
    ChapterFactory,
    DrawFactory,
    QuestionFactory,
    QuizFactory,
    SectionFactory,
    frozen_item,
)

pytestmark = pytest.mark.django_db


def listed(user):
    return shelves(list(Quiz.objects.visible_to(user).with_standing(user)), user)


@pytest.fixture
def kaution():
    """A chapter with two sections, quizzes for both in the wrong order, and one across the chapter."""
    chapter = ChapterFactory(title="Kaution")
    first, second = (SectionFactory(chapter=chapter, order=order) for order in (1, 2))
    for section, title in ((second, "A"), (first, "B")):
        QuizFactory(title=title, belongs_to=section.get_absolute_url())
    QuizFactory(title="C", belongs_to=chapter.get_absolute_url())
    return chapter


def test_quizzes_stand_by_chapter_with_those_of_the_sections_in_the_order_of_the_book(student, kaution):
    (shelf,) = listed(student).chapters
    assert shelf.chapter == kaution
    assert [quiz.title for quiz in shelf.of_sections] == ["B", "A"]
    assert [quiz.title for quiz in shelf.across] == ["C"]


def test_a_quiz_without_a_place_or_with_one_that_is_gone_is_still_found(student):
    QuizFactory(title="Prøvesæt")
    QuizFactory(title="Uden afsnit", belongs_to="/laer/kaution/findes-ikke/")
    assert {quiz.title for quiz in listed(student).across} == {"Prøvesæt", "Uden afsnit"}


def test_a_teachers_own_quiz_stands_by_itself(teacher, kaution):
    QuizFactory(title="Min egen", owner=teacher, belongs_to=kaution.get_absolute_url())
    found = listed(teacher)
    assert [quiz.title for quiz in found.of_teachers] == ["Min egen"]
    assert len(found.chapters[0].quizzes) == 3


def test_the_chapter_where_something_is_left_is_open_and_what_is_begun_stands_first(
    as_student, student, kaution
):
    other = ChapterFactory(title="Regres")
    QuizFactory(title="D", belongs_to=SectionFactory(chapter=other).get_absolute_url())
    for quiz in Quiz.objects.filter(belongs_to__startswith=kaution.get_absolute_url()):
        AttemptFactory(user=student, quiz=quiz).submit()
    AttemptFactory(user=student, quiz=Quiz.objects.get(title="D"))
    found = listed(student)
    assert found.next_up.chapter == other
    assert found.chapters[0].taken == 3
    page = as_student.get("/quiz/").content.decode()
    assert "Fortsæt: D" in page
    assert page.count("<details") - page.count('<details class="quiz-shelf">') >= 1
    assert "3 af 3 taget" in page


def test_the_list_says_which_result_counts_of_several(as_student, student):
    quiz = QuizFactory(title="Kaution", counts="best", questions=[])
    for _ in range(2):
        AttemptFactory(user=student, quiz=quiz, frozen={"items": [frozen_item()]}, max_points=1).submit()
    assert "din bedste omgang af 2" in as_student.get("/quiz/").content.decode()


def test_drawn_questions_are_counted_with_the_fixed_ones(student):
    quiz = QuizFactory(questions=[QuestionFactory()])
    DrawFactory(quiz=quiz, count=4)
    DrawFactory(quiz=quiz, count=3)
    assert Quiz.objects.with_standing(student).get().asks == 8


def test_every_quiz_of_the_book_belongs_to_a_place_that_exists_and_none_has_the_name_of_another():
    files = Files([quiz_file.KIND, *(kind for kind in KINDS if kind.name in {"chapter", "section"})])
    quizzes = [one.data for one in files.found if one.kind is quiz_file.KIND]
    assert [fault for quiz in quizzes for fault in wellformed.place_faults(quiz.belongs_to, files)] == []
    titles = [quiz.title.casefold() for quiz in quizzes]
    assert len(titles) == len(set(titles))
    sections = {quiz.belongs_to for quiz in quizzes if quiz.belongs_to.count("/") == 4}
    assert len(sections) == sum(one.kind.name == "section" for one in files.found)


@pytest.mark.parametrize("address", ["kaution", "/quiz/", "/laer/"])
def test_another_address_than_one_of_the_book_is_refused(address):
    (told,) = wellformed.place_faults(address, None)
    assert "skriv adressen på et afsnit eller et kapitel" in told
