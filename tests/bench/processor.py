"""The processor time of a server that is asked: gunicorn with its workers, and PostgreSQL's side of it (Linux only)."""

import os
from pathlib import Path


class Processor:
    """What is used from the first note on. A process that is killed counts until the last note before."""

    def __init__(self, database: str) -> None:
        self.database = database.encode()
        self.begun: dict[str, dict[int, float]] = {}
        self.used: dict[str, dict[int, float]] = {"gunicorn": {}, "PostgreSQL": {}}

    def note(self, group: int) -> None:
        """Read the clocks of the group's processes and of the database's."""
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                command = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            if int(fields[2]) == group:
                self.used["gunicorn"][int(folder.name)] = seconds
            elif command.startswith(b"postgres") and self.database in command:
                self.used["PostgreSQL"][int(folder.name)] = seconds
        self.begun = self.begun or {side: dict(times) for side, times in self.used.items()}

    def shares(self) -> str:
        """What each side has used, in s."""
        return " · ".join(
            f"{side} {sum(times.values()) - sum(self.begun[side].values()):.1f} s"
            for side, times in self.used.items()
        )
