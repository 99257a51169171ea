"""Starting an attempt: every question is frozen before the student sees the first."""

import logging
import secrets
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from authoring.registry import reading_of
from quizzes import chance, counting, drawing, freezing, generated
from quizzes.models import Attempt
from quizzes.refusals import CannotStart

PENSUM = "pensum"
log = logging.getLogger(__name__)


def start(user, quiz, *, mode="", reading="", release=None, seed=None) -> Attempt:
    """A new attempt at the quiz, or of the person's own the one that is already open.

    Without a mode the person takes the quiz alone, in the mode that the quiz sets, and sees the result at once.
    `reading` is what grades; without one it is the quiz's own, else the user's course's. `release` says when the
    result of an aflevering is shown; without it, when the teacher releases it. From one `seed` the same is drawn.
    """
    own = mode in ("", Attempt.Mode.OEVE)
    if own and (begun := open_own(user, quiz)):
        return begun
    if own:
        _refuse_if_used_up(user, quiz)
        mode, release = mode or quiz.mode, release or Attempt.Release.AT_ONCE
    reading = reading or quiz.reading or reading_of(user)
    seed = new_seed() if seed is None else seed
    frozen = drawn(quiz, seed, reading)
    return begin(
        user, quiz, quiz.title, frozen, seed=seed, mode=mode, reading=reading, release=release, own=own
    )


def drawn(quiz, seed: int, reading: str) -> list[dict]:
    """The items of the quiz as this seed draws and makes them."""
    places = drawing.places(quiz, chance.of(seed))
    return [_frozen(place, number, seed, reading, quiz) for number, place in enumerate(places)]


def begin(
    user, quiz, title, frozen, *, seed, reading, mode=Attempt.Mode.OEVE, release=None, own=True, plan=None
) -> Attempt:
    """Save an attempt at frozen items; of two that are begun at once alone the first is kept for both."""
    if not frozen:
        raise CannotStart("Quizzen har ingen spørgsmål endnu. Vælg en anden, eller kom tilbage senere.")
    practice = mode == Attempt.Mode.OEVE
    sure = bool(quiz and quiz.certainty)
    try:
        with transaction.atomic():
            return Attempt.objects.create(
                user=user,
                quiz=quiz,
                title=title,
                seed=seed,
                mode=mode,
                own=own,
                reading=reading,
                release_rule=release or (Attempt.Release.AT_ONCE if practice else Attempt.Release.BY_HAND),
                frozen={"items": frozen}
                | ({"certainty": True} if sure else {})
                | ({} if plan is None else {"plan": plan}),
                max_points=counting.most(frozen, sure=sure, graded_by_hand=not practice),
                **({} if practice else _clock(quiz)),
            )
    except IntegrityError:
        begun = open_own(user, quiz)
        if begun is None:
            raise
        return begun


def open_practice(user, quiz) -> Attempt | None:
    """The person's practice of this quiz that is not finished; without a quiz, the free practice."""
    return Attempt.objects.visible_to(user).practice().open().filter(quiz=quiz).first()


def open_own(user, quiz) -> Attempt | None:
    """What the person has begun alone and not finished, and still has time for."""
    begun = Attempt.objects.visible_to(user).own().open().filter(quiz=quiz).first()
    return None if begun is None or begun.end_if_over() else begun


def new_seed() -> int:
    """A seed nobody can guess."""
    return secrets.randbelow(2**31)


def _refuse_if_used_up(user, quiz) -> None:
    if quiz.attempts_allowed is None:
        return
    used = Attempt.objects.visible_to(user).own().filter(quiz=quiz).count()
    if used >= quiz.attempts_allowed:
        raise CannotStart(
            f"Du har brugt alle {quiz.attempts_allowed} forsøg. Dine resultater står nedenfor."
            if quiz.attempts_allowed > 1
            else "Du har brugt dit ene forsøg. Resultatet står nedenfor."
        )


def _clock(quiz) -> dict:
    """The server's clock: when the time is out, and until when answers are still taken."""
    if quiz is None or not quiz.minutes:
        return {}
    now = timezone.now()
    ends = now + timedelta(minutes=quiz.minutes)
    return {"started_at": now, "ends_at": ends, "closes_at": ends + timedelta(seconds=quiz.grace_seconds)}


def _frozen(place, number, seed, reading, quiz) -> dict:
    own = chance.of(seed, number).randrange(2**31)
    try:
        frozen = freezing.freeze(place.question, own, reading, shuffle=quiz.shuffle)
    except generated.CannotAsk as error:
        log.warning("question %s cannot be asked: %s", place.question.uid, error)
        raise CannotStart(
            f"Spørgsmålet »{place.question.title}« kan ikke dannes. Sig det til din underviser; "
            "intet er gået tabt."
        ) from error
    if place.heading:
        frozen["heading"] = place.heading
    return frozen | ({"certainty": True} if quiz.certainty else {})
