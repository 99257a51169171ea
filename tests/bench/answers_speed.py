"""What an answer costs: each kind of question in øve and in aflevering, practice, and beginning a quiz of 40.

Asked in this process, warm, of the real site with the demonstration; the budget of time is the processor's.
"""

import sys
from collections.abc import Callable, Iterator
from statistics import median

from tests.bench import site
from tests.bench.pages import HEAD, SWAP, Budget, Cost, asked, signed_in

ANSWER, BEGIN = Budget(25, 8, 20), Budget(100, 12, 20)
ROUNDS, WARM, PRACTICE = 9, 2, 4


def measure() -> Iterator[str]:
    """The tables, line by line."""
    with site.built():
        client, user = signed_in()
        for title, mode in (("øve", "oeve"), ("aflevering", "aflevering")):
            yield f"et svar i {title} (htmx)"
            yield HEAD
            for name, costs in _kinds(client, user, mode):
                yield middle(costs).line(name, ANSWER)
            yield ""
        yield "en omgang i Øv (htmx)"
        yield HEAD
        yield middle(_rounds(client, user)).line("et svar, og det næste spørgsmål valgt", ANSWER)
        yield middle([_begun(client, "/oev/", {"emne": ""}) for _ in range(ROUNDS)]).line("at begynde", BEGIN)
        yield ""
        yield "en quiz med 40 spørgsmål"
        yield HEAD
        yield middle([_begun(client, "/quiz/proevesaet/begynd/", {}) for _ in range(ROUNDS)]).line(
            "at begynde", BEGIN
        )


def middle(costs: list[Cost]) -> Cost:
    """The medians of time, and the most of what should be the same every time; the first are to warm up."""
    warm = costs[WARM:]
    return Cost(
        median(one.ms for one in warm),
        median(one.cpu for one in warm),
        max(one.queries for one in warm),
        max(one.size for one in warm),
    )


def _kinds(client, user, mode: str) -> Iterator[tuple[str, list[Cost]]]:
    from quizzes import freezing
    from tests.factories import QuizFactory
    from tests.quizzes.kinds_of import ARGUMENT, WRITTEN, saved

    quiz = QuizFactory(questions=[])
    for written in [*WRITTEN, ARGUMENT]:
        question = saved(written)

        def frozen(question=question) -> dict:
            return freezing.freeze(question, 1, "pensum", shuffle=False)

        yield (
            written.kind,
            _answers(client, user, quiz, mode, frozen, lambda item, w=written: w.sent(item, w.right)),
        )
    for topic in ("underretning", "aop", "fortrydelsesret"):
        yield f"dannet: {topic}", _answers(client, user, quiz, mode, _made(topic), _first)


def _made(topic: str) -> Callable:
    from quizzes import freezing, generated
    from rules.reading import JUS

    return lambda: freezing.of_generated(generated.make(topic, JUS, 1, "pensum"))


def _first(item) -> list[str]:
    return [item.data["options"][0]["key"]]


def _answers(client, user, quiz, mode: str, frozen: Callable, answer: Callable) -> list[Cost]:
    """One answer to each of many questions of a kind in one attempt."""
    from quizzes import start

    items = [frozen() for _ in range(ROUNDS + WARM)]
    attempt = start.begin(user, quiz, "Måling", items, seed=1, reading="pensum", mode=mode, own=False)
    return [_sent(client, attempt, item, answer(item)) for item in attempt.items]


def _sent(client, attempt, item, chosen: list[str]) -> Cost:
    address = f"/quiz/forsoeg/{attempt.pk}/{item.number}/"
    data = {"chosen": chosen, "version": 0, "page": "maaling"}
    return asked(lambda: client.post(address, data, headers=SWAP))


def _rounds(client, user) -> list[Cost]:
    """Rounds of practice answered with the first option, which is wrong more often than not."""
    from quizzes import practice

    costs = []
    for _ in range(PRACTICE):
        attempt = practice.begin(user)
        while True:
            attempt = type(attempt).objects.get(pk=attempt.pk)
            item = attempt.items[-1]
            if item.key in attempt.answers:
                break
            costs.append(_sent(client, attempt, item, _answer_to(item)))
        attempt.submit()
    return costs


def _answer_to(item) -> list[str]:
    return (
        _first(item)
        if item.choices
        else [item.data.get("answer") or "et svar"] * max(1, len(item.data["options"]))
    )


def _begun(client, address: str, data: dict) -> Cost:
    from quizzes.models import Attempt

    cost = asked(lambda: client.post(address, data))
    Attempt.objects.filter(submitted_at=None).delete()
    return cost


if __name__ == "__main__":
    for line in measure():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
