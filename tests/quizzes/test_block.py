"""Questions in the text of a section: made by the rules, graded on the server, practice like any other."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import rules
from authoring.shelf import Shelf
from lessons.blocks import split
from lessons.registry import block_type
from quizzes import in_text, practice
from quizzes.in_text import Ticket
from quizzes.knowing import evidence
from quizzes.models import Attempt, Response
from tests.factories import SectionFactory

pytestmark = pytest.mark.django_db

THREE = ":::question underretning\n:::\n\n:::question kautionstype\n:::\n\n:::question aop kind=jus\n:::\n"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def ticket(student):
    """The student's ticket to a question on the guarantor's notice."""
    return Ticket.make(student, "underretning", kind="sidste_frist", back="/laer/kaution/besked/", number=2)


@pytest.fixture
def section():
    return SectionFactory(body=THREE)


def option(ticket, right):
    """The key of a right or a wrong answer."""
    return next(one["key"] for one in ticket.item().data["options"] if one["right"] is right)


def post(client, ticket, chosen, **headers):
    return client.post(ticket.get_absolute_url(), {"chosen": chosen}, headers=headers)


def addresses(page):
    return re.findall(r'<form method="post" action="(/oev/i-teksten/[^"]+)"', page)


class TestOnThePage:
    def test_three_questions_stand_on_one_page_with_ids_of_their_own(self, as_student, section):
        page = as_student.get(section.get_absolute_url()).content.decode()
        ids = re.findall(r'\bid="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert [f"spm-{number}" in ids for number in (1, 2, 3)] == [True] * 3
        assert len(set(addresses(page))) == 3

    def test_each_visit_brings_another_ticket(self, as_student, section):
        pages = [as_student.get(section.get_absolute_url()).content.decode() for _ in range(2)]
        assert not set(addresses(pages[0])) & set(addresses(pages[1]))

    def test_they_cost_the_database_nothing(self, as_student, section):
        plain = SectionFactory(body="Kun tekst.")
        costs = []
        for found in (plain, section):
            with CaptureQueriesContext(connection) as queries:
                as_student.get(found.get_absolute_url())
            costs.append(len(queries))
        assert costs[0] == costs[1] <= 8

    def test_nothing_on_the_page_tells_the_answer(self, as_student, student, ticket):
        data = ticket.item().data
        page = as_student.get(ticket.get_absolute_url()).content.decode()
        told = [one["remark"] for one in data["options"]] + [one["mistake"] for one in data["options"]]
        for text in [*told, *data["path"], "is-right", "is-wrong", str(data["made_from"]["seed"])]:
            assert not text or text not in page
        for one in data["options"]:
            assert page.count(one["key"]) == 1

    def test_the_book_as_it_is_turned_decides(self, as_student, section):
        as_student.post("/laer/retsgrundlag/", {"retsgrundlag": "gaeldende_ret", "videre": "/laer/"})
        page = as_student.get(section.get_absolute_url()).content.decode()
        assert page.count("Besvares efter gældende ret") + page.count("Besvares efter pensum") == 3
        assert "Besvares efter gældende ret" in page

    def test_a_reading_of_its_own_stays_when_the_book_is_turned(self, as_student):
        section = SectionFactory(body=":::question underretning reading=pensum\n:::\n")
        as_student.post("/laer/retsgrundlag/", {"retsgrundlag": "gaeldende_ret", "videre": "/laer/"})
        assert "Besvares efter pensum" in as_student.get(section.get_absolute_url()).content.decode()

    def test_on_paper_it_is_the_same_question_each_time_and_has_no_form(self, as_student, section):
        pages = [as_student.get(f"/laer/{section.chapter.slug}/print/").content.decode() for _ in range(2)]
        cards = [
            re.findall(r'<section class="card question-card">.*?</section>', page, re.DOTALL)
            for page in pages
        ]
        assert cards[0] == cards[1]
        assert len(cards[0]) == 3
        assert "<form" not in "".join(cards[0])
        assert "options-on-paper" in cards[0][0]


class TestAnswering:
    def test_a_right_answer_counts_as_practice(self, as_student, student, ticket):
        page = post(as_student, ticket, option(ticket, True), **HTMX).content.decode()
        assert "Rigtigt." in page
        assert "<html" not in page
        response = Response.objects.get()
        assert (response.points, response.topic, response.ask) == (1, "underretning", "sidste_frist")
        known = evidence.masteries(student)["underretning/sidste_frist"]
        assert (known.answers, known.right) == (1, 1)

    def test_a_wrong_answer_is_told_why_and_where_it_stands(self, as_student, ticket):
        page = post(as_student, ticket, option(ticket, False), **HTMX).content.decode()
        assert "Forkert." in page
        assert Response.objects.get().remark.split("\n")[0].split(".")[0] in page
        assert "/lov/fil-48/" in page

    def test_a_second_click_counts_once_and_the_first_answer_stands(self, as_student, ticket):
        for right in (False, True, True):
            page = post(as_student, ticket, option(ticket, right), **HTMX).content.decode()
            assert "Forkert." in page
        assert Response.objects.count() == Attempt.objects.count() == 1

    def test_it_leaves_an_open_round_of_practice_alone(self, as_student, student, ticket):
        begun = practice.begin(student)
        assert post(as_student, ticket, option(ticket, True)).status_code == 302
        assert practice.begin(student) == begun
        assert Attempt.objects.count() == 2

    def test_without_scripts_the_verdict_stands_on_a_page_that_leads_back(self, as_student, ticket):
        response = post(as_student, ticket, option(ticket, True))
        assert response.url == ticket.get_absolute_url()
        page = as_student.get(response.url).content.decode()
        assert "Rigtigt." in page
        assert 'href="/laer/kaution/besked/#spm-2"' in page
        assert "Få et nyt spørgsmål" in page

    def test_the_new_question_is_another_one_of_the_same_kind(self, as_student, ticket):
        page = post(as_student, ticket, option(ticket, True), **HTMX).content.decode()
        address = re.search(r'hx-get="(/oev/i-teksten/[^"]+)"', page)[1]
        fresh = as_student.get(address, headers=HTMX).content.decode()
        assert address in addresses(fresh)
        assert 'id="spm-2"' in fresh
        assert ticket.item().text.split()[0] in fresh

    def test_no_choice_is_said_and_nothing_is_saved(self, as_student, ticket):
        for chosen in ("", "findes-ikke"):
            response = post(as_student, ticket, chosen, **HTMX)
            assert response.status_code == 422
            assert 'aria-invalid="true"' in response.content.decode()
        assert not Attempt.objects.exists()

    def test_an_answer_costs_few_queries(self, as_student, ticket):
        with CaptureQueriesContext(connection) as queries:
            post(as_student, ticket, option(ticket, True), **HTMX)
        assert sum("SAVEPOINT" not in query["sql"] for query in queries) <= 8

    def test_what_was_chosen_when_the_session_was_lost_is_chosen_again(self, client, student, ticket):
        key = option(ticket, False)
        assert "/konto/log-ind/" in post(client, ticket, key).url
        client.force_login(student)
        page = client.get(ticket.get_absolute_url()).content.decode()
        assert re.search(rf'value="{key}"[^>]* checked', page)
        assert not Attempt.objects.exists()


class TestRefused:
    def test_a_ticket_that_was_changed_is_refused_in_words(self, as_student, ticket):
        address = ticket.get_absolute_url()
        for changed in (address[:-3] + "xx/", "/oev/i-teksten/1/", address.replace(":", "%00", 1)):
            for method in ("GET", "POST"):
                response = as_student.generic(method, changed)
                assert response.status_code == 422
                assert "Intet svar er gemt" in response.content.decode()

    def test_a_ticket_of_somebody_else_is_refused(self, as_other_student, ticket):
        assert post(as_other_student, ticket, option(ticket, True)).status_code == 422
        assert not Attempt.objects.exists()

    def test_a_ticket_from_before_the_rule_changed_is_refused(self, as_student, ticket, monkeypatch):
        monkeypatch.setattr(rules.topic("underretning"), "version", "2031-01-01")
        assert post(as_student, ticket, "x").status_code == 422

    def test_a_stranger_signs_in_first(self, anonymous, ticket):
        assert "/konto/log-ind/" in anonymous.get(ticket.get_absolute_url()).url


class TestTheQuestion:
    def test_the_same_ticket_asks_the_same(self, ticket):
        in_text.made.cache_clear()
        first = ticket.item()
        in_text.made.cache_clear()
        again = ticket.item()
        assert [first.text, first.story, first.choices] == [again.text, again.story, again.choices]

    def test_a_question_that_only_the_book_asks_is_asked_after_the_book(self):
        for topic in rules.topics():
            for reading in ("pensum", "gaeldende_ret"):
                assert in_text.made(topic, "", reading, 1)["options"]


class TestCheck:
    def check(self, text):
        return list(block_type("question").check(split(text)[0], Shelf([])))

    def test_a_block_that_can_be_asked_is_right(self):
        assert self.check(":::question underretning kind=sidste_frist reading=pensum\n:::") == []

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ("ukendt", "reglen »ukendt« findes ikke"),
            ("", "reglen »« findes ikke"),
            ("underretning kind=vejr", "kind: der kan ikke spørges om »vejr«; brug en af: "),
            ("underretning reading=vejr", "reading: brug pensum eller gaeldende_ret, ikke »vejr«"),
            ("underretning antal=2", "antal: feltet kendes ikke her; brug kind eller reading"),
            ("underretning\ntekst", "der skal ikke stå noget mellem"),
        ],
    )
    def test_what_is_wrong_is_said(self, line, told):
        (fault,) = self.check(f":::question {line}\n:::")
        assert fault.startswith(told)
