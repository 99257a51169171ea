"""What is broken and what must notice: a topic's modules, and the tests that are asked about them."""

from dataclasses import dataclass
from pathlib import Path

import rules

RULES, TESTS = Path("rules"), Path("tests/rules")
CONFORMANCE = "tests/rules/test_conformance.py"


@dataclass(frozen=True, slots=True)
class Target:
    """A topic: the module that is imported, the files it is made of, and its own tests."""

    key: str
    module: str
    paths: list[Path]
    tests: list[Path]


def targets() -> list[Target]:
    """Every topic in the order of the catalogue."""
    return [_topic(group, key) for group, keys in rules.CATALOGUE.items() for key in keys]


def _topic(group: str, key: str) -> Target:
    """A topic is a module or a folder of them; so are its tests."""
    single = RULES / group / f"{key}.py"
    paths = [single] if single.exists() else sorted((RULES / group / key).glob("*.py"))
    folder = TESTS / group
    tests = {folder / f"test_{key}.py", *folder.glob(f"test_{key}_*.py"), *(folder / key).glob("test_*.py")}
    return Target(key, f"rules.{group}.{key}", paths, sorted(path for path in tests if path.exists()))


def module_of(path: Path) -> str:
    """The dotted name of a file: rules/kaution/underretning/__init__.py is rules.kaution.underretning."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")
