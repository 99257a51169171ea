"""Print every measurement with the machine it was made on."""

import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import pages, rules_answers, rules_speed, statistics_speed, variants_speed


def processor() -> str:
    """The processor's name as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def main() -> None:
    """Print the machine and the tables."""
    now = datetime.now(UTC).strftime("%d-%m-%Y kl. %H.%M UTC")
    print(f"{processor()} · Python {platform.python_version()} · {now}\n")
    print("Reglerne på én kerne (bedste af fem runder, processortid)")
    print("\n".join(rules_speed.measure()))
    print("\nFlips, sammenligninger, ÅOP, start og hukommelse (processortid, én kørsel hver)")
    print("\n".join(rules_answers.measure()))
    print("\nVarianter af alle sager, alle niveauer (processortid, uden database)")
    print("\n".join(variants_speed.measure()))
    print("\nStatistik for en quiz (processortid, SQLite i hukommelsen, median af tre)")
    print("\n".join(statistics_speed.measure()))
    sys.stdout.flush()
    print("\nSiderne: rigtigt indhold og demoholdet, SQLite, varme sider (medianer)")
    for line in pages.measure():
        print(line, flush=True)
    print("\nKarakterbogen: 300 studerende og 40 afleveringer (medianer)")
    # Django takes its settings once a process, and this course has a database of its own.
    sys.stdout.flush()
    subprocess.run([sys.executable, "-m", "tests.bench.gradebook"], check=True)


if __name__ == "__main__":
    main()
