"""A worked example fades: whole, with gaps, blank. What is given earns nothing and tells nothing of the rest."""

from itertools import count

import pytest

from cases import again, fading, marking, start
from cases.models import Answer, Walkthrough
from cases.path import walk as along
from tests.cases.filed import filed_cases
from tests.cases.playing import Player, right
from tests.cases.test_no_key_early import FILES, case_of, hidden
from tests.factories import CaseFactory, WalkthroughFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
FILED = {case.slug: (case, questions) for case, questions in filed_cases()}


@pytest.fixture(autouse=True)
def _the_same_variants_every_time(monkeypatch):
    seeds = count(1)
    for module in (fading, again):
        monkeypatch.setattr(module, "fresh_seed", lambda: next(seeds))


@pytest.fixture
def case(db):
    return CaseFactory(weight_faktum=10)


@pytest.fixture
def ask(as_student, case):
    """Ask for a step of the fading; gives the player."""

    def press(step=None):
        data = {} if step is None else {"step": step}
        address = as_student.post(f"/cases/{case.slug}/vis-mig/", data)["Location"]
        return Player(as_student, Walkthrough.objects.get(pk=address.split("/")[3]))

    return press


def own(play):
    return play.walkthrough.answers.filter(is_given=False)


def given(play):
    return play.walkthrough.answers.filter(is_given=True)


def test_the_whole_solution_stands_with_reasons_and_provisions(ask, as_student):
    play = ask()
    page = as_student.get(play.address).content.decode().replace("\u00a0", " ")
    assert play.walkthrough.support == "whole"
    assert play.walkthrough.seed is not None
    assert page.count("Givet") == given(play).count() > 4
    assert "Gem svar" not in page
    assert "FIL § 48" in page
    assert play.row("sidste_frist").remark in page
    assert "Prøv med huller" in page
    assert "Se besvarelsen" not in page


def test_a_whole_example_has_no_total_and_is_not_work_left_open(ask, as_student, case):
    play = ask()
    assert play.walkthrough.total is None
    assert not Walkthrough.objects.unfinished().exists()
    shown = as_student.get(case.get_absolute_url()).content.decode()
    assert "løst for dig" in shown
    assert "Gå videre, hvor du slap" not in shown
    assert str(play.pk) not in as_student.get("/").content.decode()


def test_the_line_goes_whole_gaps_blank_and_starts_over(ask, student, case):
    for step in ("whole", "gaps", "", "whole"):
        assert fading.next_support(student, case) == step
        play = ask(step)
        assert play.walkthrough.support == step
        if step != "whole":
            play.solve()
    assert Walkthrough.objects.count() == 4


def test_a_second_click_opens_what_the_first_began(ask):
    assert ask("whole").pk == ask("whole").pk
    assert ask("gaps").pk == ask("gaps").pk
    assert ask("").pk == ask("").pk
    assert Walkthrough.objects.count() == 3


def test_the_whole_can_be_asked_for_again_on_other_facts(ask):
    first = ask("whole")
    ask("gaps").solve()
    assert ask("whole").walkthrough.frozen["questions"] != first.walkthrough.frozen["questions"]


def test_an_unknown_step_is_the_whole(ask):
    assert ask("halvt").walkthrough.support == "whole"


def test_how_far_one_student_is_is_not_how_far_another_is(ask, other_student, case):
    ask("whole")
    assert fading.next_support(other_student, case) == "whole"


def test_with_gaps_jus_and_konklusion_are_left_and_half_of_the_steps_are_given(ask):
    play = ask("gaps")
    parts = set(given(play).values_list("part", flat=True))
    assert parts <= {"steps", "figures"}
    assert given(play).exists()
    play.solve()
    answered = set(own(play).values_list("part", flat=True))
    assert {"facts", "jus", "outcome"} <= answered
    assert answered & {"steps", "figures"}


def test_only_own_answers_make_the_total(ask):
    play = ask("gaps").solve()
    assert play.walkthrough.total == 1
    ask("")
    other = Player(play.client, fading.show(play.walkthrough.user, play.walkthrough.case, "gaps"))
    other.solve({"jus": "GBL § 31"})
    assert other.walkthrough.marks["jus"] == 0
    assert set(given(other).values_list("best", flat=True)) == {0}


def test_what_is_given_cannot_be_changed(ask):
    play = ask("gaps")
    play.answer_at(play.asking("-faktum"), right(play.walkthrough, play.asking("-faktum").places[0]))
    play.answer("jus", "FIL § 48")
    row = given(play).first()
    name = f"{row.question}-{row.part}-{row.key}"
    before = Answer.objects.get(pk=row.pk).state()
    assert play.send(name, {name: "2"}).status_code == 400
    assert Answer.objects.get(pk=row.pk).state() == before
    assert "Givet" in play.client.get(play.address).content.decode()


