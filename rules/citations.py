"""Statutes and their addresses; reads and writes citations of Danish law.

>>> str(read("gældsbrevslovens §31"))
'GBL § 31'
>>> str(read("§ 48, stk. 6, 1. pkt. FIL"))
'FIL § 48, stk. 6, 1. pkt.'
>>> read("FIL § 48").match(read("FIL § 48, stk. 6"))
'grov'
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

Match = Literal["ens", "finere", "grov", "forkert"]

PART = re.compile(
    r"stk\.?\s*(?P<stk>\d+(?:\s*[-–]\s*\d+)?)"
    r"|nr\.?\s*(?P<nr>\d+)"
    r"|litra\s*(?P<litra>[a-zæøå])\b"
    r"|(?P<pkt>\d+)\.?\s*(?:pkt|punktum)\.?",
    re.IGNORECASE,
)
SECTION = re.compile(r"(?P<number>\d+)(?:\s?(?P<letter>[a-zæøå])(?![a-zæøå]))?", re.IGNORECASE)


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
        return _read_parts(text, self)

    @property
    def url(self) -> str:
        """The official text at retsinformation."""
        return f"https://www.retsinformation.dk/eli/lta/{self.number}"


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision, as finely as it is given. An empty act means that the writer named none."""

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
        text = f"{self.act.key} § {self.section}" if self.act else f"§ {self.section}"
        text += f", stk. {self.stk}" if self.stk else ""
        text += f", nr. {self.nr}" if self.nr else ""
        text += f", litra {self.litra}" if self.litra else ""
        return text + (f", {self.pkt}. pkt." if self.pkt else "")

    @property
    def pretty(self) -> str:
        """As printed for readers, with non-breaking spaces inside each part."""
        return re.sub(r"(§|stk\.|nr\.|litra|\d+\.) ", lambda found: f"{found[1]}\u00a0", self._tight())

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
        if self.doctrine or not self.act:
            return ""
        return f"{self.act.key.lower()}-{self.section.replace(' ', '')}".translate(ASCII)

    def match(self, asked: "Citation") -> Match:
        """How this citation answers `asked`: the same, finer, too coarse ("grov"), or wrong."""
        if asked.doctrine or self.doctrine:
            return "ens" if asked.doctrine and self.doctrine else "forkert"
        if self.section != asked.section or (self.act and asked.act and self.act.key != asked.act.key):
            return "forkert"
        mine, theirs = self._details(), asked._details()
        for given, wanted in zip(mine, theirs, strict=True):
            if given and wanted and not _overlap(given, wanted):
                return "forkert"
        if any(wanted and not given for given, wanted in zip(mine, theirs, strict=True)):
            return "grov"
        return "ens" if mine == theirs else "finere"

    def covers(self, other: "Citation") -> bool:
        """Whether `other` lies within this citation."""
        return other.match(self) in ("ens", "finere")

    def _details(self) -> tuple[str, str, str, str]:
        return (self.stk, self.nr, self.litra, self.pkt)

    def _tight(self) -> str:
        section = self.section.replace(" ", "\u00a0")
        return str(self).replace(f"§ {self.section}", f"§\u00a0{section}", 1)


ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

KAL = Act("KAL", "kreditaftaleloven", "2019/817", ("lov om kreditaftaler", "kreditaftalelov"))
GBL = Act("GBL", "gældsbrevsloven", "2014/333", ("lov om gældsbreve", "gældsbrevslov"))
FIL = Act("FIL", "lov om finansiel virksomhed", "2025/1390", ("finansiel virksomhedslov", "lofv"))
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
LOV_1322 = Act("lov 1322/2025", "lov nr. 1322 af 20. november 2025", "2025/1322", ("lov nr. 1322/2025",))
LOV_1553 = Act("lov 1553/2023", "lov nr. 1553 af 12. december 2023", "2023/1553", ("lov nr. 1553/2023",))

ACTS = (KAL, GBL, FIL, TL, FL, AFTL, RTL, FLV, GSB, RPL, AEL, LOV_1322, LOV_1553)


def doctrine(name: str) -> Citation:
    """A rule that rests on practice and doctrine, not on a statute."""
    return Citation(None, doctrine=name)


@lru_cache(maxsize=4096)
def read(text: str) -> Citation:
    """A citation in any usual way of writing it; without an act the act is left open.

    Raises `CitationError` with a Danish message when the text names no section.
    """
    typed = " ".join(text.split())
    if re.search(r"(?i)\bulovbestemt|\bsædvane|\bretspraksis|\bretsgrundsætning|\bdoktrin", typed):
        return doctrine("ulovbestemt")
    act, rest = _split_act(typed)
    try:
        return _read_parts(rest, act)
    except CitationError:
        raise CitationError(
            f"Skriv lov og paragraf, fx FIL § 48 eller KAL § 34, stk. 1. Du skrev ’{typed}’."
        ) from None


def _split_act(text: str) -> tuple[Act | None, str]:
    """The act named at the start or the end of the text, and what is left."""
    lowered = text.lower()
    for name, act in _NAMES:
        if found := name.search(lowered):
            before = re.sub(r"(?i)\s+i\s*$", " ", text[: found.start()])
            return act, f"{before} {text[found.end() :]}"
    return None, text


def _read_parts(text: str, act: Act | None) -> Citation:
    bare = re.sub(r"§§?|(?i:\bparagraf(?:fen)?\b|\bpar\.|\bjf\.)", " ", text).strip(" ,.;:()")
    found = SECTION.match(bare)
    if not found:
        raise CitationError(text)
    section = found["number"] + (f" {found['letter'].lower()}" if found["letter"] else "")
    rest, details = bare[found.end() :], {}
    for part in PART.finditer(rest):
        name = str(part.lastgroup)
        details[name] = re.sub(r"\s*[-–]\s*", "-", part[name]).lower()
    if re.sub(r"[\s,.;:()]+|(?i:\bi\b|\bog\b)", "", PART.sub("", rest)):
        raise CitationError(text)
    return Citation(act, section, **details)


def _overlap(given: str, wanted: str) -> bool:
    """Whether two details name the same; "6" lies within "6-8"."""
    low, _, high = given.partition("-")
    first, _, last = wanted.partition("-")
    if not (low.isdigit() and first.isdigit()):
        return given == wanted
    return int(first) <= int(low) and int(high or low) <= int(last or first)


def _spelled(name: str) -> re.Pattern[str]:
    """The name as a word of its own, also in the genitive and without æ, ø and å."""
    spellings = "|".join(re.escape(spelling) for spelling in dict.fromkeys((name, name.translate(ASCII))))
    return re.compile(rf"(?<![a-zæøå])(?:{spellings})(?:ens|ns|s)?(?![a-zæøå])\.?,?")


_NAMES = [
    (_spelled(name), act)
    for name, act in sorted(
        ((name.lower(), act) for act in ACTS for name in (act.key, act.name, *act.names)),
        key=lambda pair: -len(pair[0]),
    )
]
