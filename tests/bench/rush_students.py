"""Students at a deadline: each saves an answer every few seconds, hands in, and repeats what nobody confirmed.

They share the processor with the server, so they are light: plain HTTP on asyncio's streams, a connection a request,
as gunicorn closes one that has been quiet for two seconds.
"""

import asyncio
import gzip
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

PATIENCE_S, PAUSE_S = 20, 0.5
VERSION = re.compile(r'name="version"[^>]*value="(\d+)"')
PAGE = re.compile(r'name="page"[^>]*value="([^"]+)"')
CSRF = re.compile(r"csrftoken=([^;]+)")
Asked = tuple[float, float]


@dataclass(frozen=True)
class Step:
    """One save: the form, what is sent, and what the database must hold of it: (question, part, key) → as typed."""

    name: str
    sent: dict
    rows: dict


@dataclass
class Met:
    """What all students met: when they asked and how long it took (s), the statuses, and what got no answer."""

    saves: list[Asked] = field(default_factory=list)
    hand_ins: list[Asked] = field(default_factory=list)
    pages: list[Asked] = field(default_factory=list)
    # From the first try to the confirmation; longer than one answer only where something was repeated.
    waits: list[float] = field(default_factory=list)
    statuses: Counter = field(default_factory=Counter)
    unanswered: int = 0


@dataclass
class Student:
    """One student with one walkthrough, from opening the page to the result; times in s after the start."""

    port: int
    address: str
    session: str
    steps: Iterator[Step]
    opens_at: float
    hands_in_at: float
    met: Met
    every: float = 10
    csrf: str = ""
    saved: list[Step] = field(default_factory=list)
    # The version that the page had when it was opened, and now.
    first: int = 0
    version: int = 0
    is_handed_in: bool = False

    async def live(self, begun: float) -> None:
        """Work through the steps until it is time to hand in; `begun` is when the clock started."""
        await _until(begun + self.opens_at)
        text = await self._sure(self.met.pages, self.address)
        self.first = self.version = int(VERSION.search(text)[1])
        token, due = PAGE.search(text)[1], self.opens_at + self.every / 2
        for step in self.steps:
            if due >= self.hands_in_at:
                break
            await _until(begun + due)
            sent = step.sent | {"version": self.version, "page": token}
            text = await self._sure(self.met.saves, f"{self.address}svar/{step.name}/", sent)
            if "Gemt kl." in text:
                self.saved.append(step)
                self.version = int(VERSION.search(text)[1])
            due += self.every
        await _until(begun + self.hands_in_at)
        await self._sure(self.met.pages, f"{self.address}aflever/")
        await self._sure(self.met.hand_ins, f"{self.address}aflever/", {})
        text = await self._sure(self.met.pages, f"{self.address}resultat/")
        self.is_handed_in = bool(text)

    def lost(self, rows: dict) -> int:
        """How many answers that were called saved the rows do not hold as they were saved last."""
        return len(self._wanted().items() - rows.items())

    def doubled(self, rows: dict, version: int) -> int:
        """How many rows nobody saved, and one where more was written than each save and the hand-in once."""
        writes = len(self.saved) + self.is_handed_in
        return len(rows.keys() - self._wanted().keys()) + (version > self.first + writes)

    def _wanted(self) -> dict:
        return {place: text for step in self.saved for place, text in step.rows.items()}

    async def _sure(self, times: list[Asked], path: str, sent: dict | None = None) -> str:
        """The page, asked for until an answer comes; empty where the server refuses."""
        first = time.perf_counter()
        while True:
            started = time.perf_counter()
            try:
                async with asyncio.timeout(PATIENCE_S):
                    status, text = await self._ask(path, sent)
            except (OSError, asyncio.IncompleteReadError):
                self.met.unanswered += 1
                await asyncio.sleep(PAUSE_S)
                continue
            now = time.perf_counter()
            times.append((started, now - started))
            self.met.statuses[status] += 1
            if status < 500:
                self.met.waits.append(now - first)
                return text if status in {200, 302} else ""
            await asyncio.sleep(PAUSE_S)

    async def _ask(self, path: str, sent: dict | None) -> tuple[int, str]:
        body = b"" if sent is None else urlencode(sent, doseq=True).encode()
        lines = [
            f"{'GET' if sent is None else 'POST'} {path} HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}",
            "Connection: close",
            "Accept-Encoding: gzip",
            f"Cookie: sessionid={self.session}; csrftoken={self.csrf}",
        ]
        if sent is not None:
            kind = "application/x-www-form-urlencoded"
            lines += [f"Content-Type: {kind}", f"Content-Length: {len(body)}", f"X-CSRFToken: {self.csrf}"]
        if sent:
            lines.append("HX-Request: true")
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write("\r\n".join([*lines, "", ""]).encode() + body)
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            length = re.search(r"(?i)content-length: (\d+)", head)
            answer = await reader.readexactly(int(length[1]) if length else 0)
        finally:
            writer.close()
        if found := CSRF.search(head):
            self.csrf = found[1]
        if "content-encoding: gzip" in head.lower():
            answer = gzip.decompress(answer)
        # A redirect has no text, and is an answer nevertheless.
        return int(head.split(" ", 2)[1]), answer.decode() or head


async def _until(moment: float) -> None:
    await asyncio.sleep(max(0, moment - time.perf_counter()))
