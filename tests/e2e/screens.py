"""Pictures of the site for `docs/screens`, taken by `make screens` of the demonstration.

The clock stands still at a Monday in November, so that a picture changes only when the page does.
"""

import datetime as dt
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from PIL import Image

from accounts.models import User
from cases.models import Case, Walkthrough
from cases.start import start as start_case
from courses import begin, demo, release
from courses.misunderstandings import counting
from courses.models import Assignment
from lessons.models import Checklist
from quizzes.models import Attempt, Quiz, Response
from quizzes.start import start as start_quiz
from tests.cases.playing import Player
from tests.e2e.class_for_screens import answer_quiz, chosen_in, join, solve_case

SCREENS = Path(__file__).parents[2] / "docs" / "screens"
LARGEST = 150_000
MONDAY = dt.datetime(2026, 11, 9, 9, 42, tzinfo=dt.UTC)
# How far down a picture goes: on a phone and at a desk.
HEIGHTS = {
    "forside": (620, 560),
    "laer": (1500, 1000),
    "regel": (1500, 1100),
    "beregner": (1700, 1240),
    "soeg": (1100, 900),
    "tjekliste": (1500, 1100),
    "case": (1900, 1240),
    "quiz": (1550, 1000),
    "resultater": (820, 660),
    "admin-case": (1500, 1100),
    "hjaelp": (2400, 1250),
    "proeve": (1500, 1000),
    "vending": (1500, 1000),
    "byg-en-sag": (1700, 1240),
    "mit-kort": (1500, 1100),
    "admin-varianter": (1500, 1100),
    "quiz-paa-tid": (1000, 900),
    "quiz-raekkefoelge": (1300, 1000),
    "quiz-gennemgang": (1400, 1000),
    "admin-import": (1300, 1000),
    "admin-spoergsmaal": (1200, 900),
    "admin-quiz": (1500, 1100),
    "admin-statistik": (1500, 1200),
    "karakterer": (1100, 900),
    "begrundelse": (1900, 1240),
    "ret-bedoemmelse": (1500, 1100),
    "misforstaaelse": (1700, 1200),
    "tavle": (1000, 900),
    "deltagere": (1300, 1000),
    "mine-resultater": (1100, 900),
    "beskeder": (1000, 800),
}
BY_DAY_ONLY = {
    "hjaelp", "byg-en-sag", "mit-kort", "admin-varianter",
    "quiz-paa-tid", "quiz-raekkefoelge", "quiz-gennemgang",
    "admin-import", "admin-spoergsmaal", "admin-quiz", "admin-statistik",
    "karakterer", "begrundelse", "ret-bedoemmelse", "misforstaaelse", "deltagere", "mine-resultater", "beskeder",
}  # fmt: skip
# The field that is filled before, and what with.
FILLED = {
    "admin-import": (
        "Eller indsæt teksten",
        """::Regres::Hvad er <b>regres</b>? {=Et krav mod hovedskyldneren#Ja. ~En rente#Nej, et krav. ~Et gebyr}

::Frist::Fortrydelsesfristen er {=14 =fjorten =%0%*#KAL § 19.} dage.

::Brudt::Hvem hæfter? {=Kautionisten
""",
    )
}
# The button that is pressed before the picture, and the element that it begins at.
PRESSED = {
    "admin-import": "Se spørgsmålene",
    "byg-en-sag": "Prøv oplysningerne",
    "admin-varianter": "Se varianterne",
}
BEGINS = {
    "vending": "#resultat",
    "byg-en-sag": "h1",
    "admin-varianter": ".case-leaf",
    "admin-quiz": ".quiz-checked",
}
# As people type: half a year is not 180 days.
TYPED = {"tabt_beloeb": "62.800"}
SLIP = TYPED | {"sidste_frist": "30-07-2026"}


@pytest.fixture
def site(live_server, settings, monkeypatch):
    """The content of the files and the people of the demonstration; every draw is the same."""
    monkeypatch.setattr("quizzes.start.new_seed", lambda: 7)
    settings.DEMO_PASSWORD = "only-for-the-pictures"
    with time_machine.travel(MONDAY, tick=True) as clock:
        call_command("content", "load", verbosity=0)
        demo.make()
        clock.move_to(MONDAY)
        yield clock


def _person(address: str) -> User:
    return User.objects.get(email=address)


