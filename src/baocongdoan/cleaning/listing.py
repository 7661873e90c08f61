"""Whether a page holds an article at all, or lists others: a home page, a section, a tag, search results."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Role
from .headline import is_page_title
from .layout import Layout
from .marks import LINKED
from .markup import leads_elsewhere
from .roles import Label

__all__ = ["FEW_LINKS", "is_listing", "links_to_articles"]

FEW_LINKS = 4
"""Links to other articles, from which an HTML page may be a list of them."""

_LIST_LINES = 8  # from so many lines without a single paragraph a page of plain text is a list of links


def is_listing(layout: Layout, labels: Sequence[Label]) -> bool:
    """Whether what the labels keep is other articles' headlines and teasers, or nothing that reads like prose."""
    if layout.core is None:
        return _is_list_of_lines(layout, labels)
    return _is_list_of_teasers(layout, labels)


def _is_list_of_lines(layout: Layout, labels: Sequence[Label]) -> bool:
    """A page without a paragraph, of more than a headline with a short lead."""
    count = len(layout.lines)
    body = any(given.role is Role.BODY for given in labels)
    if count == 1 or (body and (count <= _LIST_LINES or _has_declared_headline(layout))):
        return False
    return sum(found is None for found in layout.marks) != 1


def _is_list_of_teasers(layout: Layout, labels: Sequence[Label]) -> bool:
    """A page whose paragraphs all stand alone, each with a link of its own above it, and no headline over them."""
    links = links_to_articles(layout)
    if len(links) < FEW_LINKS:
        return False
    body = [line.index for line in layout.lines if labels[line.index].role is Role.BODY and line.statement]
    headline = layout.headline
    if not body or headline is None or headline > body[-1]:
        return True
    paragraphs = set(body)
    if any(
        index + 1 in paragraphs or labels[index + 1].role is Role.CAPTION for index in body if index + 1 < len(labels)
    ):
        return False
    if any(headline < index < body[0] for index in links):
        return True
    return headline in links and not is_page_title(layout.lines[headline], layout.page_title)


def links_to_articles(layout: Layout) -> list[int]:
    """The indices of the lines that are links and long enough for a headline, outside menus."""
    return [
        line.index
        for line, found in zip(layout.lines, layout.marks, strict=True)
        if found is LINKED
        or (
            line.markup is not None and line.markup.heading == 1 and leads_elsewhere(line.markup, line.words, line.text)
        )
    ]


def _has_declared_headline(layout: Layout) -> bool:
    """Whether the headline is what the page's own metadata call it."""
    return layout.headline is not None and is_page_title(layout.lines[layout.headline], layout.page_title)
