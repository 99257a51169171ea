"""Accepted for all: three of five rise, nothing counts before it is put in force, and it is taken back whole."""

from courses.models import Acceptance, Message, RecordEntry, Regrade, RegradeChange
from courses.regrading import dry_run, in_force
from quizzes import start
from quizzes.models import Option
from tests import factories
from tests.courses.accepting.conftest import (
    WHY,
    address,
    answer,
    fresh,
    place_of,
    points,
    send,
    standing,
    tried,
)

Refused = in_force.Refused


def force(client, regrade):
    return client.post(f"{regrade.get_absolute_url()}gennemfoer/")


def test_the_dry_run_shows_that_three_of_five_rise_and_nothing_counts_yet(as_teacher, five):
    regrade = tried(as_teacher, five[0])
    page = as_teacher.get(regrade.get_absolute_url()).content.decode()
    assert "3 af 5 besvarelser får et andet resultat: 3 flere point, 0 færre." in page
    assert "Regreskrav" in page
    assert points(*five) == [1, 1, 1, 2, 1]
    assert standing() == []


def test_put_in_force_the_three_rise_and_what_was_is_kept(as_teacher, teacher, five):
    force(as_teacher, tried(as_teacher, five[0]))
    assert points(*five) == [2, 2, 2, 2, 1]
    (acceptance,) = standing()
    assert (acceptance.percent, acceptance.submission, acceptance.regrade.made_by) == (100, None, teacher)
    earlier = fresh(five[0]).attempt.earlier.get()
    assert (earlier.total, earlier.reason) == (fresh(five[4]).attempt.total, WHY)
    assert "accepted" not in earlier.kept["items"][0]


def test_the_same_words_at_another_question_are_not_the_same(as_teacher, short_quiz, five):
    other = answer(factories.SubmissionFactory(assignment=short_quiz), "Regres", "Regreskrav")
    force(as_teacher, tried(as_teacher, five[0]))
    assert points(other) == [1]


def test_taken_back_all_is_as_it_was_and_who_hands_in_then_does_not_get_it(as_teacher, short_quiz, five):
    regrade = tried(as_teacher, five[0])
    force(as_teacher, regrade)
    as_teacher.post(f"{regrade.get_absolute_url()}tag-tilbage/")
    assert points(*five) == [1, 1, 1, 2, 1]
    gone = Acceptance.objects.get()
    assert gone.taken_back_at
    assert not gone.stands
    late = answer(factories.SubmissionFactory(assignment=short_quiz), "Regreskrav", "Regres")
    assert points(late) == [1]


def test_who_hands_in_later_gets_the_same(as_teacher, short_quiz, five):
    force(as_teacher, tried(as_teacher, five[0]))
    late = answer(factories.SubmissionFactory(assignment=short_quiz), "regreskrav", "Regres")
    assert points(late) == [2]
    assert fresh(late).attempt.items[0].data["accepted"]["reason"] == WHY


def test_taken_back_it_goes_from_those_too_who_handed_in_meanwhile(as_teacher, short_quiz, five):
    regrade = tried(as_teacher, five[0])
    force(as_teacher, regrade)
    late = answer(factories.SubmissionFactory(assignment=short_quiz), "Regreskrav", "Regres")
    as_teacher.post(f"{regrade.get_absolute_url()}tag-tilbage/")
    assert points(late) == [1]
    row = RegradeChange.objects.get(regrade=regrade, submission=late)
    assert (row.state, float(row.old_points), float(row.new_points)) == ("changed", 50, 100)
    assert fresh(late).attempt.earlier.get().total == 1
    assert RecordEntry.objects.filter(about=late.user, kind="regrade").count() == 1


def test_who_hands_in_between_dry_run_and_force_stops_it_unseen(as_teacher, short_quiz, five):
    regrade = tried(as_teacher, five[0])
    answer(factories.SubmissionFactory(assignment=short_quiz), "Regreskrav", "Regres")
    response = force(as_teacher, regrade)
    assert response.status_code == 409
    assert "1 besvarelse med det samme svar er afleveret, siden" in response.content.decode()
    assert points(*five) == [1, 1, 1, 2, 1]
    assert standing() == []


def test_a_later_regrade_keeps_it(as_teacher, teacher, short_quiz, five):
    force(as_teacher, tried(as_teacher, five[0]))
    Option.objects.filter(text="Kaution").update(right=True)
    asked = {"scope": "one", "reading": "", "reason": "Også kaution."}
    regrade = dry_run.start(fresh(short_quiz), by=teacher, **asked)
    in_force.put_in_force(fresh(regrade), by=teacher)
    assert points(*five) == [2, 2, 2, 2, 2]
    kept = fresh(five[1]).attempt.items[0].data["accepted"]
    assert (kept["percent"], kept["rule"]) == (100, "0.0000")


def test_a_key_that_changes_meanwhile_makes_the_dry_run_outdated(as_teacher, five):
    regrade = tried(as_teacher, five[0])
    Option.objects.filter(text="Regres").update(text="Regresret")
    response = force(as_teacher, regrade)
    assert response.status_code == 409
    assert "er ændret, siden der blev prøveberegnet" in response.content.decode()
    assert points(*five) == [1, 1, 1, 2, 1]
    assert standing() == []


