"""Extractions as JSON and back, and the JSON Schema of the record contract.

msgspec does the work and knows the records by their dataclasses. It can't tell the members of a union of
plain dataclasses apart, so a fact is decoded by its ``kind`` and the schema's ``oneOf`` is put together here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

import msgspec

from .errors import RecordError
from .records import (
    LINK_FIELDS,
    SCHEMA_VERSION,
    Article,
    Count,
    Date,
    Document,
    Extraction,
    Fact,
    Line,
    Organisation,
    OtherRole,
    Person,
)

__all__ = [
    "DAY_FIELDS",
    "FACT_TYPES",
    "decode_article",
    "decode_fact",
    "from_json",
    "parse_object",
    "schema",
    "to_json",
]

FACT_TYPES: Mapping[str, type[Fact]] = {
    "date": Date,
    "organisation": Organisation,
    "document": Document,
    "count": Count,
    "person": Person,
}
"""The record of every ``kind`` of fact."""

_Record = TypeVar("_Record")

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
DAY_FIELDS = ("first_day", "last_day", "issued")
"""The fields of facts that hold an ISO 8601 day."""

_PATH = re.compile(r"^(?P<problem>.*?)(?: - at `\$(?P<path>[^`]*)`)?$", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<field>[^`]+)`")


def to_json(extraction: Extraction) -> str:
    """One JSON object on one line: ``schema``, ``article`` and ``facts``, fields in the contract's order.

    >>> to_json(Extraction(article=Article(id="a", origin="-", text="Họp.")))[:42]
    '{"schema":1,"article":{"id":"a","origin":"'
    """
    envelope = {"schema": SCHEMA_VERSION, "article": extraction.article, "facts": extraction.facts}
    return msgspec.json.encode(envelope).decode()


def from_json(source: str | bytes) -> Extraction:
    """The extraction that ``to_json`` wrote; ``RecordError`` names the field that breaks the contract.

    Unknown fields are let pass, so that a reader of this version takes what a later one adds.

    >>> extraction = Extraction(article=Article(id="a", origin="-", text="Họp."))
    >>> from_json(to_json(extraction)) == extraction
    True
    """
    raw = parse_object(source)
    if raw.get("schema") != SCHEMA_VERSION:
        raise RecordError(f"schema: this version reads schema {SCHEMA_VERSION}, the object says {raw.get('schema')!r}")
    article = decode_article(raw.get("article"))
    facts = raw.get("facts")
    if not isinstance(facts, list):
        raise RecordError("facts: a list is wanted")
    extraction = Extraction(
        article=article, facts=tuple(decode_fact(fact, f"facts[{index}]") for index, fact in enumerate(facts))
    )
    _check(extraction)
    return extraction


def parse_object(source: str | bytes) -> dict[str, Any]:
    """A JSON object as a dict, or a ``RecordError`` that says where the text stops being JSON.

    >>> parse_object('{"schema": 1}')
    {'schema': 1}
    """
    try:
        raw = msgspec.json.decode(source)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise RecordError(f"not valid JSON: {error}") from error
    if not isinstance(raw, dict):
        raise RecordError(f"a JSON object is wanted, this is {type(raw).__name__}")
    return raw


def decode_article(raw: object) -> Article:
    """The article of a decoded JSON object.

    >>> decode_article({"id": "a", "origin": "-"}).origin
    '-'
    """
    return _named("article", lambda: msgspec.convert(raw, Article))


def decode_fact(raw: object, where: str = "fact") -> Fact:
    """One fact of a decoded JSON object, by its ``kind``; ``where`` is how an error names it.

    >>> decode_fact({"kind": "person", "quote": "Lê A", "start": 0, "end": 4, "name": "Lê A"}).kind
    'person'
    """
    if not isinstance(raw, dict):
        raise RecordError(f"{where}: an object is wanted")
    kind = raw.get("kind")
    record = FACT_TYPES.get(kind) if isinstance(kind, str) else None
    if record is None:
        raise RecordError(f"{where}.kind: {kind!r} is none of {', '.join(FACT_TYPES)}")
    return _named(where, lambda: msgspec.convert(raw, record))


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one object of ``to_json``.

    >>> schema()["required"]
    ['schema', 'article', 'facts']
    """
    _, definitions = msgspec.json.schema_components([Article, *FACT_TYPES.values()], ref_template="#/$defs/{name}")
    for record in (Article, Line, OtherRole, *FACT_TYPES.values()):
        definition, names = definitions[record.__name__], [field.name for field in fields(record)]
        definition["properties"] = {name: definition["properties"][name] for name in names}
        definition["required"] = names  # what is written is always there, nulls too
    contract = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "baocongdoan extraction",
        "type": "object",
        "required": ["schema", "article", "facts"],
        "properties": {
            "schema": {"const": SCHEMA_VERSION},
            "article": {"$ref": "#/$defs/Article"},
            "facts": {
                "type": "array",
                "items": {"oneOf": [{"$ref": f"#/$defs/{record.__name__}"} for record in FACT_TYPES.values()]},
            },
        },
        "$defs": definitions,
    }
    return parse_object(msgspec.json.encode(contract))  # defaults are tuples and enumerations in the records


def _named(where: str, convert: Callable[[], _Record]) -> _Record:
    """What ``convert`` gives, its validation error told with the whole path of the field."""
    try:
        return convert()
    except msgspec.ValidationError as error:
        raise RecordError(_located(where, str(error))) from error


def _located(where: str, message: str) -> str:
    parts = _PATH.match(message)
    problem, path = (parts["problem"], parts["path"] or "") if parts else (message, "")
    if missing := _MISSING.match(problem):
        return f"{where}{path}.{missing['field']}: the field is missing"
    return f"{where}{path}: {problem[0].lower()}{problem[1:]}"


def _check(extraction: Extraction) -> None:
    """The promises of the contract that no type tells: quotes stand at their offsets, days are days, links lead on."""
    text = extraction.article.text
    ids: set[str] = set()
    for index, fact in enumerate(extraction.facts):
        if not 0 <= fact.start < fact.end or text[fact.start : fact.end] != fact.quote:
            raise RecordError(f"facts[{index}].quote: article.text[{fact.start}:{fact.end}] is not {fact.quote!r}")
        if not fact.id or fact.id in ids:
            raise RecordError(f"facts[{index}].id: {fact.id!r} is empty or stands twice")
        ids.add(fact.id)
        for name in DAY_FIELDS:
            day = getattr(fact, name, None)
            if day is not None and not _DAY.fullmatch(day):
                raise RecordError(f"facts[{index}].{name}: {day!r} is no ISO 8601 day (YYYY-MM-DD)")
    for index, fact in enumerate(extraction.facts):
        for name in LINK_FIELDS:
            link = getattr(fact, name, None)
            if link is not None and link not in ids:
                raise RecordError(f"facts[{index}].{name}: no fact has the id {link!r}")
