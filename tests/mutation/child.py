"""One mutant's trial, in a forked child of a process that has everything imported.

The topic is imported anew with the changed source in place of the file; then the tests are asked, the cheapest first.
"""

import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest
from hypothesis import Phase, settings

from tests.mutation.mutants import Mutant
from tests.mutation.target import CONFORMANCE, Target, module_of

SURVIVED, WIRING, TESTS, DIGEST, RULES, TIMEOUT = (
    "survived",
    "wiring",
    "tests",
    "digest",
    "conformance",
    "timeout",
)
VERDICTS = (SURVIVED, WIRING, TESTS, DIGEST, RULES, TIMEOUT)
PLAIN = (
    "-x",
    "-q",
    "--noconftest",
    "-c",
    os.devnull,
    "--rootdir=.",
    "--assert=plain",
    "-p",
    "no:cacheprovider",
)

settings.register_profile(
    "mutation", deadline=None, database=None, derandomize=True, phases=(Phase.explicit, Phase.generate)
)


class InPlace(MetaPathFinder, SourceFileLoader):
    """Finds one module and loads the changed source in its place."""

    def __init__(self, mutant: Mutant) -> None:
        """The name and place are those of the file."""
        super().__init__(module_of(mutant.path), str(mutant.path.resolve()))
        self.text = mutant.text

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return spec_from_file_location(fullname, self.path, loader=self) if fullname == self.name else None

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.text, self.path, "exec")


class Only:
    """Keeps of the conformance tests those of some topics."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        """The topics' keys."""
        self.keys = keys

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.callspec.params["topic"].key in self.keys]


def trial(target: Target, mutant: Mutant | None) -> str:
    """Who notices the mutant; with none, the topic as it stands, which must survive."""
    if mutant:
        sys.meta_path.insert(0, InPlace(mutant))
    forget(target)
    try:
        for topic in map(_topic, target.topics):
            for reading in topic.readings.values():
                reading.seal()
    except Exception:
        return WIRING
    if not all(passes(path) for path in target.tests):
        return TESTS
    try:
        if any(_digest(key) != _kept(key) for key in target.topics):
            return DIGEST
    except Exception:
        return DIGEST
    return SURVIVED if passes(CONFORMANCE, plugins=[Only(target.topics)]) else RULES


def forget(target: Target) -> None:
    """Drop the topic, or all of the rules, and all tests, so that both are imported anew.

    The last line imports the engine, so that a mutant of it must be in place by then.
    """
    for name in list(sys.modules):
        if name == target.module or name.startswith((f"{target.module}.", "tests.rules")):
            del sys.modules[name]
    import_module("rules").topics.cache_clear()


def passes(*tests: Path | str, plugins: Sequence[object] = ()) -> bool:
    """Whether these tests pass in this process."""
    return pytest.main([*PLAIN, *map(str, tests)], plugins=list(plugins)) == pytest.ExitCode.OK


def _topic(key: str) -> Any:
    return import_module("rules").topic(key)


def _digest(key: str) -> str:
    return str(import_module("tests.rules.versions").digest(_topic(key)))


def _kept(key: str) -> str:
    return str(json.loads(import_module("tests.rules.versions").KEPT.read_text())[key]["digest"])


def warm(target: Target) -> None:
    """Import what every child needs."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    settings.load_profile("mutation")
    pytest.main([*PLAIN, "--collect-only", CONFORMANCE, *map(str, target.tests)])
