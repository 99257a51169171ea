"""Citations in running text and in lists: finding them, sorting them, linking them."""

import re

from django.urls import reverse

from rules import citations, danish

# A letter apart from its number is taken only from a to h: "§ 48 i loven" is § 48.
SECTION = r"§\s?\d+(?:\s?[a-h](?![\wæøå])|[a-zæøå](?![\wæøå]))?"
DETAILS = r"(?:,?\s(?:stk\.\s?\d+(?:[-–]\d+)?|nr\.\s?\d+|litra\s[a-z]\b|\d+\.\spkt\.))*"
ADDRESS = re.compile(r"[a-z0-9]+-[1-9][0-9]*[a-z]?")


def _acts():
    named = [name for act in citations.ACTS for name in (act.key, act.name)]
    longest_first = sorted(named, key=len, reverse=True)
    return "|".join(re.escape(name) + "s?" for name in longest_first)


IN_TEXT = re.compile(
    rf"(?<![\w])(?:{_acts()})\s{SECTION}{DETAILS}|{SECTION}{DETAILS}\s(?:i\s)?(?:{_acts()})(?!\w)"
)
MONTHS = "|".join(danish.MONTHS)
SPACES = re.compile(rf"(§§?|\bstk\.|\bnr\.|(?<=\d)|(?<=\d\.))\s(?=\d|[a-h](?![\wæøå])|kr\.|%|(?:{MONTHS})\b)")


def find(text):
    """Each citation in the text with its place: (start, end, Citation)."""
    for hit in IN_TEXT.finditer(text):
        try:
            citation = citations.read(hit.group())
        except citations.CitationError:
            continue
        if citation.slug:
            yield hit.start(), hit.end(), citation


def keep_together(text):
    """Non-breaking spaces where a line must not end: "§ 48", "stk. 6", "12.500 kr."."""
    return SPACES.sub("\\1\u00a0", text)


def address(citation):
    """The page of the provision that this citation names; else the official text, or nothing."""
    if ADDRESS.fullmatch(citation.slug):
        return reverse("lessons:provision", args=[citation.slug])
    return citation.url


def of_address(slug):
    """The citation that has this address, or None: "fil-48" is FIL § 48."""
    if not ADDRESS.fullmatch(slug):
        return None
    try:
        citation = citations.read(slug.replace("-", " ", 1))
    except citations.CitationError:
        return None
    return citation if citation.slug == slug else None


def place_in_order(text):
    """(act, key) by which provisions sort as in the act: § 7 c before § 34."""
    citation = citations.read(text)
    number, _, letter = citation.section.partition(" ")
    details = [part.partition("-")[0].zfill(2) for part in (citation.stk, citation.nr)]
    act = citation.act.key if citation.act else ""
    return act, "-".join([number.zfill(4) + letter, *details])


def act_name(key):
    """The name of the act with this abbreviation."""
    return next((act.name for act in citations.ACTS if act.key == key), key)
