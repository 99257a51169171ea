"""A person who signs in with an e-mail address."""

from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, Group, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.utils import timezone

TEACHERS = "Undervisere"
EDITORS = "Redaktører"
GROUPS = (TEACHERS, EDITORS)


class UserManager(BaseUserManager["User"]):
    """Makes users from an address; there is no user name."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user with this address, always written in lower case."""
        if not email:
            raise ValueError("En bruger skal have en e-mailadresse.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user who may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def with_groups(self) -> models.QuerySet["User"]:
        """The people, each known to be in the groups of the house or not, so that nobody asks again."""
        theirs = Group.objects.filter(user=models.OuterRef("pk"))
        named = {
            f"in_{number}": models.Exists(theirs.filter(name=name)) for number, name in enumerate(GROUPS)
        }
        return self.annotate(**named)


class User(AbstractBaseUser, PermissionsMixin):
    """A student, a teacher or an administrator."""

    email = models.EmailField("e-mailadresse", unique=True)
    name = models.CharField("navn", max_length=150)
    is_staff = models.BooleanField("må bruge administrationen", default=False)
    is_active = models.BooleanField("kan logge ind", default=True)
    is_demo = models.BooleanField("demobruger", default=False, editable=False)
    date_joined = models.DateTimeField("oprettet", default=timezone.now, editable=False)
    erased_at = models.DateTimeField("slettet", null=True, blank=True, editable=False)

    # What the apps above remember of the one who is signed in, as long as the request lasts.
    kept: dict[str, Any] | None = None

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = "bruger"
        verbose_name_plural = "brugere"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_ignores_case"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @cached_property
    def group_names(self) -> frozenset[str]:
        """Which of the groups of the house the person is in."""
        known = [getattr(self, f"in_{number}", None) for number, _ in enumerate(GROUPS)]
        if None not in known:
            return frozenset(name for name, is_in in zip(GROUPS, known, strict=True) if is_in)
        return frozenset(self.groups.filter(name__in=GROUPS).values_list("name", flat=True))

    def get_full_name(self) -> str:
        """The name as the person wrote it."""
        return self.name

    def get_short_name(self) -> str:
        """The first of the names."""
        return self.name.split(" ")[0]


def display_name(user: User) -> str:
    """The name that mails use."""
    return user.name


class SignedIn(HttpRequest):
    """A request behind `login_required`, for the type checker."""

    user: User
