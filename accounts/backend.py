"""Who is signed in, with the person's groups, in one query a request."""

from allauth.account.auth_backends import AuthenticationBackend

from accounts.models import User


class Backend(AuthenticationBackend):
    """Signs in by e-mail address, on the pages and in the administration."""

    def get_user(self, user_id: int) -> User | None:
        """The person of a session, unless the account is closed."""
        person = User.objects.with_groups().filter(pk=user_id).first()
        if person is None or not self.user_can_authenticate(person):
            return None
        person.kept = {}
        return person
