"""A student is told of a result, opens it, and lets the calendar follow the deadlines; on a phone, without scripts."""

import re

from courses import release
from tests import factories

RESULT = re.compile("Åbn opgaven ?: Resultatet er klar")


def test_a_student_reads_what_came_and_takes_the_deadlines_along(no_js, student, course):
    assignment = factories.AssignmentFactory(course=course, title="Banken siger intet")
    factories.SubmissionFactory(assignment=assignment, user=student, handed_in=True)
    release.release(assignment)

    page = no_js(student, width=390, height=844)
    page.goto("/")
    page.get_by_role("link", name="Beskeder 1 ulæste").click()
    page.get_by_role("button", name=RESULT).click()
    page.get_by_role("heading", name="Banken siger intet", level=1).wait_for()
    page.get_by_role("link", name="Beskeder", exact=True).click()
    page.get_by_role("link", name=RESULT).wait_for()

    page.goto("/min-side/")
    page.get_by_label("Frist inden for et døgn").uncheck()
    page.get_by_role("button", name="Gem valg").click()
    page.get_by_text("Dit valg af mails er gemt.").wait_for()
    assert not page.get_by_label("Frist inden for et døgn").is_checked()

    page.get_by_role("button", name="Lav en kalenderadresse").click()
    address = page.get_by_label("Kalenderens adresse").input_value()
    file = page.request.get(f"/kalender/{address.rpartition('/')[2]}")
    assert "SUMMARY:Frist: Banken siger intet" in file.text()
    page.get_by_role("button", name="Slå kalenderen fra").click()
    page.get_by_text("Kalenderen er slået fra").wait_for()
    assert page.request.get(f"/kalender/{address.rpartition('/')[2]}").status == 404
