"""Statutes and their addresses; reads and writes citations of Danish law.

>>> str(read("gældsbrevslovens §31"))
'GBL § 31'
>>> str(read("§ 48, stk. 6, 1. pkt. FIL"))
'FIL § 48, stk. 6, 1. pkt.'
>>> read("FIL § 48").match(read("FIL § 48, stk. 6"))
'grov'
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

Match = Literal["ens", "finere", "grov", "forkert"]


class CitationError(ValueError):
    """The text is no citation; the message says in Danish what would be right."""


@dataclass(frozen=True, slots=True)
class Act:
    """A statute: its usual abbreviation, its name, its number in Lovtidende and other usual names."""

    key: str
    name: str
    number: str
    names: tuple[str, ...] = ()

    def __call__(self, text: str) -> "Citation":
        """A citation of this act: `FIL("§ 48, stk. 6")`."""
        return replace(read(text), act=self)

    @property
    def url(self) -> str:
        """The official text at retsinformation."""
        return f"https://www.retsinformation.dk/eli/lta/{self.number}"


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision, as finely as it is given; a section, stk. or nr. may be a range. No act: the writer named none."""

    act: Act | None
    section: str = ""
    stk: str = ""
    nr: str = ""
    litra: str = ""
    pkt: str = ""
    doctrine: str = ""

    def __str__(self) -> str:
        if self.doctrine:
            return self.doctrine
        mark = "§§" if "-" in self.section else "§"
        text = f"{self.act.key} {mark} {self.section}" if self.act else f"{mark} {self.section}"
        text += f", stk. {self.stk}" if self.stk else ""
        text += f", nr. {self.nr}" if self.nr else ""
        text += f", litra {self.litra}" if self.litra else ""
        return text + (f", {self.pkt}. pkt." if self.pkt else "")

    @property
    def pretty(self) -> str:
        """As printed for readers, with non-breaking spaces inside each part."""
        section = self.section.replace(" ", "\u00a0")
        tight = str(self).replace(f"§ {self.section}", f"§ {section}", 1)
        return re.sub(r"(§|stk\.|nr\.|litra|[0-9]+\.) ", lambda found: f"{found[1]}\u00a0", tight)

    @property
    def url(self) -> str:
        """The official text of the act; empty for rules that no statute holds."""
        return self.act.url if self.act else ""

    @property
    def provision(self) -> "Citation":
        """The same provision at the level of the section."""
        return replace(self, stk="", nr="", litra="", pkt="")

    @property
    def slug(self) -> str:
        """The address of the section, such as `fil-48` or `kal-7c`."""
        if self.doctrine or not self.act or "-" in self.section:
            return ""
        return f"{self.act.key.lower()}-{self.section.replace(' ', '')}".translate(ASCII)

    def match(self, asked: "Citation") -> Match:
        """How this citation answers `asked`: the same, finer, too coarse ("grov"), or wrong."""
        if asked.doctrine or self.doctrine:
            return "ens" if asked.doctrine and self.doctrine else "forkert"
        if self.act and asked.act and self.act.key != asked.act.key:
            return "forkert"
        mine, theirs = self._details(), asked._details()
        coarse = False
        for given, wanted in zip(mine, theirs, strict=True):
            if given and wanted and not _meets(given, wanted):
                return "forkert"
            coarse = coarse or (bool(wanted) and not _within(given, wanted))
        if coarse:
            return "grov"
        return "ens" if mine == theirs else "finere"

    def covers(self, other: "Citation") -> bool:
        """Whether `other` lies within this citation."""
        return other.match(self) in ("ens", "finere")

    def _details(self) -> tuple[str, ...]:
        return (self.section, self.stk, self.nr, self.litra, self.pkt)


ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

