"""Byg en sag: the result is given, and any facts on which the rules reach it solve the task."""

import pytest

import rules
from cases import answering, building, reverse_tasks
from cases.building import SHOWN
from cases.models import Building
from cases.start import start
from lessons.fact_forms import typed_fact
from tests import factories
from tests.cases.playing import Player

pytestmark = pytest.mark.django_db
LOST, KEPT, LIMITED = "KRAV_TABT_FOR_MISLIGHOLDT_DEL", "KRAV_I_BEHOLD", "KRAV_BEGRAENSET"
# The book takes the claim away after six months; the law does where the notice costs the guarantor something.
TURNED = {"question": "q1", "pensum": LOST, "gaeldende_ret": KEPT}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def case(db):
    return factories.CaseFactory(slug="soesterens-kaution", reverse=[TURNED], questions=[{"key": "q1"}])


@pytest.fixture
def known(student, case):
    """The student has been shown how the case ends."""
    walkthrough = start(student, case)
    answering.show_solution(walkthrough)
    return walkthrough


@pytest.fixture
def asked(case):
    return reverse_tasks.tasks_of(case)[0]


def typed(facts):
    """Facts as the form sends them."""
    specs = rules.topic("underretning").specs
    given = {spec.name: typed_fact(spec, getattr(facts, spec.name)) for spec in specs}
    return {name: value for name, value in given.items() if value != ""}


def send(client, facts, number=1, *, htmx=True, **changed):
    return client.post(
        f"/cases/soesterens-kaution/byg/{number}/",
        typed(facts) | changed,
        headers=HTMX if htmx else {},
    )


def test_any_facts_that_the_rules_take_so_solve_it(as_student, known, asked):
    html = send(as_student, asked.solution).content.decode()
    row = Building.objects.get()
    assert "2 af 2 ønsker opfyldt" in html
    assert "Opgaven er løst." in html
    assert row.solved_at is not None
    assert row.task == f"q1 pensum={LOST} gaeldende_ret={KEPT}"


def test_a_try_that_fails_tells_how_near_it_is_and_where_the_way_went(as_student, known, asked):
    html = send(as_student, asked.base).content.decode().replace("\u00a0", " ")
    assert "1 af 2 ønsker opfyldt" in html
    assert "Her går vejen et andet sted hen:" in html
    assert "FIL § 48" in html
    assert Building.objects.get().solved_at is None


def test_what_is_solved_stays_solved(as_student, known, asked):
    send(as_student, asked.solution)
    solved_at = Building.objects.get().solved_at
    html = send(as_student, asked.base).content.decode()
    row = Building.objects.get()
    assert (row.solved_at, row.tries) == (solved_at, 2)
    assert "Opgaven er allerede løst" in html


def test_sending_the_same_twice_counts_once(as_student, known, asked):
    send(as_student, asked.base)
    send(as_student, asked.base)
    assert Building.objects.get().tries == 1


def test_without_scripts_the_try_is_kept_and_the_page_comes_again(as_student, known, asked):
    response = send(as_student, asked.base, htmx=False, misligholdt_beloeb="12.345")
    assert response["Location"] == "/cases/soesterens-kaution/byg/1/"
    html = as_student.get(response["Location"]).content.decode()
    assert 'value="12.345"' in html
    assert "12.345 kr." in html.replace("\u00a0", " ")
    assert "1 forsøg" in html


def test_facts_that_cannot_be_are_refused_beside_their_field_and_kept(as_student, known, asked):
    response = send(as_student, asked.base, underrettet="01-01-2020", misligholdt_beloeb="777")
    html = response.content.decode()
    assert response.status_code == 422
    assert "Dagen kan ikke ligge før" in html
    assert 'value="01-01-2020"' in html
    assert 'value="777"' in html
    assert not Building.objects.exists()


def test_a_wrong_fact_under_the_fold_opens_it(as_student, known, asked):
    html = send(as_student, asked.base, hovedstol="tyve tusind").content.decode()
    assert '<details class="more-facts" open>' in html
    assert (
        '<details class="more-facts">' in as_student.get("/cases/soesterens-kaution/byg/1/").content.decode()
    )


