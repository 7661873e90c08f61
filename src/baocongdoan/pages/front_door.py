"""The one way in: any input, its format told by how it begins, to pages one after the other."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

from ..errors import InputError, reason
from ..records import Page, Skipped
from .encodings import refuse_binary
from .fields import Fields
from .formats import HEAD, Format, recognise
from .inputs import Source
from .raw import RawPage, attempted
from .reading import Reading
from .streams import GunzipReader, buffered
from .text import MAX_PAGE_BYTES

__all__ = ["cut_pages", "read_bytes", "read_pages"]


def read_bytes(data: bytes, reading: Reading, *, origin: str = "-") -> Page:
    """The one page that bytes are, as crawled: text or HTML.

    >>> [line.text for line in read_bytes("<html><p>Họp</p>".encode(), Reading()).lines]
    ['Họp']
    """
    return reading.page(_raw(data, origin))


def read_pages(source: Source, reading: Reading) -> Iterator[Page | Skipped]:
    """The pages of an input, one by one, in memory that does not grow with their number.

    What can't be read is ``Skipped`` with the reason, and the others go on.
    """
    return map(reading.attempt, cut_pages(source, reading.fields))


def cut_pages(source: Source, fields: Fields) -> Iterator[RawPage | Skipped]:
    """The pages of an input as it holds them, not yet read; what can't be cut out is ``Skipped``."""
    try:
        yield from _cut(source, fields)
    except InputError as error:
        yield Skipped(origin=source.origin, reason=reason(error, source.origin))
    except OSError as error:  # in the midst of reading
        yield Skipped(origin=source.origin, reason=f"cannot be read on ({error.strerror or error}): check the disk")


def _cut(source: Source, fields: Fields) -> Iterator[RawPage | Skipped]:
    origin = source.origin
    with source.open() as raw:
        stream, unpacker = buffered(raw)
        form = recognise(stream.peek(HEAD)[:HEAD], origin)
        if form is Format.PARQUET:
            yield from _cut_parquet(source, fields)
        elif form is Format.WARC:
            from .warc import cut_warc

            if unpacker is not None and source.path is not None:  # it unpacks better itself, record by record
                raw.seek(0)
                yield from cut_warc(raw, origin=origin)
            else:
                yield from cut_warc(stream, origin=origin)
        elif form is Format.JSONL:
            from .jsonl import cut_jsonl

            yield from cut_jsonl(stream, fields, origin=origin)
            if unpacker is not None and unpacker.problem:
                yield Skipped(origin=origin, reason=f"{unpacker.problem}: the records behind it are lost")
        else:
            yield attempted(partial(_cut_single, stream, unpacker, origin), origin=origin)


def _cut_parquet(source: Source, fields: Fields) -> Iterator[RawPage | Skipped]:
    from .parquet import cut_parquet

    if source.path is None:
        raise InputError(f"{source.origin}: a Parquet file can't be read from standard input: name the file")
    return cut_parquet(source.path, fields, origin=source.origin)


def _cut_single(stream: io.BufferedReader, unpacker: GunzipReader | None, origin: str) -> RawPage:
    data = stream.read(MAX_PAGE_BYTES + 1)
    if len(data) > MAX_PAGE_BYTES:
        refuse_binary(data, origin)  # for a film the limit is not what is wrong
        raise InputError(
            f"{origin}: more than the {MAX_PAGE_BYTES / 1e6:.0f} MB that are read as one page: split it into its "
            "articles, one a line of a .jsonl file"
        )
    if unpacker is None or unpacker.problem is None:
        return _raw(data, origin)
    if not data:
        raise InputError(f"{origin}: {unpacker.problem}: fetch it again")
    return _raw(data, origin, f"{unpacker.problem}: what unpacked is read")


def _raw(data: bytes, origin: str, *warnings: str) -> RawPage:
    is_html = recognise(data[:HEAD], origin) is Format.HTML
    return RawPage(content=data, is_html=is_html, origin=origin, warnings=warnings)
