"""Keeping the entries of the search fresh: when an item is saved, and all of them after a load."""

from functools import partial

from lessons import registry
from lessons.models import SearchEntry
from lessons.search import words

WRITTEN = ["item", "title", "place", "url", "parts", "title_words", "name_words", "words"]


def keep(item):
    """Write the entry of an item that was saved; take it out when nobody reads the item any more."""
    kind = next((kind for kind in registry.search_kinds() if kind.model is type(item)), None)
    if kind is None:
        return
    if item.is_published:
        _write([_entry(kind, str(item.pk), item)])
    else:
        SearchEntry.objects.filter(kind=kind.name, key=str(item.pk)).delete()
    for below in kind.below(item):
        keep(below)


def rebuild():
    """Write every entry anew, and take out those of what is gone."""
    entries = [_entry(kind, key, thing) for kind in registry.search_kinds() for key, thing in _things(kind)]
    kept = {(entry.kind, entry.key) for entry in entries}
    known = SearchEntry.objects.values_list("pk", "kind", "key")
    gone = [pk for pk, *name in known if tuple(name) not in kept]
    SearchEntry.objects.filter(pk__in=gone).delete()
    _write(entries)


def _things(kind):
    if kind.model is None:
        return kind.things()
    items = kind.model.objects.published().select_related(*kind.related)
    return ((str(item.pk), item) for item in items)


def _write(entries):
    SearchEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["kind", "key"], update_fields=WRITTEN, batch_size=50
    )


def _entry(kind, key, thing):
    page = kind.page(thing)
    searchable = partial(words.searchable, acts={*page.acts})
    return SearchEntry(
        kind=kind.name,
        key=key,
        item=thing.pk if kind.model else None,
        title=page.title,
        place=page.place,
        url=page.url,
        parts=[list(part) for part in page.parts],
        title_words=searchable(page.title),
        name_words=searchable("\n".join(page.names)),
        words=searchable(
            "\n".join([*(f"{heading}\n{text}" for _, heading, text in page.parts), page.unseen])
        ),
    )
