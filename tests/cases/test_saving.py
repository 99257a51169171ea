"""What a browser can do to an open walkthrough: twice, too late, from an old tab, signed out, or with junk."""

import pytest

from cases import drafts
from cases.models import Answer, Walkthrough
from tests.cases.playing import Player
from tests.factories import CaseFactory, WalkthroughFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(as_student, student):
    return Player(as_student, WalkthroughFactory(user=student))


def test_the_same_answer_sent_twice_counts_once(play):
    version = play.walkthrough.version
    name = play.asking("-jus").name
    for _ in range(2):
        response = play.send(name, {name: "GBL § 31"}, version=version)
        assert response.status_code == 200
    row = play.row("jus")
    assert row.tries == 1
    assert Answer.objects.count() == 1


def test_another_way_of_writing_the_same_is_no_new_try(play):
    play.answer("jus", "FIL § 48")
    play.answer("jus", "§ 48 FIL")
    assert play.row("jus").tries == 1


def test_a_stale_tab_is_told_and_keeps_what_was_typed(play):
    old = play.walkthrough.version
    play.answer("jus", "GBL § 31")
    page = play.answer("jus", "KAL § 37", version=old)
    assert play.response.status_code == 409
    assert "ændret i en anden fane" in page
    assert 'value="KAL § 37"' in page
    assert play.row("jus").raw == "GBL § 31"
    play.answer("jus", "KAL § 37")
    assert play.row("jus").raw == "KAL § 37"


def test_an_answer_to_a_question_that_has_gone_is_quoted_back(play):
    play.solve()
    name = play.asking("-rettidig").name
    old = play.walkthrough.version
    play.answer("er_privat", False)
    response = play.send(name, {name: "1"}, version=old)
    assert response.status_code == 409
    assert "Du skrev: ’1’" in response.content.decode()


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("jus", "det ved jeg ikke", "Skriv lov og paragraf"),
        ("jus", "", "Skriv den bestemmelse"),
        ("er_privat", "9", "Vælg en af mulighederne"),
        ("er_privat", "", "Vælg ja eller nej"),
        ("sidste_frist", "31-02-2026", "findes ikke i kalenderen"),
        ("sidste_frist", "tyve tusind", "Skriv datoen"),
        ("sidste_frist", "x" * 5000, "højst"),
    ],
)
def test_what_cannot_be_read_is_refused_beside_the_field(play, key, typed, told):
    if key != "jus":
        play.answer("jus", "FIL § 48")
    if key == "sidste_frist":
        play.answer("er_privat", True)
    before = Answer.objects.count(), play.walkthrough.version
    page = play.answer(key, typed)
    assert play.response.status_code == 422
    assert told in page
    if len(typed) < 100 and key != "er_privat":
        assert f'value="{typed}"' in page or not typed
    assert (Answer.objects.count(), play.walkthrough.version) == before


def test_no_receipt_stands_beside_what_was_refused(play):
    play.answer("jus", "FIL § 48")
    assert "Gemt kl." in play.answer("jus", "GBL § 31")
    page = play.answer("jus", "ved ikke")
    assert "Gemt kl." not in page
    assert "Ikke gemt endnu" in page


@pytest.mark.parametrize("typed", ["tyve tusind", "12.50", "12,345", "1e9", "99999999999999999999999999"])
def test_an_amount_that_is_none_is_refused_and_nothing_of_konklusion_is_saved(play, typed):
    play.answer("jus", "FIL § 48")
    play.answer("er_privat", True)
    play.answer("sidste_frist", "31-07-2026")
    play.answer("rettidig", False)
    before = Answer.objects.count()
    page = play.conclude({"tabt_beloeb": typed, "outcome": "KRAV_I_BEHOLD"})
    assert play.response.status_code == 422
    assert f'value="{typed}"' in page
    assert Answer.objects.count() == before


@pytest.mark.parametrize("name", ["q99-jus-jus", "q1-steps-hvadsomhelst", "x", "q1-steps-rettidig", "jus"])
def test_a_question_that_is_not_asked_is_refused(play, name):
    response = play.send(name, {name: "1"})
    assert response.status_code == 400
    assert "Intet er gemt" in response.content.decode()
    assert not Answer.objects.exists()


def test_a_version_that_is_no_number_is_a_stale_page(play):
    play.answer("jus", "FIL § 48", version="x'y")
    assert play.response.status_code == 409


def test_typed_text_in_another_form_stays_when_one_is_saved(play):
    play.answer("jus", "FIL § 48")
    play.answer("er_privat", True)
    waiting, jus = play.asking("-sidste_frist").name, play.asking("-jus").name
    response = play.send(jus, {jus: "FIL § 47", waiting: "31. ju"})
    page = response.content.decode()
    assert 'value="31. ju"' in page
    assert "Ikke gemt endnu" in page


def test_a_later_answer_is_kept_when_an_earlier_one_changes_the_path(play):
    play.solve()
    play.answer("er_privat", False)
    assert not asks(play, "rettidig")
    play.answer("er_privat", True)
    assert play.row("rettidig").value is False
    assert asks(play, "rettidig")


def asks(play, step):
    return any(asking.name.endswith(f"-steps-{step}") for asking in play.built.askings)


def test_without_javascript_an_answer_leads_back_to_its_place(play):
    play.answer("jus", "FIL § 48", htmx=False)
    name = play.asking("-jus").name
    assert play.response.status_code == 302
    assert play.response["Location"] == f"{play.address}#{name}"


def test_signed_out_what_was_typed_waits_until_the_return(play, anonymous, student):
    name = play.asking("-jus").name
    response = anonymous.post(f"{play.address}svar/{name}/", {"version": "1", name: "FIL § 48, stk. 6"})
    assert response.status_code == 302
    assert "login" in response["Location"] or "konto" in response["Location"]
    anonymous.force_login(student)
    page = anonymous.get(f"{play.address}svar/{name}/", follow=True).content.decode()
    assert 'value="FIL § 48, stk. 6"' in page
    assert drafts.NOTICE in page
    assert not Answer.objects.exists()


def test_another_person_on_the_same_machine_does_not_see_what_was_typed(play, anonymous, other_student):
    name = play.asking("-jus").name
    anonymous.post(f"{play.address}svar/{name}/", {"version": "1", name: "hemmeligt"})
    anonymous.force_login(other_student)
    own = WalkthroughFactory(user=other_student)
    assert "hemmeligt" not in anonymous.get(f"/cases/gang/{own.pk}/").content.decode()


@pytest.mark.parametrize(
    "part", ["", "svar/q1-jus-jus/", "loesning/", "ny-variant/", "aflever/", "resultat/"]
)
@pytest.mark.parametrize("who", ["as_other_student", "as_teacher", "as_outsider", "as_superuser"])
def test_the_walkthrough_of_another_does_not_exist(play, request, part, who):
    client = request.getfixturevalue(who)
    for method in (client.get, client.post):
        assert method(f"{play.address}{part}").status_code in (404, 405)
    assert Walkthrough.objects.count() == 1


def test_a_draft_of_a_teacher_cannot_be_begun(as_student):
    case = CaseFactory(status="draft")
    assert as_student.get(f"/cases/{case.slug}/").status_code == 404
    assert as_student.post(f"/cases/{case.slug}/begynd/").status_code == 404


def test_the_case_of_a_foreign_teacher_is_not_seen(as_student, other_teacher):
    case = CaseFactory(owner=other_teacher)
    assert as_student.get(f"/cases/{case.slug}/").status_code == 404


def test_an_old_address_leads_to_the_new_one(as_student):
    case = CaseFactory(slug="gammel")
    case.refresh_from_db()
    case.slug = "ny"
    case.save()
    response = as_student.get("/cases/gammel/")
    assert response.status_code == 301
    assert response["Location"] == "/cases/ny/"


def test_what_a_page_saved_itself_a_moment_ago_does_not_make_its_next_answer_stale(play):
    name, version = play.asking("-jus").name, play.walkthrough.version
    play.send(name, {name: "FIL § 47", "page": "en-side"}, version=version)
    play.send(name, {name: "FIL § 48", "page": "en-side"}, version=version)
    assert play.response.status_code == 200
    assert play.row("jus").value == "FIL § 48"


def test_what_another_page_saved_in_between_does(play):
    name, version = play.asking("-jus").name, play.walkthrough.version
    play.send(name, {name: "FIL § 47", "page": "en-side"}, version=version)
    play.send(name, {name: "FIL § 49", "page": "en-anden"}, version=version + 1)
    play.send(name, {name: "FIL § 48", "page": "en-side"}, version=version)
    assert play.response.status_code == 409
    play.send(name, {name: "FIL § 50", "page": "en-side"}, version=version + 1)
    assert play.response.status_code == 409
    assert play.row("jus").value == "FIL § 49"
