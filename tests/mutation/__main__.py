"""Break the law of every topic, or of the topics and modules of the engine named, and tell what no test noticed."""

import sys
from time import monotonic
from typing import Any

from tests.mutation.mutants import mutants
from tests.mutation.report import PAGE, RECORDS, in_short, keep, record
from tests.mutation.runner import Unsound, run
from tests.mutation.target import Target, engine, targets


def main(keys: list[str]) -> int:
    """Try the mutants of these topics, of all without any; the code is 2 for an unknown one."""
    of_topics = [target.key for target in targets()]
    known = {target.key: target for target in [*targets(), *engine()]}
    if unknown := set(keys) - set(known):
        print(f"Ukendt: {', '.join(sorted(unknown))}. Kendte: {', '.join(known)}.", file=sys.stderr)
        return 2
    found, written = {}, False
    for key in keys or of_topics:
        try:
            found[key] = _tried(known[key])
        except Unsound as error:
            print(f"{error}: emnets egne prøver er ikke grønne, så mutanter siger intet.", file=sys.stderr)
            continue
        written = keep({key: found[key]})
        print(in_short(key, found[key]), flush=True)
    print(
        f"{PAGE} er skrevet."
        if written
        else f"{RECORDS} er skrevet; siden skrives, når alle emner er prøvet."
    )
    return len(found) < len(keys or of_topics)


def _tried(target: Target) -> dict[str, Any]:
    started = monotonic()
    results = sorted(
        run(target, mutants(target.paths, target.is_topic)), key=lambda one: (one[0].path, one[0].line)
    )
    return record(target.key, results, monotonic() - started)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
