"""The question that refutes a mistake, on the board, and the hands that are counted."""

import pytest

from courses import personal_data
from courses.misunderstandings import named, refuting
from courses.models import RecordEntry, Vote

TOPIC, MISTAKE = "underretning", "regner_180_dage"


@pytest.fixture
def asked(course):
    """The first variant."""
    return refuting.of(course, named.find(TOPIC, MISTAKE, course.reading))


@pytest.fixture
def address(course):
    return f"/undervisning/{course.uuid}/misforstaaelser/{TOPIC}/{MISTAKE}/tavle/"


def test_the_mistake_gives_another_answer_than_the_law(asked):
    wrong = [option for option in asked.options if option.is_mistake]
    assert [option.right for option in asked.options].count(True) == 1
    assert len(wrong) == 1
    assert not wrong[0].right


def test_the_variant_stays_the_same_until_another_is_asked_for(course, asked):
    one = named.find(TOPIC, MISTAKE, course.reading)
    refuting._made.cache_clear()
    assert refuting.of(course, one).made == asked.made
    assert refuting.of(course, one, 2).seed != asked.seed


def test_nothing_of_the_key_is_on_the_board_before_the_answer_is_shown(as_teacher, address, asked):
    page = as_teacher.get(address).content.decode()
    for option in asked.options:
        assert option.text in page
        assert option.remark not in page
    assert "is-right" not in page
    assert "deadline" not in page
    assert "Rigtigt" not in page
    shown = as_teacher.get(f"{address}?trin=svar").content.decode()
    assert next(option.remark for option in asked.options if option.right) in shown
    assert shown.count("is-right") == 1


def test_a_refused_count_shows_no_key_and_keeps_what_was_typed(as_teacher, address):
    answer = as_teacher.post(address, {"foer_A": "mange", "foer_B": "12"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Skriv et helt tal" in page
    assert 'value="12"' in page
    assert "is-right" not in page
    assert not Vote.objects.exists()


def test_a_double_click_saves_one_vote(as_teacher, address, asked, teacher):
    sent = {"foer_A": "12", "foer_B": "19", "efter_B": "31"}
    assert [as_teacher.post(address, sent).status_code for _ in range(2)] == [302, 302]
    vote = Vote.objects.get()
    none = [0] * (len(asked.options) - 2)
    assert (vote.before, vote.after) == ([12, 19, *none], [0, 31, *none])
    assert vote.by == teacher
    assert vote.options == [option.text for option in asked.options]


def test_other_numbers_put_the_vote_right_and_another_variant_has_its_own(as_teacher, address):
    as_teacher.post(address, {"foer_A": "12"})
    as_teacher.post(address, {"foer_A": "13"})
    as_teacher.post(f"{address}?variant=2", {"foer_A": "1"})
    assert [vote.before[0] for vote in Vote.objects.all()] == [13, 1]


def test_the_hands_are_shown_with_the_answer(as_teacher, address):
    as_teacher.post(address, {"foer_A": "12", "efter_B": "31"})
    assert "board-hands" not in as_teacher.get(address).content.decode()
    assert "board-hands" in as_teacher.get(f"{address}?trin=svar").content.decode()


def test_a_teacher_who_goes_leaves_the_hands_without_a_name(as_teacher, address, teacher):
    as_teacher.post(address, {"foer_A": "12"})
    personal_data.erase(teacher)
    assert Vote.objects.get().by is None


@pytest.mark.parametrize("variant", ["0", "-1", "100", "sludder", "²", "%00", "9" * 40])
def test_a_number_that_is_none_is_the_first_variant(as_teacher, address, asked, variant):
    assert asked.text in as_teacher.get(address, {"variant": variant}).content.decode()


def test_the_hands_are_on_record_once_and_so_is_what_is_put_right(as_teacher, teacher, address, asked):
    letters = [option.letter for option in asked.options]
    nobody = {f"{name}_{letter}": "0" for letter in letters for name in ("foer", "efter")}
    for sent in ({"foer_A": "13"}, {"foer_A": "13"}, {"foer_A": "12", "efter_A": "2"}):
        as_teacher.post(address, nobody | sent)
    corrected, first = RecordEntry.objects.filter(kind="vote")
    assert (first.by, first.before) == (teacher, None)
    assert (first.after["A, før"], first.after["A, efter"]) == ("13", "0")
    assert len(first.after) == 2 * len(letters)
    assert set(corrected.changes) == {("A, før", "13", "12"), ("A, efter", "0", "2")}
