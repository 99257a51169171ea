"""What the pages cost: time and queries on the server, compressed bytes, and what a browser makes of them.

The server's side is asked in this process, warm; the browser's of gunicorn, as `make run` serves (see `first_visit`).
The budget of time is held against the processor's: SQLite works in the same process, and what else the machine does
meanwhile disturbs it least. The clock's stands beside it.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

from tests.bench import first_visit, site

ROUNDS, SECTION_ROUNDS = 15, 5
# A section draws its questions from a few that are made once: this often asked, it has most likely met them all.
WARM, SECTION_WARM = 2, 20
GZIP = {"Accept-Encoding": "gzip"}
SWAP = GZIP | {"HX-Request": "true"}


@dataclass(frozen=True)
class Budget:
    """The most that a page may take: milliseconds, queries, and kB of what is sent."""

    ms: float = 25
    queries: int = 8
    kb: float = 20


LESSON, SEARCH, STEP, OTHER = Budget(), Budget(ms=100), Budget(40, 10, 30), Budget(40, 10, 20)


@dataclass(frozen=True)
class Page:
    """A page of the table."""

    name: str
    address: str
    budget: Budget = LESSON


@dataclass(frozen=True)
class Cost:
    """What one request took: wall and processor time in ms (medians, warm), queries and compressed bytes."""

    ms: float
    cpu: float
    queries: int
    size: int

    def line(self, name: str, budget: Budget) -> str:
        """The row of the table; what is beyond its budget has a mark."""
        over = self.cpu > budget.ms or self.queries > budget.queries or self.size > budget.kb * 1000
        return (
            f"{name:<44}{self.cpu:>8.1f}{budget.ms:>6.0f}{self.ms:>8.1f}{self.queries:>6}{budget.queries:>6}"
            f"{self.size / 1000:>7.1f}{budget.kb:>6.0f}{'  OVER' if over else ''}"
        )


HEAD = f"{'':<44}{'ms':>8}{'højst':>6}{'ur, ms':>8}{'sql':>6}{'højst':>6}{'kB':>7}{'højst':>6}"


def measure() -> Iterator[str]:
    """The tables, line by line."""
    with site.built():
        client, _ = signed_in()
        yield HEAD
        pages = [*_pages(client)]
        for page in pages:
            yield _cost(lambda page=page: client.get(page.address, headers=GZIP)).line(page.name, page.budget)
        yield ""
        yield from _sections(client)
        yield ""
        yield from _steps(client)
        yield ""
        with site.served() as address:
            visited = [page for page in pages if page.name in first_visit.VISITED]
            key = client.cookies["sessionid"].value
            yield from first_visit.measure(address, key, {page.name: page.address for page in visited})


def signed_in():
    """A browser of a student of the demonstration, and the student."""
    from django.test import Client

    client, user = Client(), _person(0)
    client.force_login(user)
    return client, user


def _person(number: int | None):
    from accounts.models import User
    from courses import demo

    people = [demo.TEACHER, *demo.STUDENTS]
    return User.objects.get(email=people[0 if number is None else number + 1][0])


def _cost(ask: Callable, rounds: int = ROUNDS, warm: int = WARM) -> Cost:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(warm):
        answer = ask()
    assert answer.status_code == 200, answer
    times = [_timed(ask) for _ in range(rounds)]
    with CaptureQueriesContext(connection) as asked:
        answer = ask()
    wall, cpu = (median(column) for column in zip(*times, strict=True))
    return Cost(wall, cpu, _count(asked), len(answer.content))


def _count(asked) -> int:
    """The queries, without the beginning and the end of transactions."""
    return sum(not query["sql"].startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")) for query in asked)


def _timed(ask: Callable) -> tuple[float, float]:
    wall, cpu = perf_counter(), process_time()
    ask()
    return (perf_counter() - wall) * 1000, (process_time() - cpu) * 1000


def _pages(client) -> Iterator[Page]:
    from cases.models import Case
    from cases.start import start
    from courses import demo
    from lessons.models import Section

    longest = max(Section.objects.select_related("chapter"), key=lambda one: len(str(one.parts)))
    case = Case.objects.get(slug=demo.CASE)
    yield Page("forside", "/", OTHER)
    yield Page("afsnit (det længste)", longest.get_absolute_url())
    yield Page("kapitel", longest.chapter.get_absolute_url())
    yield Page("regel med Regellab", "/regler/underretning/")
    yield Page("beregner (ÅOP)", "/beregnere/aop/")
    yield Page("søg »lånene«", "/soeg/?q=l%C3%A5nene", SEARCH)
    yield Page("søg »§ 7c«", "/soeg/?q=%C2%A7+7c", SEARCH)
    yield Page("lov", "/lov/")
    yield Page("begreber", "/begreber/")
    yield Page("case", case.get_absolute_url(), OTHER)
    yield Page("sagen (øve)", start(_person(0), case).get_absolute_url(), STEP)
    yield Page("øv", "/oev/", OTHER)
    yield Page("quiz", f"/quiz/{demo.QUIZ}/", OTHER)
    yield Page("quizresultat", _quiz_result(), OTHER)
    yield Page("resultat af en case", _case_result(client, case), OTHER)


def _quiz_result() -> str:
    from courses import demo
    from quizzes.models import Quiz
    from quizzes.start import start

    attempt = start(_person(0), Quiz.objects.get(slug=demo.QUIZ))
    attempt.submit()
    return f"/quiz/forsoeg/{attempt.pk}/resultat/"


def _case_result(client, case) -> str:
    from cases.start import start
    from tests.cases.playing import Player

    work = start(_person(0), case)
    Player(client, work).solve()
    return f"/cases/gang/{work.pk}/resultat/"


def _sections(client) -> Iterator[str]:
    """Every section of the book, as medians and the worst."""
    from lessons.models import Section

    costs = {
        one.get_absolute_url(): _cost(
            lambda one=one: client.get(one.get_absolute_url(), headers=GZIP), SECTION_ROUNDS, SECTION_WARM
        )
        for one in Section.objects.published().select_related("chapter")
    }
    slowest, largest = (max(costs, key=lambda url: getattr(costs[url], of)) for of in ("cpu", "size"))
    middle = median(cost.cpu for cost in costs.values())
    yield f"alle {len(costs)} afsnit: median {middle:.1f} ms (højst {LESSON.ms})"
    yield HEAD
    for name, url in (("langsomst", slowest), ("størst", largest)):
        yield costs[url].line(f"{name}: {url.rstrip('/').rpartition('/')[2]}"[:43], LESSON)


def _steps(client) -> Iterator[str]:
    """Every answer of the demonstration's case in øve. An answer is given once, so the case is walked several times."""
    from cases.models import Case
    from cases.start import start
    from courses import demo

    case = Case.objects.get(slug=demo.CASE)
    walks = [[*_walked(client, start(_person(0), case))] for _ in range(6)]
    yield f"hvert svar i »{case.title}« (øve, htmx)"
    yield HEAD
    for step in zip(*walks[1:], strict=True):
        costs = [cost for _, cost in step]
        shown = Cost(
            median(cost.ms for cost in costs),
            median(cost.cpu for cost in costs),
            max(cost.queries for cost in costs),
            max(cost.size for cost in costs),
        )
        yield shown.line(step[0][0], STEP)


