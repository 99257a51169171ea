"""What `make mutants` found: a record of each topic in var/mutation.json, and the page docs/mutation.md."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.mutation.child import DIGEST, RULES, SURVIVED, TESTS, TIMEOUT, WIRING
from tests.mutation.mutants import Mutant
from tests.mutation.target import ENGINE, targets

RECORDS, PAGE = Path("var/mutation.json"), Path("docs/mutation.md")
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
HEAD = """# Mutation testing of the rules

Made by `make mutants`; don't edit by hand. Each mutant is the law with one thing changed: a relation, a number, a
condition, an outcome, a consequence in a decorator, a mistake that is not listed. It is killed when something notices:
the topic's own tests, the digest of its decisions on fixed seeds, or the conformance tests of every topic. The score is
the share killed of those that change anything. Wording, stories and the drawing of cases are no law here, and neither
are the citations, which `docs/rules.md` is held to.

| topic | mutants | equivalent | killed | score | own tests | digest | conformance | wiring, timeout |
|---|---|---|---|---|---|---|---|---|
"""


def reasons(key: str) -> dict[tuple[str, str, str], str]:
    """Why no test can notice each reviewed mutant of a topic, by the mutant's key."""
    entries = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8")).get("mutant", [])
    return {(one["where"], one["was"], one["now"]): one["reason"] for one in entries if one["topic"] == key}


def record(key: str, results: Iterable[tuple[Mutant, str]], seconds: float) -> dict[str, Any]:
    """A topic's numbers and survivors as plain data."""
    known, judged = reasons(key), list(results)
    survivors = [
        {
            "at": f"{mutant.path}:{mutant.line}",
            "where": mutant.where,
            "was": mutant.was,
            "now": mutant.now,
            "reason": known.get(mutant.key, ""),
        }
        for mutant, verdict in judged
        if verdict == SURVIVED
    ]
    counts = Counter(verdict for _, verdict in judged)
    survived = {mutant.key for mutant, verdict in judged if verdict == SURVIVED}
    return {
        "mutants": len(judged),
        "verdicts": counts,
        "survivors": survivors,
        "outdated": [" ".join(one) for one in known if one not in survived],
        "seconds": round(seconds, 1),
    }


def numbers(found: dict[str, Any]) -> tuple[int, int, float]:
    """How many mutants are equivalent, how many were killed, and the share killed of those that could be."""
    equivalent = sum(bool(one["reason"]) for one in found["survivors"])
    killed = found["mutants"] - len(found["survivors"])
    return equivalent, killed, killed / max(found["mutants"] - equivalent, 1)


def in_short(key: str, found: dict[str, Any]) -> str:
    """A topic on a line, and its survivors that have no reason."""
    equivalent, killed, score = numbers(found)
    each = found["seconds"] / max(found["mutants"], 1)
    lines = [f"{key}: {found['mutants']} mutanter, {killed} dræbt, {equivalent} uden virkning, {score:.1%}"]
    lines[0] += f" ({each:.2f} s pr. mutant)"
    open_ones = [one for one in found["survivors"] if not one["reason"]]
    lines += [f"  {one['at']} {one['where']}: {one['was']}  →  {one['now']}" for one in open_ones]
    lines += [f"  begrundet, men overlever ikke længere: {one}" for one in found["outdated"]]
    return "\n".join(lines)


def keep(found: dict[str, dict[str, Any]]) -> bool:
    """Keep the records; write the page when there is one of every topic, and say whether it was written."""
    kept = json.loads(RECORDS.read_text(encoding="utf-8")) if RECORDS.exists() else {}
    kept |= found
    RECORDS.parent.mkdir(exist_ok=True)
    RECORDS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    keys = [target.key for target in targets()]
    if complete := set(keys) <= set(kept):
        keys += [key for key in ENGINE if key in kept]
        PAGE.write_text(page({key: kept[key] for key in keys}), encoding="utf-8")
    return complete


def page(found: dict[str, dict[str, Any]]) -> str:
    """The page: a row a topic, then what survived and why."""
    rows = [_row(f"`{key}`", one) for key, one in found.items()]
    total = {
        "mutants": sum(one["mutants"] for one in found.values()),
        "survivors": [survivor for one in found.values() for survivor in one["survivors"]],
        "verdicts": sum((Counter(one["verdicts"]) for one in found.values()), Counter()),
    }
    told = [_survivors(key, one["survivors"]) for key, one in found.items() if one["survivors"]]
    return HEAD + "\n".join([*rows, _row("all", total)]) + "\n" + "".join(told)


def _row(name: str, found: dict[str, Any]) -> str:
    equivalent, killed, score = numbers(found)
    by = Counter(found["verdicts"])
    cells = [found["mutants"], equivalent, killed, f"{score:.1%}"]
    cells += [by[TESTS], by[DIGEST], by[RULES], by[WIRING] + by[TIMEOUT]]
    return f"| {name} | {' | '.join(map(str, cells))} |"


def _survivors(key: str, survivors: list[dict[str, str]]) -> str:
    """What survived, by its place; one without a reason waits for a test."""
    lines = [
        f"- {one['where'] or 'module'}: `{_short(one['was'])}` → `{_short(one['now'])}`. "
        + (one["reason"] or "No test yet.")
        for one in survivors
    ]
    return f"\n## {key}\n\n" + "\n".join(sorted(lines)) + "\n"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 110 else text[:109] + "…"
