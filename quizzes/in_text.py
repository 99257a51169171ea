"""Questions in the text of a section, made from a ticket: to show one asks the database nothing.

The ticket is the question's address. It is signed and names topic, reading and person; the seed comes from its
number and the site's secret, so that nobody can make the question, and its answer, from what the page holds.
"""

from contextlib import suppress
from dataclasses import astuple, dataclass, replace
from functools import lru_cache
from typing import Self
from uuid import UUID, uuid4

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

import rules
from quizzes import chance, freezing, generated
from quizzes.answering import save
from quizzes.forms import Seen
from quizzes.items import Item
from quizzes.knowing import noting
from quizzes.models import Attempt
from quizzes.refusals import Refused
from rules.reading import PENSUM

SALT = "quizzes.in_text"
TITLE = "I teksten"
# What comes with a page is drawn from a few seeds, so that pages are quick; every new one from all seeds.
WITH_A_PAGE, ALL = 8, 2**31
TRIES = 3


class BadTicket(Refused):
    """The address is not one that we gave this person, or the rule has changed since."""

    status = 422


@dataclass(frozen=True)
class Ticket:
    """One question for one person.

    back     the page on which it stands; number its block there
    is_new   asked for by itself, not come with a page
    """

    uuid: str
    user: int
    topic: str
    version: str
    kind: str
    reading: str
    back: str
    number: int
    is_new: bool = False

    @classmethod
    def make(cls, user, topic: str, *, kind="", reading=PENSUM, back: str, number=1) -> Self:
        """A ticket for the question that comes with a page."""
        version = str(rules.topic(topic).version)
        return cls(uuid4().hex, user.pk, topic, version, kind, reading, back, number)

    @classmethod
    def read(cls, signed: str, user) -> Self:
        """The ticket of this person. Raises `BadTicket`."""
        with suppress(signing.BadSignature, TypeError, rules.UnknownTopic):
            ticket = cls(*signing.loads(signed, salt=SALT))
            if ticket.user == user.pk and ticket.version == str(rules.topic(ticket.topic).version):
                return ticket
        raise BadTicket(
            "Adressen passer ikke til et spørgsmål, der er stillet til dig, eller reglen er ændret siden. "
            "Intet svar er gemt. Åbn afsnittet igen, så står der et nyt spørgsmål."
        )

    @property
    def signed(self) -> str:
        """The ticket as it stands in the address."""
        return signing.dumps(astuple(self), salt=SALT, compress=True)

    @property
    def title(self) -> str:
        """What the question is about."""
        return rules.topic(self.topic).title

    @property
    def name(self) -> str:
        """The id of the question on its page, and the address of its place there."""
        return f"spm-{self.number}"

    @property
    def place(self) -> str:
        """Where in the text the question stands."""
        return f"{self.back}#{self.name}"

    def get_absolute_url(self) -> str:
        """The page of this question alone, to which its answer is posted."""
        return reverse("quizzes:in_text", args=[self.signed])

    def another(self) -> Self:
        """A ticket for a new question of the same kind at the same place."""
        return replace(self, uuid=uuid4().hex, is_new=True)

    def item(self) -> Item:
        """The question. Raises `CannotAsk`."""
        seed = int(self._secret("seed"), 16) % (ALL if self.is_new else WITH_A_PAGE)
        frozen = made(self.topic, self.kind, self.reading, seed)
        options = [{**option, "key": self._secret(option["text"])[:8]} for option in frozen["options"]]
        return Item({**frozen, "key": self.uuid[:8], "options": options}, 1)

    def _secret(self, what: str) -> str:
        return salted_hmac(SALT, f"{self.uuid}:{what}").hexdigest()


@lru_cache(maxsize=2048)
def made(topic: str, kind: str, reading: str, seed: int) -> dict:
    """The frozen question; to be read only, for the next reader gets the same one.

    Without a kind it is drawn, too. Raises `CannotAsk`.
    """
    random = chance.of(topic, kind, seed)
    known = [ask.key for ask in generated.askable(rules.topic(topic), reading)]
    for ask in [kind] * TRIES if kind else random.sample(known, len(known)):
        with suppress(generated.CannotAsk):
            question = generated.make_in(topic, ask, random.randrange(ALL), reading)
            used = question.made_from["reading"]
            return freezing.of_generated(question) | ({"reading": used} if used != reading else {})
    raise generated.CannotAsk(f"Emnet {topic} giver ikke noget spørgsmål her.")


def answered(ticket: Ticket, user) -> Attempt | None:
    """The attempt in which this question was answered."""
    return Attempt.objects.visible_to(user).filter(pk=UUID(ticket.uuid)).first()


def answer(ticket: Ticket, user, item: Item, chosen: list[str]) -> Attempt:
    """Keep the answer as practice, a round of one question. The first answer counts, however often it is sent."""
    now, points = timezone.now(), item.points(chosen)
    with transaction.atomic():
        attempt, is_first = Attempt.objects.get_or_create(
            pk=UUID(ticket.uuid),
            defaults={
                "user": user,
                "title": f"{TITLE}: {ticket.title}",
                "seed": item.made_from["seed"],
                "reading": ticket.reading,
                "frozen": {"items": [item.data]},
                "started_at": now,
                "submitted_at": now,
                "released_at": now,
                "points": points,
                "max_points": 1,
                "total": points,
            },
        )
        if is_first:
            noting.note(attempt, [save(attempt, item, chosen, Seen(0, ""))])
    return attempt
