"""Two mark an argument by themselves, differ on one criterion, see both sides and agree."""

import pytest
from playwright.sync_api import expect

from cases.models import Walkthrough
from courses.models import Submission
from tests import factories


@pytest.fixture
def submission(course, student):
    case = factories.CaseFactory(title="Søsterens kaution", weight_argument=20, questions=[{"key": "q1"}])
    work = factories.AssignmentFactory(course=course, title="Uge 48", case=case, marked_by_two=True)
    return factories.SubmissionFactory(assignment=work, user=student, handed_in=True)


def begin(page, submission):
    """From the list to the argument."""
    assignment = submission.assignment
    page.goto(f"{assignment.course.get_absolute_url()}afleveringer/{assignment.uuid}/begrundelser/")
    page.get_by_role("link", name="Signe Holm").last.click()


def fits(page, axe):
    page.emulate_media(reduced_motion="reduce")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def given(submission):
    kept = Walkthrough.objects.get(pk=submission.walkthrough_id).argument_points
    return {key: one["points"] for key, one in kept.items() if isinstance(one, dict)}


def test_two_markers_mark_differ_and_agree(visit, no_js, teacher, marker, submission, axe):
    page = visit(teacher, width=390)
    begin(page, submission)
    fits(page, axe)
    groups = page.get_by_role("group")
    groups.first.get_by_role("radio").first.focus()
    for _ in range(groups.count()):
        page.keyboard.press("d")
    expect(page.get_by_role("radio", name="Delvist", checked=True)).to_have_count(groups.count())
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Den tæller, når en anden også har bedømt.")).to_be_visible()
    fits(page, axe)
    assert given(submission) == {}

    other = no_js(marker)
    begin(other, submission)
    expect(other.get_by_text("Den anden er færdig.")).to_be_visible()
    for group in other.get_by_role("group").all():
        group.get_by_label("Delvist").check()
    first = other.get_by_role("group").first
    first.get_by_label("Andet", exact=True).check()
    first.get_by_label("Andre point").fill("1,5")
    other.get_by_role("button", name="Gem", exact=True).click()
    expect(other.get_by_text("Uenige om 1 af")).to_be_visible()
    assert given(submission) == {}

    begin(page, submission)
    expect(page.get_by_text("Vibeke Storm", exact=True).first).to_be_visible()
    fits(page, axe)
    page.get_by_role("group").first.get_by_label("Fuldt").check()
    page.get_by_label("Hvorfor netop de point").fill("Bestemmelsen er nævnt i tredje afsnit.")
    page.get_by_role("button", name="Gem de aftalte point").click()
    expect(page.get_by_text("Pointene er aftalt og tæller: Signe Holm.")).to_be_visible()
    fits(page, axe)
    points = given(Submission.objects.get(pk=submission.pk))
    assert sorted(points.values()) == ["1"] * (len(points) - 1) + ["2"]
