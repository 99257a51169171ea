"""Answers in a case: the same facts and the same answer, or the same mistake where each has facts of their own."""

import json

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases import accepting, earlier, receipts, regrading
from cases.acceptance import Accepted, signature
from cases.models import Case
from courses import release
from courses.models import Assignment
from courses.regrading import dry_run, in_force
from tests import factories
from tests.cases.solved import solve
from tests.courses.accepting.conftest import WHY, address, fresh, send, standing, tried


def solved(assignment, wrong, **whose):
    """A hand-in that is all right but for the answers whose number `wrong` holds."""
    submission = factories.SubmissionFactory(assignment=assignment, **whose)
    solve(submission.walkthrough, wrong=lambda number: number in wrong)
    return fresh(submission)


def graded(submission):
    """The walkthrough as grading again reads it."""
    return regrading.finished([submission.walkthrough_id])[0]


def wrong_place(submission):
    """Where the first wrong answer stands."""
    found = accepting.subjects(graded(submission)).values()
    return next(one.place for one in found if one.rule == 0)


def totals(*submissions):
    return [float(fresh(one).walkthrough.total) for one in submissions]


@pytest.fixture
def three(assignment, student):
    """Two with the same wrong provision, one with all right."""
    own = solved(assignment, {0}, user=student)
    return [own, solved(assignment, {0}), solved(assignment, set())]


def test_the_same_answer_on_the_same_facts_rises_for_all(as_teacher, three):
    before = totals(*three)
    regrade = tried(as_teacher, three[0], place=wrong_place(three[0]))
    assert totals(*three) == before
    as_teacher.post(f"{regrade.get_absolute_url()}gennemfoer/")
    assert before == [pytest.approx(0.7778, abs=0.0001), before[0], 1]
    assert totals(*three) == [1, 1, 1]
    walkthrough = fresh(three[0]).walkthrough
    assert walkthrough.marks["jus"] == 1
    (item,) = [one for one in walkthrough.result["questions"][0]["items"] if "accepted" in one]
    assert (item["status"], item["worth"], item["accepted"]["rule"]) == ("forkert", 1, 0)
    assert walkthrough.answers.get(part="jus").best == 1


def test_every_answer_that_counts_can_be_put_right_on_the_page_of_the_hand_in(as_teacher, three):
    page = as_teacher.get(address(three[0], "x").split("svar/")[0]).content.decode()
    places = accepting.subjects(graded(three[0]))
    assert places
    for place in places:
        assert f"svar/{place}/" in page
        assert as_teacher.get(address(three[0], place)).status_code == 200


def test_the_way_of_writing_is_no_difference(three):
    work = graded(three[0])
    row = next(one for one in work.answers.all() if one.part not in ("jus", "facts"))
    found = {}
    for value in ("12500", "12500.00", "12501"):
        row.value = value
        about = accepting.subjects(work)[accepting.place(row.question, row.key)].by_answer
        found[value] = signature(about)
    assert found["12500"] == found["12500.00"] != found["12501"]


def test_on_other_facts_the_same_answer_is_not_the_same(three):
    work = graded(three[0])
    place = wrong_place(three[0])
    before = accepting.subjects(work)[place].by_answer
    name = next(iter(work.frozen["questions"][0]["facts"]))
    work.frozen["questions"][0]["facts"][name] = "2020-01-01"
    assert signature(accepting.subjects(work)[place].by_answer) != signature(before)


def test_taken_back_it_is_to_the_letter_what_it_was(as_teacher, three):
    before = [regrading.state(graded(one)) for one in three]
    regrade = tried(as_teacher, three[0], place=wrong_place(three[0]))
    as_teacher.post(f"{regrade.get_absolute_url()}gennemfoer/")
    as_teacher.post(f"{regrade.get_absolute_url()}tag-tilbage/")
    assert [regrading.state(graded(one)) for one in three] == before


def test_who_hands_in_later_and_who_is_graded_again_gets_the_same(as_teacher, teacher, assignment, three):
    regrade = tried(as_teacher, three[0], place=wrong_place(three[0]))
    as_teacher.post(f"{regrade.get_absolute_url()}gennemfoer/")
    late = solved(assignment, {0})
    assert totals(late) == [1]
    Case.objects.update(weight_jus=90)
    again = dry_run.start(fresh(assignment), scope="one", reading="", reason="Nye vægte.", by=teacher)
    in_force.put_in_force(fresh(again), by=teacher)
    assert totals(*three, late) == [1, 1, 1, 1]
    assert fresh(late).walkthrough.earlier.count() == 1


def test_for_one_only_that_one_rises(as_teacher, three):
    send(as_teacher, three[0], place=wrong_place(three[0]), whom="en", share="50")
    assert totals(*three) == [pytest.approx(0.8889, abs=0.0001), pytest.approx(0.7778, abs=0.0001), 1]


@pytest.fixture
def helped(assignment, student):
    """The provision is wrong, and the first degree of help was taken at it."""
    submission = factories.SubmissionFactory(assignment=assignment, user=student)
    walkthrough = submission.walkthrough
    walkthrough.hints = {f"{walkthrough.frozen['questions'][0]['key']}-jus-jus": 1}
    walkthrough.save(update_fields=["hints"])
    solve(walkthrough, wrong=lambda number: number == 0)
    return fresh(submission)


