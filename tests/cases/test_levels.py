"""Levels of a criterion: worked out by its kind, frozen, told with the result; old work stays as it was."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cases import awarding, levels, receipts, rubric
from cases.models import Case, Walkthrough
from tests.cases.playing import Player
from tests.cases.test_admin import ADD, form
from tests.cases.test_content import data
from tests.factories import CaseFactory, WalkthroughFactory

OWN = [
    {"title": "Rodet", "detail": "", "points": 0},
    {"title": "På vej", "detail": "Der er en disposition.", "points": 1.5},
    {"title": "Klart", "detail": "Hvert afsnit har én opgave.", "points": 4},
]


@pytest.fixture
def case(db):
    own = [{"title": "Skriver klart", "points": 4, "levels": OWN}, {"title": "Er kort", "points": 3}]
    return CaseFactory(weight_argument=20, rubric=own, questions=[{"key": "q1"}])


@pytest.fixture
def play(as_student, student, case):
    made = Player(as_student, WalkthroughFactory(user=student, case=case, mode="aflevering")).solve()
    made.walkthrough.submit()
    return made


def titles(play, key):
    row = next(one for one in rubric.rows(play.walkthrough) if one.key == key)
    return [(one.title, one.text) for one in row.levels]


def award(play, by, points="1", **other):
    work = play.walkthrough
    given = {row.key: Decimal(other.get(row.key.replace("-", "_"), points)) for row in rubric.rows(work)}
    awarding.award(work, given, "", by=by, version=str(work.version))


def without_levels(play):
    """The work as it was frozen before criteria had levels."""
    work = play.walkthrough
    bare = [{key: one[key] for key in one if key != "levels"} for one in work.frozen["rubric"]]
    Walkthrough.objects.filter(pk=work.pk).update(frozen=work.frozen | {"rubric": bare})


def test_a_criterion_has_three_levels_in_the_words_of_its_kind(play):
    rows = {row.key: row for row in rubric.rows(play.walkthrough)}
    assert titles(play, "q1-jus") == [("Mangler", "0"), ("Delvist", "1"), ("Fuldt", "2")]
    assert titles(play, "own-2") == [("Mangler", "0"), ("Delvist", "1.5"), ("Fuldt", "3")]
    said = {
        key: rows[key].levels[1].detail
        for key in ("q1-jus", "q1-rettidig", "q1-figure", "q1-outcome", "own-2")
    }
    assert said == {
        "q1-jus": levels.MEANS[levels.RULE][1],
        "q1-rettidig": levels.MEANS[levels.STEP][1],
        "q1-figure": levels.MEANS[levels.FIGURE][1],
        "q1-outcome": levels.MEANS[levels.CONCLUSION][1],
        "own-2": levels.MEANS[levels.OWN][1],
    }


def test_an_authors_own_levels_are_frozen_with_the_variant(play, case):
    before = titles(play, "own-1")
    assert before == [("Rodet", "0"), ("På vej", "1.5"), ("Klart", "4")]
    case.rubric = []
    case.save()
    assert titles(play, "own-1") == before


def test_the_points_tell_which_level_was_given(play, teacher):
    award(play, teacher, "1", own_1="1.5", q1_jus="1.25")
    given = {row.key: row.level and row.level.title for row in rubric.rows(play.walkthrough)}
    assert (given["own-1"], given["q1-outcome"], given["q1-jus"]) == ("På vej", "Delvist", None)


def test_result_and_receipt_tell_the_level_and_what_it_means(play, teacher):
    award(play, teacher, "1", own_1="1.5")
    play.walkthrough.release()
    shown = play.client.get(f"{play.address}resultat/").content.decode()
    printed = play.client.get(f"{play.address}kvittering/").content.decode()
    for page in (shown, printed):
        assert "Der er en disposition." in page
        assert "Hvert afsnit har én opgave." not in page
    found = json.loads(receipts.as_json(play.walkthrough))["begrundelse"]["kriterier"][-2]
    assert [(one["titel"], one["point"], one["givet"]) for one in found["niveauer"]] == [
        ("Rodet", "0", False),
        ("På vej", "1.5", True),
        ("Klart", "4", False),
    ]


def test_before_release_no_level_is_told(play, teacher):
    award(play, teacher, "1")
    for page in ("resultat/", "kvittering/", "kvittering.json"):
        assert "Delvist" not in play.client.get(f"{play.address}{page}").content.decode()
        assert "niveauer" not in play.client.get(f"{play.address}{page}").content.decode()


def test_old_work_without_levels_has_the_receipt_that_it_had(play, teacher):
    award(play, teacher, "1")
    new = json.loads(receipts.as_json(play.walkthrough))
    without_levels(play)
    old = receipts.as_json(play.walkthrough)
    assert "niveauer" not in old
    for one in new["begrundelse"]["kriterier"]:
        del one["niveauer"]
    assert old == json.dumps(new, sort_keys=True, ensure_ascii=False, indent=1) + "\n"
    assert set(json.loads(old)["begrundelse"]["kriterier"][0]) == {
        "titel", "uddybning", "hjemmel", "hoejst", "givet", "egne_kryds"
    }  # fmt: skip


def test_for_old_work_the_usual_levels_are_offered_and_nothing_is_stored(play):
    without_levels(play)
    before = play.walkthrough.frozen
    rows = rubric.rows(play.walkthrough)
    assert [one.title for one in rows[0].offered] == list(levels.TITLES)
    assert all(row.levels == () and row.level is None for row in rows)
    assert play.walkthrough.frozen == before


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (OWN[1:2], "fra 2 til 6"),
        (OWN[::-1], "laveste niveau først"),
        ([OWN[0], OWN[0] | {"title": "Andet"}, OWN[2]], "de samme point"),
        (OWN[:2], "alle kriteriets point, her 4"),
        ([OWN[0], OWN[2] | {"title": "rodet"}], "hedde det samme"),
    ],
)
def test_levels_that_do_not_lead_up_to_the_points_are_refused(written, says):
    assert says in levels.fault(written, 4)
    with pytest.raises(ValidationError):
        data(rubric=[{"title": "Skriver klart", "points": 4, "levels": written}])


def test_a_file_keeps_levels_and_writes_none_where_there_are_none():
    given = data(
        rubric=[{"title": "Skriver klart", "points": 4, "levels": OWN}, {"title": "Er kort", "points": 3}]
    )
    assert [one.plain for one in given.rubric] == [
        {"title": "Skriver klart", "points": 4, "levels": OWN},
        {"title": "Er kort", "points": 3},
    ]


def test_an_author_writes_levels_a_line_each(as_teacher):
    typed = "0 Rodet\n1,5 På vej: Der er en disposition.\n4 Klart: Hvert afsnit har én opgave."
    sent = {"criterion1_title": "Skriver klart", "criterion1_points": "4", "criterion1_levels": typed}
    assert as_teacher.post(ADD, form(weight_argument="20", **sent)).status_code == 302
    case = Case.objects.get()
    assert case.rubric == [{"title": "Skriver klart", "points": 4, "levels": OWN}]
    page = as_teacher.get(f"/admin/cases/case/{case.pk}/change/").content.decode()
    assert "1,5 På vej: Der er en disposition." in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Fint\nBedre", "Skriv en linje som »1 Delvist: Hvad det viser«. Du skrev »Fint«."),
        ("0 Nej\n2 Ja", "Det sidste niveau skal give alle kriteriets point, her 4."),
    ],
)
def test_levels_that_cannot_be_read_are_refused_beside_them(as_teacher, typed, says):
    sent = {"criterion1_title": "Skriver klart", "criterion1_points": "4", "criterion1_levels": typed}
    page = as_teacher.post(ADD, form(weight_argument="20", **sent)).content.decode()
    assert says in page
    assert not Case.objects.exists()


@given(
    st.lists(st.integers(0, 400), min_size=1, max_size=6, unique=True),
    st.text(st.characters(whitelist_categories=["L"]), min_size=1, max_size=20),
    st.booleans(),
)
def test_what_is_written_as_lines_is_read_back(quarters, title, has_detail):
    written = [
        {
            "title": title,
            "detail": "Det viser: meget." if has_detail else "",
            "points": one // 4 if one % 4 == 0 else one / 4,
        }
        for one in quarters
    ]
    assert levels.from_lines(levels.as_lines(written)) == written
