"""Typed words as they are compared: without regard to case, Danish letters, spaces and punctuation."""

import unicodedata

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})


def fold(text: str) -> str:
    """One form of a wording. Word endings are never guessed: the author writes each form that counts.

    >>> fold(" Frigørende  virkning. ") == fold("frigoerende virkning")
    True
    >>> fold("kautionist") == fold("kautionisten")
    False
    """
    lowered = unicodedata.normalize("NFC", text).casefold().translate(LETTERS)
    kept = "".join(sign if sign.isalnum() or sign in "§%" else " " for sign in lowered)
    return " ".join(kept.split())


def accepted(row: dict, typed: str) -> bool:
    """Whether the typed words are this row's text or one of its other wordings."""
    return fold(typed) in {fold(text) for text in (row["text"], *row["accepts"])}


def empty(rows) -> list[str]:
    """Rows of which nothing is left when they are compared."""
    return [
        f"»{text}« har ingen bogstaver eller tal og kan ikke være et svar."
        for row in rows
        for text in (row.text, *row.accepts)
        if not fold(text)
    ]
