"""A mutant is tried in a process of its own, and somebody notices it or nobody does."""

import subprocess
import sys

import pytest

from tests.mutation import report
from tests.mutation.child import SURVIVED, TESTS
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.target import module_of, targets

TARGET = next(target for target in targets() if target.key == "kautionstype")
ALL = mutants(TARGET.paths)
TRIAL = """
from tests.mutation import mutants, runner, target
topic = next(one for one in target.targets() if one.key == "kautionstype")
every = mutants.mutants(topic.paths)
noticed = next(one for one in every if one.now == "not facts.forgaeves_udlaeg")
same = mutants.Mutant(topic.paths[0], 1, "", "", "", topic.paths[0].read_text())
endless = mutants.Mutant(topic.paths[0], 1, "", "", "", "raise ValueError")
print(sorted(verdict for _, verdict in runner.run(topic, [noticed, same, endless])))
"""


def test_a_broken_law_is_noticed_and_an_unbroken_one_survives():
    done = subprocess.run(
        [sys.executable, "-c", TRIAL], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "['survived', 'tests', 'wiring']"


def test_a_file_of_a_folder_has_its_dotted_name():
    folder = TARGET.paths[0].parent / "emne"
    assert module_of(folder / "__init__.py") == "rules.kaution.emne"
    assert module_of(folder / "frist.py") == "rules.kaution.emne.frist"


@pytest.fixture
def found(monkeypatch):
    """One mutant killed, one equivalent, one that waits for a test."""
    monkeypatch.setattr(report, "reasons", lambda key: {ALL[1].key: "Kan ikke ses.", ("x", "1", "2"): "Væk."})
    return report.record("kautionstype", [(ALL[0], TESTS), (ALL[1], SURVIVED), (ALL[2], SURVIVED)], 1.5)


def test_the_score_leaves_out_what_changes_nothing(found):
    assert report.numbers(found) == (1, 1, 0.5)


def test_the_page_tells_each_survivor_with_its_reason(found):
    page = report.page({"kautionstype": found})
    assert "| `kautionstype` | 3 | 1 | 1 | 50.0% | 1 | 0 | 0 | 0 |" in page
    assert "Kan ikke ses." in page
    assert "No test yet." in page


def test_the_terminal_names_only_what_waits_for_a_test(found):
    text = report.in_short("kautionstype", found)
    assert f"{ALL[2].path}:{ALL[2].line}" in text
    assert "0.50 s pr. mutant" in text
    assert "overlever ikke længere: x 1 2" in text
    assert len(text.splitlines()) == 3


def test_a_long_change_is_shortened_on_the_page():
    long = Mutant(TARGET.paths[0], 1, "hvor", "a" * 200, "b", "")
    page = report.page({"emne": report.record("kautionstype", [(long, SURVIVED)], 1)})
    assert "a" * 109 + "…" in page
