"""From a plan to an HTML page, in the way of one of many sites; its lines' roles are found again when it is read."""

from __future__ import annotations

import html
import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Any

from ..records import Page, Role
from .material import AnnotatedPage
from .plans import Block, Plan, phrases

__all__ = ["HtmlShape", "as_html", "html_shape", "marked", "unmarked"]

_FIRST_MARK = 0xE000  # private-use characters stand for roles while a page is read
_ROLES = tuple(Role)


def marked(text: str, role: Role) -> str:
    """The text with its role in front, as a character that no page uses; ``unmarked`` takes it off again.

    >>> from baocongdoan.records import PageLine
    >>> page = Page(lines=(PageLine(1, marked("Tập huấn", Role.TITLE)),))
    >>> unmarked("x", page).page.lines, unmarked("x", page).roles
    ((PageLine(line=1, text='Tập huấn'),), (<Role.TITLE: 'title'>,))
    """
    return chr(_FIRST_MARK + _ROLES.index(role)) + text


def unmarked(name: str, page: Page) -> AnnotatedPage:
    """A page that was read with marks in it, and its roles; lines that no mark stands in are boilerplate."""
    roles, lines = [], []
    for line in page.lines:
        marks = [ord(char) - _FIRST_MARK for char in line.text if _is_mark(char)]
        roles.append(_ROLES[marks[0]] if marks else Role.BOILERPLATE)
        lines.append(replace(line, text="".join(char for char in line.text if not _is_mark(char))))
    return AnnotatedPage(name, replace(page, lines=tuple(lines)), tuple(roles))


def _is_mark(char: str) -> bool:
    return 0 <= ord(char) - _FIRST_MARK < len(_ROLES)


_MISNAMED = 0.15  # share of names that say nothing, or something else


