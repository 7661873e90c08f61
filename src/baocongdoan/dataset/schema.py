"""The tables of a dataset, derived from the record contract: flat columns first, nested ones behind them.

Every column of a fact or an article is a field of the record of that name; Arrow's type follows from the field's own.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from ..records import Article
from ..rows import ARTICLE_COLUMNS
from ..serialise import DAY_FIELDS, FACT_TYPES

__all__ = [
    "CLOSED_SETS",
    "DATASET_VERSION",
    "FACT_OF_ARTICLE",
    "PAGES",
    "RESULTS",
    "SKIP_COLUMNS",
    "TABLES",
    "columns_of",
]

DATASET_VERSION = 1
"""The version of the tables below; a dataset of another version is refused."""


def _arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of a field of a record."""
    options = [option for option in get_args(hint) if option is not type(None)]
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return pa.float64() if {int, float} <= set(options) else _arrow_type(options[0])
    if origin is tuple:
        return pa.list_(_arrow_type(options[0]))
    if origin is Literal or (isinstance(hint, type) and issubclass(hint, str)):
        return pa.string()
    if is_dataclass(hint):
        return pa.struct(columns_of(hint))
    plain: pa.DataType = {bool: pa.bool_(), int: pa.int32(), float: pa.float64()}[hint]
    return plain


def _closed_set(hint: Any) -> Iterator[str]:
    """The only values that a field of a record may have; none where it may have any."""
    origin = get_origin(hint)
    if origin is Literal:
        yield from get_args(hint)
    elif origin in (Union, types.UnionType):
        for option in get_args(hint):
            yield from _closed_set(option)
    elif isinstance(hint, type) and issubclass(hint, Enum):
        yield from (str(member.value) for member in hint)


def columns_of(record: Any) -> dict[str, pa.DataType]:
    """The columns of a record's fields; days are days, not text."""
    hints = get_type_hints(record)
    return {
        field.name: pa.date32() if field.name in DAY_FIELDS else _arrow_type(hints[field.name])
        for field in fields(record)
    }


def _schema(columns: Mapping[str, pa.DataType]) -> pa.Schema:
    """The flat columns in their order, then the nested ones."""
    ordered = sorted(columns.items(), key=lambda item: pa.types.is_nested(item[1]))
    return pa.schema(ordered)


_PLACE = {"file": pa.string(), "origin": pa.string(), "offset": pa.int64(), "unit": pa.string()}
_OF_ARTICLE = {"article_id": pa.string()} | {
    name: column for name, column in columns_of(Article).items() if name not in ("id", "text")
}
_DERIVED = {"published_day": pa.date32(), "duplicate_of": pa.string()}
_ARTICLE = (
    _OF_ARTICLE | _DERIVED | {"facts": pa.int32(), "text": pa.string(), "page_id": pa.string()}
    | {"notes": pa.list_(pa.string())}
)  # fmt: skip
FACT_OF_ARTICLE = (*ARTICLE_COLUMNS, "site", *_DERIVED)
"""What a row of ``facts`` says of its article."""

_OF_FACT = {name: column for record in FACT_TYPES.values() for name, column in columns_of(record).items()}
_FACT = {name: _ARTICLE[name] for name in FACT_OF_ARTICLE} | _OF_FACT

_HINTS = [item for record in FACT_TYPES.values() for item in get_type_hints(record).items()]
_CLOSED = {name: [value for known, hint in _HINTS if known == name for value in _closed_set(hint)] for name in _OF_FACT}
CLOSED_SETS: Mapping[str, tuple[str, ...]] = {
    name: tuple(dict.fromkeys(values)) for name, values in _CLOSED.items() if values
}
"""The columns of facts that hold one of a few values, with all of them in the order of the contract."""

_COUNTED = {name: pa.int64() for name in ("pages", "articles", "duplicates", "skipped")}

SKIP_COLUMNS = ("page_id", *_PLACE, "error")
"""The columns of ``skipped``: which page, where it stands in which file, and why it is none."""

TABLES: Mapping[str, pa.Schema] = {
    "articles": _schema(_ARTICLE),
    "facts": _schema(_FACT),
    "skipped": _schema({name: _PLACE.get(name, pa.string()) for name in SKIP_COLUMNS}),
    "pages": _schema(
        {"page_id": pa.string(), **_PLACE, "outcome": pa.string(), "article_id": pa.string()}
        | {"signature": pa.binary(), "keys": pa.list_(pa.string())}
    ),
    "inputs": _schema(
        {"file": pa.string(), "file_id": pa.string(), "bytes": pa.int64(), "modified": pa.int64(), **_COUNTED}
    ),
}
"""The tables of a dataset by name.

``articles`` and ``facts`` are what was read, ``skipped`` what was not. ``pages`` and ``inputs`` say what became of
every page and of every file: ``outcome`` is "article", "duplicate" (of the article ``article_id``) or "skipped".
"""

PAGES = _schema(
    {"number": pa.int64(), "page_id": pa.string(), **_PLACE}
    | {name: pa.string() for name in ("url", "published", "title", "charset")}
    | {"is_html": pa.bool_(), "is_text": pa.bool_(), "content": pa.binary(), "error": pa.string()}
    | {"warnings": pa.list_(pa.string())}
)
"""What ``extract_batches`` takes: a page a row, not yet read.

``content`` is its text or HTML, which is UTF-8 for sure where ``is_text``; ``number`` is its place in the order in
which pages are taken; ``error`` says why there is no page to read.
"""

RESULTS = _schema(
    {"number": pa.int64(), "page_id": pa.string(), **_PLACE, "error": pa.string()}
    | {name: column for name, column in _ARTICLE.items() if name not in ("page_id", "origin", "duplicate_of")}
    | {"signature": pa.binary(), "keys": pa.list_(pa.string())}
    | {"found": pa.list_(pa.struct(_OF_FACT))}
)
"""What ``extract_batches`` gives: a row for every page that it took, with its article and the facts ``found`` in it, or
with the ``error`` for which there is none. ``keys`` and ``signature`` tell the same article and near copies."""
