"""Citations in running text and in lists: finding them, sorting them, linking them."""

import re

from django.urls import reverse

from rules import citations, danish

# A letter apart from its number is taken only from a to h: "§ 48 i loven" is § 48.
NUMBER = r"\d+(?:\s?[a-h](?![\wæøå])|[a-zæøå](?![\wæøå]))?(?![\wæøå]|[-–]\d)"
DETAILS = r"(?:,?\s(?:stk\.\s?\d+(?:[-–]\d+)?|nr\.\s?\d+|litra\s[a-z]\b|\d+\.\spkt\.))*"
SECTIONS = rf"(?<!§)§\s?{NUMBER}{DETAILS}|§§\s?{NUMBER}(?:(?:,\s|\sog\s){NUMBER})+"
ADDRESS = re.compile(r"[a-z0-9]+-[1-9][0-9]*[a-z]?")


def _acts():
    named = [(act.key, re.escape(act.key)) for act in citations.ACTS]
    named += [(act.name, f"(?i:{re.escape(act.name)})") for act in citations.ACTS]
    longest_first = sorted(named, key=lambda name: len(name[0]), reverse=True)
    return "|".join(f"{pattern}s?" for _, pattern in longest_first)


IN_TEXT = re.compile(
    rf"(?<!\w)(?P<before>{_acts()})(?:\s(?P<led>{SECTIONS}))?(?!\w)"
    rf"|(?P<bare>{SECTIONS})(?:\s(?:i\s)?(?P<after>{_acts()})(?!\w))?"
)
# An act that we know no pages of: "checkloven § 21" is no section of the act named before.
OTHER_ACT = re.compile(r"\wlov(?:en|ens)?\s$")
MONTHS = "|".join(danish.MONTHS)
KEYS = "|".join(re.escape(act.key) for act in citations.ACTS)
SPACES = re.compile(
    rf"(§§?|\bstk\.|\bnr\.|(?<=\d)|(?<=\d\.)|\b(?:{KEYS}))\s(?=\d|[a-h](?![\wæøå])|kr\.|%|§|(?:{MONTHS})\b)"
)


def find(text, acts=None):
    """Each citation in the text with its place: (start, end, Citation).

    `acts` holds the acts that were named before, and takes in those named here. Where there is just one, a section
    without an act is a section of that one: "§ 7 a" after "KAL § 4".
    """
    acts = set() if acts is None else acts
    for hit in IN_TEXT.finditer(text):
        if name := hit["before"] or hit["after"]:
            acts.add(_act(name))
        is_bare = hit["bare"] and len(acts) == 1 and not _of_another_act(text, hit)
        if hit["led"] or hit["after"] or is_bare:
            key = _act(name) if name else next(iter(acts))
            yield from _sections(hit, key)


def _of_another_act(text, hit):
    return OTHER_ACT.search(text, max(0, hit.start() - 60), hit.start())


def _act(name):
    return citations.read(f"{name} § 1").act.key


def _sections(hit, key):
    part = "led" if hit["led"] else "bare"
    start = hit.start()
    numbers = list(re.finditer(NUMBER, hit[part])) if hit[part].startswith("§§") else []
    for number in numbers:
        end = hit.start(part) + number.end()
        is_last = number is numbers[-1]
        yield from _cited(f"{key} § {number.group()}", start, hit.end() if is_last else end)
        start = hit.start(part) + numbers[min(numbers.index(number) + 1, len(numbers) - 1)].start()
    if not numbers:
        yield from _cited(f"{key} {hit[part]}", start, hit.end())


def _cited(text, start, end):
    try:
        citation = citations.read(text)
    except citations.CitationError:
        return
    if citation.slug:
        yield start, end, citation


def name_act(text, acts):
    """Note the act of a provision that a block prints as a card."""
    if (citation := of_address(text.lower())) is not None:
        acts.add(citation.act.key)


def keep_together(text):
    """Non-breaking spaces where a line must not end: "FIL § 48", "stk. 6", "12.500 kr."."""
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
