"""An article with its facts marked, as HTML: for notebooks and for a page of its own.

All colours are written into the elements, because notebooks strip style sheets of what they don't trust, and nothing
is loaded from elsewhere. Every word of the article is text, never markup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from html import escape
from itertools import pairwise

from ..records import Article, Extraction, Fact, Role
from ..rows import cell
from .summary import summary

__all__ = ["COLOURS", "fragment", "kind_style", "link", "listing", "page", "webpage"]

# Light grounds for dark letters; the edge tells the kinds apart in print, too.
COLOURS: Mapping[str, tuple[str, str]] = {
    "date": ("#d8eefb", "#1c7ca6"),
    "organisation": ("#dff2d8", "#3f7f2a"),
    "document": ("#f3def5", "#8c3a96"),
    "count": ("#fff0b8", "#a67c00"),
    "person": ("#e0e3fb", "#4450b5"),
}
"""Ground and edge of each kind of fact."""
_SHEET = (
    "background:#fff;color:#1b1b1b;font-family:system-ui,sans-serif;line-height:1.7;max-width:46em;padding:.5em .7em"
)
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{head}</head>
<body style="margin:2em auto;padding:0 1.2em;max-width:{width}">
{body}
</body>
</html>
"""
# No other address may be followed by a click: a page's own could be a script.
_WEB_ADDRESS = re.compile(r"https?://[\w.-]", re.IGNORECASE)


def fragment(extraction: Extraction) -> str:
    """The article with coloured facts under a legend; whoever points at a fact sees all its fields.

    Where facts overlap, the colour is that of the shorter one, and all of them are told.

    >>> from baocongdoan.records import Person
    >>> person = Person(id="f1", quote="Lê A", start=4, end=8, name="Lê A")
    >>> html = fragment(Extraction(article=Article(id="a", origin="-", text="Ông Lê A <dự>."), facts=(person,)))
    >>> "Lê A</mark> &lt;dự&gt;." in html
    True
    """
    article = extraction.article
    if article.text or not extraction.facts:
        body = f'<div style="white-space:pre-wrap">{"".join(_marked(extraction))}</div>'
    else:  # an annotation may leave the text to its page
        body = listing(
            "Facts, without the text that they stand in", {fact.quote: summary(fact) for fact in extraction.facts}
        )
    return f'<div style="{_SHEET}">\n{_about(article)}{_legend(extraction)}{body}\n</div>'


def webpage(extraction: Extraction) -> str:
    """The same as a page that needs nothing else, neither network nor scripts.

    >>> webpage(Extraction(article=Article(id="a", origin="a.txt"))).startswith("<!doctype html>")
    True
    """
    article = extraction.article
    return page(article.title or article.origin, fragment(extraction))


def page(title: str, body: str, *, language: str = "vi", head: str = "", width: str = "46em") -> str:
    """A whole page around a body of HTML; ``head`` is HTML, too, the title is text.

    >>> "<title>a &lt; b</title>" in page("a < b", "<p>…</p>")
    True
    """
    return _PAGE.format(title=escape(title), body=body, language=language, head=head, width=width)


def link(address: str, text: str | None = None) -> str:
    """A link to a web address, under a text or the address itself; what is no web address is not linked.

    >>> link("https://tin.example/?a=1&b=2", "Tin")
    '<a href="https://tin.example/?a=1&amp;b=2" rel="noopener noreferrer">Tin</a>'
    >>> link("javascript:alert(1)"), link("http://[")
    ('javascript:alert(1)', 'http://[')
    """
    said = escape(address if text is None else text)
    is_web = _WEB_ADDRESS.match(address) is not None
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{said}</a>' if is_web else said


def listing(title: str, rows: Mapping[str, str]) -> str:
    """Names with what is said of them, under a title, for a notebook.

    >>> listing("Dataset <a>", {"facts": "1.250"}).count("&lt;a&gt;")
    1
    """
    cells = "".join(
        f'<tr><th style="text-align:left">{escape(name)}</th><td style="text-align:left">{escape(said)}</td></tr>\n'
        for name, said in rows.items()
    )
    return f'<table><caption style="text-align:left">{escape(title)}</caption>\n{cells}</table>'


def _about(article: Article) -> str:
    """What is known of the article itself, in one line."""
    said = [escape(part) for part in (article.published, ", ".join(article.authors), article.source) if part]
    said.append(link(article.url or article.origin))
    return f'<p style="margin:0;color:#555;font-size:85%">{" · ".join(said)}</p>\n'


def _legend(extraction: Extraction) -> str:
    numbers: Counter[str] = Counter(fact.kind for fact in extraction.facts)
    kinds = " ".join(f'<span style="{kind_style(kind)}">{kind} {numbers[kind]}</span>' for kind in COLOURS)
    return f'<p style="margin:.3em 0 1em;font-size:85%">{kinds}</p>\n'


def _marked(extraction: Extraction) -> Iterator[str]:
    """The text, piece by piece between the ends of facts and of headlines."""
    text = extraction.article.text
    headlines = list(_headlines(extraction.article))
    inner = (end for fact in extraction.facts for end in (fact.start, fact.end))
    ends = sorted({0, len(text), *inner, *(end for headline in headlines for end in headline)})
    facts = sorted(extraction.facts, key=lambda fact: fact.start)
    open_facts: list[Fact] = []
    following = 0
    for start, end in pairwise(ends):
        open_facts = [fact for fact in open_facts if fact.end > start]
        while following < len(facts) and facts[following].start == start:
            open_facts.append(facts[following])
            following += 1
        piece = escape(text[start:end], quote=False)
        if open_facts:
            shortest_first = sorted(open_facts, key=lambda fact: fact.end - fact.start)
            told = escape("\n\n".join(map(_told, shortest_first)))
            piece = f'<mark style="{kind_style(shortest_first[0].kind)}" title="{told}">{piece}</mark>'
        yield f"<b>{piece}</b>" if any(first <= start < last for first, last in headlines) else piece


def _headlines(article: Article) -> Iterator[tuple[int, int]]:
    for line in article.lines:
        if line.role is Role.TITLE and line.start is not None:
            yield line.start, f"{article.text}\n".index("\n", line.start)


def kind_style(kind: str) -> str:
    """The CSS declarations that show a kind of fact."""
    ground, edge = COLOURS[kind]
    return f"background:{ground};color:#1b1b1b;border-bottom:2px solid {edge};padding:1px 0"


def _told(fact: Fact) -> str:
    """A fact with all its fields but those that say nothing and those that the place shows."""
    said = {field.name: cell(getattr(fact, field.name)) for field in fields(fact)}
    rows = [
        f"{name}: {value}"
        for name, value in said.items()
        if name not in ("id", "kind", "start", "end") and value not in (None, "")
    ]
    return "\n".join([f"{fact.id} {fact.kind} · {summary(fact)}".strip(), *rows])
