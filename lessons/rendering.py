"""A section's text to the parts that its page is made of.

What never changes between two readers is HTML when the section is saved; a live block stays
a block, and is rendered for each reader.
"""

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from html import unescape

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from lessons import markdown, registry, statutes, turned
from lessons.blocks import BlockError, split
from rules import danish
from rules.reading import GAELDENDE_RET, PENSUM

STATIC: dict[str, Callable] = {}
TERM_LINK = re.compile(r'<a class="term" href="[^"]*" data-term="([^"]+)"')
MENTION = re.compile(r'<a [^>]*data-(term|provision)="([^"]+)"')
HEADING = re.compile(r'<h([2-5]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)
LISTED = 2
TAG = re.compile(r"<[^>]+>")
# The ids of the page around the text.
TAKEN = {"main", "besked", "soeg", "indhold", "laest", "laest-knap", "begreb-her"}


def static_block(name):
    """Register a block whose HTML is the same for everybody."""

    def register(render):
        STATIC[name] = render
        return render

    return register


def render_section(body, doc_id, links=None):
    """The parts of a section: {"html": …} or a live block as plain data.

    `links` are the terms that become links by themselves; one that the author has linked is left to the author.
    """
    linked = {f"term {slug}" for slug in markdown.terms_in(body)}
    env = {"docId": doc_id, "linked": linked, "acts": set(), "ids": {*TAKEN}, "links": links, "anchors": True}
    try:
        pieces = split(body)
    except BlockError:
        # Only a draft gets this far with a block open: show its text as it stands.
        return [{"html": markdown.render(body, env)}]
    return [_part(piece, env) for piece in pieces]


def _part(piece, env):
    if isinstance(piece, str):
        return {"html": markdown.render(piece, env)}
    if piece.name in STATIC:
        only = {"reading": piece.argument} if piece.name == "reading" else {}
        return {"html": STATIC[piece.name](piece, env)} | only
    if piece.name == "provision":
        statutes.name_act(piece.argument, env["acts"])
    return asdict(piece)


def read_by(parts, reading):
    """The parts that stand in the book when it is turned to this reading."""
    return [part for part in parts if part.get("reading", reading) == reading]


def live_blocks(parts):
    """The live blocks among the parts."""
    return [_block(part) for part in parts if "html" not in part]


def _block(part):
    return registry.Block(**{**part, "args": tuple(part["args"])})


@dataclass(frozen=True)
class Page:
    """The parts as HTML, and what each kind of block prepared for them."""

    parts: list
    prepared: dict


def linked_terms(parts):
    """The terms that the parts link to, in order and once."""
    return list(dict.fromkeys(slug for part in parts for slug in TERM_LINK.findall(part.get("html", ""))))


def mentioned(parts):
    """The slugs of the terms and of the provisions that the text has links to."""
    found = [hit for part in parts for hit in MENTION.findall(part.get("html", ""))]
    return [
        list(dict.fromkeys(slug for kind, slug in found if kind == wanted))
        for wanted in ("term", "provision")
    ]


def headings(parts, lowest=LISTED):
    """(id, words) of each heading: of those that the contents at the side list, or down to the lowest one asked for."""
    found = [hit for part in parts for hit in HEADING.findall(part.get("html", ""))]
    return [(name, unescape(TAG.sub("", words))) for level, name, words in found if int(level) <= lowest]


def show(request, parts, on_paper=False, **known):
    """The parts for this reader; blocks of one name are prepared together, unless what they need is known."""
    blocks = live_blocks(parts)
    prepared = dict(known)
    for name in {block.name for block in blocks} - set(known):
        if kind := registry.block_type(name):
            prepared[name] = kind.prepare(request, [block for block in blocks if block.name == name])
    return Page([_shown(request, part, prepared, on_paper) for part in parts], prepared)


def _shown(request, part, prepared, on_paper):
    if "html" in part:
        return mark_safe(part["html"])  # noqa: S308 - cleaned when it was saved
    block = _block(part)
    kind = registry.block_type(block.name)
    if kind is None:
        return format_html('<p class="verdict is-note">Her mangler blokken »{}«.</p>', block.name)
    render = (on_paper and kind.on_paper) or kind.render
    return render(request, block, prepared[block.name])


def check_static(block):
    """What is wrong with a note, a table or a passage of one reading, as sentences."""
    if block.name == "reading" and block.args not in [(key,) for key in turned.TITLES]:
        yield f"skriv »:::reading {PENSUM}« eller »:::reading {GAELDENDE_RET}«"
    if not block.body.strip():
        yield "blokken er tom"
    if block.name == "table" and "|" not in block.body:
        yield "skriv en overskrift og derunder en tabel med | mellem kolonnerne"
    if checked := block.options.get("tjekket"):
        try:
            danish.read_date(checked)
        except danish.DanishError as error:
            yield f"tjekket: {error}"


def check_pairs(blocks):
    """Whether each passage of one reading is followed by the same of the other; what stands between is free."""
    passages = [block for block in blocks if block.name == "reading" and block.argument in turned.TITLES]
    while passages:
        first = passages.pop(0)
        if passages and passages[0].argument != first.argument:
            passages.pop(0)
            continue
        other = next(key for key in turned.TITLES if key != first.argument)
        yield f"blok {first.number} (reading): passagen mangler sin mage; skriv også »:::reading {other}«"


@static_block("reading")
def reading(block, env):
    """A passage that only the readers of one reading see. Each of them meets a link once."""
    met = env.setdefault("met", {key: set() for key in turned.TITLES})
    mine = met.setdefault(block.argument, set())
    mine |= env["linked"]
    html = markdown.render(block.body, env | {"linked": mine})
    env["linked"] |= set.intersection(*met.values())
    title = turned.TITLES.get(block.argument, block.argument)
    return format_html('<div class="passage"><p class="reading-name">{}</p>{}</div>', title, mark_safe(html))  # noqa: S308


@static_block("note")
def note(block, env):
    """Redaktionens note: where the book and the law part, with its source and when it was checked."""
    text = markdown.render(block.body, env).replace("<p>", "<p><strong>Redaktionens note.</strong> ", 1)
    source = _source(block.options, env)
    name = markdown.slug_of(f"note {block.argument}")
    return f'<div class="note-editor" id="{name}" role="note" aria-label="Redaktionens note">{text}{source}</div>'


def _source(options, env):
    said = []
    if options.get("kilde"):
        said.append(f"Kilde: {options['kilde']}.")
    if options.get("tjekket"):
        said.append(f"Tjekket {_day(options['tjekket'])}.")
    return markdown.render(" ".join(said), env).replace("<p>", '<p class="meta">') if said else ""


def _day(text):
    try:
        return danish.show(danish.read_date(text))
    except danish.DanishError:
        return text


@static_block("table")
def table(block, env):
    """A Markdown table with its caption above it."""
    caption, bar, rows = block.body.partition("|")
    html = markdown.render(bar + rows, env)
    title = (
        markdown.render(caption.strip(), env | {"heading": True}).removeprefix("<p>").removesuffix("</p>\n")
    )
    return html.replace('<table class="table">', f'<table class="table"><caption>{title}</caption>', 1)
