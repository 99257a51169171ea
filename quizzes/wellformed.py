"""When a written question can be asked and marked: the same rules for the admin and for content files."""

import rules
from rules import citations

SINGLE_NEEDS_ONE = "Netop ét svar skal være rigtigt, når kun ét kan vælges."
MULTIPLE_NEEDS_ONE = "Mindst ét svar skal være rigtigt."
NEEDS_WRONG = "Mindst ét svar skal være forkert."
NEEDS_TEXT = "Skriv spørgsmålet."


def faults(kind: str, text: str, options) -> list[str]:
    """What is missing in the question, in Danish; each option has `text`, `right` and `remark`."""
    return ([] if text.strip() else [NEEDS_TEXT]) + option_faults(kind, list(options))


def option_faults(kind: str, options) -> list[str]:
    """What is missing in the options, seen together."""
    right = sum(option.right for option in options)
    told = []
    if kind == "single" and right != 1:
        told.append(f"{SINGLE_NEEDS_ONE} Her er der {right}.")
    if kind == "multiple" and not right:
        told.append(MULTIPLE_NEEDS_ONE)
    if right == len(options):
        told.append(NEEDS_WRONG)
    told += [
        f"Svaret »{option.text}« er forkert og mangler en bemærkning."
        for option in options
        if not option.right and not option.remark.strip()
    ]
    texts = [_folded(option.text) for option in options]
    told += [
        f"Svaret »{option.text}« står to gange."
        for option, folded in zip(options, texts, strict=True)
        if texts.count(folded) > 1
    ]
    return told


def provision_faults(provisions) -> list[str]:
    """What cannot be read as a provision."""
    told = []
    for text in provisions:
        try:
            citations.read(text)
        except citations.CitationError as error:
            told.append(str(error))
    return told


def topic_faults(topics) -> list[str]:
    """Topics that the rules do not know."""
    known = rules.topics()
    return [
        f"emnet »{key}« findes ikke; brug et af: {', '.join(known)}" for key in topics if key not in known
    ]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
