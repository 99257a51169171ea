import pytest

from tests import factories


@pytest.fixture
def practice(student):
    """The student's open practice of three questions."""
    return factories.AttemptFactory(user=student)


@pytest.fixture
def graded(student):
    """The student's open hand-in of three questions, released by hand."""
    return factories.AttemptFactory(user=student, mode="aflevering", release_rule="by_hand")


@pytest.fixture
def address():
    """address(attempt, 2) is the page of the second question, address(attempt, "aflever") the hand-in."""

    def make(attempt, page=""):
        return f"/quiz/forsoeg/{attempt.uuid}/" + ("" if page == "" else f"{page}/")

    return make


@pytest.fixture
def answer(address):
    """answer(client, attempt, 1, "right-1") posts an answer as the page's form does."""

    def post(client, attempt, number, *chosen, version=0, htmx=False, **more):
        headers = {"HX-Request": "true"} if htmx else {}
        data = {"chosen": list(chosen), "version": version, "page": "siden"} | more
        return client.post(address(attempt, number), data, headers=headers)

    return post
