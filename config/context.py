"""What the top bar shows: the doors that are open to this person, and where the person stands."""

from functools import cache, cached_property
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from accounts.access import is_teacher
from courses.context import course_of


class Door(NamedTuple):
    """An entry of the top bar; `current` is what aria-current says of it."""

    name: str
    url: str
    current: str


DOORS = (
    ("Lær", "/laer/", ("/laer/", "/begreber/", "/tjeklister/")),
    ("Cases", "/cases/", ("/cases/",)),
    ("Quiz", "/quiz/", ("/quiz/",)),
    ("Øv", "/oev/", ("/oev/",)),
    ("Regler", "/regler/", ("/regler/", "/beregnere/")),
    ("Lov", "/lov/", ("/lov/",)),
)
TEACHING = ("Undervisning", "/undervisning/", ("/undervisning/",))
MESSAGES = "/beskeder/"
ADMINISTRATION = ("Administration", "/admin/", ("/admin/",))


class TopBar:
    """Asked for by the templates that draw it, so that a swapped part costs no query."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def doors(self) -> list[Door]:
        """The entries, with the one where the person is marked."""
        doors = [*DOORS]
        if is_teacher(self.request.user):
            doors.append(TEACHING)
        if self.request.user.is_staff:
            doors.append(ADMINISTRATION)
        return [
            Door(name, url, self._current(url, below)) for name, url, below in doors if _leads_somewhere(url)
        ]

    @cached_property
    def course(self) -> str:
        """The course that the person joined last."""
        return str(course_of(self.request.user) or "")

    @property
    def unread(self) -> int:
        """How many messages the person has not opened; it comes along with the person."""
        return getattr(self.request.user, "unread_count", 0)

    @property
    def at_messages(self) -> str:
        """What aria-current says of the way to the messages."""
        return self._current(MESSAGES, (MESSAGES,))

    def _current(self, url: str, below: tuple[str, ...]) -> str:
        path = self.request.path
        if path == url:
            return "page"
        return "true" if path.startswith(below) else ""


@cache
def _leads_somewhere(url: str) -> bool:
    try:
        resolve(url)
    except Resolver404:
        return False
    return True


def top_bar(request: HttpRequest) -> dict[str, TopBar]:
    """The context processor."""
    return {"top_bar": TopBar(request)}
