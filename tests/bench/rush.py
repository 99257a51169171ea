"""A deadline rush on PostgreSQL: whether an answer that was called saved can be lost, and how long saving takes.

RUSH_STUDENTS and RUSH_SECONDS set the size. All hand in within the last minute, or within the last two thirds of a
shorter time. The second run kills gunicorn with its workers in the middle and starts it again; what was not confirmed
is sent again. RUSH_DATABASE_URL or DATABASE_URL names the PostgreSQL, in which a database is made that goes afterwards.
"""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from random import Random
from statistics import quantiles
from subprocess import Popen

from tests.bench import rush_site, site
from tests.bench.processor import Processor
from tests.bench.rush_students import Met, Step, Student

STUDENTS = max(10, int(os.environ.get("RUSH_STUDENTS", "300")))
EVERY_S, SECONDS = 10, max(15, float(os.environ.get("RUSH_SECONDS", "90")))
LAST_S, DOWN_S, RECOVERY_S, BUDGET_MS = min(60, SECONDS * 2 / 3), 2, 10, 300


def measure() -> Iterator[str]:
    """The lines of both runs; one line where no PostgreSQL answers."""
    import psycopg

    try:
        with rush_site.database() as (url, name):
            os.environ["BENCH_DATABASE_URL"] = url
            with site.built():
                try:
                    people, steps = rush_site.people(STUDENTS), rush_site.steps()
                    yield f"{STUDENTS} studerende, {SECONDS:.0f} s, afleveret inden for de sidste {LAST_S:.0f} s"
                    yield from _run("Uden afbrydelse", name, people, steps)
                    yield from _run("Serveren dræbt midt i", name, people, steps, kill=True)
                finally:
                    rush_site.let_go()
    except psycopg.OperationalError as error:
        yield f"Udeladt: ingen PostgreSQL svarer ({str(error).splitlines()[0]})"


def _run(title: str, name: str, people: list, steps: list[Step], *, kill: bool = False) -> Iterator[str]:
    chance, met, port = Random(7), Met(), site.free_port()
    students = [
        Student(
            port=port,
            address=f"/cases/gang/{begun.walkthrough_id}/",
            session=one.session,
            steps=rush_site.own_steps(steps, number),
            opens_at=chance.uniform(0, EVERY_S),
            hands_in_at=chance.uniform(SECONDS - LAST_S, SECONDS),
            met=met,
            every=EVERY_S,
        )
        for number, (one, begun) in enumerate(zip(people, rush_site.begun(title, people), strict=True), 1)
    ]
    servers = [site.start(port)]
    try:
        site.wait_for(port, servers[0])
        cpu = Processor(name)
        cpu.note(servers[-1].pid)
        own, clock = time.process_time(), time.perf_counter()
        down = asyncio.run(_rush(students, servers, cpu, port, kill=kill))
        own, clock = time.process_time() - own, time.perf_counter() - clock
        cpu.note(servers[-1].pid)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(servers[-1].pid, signal.SIGKILL)
        servers[-1].wait()
    yield title
    yield from _times(met, down)
    yield from _kept(students)
    yield f"  processortid på {clock:.0f} s: {cpu.shares()} · studerende {own:.1f} s"


async def _rush(
    students: list[Student], servers: list[Popen], cpu: Processor, port: int, *, kill: bool
) -> tuple[float, float] | None:
    """Gives from when to when the server was down, if it was."""
    begun, down = time.perf_counter(), None
    working = asyncio.gather(*(one.live(begun) for one in students))
    if kill:
        # Some have handed in, and most are still saving.
        await asyncio.sleep(SECONDS - LAST_S * 0.75)
        cpu.note(servers[-1].pid)
        os.killpg(servers[-1].pid, signal.SIGKILL)
        servers[-1].wait()
        down = time.perf_counter(), time.perf_counter() + DOWN_S
        await asyncio.sleep(DOWN_S)
        servers.append(site.start(port))
    await working
    return down


def _times(met: Met, down: tuple[float, float] | None) -> Iterator[str]:
    every = [*met.saves, *met.hand_ins, *met.pages]
    for name, asked in (("gem", met.saves), ("aflever", met.hand_ins), ("sider", met.pages)):
        yield f"  {name:<8}{_spread([took for _, took in asked])}"
    statuses = ", ".join(f"{status}: {count}" for status, count in sorted(met.statuses.items()))
    yield f"  {'alle':<8}{_judged([took for _, took in every])} · status {statuses}"
    if down:
        # What is asked meanwhile waits for the start, and then for all the others who have waited.
        calm = [took for at, took in every if at + took < down[0] or at > down[1] + RECOVERY_S]
        yield f"  {'ellers':<8}{_judged(calm)}: før drabet, og fra {RECOVERY_S} s efter starten"
        yield f"  uden svar og sendt igen {met.unanswered} · til bekræftelse {_spread(met.waits).lstrip()}"


def _judged(times: list[float]) -> str:
    return f"{_spread(times)} ({'under' if _at(times, 95) < BUDGET_MS else 'OVER'} {BUDGET_MS})"


def _spread(times: list[float]) -> str:
    shares = " · ".join(f"p{one} {_at(times, one):.0f}" for one in (50, 95, 99))
    return f"{len(times):>6} svar, {shares} · højst {max(times) * 1000:.0f} ms"


def _at(times: list[float], percent: int) -> float:
    """The percentile in ms."""
    return quantiles(times, n=100, method="inclusive")[percent - 1] * 1000


def _kept(students: list[Student]) -> Iterator[str]:
    """What was called saved, held against the rows."""
    from cases.models import Walkthrough

    lost = doubled = 0
    found = Walkthrough.objects.prefetch_related("answers").in_bulk(
        [one.address.split("/")[3] for one in students]
    )
    walks = {str(pk): row for pk, row in found.items()}
    for one in students:
        walk = walks[one.address.split("/")[3]]
        rows = {(row.question, row.part, row.key): row.raw for row in walk.answers.all()}
        lost += one.lost(rows)
        doubled += one.doubled(rows, walk.version)
    saved = sum(len(one.saved) for one in students)
    handed_in = sum(walk.submitted_at is not None for walk in walks.values())
    told = sum(one.is_handed_in for one in students)
    yield (
        f"  {saved} gange gemt: {lost} svar tabt, {doubled} dobbelt · "
        f"afleveret {handed_in} af {len(students)} (bekræftet {told})"
    )
    if lost or doubled or handed_in < told:
        yield "  FEJL: det, siden kaldte gemt, står ikke i databasen"


if __name__ == "__main__":
    for line in measure():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
