"""WARC to pages: the HTML that servers answered with."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, cast

from ..errors import InputError, extra
from ..records import Skipped
from .formats import HEAD, looks_like_html
from .http import decode_body
from .raw import RawPage, attempted
from .streams import GZIP, GZIP_MAGIC
from .text import MAX_PAGE_BYTES

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["cut_warc"]

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_BLOCK = 1 << 20
_STARTS = (GZIP_MAGIC + b"\x08", b"WARC/1.", b"WARC/0.")  # of a record, compressed or not
_LONGEST_START = max(map(len, _STARTS))
_MOST_DAMAGE = 10_000  # starts of records that are tried


def cut_warc(stream: BinaryIO, *, origin: str) -> Iterator[RawPage | Skipped]:
    """The pages of a file, one by one; ``origin#N`` is the N-th answer that is HTML.

    Answers that are no HTML or no success (a redirection, a 404), requests and the like are passed over. A record
    that is cut off is read as far as it goes; behind a damaged one the next whole one is looked for, where the
    stream can go back. Raises ``MissingExtraError`` without fastwarc.
    """
    with extra("WARC files", "warc"):
        from fastwarc.warc import ArchiveIterator, any_type
    source = stream if stream.seekable() else cast(BinaryIO, _Forward(stream))
    damage: _Damage | None = None
    number = position = 0
    for _ in range(_MOST_DAMAGE):
        try:
            for record in ArchiveIterator(source, record_types=any_type, parse_http=True):
                position = record.stream_pos
                if damage is not None:
                    yield damage.skipped(origin, position)
                    damage = None
                if (holds := _look(record)) is _Holds.NO_PAGE:
                    continue
                number += 1
                name = f"{origin}#{number}"
                if holds is _Holds.PAGE:
                    yield attempted(partial(_cut, record, origin=name), origin=name, offset=position)
                else:
                    yield Skipped(
                        origin=name, reason="the record breaks off in its head: fetch it again", offset=position
                    )
            if damage is None and _is_cut_behind(source, position):
                damage = _Damage(position, "the file ends within the next record")
            break
        except (OSError, ValueError, EOFError) as error:
            damage = _Damage(damage.offset if damage else position, str(error))
            found = _next_start(source, position + 1)
            if found is None:
                break
            position = found
    if damage is not None:
        yield damage.skipped(origin, None)


@dataclass(frozen=True, slots=True)
class _Damage:
    """A stretch of a file in which no record can be read: it begins in or behind the record at ``offset``."""

    offset: int
    error: str

    def skipped(self, origin: str, next_offset: int | None) -> Skipped:
        goes_on = "the rest is lost" if next_offset is None else f"reading goes on at byte {next_offset}"
        return Skipped(origin=origin, reason=f"damaged WARC record: {self.error}; {goes_on}", offset=self.offset)


class _Forward(io.RawIOBase):
    """A pipe that knows how far it was read, which fastwarc asks."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = self._stream.read(-1 if size is None else size)
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position

    def seek(self, *_: object) -> int:
        raise OSError("a pipe can't go back")


class _Holds(Enum):
    """What a record holds."""

    PAGE = auto()
    ANYTHING = auto()  # the file breaks off before the record has said it
    NO_PAGE = auto()


def _look(record: WarcRecord) -> _Holds:
    if record.headers.get("WARC-Type") not in ("response", "resource"):
        return _Holds.NO_PAGE if "Content-Length" in record.headers else _Holds.ANYTHING
    if record.http_headers is None:
        typed = record.headers.get("Content-Type", "")
        if typed.startswith(_HTML_TYPES):
            return _Holds.PAGE
        return _Holds.NO_PAGE if "/" in typed and not typed.startswith("application/http") else _Holds.ANYTHING
    status, mime = record.http_headers.status_code, record.http_content_type
    if mime is not None and mime not in _HTML_TYPES:
        is_cut = record.content_length > 0 and not record.reader.read(1)
        return _Holds.ANYTHING if is_cut else _Holds.NO_PAGE
    return _Holds.PAGE if status is None or 200 <= status < 300 else _Holds.NO_PAGE


def _cut(record: WarcRecord, *, origin: str) -> RawPage:
    typed, length, position = record.http_content_type, record.content_length, record.stream_pos
    url = record.headers.get("WARC-Target-URI")
    body = record.reader.read(MAX_PAGE_BYTES + 1)
    if len(body) > MAX_PAGE_BYTES:
        raise InputError(f"{origin}: more than the {MAX_PAGE_BYTES / 1e6:.0f} MB that are read as one page")
    data = decode_body(body, transfer=_header(record, "Transfer-Encoding"), content=_header(record, "Content-Encoding"))
    if typed is None and not looks_like_html(data[:HEAD].decode("latin-1")):
        raise InputError(f"{origin}: neither its type nor its text says that it is HTML")
    cut = f"the record at byte {position} is cut off: {len(body)} of {length} bytes were there"
    return RawPage(
        content=data,
        is_html=True,
        origin=origin,
        url=url.strip("<>") if url else None,
        charset=record.http_charset,
        warnings=() if len(body) >= length else (cut,),
        offset=position,
    )


def _header(record: WarcRecord, name: str) -> str:
    return (record.http_headers.get(name) or "") if record.http_headers is not None else ""


def _is_cut_behind(stream: BinaryIO, position: int) -> bool:
    """Whether a compressed file goes on behind its last whole record, with the beginning of one that never came."""
    try:
        stream.seek(position)
    except (OSError, ValueError):
        return False
    if stream.read(len(GZIP_MAGIC)) != GZIP_MAGIC:
        return False
    stream.seek(position)
    unpacker = zlib.decompressobj(GZIP)
    while not unpacker.eof and (block := stream.read(_BLOCK)):
        try:
            while block and not unpacker.eof:
                unpacker.decompress(block, _BLOCK)
                block = unpacker.unconsumed_tail
        except zlib.error:
            return False  # which the reader has told
    return unpacker.unused_data.startswith(GZIP_MAGIC[:1])


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
