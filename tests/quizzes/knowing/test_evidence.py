from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.knowing import evidence, tracing
from quizzes.knowing.evidence import Shown
from quizzes.models import Evidence, Mastery
from tests.cases.playing import Player
from tests.factories import (
    AttemptFactory,
    CaseFactory,
    EvidenceFactory,
    MasteryFactory,
    ResponseFactory,
    UserFactory,
    WalkthroughFactory,
)

pytestmark = pytest.mark.django_db


def shown(source="svar-1", share=1.0, component="underretning/rettidig"):
    return Shown(source, [component], "underretning", share)


def test_the_first_answer_counts_and_the_same_question_again_does_not(student):
    evidence.note(student.pk, [shown(share=0.0)])
    evidence.note(student.pk, [shown(share=1.0)])
    assert Evidence.objects.get(user=student).share == 0


def test_what_is_noted_is_seen_before_it_is_counted_and_the_same_after(student):
    evidence.note(student.pk, [shown("a"), shown("b", 0.0), shown("c")])
    before = evidence.masteries(student)["underretning/rettidig"]
    evidence.count(student)
    after = Mastery.objects.get(user=student)
    assert (before.known, before.answers, before.due_at) == (after.known, after.answers, after.due_at)
    assert evidence.masteries(student)["underretning/rettidig"].answers == 3


def test_counting_twice_counts_once(student):
    evidence.note(student.pk, [shown()])
    evidence.count(student)
    evidence.count(student)
    assert Mastery.objects.get(user=student).answers == 1


def test_counting_anew_gives_what_counting_as_it_came_gave(student):
    for number, share in enumerate((1.0, 0.0, 1.0, 0.5)):
        evidence.note(student.pk, [shown(str(number), share)])
        evidence.count(student)
    known = Mastery.objects.get(user=student).known
    evidence.rebuild(student)
    assert Mastery.objects.get(user=student).known == pytest.approx(known)


def test_what_is_handed_in_says_nothing_before_it_is_released(student):
    attempt = AttemptFactory(user=student, mode="aflevering", release_rule="by_hand")
    EvidenceFactory(user=student, attempt=attempt, is_held=True)
    assert evidence.masteries(student) == {}
    attempt.submit()
    evidence.count(student)
    assert not Mastery.objects.exists()
    attempt.release()
    evidence.count(student)
    assert Mastery.objects.get(user=student).answers == 1


def test_handing_in_a_quiz_notes_every_answer_and_holds_it_back(student):
    attempt = AttemptFactory(user=student, mode="aflevering", release_rule="by_hand")
    item = attempt.items[0]
    item.data["provisions"] = ["FIL § 48"]
    attempt.save()
    ResponseFactory(attempt=attempt, item=item.key)
    attempt.submit()
    assert Evidence.objects.get(user=student, component="lov/FIL § 48").is_held


def test_an_answer_in_a_case_is_evidence_and_a_second_try_is_not(as_student, student):
    player = Player(as_student, WalkthroughFactory(user=student))
    player.answer("jus", "FIL § 47")
    player.answer("jus", "FIL § 48")
    found = Evidence.objects.get(user=student, component="underretning/jus")
    assert found.share < 1


def test_what_is_answered_after_the_solution_was_seen_shows_nothing(as_student, student):
    walkthrough = WalkthroughFactory(user=student)
    as_student.post(f"/cases/gang/{walkthrough.pk}/loesning/")
    Player(as_student, walkthrough).answer("jus", "FIL § 48")
    assert not Evidence.objects.exists()


def test_what_is_answered_with_help_shows_nothing(as_student, student):
    walkthrough = WalkthroughFactory(user=student, case=CaseFactory(questions=[{"key": "q1"}]))
    as_student.post(f"/cases/gang/{walkthrough.pk}/hjaelp/q1-jus-jus/1/", {"version": "1"})
    walkthrough.refresh_from_db()
    assert walkthrough.hints
    Player(as_student, walkthrough).answer("jus", "FIL § 48")
    assert not Evidence.objects.filter(component="underretning/jus").exists()


def test_a_case_that_is_handed_in_says_nothing_before_it_is_released(student):
    walkthrough = WalkthroughFactory(user=student, mode="aflevering")
    EvidenceFactory(user=student, walkthrough=walkthrough, is_held=True)
    walkthrough.submit().refresh_from_db()
    assert evidence.masteries(student) == {}
    walkthrough.refresh_from_db()
    walkthrough.release()
    assert evidence.masteries(student)["underretning/rettidig"].answers == 1