def test_a_key_that_was_changed_before_is_let_be(as_teacher, five):
    Option.objects.filter(text="Kaution").update(right=True)
    force(as_teacher, tried(as_teacher, five[0]))
    assert points(*five) == [2, 2, 2, 2, 1]


def test_of_two_teachers_the_second_must_look_again(as_teacher, as_co_teacher, five):
    first = tried(as_teacher, five[0])
    second = tried(as_co_teacher, five[1], reason="Jeg så det også.", share="50")
    assert force(as_teacher, first).status_code == 302
    assert force(as_co_teacher, second).status_code == 409
    assert points(*five) == [2, 2, 2, 2, 1]
    assert [one.percent for one in standing()] == [100]


def test_put_in_force_twice_it_counts_once(as_teacher, five):
    regrade = tried(as_teacher, five[0])
    for _ in range(2):
        assert force(as_teacher, regrade).status_code == 302
    assert len(standing()) == 1
    assert fresh(five[0]).attempt.earlier.count() == 1


def test_a_second_click_finds_the_dry_run_that_is_begun(as_teacher, five, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    assert tried(as_teacher, five[0]) == tried(as_teacher, five[1])
    assert Acceptance.objects.count() == 1


def test_another_share_replaces_it_and_taken_back_the_first_counts_again(as_teacher, five):
    force(as_teacher, tried(as_teacher, five[0]))
    half = tried(as_teacher, five[0], share="50")
    force(as_teacher, half)
    assert points(*five) == [1.5, 1.5, 1.5, 2, 1]
    as_teacher.post(f"{half.get_absolute_url()}tag-tilbage/")
    assert points(*five) == [2, 2, 2, 2, 1]
    assert [one.percent for one in standing()] == [100]


def test_for_all_nobody_gets_less_than_the_rules_gave(as_teacher, five):
    response = send(as_teacher, five[3], share="50")
    assert response.status_code == 422
    assert "kan ingen få færre point end uden rettelsen" in response.content.decode()
    assert not Regrade.objects.exists()


def test_not_accepted_for_all_takes_away_what_was_accepted_for_all(as_teacher, five):
    force(as_teacher, tried(as_teacher, five[0]))
    force(as_teacher, tried(as_teacher, five[0], share="0"))
    assert points(*five) == [1, 1, 1, 2, 1]


def test_the_same_question_in_another_assignment_is_not_touched(as_teacher, course, short_quiz, five):
    quiz = short_quiz.items.get().quiz
    other = factories.AssignmentFactory(course=course, case=None, quiz=quiz)
    theirs = answer(factories.SubmissionFactory(assignment=other), "Regreskrav", "Regres")
    force(as_teacher, tried(as_teacher, five[0]))
    assert points(theirs) == [1]


def test_practice_is_never_touched(as_teacher, short_quiz, five, student):
    force(as_teacher, tried(as_teacher, five[0]))
    attempt = start.start(student, short_quiz.items.get().quiz, mode="oeve")
    item = attempt.items[0]
    row = factories.ResponseFactory(
        attempt=attempt, item=item.key, chosen=["Regreskrav"], points=item.points(["Regreskrav"])
    )
    attempt.submit()
    assert fresh(row).points == 0


def test_those_are_told_who_have_seen_their_result(as_teacher, five, shown):
    force(as_teacher, tried(as_teacher, five[0]))
    told = Message.objects.filter(kind="regraded").values_list("user", flat=True)
    assert set(told) == {one.user_id for one in five[:3]}


def test_the_record_says_who_what_and_why_and_names_no_answer(as_teacher, teacher, five):
    force(as_teacher, tried(as_teacher, five[0]))
    entries = RecordEntry.objects.filter(kind="regrade")
    assert entries.filter(about=None).get().after == (
        "gennemført: et svar på »Hvad hedder kautionistens krav mod debitor?« giver 100 % af sine point"
    )
    assert {(one.by, one.reason) for one in entries} == {(teacher, WHY)}
    assert entries.exclude(about=None).count() == 3
    assert not entries.filter(after__icontains="regreskrav").exists()


def test_the_page_of_regrades_tells_of_work_that_has_it_not(as_teacher, short_quiz, five):
    force(as_teacher, tried(as_teacher, five[0]))
    regrades = address(five[0], "x").split(str(five[0].uuid))[0] + "ombedoem/"
    assert "En bedømmelse er rettet" not in as_teacher.get(regrades).content.decode()
    Acceptance.objects.update(taken_back_at=fresh(Acceptance.objects.get()).in_force_at)
    page = as_teacher.get(regrades).content.decode()
    assert "En bedømmelse er rettet, eller rettelsen er taget tilbage: 3" in page


def test_the_sentence_tells_what_is_the_same(as_teacher, five):
    page = as_teacher.get(address(five[0], place_of(five[0]))).content.decode()
    assert "Det samme har den svaret, der i denne aflevering har svaret »Regreskrav«" in page
