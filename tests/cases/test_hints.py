"""Help in a walkthrough: one degree at a time, free in øve, paid in an aflevering, none in a prøve."""

import pytest

from cases import personal_data, prices
from tests.cases.playing import Player
from tests.cases.test_no_key_early import hidden
from tests.factories import CaseFactory, WalkthroughFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def begin(as_student, student):
    """A player in a mode, on the case that the fields describe; its question is q1."""

    def start(mode="oeve", **fields):
        return Player(
            as_student,
            WalkthroughFactory(
                user=student, mode=mode, case=CaseFactory(questions=[{"key": "q1"}], **fields)
            ),
        )

    return start


def help_at(play, key, degree, *, htmx=True, version=None):
    """Ask for help at the place of this key; gives the page."""
    name = next(place.name for asking in play.built.askings for place in asking.places if place.key == key)
    return help_named(play, name, degree, htmx=htmx, version=version)


def help_named(play, name, degree, *, htmx=True, version=None):
    version = play.walkthrough.version if version is None else version
    headers = {"HX-Request": "true"} if htmx else {}
    play.response = play.client.post(
        f"{play.address}hjaelp/{name}/{degree}/", {"version": version}, headers=headers
    )
    return play.response.content.decode()


def test_degrees_come_one_by_one_and_stay(begin):
    play = begin()
    assert "Hjælp: hvad er spørgsmålet?" in play.client.get(play.address).content.decode()
    page = help_at(play, "jus", 1)
    assert "Underretning af kautionisten." in page
    assert "Hjælp: hvilken lov?" in page
    assert "finansiel virksomhed" not in page
    assert "finansiel virksomhed" in help_at(play, "jus", 2)
    play.answer("jus", "FIL § 48")
    page = play.client.get(play.address).content.decode()
    assert "Se i lov om finansiel virksomhed." in page
    assert "Hjælp: hvilken oplysning?</" not in page.split("Er kautionen stillet")[0]


def test_taking_help_is_a_save_that_can_be_pressed_twice(begin):
    play = begin()
    help_at(play, "jus", 1, version=1)
    help_at(play, "jus", 1, version=1)
    assert play.response.status_code == 200
    walk = play.walkthrough
    assert walk.version == 2
    assert list(walk.hints.values()) == [1]


def test_without_scripts_help_leads_back_to_its_place(begin):
    play = begin()
    help_at(play, "jus", 1, htmx=False)
    assert play.response["Location"].endswith("#hjaelp-q1-jus-jus")


def test_no_degree_is_passed_over_and_no_place_is_reached_early(begin):
    play = begin()
    for name, degree in (
        ("q1-jus-jus", 2),
        ("q1-jus-jus", 5),
        ("q1-steps-er_privat", 1),
        ("q1-outcome-outcome", 1),
        ("q9-jus-jus", 1),
    ):
        help_named(play, name, degree)
        assert play.response.status_code == 400
    assert play.walkthrough.hints == {}


def test_help_from_an_old_page_is_refused(begin):
    play = begin()
    play.answer("jus", "FIL § 48")
    help_at(play, "er_privat", 1, version=1)
    assert play.response.status_code == 409
    assert play.walkthrough.hints == {}


def test_a_closed_walkthrough_gives_no_help(begin):
    play = begin("aflevering")
    play.client.post(f"{play.address}aflever/")
    page = help_named(play, "q1-jus-jus", 1)
    assert play.response.status_code == 409
    assert "Besvarelsen er afleveret" in page


def test_practice_says_no_price_and_takes_none(begin):
    play = begin()
    assert "Koster" not in play.client.get(play.address).content.decode()
    for degree in (1, 2, 3, 4):
        help_at(play, "jus", degree)
    play.solve()
    assert play.walkthrough.total == 1


def test_an_aflevering_says_the_price_before_it_is_taken(begin):
    play = begin("aflevering")
    page = play.client.get(play.address).content.decode()
    assert "Koster 10 %" in page
    assert "Koster i alt 20 %" in help_at(play, "jus", 1)


def test_a_case_may_allow_no_help_where_it_is_graded(begin):
    play = begin("aflevering", hints_when_graded=False)
    assert "Hjælp:" not in play.client.get(play.address).content.decode()
    help_named(play, "q1-jus-jus", 1)
    assert play.response.status_code == 409
    practice = begin(hints_when_graded=False)
    assert "Hjælp:" in practice.client.get(practice.address).content.decode()