def test_a_thing_that_was_answered_rightly_is_due_later_than_one_answered_wrongly(student):
    evidence.note(student.pk, [shown("a", 1.0, "underretning/rettidig"), shown("b", 0.0, "underretning/jus")])
    known = evidence.masteries(student)
    now = timezone.now()
    assert known["underretning/rettidig"].due_at > known["underretning/jus"].due_at
    assert known["underretning/rettidig"].due_at > now + timedelta(hours=20)


def test_nobody_sees_what_another_knows(as_student, other_student):
    MasteryFactory(user=other_student, component="lov/FIL § 47")
    assert "FIL" not in as_student.get("/oev/kort/").content.decode()


def test_the_map_asks_the_database_as_often_for_three_answers_as_for_three_hundred(
    student, django_assert_max_num_queries
):
    for many in (3, 300):
        evidence.note(student.pk, [shown(f"{many}-{one}", 1.0, f"underretning/{one}") for one in range(many)])
        with django_assert_max_num_queries(2):
            assert len(evidence.masteries(student)) >= many


FIELDS = ("component", "topic", "known", "answers", "right", "card", "due_at", "last_at")
one_answer = st.tuples(
    st.sampled_from(["underretning/jus", "lov/FIL § 48", "begreb/regres"]),
    st.sampled_from([0.0, 0.25, 0.5, 1.0]),
    # Which of the works it stands in: none, or one that is released later.
    st.sampled_from([None, 0, 1]),
    st.booleans(),
)


@given(st.lists(one_answer, min_size=1, max_size=12), st.permutations([0, 1]))
@settings(max_examples=25)
def test_counting_anew_gives_exactly_what_counting_as_it_came_gave(answers, released):
    student, start = UserFactory(), timezone.now() - timedelta(days=40)
    works = [AttemptFactory(user=student, mode="aflevering", release_rule="by_hand") for _ in range(2)]
    for number, (component, share, work, counted_now) in enumerate(answers):
        attempt = None if work is None else works[work]
        evidence.note(
            student.pk, [shown(str(number), share, component)], attempt=attempt, is_held=bool(attempt)
        )
        Evidence.objects.filter(user=student, source=str(number)).update(at=start + timedelta(days=number))
        if counted_now:
            evidence.count(student)
    for work in released:
        works[work].submit()
        works[work].release()
        evidence.count(student)
    before = list(Mastery.objects.filter(user=student).values(*FIELDS))
    assert sum(row["answers"] for row in before) == len(answers)
    evidence.rebuild(student)
    assert list(Mastery.objects.filter(user=student).values(*FIELDS)) == before


def test_work_released_late_is_counted_where_it_was_done(student):
    attempt = AttemptFactory(user=student, mode="aflevering", release_rule="by_hand")
    evidence.note(student.pk, [shown("foerst", 0.0)], attempt=attempt, is_held=True)
    for number in range(3):
        evidence.note(student.pk, [shown(str(number), 1.0)])
    evidence.count(student)
    attempt.submit()
    attempt.release()
    seen = evidence.masteries(student)["underretning/rettidig"]
    expected = tracing.KNOWING.known
    for share in (0.0, 1.0, 1.0, 1.0):
        expected = tracing.after(expected, share)
    evidence.count(student)
    assert Mastery.objects.get(user=student).known == seen.known == expected


def test_the_command_counts_everybody_anew_twice_with_the_same_result(student, other_student, capsys):
    for user in (student, other_student):
        evidence.note(user.pk, [shown("a"), shown("b", 0.0)])
    MasteryFactory(user=student, component="underretning/findes-ikke-mere")
    rows = []
    for _ in range(2):
        call_command("rebuild_evidence", batch=1)
        rows.append(list(Mastery.objects.order_by("user", "component").values("user", *FIELDS)))
    assert rows[0] == rows[1]
    assert [row["component"] for row in rows[0]] == ["underretning/rettidig"] * 2
    said = capsys.readouterr().out
    assert "1 af 2 personer" in said
    assert "2 personer, 4 tegn på viden, 2 kendskaber. 0 tegn venter" in said


def test_the_command_counts_one_person_and_says_when_there_is_none(student, other_student, capsys):
    for user in (student, other_student):
        evidence.note(user.pk, [shown()])
    call_command("rebuild_evidence", person=student.email)
    assert Mastery.objects.get().user == student
    with pytest.raises(CommandError, match="ingen noterede svar"):
        call_command("rebuild_evidence", person="ingen@subsumo.example")