KAL = Act("KAL", "kreditaftaleloven", "2019/817", ("lov om kreditaftaler", "kreditaftalelov"))
GBL = Act(
    "GBL",
    "gældsbrevsloven",
    "2014/333",
    ("lov om gældsbreve", "gældsbrevslov", "gældsbrevloven", "gældsbrevlov"),
)
FIL = Act(
    "FIL",
    "lov om finansiel virksomhed",
    "2025/1390",
    ("lov om finansielle virksomheder", "finansiel virksomhedslov", "lofv"),
)
TL = Act("TL", "tinglysningsloven", "2014/1075", ("lov om tinglysning", "tinglysningslov"))
FL = Act("FL", "forældelsesloven", "2015/1238", ("lov om forældelse af fordringer", "forældelseslov", "fæl"))
AFTL = Act("AFTL", "aftaleloven", "2016/193", ("lov om aftaler", "aftalelov"))
RTL = Act("RTL", "renteloven", "2014/459", ("lov om renter ved forsinket betaling", "rentelov", "rl"))
FLV = Act("FLV", "lov om forbrugslånsvirksomheder", "2025/1545", ("forbrugslånsvirksomhedsloven",))
GSB = Act(
    "GSB",
    "bekendtgørelse om god skik for boligkredit",
    "2025/1443",
    ("god skik-bekendtgørelsen", "god skik boligkredit"),
)
RPL = Act("RPL", "retsplejeloven", "2025/1298", ("lov om rettens pleje", "retsplejelov"))
AEL = Act("ÆL", "ægtefælleloven", "2019/774", ("lov om ægtefællers økonomiske forhold", "ael"))
LOV_1322 = Act("lov 1322/2025", "lov nr. 1322 af 20. november 2025", "2025/1322")
LOV_1553 = Act("lov 1553/2023", "lov nr. 1553 af 12. december 2023", "2023/1553")

ACTS = (KAL, GBL, FIL, TL, FL, AFTL, RTL, FLV, GSB, RPL, AEL, LOV_1322, LOV_1553)


def doctrine(name: str) -> Citation:
    """A rule that rests on practice and doctrine, not on a statute."""
    return Citation(None, doctrine=name)


@lru_cache(maxsize=4096)
def read(text: str) -> Citation:
    """A citation in any usual way of writing it; without an act the act is left open.

    Raises `CitationError` with a Danish message when the text names no section, or more than one provision.
    """
    found = read_all(text)
    if len(found) > 1:
        raise CitationError(
            f"Skriv én bestemmelse ad gangen, fx {found[0]}. Du skrev ’{' '.join(text.split())}’."
        )
    return found[0]


@lru_cache(maxsize=4096)
def read_all(text: str) -> tuple[Citation, ...]:
    """Every provision that the text names: "AFTL §§ 36 og 38 c" names two. Raises `CitationError`.

    >>> [str(citation) for citation in read_all("KAL § 34, stk. 1, jf. § 4, nr. 15, og aftalelovens § 36")]
    ['KAL § 34, stk. 1', 'KAL § 4, nr. 15', 'AFTL § 36']
    """
    typed = " ".join(unicodedata.normalize("NFC", text).split())
    if DOCTRINE.search(typed):
        return (doctrine("ulovbestemt"),)
    found = _Reader().read(typed)
    if not found:
        raise CitationError(f"Skriv lov og paragraf, fx FIL § 48 eller KAL § 34, stk. 1. Du skrev ’{typed}’.")
    return found


