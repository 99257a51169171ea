"""What is broken and what must notice: a topic's or the engine's modules, and the tests that are asked about them."""

from dataclasses import dataclass
from pathlib import Path

import rules

RULES, TESTS = Path("rules"), Path("tests/rules")
CONFORMANCE = "tests/rules/test_conformance.py"
ENGINE = ("decision", "grading", "compare", "calendar", "finance")
OWN = {"decision": ("decision", "grading"), "grading": ("grading", "grading_edges"), "compare": ("compare",)}
TELLING = ("underretning", "ejendomsforbehold", "kreditvurdering", "flere_kautionister")


@dataclass(frozen=True, slots=True)
class Target:
    """A topic or a module of the engine: what is imported anew and broken, its tests and topics."""

    key: str
    module: str
    paths: list[Path]
    tests: list[Path]
    topics: tuple[str, ...]

    @property
    def is_topic(self) -> bool:
        """Whether only what is law in it is broken."""
        return self.topics == (self.key,)


def targets() -> list[Target]:
    """Every topic in the order of the catalogue."""
    return [_topic(group, key) for group, keys in rules.CATALOGUE.items() for key in keys]


def _topic(group: str, key: str) -> Target:
    """A topic is a module or a folder of them; so are its tests."""
    single = RULES / group / f"{key}.py"
    paths = [single] if single.exists() else sorted((RULES / group / key).glob("*.py"))
    folder = TESTS / group
    tests = {folder / f"test_{key}.py", *folder.glob(f"test_{key}_*.py"), *(folder / key).glob("test_*.py")}
    found = sorted(path for path in tests if path.exists())
    return Target(key, f"rules.{group}.{key}", paths, found, (key,))


def engine() -> list[Target]:
    """The modules that decide, grade and compare for every topic; all of the rules is imported anew.

    The module's own tests are asked first, and then those of a few topics that use all of it: dates, conditions,
    discretion, lists. The tests of all thirty would take a minute a survivor.
    """
    told = [path for target in targets() if target.key in TELLING for path in target.tests]
    return [Target(key, "rules", [RULES / f"{key}.py"], [*_own(key), *told], TELLING) for key in ENGINE]


def _own(key: str) -> list[Path]:
    paths = [TESTS / f"test_{name}.py" for name in OWN.get(key, (key,))]
    return [path for path in paths if path.exists()]


def module_of(path: Path) -> str:
    """The dotted name of a file: rules/kaution/underretning/__init__.py is rules.kaution.underretning."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")
