"""Hugging Face ``datasets``: one row an article, its facts in one list for each kind, every column typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from ..errors import RecordError, extra
from ..records import SCHEMA_VERSION, Article, Extraction
from ..serialise import DAY_FIELDS, FACT_TYPES, from_json

if TYPE_CHECKING:
    from datasets import Dataset, Features

__all__ = ["features", "from_huggingface", "to_huggingface"]

_ORDER = "order"
_LISTS = {kind: f"{kind}s" for kind in FACT_TYPES} | {"person": "people"}
"""The column of each kind's facts."""
_NUMBERS = ("value", "value_to")


def to_huggingface(docs: Iterable[Extraction]) -> Dataset:
    """The extractions as a ``datasets.Dataset``: one row an article, with the columns of ``features``.

    ``from_huggingface`` gives the same extractions back. Needs the extra ``datasets``.
    """
    with extra("Hugging Face datasets", "datasets"):
        from datasets import Dataset

    columns = features()
    rows = [_row(doc) for doc in docs]
    return Dataset.from_dict({name: [row[name] for row in rows] for name in columns}, features=columns)


def from_huggingface(dataset: Iterable[Mapping[str, Any]]) -> Iterator[Extraction]:
    """The extractions of a dataset that ``to_huggingface`` made; raises ``RecordError`` with the row that is none."""
    for number, row in enumerate(dataset):
        try:
            facts = [fact for column in _LISTS.values() for fact in row[column]]
            article = {name: value for name, value in row.items() if name not in _LISTS.values()}
            facts.sort(key=lambda fact: fact[_ORDER])
            record = {"schema": SCHEMA_VERSION, "article": article, "facts": [_plain(fact) for fact in facts]}
        except (KeyError, TypeError) as error:
            raise RecordError(f"row {number}: {error} is missing: was the dataset made by to_huggingface?") from error
        yield from_json(msgspec.json.encode(record))


def features() -> Features:
    """The columns: the article's fields, and a list of facts for each kind (``dates``, ``organisations``, …).

    Days are dates, numbers of counts are float64, and ``order`` is the fact's place among all of its article.
    """
    with extra("Hugging Face datasets", "datasets"):
        import pyarrow as pa
        from datasets import Features

        from ..dataset.schema import columns_of
    of_kinds = {
        _LISTS[kind]: pa.list_(pa.struct(columns_of(record) | {_ORDER: pa.int32()}))
        for kind, record in FACT_TYPES.items()
    }
    return Features.from_arrow_schema(pa.schema(columns_of(Article) | of_kinds))


def _row(doc: Extraction) -> Mapping[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(doc.article) | {column: [] for column in _LISTS.values()}
    for order, fact in enumerate(doc.facts):
        row[_LISTS[fact.kind]].append(_typed(msgspec.to_builtins(fact)) | {_ORDER: order})
    return row


def _typed(fact: Mapping[str, Any]) -> dict[str, Any]:
    """The fact with days that are days, not text."""
    try:
        days = {name: date.fromisoformat(fact[name]) for name in DAY_FIELDS if fact.get(name) is not None}
    except ValueError as error:
        raise RecordError(f"fact {fact['id']} ({fact['quote']!r}): {error}") from error
    return {**fact, **days}


def _plain(fact: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fact as JSON has it: whole numbers are integers again."""
    known = {field.name: fact[field.name] for field in fields(FACT_TYPES[fact["kind"]])}
    whole = {name: int(value) for name in _NUMBERS if (value := known.get(name)) is not None and value == int(value)}
    return known | whole
