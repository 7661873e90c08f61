"""Bytes of a file, decompressed on the way, with what went wrong kept for whoever reads them."""

from __future__ import annotations

import io
import zlib
from typing import Any, BinaryIO, cast

__all__ = ["GZIP", "GZIP_MAGIC", "MAX_RATIO", "GunzipReader", "buffered", "is_bomb"]

GZIP_MAGIC = b"\x1f\x8b"
"""What a gzip begins with."""

GZIP = 16 + zlib.MAX_WBITS
"""How zlib is told that it unpacks a gzip."""

MAX_RATIO = 200
"""How many times its size a gzip may unpack to (text hardly reaches 50); more is a decompression bomb."""

_RATIO_FROM = 20_000_000  # bytes out, before which no ratio is looked at
_CHUNK = 1 << 16


def is_bomb(packed: int, unpacked: int) -> bool:
    """Whether so many bytes that unpack to so many more are a decompression bomb.

    >>> is_bomb(1_000, 100_000), is_bomb(1_000_000, 300_000_000)
    (False, True)
    """
    return unpacked > _RATIO_FROM and unpacked > MAX_RATIO * packed


class GunzipReader(io.RawIOBase):
    """A gzip's contents, member after member, as far as they can be saved.

    It never raises for bad data: what unpacks is given, then the stream ends and ``problem`` says why.

    >>> import gzip
    >>> reader = GunzipReader(io.BytesIO(gzip.compress(bytes(range(200)))[:-20]))
    >>> len(reader.read()) < 200, reader.problem
    (True, 'the gzip ends too soon')
    """

    def __init__(self, packed: BinaryIO) -> None:
        self.problem: str | None = None
        self._packed = packed
        self._unpacker = zlib.decompressobj(GZIP)
        self._waiting = b""
        self._taken = self._given = 0
        self._done = False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, target: Any, /) -> int:
        """Unpack as much as fits."""
        view = memoryview(target).cast("B")
        while not self._done:
            data = self._unpack(len(view))
            if data:
                view[: len(data)] = data
                return len(data)
        return 0

    def _unpack(self, size: int) -> bytes:
        if not self._waiting and not self._refill():
            return b""
        try:
            data = self._unpacker.decompress(self._waiting, size)
        except zlib.error:
            self._end(f"the gzip is damaged near byte {self._taken}")
            return b""
        self._waiting = self._unpacker.unconsumed_tail
        self._given += len(data)
        if self._unpacker.eof:
            self._next_member()
        if is_bomb(self._taken, self._given):
            self._end(f"a decompression bomb (more than {MAX_RATIO} times its size), left at byte {self._given}")
        return data

    def _refill(self) -> bool:
        self._waiting = self._packed.read(_CHUNK)
        self._taken += len(self._waiting)
        if not self._waiting:
            self._end("the gzip ends too soon")
        return bool(self._waiting)

    def _next_member(self) -> None:
        rest = self._unpacker.unused_data or self._packed.read(_CHUNK)
        if not rest.startswith(GZIP_MAGIC):  # what follows the last member is padding
            self._done = True
            return
        self._waiting = rest
        self._unpacker = zlib.decompressobj(GZIP)

    def _end(self, problem: str) -> None:
        self.problem = problem
        self._done = True


def buffered(stream: BinaryIO) -> tuple[io.BufferedReader, GunzipReader | None]:
    """A stream to peek into, decompressed where it is a gzip; the decompressor knows what went wrong."""
    reader = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    if not reader.peek(2).startswith(GZIP_MAGIC):
        return reader, None
    unpacked = GunzipReader(reader)
    return io.BufferedReader(unpacked, _CHUNK), unpacked