def _play(user: User, wrong: dict, assignment: Assignment | None = None) -> Player:
    """The case of the drawing, from the first question to the last."""
    client = Client()
    client.force_login(user)
    if assignment:
        work = begin.begin(user, assignment).walkthrough
    else:
        address = client.post(f"/cases/{demo.CASE}/begynd/").url
        work = user.walkthroughs.get(pk=address.rstrip("/").split("/")[-1])
    return Player(client, work).solve(wrong)


def _hand_in(student: User, wrong: dict) -> Assignment:
    """The case as the student hands it in."""
    assignment = Assignment.objects.get(items__case__slug=demo.CASE)
    _play(student, wrong, assignment).walkthrough.submit()
    return assignment


def _answered(student: User) -> str:
    """The address of a question on the deadline that is answered with one of the known mistakes."""
    attempt = start_quiz(student, Quiz.objects.get(slug=demo.QUIZ))
    number, item = next(
        (number, item)
        for number, item in enumerate(attempt.items, 1)
        if item.made_from.get("ask") == "sidste_frist"
    )
    client = Client()
    client.force_login(student)
    address = f"/quiz/forsoeg/{attempt.pk}/{number}/"
    client.post(address, {"chosen": next(one.key for one in item.choices if item.mistake_in([one.key]))})
    return address


def _ticked(student: User) -> str:
    """The address of a checklist that the student has begun on."""
    found = Checklist.objects.get(slug="kaution")
    found.tick(student, [point.key for point in found.points.all()[:3]])
    return found.get_absolute_url()


def _helped(student: User) -> str:
    """The address of a case where two degrees of help are taken."""
    client = Client()
    client.force_login(student)
    play = Player(client, start_case(student, Case.objects.get(slug=demo.CASE)))
    for _ in range(2):
        client.post(play.built.askings[0].helps[0].address, {"version": play.walkthrough.version})
    return play.address


def _in_time(student: User) -> str:
    """The address of a prøve that has just begun."""
    case = Case.objects.get(slug="factoring-ingen-besked")
    return start_case(student, case, mode=Walkthrough.Mode.PROEVE, seed=1).get_absolute_url()


def test_pictures(site, visit):
    teacher = _person(demo.TEACHER[0])
    signe, jonas, _ = (_person(address) for address, _ in demo.STUDENTS)
    results = _hand_in(jonas, TYPED)
    _hand_in(signe, SLIP)
    played = _play(signe, SLIP)
    case = Case.objects.get(slug=demo.CASE)
    Case.objects.filter(pk=case.pk).update(owner=teacher)
    pages = {
        "forside": (signe, "/"),
        "laer": (signe, "/laer/kaution/beskyttelse-af-private/"),
        "regel": (signe, "/regler/underretning/"),
        "beregner": (signe, "/beregnere/aop/"),
        "soeg": (signe, "/soeg/?q=l%C3%A5nene"),
        "tjekliste": (signe, _ticked(signe)),
        "case": (signe, played.address),
        "quiz": (signe, _answered(signe)),
        "resultater": (teacher, f"/undervisning/{results.course.uuid}/afleveringer/{results.uuid}/"),
        "admin-case": (teacher, f"/admin/cases/case/{case.pk}/change/"),
        "hjaelp": (signe, _helped(signe)),
        "proeve": (signe, _in_time(signe)),
        "vending": (signe, played.address),
        "byg-en-sag": (signe, f"/cases/{demo.CASE}/byg/1/"),
        "mit-kort": (signe, "/oev/kort/"),
        "admin-varianter": (teacher, f"/admin/cases/case/{case.pk}/change/"),
    }
    _take(site, visit, pages)


def test_pictures_of_quizzes(site, visit):
    teacher, signe = _person(demo.TEACHER[0]), _person(demo.STUDENTS[0][0])
    quiz = Quiz.objects.get(slug=demo.QUIZ)
    assignment = Assignment.objects.get(items__quiz=quiz)
    answer_quiz(assignment, join(assignment.course))
    pages = {
        "quiz-paa-tid": (signe, f"/quiz/forsoeg/{_timed(signe).pk}/1/"),
        "quiz-raekkefoelge": (signe, _ordering(signe)),
        "quiz-gennemgang": (signe, _sure_and_wrong(signe)),
        "admin-import": (teacher, "/admin/quizzes/question/importer/"),
        "admin-spoergsmaal": (teacher, "/admin/quizzes/question/"),
        "admin-quiz": (teacher, f"/admin/quizzes/quiz/{quiz.pk}/change/"),
        "admin-statistik": (teacher, f"/admin/quizzes/quiz/{quiz.pk}/statistik/"),
    }
    _take(site, visit, pages)


