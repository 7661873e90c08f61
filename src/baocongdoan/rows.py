"""Extractions as flat rows: one a fact, every row with the same columns, for data frames and spreadsheets."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import Any

from .records import Count, Date, Document, Extraction, Organisation, OtherRole, Person

__all__ = ["ARTICLE_COLUMNS", "COLUMNS", "FACT_COLUMNS", "Cell", "cell", "to_rows"]

Cell = str | int | float | bool | None
"""What a row holds: lists are joined with ``"; "``."""

ARTICLE_COLUMNS = ("article_id", "origin", "url", "title", "published")
"""What every row says of its article."""

FACT_COLUMNS = tuple(
    dict.fromkeys(field.name for record in (Date, Organisation, Document, Count, Person) for field in fields(record))
)
"""The fields of all kinds of fact in the contract's order."""

COLUMNS = (*ARTICLE_COLUMNS, *FACT_COLUMNS)
"""The columns of a row: those of the article, then those of the fact."""


def to_rows(extraction: Extraction) -> list[dict[str, Cell]]:
    """One row a fact, in the order of the text; a field that the kind doesn't have is ``None``.

    >>> from baocongdoan.records import Article
    >>> to_rows(Extraction(article=Article(id="a", origin="-")))
    []
    """
    article = extraction.article
    of_article = (article.id, article.origin, article.url, article.title, article.published)
    empty: dict[str, Cell] = dict.fromkeys(COLUMNS) | dict(zip(ARTICLE_COLUMNS, of_article, strict=True))
    return [
        empty | {field.name: cell(getattr(fact, field.name)) for field in fields(fact)} for fact in extraction.facts
    ]


def cell(value: Any) -> Cell:
    """A field's value in one cell.

    >>> cell(("Ban Thường vụ", "Ban Nữ công")), cell(OtherRole("Bí thư", "Đảng ủy xã"))
    ('Ban Thường vụ; Ban Nữ công', 'Bí thư, Đảng ủy xã')
    """
    if isinstance(value, tuple):
        return "; ".join(str(cell(part)) for part in value) or None
    if isinstance(value, OtherRole):
        return ", ".join(part for part in (value.role, value.organisation) if part)
    if isinstance(value, Enum):
        return str(value.value)
    plain: Cell = value
    return plain
