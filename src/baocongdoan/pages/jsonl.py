"""JSON Lines to pages: one object a line, one page an object."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

import msgspec

from ..records import Skipped
from .fields import Fields, of_record
from .raw import RawPage, attempted

__all__ = ["MAX_LINE_BYTES", "cut_jsonl"]

MAX_LINE_BYTES = 20_000_000
"""The longest line that is read: a page's limit, with escapes and what else the record may hold."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def cut_jsonl(stream: io.BufferedReader, fields: Fields, *, origin: str) -> Iterator[RawPage | Skipped]:
    """The pages of a file, one by one; the N-th record's origin is ``origin#N``, and a bad one is ``Skipped``.

    >>> lines = io.BufferedReader(io.BytesIO('{"text": "LĐLĐ tỉnh"}\\n{"text": \\n'.encode()))
    >>> [type(cut).__name__ for cut in cut_jsonl(lines, Fields(), origin="dump.jsonl")]
    ['RawPage', 'Skipped']
    """
    decoder = msgspec.json.Decoder()
    offset = number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        start, offset = offset, offset + len(line)
        if start == 0:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        if not line.strip():
            continue
        number += 1
        name = f"{origin}#{number}"
        if len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            offset += _skip_line(stream)
            reason = f"a line of more than {MAX_LINE_BYTES / 1e6:.0f} MB: is it one JSON object a line?"
            yield Skipped(origin=name, reason=reason, offset=start)
            continue
        record = _decode(decoder, line)
        if isinstance(record, str):
            yield Skipped(origin=name, reason=record, offset=start)
        else:
            cut = partial(of_record, record, fields, origin=name, offset=start)
            yield attempted(cut, origin=name, offset=start)


def _decode(decoder: msgspec.json.Decoder[object], line: bytes) -> dict[str, object] | str:
    """The object of a line, or why there is none."""
    try:
        record = decoder.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return f"not JSON: {error}; repair or remove the line"
    if isinstance(record, dict):
        return record
    return "JSON, but no object: put one object on each line (jq -c '.[]' does it)"


def _skip_line(stream: io.BufferedReader) -> int:
    """Read on to the line's end without keeping it; how many bytes that were."""
    skipped = 0
    while chunk := stream.readline(1 << 20):
        skipped += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return skipped