def test_what_held_when_it_began_holds(begin):
    play = begin("aflevering")
    case = play.walkthrough.case
    case.hints_when_graded = False
    case.save()
    help_at(play, "jus", 1)
    assert play.response.status_code == 200


@pytest.mark.parametrize("degree", [1, 2, 3, 4])
def test_help_costs_its_share_of_the_answer(begin, degree):
    play = begin("aflevering")
    for one in range(1, degree + 1):
        help_at(play, "jus", one)
    play.solve().walkthrough.submit()
    walk = play.walkthrough
    left = 1 - prices.PRICES[degree] / 100
    assert walk.marks["jus"] == pytest.approx(left)
    assert float(walk.total) == pytest.approx(1 - (1 - left) * 20 / 90, abs=0.001)


def test_a_step_costs_its_share_of_the_part(begin):
    play = begin("aflevering")
    play.answer("jus", "FIL § 48")
    for degree in (1, 2, 3, 4):
        help_at(play, "er_privat", degree)
    play.solve().walkthrough.submit()
    steps = 3
    assert play.walkthrough.marks["subsumption"] == pytest.approx(1 - 0.5 / steps, abs=0.001)
    assert play.walkthrough.marks["jus"] == 1


def test_help_that_names_the_provision_counts_for_jus_that_was_wrong(begin):
    play = begin("aflevering")
    play.answer("jus", "GBL § 31")
    help_at(play, "er_privat", 1)
    help_at(play, "er_privat", 2)
    play.answer("jus", "FIL § 48")
    play.solve().walkthrough.submit()
    assert play.walkthrough.marks["jus"] == 0.5


@pytest.mark.parametrize("helped", ["er_privat", "sidste_frist", "rettidig"])
@pytest.mark.parametrize("corrected", ["er_privat", "sidste_frist", "rettidig", "tabt_beloeb"])
def test_correcting_an_answer_never_lowers_the_total_whatever_help_was_taken(begin, helped, corrected):
    wrong = {"rettidig": True, "tabt_beloeb": "0", "outcome": "KRAV_I_BEHOLD", "sidste_frist": "30-10-2026"}
    totals = []
    for answers in (wrong, {key: value for key, value in wrong.items() if key != corrected}):
        play = begin("aflevering")
        play.solve(answers)
        for degree in (1, 2, 3, 4):
            help_at(play, helped, degree)
        play.walkthrough.submit()
        totals.append(play.walkthrough.total)
    assert totals[1] >= totals[0]


def test_the_result_and_the_export_say_what_help_was_taken(begin, student):
    play = begin("aflevering")
    help_at(play, "jus", 1)
    help_at(play, "jus", 2)
    play.solve()
    play.client.post(f"{play.address}aflever/")
    play.walkthrough.release()
    page = play.client.get(f"{play.address}resultat/").content.decode()
    assert "Hjælp taget: 2 af 4; den kostede 20 %." in page
    assert personal_data.export(student)["gennemgange"][0]["hjaelp"] == {"q1-jus-jus": 2}


def test_each_part_of_the_conclusion_has_its_own_help(begin):
    play = begin()
    play.answer("jus", "FIL § 48")
    play.answer("er_privat", True)
    play.answer("sidste_frist", "31-07-2026")
    page = play.answer("rettidig", False)
    assert "Hjælp til ’Tabt beløb’" in page
    assert "Hjælp til ’Resultat’" in page
    for degree in (1, 2, 3):
        assert "62.800 kr." not in help_at(play, "tabt_beloeb", degree).split("finansiel")[0]
    assert "den misligholdte del" in help_at(play, "tabt_beloeb", 4)


def test_the_facts_that_matter_have_help(begin):
    play = begin(weight_faktum=10)
    page = ""
    for degree in (1, 2, 3, 4):
        page = help_at(play, "faktum", degree)
    assert "af oplysningerne betyder noget." in page
    assert "§" not in page.split("tidslinje")[0]


@pytest.mark.parametrize("mode", ["oeve", "aflevering"])
def test_help_tells_no_figure_and_no_outcome_before_its_last_degree(begin, mode):
    play = begin(mode)
    for key, value in (
        ("jus", "FIL § 48"),
        ("er_privat", True),
        ("sidste_frist", "31-07-2026"),
        ("rettidig", False),
    ):
        for degree in (1, 2, 3):
            page = help_at(play, key, degree)
            seen = {"sidste_frist"} if key == "rettidig" else set()
            assert not hidden(page, play.walkthrough, {"jus", "er_privat", *seen} if mode == "oeve" else seen)
        play.answer(key, value)
