"""A short answer that the key does not know, given by three of five; and what a teacher does about it."""

import pytest

from courses import release
from courses.models import Acceptance, Assignment, Regrade
from tests import factories

WHY = "Regreskrav er det samme som regres her."
ANSWERS = ["Regreskrav", "regreskrav.", " REGRESKRAV", "Regres", "Kaution"]


def fresh(row):
    """The row as the database has it."""
    return type(row).objects.get(pk=row.pk)


def answer(submission, *texts):
    """Answer the questions of the quiz in their order with these words, and hand in."""
    attempt = fresh(submission).attempt
    for item, text in zip(attempt.items, texts, strict=False):
        said = {"points": item.points([text]), "remark": item.said_of([text])}
        factories.ResponseFactory(attempt=attempt, item=item.key, chosen=[text], **said)
    fresh(submission).attempt.submit()
    return fresh(submission)


def short_question(**more):
    """Asks for one word: Regres."""
    return factories.QuestionFactory(
        kind="short",
        text="Hvad hedder kautionistens krav mod debitor?",
        options=[("Regres", True, "Det følger af kautionen."), ("Kaution", False, "Det er løftet selv.")],
        **more,
    )


@pytest.fixture
def short_quiz(course):
    """Two short answers, set to the course."""
    quiz = factories.QuizFactory(questions=[short_question(), short_question(title="Igen")])
    return factories.AssignmentFactory(course=course, title="Kend reglerne", case=None, quiz=quiz)


@pytest.fixture
def five(short_quiz, student):
    """Five hand-ins; of the first question three have said what the key does not know, the second is right."""
    others = [factories.UserFactory(name=f"Person Nummer {number}") for number in range(2, 6)]
    return [
        answer(factories.SubmissionFactory(assignment=short_quiz, user=user), text, "Regres")
        for user, text in zip([student, *others], ANSWERS, strict=True)
    ]


@pytest.fixture
def shown(short_quiz, five):
    """All have seen their results."""
    release.release(Assignment.objects.get(pk=short_quiz.pk))


def place_of(submission, number=1):
    """How the address names the answer to this question."""
    return submission.attempt.items[number - 1].key


def address(submission, place):
    """The page of one answer."""
    assignment = submission.assignment
    start = f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/"
    return f"{start}{submission.uuid}/svar/{place}/"


def send(client, submission, place=None, **more):
    """Send the form: everything for all who answered the same, where nothing else is said."""
    page = address(submission, place or place_of(submission))
    version = client.get(page).context["asked"].version
    sent = {"share": "100", "reason": WHY, "whom": "alle", "version": version} | more
    return client.post(page, sent)


def tried(client, submission, **more) -> Regrade:
    """The dry run that this begins, done."""
    response = send(client, submission, **more)
    assert response.status_code == 302, response.content.decode()
    return Regrade.objects.get(uuid=response.url.rstrip("/").split("/")[-1])


def points(*submissions):
    """What each attempt earned."""
    return [float(fresh(one).attempt.points) for one in submissions]


def standing():
    """What counts now."""
    return list(Acceptance.objects.in_force())
