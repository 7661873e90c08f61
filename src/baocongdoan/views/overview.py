"""Several articles at one glance, as HTML for a notebook: a table of them, and the first in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from ..records import Extraction, Skipped
from .summary import number
from .webpage import COLOURS, fragment, kind_style

__all__ = ["overview", "table"]

_SHOWN = 12
"""Rows of a table: the others are counted, so that a notebook stays light."""

_LEFT, _RIGHT = "text-align:left;vertical-align:top", "text-align:right;vertical-align:top"
_UNBROKEN = 12  # a date or a word is read at once


def overview(title: str, articles: Sequence[tuple[str, Extraction]], skipped: Sequence[Skipped] = ()) -> str:
    """A row for each article under its name, with its facts by kind; what was skipped and why; the first in full.

    >>> from baocongdoan.records import Article
    >>> html = overview("1 article", [("a.txt", Extraction(article=Article(id="a", origin="a.txt", title="<Họp>")))])
    >>> "&lt;Họp&gt;" in html and "<Họp>" not in html
    True
    """
    parts = [_articles(title, articles)]
    if skipped:
        rows = [(page.place, page.reason) for page in skipped[:_SHOWN]]
        parts.append(table("Skipped", ("page", "why"), [*rows, *_further(len(skipped), 1)]))
    if articles:
        name, first = articles[0]
        headline = escape(first.article.title or name)
        parts.append(f"<details><summary>{headline}</summary>\n{fragment(first)}\n</details>")
    return "\n".join(parts)


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """Rows under headings and a title; texts begin at the left, numbers end at the right.

    >>> table("Đếm", ["kind", "facts"], [["count", 1250]]).count("1.250</td>")
    1
    """
    head = "".join(f'<th style="{_LEFT}">{_heading(name)}</th>' for name in headings)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows)
    caption = f'<caption style="text-align:left">{escape(title)}</caption>'
    return f"<table>{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>"


def _articles(title: str, articles: Sequence[tuple[str, Extraction]]) -> str:
    rows: list[Sequence[str | int]] = []
    for name, extraction in articles[:_SHOWN]:
        published = (extraction.article.published or "")[: len("2024-01-31")]
        rows.append((name, extraction.article.title or "", published, *_by_kind([extraction])))
    rows += _further(len(articles), 2 + len(COLOURS))
    if len(articles) > 1:
        rows.append(("all", "", "", *_by_kind([extraction for _, extraction in articles])))
    return table(title, ("name", "title", "published", *COLOURS), rows)


def _by_kind(extractions: Iterable[Extraction]) -> list[int]:
    found: Counter[str] = Counter(fact.kind for extraction in extractions for fact in extraction.facts)
    return [found[kind] for kind in COLOURS]


def _further(rows: int, columns: int) -> list[Sequence[str | int]]:
    """A row that counts those that are not shown."""
    return [(f"… and {rows - _SHOWN} more", *[""] * columns)] if rows > _SHOWN else []


def _heading(name: str) -> str:
    return f'<span style="{kind_style(name)}">{name}</span>' if name in COLOURS else escape(name)


def _cell(value: str | int) -> str:
    if isinstance(value, int):
        return f'<td style="{_RIGHT}">{number(value)}</td>'
    wrapping = "white-space:nowrap" if len(value) <= _UNBROKEN else "min-width:8em;overflow-wrap:anywhere"
    return f'<td style="{_LEFT};{wrapping}">{escape(value)}</td>'
