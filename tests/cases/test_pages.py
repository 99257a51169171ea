"""The list of cases, one case, the card in a section, and what the pages cost."""

import pytest

from cases import block
from cases.models import Case, Walkthrough
from lessons.registry import Block
from tests.cases.playing import Player
from tests.factories import CaseFactory, WalkthroughFactory

pytestmark = pytest.mark.django_db
BUDGET = 10


def test_cases_stand_by_group_with_what_the_student_has_done(as_student, student):
    case = CaseFactory(title="Broderens kaution")
    CaseFactory(title="Bilen", group="kredit")
    Player(as_student, WalkthroughFactory(user=student, case=case)).solve()
    Player(as_student, WalkthroughFactory(user=student, case=case)).solve({"jus": "GBL § 31"})
    page = as_student.get("/cases/").content.decode()
    assert page.index("Bilen") < page.index("Broderens kaution")
    assert "Gennemført 2 gange, bedst 100 %" in page


def test_the_result_of_an_aflevering_is_not_told_in_the_lists(as_student, student):
    case = CaseFactory()
    Player(as_student, WalkthroughFactory(user=student, case=case, mode="aflevering")).solve()
    Walkthrough.objects.get().submit()
    for address in ("/cases/", f"/cases/{case.slug}/"):
        assert "100 %" not in as_student.get(address).content.decode().replace("subsumption", "")


def test_the_work_of_others_is_not_counted(as_student, other_student):
    case = CaseFactory()
    WalkthroughFactory(user=other_student, case=case)
    assert "Begyndt" not in as_student.get("/cases/").content.decode()


def test_a_case_says_what_is_asked_and_leads_back_to_what_is_open(as_student, student):
    walk = WalkthroughFactory(user=student)
    page = as_student.get(walk.case.get_absolute_url()).content.decode()
    assert "Underretning af kautionisten" in page
    assert "Gå videre, hvor du slap" in page
    assert str(walk.pk) in page


def test_no_cases_is_said(as_student):
    assert "Der er ingen cases endnu" in as_student.get("/cases/").content.decode()


@pytest.mark.parametrize("address", ["/cases/", "/cases/x/", "/cases/x/begynd/"])
def test_the_pages_ask_for_a_sign_in(anonymous, address):
    method = anonymous.post if "begynd" in address else anonymous.get
    assert method(address).status_code == 302


@pytest.mark.parametrize("address", ["/cases/x/begynd/"])
def test_beginning_is_no_visit(as_student, address):
    assert as_student.get(address).status_code == 405


def test_the_receipt_of_a_practice_can_be_printed_when_all_is_answered(as_student, student):
    play = Player(as_student, WalkthroughFactory(user=student))
    assert as_student.get(f"{play.address}resultat/").status_code == 302
    play.solve({"sidste_frist": "30-07-2026"})
    page = as_student.get(f"{play.address}resultat/").content.decode()
    assert "Kvittering" in page
    assert "Du har regnet 180 dage." in page
    assert "30. juli 2026" in page


def test_a_section_shows_a_card_that_leads_to_the_case(rf, student):
    request = rf.get("/")
    request.user = student
    case = CaseFactory(title="Kortet")
    blocks = [Block("case", (case.slug,)), Block("case", ("findes-ikke",))]
    prepared = block.prepare(request, blocks)
    assert case.get_absolute_url() in block.render(request, blocks[0], prepared)
    assert block.render(request, blocks[1], prepared) == ""


def test_a_card_to_no_case_is_a_fault_of_the_section():
    class Shelf:
        def has(self, kind, slug):
            return (kind, slug) == ("case", "findes")

    assert list(block.check(Block("case", ("findes",)), Shelf())) == []
    assert list(block.check(Block("case", ("mangler",)), Shelf()))
    assert list(block.check(Block("case"), Shelf()))


@pytest.mark.parametrize("rows", [3, 30])
def test_every_page_costs_as_much_for_three_rows_as_for_many(
    as_student, student, teacher, as_teacher, django_assert_max_num_queries, rows
):
    cases = CaseFactory.create_batch(rows)
    for _ in range(rows):
        walk = WalkthroughFactory(user=student, case=cases[0])
    play = Player(as_student, walk).solve()
    mine = CaseFactory(owner=teacher)
    pages = [
        (as_student, "/cases/"),
        (as_student, cases[0].get_absolute_url()),
        (as_student, play.address),
        (as_student, f"{play.address}resultat/"),
        (as_student, f"{play.address}aflever/"),
        (as_teacher, "/admin/cases/case/"),
        (as_teacher, "/admin/cases/case/add/"),
        (as_teacher, f"/admin/cases/case/{mine.pk}/change/"),
        (as_teacher, f"/admin/cases/case/{mine.pk}/vis/"),
    ]
    for client, address in pages:
        with django_assert_max_num_queries(BUDGET):
            assert client.get(address).status_code == 200
    name, version = play.asking("-jus").name, play.walkthrough.version
    # The two beyond the budget are the savepoint that stands for the transaction in a test.
    with django_assert_max_num_queries(BUDGET + 2):
        play.send(name, {name: "GBL § 31"}, version=version)
    assert play.response.status_code == 200


def test_the_admin_lists_only_what_a_teacher_may_read(as_teacher, teacher, other_teacher):
    CaseFactory(title="Min egen", owner=teacher)
    CaseFactory(title="Fælles")
    CaseFactory(title="En andens", owner=other_teacher)
    page = as_teacher.get("/admin/cases/case/").content.decode()
    assert "Min egen" in page
    assert "Fælles" in page
    assert "En andens" not in page
    foreign = Case.objects.get(title="En andens")
    for part in ("change/", "vis/", "history/"):
        assert as_teacher.get(f"/admin/cases/case/{foreign.pk}/{part}").status_code in (302, 403, 404)
    assert as_teacher.post(f"/admin/cases/case/{foreign.pk}/afgoerelse/").status_code == 404


@pytest.mark.parametrize("facts", [{}, {"misligholdt": "i går"}])
def test_a_case_that_no_longer_fits_the_rules_says_so(as_student, student, facts):
    case = CaseFactory(questions=[{"facts": facts}])
    page = as_student.post(f"/cases/{case.slug}/begynd/", follow=True).content.decode()
    assert "passer ikke længere til reglerne" in page
    assert as_student.get("/cases/").status_code == 200
    good = WalkthroughFactory(user=student)
    good.case.questions.update(facts=facts)
    page = as_student.post(f"/cases/gang/{good.pk}/ny-variant/", follow=True).content.decode()
    assert "kunne ikke laves en ny variant" in page


def test_a_case_that_no_longer_fits_the_rules_can_be_mended_in_the_admin(as_teacher, teacher):
    case = CaseFactory(owner=teacher, questions=[{"facts": {"misligholdt": "i går"}}])
    page = as_teacher.get(f"/admin/cases/case/{case.pk}/change/").content.decode()
    assert "Underretning af kautionisten" in page
    assert as_teacher.get(f"/admin/cases/case/{case.pk}/vis/").status_code == 200
