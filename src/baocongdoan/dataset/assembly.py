"""What was found in pages, in the order of the pages, to the tables of a part.

Here it is settled which articles are met again and which are near copies: one article after the other, in the order in
which they were given, so that neither engines nor interruptions make a difference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from .index import Index
from .schema import FACT_OF_ARTICLE, SKIP_COLUMNS, TABLES

__all__ = ["assemble"]


def assemble(results: pa.Table, index: Index) -> dict[str, pa.Table]:
    """The tables of a part but for ``inputs``; what they hold is added to the index."""
    told_by = ["page_id", "error", "article_id", "keys", "signature"]
    fates = [_fate(row, index) for row in results.select(told_by).to_pylist()]
    index.add_pages(fates)
    outcomes = pa.array([fate["outcome"] for fate in fates], pa.string())
    read = results.append_column("duplicate_of", pa.array([fate["duplicate_of"] for fate in fates], pa.string()))
    read = read.filter(pc.equal(outcomes, "article"))
    skipped = results.filter(pc.equal(outcomes, "skipped"))
    return {
        "articles": _shaped(read, "articles"),
        "facts": _facts(read),
        "skipped": _shaped(skipped.select(SKIP_COLUMNS), "skipped"),
        "pages": _pages(results, fates),
    }


def _fate(row: Mapping[str, Any], index: Index) -> dict[str, Any]:
    """What becomes of a page, and with which article."""
    fate = {"page_id": row["page_id"], "outcome": "skipped", "article_id": None, "duplicate_of": None}
    if row["error"] is not None:
        return fate
    if (known := index.article(row["keys"])) is not None:
        return fate | {"outcome": "duplicate", "article_id": known}
    index.add_article(row["article_id"], row["keys"])
    fate |= {"outcome": "article", "article_id": row["article_id"]}
    if row["signature"] is not None:
        fate["duplicate_of"] = index.original(row["signature"])
        if fate["duplicate_of"] is None:
            index.add_original(row["article_id"], row["signature"])
    return fate


def _facts(read: pa.Table) -> pa.Table:
    """A row a fact, with what is said of its article."""
    found = read["found"].combine_chunks()
    facts = read.select(FACT_OF_ARTICLE).take(pc.list_parent_indices(found))
    own = pc.list_flatten(found)
    for field, values in zip(own.type, own.flatten(), strict=True):
        facts = facts.append_column(field, values)
    return _shaped(facts, "facts")


def _pages(results: pa.Table, fates: Sequence[Mapping[str, Any]]) -> pa.Table:
    pages = results.drop_columns(["article_id"])
    for name in ("outcome", "article_id"):
        pages = pages.append_column(name, pa.array([fate[name] for fate in fates], pa.string()))
    return _shaped(pages, "pages")


def _shaped(table: pa.Table, name: str) -> pa.Table:
    """Those columns of a table that another has, in its order and with its types."""
    schema = TABLES[name]
    return table.select(schema.names).cast(schema)
