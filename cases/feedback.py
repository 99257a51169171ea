"""What is said about an answer: in words first, then the reason, then where it stands."""

import re
from dataclasses import dataclass

FIRST_SENTENCE = re.compile(r"(?P<first>.+?[.?])\s+(?P<rest>[A-ZÆØÅ0-9].*)", re.DOTALL)


@dataclass(frozen=True)
class Verdict:
    """A weak ground, the first words bold, the reason, and the provisions."""

    tone: str
    lead: str
    text: str
    citation: str


def verdict(status: str, remark: str, citation: str, mistake: str = "") -> Verdict | None:
    """The verdict on one judged answer; none for an answer that has not been judged."""
    if status == "rigtig":
        return Verdict("is-right", "Rigtigt.", remark, citation)
    if status == "foelger":
        return Verdict("is-right", "Rigtigt på dine egne præmisser.", remark, citation)
    if status == "ikke_spurgt":
        return Verdict("is-note", "Svaret tæller ikke.", "Spørgsmålet hører ikke til den rigtige vej.", "")
    if status != "forkert":
        return None
    said = FIRST_SENTENCE.fullmatch(remark) if mistake else None
    if said:
        return Verdict("is-wrong", said["first"], said["rest"], citation)
    return Verdict("is-wrong", remark if mistake else "Ikke rigtigt.", "" if mistake else remark, citation)
