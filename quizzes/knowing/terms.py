"""The terms of the book: where each is taught, and questions that ask for one.

A question of the bank that names the term asks for it; so does the term's own meaning, with other terms as wrong
answers. Of these none may fit the meaning as well: two terms that name each other, send the reader to each other
or share a form never stand in one question.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from random import Random

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from lessons.linking import OFF
from lessons.models import Section, Term
from lessons.rendering import linked_terms, mentioned
from quizzes import freezing
from quizzes.kinds.keys import new_key
from quizzes.models import Question

WRONG, FEWEST_WRONG = 3, 2
SAID = ("forms", "meaning", "example", "see_also")
SENTENCES = re.compile(r"(?<=[.?])\s+(?=[A-ZÆØÅ])")


@dataclass
class Taught:
    """A section, and the terms that it is the place to read about."""

    section: Section
    terms: list[Term]


class Terms:
    """The terms that one person may read, with the sections that teach them."""

    def __init__(self, user) -> None:
        """Nothing is read before it is needed."""
        self.user = user

    @cached_property
    def all(self) -> dict[str, Term]:
        """Every term by its address."""
        visible = Term.objects.visible_to(self.user)
        return {term.slug: term for term in visible.only("slug", "title", *SAID)}

    @cached_property
    def taught(self) -> list[Taught]:
        """The sections in the order of the book, each term where its author links to it, else where it is met first."""
        sections = list(
            Section.objects.visible_to(self.user)
            .select_related("chapter")
            .only("slug", "title", "parts", "topics", "chapter__slug")
            .order_by("chapter__order", "order", "title")
        )
        home: dict[str, Section] = {}
        for found in (linked_terms, lambda parts: mentioned(parts)[0]):
            for section in sections:
                for slug in found(section.parts):
                    home.setdefault(slug, section)
        by_section: dict[int, list[Term]] = {section.pk: [] for section in sections}
        for slug, section in home.items():
            if slug in self.all:
                by_section[section.pk].append(self.all[slug])
        return [Taught(section, by_section[section.pk]) for section in sections if by_section[section.pk]]

    @cached_property
    def home(self) -> dict[str, Taught]:
        """Where each term is taught; a term that no section mentions has no place."""
        return {term.slug: taught for taught in self.taught for term in taught.terms}

    def askable(self, topic: str = "") -> list[str]:
        """The terms that can be asked for by their meaning; with a topic those of the sections that teach it."""
        found = list(self.all.values())
        if topic:
            found = [term for one in self.taught if topic in one.section.topics for term in one.terms]
        return [term.slug for term in found if clue(term)]

    def questions(self, slugs: Iterable[str], random: Random, reading: str) -> dict[str, dict]:
        """A question for each of these terms, as one student will see it: of the bank, or by its meaning.

        A term beside which too few others can stand has none.
        """
        wanted = list(slugs)
        bank = list(_asking(wanted)) if wanted else []
        made = {slug: self._question(slug, bank, random, reading) for slug in wanted}
        return {slug: question for slug, question in made.items() if question}

    def _question(self, slug: str, bank: list[Question], random: Random, reading: str) -> dict | None:
        written = [question for question in bank if slug in question.terms]
        if random.randrange(len(written) + 1):
            return freezing.freeze(random.choice(written), random.randrange(2**31), reading, shuffle=True)
        return self.by_meaning(slug, random)

    def by_meaning(self, slug: str, random: Random) -> dict | None:
        """The question which term the meaning describes, with wrong answers from near in the book."""
        term, home = self.all[slug], self.home.get(slug)
        wrong = {other.title: other for other in self.all.values() if not _are_close(term, other)}.values()
        if len(wrong) < FEWEST_WRONG:
            return None
        # The nearest first: the same section, the same chapter, the rest of the book.
        by_chance = random.sample(list(wrong), len(wrong))
        chosen = sorted(by_chance, key=lambda other: self._distance(home, other))[:WRONG]
        options = [_option(one, term) for one in (term, *chosen)]
        return {
            "key": new_key(),
            "kind": "single",
            "text": f"Hvilket begreb er beskrevet her? »{clue(term)}«",
            "remark": f"Et eksempel på det rigtige begreb: {term.example}" if term.example else "",
            "provisions": [],
            "topics": [],
            "terms": [slug],
            "section": home.section.get_absolute_url() if home else "",
            "options": random.sample(options, len(options)),
        }

    def _distance(self, home: Taught | None, other: Term) -> int:
        there = self.home.get(other.slug)
        if home is None or there is None:
            return 2
        return 0 if there is home else 1 + (there.section.chapter_id != home.section.chapter_id)


def _asking(slugs: Iterable[str]) -> Iterable[Question]:
    """The shared questions that ask for one of the terms and that a machine can judge.

    A teacher's own are left alone: they may be kept for a test.
    """
    named = Q()
    for slug in slugs:
        named |= Q(of__contains=f'"{slug}"')
    shared = Question.objects.published().shared().annotate(of=Cast("terms", TextField()))
    return shared.filter(named).exclude(kind__in=["argument", "generated"]).prefetch_related("options")


def clue(term: Term) -> str:
    """What is said of the term, without the sentences that name it; empty where the first of them does."""
    return _clue(term.meaning, _called(term))


@lru_cache(1000)
def _clue(meaning: str, called: tuple[str, ...]) -> str:
    names = _pattern(called).search
    first, *more = SENTENCES.split(" ".join(meaning.split()))
    return "" if names(first) else " ".join([first, *(one for one in more if not names(one))])


def _called(term: Term) -> tuple[str, ...]:
    return tuple(form.lstrip(OFF).lower() for form in (term.title, *term.forms))


@lru_cache(1000)
def _pattern(called: tuple[str, ...]) -> re.Pattern:
    """One of these forms, also as the beginning of a longer word."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, called))})", re.IGNORECASE)


def _are_close(one: Term, other: Term) -> bool:
    """Whether they are one, or one of them is named, pointed at or called the same by the other."""
    forms = _called(one), _called(other)
    return (
        other.slug in {one.slug, *one.see_also}
        or one.slug in other.see_also
        or not set(forms[0]).isdisjoint(forms[1])
        or bool(_pattern(forms[1]).search(one.meaning))
        or bool(_pattern(forms[0]).search(other.meaning))
    )


def _option(one: Term, right: Term) -> dict:
    said = " ".join(one.meaning.split())
    remark = said if one == right else f"Du har valgt {one.title}: {said[:1].lower()}{said[1:]}"
    return {"key": new_key(), "text": one.title, "right": one == right, "remark": remark}