DOCTRINE = re.compile(r"(?i)\b(?:ulovbestemt|sædvane|retspraksis|retsgrundsætning|doktrin)")
DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
ORDINALS = {"første": "1", "andet": "2", "tredje": "3", "fjerde": "4", "femte": "5"}
RANGE = r"[0-9]{1,4}(?:\s*[-‐‑‒–—−]\s*[0-9]{1,4})?(?![0-9])"
LETTER = r"[a-zæøå](?![a-zæøå])"
# A letter apart from its number is none where it is the word "i" before an act: "§ 48 i FIL".
SECTION = rf"[0-9]{{1,4}}(?![0-9])(?:{LETTER}|\s(?!i\s+[^\s,;]|i\.\s?f){LETTER})?"
NTH = rf"(?:(?:{'|'.join(ORDINALS)})|[0-9]{{1,3}}\.?)"
TOKEN = re.compile(
    rf"(?P<mark>§\s?§|§|\bparagraf(?:fen|ferne|fer)?\b\.?|\bpar\b\.?|\bpgf\b\.?)"
    rf"|(?P<nth_stk>{NTH})\s*st(?:k|ykke)\b(?!\.?\s*[0-9])\.?|(?P<nth_pkt>{NTH})\s*(?:pkt|punktum)\b(?!\.?\s*[0-9])\.?"
    rf"|\bst(?:k|ykke)\.?\s*(?P<stk>{RANGE})|\bpkt\.?\s*(?P<pkt>[0-9]{{1,3}})(?![0-9])"
    rf"|\b(?:nr|nummer)\.?\s*(?P<nr>{RANGE})|\b(?:litra|lit|bogstav)\b\.?\s*(?P<litra>{LETTER})"
    rf"|\((?P<bracket>[0-9]{{1,3}}|{LETTER})\)"
    rf"|(?P<number>{SECTION}(?:\s*[-‐‑‒–—−]\s*{SECTION})?)"
    r"|\b(?:efter|ifølge|i\s+medfør\s+af|i\s+henhold\s+til|in\s+fine|se|i\.\s?f\.)(?!\w)|[\s,.;:()-]"
    r"|(?P<og>\b(?:og|samt)\b|[/&])|(?P<jf>\b(?:jfr?|jævnfør)\b\.?)"
    rf"|(?P<letter>(?<![a-zæøå]){LETTER})(?=\W|$)",
    re.IGNORECASE,
)
FINER = {"section": "stk", "stk": "nr", "nr": "litra"}
MOST_STK = 20


class _Reader:
    """Reads provisions from left to right; `unit` is the part that was named last."""

    def __init__(self) -> None:
        self.found: list[Citation] = []
        self.act: Act | None = None
        self.unit = ""
        self.several = self.joined = self.bare = False

    def read(self, text: str) -> tuple[Citation, ...]:
        """The provisions, or nothing when a part of the text is no part of a citation."""
        at = 0
        for start, end, act in [*_acts(text), (len(text), len(text), None)]:
            part = text[at:start]
            if not self._parts(re.sub(r"(?i)(?:^|(?<=\s)(?<!litra\s))i\s*$", "", part) if act else part):
                return ()
            if act:
                self._named(act, bool(re.match(r"[\s.,:(]*(?:§|par|[0-9])", text[end:], re.IGNORECASE)))
            at = end
        for place, citation in enumerate(self.found[1:], 1):
            if not citation.act:
                self.found[place] = replace(citation, act=self.found[place - 1].act)
        return tuple(dict.fromkeys(self.found))

    def _named(self, act: Act, leads: bool) -> None:
        """An act leads the sections after it; after sections it is theirs that have none, else the last one's."""
        if leads or not self.found:
            self.act, self.unit = act, ""
            return
        self.act = None
        without = [place for place, citation in enumerate(self.found) if not citation.act]
        for place in without or [len(self.found) - 1]:
            self.found[place] = replace(self.found[place], act=act)

    def _parts(self, text: str) -> bool:
        """Whether every part of the text could be read."""
        at = 0
        while at < len(text):
            token = TOKEN.match(text, at)
            if token is None or not self._take(str(token.lastgroup), token):
                return False
            at = token.end()
        return True

    def _take(self, kind: str, token: re.Match[str]) -> bool:
        value = DASHES.sub("-", token[kind]).lower() if kind != "None" else ""
        if kind == "mark":
            self.unit, self.several = "", len(value) > 1 and value[0] == "§"
        elif kind in ("og", "jf"):
            self.joined = True
            self.unit = self.unit if kind == "og" else ""
        elif kind == "number":
            return self._number(value)
        elif kind == "bracket":
            return self._detail(FINER.get(self.unit, ""), value)
        elif kind == "letter":
            return self.unit == "nr" and self._detail("litra", value)
        elif kind != "None":
            value = ORDINALS.get(value, value.rstrip("."))
            return self._detail(kind.removeprefix("nth_"), value)
        return True

    def _number(self, value: str) -> bool:
        """A bare number: a section, or what the last part counts, as in "34,1" or "stk. 1 og 2"."""
        small = value.isdigit() and int(value) <= MOST_STK
        if self.unit == "section" and small and not (self.several or self.joined):
            return self._detail("stk", value, bare=True)
        if self.unit not in ("", "section") and (small or not self.several):
            if self.joined:
                return self._detail(self.unit, value)
            return self.bare and self._detail(FINER.get(self.unit, ""), value, bare=True)
        ends = [re.sub(r"^0+|\s", "", end) for end in value.split("-")]
        section = "-".join(re.sub(r"(\d)(\D)", r"\1 \2", end) for end in ends)
        if not all(end[:1].isdigit() for end in ends) or not _rises(section):
            return False
        self.found.append(Citation(self.act, section))
        self.unit, self.joined = "section", False
        return True

    def _detail(self, kind: str, value: str, bare: bool = False) -> bool:
        """A stk., nr., litra or pkt. of the last provision, or of another one in the same place."""
        if not kind or not self.found or not _rises(value):
            return False
        last = self.found[-1]
        if getattr(last, kind):
            kept = ("section", "stk", "nr", "litra", "pkt")
            upper = kept[: kept.index(kind)]
            self.found.append(Citation(last.act, **{part: getattr(last, part) for part in upper}))
        elif "-" in last.section:
            return False
        detail: dict[str, Any] = {kind: value}
        self.found[-1] = replace(self.found[-1], **detail)
        self.unit, self.joined, self.bare = kind, False, bare
        return True


