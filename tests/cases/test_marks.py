"""What earns what: tries, follow-on, the solution, and the weights of the case."""

from decimal import Decimal

import pytest

from cases import marking
from cases.parts import shown_weights
from tests.cases.playing import Player
from tests.factories import CaseFactory, WalkthroughFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(as_student, student):
    return Player(as_student, WalkthroughFactory(user=student))


def test_the_second_try_earns_half_and_the_third_nothing(play):
    play.answer("jus", "GBL § 31")
    play.answer("jus", "FIL § 48")
    assert play.row("jus").best == 0.5
    other = Player(play.client, WalkthroughFactory(user=play.walkthrough.user))
    for text in ("GBL § 31", "KAL § 7 c", "FIL § 48"):
        other.answer("jus", text)
    assert other.row("jus").best == 0


def test_the_best_try_counts(play):
    play.answer("jus", "FIL § 48")
    play.answer("jus", "GBL § 31")
    assert play.row("jus").best == 1


def test_a_named_mistake_is_told_and_what_follows_from_it_earns(play):
    play.answer("jus", "FIL § 48")
    play.answer("er_privat", True)
    page = play.answer("sidste_frist", "30-07-2026")
    assert "Du har regnet 180 dage." in page
    assert play.row("sidste_frist").mistake == "regner_180_dage"


def test_an_answer_that_follows_from_an_own_slip_is_right_on_own_premises(as_student, student):
    facts = {"underrettet": "2026-07-31", "kraevet": "2026-08-20"}
    case = CaseFactory(
        questions=[
            {
                "facts": {
                    "privat_kautionist": True,
                    "misligholdt": "2026-01-31",
                    "misligholdt_beloeb": 62800,
                    **facts,
                }
            }
        ]
    )
    play = Player(as_student, WalkthroughFactory(user=student, case=case))
    play.answer("jus", "FIL § 48")
    play.answer("er_privat", True)
    play.answer("sidste_frist", "30-07-2026")
    page = play.answer("rettidig", False)
    assert "Rigtigt på dine egne præmisser." in page
    assert "Fejlen tæller kun én gang." in page
    assert play.row("rettidig").best == 1


def test_after_the_solution_nothing_is_earned(play):
    play.answer("jus", "GBL § 31")
    page = play.client.post(f"{play.address}loesning/", follow=True).content.decode()
    assert "31. juli 2026" in page
    play.solve()
    assert play.walkthrough.total == 0


def test_a_new_variant_begins_anew_on_other_facts(play):
    play.solve()
    response = play.client.post(f"{play.address}ny-variant/")
    fresh = Player(play.client, type(play.walkthrough)(pk=response["Location"].split("/")[3]))
    assert fresh.walkthrough.total is None
    assert fresh.walkthrough.seed is not None
    assert fresh.walkthrough.frozen["story"] != play.walkthrough.frozen["story"]
    fresh.solve()
    assert fresh.walkthrough.total == 1


@pytest.mark.parametrize("level", ["original", "traps", "ukendt"])
def test_every_level_makes_a_variant(play, level):
    assert play.client.post(f"{play.address}ny-variant/", {"level": level}).status_code == 302


def test_a_variant_keeps_the_facts_that_the_story_does_not_tell(as_student, student):
    case = CaseFactory(story="Den {misligholdt} stopper betalingen. Kravet kommer {kraevet}.")
    walk = WalkthroughFactory(user=student, case=case, seed=5)
    facts = walk.frozen["questions"][0]["facts"]
    assert facts["misligholdt_beloeb"] == 62800
    assert facts["privat_kautionist"] is True


def test_what_a_student_saw_stays_when_the_case_changes(play):
    play.solve()
    case = play.walkthrough.case
    case.title, case.story = "Noget andet", "Helt andet."
    case.save()
    case.questions.update(facts={})
    page = play.client.get(f"{play.address}resultat/").content.decode().replace("\u00a0", " ")
    assert "Den 31. januar 2026 stopper betalingerne" in page
    assert "Noget andet" not in page


def test_both_readings_stand_side_by_side_at_the_end_when_they_part(play):
    play.solve()
    page = play.response.content.decode()
    assert "Pensum" in page
    assert "Gældende ret" in page
    assert "reading-pair" in page


@pytest.mark.parametrize(
    ("weights", "shown"),
    [
        ({"jus": 20, "subsumption": 40, "konklusion": 30}, ["22 %", "45 %", "33 %"]),
        ({"jus": 1, "subsumption": 1, "konklusion": 1}, ["33 %", "33 %", "33 %"]),
        ({"jus": 0, "subsumption": 0, "konklusion": 5}, ["0 %", "0 %", "100 %"]),
    ],
)
def test_weights_are_shown_as_percent_of_the_whole(weights, shown):
    found = list(shown_weights(weights).values())
    assert sum(int(share.split()[0]) for share in found) == 100
    assert found[1:] == shown[1:]


def test_a_part_that_weighs_nothing_changes_no_total(as_student, student):
    case = CaseFactory(weight_jus=0)
    play = Player(as_student, WalkthroughFactory(user=student, case=case)).solve({"jus": "GBL § 31"})
    assert play.walkthrough.total == 1


def test_the_total_of_parts_that_weigh_nothing_is_nothing():
    assert marking._total({"jus": 0, "subsumption": 3, "konklusion": 0}, {"jus": 1.0}) == Decimal(0)


@pytest.mark.parametrize(("own", "graded"), [("", "gaeldende_ret"), ("pensum", "pensum")])
def test_the_reading_is_the_cases_own_else_that_of_the_course(as_student, student, course, own, graded):
    course.reading = "gaeldende_ret"
    course.save()
    case = CaseFactory(reading=own)
    assert WalkthroughFactory(user=student, case=case).reading == graded
    name = {"pensum": "Pensum", "gaeldende_ret": "Gældende ret"}[graded]
    assert f"Retsgrundlag: {name}" in as_student.get(case.get_absolute_url()).content.decode()