def test_help_costs_what_it_cost(as_teacher, helped):
    send(as_teacher, helped, place=wrong_place(helped), whom="en")
    items = fresh(helped).walkthrough.result["questions"][0]["items"]
    (item,) = [one for one in items if "accepted" in one]
    assert (item["part"], item["worth"]) == ("jus", 0.9)


def test_the_student_reads_it_beside_what_the_rules_said(as_student, as_teacher, assignment, three):
    send(as_teacher, three[0], place=wrong_place(three[0]), whom="en")
    release.release(Assignment.objects.get(pk=assignment.pk))
    page = as_student.get(reverse("cases:result", args=[three[0].walkthrough_id]))
    shown = page.content.decode().replace("\xa0", " ")
    assert "Bedømmelsen er rettet af underviseren: 100 % af svarets point." in shown
    assert WHY in shown
    assert "Reglens svar:" in shown


def test_the_receipt_says_it_and_without_it_has_the_bytes_it_had(as_teacher, three):
    work = fresh(three[1]).walkthrough
    untouched = receipts.as_json(work)
    old = receipts.as_json(fresh(three[0]).walkthrough)
    assert "rettet" not in json.loads(untouched)["spoergsmaal"][0]["svar"][0].get("bedoemt", {})
    send(as_teacher, three[0], place=wrong_place(three[0]), whom="en")
    assert receipts.as_json(fresh(three[1]).walkthrough) == untouched
    put = fresh(three[0]).walkthrough
    text = receipts.as_json(put)
    assert text == receipts.as_json(fresh(three[0]).walkthrough)
    told = [
        one["bedoemt"]["rettet"]
        for one in json.loads(text)["spoergsmaal"][0]["svar"]
        if "rettet" in one["bedoemt"]
    ]
    assert [(one["andel"], one["uden_rettelsen"], one["begrundelse"]) for one in told] == [
        ("1.0000", "0.0000", WHY)
    ]
    assert "Rettet af underviseren: 100 % af svarets point." in receipts.as_html(put)
    was = json.loads(receipts.as_json(earlier.as_it_was(put, 1)))
    assert was["spoergsmaal"] == json.loads(old)["spoergsmaal"]


@pytest.fixture
def own_variants(course, student):
    """Everybody has an own variant; the same answer of each is wrong."""
    case = factories.CaseFactory(questions=[{"key": "q1"}])
    work = factories.AssignmentFactory(course=course, case=case, variant="own")
    return [solved(work, {0}, user=student), solved(work, {0}), solved(work, set())]


def mistaken(submission):
    found = accepting.subjects(graded(submission)).values()
    return next((one for one in found if one.by_mistake), None)


def test_on_variants_the_same_is_the_same_mistake(as_teacher, own_variants):
    for one in own_variants:
        give_mistake(one, "den_samme" if one != own_variants[2] else "")
    subject = mistaken(own_variants[0])
    page = as_teacher.get(address(own_variants[0], subject.place)).content.decode()
    assert "Oplysningerne er ikke de samme for alle." in page
    before = totals(*own_variants)
    regrade = tried(as_teacher, own_variants[0], place=subject.place)
    as_teacher.post(f"{regrade.get_absolute_url()}gennemfoer/")
    after = totals(*own_variants)
    assert after[0] > before[0]
    assert after[1] > before[1]
    assert after[2] == before[2]
    assert standing()[0].sameness == "mistake"


def give_mistake(submission, key):
    """Name the mistake of the first wrong answer, as a topic with named mistakes does."""
    walkthrough = fresh(submission).walkthrough
    for item in walkthrough.result["questions"][0]["items"]:
        if item["counts"] and item["worth"] == 0:
            item["mistake"] = key
            break
    walkthrough.save(update_fields=["result"])


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    wrong=st.sets(st.integers(0, 6)),
    percents=st.lists(st.integers(0, 100), min_size=1, max_size=8),
    picks=st.lists(st.integers(0, 20), min_size=1, max_size=8),
)
def test_what_is_accepted_for_all_never_lowers_anybody_and_goes_without_a_trace(
    assignment, wrong, percents, picks
):
    submission = solved(assignment, wrong)
    work = graded(submission)
    subjects = list(accepting.subjects(work).values())
    accepts = {}
    for pick, percent in zip(picks, percents, strict=False):
        about = subjects[pick % len(subjects)].by_answer
        accepts[signature(about)] = Accepted(percent, WHY, 1, "2026-01-01T10:00:00+00:00", True)
    work.accepted = accepts
    new = regrading.with_accepted(work)
    assert float(new["total"]) >= float(work.total)
    assert all(new["marks"][part] >= mark for part, mark in work.marks.items())
    before = regrading.state(work)
    for row in work.answers.all():
        row.best = new["answers"][str(row.pk)][regrading.JUDGED.index("best")]
    regrading.stand(work, new).accepted = {}
    assert regrading.with_accepted(work) == before
