r"""The links that a text gets by itself: the first mention of each provision and of each term.

A `\` before a mention switches it off for the rest of the section; a form that begins with `\` is never linked.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from lessons import statutes

OFF = "\\"
WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Mention:
    """A place in a text that names a provision or a term; `target` says which."""

    start: int
    end: int
    target: str
    citation: object = None


class TermForms:
    """The forms of the terms, to be found in running text. A form of two terms belongs to neither."""

    def __init__(self, terms):
        """`terms` gives (slug, title, forms) of each."""
        claimed = defaultdict(set)
        for slug, title, forms in terms:
            for form in forms or [title]:
                if not form.startswith(OFF) and (words := tuple(form.lower().split())):
                    claimed[words].add(slug)
        self._by_first = defaultdict(list)
        for words, slugs in claimed.items():
            if len(slugs) == 1:
                self._by_first[words[0]].append((words, *slugs))
        for forms in self._by_first.values():
            forms.sort(key=lambda form: -len(form[0]))

    def find(self, text):
        """Each mention of a term, the longest form first."""
        words = list(WORD.finditer(text))
        at = 0
        while at < len(words):
            long = 1
            for form, slug in self._by_first.get(words[at].group().lower(), ()):
                if _stands(form, text, words[at : at + len(form)]):
                    long = len(form)
                    yield Mention(words[at].start(), words[at + long - 1].end(), f"term {slug}")
                    break
            at += long


def _stands(form, text, words):
    if [word.group().lower() for word in words] != list(form):
        return False
    between = (text[one.end() : other.start()] for one, other in pairwise(words))
    return all(gap.isspace() for gap in between)


def mentions(text, env):
    """The provisions and terms that the text names, in order and without overlaps."""
    found = [
        Mention(start, end, f"provision {citation.slug}", citation)
        for start, end, citation in statutes.find(text, env["acts"])
    ]
    if env["links"] is not None:
        found += env["links"].find(text)
    at = 0
    for mention in sorted(found, key=lambda mention: (mention.start, mention.citation is None)):
        if mention.start >= at:
            yield mention
            at = mention.end


def is_off(text, mention):
    """Whether the author has written `\\` before the mention."""
    return text[mention.start - 1 : mention.start] == OFF if mention.start else False
