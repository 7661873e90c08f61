"""``baocongdoan totals``: a measure added up over a dataset, with how each number came about."""

from __future__ import annotations

import sys
from pathlib import Path

from ..analysis.dataset_totals import DatasetTotals, no_collecting, told_measures, totals_of
from ..analysis.questions import Question
from ..dataset.opened import Dataset, open_dataset
from .output import TotalsFormat, opened, opened_binary
from .sql import write_csv, write_table

__all__ = ["print_totals"]


def print_totals(dataset: Path, question: Question, form: TotalsFormat, output: Path | None) -> None:
    """Write the totals, and say on standard error where there are none, and what the dataset has instead."""
    source = open_dataset(dataset)
    with no_collecting():
        _write(source, question, form, output)  # so that all statements are gone before anybody looks out for garbage


def _write(source: Dataset, question: Question, form: TotalsFormat, output: Path | None) -> None:
    totals = totals_of(source, question)
    if not totals.rows:
        print(f"baocongdoan: {_none(source, question)}", file=sys.stderr)
    if form is TotalsFormat.PARQUET and output is not None:
        _write_parquet(totals, output)
    else:
        _write_text(totals, form, output)


def _write_text(totals: DatasetTotals, form: TotalsFormat, output: Path | None) -> None:
    """The totals without the counts behind them, which no cell can hold."""
    flat = totals.summary()
    write = write_csv if form is TotalsFormat.CSV else write_table
    with opened(output) as stream:
        write(stream, flat.column_names, [tuple(row.values()) for row in flat.to_pylist()])


def _write_parquet(totals: DatasetTotals, output: Path) -> None:
    from pyarrow import parquet

    with opened_binary(output) as stream:
        parquet.write_table(totals.arrow(), stream, compression="zstd")


def _none(dataset: Dataset, question: Question) -> str:
    told = told_measures(dataset)
    if not told:
        return f"{dataset.path} holds no counts: build it from articles first"
    return (
        f"{dataset.path} has no count of {question.measure!r} with status {question.status.value!r}; it counts "
        f"{', '.join(f'{name} ({count})' for name, count in told.items())}"
    )