def test_one_solution_is_told_after_three_tries_and_then_nothing_counts(as_student, known, asked):
    address = "/cases/soesterens-kaution/byg/1/"
    for amount in ("1.000", "2.000"):
        html = send(as_student, asked.base, misligholdt_beloeb=amount).content.decode()
        assert "Vis én løsning" not in html
        as_student.post(f"{address}loesning/")
        assert SHOWN not in Building.objects.get().facts
    assert "Vis én løsning" in send(as_student, asked.base, misligholdt_beloeb="3.000").content.decode()
    as_student.post(f"{address}loesning/")
    html = as_student.get(address).content.decode()
    assert "Én løsning" in html
    assert "i stedet for" in html
    html = send(as_student, asked.solution).content.decode()
    assert "opgaven tæller ikke som løst" in html
    assert Building.objects.get().solved_at is None


def test_it_opens_when_the_person_knows_how_the_case_ends(as_student, student, case):
    html = as_student.get("/cases/soesterens-kaution/byg/").content.decode()
    assert "Løs sagen først." in html
    assert "skal sige" not in html
    assert as_student.get("/cases/soesterens-kaution/byg/1/").status_code == 302
    Player(as_student, start(student, case)).solve()
    assert "skal sige" in as_student.get("/cases/soesterens-kaution/byg/").content.decode()
    assert as_student.get("/cases/soesterens-kaution/byg/1/").status_code == 200


def test_an_aflevering_opens_it_when_it_is_released(as_student, student, case):
    play = Player(as_student, start(student, case, mode="aflevering")).solve()
    play.walkthrough.submit()
    assert not building.is_open_to(student, case)
    play.walkthrough.release()
    assert building.is_open_to(student, case)


def test_what_others_have_built_is_not_shown(as_other_student, other_student, student, case, asked):
    building.save(student, case, asked, asked.solution)
    answering.show_solution(start(other_student, case))
    assert "Ikke begyndt" in as_other_student.get("/cases/soesterens-kaution/byg/").content.decode()


def test_the_page_tells_no_key_of_the_law_and_no_solution(as_student, known, asked):
    topic = rules.topic("underretning")
    pages = [
        as_student.get("/cases/soesterens-kaution/byg/"),
        as_student.get("/cases/soesterens-kaution/byg/1/"),
        send(as_student, asked.base),
    ]
    for page in pages:
        html = page.content.decode().replace("\u00a0", " ")
        assert not [outcome.name for outcome in topic.outcomes if outcome.name in html]
        assert "31. juli" not in html


def test_a_swap_is_small(as_student, known, asked):
    assert len(send(as_student, asked.base).content) < 30_000


def test_what_was_typed_outlives_the_session(client, student, known, asked):
    address = "/cases/soesterens-kaution/byg/1/"
    client.post(address, typed(asked.base) | {"misligholdt_beloeb": "4.711"})
    client.force_login(student)
    html = client.get(address).content.decode()
    assert 'value="4.711"' in html
    assert "Du var blevet logget ud." in html
    assert not Building.objects.exists()


def test_without_the_authors_own_tasks_the_rules_propose_some(db):
    case = factories.CaseFactory(questions=[{"key": "q1"}, {"key": "q2"}])
    proposed = reverse_tasks.tasks_of(case)
    assert 2 <= len(proposed) <= reverse_tasks.MOST
    assert {asked.question for asked in proposed} == {"q1", "q2"}
    assert all(asked.solution is not None for asked in proposed)
    assert len({asked.key for asked in proposed}) == len(proposed)


@pytest.mark.parametrize(
    "reverse",
    [
        {"question": "q9", "pensum": KEPT},
        {"question": "q1", "pensum": LIMITED},
        {"question": "q1", "pensum": "FINDES_IKKE"},
        {"question": "q1"},
    ],
)
def test_an_authors_task_that_makes_no_sense_is_left_out(db, reverse):
    case = factories.CaseFactory(reverse=[reverse, TURNED], questions=[{"key": "q1"}])
    assert [asked.key for asked in reverse_tasks.tasks_of(case)] == [f"q1 pensum={LOST} gaeldende_ret={KEPT}"]


def test_a_fact_that_two_questions_share_is_retold_once(student, db):
    case = factories.CaseFactory(questions=[{"key": "q1"}, {"key": "q2"}])
    asked = next(one for one in reverse_tasks.tasks_of(case) if one.question == "q2")
    data = asked.task.topic.plain(asked.base) | {"misligholdt_beloeb": "4711"}
    row = building.save(student, case, asked, asked.task.topic.read(data))
    assert "4.711 kr." in building.Work(case, asked, row).story.replace("\u00a0", " ")


def test_no_fact_has_the_name_under_which_a_solution_is_kept():
    assert not [topic.key for topic in rules.topics().values() if SHOWN in topic.spec_of]
