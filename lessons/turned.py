"""The reading to which a person has turned the book: pensum, or gældende ret."""

from authoring.registry import reading_of
from rules.reading import PENSUM, TITLES

NAME = "retsgrundlag"
KEPT = "book_turned_to"


def turned_to(request):
    """The person's own choice as long as the session lasts; else the reading of the person's course."""
    chosen = getattr(request, "session", {}).get(KEPT)
    if chosen in TITLES:
        return chosen
    user = getattr(request, "user", None)
    return reading_of(user) if user and user.is_authenticated else PENSUM


def turn(request, reading):
    """Turn the book; whoever asks for a reading that is none leaves it as it is."""
    if reading in TITLES and request.session.get(KEPT) != reading:
        request.session[KEPT] = reading


def switch(request):
    """What the line about it says: the reading now, and the one to turn to."""
    now = turned_to(request)
    other = next(key for key in TITLES if key != now)
    return {"now": now, "title": TITLES[now], "other": other, "other_title": TITLES[other], "name": NAME}
