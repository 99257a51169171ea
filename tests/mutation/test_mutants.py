"""What is broken, and what is left alone."""

import ast
from pathlib import Path

import pytest

from tests.mutation.mutants import mutants
from tests.mutation.target import targets

LAW = '''"""A docstring that says 6."""

from rules.topic import Topic


class Outcome(Outcomes):
    GYLDIG = "1", "gyldig"
    UGYLDIG = "2", "ugyldig"


GRAENSE = Decimal("0.50")
TAL = 7
topic = Topic("emne", version=3)


@lov.step(KAL("§ 9"), yes=Outcome.GYLDIG)
def over(facts: Facts) -> bool:
    """Er det over 3?"""
    return facts.tal > GRAENSE and not facts.undtaget


@lov.mistake(over)
def altid(facts: Facts) -> bool:
    """Du har sagt 8."""
    return facts.andet


@topic.variants("5")
def draw(random):
    return {"tal": random.random() + TAL}
'''


def changes(tmp_path, text=LAW):
    path = tmp_path / "emne.py"
    path.write_text(text, encoding="utf-8")
    return mutants([path])


def broken(tmp_path, statement):
    """What one line of a registered function becomes."""
    text = f"@lov.figure('Tal')\ndef tal(facts):\n    {statement}\n"
    return {mutant.now for mutant in changes(tmp_path, text)}


@pytest.mark.parametrize(
    ("statement", "now"),
    [
        ("return facts.a < 1", {"facts.a <= 1", "facts.a >= 1", "0", "2", "return None"}),
        ("return facts.a is None", {"facts.a is not None", "return None"}),
        ("return a and b and c", {"a or b or c", "b and c", "a and c", "a and b", "return None"}),
        ("return not a", {"a", "return None"}),
        ("return a + b", {"a - b", "return None"}),
        ("return a / b", {"a * b", "return None"}),
        ("return max(a, b)", {"min(a, b)", "a", "b", "return None"}),
        ("return True", {"False", "return None"}),
        ("return Decimal('0.20')", {"Decimal('0.21')", "Decimal('0.19')", "return None"}),
        ("return a if facts.b else c", {"not facts.b", "return None"}),
        ("grunde.append(a)", {"pass"}),
    ],
)
def test_each_operator_breaks_what_it_is_for(tmp_path, statement, now):
    assert now <= broken(tmp_path, statement)


def test_the_decorator_is_broken_too(tmp_path):
    found = {mutant.now for mutant in changes(tmp_path) if mutant.where == "over"}
    assert "lov.step(KAL('§ 9'))" in found
    assert "lov.step(KAL('§ 9'), no=Outcome.GYLDIG)" in found
    assert "Outcome.UGYLDIG" in found


def test_yes_and_no_are_exchanged(tmp_path):
    text = "lov.step(KAL('§ 9'), yes=Outcome.A, no='senere')(over)\n"
    assert "lov.step(KAL('§ 9'), no=Outcome.A, yes='senere')" in {one.now for one in changes(tmp_path, text)}


def test_a_mistake_may_be_missing_and_a_plain_yes_turned_round(tmp_path):
    found = {mutant.now for mutant in changes(tmp_path) if mutant.where == "altid"}
    assert found == {"lambda function: function", "not facts.andet", "return None"}


def test_words_stories_and_the_drawing_of_cases_are_left_alone(tmp_path):
    told = [mutant for mutant in changes(tmp_path) if mutant.where == "draw" or mutant.was in ("7", "3")]
    assert not told
    assert {mutant.line for mutant in changes(tmp_path)} == {11, 16, 19, 22, 25}


def test_every_mutant_is_another_program_that_can_be_read(tmp_path):
    found = changes(tmp_path)
    assert len({mutant.text for mutant in found}) == len(found)
    for mutant in found:
        assert ast.dump(ast.parse(mutant.text)) != ast.dump(ast.parse(LAW))


def test_a_topic_may_be_a_folder_of_modules(tmp_path):
    """What one module names is law where another uses it."""
    (tmp_path / "satser.py").write_text("SATS = 5\nUBRUGT = 6\n", encoding="utf-8")
    (tmp_path / "trin.py").write_text(
        "@lov.figure('Tal')\ndef tal(facts):\n    return SATS\n", encoding="utf-8"
    )
    found = mutants(sorted(tmp_path.glob("*.py")))
    assert {(mutant.path.name, mutant.was) for mutant in found} == {
        ("satser.py", "5"),
        ("trin.py", "return SATS"),
    }


def test_every_topic_has_files_and_tests():
    for target in targets():
        assert target.paths
        assert target.tests
        assert all(path.is_relative_to(Path("rules")) for path in target.paths)
