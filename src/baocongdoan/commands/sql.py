"""``baocongdoan sql``: a question to a dataset, answered in the terminal."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

import msgspec

from ..dataset.opened import open_dataset
from ..errors import DatasetError
from .extract import Format, defused
from .output import opened

__all__ = ["answer", "write_csv", "write_table"]

_ROWS = 1_000  # that are in memory at once


def answer(dataset: Path, question: str, form: Format) -> None:
    """Print the answer to a question in DuckDB's SQL; raises ``DatasetError`` with what DuckDB has against it."""
    connection = open_dataset(dataset).duckdb()
    import duckdb

    with connection, opened() as stream:
        try:
            result = connection.execute(question)
            columns = [column[0] for column in result.description or ()]
            _WRITERS[form](stream, columns, _rows(result))
        except duckdb.Error as error:
            raise DatasetError(f"{dataset}: {error}") from error


def _rows(result: Any) -> Iterator[Sequence[Any]]:
    while rows := result.fetchmany(_ROWS):
        yield from rows


def _write_json(stream: TextIO, columns: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    for row in rows:
        stream.write(msgspec.json.encode(dict(zip(columns, row, strict=True))).decode() + "\n")


def write_csv(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows as CSV, with cells that no spreadsheet runs as a formula."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([defused(_cell(value)) for value in row] for row in rows)


def write_table(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows as a table for the terminal."""
    from rich.table import Table

    from ..views.terminal import terminal

    table = Table()
    read = list(rows)
    for place, name in enumerate(columns):
        is_number = any(isinstance(row[place], int | float) for row in read)
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in read:
        table.add_row(*(_cell(value) for value in row))
    terminal(stream).print(table)


_WRITERS = {Format.JSONL: _write_json, Format.CSV: write_csv, Format.TABLE: write_table}


def _cell(value: Any) -> str:
    """A value in a cell: lists as JSON, nothing for null.

    >>> _cell(["a"]), _cell(None), _cell(2.0), _cell(True)
    ('["a"]', '', '2', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool | list | dict):
        return msgspec.json.encode(value).decode()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
