"""All mutants of a topic, each tried in a forked child, two at a time."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from time import monotonic

from tests.mutation.child import SURVIVED, TIMEOUT, VERDICTS, trial, warm
from tests.mutation.mutants import Mutant
from tests.mutation.target import Target

FORK = multiprocessing.get_context("fork")
AT_ONCE = 2


class Unsound(RuntimeError):
    """The tests do not pass on the topic as it stands, so that they say nothing of its mutants."""


def run(target: Target, found: Iterable[Mutant]) -> Iterator[tuple[Mutant, str]]:
    """Each mutant with its verdict, as they come."""
    with silence():
        warm(target)
    gc.collect()
    gc.freeze()
    started = monotonic()
    verdict = next(_verdicts(target, [None], limit=600))[1]
    if verdict != SURVIVED:
        raise Unsound(f"{target.key}: {verdict}")
    yield from _verdicts(target, found, limit=10 + 5 * (monotonic() - started))


def _verdicts(target: Target, found: Iterable[Mutant | None], limit: float) -> Iterator[tuple]:
    """A timeout is a verdict, too: a mutant that never ends is noticed."""
    running: dict[BaseProcess, tuple[Mutant | None, float]] = {}
    waiting = iter(found)
    mutant = next(waiting, ...)
    while running or mutant is not ...:
        while mutant is not ... and len(running) < AT_ONCE:
            child = FORK.Process(target=_child, args=(target, mutant))
            child.start()
            running[child] = (mutant, monotonic() + limit)
            mutant = next(waiting, ...)
        wait([child.sentinel for child in running], timeout=1)
        for child, (tried, until) in list(running.items()):
            late = child.is_alive() and monotonic() > until
            if late:
                child.kill()
            if late or not child.is_alive():
                child.join()
                del running[child]
                yield tried, TIMEOUT if late else VERDICTS[child.exitcode]


def _child(target: Target, mutant: Mutant | None) -> None:
    """Say the verdict by the exit code."""
    with silence():
        verdict = trial(target, mutant)
    os._exit(VERDICTS.index(verdict))


@contextmanager
def silence() -> Iterator[None]:
    """What the tests print is of no interest here."""
    sys.stdout.flush()
    kept = [os.dup(number) for number in (1, 2)]
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        for number in (1, 2):
            os.dup2(nowhere.fileno(), number)
        try:
            yield
        finally:
            sys.stdout.flush()
            for number, old in zip((1, 2), kept, strict=True):
                os.dup2(old, number)
                os.close(old)
