"""How wide letters are, about, and where a text is broken into lines.

The estimates lie a little above the real letters of the site, so that nothing runs out of its box.
"""

import re

SIZES = {"question": 14.5, "outcome": 14.5, "unmet": 12.5, "note": 12.0, "said": 12.5, "number": 12.5}
HEIGHTS = {"question": 19, "outcome": 19, "unmet": 16, "note": 16, "said": 15, "number": 19}
SERIF = {"question", "outcome"}
WIDTHS = (
    dict.fromkeys("ijl|.,:;'’!", 0.31)
    | dict.fromkeys("frt()[]-/ \u00a0·", 0.4)
    | dict.fromkeys("mwæMWÆ@%—", 0.9)
)
# A line ends neither within an amount nor within the number of a provision.
TOGETHER = re.compile(r"(?<=§) | (?=[§%]|kr\b)|(?<=\bstk\.) |(?<=\bnr\.) ")


def width(text: str, role: str) -> float:
    """About how wide a line of text is."""
    usual = {True: 0.72, False: 0.6}
    ems = sum(WIDTHS.get(letter, usual[letter.isupper()]) for letter in text)
    return ems * SIZES[role] * (0.93 if role in SERIF else 1)


def wrap(text: str, role: str, widest: float) -> list[str]:
    """The text in lines that are no wider; only a word that no line holds is divided."""
    lines = [""]
    for word in TOGETHER.sub("\u00a0", text).split(" "):
        while width(word, role) > widest:
            cut = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n] + "-", role) <= widest)
            lines.append(f"{word[:cut]}-")
            word = word[cut:]
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, role) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]
