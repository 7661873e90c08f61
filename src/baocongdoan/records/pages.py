"""What readers give: pages with their lines, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .values import Role

__all__ = ["Markup", "Page", "PageLine", "PageMetadata", "Skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What a page's markup says of a line.

    ``tag`` is the nearest block element ("p", "h1", "li", "td", …), ``depth`` its depth in the tree,
    ``link_density`` the share of the line's characters that stand in links, ``heading`` the level of a heading
    (0 for none), ``landmark`` the nearest element that says what part of the page this is ("article", "main",
    "nav", "header", "footer", "aside", "figure", "form", "table"), ``hint`` the class and id names around the line,
    the nearest first. ``emphasis`` is "strong" or "em" where nearly the whole line is, and ``after_picture`` whether
    a picture stands between the line before and this one. ``role`` is what a site profile makes of the line.
    """

    tag: str
    depth: int = 0
    link_density: float = 0.0
    heading: int = 0
    in_list: bool = False
    is_caption: bool = False
    landmark: str | None = None
    hint: str = ""
    emphasis: str | None = None
    after_picture: bool = False
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page as the crawler left it, counted from 1: with the blank lines for plain text, block by block
    for HTML, where ``markup`` is known, too."""

    line: int
    text: str
    markup: Markup | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page's own metadata say (JSON-LD, OpenGraph, meta elements); null where they are silent."""

    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    canonical_url: str | None = None
    is_article: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a reader makes of a source: its lines, and what is known beside them.

    ``lines`` holds the non-blank lines only. ``url`` and ``published`` (ISO 8601) are what the caller knows, or the
    file that held the page; what the page itself says stands in ``metadata``.
    """

    lines: tuple[PageLine, ...]
    origin: str = "-"
    url: str | None = None
    published: str | None = None
    metadata: PageMetadata | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A page, or the rest of a file, that could not be read: ``reason`` says why and what to do.

    ``offset`` is where it begins in its file: in bytes, counted behind a decompression but not in WARC files, or in
    rows where ``unit`` is "row"; null for a file that is one page.

    >>> str(Skipped(origin="dump.jsonl#7", reason="not JSON: repair the line", offset=5120))
    'dump.jsonl#7 (byte 5120): not JSON: repair the line'
    """

    origin: str
    reason: str
    offset: int | None = None
    unit: Literal["byte", "row"] = "byte"

    @property
    def place(self) -> str:
        """Where it is: its origin, and where in the file it begins."""
        return self.origin if self.offset is None else f"{self.origin} ({self.unit} {self.offset})"

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"
