"""The one way in: any input, its format told by how it begins, to pages one after the other."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ..errors import InputError
from ..records import Page, Skipped
from .encodings import refuse_binary
from .formats import HEAD, Format, recognise
from .inputs import Source
from .reading import Reading, attempted
from .streams import GunzipReader, buffered
from .text import MAX_PAGE_BYTES

__all__ = ["read_bytes", "read_pages"]


def read_bytes(data: bytes, reading: Reading, *, origin: str = "-") -> Page:
    """The one page that bytes are, as crawled: text or HTML.

    >>> [line.text for line in read_bytes("<html><p>Họp</p>".encode(), Reading()).lines]
    ['Họp']
    """
    if recognise(data[:HEAD], origin) is Format.HTML:
        return reading.html(data, origin=origin)
    return reading.text(data, origin=origin)


def read_pages(source: Source, reading: Reading) -> Iterator[Page | Skipped]:
    """The pages of an input, one by one, in memory that does not grow with their number.

    What can't be read is ``Skipped`` with the reason, and the others go on.
    """
    try:
        yield from _read(source, reading)
    except InputError as error:
        yield Skipped(origin=source.origin, reason=str(error).removeprefix(f"{source.origin}: "))


def _read(source: Source, reading: Reading) -> Iterator[Page | Skipped]:
    origin = source.origin
    with source.open() as raw:
        stream, unpacker = buffered(raw)
        form = recognise(stream.peek(HEAD)[:HEAD], origin)
        if form is Format.PARQUET:
            yield from _read_parquet(source, reading)
        elif form is Format.WARC:
            from .warc import read_warc

            if unpacker is not None and source.path is not None:  # it unpacks better itself, record by record
                raw.seek(0)
                yield from read_warc(raw, reading, origin=origin)
            else:
                yield from read_warc(stream, reading, origin=origin)
        elif form is Format.JSONL:
            from .jsonl import read_jsonl

            yield from read_jsonl(stream, reading, origin=origin)
            if unpacker is not None and unpacker.problem:
                yield Skipped(origin=origin, reason=f"{unpacker.problem}: the records behind it are lost")
        else:
            yield attempted(partial(_read_single, stream, unpacker, reading, origin), origin=origin)


def _read_parquet(source: Source, reading: Reading) -> Iterator[Page | Skipped]:
    from .parquet import read_parquet

    if source.path is None:
        raise InputError(f"{source.origin}: a Parquet file can't be read from standard input: name the file")
    return read_parquet(source.path, reading, origin=source.origin)


def _read_single(stream: io.BufferedReader, unpacker: GunzipReader | None, reading: Reading, origin: str) -> Page:
    data = stream.read(MAX_PAGE_BYTES + 1)
    if len(data) > MAX_PAGE_BYTES:
        refuse_binary(data, origin)  # for a film the limit is not what is wrong
        raise InputError(
            f"{origin}: more than the {MAX_PAGE_BYTES / 1e6:.0f} MB that are read as one page: split it into its "
            "articles, one a line of a .jsonl file"
        )
    if unpacker is None or unpacker.problem is None:
        return read_bytes(data, reading, origin=origin)
    if not data:
        raise InputError(f"{origin}: {unpacker.problem}: fetch it again")
    page = read_bytes(data, reading, origin=origin)
    return replace(page, warnings=(*page.warnings, f"{unpacker.problem}: what unpacked is read"))
