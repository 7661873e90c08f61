"""Parquet to pages: one row group after the other, and of each only the columns that pages are made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ..errors import InputError, extra, first_line
from ..records import Skipped
from .fields import Fields, of_record
from .raw import RawPage, attempted
from .streams import MAX_RATIO, is_bomb

__all__ = ["cut_parquet"]

_BUFFER = 1 << 20  # bytes of a column that are read at once
_BATCH = 64  # rows in memory as Python objects
_SAID = 200  # characters of what Arrow says of damage


def cut_parquet(path: Path, fields: Fields, *, origin: str) -> Iterator[RawPage | Skipped]:
    """The pages of a file, one by one; the N-th row's origin is ``origin#N``.

    A row group that is damaged is skipped and the next one read. Raises ``MissingExtraError`` without pyarrow,
    ``InputError`` for a file that is no Parquet throughout.
    """
    with extra("Parquet files", "parquet"):
        import pyarrow
        from pyarrow import parquet
    try:
        file = parquet.ParquetFile(path, buffer_size=_BUFFER)
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"{origin}: damaged Parquet file ({first_line(error)[:_SAID]}): fetch it again") from error
    with file:
        columns = fields.columns(file.schema_arrow.names)
        if not columns:
            names = ", ".join(file.schema_arrow.names[:10])
            raise InputError(f"{origin}: no column with a page (columns: {names}): name it with --html-field")
        first = 0
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            number = first
            if _is_bomb(file.metadata.row_group(group), columns):
                reason = f"a decompression bomb (more than {MAX_RATIO} times its size), {rows} rows left out"
                yield Skipped(origin=origin, reason=reason, offset=first, unit="row")
                first += rows
                continue
            try:
                for batch in file.iter_batches(_BATCH, row_groups=[group], columns=columns):
                    for record in batch.to_pylist():
                        number += 1
                        name = f"{origin}#{number}"
                        cut = partial(of_record, record, fields, origin=name, offset=number - 1, unit="row")
                        yield attempted(cut, origin=name, offset=number - 1, unit="row")
            except (pyarrow.ArrowException, OSError) as error:
                lost = first + rows - number
                reason = f"damaged row group, {lost} rows lost: {first_line(error)[:_SAID]}; fetch the file again"
                yield Skipped(origin=origin, reason=reason, offset=number, unit="row")
            first += rows


def _is_bomb(group: Any, columns: list[str]) -> bool:
    """Whether the columns of a row group say that they unpack to far more than they are."""
    wanted = [column for column in map(group.column, range(group.num_columns)) if column.path_in_schema in columns]
    return is_bomb(
        sum(column.total_compressed_size for column in wanted), sum(column.total_uncompressed_size for column in wanted)
    )
