"""The bytes of a file as text: the encoding is read where it is said, and otherwise guessed with care."""

import codecs
import re
import unicodedata

from quizzes.exchange.draft import Broken

MOST = 5 * 1024 * 1024
BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding=["']([A-Za-z0-9._-]{1,40})["']""")
KNOWN = {"iso-8859-1", "iso-8859-15", "windows-1252", "cp1252", "latin-1", "latin1"}
TOO_LARGE = "Filen er over 5 MB. Del den i flere filer."
NOT_TEXT = "Filen er ikke en tekstfil. Vælg en fil i formatet GIFT eller Moodle XML."
GUESSED = "Filen er læst som Windows-1252, fordi den ikke er UTF-8. Se efter, at æ, ø og å står rigtigt."


def decoded(data: bytes) -> tuple[str, str]:
    """The text, and what to tell of the encoding. Raises `Broken`."""
    if len(data) > MOST:
        raise Broken(0, TOO_LARGE)
    text, told = _decoded(data)
    if "\0" in text:
        raise Broken(0, NOT_TEXT)
    return cleaned(text), told


def cleaned(text: str) -> str:
    """With one kind of line break, and without control signs, which no database and no reader wants."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs", "Co", "Cn"}
    )


def _decoded(data: bytes) -> tuple[str, str]:
    encoding = next((name for bom, name in BOMS.items() if data.startswith(bom)), "")
    if not encoding and (wide := _without_bom(data)):
        encoding = wide
    try:
        return data.decode(encoding or "utf-8"), ""
    except UnicodeDecodeError as error:
        if encoding:
            line = data[: error.start].count(b"\n") + 1
            raise Broken(line, "Tegnene kan ikke læses. Gem filen som UTF-8, og prøv igen.") from error
    said = DECLARED.match(data)
    name = said[1].decode("ascii").lower() if said else ""
    if name in KNOWN:
        return data.decode("cp1252" if name == "cp1252" else name, "replace"), ""
    try:
        return data.decode("cp1252"), GUESSED
    except UnicodeDecodeError:
        raise Broken(0, NOT_TEXT) from None


def _without_bom(data: bytes) -> str:
    """UTF-16 that does not say so: every other byte of plain text is zero."""
    head = data[:200]
    if len(head) < 4 or len(data) % 2:
        return ""
    odd, even = head[1::2].count(0), head[0::2].count(0)
    half = len(head) // 2
    if odd > half * 0.7 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and not odd else ""
