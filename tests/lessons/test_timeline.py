"""The line of days, and the same as text."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from lessons.figures import timeline
from lessons.figures.timeline import Point, Window
from rules.variants import variant

LATE = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-31",
    "underrettet": "2026-09-15",
    "kraevet": "2026-09-15",
    "misligholdt_beloeb": 62800,
}


def drawn(**changes):
    topic = rules.topic("underretning")
    facts = topic.read(LATE | changes)
    return timeline.of(topic, facts, topic.decide(facts))


def test_two_windows_that_begin_together_have_their_labels_apart_and_both_in_the_text():
    start = date(2026, 1, 31)
    windows = [Window(start, date(2026, 4, 30)), Window(start, date(2026, 7, 31))]
    points = [
        Point(start, "misligholdelse"),
        *(Point(window.end, "frist", is_deadline=True) for window in windows),
    ]
    html = timeline.timeline(points, windows)
    for drawing in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        middles = [float(x) for x in re.findall(r'class="is-soft" x="([\d.]+)"[^>]*>\d måneder<', drawing)]
        assert len(middles) < 2 or abs(middles[1] - middles[0]) > 60
    assert "3 måneder fra" in html.replace("\u00a0", " ")
    assert "6 måneder fra" in html.replace("\u00a0", " ")


def test_the_days_stand_in_the_picture_and_in_the_text():
    html = drawn()
    assert "31. jan." in html
    assert "31. januar 2026: misligholdelse" in html
    assert "31. juli 2026: sidste frist" in html
    assert "6 måneder fra 31. januar 2026 til 31. juli 2026" in html


def test_the_deadline_is_a_stroke_and_the_window_a_band():
    html = drawn()
    assert html.count('<rect class="window"') == 2, "one in the wide drawing and one in the narrow"
    assert html.count('<line class="deadline"') == 2


def test_the_picture_has_a_name_and_no_style_of_its_own():
    html = drawn()
    assert 'role="img" aria-label="Tidslinje' in html
    assert "style=" not in html


def test_numbers_in_the_picture_are_written_with_a_point():
    assert not re.search(r'(?:x|y|cx|cy|x1|width)="-?\d+,', drawn())


def test_the_year_is_written_when_there_is_more_than_one():
    assert "31. jan. 2026" in drawn(underrettet="2027-01-01", kraevet="2027-02-01")


def test_one_day_makes_no_line():
    assert timeline.timeline([Point(date(2026, 1, 31), "underskrift")]) == ""
    assert timeline.timeline([]) == ""


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        (date(2026, 1, 31), date(2026, 7, 31), "6 måneder"),
        (date(2026, 8, 31), date(2027, 2, 28), "6 måneder"),
        (date(2026, 1, 1), date(2026, 2, 1), "1 måned"),
        (date(2026, 1, 1), date(2026, 1, 15), "14 dage"),
        (date(2026, 1, 1), date(2026, 1, 2), "1 dag"),
        (date(2026, 1, 1), date(2026, 2, 2), "32 dage"),
    ],
)
def test_a_window_is_named_in_whole_months_or_in_days(start, end, label):
    assert Window(start, end).label == label


@pytest.mark.parametrize("key", rules.topics())
def test_every_topic_can_be_drawn(key):
    topic = rules.topic(key)
    for seed in range(10):
        facts = variant(topic, seed).facts
        html = timeline.of(topic, facts, topic.decide(facts))
        assert html == "" or "Tidslinjen som tekst" in html


labels = st.text("abc ", min_size=1, max_size=40)


@given(st.lists(st.tuples(st.dates(), labels, st.booleans()), min_size=2, max_size=6))
def test_labels_never_lie_upon_one_another_nor_outside(points):
    made = [Point(*point) for point in points]
    days = sorted({point.day for point in made})
    if len(days) < 2:
        return
    drawing = timeline._draw(made, [], days, timeline.WIDE)
    places = {}
    for mark in drawing["marks"]:
        half = max(len(word) for word in mark["words"]) * timeline.LETTER / 2
        for left, right in places.setdefault((mark["side"], mark["row"]), []):
            assert mark["text_x"] + half < left or right < mark["text_x"] - half
        places[mark["side"], mark["row"]].append((mark["text_x"] - half, mark["text_x"] + half))
        assert 0 <= mark["x"] <= timeline.WIDE
        assert all(0 < height < drawing["height"] + 1 for _word, height, _first in mark["lines"])


def test_a_day_next_to_its_deadline_is_drawn():
    day = date(2026, 7, 31)
    html = timeline.timeline([Point(day, "frist", True), Point(day + timedelta(1), "besked")], [])
    assert "1. aug." in html
