"""A level for each criterion or other points: what was changed is meant, and what nobody can tell is refused."""

from decimal import Decimal

import pytest

from cases import levels
from cases.rubric import Row
from courses.forms.levels import CriteriaForm


def form(sent=None, *, stands=None, most=2):
    row = Row("q", "", "Nævner reglen", "", "", most, "", None, False, levels.read(levels.usual(most)))
    return CriteriaForm([row], {"q": None if stands is None else Decimal(stands)}, sent)


def said(level, points, **more):
    return form({"niveau-q": level, "point-q": points}, **more)


@pytest.mark.parametrize(
    ("level", "points", "stands", "meant"),
    [
        ("1", "", None, "1"),
        ("andet", "1,25", None, "1.25"),
        ("", "1,25", None, "1.25"),
        ("2", "2", None, "2"),
        # Full was prefilled, and other points were typed without choosing »Andet«.
        ("2", "1,5", "2", "1.5"),
        # Other points stood there, and a level was chosen without emptying the field.
        ("2", "1,5", "1.5", "2"),
    ],
)
def test_one_number_is_meant(level, points, stands, meant):
    found = said(level, points, stands=stands)
    assert found.is_valid(), found.errors
    assert found.points == {"q": Decimal(meant)}


@pytest.mark.parametrize(
    ("level", "points", "says"),
    [
        ("", "", "Vælg et niveau, eller skriv point fra 0 til 2."),
        ("andet", "", "Skriv point fra 0 til 2."),
        ("1", "1,5", "Du har valgt »Delvist« og skrevet 1,5. Vælg »Andet«, eller tøm feltet."),
        ("7", "", "Vælg et af de niveauer, der står her."),
        ("1", "vrøvl", "vrøvl"),
        ("andet", "2,5", "Skriv point fra 0 til 2, fx 1,5. Du skrev ’2,5’."),
    ],
)
def test_what_cannot_be_meant_is_refused_beside_the_criterion(level, points, says):
    found = said(level, points)
    assert not found.is_valid()
    (criterion,) = found.criteria
    assert says in " ".join(criterion.errors)


@pytest.mark.parametrize(
    ("stands", "level", "points"), [("1", "1", None), ("1.25", "andet", "1.25"), (None, "", None)]
)
def test_what_stands_is_a_level_or_other_points(stands, level, points):
    found = form(stands=stands)
    assert found["niveau-q"].value() == level
    assert found["point-q"].value() == (points and points.replace(".", ","))
