"""The end of an account: the person becomes unrecognisable, the graded work stays under a number."""

from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.registry import personal_data


@transaction.atomic
def erase(user: User) -> None:
    """Let every part of the site let go of the person, then take away name, address and way in."""
    for part in personal_data():
        part.erase(user)
    user.name = f"Slettet bruger {user.pk}"
    user.email = f"slettet-{user.pk}@slettet.invalid"
    user.set_unusable_password()
    user.is_active = user.is_staff = user.is_superuser = user.is_demo = False
    user.last_login = None
    user.erased_at = timezone.now()
    user.save()
    user.groups.clear()
    user.user_permissions.clear()
    EmailAddress.objects.filter(user=user).delete()
    # The administration's journal quotes the name of the user that somebody edited.
    journal = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk)
    )
    journal.update(object_repr=user.name)
