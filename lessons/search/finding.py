"""From what a person typed to what the person may read, grouped by kind, the best first."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from lessons import registry
from lessons.linking import OFF
from lessons.models import SearchEntry, Term
from lessons.search import words
from lessons.search.databases import ranked
from lessons.search.excerpts import Marker

LONGEST_QUERY = 200
MOST = 200
SHOWN = 5


@dataclass(frozen=True)
class Hit:
    """One result as it is printed."""

    title: str
    url: str
    place: str
    heading: str
    excerpt: str


@dataclass(frozen=True)
class Group:
    """The results of one kind: the first of them, and how many there are."""

    kind: str
    title: str
    hits: list[Hit]
    count: int

    @property
    def more(self):
        """How many are not shown."""
        return self.count - len(self.hits)


@dataclass(frozen=True)
class Tier:
    """Lists of words of which one must be there whole; what an earlier tier has found stands before this one's."""

    alternatives: list[list[str]]
    beginnings: bool = False
    only_if_none: bool = False


class Search:
    """What one person finds with one query; `only` is a kind of which all is shown."""

    def __init__(self, user, query, only=""):
        self.user = user
        self.query = " ".join("".join(sign for sign in query if sign.isprintable()).split())[:LONGEST_QUERY]
        kinds = registry.search_kinds()
        self.kinds = [kind for kind in kinds if kind.name == only] or kinds
        self.only = only if len(self.kinds) < len(kinds) else ""

    @cached_property
    def tiers(self):
        """What is tried in turn: the words, words that begin so, what they are also called, any of the words."""
        if cited := words.provisions_of(self.query):
            return [Tier([[word] for word in cited])]
        asked = words.words_of(self.query)
        if not asked:
            return []
        tiers = [Tier([asked]), Tier([asked], beginnings=True)]
        if names := self._also_called(asked):
            tiers.append(Tier(names))
        if len(asked) > 1:
            tiers.append(Tier([[word] for word in asked], only_if_none=True))
        return tiers

    def _also_called(self, asked):
        """The other names of the term that the whole query is a form of: forældrekøb, forældrekaution."""
        found = []
        for title, forms in Term.objects.visible_to(self.user).values_list("title", "forms"):
            names = [tuple(words.words_of(form.lstrip(OFF))) for form in (title, *forms)]
            if tuple(asked) in names:
                found += [list(name) for name in dict.fromkeys(names) if name and list(name) != asked]
        return found

    @cached_property
    def groups(self):
        """The results by kind; who asks for a provision gets the provisions first."""
        found = self._found()
        first = "provision" if words.provisions_of(self.query) else ""
        kinds = sorted(self.kinds, key=lambda kind: kind.name != first)
        shown = {kind: [pk for pk, name in found.items() if name == kind.name] for kind in kinds}
        limit = MOST if self.only else SHOWN
        entries = SearchEntry.objects.defer("title_words", "name_words", "words").in_bulk(
            [pk for pks in shown.values() for pk in pks[:limit]]
        )
        marker = Marker({word for tier in self.tiers for all_of in tier.alternatives for word in all_of})
        return [
            Group(
                kind.name,
                kind.title,
                [_hit(entries[pk], marker) for pk in pks[:limit] if pk in entries],
                len(pks),
            )
            for kind, pks in shown.items()
            if pks
        ]

    def _found(self):
        """{pk: kind} of what is found, the best first; each tier adds to those before it."""
        found, keys = {}, {}
        for tier in self.tiers:
            if not (tier.only_if_none and keys):
                keys |= dict.fromkeys(ranked(tier.alternatives, tier.beginnings))
        if keys:
            kinds = dict(self._visible().filter(pk__in=keys).values_list("pk", "kind"))
            found = {pk: kinds[pk] for pk in keys if pk in kinds}
        return found

    def _visible(self):
        """The entries of what this person may read."""
        may = Q(pk__in=[])
        for kind in self.kinds:
            of_kind = Q(kind=kind.name)
            if kind.model is not None:
                of_kind &= Q(item__in=kind.model.objects.visible_to(self.user).order_by().values("pk"))
            may |= of_kind
        return SearchEntry.objects.filter(may)

    @property
    def count(self):
        """How much was found."""
        return sum(group.count for group in self.groups)


def _hit(entry, marker):
    anchor, heading, text, hits = marker.best(entry.parts)
    return Hit(
        title=marker.marked(entry.title),
        url=f"{entry.url}#{anchor}" if anchor and hits else entry.url,
        place=entry.place,
        heading=heading if hits else "",
        excerpt=marker.excerpt(text, hits),
    )
