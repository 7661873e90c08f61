"""WARC to pages: the HTML that servers answered with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from ..errors import InputError, MissingExtraError
from ..records import Page, Skipped
from .html import looks_like_html
from .http import decode_body
from .reading import Reading
from .text import MAX_PAGE_BYTES

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["read_warc"]

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_BLOCK = 1 << 20
_STARTS = (b"\x1f\x8b\x08", b"WARC/1.", b"WARC/0.")  # of a record, compressed or not
_LONGEST_START = max(map(len, _STARTS))
_MOST_DAMAGE = 1_000  # places in one file


def read_warc(stream: BinaryIO, reading: Reading, *, origin: str) -> Iterator[Page | Skipped]:
    """The pages of a file, one by one; ``origin#N`` is the N-th answer that is HTML.

    Answers that are no HTML or no success (a redirection, a 404), requests and the like are passed over. A record
    that is cut off is read as far as it goes; behind a damaged one the next whole one is looked for, where the
    stream can go back. Raises ``MissingExtraError`` without fastwarc.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtraError("WARC files", "warc") from error
    answers = WarcRecordType.response | WarcRecordType.resource
    number = position = 0
    for _ in range(_MOST_DAMAGE):
        try:
            for record in ArchiveIterator(stream, record_types=answers, parse_http=True):
                position = record.stream_pos
                if _is_page(record):
                    number += 1
                    yield _read(record, reading, origin=f"{origin}#{number}")
            return
        except (OSError, ValueError, EOFError) as error:
            found = _next_start(stream, position + 1)
            lost = "the rest is lost" if found is None else f"reading goes on at byte {found}"
            yield Skipped(origin=origin, reason=f"damaged WARC record: {error}; {lost}", offset=position)
            if found is None:
                return
            position = found
    yield Skipped(origin=origin, reason=f"damaged in {_MOST_DAMAGE} places: fetch it again", offset=position)


def _is_page(record: WarcRecord) -> bool:
    if record.http_headers is None:
        return record.content_length > 0 and record.headers.get("Content-Type", "").startswith(_HTML_TYPES)
    status = record.http_headers.status_code
    return (status is None or 200 <= status < 300) and (record.http_content_type or _HTML_TYPES[0]) in _HTML_TYPES


def _read(record: WarcRecord, reading: Reading, *, origin: str) -> Page | Skipped:
    offset = record.stream_pos
    headers = dict(record.http_headers or {})
    typed = record.http_content_type is not None
    length, charset = record.content_length, record.http_charset
    url = record.headers.get("WARC-Target-URI")
    body = record.reader.read(MAX_PAGE_BYTES + 1)
    try:
        if len(body) > MAX_PAGE_BYTES:
            raise InputError(f"more than the {MAX_PAGE_BYTES / 1e6:.0f} MB that are read as one page")
        page = decode_body(
            body, transfer=headers.get("Transfer-Encoding") or "", content=headers.get("Content-Encoding") or ""
        )
        if not typed and not looks_like_html(page[:_BLOCK].decode("latin-1")):
            raise InputError("neither its type nor its text says that it is HTML")
        read = reading.html(page, origin=origin, url=url.strip("<>") if url else None, charset=charset)
    except InputError as error:
        return Skipped(origin=origin, reason=str(error).removeprefix(f"{origin}: "), offset=offset)
    if len(body) >= length:
        return read
    cut = f"the record at byte {offset} is cut off: {len(body)} of {length} bytes were there"
    return replace(read, warnings=(*read.warnings, cut))


def _next_start(stream: BinaryIO, position: int) -> int | None:
    """Where the next record may begin; none at the file's end, or where the stream can't go back."""
    try:
        stream.seek(position)
    except (OSError, ValueError):
        return None
    before = b""
    while block := stream.read(_BLOCK):
        block = before + block
        places = [place for start in _STARTS if (place := block.find(start)) >= 0]
        if places:
            found = position + min(places)
            stream.seek(found)
            return found
        before = block[-_LONGEST_START + 1 :]
        position += len(block) - len(before)
    return None
