"""Starting an attempt: every question is frozen before the student sees the first."""

import logging
import secrets

from django.db import IntegrityError, transaction

from authoring.registry import reading_of
from quizzes import chance, freezing, generated
from quizzes.models import Attempt
from quizzes.refusals import CannotStart

PENSUM = "pensum"
log = logging.getLogger(__name__)


def start(user, quiz, *, mode=Attempt.Mode.OEVE, reading="", release=None) -> Attempt:
    """A new attempt at the quiz, or in øve the one that is already open.

    `reading` is what grades; without one it is the quiz's own, else the user's course's. `release` says when the
    result of an aflevering is shown; without it, when the teacher releases it.
    """
    if mode == Attempt.Mode.OEVE and (begun := open_practice(user, quiz)):
        return begun
    reading = reading or quiz.reading or reading_of(user)
    seed = new_seed()
    questions = quiz.asked()
    if quiz.shuffle:
        chance.of(seed).shuffle(questions)
    frozen = [_frozen(question, place, seed, reading, quiz) for place, question in enumerate(questions)]
    return begin(user, quiz, quiz.title, frozen, seed=seed, mode=mode, reading=reading, release=release)


def begin(
    user, quiz, title, frozen, *, seed, reading, mode=Attempt.Mode.OEVE, release=None, plan=None
) -> Attempt:
    """Save an attempt at frozen items; of two that are begun at once in øve the first is kept for both."""
    if not frozen:
        raise CannotStart("Quizzen har ingen spørgsmål endnu. Vælg en anden, eller kom tilbage senere.")
    by_default = Attempt.Release.AT_ONCE if mode == Attempt.Mode.OEVE else Attempt.Release.BY_HAND
    try:
        with transaction.atomic():
            return Attempt.objects.create(
                user=user,
                quiz=quiz,
                title=title,
                seed=seed,
                mode=mode,
                reading=reading,
                release_rule=release or by_default,
                frozen={"items": frozen} | ({} if plan is None else {"plan": plan}),
                max_points=len(frozen),
            )
    except IntegrityError:
        begun = open_practice(user, quiz)
        if begun is None:
            raise
        return begun


def open_practice(user, quiz) -> Attempt | None:
    """The person's practice of this quiz that is not finished; without a quiz, the free practice."""
    return Attempt.objects.visible_to(user).practice().open().filter(quiz=quiz).first()


def new_seed() -> int:
    """A seed nobody can guess."""
    return secrets.randbelow(2**31)


def _frozen(question, place, seed, reading, quiz) -> dict:
    own = chance.of(seed, place).randrange(2**31)
    try:
        return freezing.freeze(question, own, reading, shuffle=quiz.shuffle)
    except generated.CannotAsk as error:
        log.warning("question %s cannot be asked: %s", question.uid, error)
        raise CannotStart(
            f"Spørgsmålet »{question.title}« kan ikke dannes. Sig det til din underviser; intet er gået tabt."
        ) from error
