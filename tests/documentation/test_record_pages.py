"""The pages that explain the records leave out no field and no value, and their examples are what comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest
import record_examples
from refresh_examples import RECORDS

from baocongdoan.analysis.questions import known_measures
from baocongdoan.records import Article, Line
from baocongdoan.serialise import FACT_TYPES

PAGES: Mapping[str, str] = {path.stem: path.read_text(encoding="utf-8") for path in RECORDS}
COMMON = ("kind", "id", "quote", "start", "end", "confidence")


def _fields_of(record: type) -> list[str]:
    return [field.name for field in fields(record)]


FIELDS = {
    "index": list(COMMON),
    "article": [*_fields_of(Article), *_fields_of(Line)],
    **{kind: [name for name in _fields_of(record) if name not in COMMON] for kind, record in FACT_TYPES.items()},
}


def _sections(page: str) -> dict[str, str]:
    """What stands below the heading of each field."""
    _, *parts = re.split(r"^(?:#{3,} `(\w+)`|#+ .*)\n", PAGES[page], flags=re.MULTILINE)
    return {field: text for field, text in zip(parts[::2], parts[1::2], strict=True) if field is not None}


def _shown(text: str) -> Iterator[str]:
    """The names of the fields that the examples of a section show."""
    for example in record_examples.examples(text):
        for record in example.shown:
            yield from record.get("article", record)


def _values() -> Iterator[tuple[str, str, type[StrEnum]]]:
    """Every field that takes the values of a closed set: its page, its name, the set."""
    for page, record in (("article", Line), *FACT_TYPES.items()):
        for name, hint in get_type_hints(record).items():
            for option in (hint, *get_args(hint)):
                if isinstance(option, type) and issubclass(option, StrEnum):
                    yield page, name, option


@pytest.mark.parametrize("page", PAGES)
def test_examples_are_what_comes_out(page: str) -> None:
    assert record_examples.refreshed(PAGES[page]) == PAGES[page], "run: python scripts/refresh_examples.py"


def test_a_page_for_every_kind() -> None:
    assert PAGES.keys() == FIELDS.keys()


@pytest.mark.parametrize("page", FIELDS)
def test_every_field_has_its_section(page: str) -> None:
    assert sorted(_sections(page)) == sorted(FIELDS[page])


@pytest.mark.parametrize(("page", "field"), [(page, name) for page, names in FIELDS.items() for name in names])
def test_every_field_is_shown_in_an_example(page: str, field: str) -> None:
    if page == "article" and field in ("line", "role", "start"):  # shown together, below the last of the four
        field = "why"

    assert field in _shown(_sections(page)[field])


@pytest.mark.parametrize(("page", "field", "values"), [*_values()])
def test_every_value_is_explained(page: str, field: str, values: type[StrEnum]) -> None:
    told = set(re.findall(r"`(\w+)`", _sections(page)[field]))

    assert told >= {value.value for value in values}


def test_every_measure_is_explained() -> None:
    told = set(re.findall(r"\| `(\w+)` \|", _sections("count")["measure"]))

    assert told == {*known_measures(), "target_rate", "share", "other"}


@pytest.mark.parametrize(
    ("sentence", "record", "problem"),
    [
        ("Năm 2024", '{"quote": "Năm 2023"}', "0 records"),
        ("Năm 2024 hoặc năm 2023, năm 2023", '{"quote": "năm 2023"}', "2 records"),
        ("Năm 2024", '{"quote": "Năm 2024", "unit": "năm"}', "0 records"),
    ],
)
def test_an_example_of_nothing_is_told(sentence: str, record: str, problem: str) -> None:
    with pytest.raises(LookupError, match=problem):
        record_examples.refreshed(f"> {sentence}\n\n```json\n{record}\n```")


def test_a_wrong_value_is_seen() -> None:
    page = '> Năm 2024\n\n```json\n{"quote": "Năm 2024", "last_day": "2024-12-30"}\n{"dates": []}\n```'

    assert record_examples.refreshed(page).splitlines()[3:5] == [
        '{"quote": "Năm 2024", "last_day": "2024-12-31"}',
        '{"dates": ["Năm 2024"]}',
    ]
