"""What a browser fetches on the first page of a visit and on the next, and when the reader sees it."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

VISITED = (
    "forside",
    "afsnit (det længste)",
    "regel med Regellab",
    "beregner (ÅOP)",
    "søg »lånene«",
    "lov",
    "sagen (øve)",
    "quiz",
)
NEXT = "/laer/"
FIRST_KB, NEXT_KB, CLS = 120, 20, 0.02
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
# Both keep what happened before they began to look.
WATCH = """() => {
  window.seen = {lcp: 0, cls: 0};
  new PerformanceObserver(list => list.getEntries().forEach(one => { window.seen.lcp = one.startTime; }))
    .observe({type: "largest-contentful-paint", buffered: true});
  new PerformanceObserver(list => list.getEntries().forEach(one => { window.seen.cls += one.value; }))
    .observe({type: "layout-shift", buffered: true});
}"""
HEAD = (
    f"{'første besøg i Chromium':<30}{'hentet':>8}{'kB':>8}{'højst':>7}{'skrift kB':>11}"
    f"{'næste kB':>10}{'højst':>7}{'LCP ms':>8}{'CLS':>8}"
)


@dataclass
class Fetched:
    """What came over the line, in compressed bytes, by kind of resource."""

    kinds: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)

    def all_but(self, kind: str) -> float:
        return sum(size for key, size in self.sizes.items() if self.kinds.get(key) != kind) / 1000

    def of(self, kind: str) -> float:
        return sum(size for key, size in self.sizes.items() if self.kinds.get(key) == kind) / 1000


def measure(address: str, session: str, pages: dict[str, str]) -> Iterator[str]:
    """A line a page: a first visit in an empty browser, and then the next page with a warm cache."""
    from playwright.sync_api import sync_playwright

    if not CHROMIUM:
        yield "Uden Chromium er der intet at måle i en browser."
        return
    yield HEAD
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        for name, path in pages.items():
            yield _visited(browser, address, session, name, path)
        browser.close()


def _visited(browser, address: str, session: str, name: str, path: str) -> str:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK")
    context.add_cookies(
        [{"name": "sessionid", "value": session, "domain": urlsplit(address).hostname, "path": "/"}]
    )
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    fetched = Fetched()
    network.on(
        "Network.responseReceived", lambda told: fetched.kinds.update({told["requestId"]: told["type"]})
    )
    network.on(
        "Network.loadingFinished",
        lambda told: fetched.sizes.update({told["requestId"]: told["encodedDataLength"]}),
    )
    page.goto(address + path, wait_until="networkidle")
    page.evaluate(WATCH)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))")
    seen = page.evaluate("window.seen")
    first, fonts, requests = fetched.all_but("Font"), fetched.of("Font"), len(fetched.sizes)
    fetched.kinds.clear(), fetched.sizes.clear()
    page.goto(
        address + (path if path != NEXT and path.startswith("/laer/") else NEXT), wait_until="networkidle"
    )
    then = fetched.all_but("Font")
    context.close()
    over = first > FIRST_KB or then > NEXT_KB or seen["cls"] >= CLS
    return (
        f"{name:<30}{requests:>8}{first:>8.1f}{FIRST_KB:>7}{fonts:>11.1f}{then:>10.1f}{NEXT_KB:>7}"
        f"{seen['lcp']:>8.0f}{seen['cls']:>8.3f}{'  OVER' if over else ''}"
    )
