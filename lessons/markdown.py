"""Markdown to safe HTML: terms and citations become links, tables have classes, nothing else gets in."""

import re
from functools import lru_cache
from html import escape

import nh3
from django.urls import reverse
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lessons import linking, statutes

TERM = re.compile(r"\[\[([^\[\]|\n]+?)(?:\|([^\[\]\n]+?))?\]\]")
ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u"})
INLINE = {"a", "abbr", "b", "br", "code", "del", "em", "i", "s", "span", "strong", "sub", "sup"}
TEXT = {"blockquote", "div", "dd", "dl", "dt", "h2", "h3", "h4", "h5", "hr", "li", "ol", "p", "pre", "ul"}
TABLE = {"caption", "table", "tbody", "td", "th", "thead", "tr"}
TAGS = INLINE | TEXT | TABLE
ATTRIBUTES = {
    "*": {"class"},
    "a": {"href", "title", "data-term", "data-provision"},
    "div": {"class", "id", "role", "tabindex", "aria-label"},
    "th": {"class", "scope"},
    "ol": {"start"},
} | {tag: {"id"} for tag in ("h2", "h3", "h4", "h5")}


def slug_of(text):
    """Words as an address: »Gæld og ØL« is gaeld-og-oel."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(ASCII)).strip("-")


def clean(html):
    """The second wall: only what our own renderer writes gets through."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def render(text, env=None):
    """A Markdown text as safe HTML. `env` remembers across the pieces of one section.

    linked  what has its link: "term kaution", "provision fil-48"
    acts    the acts named so far
    ids     the ids that are taken
    links   the `linking.TermForms` that become links, or None
    anchors whether each heading is a link to itself
    heading whether the text is a heading, in which nothing becomes a link by itself
    """
    env = {"docId": ""} if env is None else env
    for key, empty in (("linked", set), ("acts", set), ("ids", set)):
        env.setdefault(key, empty())
    env.setdefault("links", None)
    return clean(_markdown.render(text, env))


@lru_cache(maxsize=4096)
def render_short(text):
    """A few sentences that are not stored as HTML: a meaning, an example, a note."""
    return mark_safe(render(text))  # noqa: S308 - render() has cleaned it


def terms_in(text):
    """The slugs of the terms that a text links to, in order and once."""
    return list(dict.fromkeys(slug_of(hit[1]) for hit in TERM.finditer(text)))


def _term(state, silent):
    hit = TERM.match(state.src, state.pos)
    if not hit:
        return False
    if not silent:
        token = state.push("term", "", 0)
        token.meta = {"slug": slug_of(hit[1]), "words": hit[2] or hit[1]}
    state.pos = hit.end()
    return True


def _render_term(tokens, index, options, env):
    meta = tokens[index].meta
    address = reverse("lessons:term", args=[meta["slug"]]) if meta["slug"] else ""
    words = escape(meta["words"])
    name = "term by-itself" if meta.get("by_itself") else "term"
    return f'<a class="{name}" href="{address}" data-term="{meta["slug"]}">{words}</a>' if address else words


def _link(state):
    """Link the first mention of each provision and term, and keep every § with its number."""
    for number, block in enumerate(state.tokens):
        if block.type != "inline":
            continue
        is_heading = state.tokens[number - 1].type in ("heading_open", "th_open") or state.env.get("heading")
        inside_link, children = 0, []
        for token in block.children:
            inside_link += token.nesting if token.type in ("link_open", "link_close") else 0
            if token.type != "text":
                children.append(token)
            else:
                children.extend(_linked(token, state.env, not (is_heading or inside_link)))
        block.children = children


def _linked(token, env, may_link):
    text, at = token.content, 0
    for mention in linking.mentions(text, env):
        if linking.is_off(text, mention):
            yield _text(text[at : mention.start - 1], token)
            env["linked"].add(mention.target)
            at = mention.start
        elif may_link and mention.target not in env["linked"]:
            env["linked"].add(mention.target)
            yield _text(text[at : mention.start], token)
            yield _mention(text[mention.start : mention.end], mention)
            at = mention.end
    yield _text(text[at:], token)


def _mention(words, mention):
    kind, _, slug = mention.target.partition(" ")
    if kind == "term":
        return Token("term", "", 0, meta={"slug": slug, "words": words, "by_itself": True})
    has_page = statutes.ADDRESS.fullmatch(slug)
    meta = {"href": statutes.address(mention.citation), "slug": slug if has_page else ""}
    return Token("citation", "", 0, content=words, meta=meta)


def _text(text, token):
    return Token("text", "", 0, content=statutes.keep_together(text), level=token.level)


def _render_citation(tokens, index, options, env):
    token = tokens[index]
    words = escape(statutes.keep_together(token.content))
    card = f' data-provision="{token.meta["slug"]}"' if token.meta["slug"] else ""
    return f'<a class="citation" href="{token.meta["href"]}"{card}>{words}</a>'


def _shape(state):
    """Headings below the page's own, with ids; columns aligned by classes, never by style."""
    for index, token in enumerate(state.tokens):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(max(int(token.tag[1]), 2), 5)}"
        if token.type == "heading_open":
            _name_heading(token, state.tokens[index + 1], state.env)
        if token.type in ("th_open", "td_open"):
            style = str(token.attrs.pop("style", ""))
            if style.endswith(("right", "center")):
                token.attrSet("class", "text-end" if style.endswith("right") else "text-center")
            if token.type == "th_open" and state.tokens[index + 1].content:
                token.attrSet("scope", "col")
            elif token.type == "th_open":
                # A head cell without words is no head of anything.
                token.tag = state.tokens[index + 2].tag = "td"
        if token.type == "table_open":
            token.attrSet("class", "table")


def _name_heading(heading, inline, env):
    """A stable address, and in a section a quiet link to it."""
    words = "".join(child.meta.get("words", child.content) for child in inline.children)
    name = _unused(slug_of(words), env["ids"])
    heading.attrSet("id", name)
    has_links = any(child.type in ("link_open", "term", "citation") for child in inline.children)
    if env.get("anchors") and not has_links:
        opening = Token("link_open", "a", 1, attrs={"class": "anchor", "href": f"#{name}"})
        inline.children = [opening, *inline.children, Token("link_close", "a", -1)]


def _unused(wanted, taken):
    name, number = wanted or "afsnit", 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken.add(name)
    return name


def _build():
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    markdown.inline.ruler.before("link", "term", _term)
    markdown.core.ruler.push("link", _link)
    markdown.core.ruler.push("shape", _shape)
    markdown.add_render_rule("term", lambda self, *given: _render_term(*given))
    markdown.add_render_rule("citation", lambda self, *given: _render_citation(*given))
    markdown.add_render_rule("table_open", lambda self, *given: _open_table(self, *given))
    markdown.add_render_rule("table_close", lambda self, *given: "</table></div>\n")
    return markdown


def _open_table(renderer, tokens, index, options, env):
    opening = renderer.renderToken(tokens, index, options, env)
    return f'<div class="table-responsive" role="group" tabindex="0" aria-label="Tabel">{opening}'


_markdown = _build()
