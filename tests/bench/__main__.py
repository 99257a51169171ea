"""Print every measurement with the machine it was made on."""

import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import rules_answers, rules_speed

# Django takes its settings once a process, and these have databases of their own.
ALONE = {
    "Varianter af alle sager, alle niveauer (processortid, uden database)": "variants_speed",
    "Statistik for en quiz (processortid, SQLite i hukommelsen, median af tre)": "statistics_speed",
    "Import af spørgsmål (det, en underviser venter, SQLite, median af tre)": "import_speed",
    "Siderne: rigtigt indhold og demoholdet, SQLite, varme sider (medianer)": "pages",
    "Svar i quizzer og Øv: rigtigt indhold, SQLite, varme sider (medianer)": "answers_speed",
    "Karakterbogen: 300 og 2.000 studerende og 40 afleveringer (medianer)": "gradebook",
    "Ombedømmelse af 10.000 svar (én kørsel, SQLite)": "regrading",
    "Fristen: 300 studerende gemmer hvert 10. sekund og afleverer (PostgreSQL)": "rush",
}


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
    for title, module in ALONE.items():
        print(f"\n{title}", flush=True)
        subprocess.run([sys.executable, "-m", f"tests.bench.{module}"], check=True)


if __name__ == "__main__":
    main()
