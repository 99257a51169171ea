"""Who is signed in, with the person's groups and what every page shows, in one query a request."""

from functools import cache

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from accounts.models import User
from accounts.registry import known


@cache
def _people() -> QuerySet[User]:
    """Everybody with their groups and what every page shows; kept unasked, because every request begins with it."""
    return User.objects.with_groups().annotate(**known())


class Backend(AuthenticationBackend):
    """Signs in by e-mail address, on the pages and in the administration."""

    def get_user(self, user_id: int) -> User | None:
        """The person of a session, unless the account is closed."""
        person = next(iter(_people().filter(pk=user_id)), None)
        if person is None or not self.user_can_authenticate(person):
            return None
        person.kept = {}
        return person
