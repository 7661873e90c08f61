"""The body of a stored HTTP answer: put together from its chunks and unpacked, if the crawler has not done so."""

from __future__ import annotations

import re
import zlib

from ..errors import InputError
from .streams import GZIP, GZIP_MAGIC
from .text import MAX_PAGE_BYTES

__all__ = ["decode_body"]

_CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")


def decode_body(body: bytes, *, transfer: str = "", content: str = "") -> bytes:
    """The body as a browser would have it; ``transfer`` and ``content`` are the encodings that the headers name.

    Many crawlers store the body decoded and leave the headers, so each encoding is undone only where it is there.
    What is cut off is given as far as it goes. Raises ``InputError`` for more than ``MAX_PAGE_BYTES``.

    >>> decode_body(b"4\\r\\n<p>H\\r\\n5\\r\\n\\xe1\\xbb\\x8dp\\r\\n\\r\\n0\\r\\n\\r\\n", transfer="chunked").decode()
    '<p>Họp\\r'
    >>> decode_body(zlib.compress(b"<p>x"), content="deflate"), decode_body(b"<p>x", content="gzip")
    (b'<p>x', b'<p>x')
    """
    if "chunked" in transfer.lower() and _CHUNK_SIZE.match(body):
        body = _joined(body)
    for encoding in reversed([name.strip() for name in content.lower().split(",")]):
        if encoding in ("gzip", "x-gzip") and body.startswith(GZIP_MAGIC):
            body = _unpacked(body, GZIP)
        elif encoding == "deflate" and not body.lstrip().startswith(b"<"):
            is_wrapped = body[:1] == b"\x78"
            body = _unpacked(body, zlib.MAX_WBITS if is_wrapped else -zlib.MAX_WBITS)
        elif encoding == "br":
            body = _unpacked_brotli(body)
    return body


def _joined(body: bytes) -> bytes:
    chunks, position = [], 0
    while found := _CHUNK_SIZE.match(body, position):
        size = int(found[1], 16)
        if not size:
            break
        chunks.append(body[found.end() : found.end() + size])
        position = found.end() + size
        position += 2 if body[position : position + 2] == b"\r\n" else 1
    return b"".join(chunks)


def _unpacked(body: bytes, kind: int) -> bytes:
    unpacker = zlib.decompressobj(kind)
    try:
        page = unpacker.decompress(body, MAX_PAGE_BYTES + 1)
    except zlib.error:
        page = _until_the_damage(body, kind)
    return _limited(page) if page else body


def _until_the_damage(body: bytes, kind: int) -> bytes:
    """What unpacks before the damaged place."""
    unpacker, page = zlib.decompressobj(kind), bytearray()
    for start in range(0, len(body), 256):
        try:
            page += unpacker.decompress(body[start : start + 256], MAX_PAGE_BYTES + 1 - len(page))
        except zlib.error:
            break
        if len(page) > MAX_PAGE_BYTES:
            break
    return bytes(page)


def _unpacked_brotli(body: bytes) -> bytes:
    try:
        import brotli  # comes with fastwarc
    except ImportError:
        return body
    unpacker = brotli.Decompressor()
    try:
        page: bytes = unpacker.process(body, output_buffer_limit=MAX_PAGE_BYTES + 1)
    except brotli.error:
        return body
    return _limited(page) if page else body


def _limited(page: bytes) -> bytes:
    if len(page) > MAX_PAGE_BYTES:
        raise InputError(f"unpacks to more than the {MAX_PAGE_BYTES / 1e6:.0f} MB that are read as one page")
    return page
