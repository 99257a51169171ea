"""The rubric: worked out from the decision on these facts, ticked by what is proved, never for discretion."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import awarding, marking, rubric
from cases.answering import Closed, Stale
from cases.models import Walkthrough
from cases.start import start
from tests.cases.playing import Player
from tests.factories import CaseFactory, CaseQuestionFactory, UserFactory, WalkthroughFactory

pytestmark = pytest.mark.django_db
OWN = [{"title": "Skriver klart og i den rigtige rækkefølge", "points": 4}]
REFUSED = {
    "uansvarlig_langivning": True,
    "urimelige_vilkaar": True,
    "hovedstol": 300000,
    "renter_og_gebyrer": 90000,
    "rimelige_renter_og_gebyrer": 40000,
}


@pytest.fixture
def case():
    return CaseFactory(weight_argument=20, rubric=OWN, questions=[{"key": "q1"}])


@pytest.fixture
def play(as_student, student, case):
    return Player(as_student, WalkthroughFactory(user=student, case=case, mode="aflevering"))


def rows_of(play):
    return {row.key: row for row in rubric.rows(play.walkthrough)}


def handed_in(play, wrong=None):
    play.solve(wrong)
    play.walkthrough.submit()
    return play.walkthrough


def full(walkthrough, share=1):
    return {row.key: Decimal(row.most) * share for row in rubric.rows(walkthrough)}


def test_it_names_rule_steps_figure_and_conclusion_of_this_variant(play):
    rows = rows_of(play)
    assert rows["q1-jus"].title == "Nævner reglen: FIL § 48"
    assert rows["q1-rettidig"].title.endswith("senest 6 måneder efter misligholdelsen? Nej")
    assert "Dag for underretning: 15. september 2026" in rows["q1-rettidig"].detail
    assert rows["q1-figure"].title == "Når frem til sidste frist: 31. juli 2026"
    assert rows["q1-outcome"].title.startswith("Konkluderer: Banken har tabt kravet")
    assert rows["own-1"].most == 4
    assert all(row.citation for key, row in rows.items() if key != "own-1")


def test_a_step_rests_on_what_alone_can_turn_it_and_on_nothing_else(play):
    assert "privat" not in rows_of(play)["q1-rettidig"].detail
    assert "Misligholdt beløb" not in rows_of(play)["q1-rettidig"].detail


def test_another_variant_has_another_rubric(student, case):
    seen = set()
    for seed in range(6):
        walkthrough = start(student, case, mode="aflevering", seed=seed)
        seen.add(tuple(row.title for row in rubric.rows(walkthrough)))
    assert len(seen) > 1


def test_it_is_frozen_with_the_walkthrough(play, case):
    before = rows_of(play)
    case.rubric = []
    case.save()
    case.questions.update(facts={})
    assert rows_of(play) == before


def test_what_was_answered_rightly_is_proved_and_the_rest_is_not(play):
    handed_in(play, {"sidste_frist": "30-07-2026"})
    rows = rows_of(play)
    assert rows["q1-jus"].reason == "Bevist i jus"
    assert rows["q1-rettidig"].reason == "Bevist i subsumptionen"
    assert rows["q1-outcome"].reason == "Bevist i konklusionen"
    assert not rows["q1-figure"].is_proved
    assert not rows["own-1"].is_proved


def test_what_a_worked_example_gave_proves_nothing(play):
    handed_in(play)
    play.walkthrough.answers.filter(key="jus").update(is_given=True)
    assert not rows_of(play)["q1-jus"].is_proved


def test_discretion_has_both_sides_and_is_never_decided_by_code(as_student, student):
    case = CaseFactory(
        weight_argument=20, story="{@bank} har lånt {@laantager} {hovedstol}.", parties=[], questions=[]
    )
    CaseQuestionFactory(case=case, key="q1", topic="urimelighed", facts=REFUSED, expected={})
    play = Player(as_student, start(student, case, mode="aflevering", reading="gaeldende_ret"))
    handed_in(play)
    left = {key: row for key, row in rows_of(play).items() if key.endswith(("-for", "-imod", "-outcome"))}
    assert len(left) == 3
    assert not any(row.is_proved for row in left.values())
    assert all(row.detail for key, row in left.items() if not key.endswith("outcome"))


def test_an_open_page_shows_none_of_it(play):
    play.solve()
    page = play.client.get(play.address).content.decode()
    assert "Nævner reglen" not in page
    play.client.post(f"{play.address}aflever/")
    assert "Nævner reglen" not in play.client.get(f"{play.address}resultat/").content.decode()


def test_points_go_into_the_total_with_the_weight_of_the_part(play, teacher):
    walkthrough = handed_in(play)
    assert walkthrough.total == 1
    saved = awarding.award(
        walkthrough,
        full(walkthrough, Decimal("0.5")),
        "Godt set.",
        by=teacher,
        version=str(walkthrough.version),
    )
    weights = walkthrough.frozen["weights"]
    assert saved.marks["argument"] == 0.5
    assert float(saved.total) == pytest.approx(
        1 - 0.5 * weights["argument"] / sum(weights.values()), abs=1e-4
    )
    assert play.walkthrough.argument_points["q1-jus"]["by"] == teacher.pk
    assert play.walkthrough.argument_points["comment"] == "Godt set."


def test_marking_touches_no_other_mark(play, teacher):
    walkthrough = handed_in(play, {"sidste_frist": "30-07-2026"})
    before = dict(walkthrough.marks)
    saved = awarding.award(walkthrough, full(walkthrough), "", by=teacher, version=str(walkthrough.version))
    assert {key: value for key, value in saved.marks.items() if key != "argument"} == before


def test_the_same_points_twice_change_nothing(play, teacher, co_teacher):
    walkthrough = handed_in(play)
    version = str(walkthrough.version)
    first = awarding.award(walkthrough, full(walkthrough), "", by=teacher, version=version)
    again = awarding.award(walkthrough, full(walkthrough), "", by=co_teacher, version=version)
    assert again.version == first.version
    assert again.argument_points == first.argument_points


def test_of_two_teachers_the_second_is_told(play, teacher, co_teacher):
    walkthrough = handed_in(play)
    version = str(walkthrough.version)
    awarding.award(walkthrough, full(walkthrough), "", by=teacher, version=version)
    with pytest.raises(Stale):
        awarding.award(walkthrough, full(walkthrough, 0), "", by=co_teacher, version=version)
    assert play.walkthrough.marks["argument"] == 1


def test_points_that_stay_keep_who_gave_them(play, teacher, co_teacher):
    walkthrough = handed_in(play)
    first = awarding.award(walkthrough, full(walkthrough), "", by=teacher, version=str(walkthrough.version))
    changed = full(walkthrough) | {"own-1": Decimal(1)}
    saved = awarding.award(walkthrough, changed, "", by=co_teacher, version=str(first.version))
    assert saved.argument_points["q1-jus"]["by"] == teacher.pk
    assert saved.argument_points["own-1"]["by"] == co_teacher.pk


def test_what_is_not_handed_in_is_not_marked(play, teacher):
    walkthrough = play.walkthrough
    with pytest.raises(Closed):
        awarding.award(walkthrough, full(walkthrough), "", by=teacher, version=str(walkthrough.version))


def test_in_practice_the_student_ticks_and_it_counts_for_nothing(as_student, student, case):
    play = Player(as_student, WalkthroughFactory(user=student, case=case)).solve()
    page = as_student.get(play.address).content.decode()
    assert "Nævner reglen" in page
    assert "tæller ikke med i resultatet" in page
    as_student.post(f"{play.address}begrundelse/tjek/", {"opfyldt": ["own-1", "q1-jus", "findes-ikke"]})
    assert play.walkthrough.argument_points == {"self": ["own-1"]}
    assert rows_of(play)["own-1"].is_ticked
    assert play.walkthrough.total == 1
    assert "argument" not in play.walkthrough.marks


def test_the_student_ticks_nothing_in_an_aflevering(play):
    handed_in(play)
    play.client.post(f"{play.address}begrundelse/tjek/", {"opfyldt": ["own-1"]})
    assert play.walkthrough.argument_points == {}


@given(share=st.fractions(0, 1), marks=st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_the_total_lies_between_with_and_without_the_argument(share, marks):
    walkthrough = Walkthrough(
        mode="aflevering",
        marks=dict(zip(("faktum", "jus", "subsumption", "konklusion"), marks, strict=True)),
        frozen={
            "weights": {"faktum": 10, "jus": 20, "subsumption": 40, "konklusion": 30, "argument": 25},
            "rubric": [criterion(10)],
        },
    )
    walkthrough.judged = []
    marking.count_argument(walkthrough)
    without = float(walkthrough.total)
    walkthrough.argument_points = {
        "own-1": {"points": f"{Decimal(share.numerator) / share.denominator * 10:.2f}"}
    }
    marking.count_argument(walkthrough)
    low, high = sorted((without, walkthrough.marks["argument"]))
    assert low - 1e-3 <= float(walkthrough.total) <= high + 1e-3


def criterion(points):
    return {
        "key": "own-1",
        "group": "",
        "title": "Klart",
        "detail": "",
        "citation": "",
        "points": points,
        "proof": None,
    }


def test_a_user_who_is_gone_leaves_the_points(play):
    walkthrough = handed_in(play)
    saved = awarding.award(
        walkthrough, full(walkthrough), "", by=UserFactory(), version=str(walkthrough.version)
    )
    assert rubric.mark(saved) == 1