def _walked(client, work) -> Iterator[tuple[str, Cost]]:
    """The name and the cost of each answer, sent as a browser sends it, until nothing is asked."""
    from tests.cases.playing import Player, right, sent

    player = Player(client, work)
    while waiting := next((one for one in player.built.askings if not one.is_answered), None):
        row, fields = player.walkthrough, waiting.form.fields
        values = {place.name: sent(fields[place.name], right(row, place)) for place in waiting.places}
        named = {waiting.form[name].html_name: value for name, value in values.items()}
        address = f"{player.address}svar/{waiting.name}/"
        yield (
            waiting.name,
            asked(
                lambda to=address, data=named | {"version": row.version}: client.post(to, data, headers=SWAP)
            ),
        )


def asked(ask: Callable) -> Cost:
    """What one request cost that can be made but once."""
    from django.db import connection, reset_queries
    from django.test.utils import CaptureQueriesContext

    # The log of queries has an end, and what was loaded before has filled it.
    reset_queries()
    with CaptureQueriesContext(connection) as queries:
        wall, cpu = perf_counter(), process_time()
        answer = ask()
        wall, cpu = (perf_counter() - wall) * 1000, (process_time() - cpu) * 1000
    assert answer.status_code in {200, 302}, answer
    return Cost(wall, cpu, _count(queries), len(answer.content))


if __name__ == "__main__":
    for line in measure():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