def _acts(text: str) -> Iterator[tuple[int, int, Act]]:
    """Each act that the text names, from left to right; the longest name counts."""
    taken: list[tuple[int, int, Act]] = []
    for name, act in _NAMES:
        for hit in name.finditer(text):
            if all(hit.end() <= start or end <= hit.start() for start, end, _ in taken):
                taken.append((hit.start(), hit.end(), act))
    return iter(sorted(taken, key=lambda place: place[:2]))


def _ends(part: str) -> tuple[tuple[int, str], tuple[int, str]]:
    """First and last of a part, as they are ordered: "7 c" lies between 7 and 8."""
    keys = []
    for end in (part.partition("-")[0], part.rpartition("-")[2]):
        number, _, letter = end.partition(" ")
        keys.append((int(number), letter) if number.isdigit() else (0, end))
    return keys[0], keys[1]


def _rises(part: str) -> bool:
    """Whether a range goes upwards; a single part does."""
    first, last = _ends(part)
    return "-" not in part or first < last


def _meets(given: str, wanted: str) -> bool:
    """Whether two parts have something in common; "6" lies within "6-8"."""
    (low, high), (first, last) = _ends(given), _ends(wanted)
    return low <= last and first <= high


def _within(given: str, wanted: str) -> bool:
    """Whether a part names no more than another; nothing named is everything."""
    if not given:
        return False
    (low, high), (first, last) = _ends(given), _ends(wanted)
    return first <= low and high <= last


def _spelled(name: str) -> re.Pattern[str]:
    """The name as a word of its own, also in the genitive, in brackets, and without æ, ø and å."""
    spellings = "|".join(re.escape(spelling) for spelling in dict.fromkeys((name, name.translate(ASCII))))
    return re.compile(rf"(?i)(?<![a-zæøå])(?:{spellings})(?:ens|ns|['’´]?s)?(?![a-zæøå])")


def _numbered(act: Act) -> re.Pattern[str]:
    """The act by its number in Lovtidende: "LBK nr. 817 af 2019", "lov 1322/2025"."""
    year, number = act.number.split("/")
    kinds = "lovbekendtgørelse|bekendtgørelse|lbkg?|bekg?|bkg|lov"
    of_year = (
        rf"(?:\s*/\s*|\s+af\s+(?:[0-9]{{1,2}}\.?\s+[a-z]+\s+|[0-9]{{1,2}}[-./][0-9]{{1,2}}[-./])?){year}"
    )
    return re.compile(rf"(?i)(?<![a-zæøå])(?:{kinds})\.?\s*(?:nr\.?\s*)?{number}{of_year}(?![0-9])")


_NAMES = [(_numbered(act), act) for act in ACTS] + [
    (_spelled(name), act)
    for name, act in sorted(
        ((name, act) for act in ACTS for name in (act.key, act.name, *act.names)),
        key=lambda pair: -len(pair[0]),
    )
]