@cache
def _class_names() -> Mapping[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("class_names.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class HtmlShape:
    """How a site builds its pages: the ``names`` of its classes, from a ``scheme`` of them, and the element of each
    kind of block.

    ``landmarks``: it has elements such as article and nav; ``breaks``: paragraphs are text between line breaks;
    ``metadata``: the headline is declared; ``form``: the whole page is a form, as ASP.NET builds it;
    ``site_heading``: the site's name is an h1; ``article_header``: headline and lead stand in a header of their own.
    """

    scheme: str
    names: Mapping[str, str]
    landmarks: bool
    title: str
    paragraph: str
    caption: str
    link: str
    breaks: bool
    bold_lead: bool
    metadata: bool
    linked_titles: bool
    form: bool
    site_heading: bool
    article_header: bool


def html_shape(rng: random.Random) -> HtmlShape:
    """A site thrown together."""
    paragraph = rng.choice(("p", "p", "p", "div", "br", "span"))
    names = _class_names()
    scheme = rng.choice(tuple(names["schemes"]))
    return HtmlShape(
        scheme=scheme,
        names={
            kind: rng.choice(names["idle"]) if rng.random() < _MISNAMED else name
            for kind, name in names["schemes"][scheme].items()
        },
        landmarks=rng.random() < 0.45,
        title=rng.choice(("h1", "h1", "h1", "h2", "div", "span")),
        paragraph="p" if paragraph == "br" else paragraph,
        caption=rng.choice(("figcaption", "td", "p", "p", "em", "div")),
        link=rng.choice(("li", "li", "h3", "div", "p", "bare", "card")),
        breaks=paragraph == "br",
        bold_lead=rng.random() < 0.3,
        metadata=rng.random() < 0.5,
        linked_titles=rng.random() < 0.1,
        form=rng.random() < 0.12,
        site_heading=rng.random() < 0.12,
        article_header=rng.random() < 0.4,
    )


def as_html(plan: Plan, shape: HtmlShape) -> str:
    """The plan as an HTML page with its roles marked."""
    writer = _HtmlWriter(shape)
    zones = "".join(writer.zone(name, tuple(blocks)) for name, blocks in groupby(plan.blocks, key=_zone))
    if shape.form:
        zones = f"<form id='aspnetForm'>{zones}</form>"
    title = f"<title>{html.escape(plan.title if shape.metadata else phrases()['site_title'][0])}</title>"
    graph = (
        f'<meta property="og:title" content="{html.escape(plan.title)}"><meta property="og:type" content="article">'
        if shape.metadata
        else ""
    )
    return (
        f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'>{title}{graph}</head><body>{zones}</body></html>"
    )


def _zone(block: Block) -> str:
    return "article" if block.zone == "box" else block.zone


_LANDMARKS = {
    "head": "header",
    "article": "article",
    "below": "section",
    "aside": "aside",
    "foot": "footer",
}


class _HtmlWriter:
    """Writes the blocks of one page in one site's way."""

    def __init__(self, shape: HtmlShape) -> None:
        self._shape = shape
        self._names = shape.names

    def zone(self, name: str, blocks: Sequence[Block]) -> str:
        """A part of the page."""
        top = self._top(blocks) if name == "article" else 0
        inner = self._groups(blocks[top:])
        if top:
            inner = f"<header>{self._groups(blocks[:top])}</header>{inner}"
        return self._element(_LANDMARKS[name] if self._shape.landmarks else "div", inner, name)

    def _top(self, blocks: Sequence[Block]) -> int:
        """How many blocks stand in the article's own header."""
        kinds = [block.kind for block in blocks]
        if not (self._shape.article_header and self._shape.landmarks) or "title" not in kinds:
            return 0
        return kinds.index("lead" if len(self._shape.scheme) % 2 and "lead" in kinds else "title") + 1

    def _groups(self, blocks: Sequence[Block]) -> str:
        return "".join(self._group(kind, tuple(run)) for kind, run in groupby(blocks, key=self._key))

    def _key(self, block: Block) -> str:
        if block.zone == "box":
            return "box"
        if block.kind in ("menu", "share", "comment", "item", "cell"):
            return block.kind
        if block.kind in ("link", "link_date", "teaser"):
            return "links"
        return "body" if block.kind in ("lead", "paragraph", "subhead") and self._shape.breaks else "single"

    def _group(self, kind: str, run: Sequence[Block]) -> str:
        inner = "".join(self._block(block) for block in run)
        if kind == "menu":
            menu = self._element("ul", inner, "menu")
            return f"<nav>{menu}</nav>" if self._shape.landmarks else menu
        if kind in ("box", "links"):
            listed = f"<ul>{inner}</ul>" if self._shape.link == "li" else inner
            return self._element("div", listed, "box") if kind == "box" else listed
        if kind == "comment":
            return self._element("form" if self._shape.landmarks else "div", inner, "comment")
        if kind in ("item", "cell"):
            return f"<ul>{inner}</ul>" if kind == "item" else f"<table><tr>{inner}</tr></table>"
        if kind == "body":
            return self._element("div", inner, "body")
        return self._element("div", inner, kind) if kind == "share" else inner

    def _block(self, block: Block) -> str:
        text = html.escape(marked(block.text, block.role))
        shape = self._shape
        match block.kind:
            case "title":
                text = f'<a href="/bai/1.html">{text}</a>' if shape.linked_titles else text
                return self._element(shape.title, text, "title") + ("<br>" if shape.title == "span" else "")
            case "site" if shape.site_heading:
                return f"<h1>{text}</h1>"
            case "menu":
                return f'<li><a href="/muc">{text}</a></li>'
            case "link":
                return self._link(text)
            case "link_date" | "footer" | "site_date":
                return f"<div><span>{text}</span></div>"
            case "teaser":
                button = f'<a class="btn" href="/tin/2.html">{marked(phrases()["button"][0], Role.BOILERPLATE)}</a>'
                return f"<p>{text}</p>{button if shape.link == 'card' else ''}"
            case "lead":
                text = f"<strong>{text}</strong>" if shape.bold_lead else text
                return self._paragraph(text, "lead")
            case "paragraph":
                return self._paragraph(text, "paragraph")
            case "subhead":
                return f"<strong>{text}</strong><br>" if shape.breaks else f"<h3>{text}</h3>"
            case "caption":
                return self._caption(text)
            case "item":
                return f"{text}<br>" if shape.breaks else f"<li>{text}</li>"
            case "cell":
                return f"<td><p>{text}</p></td>"
            case "title_again" | "picture":
                return f"<div><img src='/a.jpg'>{text}</div>" if block.kind == "title_again" else ""
            case "comment":
                return f"<label>{text}</label><br>" if len(block.text) < 20 else f"<p>{text}</p>"
            case "share":
                return (
                    f'<a href="#" class="btn">{text}</a> <br>'
                    if shape.link == "bare"
                    else f'<li><a href="#">{text}</a></li>'
                )
            case "related_heading" | "further_heading" | "aside_heading":
                return f"<h4>{text}</h4>" if shape.landmarks else f"<div><b>{text}</b></div>"
        return self._element("div" if block.kind != "author" else "p", text, block.kind)

    def _paragraph(self, text: str, kind: str) -> str:
        if self._shape.breaks:
            return f"{text}<br><br>"
        if self._shape.paragraph == "span":
            return self._element("p", f"<span style='font-size:14px'>{text}</span>", kind)
        return self._element(self._shape.paragraph, text, kind)

    def _caption(self, text: str) -> str:
        match self._shape.caption:
            case "figcaption":
                return f"<figure><img src='/a.jpg'>{self._element('figcaption', text, 'caption')}</figure>"
            case "td":
                cell = self._element("td", text, "caption")
                return f"<table><tr><td><img src='/a.jpg'></td></tr><tr>{cell}</tr></table>"
            case "em":
                centred = "<p style='text-align:center'>"
                return f"{centred}<img src='/a.jpg'></p>{centred}<em>{text}</em></p>"
        return f"<p><img src='/a.jpg'></p>{self._element(self._shape.caption, text, 'caption')}"

    def _link(self, text: str) -> str:
        if self._shape.link == "card":  # the link is a button below the teaser
            return self._element("h5", text, "link")
        inner = f'<a href="/tin/2.html">{text}</a>'
        return f"{inner}<br>" if self._shape.link == "bare" else self._element(self._shape.link, inner, "link")

    def _element(self, tag: str, inner: str, kind: str) -> str:
        name = self._names.get(kind)
        return f'<{tag} class="{name}">{inner}</{tag}>' if name else f"<{tag}>{inner}</{tag}>"
