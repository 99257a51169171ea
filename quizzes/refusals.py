"""Why an answer or a hand-in is not taken: a status for the browser and a sentence for the student."""


class Refused(Exception):
    """Nothing was saved; the message says what happened, what is kept and what to do."""

    status = 409


class Stale(Refused):
    """The page was older than what is saved."""


class Closed(Refused):
    """No more answers are taken."""


class CannotStart(Refused):
    """No questions can be asked now."""
