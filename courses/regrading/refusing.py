"""Why nothing of a grading anew was changed."""


class Refused(Exception):
    """Nothing was changed; the message says why, and what to do."""
