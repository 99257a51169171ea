"""What every piece of content has in common, whoever wrote it and wherever it lives."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.http import Http404
from simple_history.models import HistoricalRecords

from authoring import registry
from authoring.roles import is_editor


def seen_by(user, at=""):
    """The condition that the content found at `at` is published and shared, the person's own, or their teachers'."""
    finished = Q(**{f"{at}status": ContentItem.PUBLISHED, f"{at}retired_at": None})
    theirs = Q(**{f"{at}owner": None}) | Q(**{f"{at}owner__in": registry.owners_read_by(user)})
    return finished & theirs


class ContentQuerySet(models.QuerySet):
    """Content narrowed to what a person may read or change."""

    def current(self):
        """What has not been retired."""
        return self.filter(retired_at=None)

    def published(self):
        """What is finished and has not been retired."""
        return self.current().filter(status=ContentItem.PUBLISHED)

    def shared(self):
        """What belongs to the house and not to one teacher."""
        return self.filter(owner=None)

    def visible_to(self, user):
        """Published content that is shared, the person's own, or their teachers' own."""
        return self.filter(seen_by(user)) if user.is_authenticated else self.none()

    def editable_by(self, user):
        """An editor's shared content and everybody's own; all of it for a superuser."""
        if not user.is_authenticated:
            return self.none()
        if user.is_superuser:
            return self
        if is_editor(user):
            return self.filter(Q(owner=None) | Q(owner=user))
        return self.filter(owner=user)

    def readable_by(self, user):
        """For the admin: what the person may read there, drafts and retired only if editable."""
        if user.is_superuser:
            return self
        return self.filter(
            Q(pk__in=self.model.objects.editable_by(user).values("pk"))
            | Q(pk__in=self.model.objects.visible_to(user).values("pk"))
        )

    def find_or_404(self, slug):
        """The item at this address, or the one that used to have it.

        The caller compares the slugs and redirects when they differ.
        """
        item = self.filter(slug=slug).first()
        if item is None:
            moved = OldSlug.objects.filter(kind=self.model._meta.label_lower, slug=slug)
            item = self.filter(uid__in=moved.values("uid")).first()
        if item is None:
            raise Http404("Siden findes ikke, eller du har ikke adgang til den.")
        return item


class ContentItem(models.Model):
    """One thing that an author edits on one page: a section, a term, a case, a question."""

    DRAFT = "draft"
    PUBLISHED = "published"
    STATUSES = {DRAFT: "Kladde", PUBLISHED: "Udgivet"}

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField("adresse", max_length=80, unique=True)
    title = models.CharField("titel", max_length=160)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="ejer",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Uden ejer er indholdet fælles og rettes af redaktørerne.",
    )
    status = models.CharField("status", max_length=10, choices=STATUSES, default=DRAFT)
    retired_at = models.DateTimeField("udgået", null=True, blank=True, editable=False)
    file_digest = models.CharField(max_length=64, blank=True, editable=False)
    source_path = models.CharField(max_length=250, blank=True, editable=False)
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    updated_at = models.DateTimeField("ændret", auto_now=True)

    slug_in_database = None
    history = HistoricalRecords(inherit=True)
    objects = ContentQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["draft", "published"]),
                name="%(app_label)s_%(class)s_known_status",
            )
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        """Save, and leave a forwarding address when the slug changed."""
        before = self.slug_in_database
        super().save(*args, **kwargs)
        if before and before != self.slug:
            OldSlug.remember(self, before)
        self.slug_in_database = self.slug
        registry.saved(self)

    @classmethod
    def from_db(cls, db, field_names, values):
        item = super().from_db(db, field_names, values)
        item.slug_in_database = item.slug if "slug" in field_names else None
        return item

    @property
    def is_published(self):
        return self.status == self.PUBLISHED and self.retired_at is None

    def copy_children(self, copy):
        """Bring along what hangs on the item when it is copied; nothing unless a kind says so."""

    def may_be_changed_by(self, user):
        """Whether this person may save over this item: `editable_by` for one, without a query."""
        if not user.is_authenticated:
            return False
        if self.owner_id is None:
            return is_editor(user)
        return user.is_superuser or self.owner_id == user.pk


class OldSlug(models.Model):
    """An address that an item used to have; visitors are sent on."""

    kind = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80)
    uid = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="authoring_one_owner_of_an_old_slug")
        ]

    def __str__(self):
        return f"{self.kind}: {self.slug}"

    @classmethod
    def remember(cls, item, slug):
        """Send visitors of the old address to this item, and free its new one."""
        kind = item._meta.label_lower
        cls.objects.filter(kind=kind, slug=item.slug).delete()
        cls.objects.update_or_create(kind=kind, slug=slug, defaults={"uid": item.uid})