def test_given_steps_off_the_students_own_path_do_not_show():
    led_away = 0
    for case, questions in FILED.values():
        frozen = start.freeze(case, questions, "pensum", 1, "original")
        solved = fading.solve(frozen, "pensum")
        given_ = {place.name for place, _ in fading.every_other(solved)}
        for slip in (place for place, _ in solved if place.item.kind == "bool" and place.name not in given_):
            rows = [
                fading._answer(None, place, not value if place == slip else value) for place, value in solved
            ]
            shown = {place.name for stretch in along(frozen, "pensum", rows) for place in stretch.places}
            led_away += bool(given_ - shown)
            for row in rows:
                row.is_given = f"{row.question}-{row.part}-{row.key}" in given_
            walk = Walkthrough(case=case, frozen=frozen, reading="pensum", support="gaps")
            marking.mark(walk, rows)
            assert not any(row.best for row in rows if row.is_given)
            assert walk.total is None or walk.total < 1
    assert led_away > 5


def test_the_best_result_of_the_list_is_of_work_done_alone(ask, as_student):
    ask("gaps").solve()
    assert "bedst" not in as_student.get("/cases/").content.decode()
    ask("").solve()
    assert "bedst 100 %" in as_student.get("/cases/").content.decode().replace("\u00a0", " ")


def test_the_receipt_says_what_was_given(ask, as_student):
    play = ask("gaps").solve()
    shown = as_student.get(f"{play.address}resultat/").content.decode()
    assert shown.count("Givet") == given(play).count()


def test_the_blank_one_practises_what_went_wrong_in_the_gaps(ask):
    ask("gaps").solve({"jus": "GBL § 31"})
    assert ask("").walkthrough.aims_at == "jus"


def test_a_case_that_no_longer_fits_the_rules_says_so(as_student):
    case = CaseFactory(questions=[{"facts": {"misligholdt": "i går"}}])
    shown = as_student.post(f"/cases/{case.slug}/vis-mig/", follow=True).content.decode()
    assert "passer ikke længere til reglerne" in shown


def test_an_example_can_be_followed_by_any_new_variant(ask):
    play = ask("whole")
    assert play.client.post(f"{play.address}ny-variant/").status_code == 302
    assert Walkthrough.objects.filter(support="").count() == 1


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize("slug", FILED)
def test_every_case_is_solved_whole_and_no_given_answer_earns(slug, reading):
    case, questions = FILED[slug]
    for seed in (None, 1):
        frozen = start.freeze(case, questions, reading, seed, "original")
        solved = fading.solve(frozen, reading)
        rows = [fading._answer(None, place, value) for place, value in solved]
        stretches = list(along(frozen, reading, rows))
        assert len(stretches) == len(questions)
        assert all(stretch.is_done for stretch in stretches)
        assert all(row.raw for row in rows)
        walk = Walkthrough(case=case, frozen=frozen, reading=reading, support="whole")
        marking.mark(walk, rows)
        assert walk.total is None
        assert not any(row.best for row in rows)
        assert {row.status for row in rows} <= {"rigtig", "ikke_spurgt"}


@pytest.mark.parametrize("file", FILES)
def test_with_gaps_the_pagetells_nothing_of_what_is_left(as_student, student, file):
    play = Player(as_student, fading.show(student, case_of(file), "gaps"))
    answered = set()
    for _ in range(40):
        shown = as_student.get(play.address).content.decode()
        reached = {place.key for one in play.built.askings if one.is_given for place in one.places}
        assert not hidden(shown, play.walkthrough, answered | reached)
        waiting = next((one for one in play.built.askings if not one.is_answered), None)
        if waiting is None:
            break
        values = {place.key: right(play.walkthrough, place) for place in waiting.places}
        if waiting.is_single:
            play.answer_at(waiting, next(iter(values.values())))
        else:
            play.conclude_at(waiting, values)
        answered |= set(values)
    assert play.built.is_done
    assert play.walkthrough.total == 1


def test_a_double_click_on_two_devices_begins_one(student, case):
    walk = fading.show(student, case, "whole")
    assert fading.show(student, case, "whole") == walk


def test_practice_alone_counts_for_the_line(student, case):
    WalkthroughFactory(user=student, case=case, mode="aflevering", support="gaps")
    assert fading.next_support(student, case) == "whole"
