"""A real browser: the same people, on a phone, at a desk and without JavaScript.

Every page is watched: an error in the console, a script that fails or a request to another host
makes the test fail at its end.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page

# Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

HERE = Path(__file__).parent
AXE = (HERE / "vendor" / "axe.min.js").read_text(encoding="utf-8")
SETTLE = "() => document.getAnimations().forEach(one => one.finish())"
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Of what axe only advises, these are asked for.
ASKED = {"landmark-unique"}
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
# The browser writes an answer of 4xx in the console, also when the page asked for it and deals with it.
EXPECTED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")

Visit = Callable[..., Page]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests of this folder; skip them where there is no browser, except in CI."""
    skip = pytest.mark.skip(reason="no Chromium on this machine")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("e2e")
            if not CHROMIUM and os.environ.get("CI") != "true":
                item.add_marker(skip)


def pytest_terminal_summary(terminalreporter) -> None:
    """Say loudly that the browser tests did not run."""
    if not CHROMIUM:
        terminalreporter.section(
            "BROWSER TESTS DID NOT RUN: install Chromium, or name one in CHROMIUM", red=True
        )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """The machine's own Chromium, which Playwright does not download."""
    if not CHROMIUM:
        pytest.fail("There is no Chromium, and CI=true demands one.", pytrace=False)
    arguments = ["--disable-dev-shm-usage", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": arguments}


@pytest.fixture(autouse=True)
def keep_what_migrations_wrote(django_db_serialized_rollback) -> None:
    """The live server's database is emptied after each test; the groups must be there for the next."""


@pytest.fixture
def visit(browser: Browser, live_server) -> Iterator[Visit]:
    """Open a page as a person: `visit(student, width=390, dark=True, js=False)`; None is a stranger.

    `expects` is a pattern of what the test lets the console say on purpose.
    """
    contexts, complaints, patterns = [], [], [EXPECTED]

    def open_page(
        user=None,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        js: bool = True,
        expects: str = "",
    ) -> Page:
        if expects:
            patterns.append(re.compile(expects))
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            has_touch=width < 500,
            color_scheme="dark" if dark else "light",
            java_script_enabled=js,
            locale="da-DK",
            timezone_id=settings.TIME_ZONE,
        )
        contexts.append(context)
        if user is not None:
            sign_in(context, user, live_server.url)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
        page.on("console", lambda line: line.type == "error" and complaints.append(f"console: {line.text}"))
        page.on(
            "request",
            lambda request: (
                request.url.startswith((live_server.url, "data:", "about:"))
                or complaints.append(f"asks another host: {request.url}")
            ),
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    unexpected = [line for line in complaints if not any(pattern.search(line) for pattern in patterns)]
    assert not unexpected, "\n".join(unexpected)


def sign_in(context, user, url: str) -> None:
    """Give the browser a session, without the way over the sign-in page."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": url}])


@pytest.fixture
def desktop(visit: Visit) -> Visit:
    """A page at a desk: `desktop(student)`."""
    return visit


@pytest.fixture
def phone(visit: Visit) -> Visit:
    """A page on a phone, 390 px wide."""
    return lambda user=None, **options: visit(user, width=390, height=844, **options)


@pytest.fixture
def no_js(visit: Visit) -> Visit:
    """A page in a browser that runs no scripts."""
    return lambda user=None, **options: visit(user, js=False, **options)


@pytest.fixture
def axe() -> Callable[..., None]:
    """Assert that axe finds nothing wrong with the page as it stands."""

    def check(page: Page, rules: list[str] = AXE_RULES) -> None:
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(AXE)
        # Colours that are on their way from one to another have no contrast to measure.
        page.evaluate(SETTLE)
        found = page.evaluate(
            "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false})", rules
        )
        wrong = [
            f"{rule['impact']}: {rule['help']} ({rule['id']}): "
            + "; ".join(node["html"][:160] for node in rule["nodes"][:5])
            for rule in found["violations"]
            if rule["impact"] in ("serious", "critical")
            or "best-practice" not in rule["tags"]
            or rule["id"] in ASKED
        ]
        assert not wrong, f"{page.url}\n" + "\n".join(wrong)

    return check


@pytest.fixture
def axe_light_and_dark(axe) -> Callable[[Page], None]:
    """Assert it of the page in the light and of its colours in the dark, where nothing else differs."""

    def check(page: Page) -> None:
        axe(page)
        page.emulate_media(color_scheme="dark")
        axe(page, ["color-contrast"])
        page.emulate_media(color_scheme="light")

    return check
