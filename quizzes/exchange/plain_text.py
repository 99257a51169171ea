"""HTML as the plain text that questions hold: cleaned first, then read; what is lost is told."""

import re
from html.parser import HTMLParser

import nh3

from quizzes.exchange.decoding import cleaned
from quizzes.exchange.draft import Broken, Draft

BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "table"}
LINES = {"br", "li", "tr", "dt", "dd", "hr"}
MARKS = {"b", "strong", "i", "em", "u", "s", "del", "code", "sub", "sup", "mark"}
ALLOWED = BLOCKS | LINES | MARKS | {"a", "img", "span", "td", "th", "tbody", "thead"}
RUNNING = re.compile(r"<\s*(script|style|iframe|object|embed|audio|video|form|svg)\b", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
EMBEDDED = re.compile(r"data:[\w/+.-]{0,80};base64,[A-Za-z0-9+/=\s]*")
LONGEST = 20_000
TOO_LONG = "En tekst er over 20.000 tegn. Gør den kortere."
MARKED = "Fremhævning (fed, kursiv, hævet o.l.) er fjernet: spørgsmål er ren tekst."
TABLE = "En tabel er skrevet om til linjer: spørgsmål er ren tekst."
LINK = "Et link er skrevet ud med sin adresse i parentes."
ACTIVE = "Script, indlejrede sider, lyd og video er ikke taget med: kun tekst læses."
IMAGE = "Billedet {name} er ikke taget med: spørgsmål her kan ikke vise billeder. Beskriv det i teksten."


class _Reader(HTMLParser):
    def __init__(self, draft: Draft) -> None:
        super().__init__(convert_charrefs=True)
        self.draft, self.parts, self.href = draft, [""], ""

    def handle_starttag(self, tag, attrs):
        """Line breaks for blocks and rows, words for what cannot be shown."""
        told = dict(attrs)
        if tag in BLOCKS:
            self.parts.append("\n\n")
        elif tag in LINES:
            self.parts.append("\n- " if tag == "li" else "\n")
        elif tag in {"td", "th"} and self.parts[-1] not in {"\n", "\n\n"}:
            self.parts.append(" | ")
        elif tag in MARKS:
            self.draft.change(MARKED)
        elif tag == "img":
            self.draft.leave(IMAGE.format(name=image_name(told.get("src") or "")))
            self.parts.append(f"[billede: {told['alt']}]" if told.get("alt") else "[billede]")
        if tag == "table":
            self.draft.change(TABLE)
        self.href = told.get("href") or "" if tag == "a" else self.href

    def handle_endtag(self, tag):
        """Where a link ends its address is written."""
        if tag in BLOCKS:
            self.parts.append("\n\n")
        if tag == "a" and self.href.startswith(("http", "mailto")) and self.href not in self.parts[-1]:
            self.parts.append(f" ({self.href})")
            self.draft.change(LINK)
            self.href = ""

    def handle_data(self, data):
        """Words, with the spaces of HTML."""
        self.parts.append(re.sub(r"[ \t\n]+", " ", data))


def image_name(address: str) -> str:
    """The last part of an address: an embedded image has none."""
    return "i teksten" if address.startswith("data:") or not address else address.rpartition("/")[2][:80]


def paragraphs(text: str, draft: Draft, *, is_html: bool) -> str:
    """A text of several lines. Raises `Broken` where it is so long that cleaning it would hold up the server."""
    text = EMBEDDED.sub("data:", text)
    if len(text) > LONGEST:
        raise Broken(draft.line, TOO_LONG)
    if is_html and TAG.search(text):
        if RUNNING.search(text):
            draft.leave(ACTIVE)
        safe = nh3.clean(text, tags=ALLOWED, attributes={"a": {"href"}, "img": {"src", "alt"}}, link_rel=None)
        reader = _Reader(draft)
        reader.feed(safe)
        reader.close()
        text = cleaned("".join(reader.parts))
    lines = [line.strip(" \t") for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def one_line(text: str, draft: Draft, *, is_html: bool) -> str:
    """A text of one line, such as an answer."""
    return re.sub(r"\s*\n\s*", " ", paragraphs(text, draft, is_html=is_html)).strip()
