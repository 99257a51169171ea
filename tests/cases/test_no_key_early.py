"""Nothing that decides a grade reaches the browser before the answer is in."""

import re

import pytest
from django.utils.html import escape

from authoring.shelf import Shelf
from cases import content
from cases.models import Case
from cases.start import start
from rules import danish
from rules import topic as topic_of
from tests.cases.playing import Player, right

pytestmark = pytest.mark.django_db
FILES = sorted(path.name for path in content.ROOT.glob("*.yaml"))


def case_of(file):
    """The case of a content file, as a row."""
    found = next(one for one in Shelf([content.KIND]).found if one.place == file)
    case = Case(uid=found.data.uid, slug=found.data.slug, title=found.data.title, status="published")
    content.store(found.data, case, file)
    return case


def wrong(place, walkthrough):
    """An answer that is not the right one."""
    good = right(walkthrough, place)
    if place.item.kind == "bool":
        return not good
    if place.item.kind == "facts":
        return [name for name in place.item.choices if name not in good] or good[:1]
    if place.item.kind in ("choice", "outcome"):
        return next(key for key in place.item.choices if key != good)
    return {"citation": "AFTL § 3", "date": "03-03-2031", "list": "1; 2"}.get(place.item.kind, "17")


def _said(reading, key, value):
    return danish.show(value, reading.figures[key].kind).removesuffix(".") if value is not None else "-"


def secrets(walkthrough, answered):
    """What may not stand in the page: keys, remarks and right values of all that is not answered."""
    for question in walkthrough.frozen["questions"]:
        topic = topic_of(question["topic"])
        reading = topic.reading_for(walkthrough.reading)
        decision = topic.decide(topic.read(question["facts"]), walkthrough.reading)
        yield from (outcome.name for outcome in topic.outcomes)
        yield from (mistake.key for mistake in reading.mistakes if mistake.target not in answered)
        for mistake in reading.mistakes:
            if mistake.target not in answered:
                yield max(re.split(r"[{}\[\]|.:]", mistake.remark), key=len).strip()[:60]
        # With its verdict the result is told, and with it the figures that its sentence names.
        sentence = decision.text.replace("\u00a0", " ") if "outcome" in answered else ""
        told = [value for key, value in decision.figures.items() if key in answered]
        told += [value for key, value in decision.figures.items() if _said(reading, key, value) in sentence]
        for key, value in decision.figures.items():
            if (
                key in answered
                or value is None
                or value in told
                or reading.figures[key].kind in ("bool", "choice", "text")
            ):
                continue
            yield reading.figures[key].printed(value)
            if reading.figures[key].kind == "date":
                yield value.isoformat()
                yield f"{value:%d-%m-%Y}"


def hidden(page, walkthrough, answered):
    """The secrets that the page tells. What the story itself tells is no secret."""
    story = walkthrough.frozen["story"]
    html = page.replace("\u00a0", " ")
    return [
        secret
        for secret in secrets(walkthrough, answered)
        if len(secret) > 3 and secret not in story and str(escape(secret)) in html
    ]


@pytest.mark.parametrize(
    ("mode", "answers", "reading"),
    [
        ("oeve", "wrong", "pensum"),
        ("oeve", "right", "gaeldende_ret"),
        ("aflevering", "wrong", "pensum"),
        ("aflevering", "wrong", "gaeldende_ret"),
    ],
)
@pytest.mark.parametrize("file", FILES)
def test_an_open_page_tells_no_key_remark_or_figure(as_student, student, file, mode, answers, reading):
    case = case_of(file)
    play = Player(as_student, start(student, case, mode=mode, reading=reading))
    answered = set()
    for address in ("/cases/", f"/cases/{case.slug}/", play.address):
        page = as_student.get(address).content.decode()
        assert not hidden(page, play.walkthrough, answered)
    for _ in range(40):
        waiting = next((one for one in play.built.askings if not one.is_answered), None)
        if waiting is None:
            break
        values = {
            place.key: right(play.walkthrough, place)
            if answers == "right"
            else wrong(place, play.walkthrough)
            for place in waiting.places
        }
        if waiting.is_single:
            page = play.answer_at(waiting, next(iter(values.values())))
        else:
            page = play.conclude_at(waiting, values)
        assert play.response.status_code == 200
        if mode == "oeve" or answers == "right":
            answered |= set(values)
        assert not hidden(page, play.walkthrough, answered)
    assert play.built.is_done
    if mode == "aflevering":
        as_student.post(f"{play.address}aflever/")
        page = as_student.get(f"{play.address}resultat/").content.decode()
        assert not hidden(page, play.walkthrough, answered)
        assert "Rigtigt" not in page
        assert "Ikke rigtigt" not in page