def test_pictures_of_a_class(site, visit):
    teacher, signe = _person(demo.TEACHER[0]), _person(demo.STUDENTS[0][0])
    case = Assignment.objects.get(items__case__slug=demo.CASE)
    quiz = Assignment.objects.get(items__quiz__slug=demo.QUIZ)
    course, home = case.course, f"/undervisning/{case.course.uuid}/"
    people = join(course)
    answer_quiz(quiz, people[:-3])
    solve_case(case, [signe, *people[:9]], SLIP)
    for title, percent, assignment in (("Afleveringer", 60, case), ("Quizzer", 40, quiz)):
        assignment.category = course.categories.create(name=title, weight=percent)
        assignment.save(update_fields=["category"])
    release.release(quiz, by=teacher)
    marked = case.submissions.get(user=signe)
    [believed, *_] = counting.of_course(course)
    known = f"{home}misforstaaelser/{believed.named.topic}/{believed.named.key}/"
    pages = {
        "karakterer": (teacher, f"{home}karakterer/"),
        "begrundelse": (teacher, f"{home}afleveringer/{case.uuid}/{marked.uuid}/begrundelse/"),
        "ret-bedoemmelse": (
            teacher,
            f"{home}afleveringer/{case.uuid}/{marked.uuid}/svar/{_slipped(marked)}/",
        ),
        "misforstaaelse": (teacher, known),
        "tavle": (teacher, f"{known}tavle/"),
        "deltagere": (teacher, f"{home}deltagere/"),
        "mine-resultater": (people[0], f"/afleveringer/hold/{course.uuid}/"),
        "beskeder": (people[0], "/beskeder/"),
    }
    _take(site, visit, pages)


def _slipped(submission) -> str:
    """The answer with the mistake, as addresses name it."""
    questions = submission.walkthrough.result["questions"]
    return next(
        f"{question['key']}.{item['key']}"
        for question in questions
        for item in question["items"]
        if item["mistake"]
    )


def _timed(student: User) -> Attempt:
    """A prøve of fifteen minutes that has just begun."""
    return start_quiz(student, Quiz.objects.get(slug="proeve-med-sikkerhed"))


def _ordering(student: User) -> str:
    """The address of a question where lines are put in order, in a hand-in that is begun."""
    attempt = start_quiz(student, Quiz.objects.get(slug="mange-slags-spoergsmaal"), mode="aflevering")
    number = next(item.number for item in attempt.items if item.kind.name == "ordering")
    return f"/quiz/forsoeg/{attempt.pk}/{number}/"


def _sure_and_wrong(student: User) -> str:
    """The address of a result where the student was sure of what was wrong."""
    Attempt.objects.filter(quiz__slug="proeve-med-sikkerhed", user=student).update(own=False)
    attempt = _timed(student)
    for item in attempt.items:
        is_right = item.number % 2 == 0
        if not (chosen := chosen_in(item, is_right)):
            continue
        Response.objects.create(
            attempt=attempt, item=item.key, chosen=chosen, points=item.points(chosen), certainty=3,
            remark=item.said_of(chosen),
        )  # fmt: skip
    attempt.submit()
    return f"/quiz/forsoeg/{attempt.pk}/resultat/"


def _take(site, visit, pages) -> None:
    """Each page by day, and by night where that says more, on a phone and at a desk."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    for name, dark, width in product(pages, (False, True), (390, 1280)):
        if dark and name in BY_DAY_ONLY:
            continue
        site.move_to(MONDAY + dt.timedelta(minutes=1))
        person, address = pages[name]
        page = visit(person, width=width, height=HEIGHTS[name][width == 1280], dark=dark)
        # The second time the letters are there from the beginning.
        page.goto(address)
        page.reload()
        page.evaluate("document.fonts.ready")
        if name in FILLED:
            page.get_by_label(FILLED[name][0]).fill(FILLED[name][1])
        if name in PRESSED:
            page.get_by_role("button", name=PRESSED[name]).click()
        page.wait_for_load_state("networkidle")
        if name in BEGINS:
            page.locator(BEGINS[name]).first.evaluate(
                "element => element.scrollIntoView({behavior: 'instant'})"
            )
        picture = Image.open(BytesIO(page.screenshot(caret="initial")))
        page.context.close()
        file = SCREENS / f"{name}-{width}-{'dark' if dark else 'light'}.png"
        picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
            file, optimize=True
        )
        assert file.stat().st_size <= LARGEST, file.name
