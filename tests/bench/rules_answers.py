"""How long flips, comparisons and ÅOP take, how long `rules` takes to import, and what it holds in memory."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from statistics import median
from time import process_time
from typing import Any

from dateutil.relativedelta import relativedelta

import rules
from rules import finance
from rules.compare import compare
from rules.flips import flips
from rules.topic import Topic
from rules.variants import variant
from rules.verify import verify

SAMPLES, STARTS = 12, 5
FLIPS_MS, VERIFY_S, IMPORT_S, MEMORY_MB = 5, 60, 0.4, 60
NOTHING = "pass"
ALL_TOPICS = "import rules; rules.topics()"
IMPORT_TIME = "import time; start = time.process_time(); {}; print(time.process_time() - start)"
# What the process holds in memory now (VmRSS, Linux), read by itself once all is loaded.
RESIDENT = """
status = open("/proc/self/status").read()
print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")))
"""


def measure() -> list[str]:
    """Milliseconds a topic for flips and comparisons, then ÅOP, import time and memory, each with its target."""
    rows = {key: _milliseconds(topic) for key, topic in rules.topics().items()}
    lines = [f"{'emne':<24}{'flips, ms':>14}{'størst, ms':>14}{'sammenlign/s':>14}"]
    lines += [
        f"{key:<24}{mid:>14.2f}{most:>14.2f}{speed:>14,.0f}" for key, (mid, most, speed) in rows.items()
    ]
    middle = median(mid for mid, _, _ in rows.values())
    slowest = max(rows, key=lambda key: rows[key][1])
    lines += [
        "",
        f"flips: median over emner {middle:.2f} ms (mål højst {FLIPS_MS})",
        f"flips: størst {rows[slowest][1]:.2f} ms ({slowest})",
        _verified(),
        *_aop(),
        *_started(),
    ]
    return lines


def _milliseconds(topic: Topic) -> tuple[float, float, float]:
    """Median and largest time of flips over variants of every reading, and comparisons a second."""
    drawn = [(key, variant(topic, seed, key).facts) for key in topic.readings for seed in range(SAMPLES)]
    times = [_timed(lambda key=key, facts=facts: flips(topic, facts, key)) * 1000 for key, facts in drawn]
    compared = median(_timed(lambda facts=facts: compare(topic, facts).plain()) for _, facts in drawn)
    return median(times), max(times), 1 / compared


def _timed(work: Callable[[], Any]) -> float:
    """The processor time of one run; caches that survive between runs stay as a server would have them."""
    start = process_time()
    work()
    return max(process_time() - start, 1e-9)


def _verified() -> str:
    """The certificates of all topics."""
    taken = _timed(lambda: [verify(topic) for topic in rules.topics().values()])
    return f"verify af alle emner: {taken:.1f} s (mål højst {VERIFY_S})"


def _aop() -> list[str]:
    """A loan over thirty years by months, and the same payments on days that leave odd days over."""
    loan, payment = Decimal(1_960_000), Decimal("14328.60")
    by_month = [finance.Flow(loan, 0), *(finance.Flow(-payment, month) for month in range(1, 361))]
    first = date(2026, 1, 12)
    days = [first + relativedelta(months=month, days=3) for month in range(1, 361)]
    by_day = [finance.Flow(loan, first), *(finance.Flow(-payment, day) for day in days)]
    uncached = finance.level_aop.__wrapped__
    kinds = {
        "lige ydelser": lambda: uncached(loan, payment, 360),
        "360 måneder": lambda: finance.aop(by_month),
        "360 dage": lambda: finance.aop(by_day),
    }
    return [
        f"ÅOP, {name}: {median(_timed(work) for _ in range(20)) * 1000:.2f} ms"
        for name, work in kinds.items()
    ]


def _started() -> list[str]:
    """Import time (processor) and memory of fresh processes: medians of some starts, memory above bare Python."""
    bare, full = (
        median(float(_run(IMPORT_TIME.format(code))) for _ in range(STARTS))
        for code in ("import rules", ALL_TOPICS)
    )
    above = (
        median(int(_run(ALL_TOPICS + RESIDENT)) - int(_run(NOTHING + RESIDENT)) for _ in range(STARTS)) / 1024
    )
    return [
        f"import rules: {bare:.3f} s, med alle emner {full:.3f} s (mål under {IMPORT_S})",
        f"hukommelse: {above:.1f} MB med alle emner over bar Python (VmRSS, mål højst {MEMORY_MB})",
    ]


def _run(code: str) -> str:
    return (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout or "0"
    )
