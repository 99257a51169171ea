"""A copy of somebody else's content, to make one's own of."""

import uuid

from django.db import transaction

NOT_COPIED = {"id", "uid", "slug", "title", "owner", "status", "retired_at", "file_digest", "source_path"}
NOT_COPIED |= {"created_at", "updated_at"}


@transaction.atomic
def copy_for(item, user):
    """A draft of the person's own with the same content; `copy_children` brings what hangs on it."""
    model = type(item)
    fields = [field for field in model._meta.concrete_fields if field.name not in NOT_COPIED]
    copy = model(
        uid=uuid.uuid4(),
        slug=free_slug(model, f"{item.slug[:70]}-kopi"),
        title=f"{item.title[:150]} (kopi)",
        owner=user,
        status=model.DRAFT,
        **{field.name: getattr(item, field.name) for field in fields if not field.unique},
    )
    copy.save()
    item.copy_children(copy)
    return copy


def free_slug(model, wanted):
    """The wanted slug, or the first numbered one that nobody has."""
    taken = set(model.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug
