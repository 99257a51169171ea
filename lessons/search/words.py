"""Danish words as they are searched: folded, stemmed, and citations as words of their own.

A text and a query go the same way, so that "lånene", "laanet" and "Lån" are one word, and so are
"KAL § 34, stk. 1" and "kal34".
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from lessons import statutes
from rules import citations

WORD = re.compile(r"[^\W_]+")
FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "ß": "ss"})
# Said in every text, so they find nothing; a query of nothing else keeps them.
STOP = """
    af alle at da de den der det dig din du eller en er et for fra han har hun hvad hvem hvis hvor i ikke jeg kan
    man med mod må naar når og om op over på skal som så til ud under var ved vi vil
"""
LONGEST = 40
_telling_nothing = frozenset(STOP.split())
_stemmer = snowballstemmer.stemmer("danish")


@lru_cache(maxsize=65536)
def stem(word):
    """The stem of a word without its Danish letters: laan for lån, lånet and lånene.

    >>> stem("Lånene"), stem("laanet"), stem("kautionistens")
    ('laan', 'laan', 'kautionist')
    """
    plain = unicodedata.normalize("NFKD", word.lower().translate(FOLDED))
    return _stemmer.stemWord(
        "".join(letter for letter in plain if letter.isascii() and letter.isalnum())[:LONGEST]
    )


def stems(text):
    """The stems of a text, in order."""
    return [
        found for hit in WORD.finditer(unicodedata.normalize("NFC", text)) if (found := stem(hit.group()))
    ]


def cited(text, acts=None):
    """The words that stand for the provisions named in a text: kal34 and par34 for KAL § 34, stk. 1."""
    for *_, citation in statutes.find(text, acts):
        yield from (citation.slug.replace("-", ""), f"par{citation.section.replace(' ', '')}")


def searchable(text, acts=None):
    """A text as the database is given it."""
    return " ".join([*stems(text), *cited(text, acts)])


def provisions_of(query):
    """The words for the provisions, when the query is nothing but a citation: "§ 7c" or "KAL § 34 stk. 1"."""
    if "§" not in query and not any(letter.isdecimal() for letter in query):
        return []
    try:
        found = citations.read_all(query)
    except citations.CitationError:
        return []
    asked = [one for one in found if one.section and (one.act or "§" in query or "par" in query.lower())]
    return [_word_of(one) for one in asked]


def _word_of(citation):
    section = citation.section.replace(" ", "").partition("-")[0]
    return citation.provision.slug.replace("-", "") or f"par{section}"


def words_of(query):
    """The stems that a query asks for, each once; words that say nothing only when there are no others."""
    hits = [hit.group() for hit in WORD.finditer(unicodedata.normalize("NFC", query))]
    telling = [hit for hit in hits if hit.lower() not in _telling_nothing] or hits
    return list(dict.fromkeys(found for hit in telling if (found := stem(hit))))
