"""Whatever a browser can send, no form answers with a 500, and nothing half is saved."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.models import Assignment, Course

ODD = """\x00|ΩΩ|١٢-٠١-٢٠٢٦ kl. ١٢.٠٠|1e400|-1|case:|case:1:2|quiz:x|:|99999999999999999999|<script>|=1+1
31-12-2100 kl. 23.59|01-01-2000 kl. 00.00|29-02-2026 kl. 12.00|9999999999999999999 kl. 9"""
JUNK = st.text(max_size=80) | st.sampled_from(ODD.replace("\n", "|").split("|"))
LINES = [f"dele-{name}" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "0-content", "0-weight", "0-order")]
FORMS = {
    "/afleveringer/tilmeld/": ["code"],
    "/undervisning/nyt-hold/": ["name", "term", "reading"],
    "{course}ret/": ["name", "term", "reading"],
    "{course}undervisere/": ["email"],
    "{course}afleveringer/ny/": [
        *LINES,
        "title",
        "opens_at",
        "due_at",
        "reading",
        "release",
        "points",
        "mere",
    ],
    "{course}afleveringer/{assignment}/ret/": [*LINES, "title", "opens_at", "due_at", "points"],
}
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("form", FORMS)
@quick
@given(data=st.data())
def test_junk_is_refused_or_read_but_never_breaks(as_teacher, course, assignment, form, data):
    address = form.format(course=course.get_absolute_url(), assignment=assignment.uuid)
    sent = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(FORMS[form], JUNK)))
    response = as_teacher.post(address, sent)
    assert response.status_code in (200, 302, 422)
    for made in Assignment.objects.filter(course=course):
        assert made.due_at > made.opens_at
        assert made.item_list


@quick
@given(sent=st.dictionaries(st.text(max_size=10), JUNK, max_size=4))
def test_buttons_take_no_notice_of_what_is_sent_along(as_teacher, course, sent):
    code = Course.objects.get(pk=course.pk).join_code
    assert as_teacher.post(f"{course.get_absolute_url()}ny-kode/", sent).status_code == 302
    assert Course.objects.get(pk=course.pk).join_code != code


@pytest.mark.parametrize(
    "address", ["/afleveringer/ikke-et-nummer/", "/undervisning/1/", "/undervisning/x/ret/"]
)
def test_an_address_that_cannot_be_is_not_found(as_teacher, address):
    assert as_teacher.get(address).status_code == 404
