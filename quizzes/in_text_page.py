"""What a question in the text shows: its form, or what is said of the answer."""

from collections.abc import Sequence
from functools import cached_property

from quizzes import drafts
from quizzes.forms import AnswerForm
from quizzes.in_text import Ticket
from quizzes.items import Item
from quizzes.models import Attempt
from quizzes.models.bank import READINGS
from quizzes.pages import Feedback


class TextQuestion:
    """One question in the text, in its place or on a page of its own.

    data: what was sent, or None; lost: the choice that was lost with the session; attempt: where it is answered.
    """

    def __init__(self, ticket: Ticket, data=None, lost: Sequence[str] = ()):
        """Make the question. Raises `CannotAsk`."""
        self.ticket, self.item = ticket, ticket.item()
        self.attempt: Attempt | None = None
        self.form = AnswerForm(self.item, data, whole=True)
        # Any number of them stand on one page.
        self.form.auto_id = f"{ticket.name}-%s"
        self.message = drafts.NOTICE if lost else ""
        if lost:
            self.form.choose(lost)

    @property
    def shown(self) -> Item:
        """The question as it was answered, else as it is asked."""
        return self.attempt.items[0] if self.attempt else self.item

    @property
    def reading(self) -> str:
        """The reading that decides the question, as printed."""
        return READINGS[self.shown.reading or self.ticket.reading].lower()

    @cached_property
    def address(self) -> str:
        """Where the answer is posted."""
        return self.ticket.get_absolute_url()

    @cached_property
    def address_of_another(self) -> str:
        """Where a new question of the same kind is."""
        return self.ticket.another().get_absolute_url()

    @property
    def feedback(self) -> Feedback | None:
        """What is said of the answer."""
        return Feedback(self.shown, self.attempt.answers.get(self.shown.key)) if self.attempt else None
