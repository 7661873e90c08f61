"""Records as rows of the tables: days are days, and everything else is as in JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec
import pyarrow as pa

from ..errors import RecordError
from ..records import Article, Extraction, Fact
from ..serialise import DAY_FIELDS
from .schema import FACT_OF_ARTICLE, TABLES

__all__ = ["Row", "article_row", "fact_row", "facts_table"]

Row = dict[str, Any]
"""A row by the names of its columns."""


def article_row(article: Article) -> Row:
    """What an article says of itself, in the columns of the table ``articles``.

    >>> row = article_row(Article(id="a", origin="a.txt", published="2024-03-08T07:00:00+07:00"))
    >>> row["article_id"], row["published_day"]
    ('a', datetime.date(2024, 3, 8))
    """
    row: Row = msgspec.to_builtins(article)
    row["article_id"] = row.pop("id")
    row["published_day"] = _day("article.published", article.published[:10]) if article.published else None
    return row


def fact_row(fact: Fact) -> Row:
    """A fact, in the columns that its kind has."""
    row: Row = msgspec.to_builtins(fact)
    for name in DAY_FIELDS:
        if day := row.get(name):
            row[name] = _day(name, day)
    return row


def facts_table(extractions: Iterable[Extraction]) -> pa.Table:
    """The facts of articles as a dataset has them in its table ``facts``; no article is another's near copy here.

    Raises ``RecordError`` for a day that is none.

    >>> facts_table([]).schema == TABLES["facts"]
    True
    """
    return pa.Table.from_pylist(list(_rows(extractions)), TABLES["facts"])


def _rows(extractions: Iterable[Extraction]) -> Iterator[Row]:
    for extraction in extractions:
        article = article_row(extraction.article)
        of_article = {name: article.get(name) for name in FACT_OF_ARTICLE}
        yield from (of_article | fact_row(fact) for fact in extraction.facts)


def _day(field: str, day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise RecordError(f"{field}: {day!r} is no ISO 8601 day (YYYY-MM-DD)") from error
