"""What a person is told of a course, in the app and by mail."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.lookups import IsNull
from django.urls import reverse
from django.utils import timezone

from courses.models.course import Membership


class MessageQuerySet(models.QuerySet):
    """Messages; each belongs to one person alone."""

    def for_person(self, user) -> Self:
        """What the person is told."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def unread(self) -> Self:
        """What nobody has opened yet."""
        return self.filter(read_at=None)

    def for_list(self) -> Self:
        """The unread first, then the newest; with whether the person is still in the course."""
        member = Membership.objects.filter(course=OuterRef("course"), user=OuterRef("user"))
        listed = self.select_related("course", "assignment").annotate(is_member=Exists(member))
        return listed.order_by(IsNull(F("read_at"), False), "-created_at", "-pk")

    def to_mail(self, now) -> Self:
        """What is to be mailed now, the longest waiting first, and nothing to an account that is closed."""
        waiting = self.filter(Q(user=None) | Q(user__is_active=True), mail_from__lte=now)
        return waiting.select_related("user", "assignment", "course").order_by("mail_from", "pk")


class Message(models.Model):
    """One thing that one person is told. The row is the outbox, too: `mail_from` says when to mail it next."""

    class Kind(models.TextChoices):
        """What it is about."""

        INVITATION = "invitation", "Invitation til et hold"
        DUE = "due", "Frist inden for et døgn"
        RELEASED = "released", "Resultat, der er klar"
        REGRADED = "regraded", "Opgave, der er bedømt om"
        CHANGED = "changed", "Point, som en underviser har ændret"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # What happened and to whom: written twice, it is one message.
    key = models.CharField(max_length=330, unique=True)
    kind = models.CharField(max_length=10, choices=Kind)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="course_messages"
    )
    # Who is invited and has no account.
    address = models.EmailField(blank=True)
    name = models.CharField(max_length=150, blank=True)
    course = models.ForeignKey("courses.Course", models.CASCADE, related_name="messages")
    assignment = models.ForeignKey(
        "courses.Assignment", models.CASCADE, null=True, blank=True, related_name="messages"
    )
    subject = models.CharField(max_length=250)
    text = models.TextField()
    # Shown in the app alone.
    reason = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    # None: mailed, given up or not to be mailed at all.
    mail_from = models.DateTimeField(null=True, blank=True)
    mail_until = models.DateTimeField(null=True, blank=True)
    emailed_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, address="") | (Q(user=None) & ~Q(address="")),
                name="message_to_a_person_or_an_address",
            ),
        ]
        indexes = [
            models.Index(fields=["user", "created_at"], name="messages_of_a_person"),
            models.Index(fields=["user"], condition=Q(read_at=None), name="messages_unread"),
            models.Index(fields=["mail_from"], condition=Q(mail_from__isnull=False), name="messages_to_mail"),
        ]
        verbose_name = "besked"
        verbose_name_plural = "beskeder"

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        """The page that the message is about: the assignment, or the way into the course."""
        if self.assignment:
            return self.assignment.get_absolute_url()
        return reverse("courses:join" if self.user_id else "account_signup")

    @property
    def may_follow(self) -> bool:
        """Whether the page is there for the person, who may have left the course; needs `for_list`."""
        return getattr(self, "is_member", False) or self.kind == self.Kind.INVITATION

    @property
    def recipient(self) -> str:
        """The address that it is mailed to."""
        return self.user.email if self.user else self.address


# Every other kind concerns a mark, and a student has a short time to complain of one.
OPTIONAL = (Message.Kind.DUE, Message.Kind.INVITATION)


class MutedKind(models.Model):
    """A kind of message that the person does not want by mail; in the app it comes all the same."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="muted_kinds")
    kind = models.CharField(max_length=10, choices=Message.Kind)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "kind"], name="muted_once"),
            models.CheckConstraint(condition=Q(kind__in=OPTIONAL), name="muted_concerns_no_mark"),
        ]
        verbose_name = "fravalgt mail"
        verbose_name_plural = "fravalgte mails"

    def __str__(self):
        return f"{self.user}, {self.get_kind_display()}"
