"""The passage of a page where the hits are, with the hits marked."""

import re

from django.utils.html import format_html, format_html_join

from lessons.search.databases import is_beginning
from lessons.search.words import WORD, stem
from lessons.statutes import keep_together

LENGTH = 190
BEFORE = 60
PROVISION = re.compile(r"([a-z]*?)(?:par)?(\d+)([a-zæøå]?)")


class Marker:
    """Finds the words that were asked for in a text."""

    def __init__(self, wanted):
        self.wanted = frozenset(wanted)
        self._beginnings = tuple(word for word in wanted if is_beginning(word))
        self._citations = [pattern for word in wanted if (pattern := _citation(word))]

    def hits(self, text):
        """(start, end, what was asked for) of each hit, in order."""
        found = [
            (hit.start(), hit.end(), word)
            for hit in WORD.finditer(text)
            if not hit.group().isdigit() and (word := self._asked(stem(hit.group())))
        ]
        for word, pattern in self._citations:
            found += [(hit.start(), hit.end(), word) for hit in pattern.finditer(text)]
        return sorted(found)

    def _asked(self, found):
        if found in self.wanted:
            return found
        return next((word for word in self._beginnings if found.startswith(word)), "")

    def marked(self, text, start=0, end=None):
        """The text from start to end as HTML, each hit in a <mark>."""
        end = len(text) if end is None else end
        pieces, at = [], start
        for first, last, _ in self.hits(text):
            if first >= at and last <= end:
                pieces += [("", text[at:first]), ("mark", text[first:last])]
                at = last
        pieces.append(("", text[at:end]))
        return format_html_join("", "{}", ((_piece(*piece),) for piece in pieces))

    def best(self, parts):
        """The part with most of what was asked for: (anchor, heading, text, its hits)."""
        tried = [(anchor, heading, text, self.hits(text)) for anchor, heading, text in parts]
        return max(
            tried, key=lambda part: (len({hit[2] for hit in part[3]}), len(part[3])), default=("", "", "", [])
        )

    def excerpt(self, text, hits):
        """A short passage around the first hit, cut between words."""
        start = _left(text, hits[0][0] - BEFORE) if hits else 0
        end = _right(text, start + LENGTH)
        return format_html(
            "{}{}{}", "… " if start else "", self.marked(text, start, end), " …" if end < len(text) else ""
        )


def _piece(tag, text):
    tight = keep_together(text)
    return format_html("<mark>{}</mark>", tight) if tag else tight


def _left(text, at):
    return text.find(" ", at - 1) + 1 if at > 0 else 0


def _right(text, at):
    if at >= len(text):
        return len(text)
    cut = text.rfind(" ", 0, at)
    return cut if cut > 0 else at


def _citation(word):
    """How the provision kal34 or par7c is written in a text."""
    read = PROVISION.fullmatch(word)
    if not read or not (read[1] or word.startswith("par")):
        return None
    act = rf"(?:\b{read[1]}s?\s)?" if read[1] else r"(?:\b[A-ZÆØÅ]{2,5}\s)?"
    pattern = re.compile(rf"{act}§§?\s?{read[2]}\s?{read[3]}(?![\wæøå])", re.IGNORECASE if read[1] else 0)
    return word, pattern
