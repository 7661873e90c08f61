"""An article with its facts marked where they stand: in colours, or in brackets where there are none."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text

from ..records import Extraction, Fact

__all__ = ["STYLES", "bracketed", "highlighted", "legend"]

STYLES: Mapping[str, str] = {
    "date": "cyan",
    "organisation": "green",
    "document": "magenta",
    "count": "bold yellow",
    "person": "blue",
}
"""The terminal style of each kind of fact."""


def highlighted(extraction: Extraction) -> Text:
    """The article's text with every fact in the colour of its kind; of two that overlap, the shorter shows."""
    text = Text(extraction.article.text)
    for fact in sorted(extraction.facts, key=_length, reverse=True):
        text.stylize(STYLES[fact.kind], fact.start, fact.end)
    return text


def bracketed(extraction: Extraction) -> str:
    """The article's text with every fact in brackets, its kind behind them.

    >>> from baocongdoan.records import Article, Person
    >>> person = Person(quote="Lê A", start=4, end=8, name="Lê A")
    >>> bracketed(Extraction(article=Article(id="a", origin="-", text="Ông Lê A dự."), facts=(person,)))
    'Ông ⟦Lê A⟧person dự.'
    """
    text = extraction.article.text
    # At one place brackets close before others open; of those that open, the longest does first.
    marks = [(fact.end, 0, -fact.start, f"⟧{fact.kind}") for fact in extraction.facts]
    marks += [(fact.start, 1, -fact.end, "⟦") for fact in extraction.facts]
    parts, last = [], 0
    for position, _, _, mark in sorted(marks):
        parts += [text[last:position], mark]
        last = position
    return "".join([*parts, text[last:]])


def legend() -> Text:
    """The kinds in their colours."""
    return Text(" ").join(Text(kind, style) for kind, style in STYLES.items())


def _length(fact: Fact) -> int:
    return fact.end - fact.start
