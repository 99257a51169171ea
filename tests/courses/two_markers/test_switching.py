"""The setting is switched on or off after marking began: nothing that was given is lost, and nothing counts twice."""

import pytest

from courses.models import Assignment, RecordEntry
from tests.courses.test_record import sent_again
from tests.courses.two_markers.acting import text


def settings_of(argument):
    return argument.list.replace("begrundelser", "ret")


def switch(client, argument, *, on):
    """Send the form of the assignment with this one setting changed."""
    sent = sent_again(client, settings_of(argument), marked_by_two="on" if on else "")
    assert sent.status_code == 302
    assert Assignment.objects.get(pk=argument.assignment.pk).marked_by_two == on


def test_it_is_off_until_it_is_chosen_and_then_the_student_is_told(as_teacher, as_student, argument):
    switch(as_teacher, argument, on=False)
    page = argument.assignment.get_absolute_url()
    assert "bedømmes af to" not in text(as_student.get(page))
    switch(as_teacher, argument, on=True)
    assert "bedømmes af to, der ikke ser hinandens point" in text(as_student.get(page))
    preview = argument.list.replace("begrundelser", "forhaandsvisning")
    assert "bedømmes af to, der ikke ser hinandens point" in text(as_teacher.get(preview))
    assert ("Bedømmes af to", "nej", "ja") in RecordEntry.objects.filter(kind="assignment").first().changes


def test_what_one_has_marked_before_it_is_switched_on_counts_as_it_is(as_teacher, as_co_teacher, argument):
    switch(as_teacher, argument, on=False)
    argument.mark(as_teacher, "1")
    assert argument.given["q1-jus"] == "1"
    assert "tæller, som det er" in text(as_teacher.get(settings_of(argument)))
    switch(as_teacher, argument, on=True)
    assert argument.stage == "ALONE"
    assert argument.given["q1-jus"] == "1"
    assert "<td>Bedømt af én<span" in text(as_co_teacher.get(argument.list))
    argument.mark(as_co_teacher, "2")
    assert argument.given["q1-jus"] == "2"
    assert argument.marks == []


def test_what_one_of_two_has_marked_counts_when_it_is_switched_off(
    as_teacher, as_co_teacher, argument, co_teacher
):
    argument.mark(as_co_teacher, "1", comment="Mine ord.")
    assert "kun én har bedømt indtil nu (1)" in text(as_teacher.get(settings_of(argument)))
    switch(as_teacher, argument, on=False)
    assert set(argument.given.values()) == {"1"}
    assert argument.work.argument_points["comment"] == "Mine ord."
    assert argument.work.argument_points["q1-jus"]["by"] == co_teacher.pk
    assert "Én er nok: pointene tæller" in str(RecordEntry.objects.filter(kind="argument").first().after)
    switch(as_teacher, argument, on=True)
    assert argument.stage == "ALONE"
    assert set(argument.given.values()) == {"1"}


def test_two_who_differ_agree_also_after_it_is_switched_off(as_teacher, as_co_teacher, argument):
    argument.mark(as_teacher, "1")
    argument.mark(as_co_teacher, "2")
    switch(as_teacher, argument, on=False)
    assert argument.stage == "DIFFER"
    assert argument.given == {}
    assert "Venter på enighed" in text(as_teacher.get(argument.list))
    argument.agree(as_teacher, "2")
    assert set(argument.given.values()) == {"2"}


@pytest.mark.parametrize("on", [True, False])
def test_a_page_from_before_the_switch_is_refused_and_loses_nothing(as_teacher, as_co_teacher, argument, on):
    if on:
        switch(as_teacher, argument, on=False)
    version = argument.version(as_co_teacher)
    switch(as_teacher, argument, on=on)
    response = argument.mark(as_co_teacher, "1,25", version=version, comment="Mine ord")
    assert response.status_code == 409
    assert "ændret, mens du skrev" in text(response)
    assert "Mine ord" in text(response)
    assert 'value="1,25"' in text(response)
    assert argument.marks == []
    assert argument.given == {}
