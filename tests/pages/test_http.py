"""Bodies of stored HTTP answers: each encoding is undone where it is there; damage ends a page and loses none."""

from __future__ import annotations

import gzip
import sys
import zlib

import brotli
import pytest

from baocongdoan.errors import InputError
from baocongdoan.pages import http
from baocongdoan.pages.http import decode_body

PAGE = "<p>Công đoàn tặng 12 suất quà.</p>".encode() * 40


def chunked(body: bytes, size: int = 100, line_end: bytes = b"\r\n") -> bytes:
    chunks = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b%b" % (len(chunk), chunk, line_end) for chunk in chunks) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("stored", "transfer", "content"),
    [
        (chunked(PAGE), "chunked", ""),
        (chunked(PAGE), "Chunked", "identity"),
        (chunked(PAGE, line_end=b"\n"), "chunked", ""),
        (chunked(PAGE).replace(b"\r\n", b" ;name=value\r\n", 1), "chunked", ""),
        (chunked(gzip.compress(PAGE)), "chunked", "gzip"),
        (gzip.compress(PAGE), "", "gzip"),
        (gzip.compress(PAGE), "", "x-gzip"),
        (gzip.compress(PAGE), "chunked", "GZIP"),
        (zlib.compress(PAGE), "", "deflate"),
        (raw_deflate(PAGE), "", "deflate"),
        (brotli.compress(PAGE), "", "br"),
        (gzip.compress(brotli.compress(PAGE)), "", "br, gzip"),
        # stored decoded, though the headers stayed
        (PAGE, "chunked", ""),
        (PAGE, "", "gzip"),
        (PAGE, "", "deflate"),
        (PAGE, "", "br"),
        (b"\n " + PAGE, "", "deflate"),
    ],
)
def test_each_encoding_is_undone_where_it_is_there(stored: bytes, transfer: str, content: str) -> None:
    assert decode_body(stored, transfer=transfer, content=content).strip() == PAGE


@pytest.mark.parametrize("packed", [gzip.compress(PAGE, 0), zlib.compress(PAGE, 0), raw_deflate(PAGE)])
def test_what_is_cut_off_goes_as_far_as_it_goes(packed: bytes) -> None:
    content = "gzip" if packed[:2] == b"\x1f\x8b" else "deflate"

    page = decode_body(packed[: len(packed) - 9], content=content)

    assert page
    assert PAGE.startswith(page)


def test_a_damaged_place_ends_the_page() -> None:
    page = b"".join(b"<p>%d" % (number * number) for number in range(4_000))
    damaged = bytearray(gzip.compress(page, 9))
    damaged[5_000:] = b"\xff" * (len(damaged) - 5_000)

    read = decode_body(bytes(damaged), content="gzip")

    assert 4_000 < len(read) < len(page)
    assert page.startswith(read[:4_000])


@pytest.mark.parametrize("content", ["gzip", "br"])
def test_what_is_nothing_but_damage_stays_as_it_is(content: str) -> None:
    body = b"\x1f\x8b\xff\xff\xff\xff"

    assert decode_body(body, content=content) == body


def test_chunks_that_end_early_are_joined() -> None:
    assert decode_body(b"5\r\n<p>ab\r\nff\r\ncut", transfer="chunked") == b"<p>abcut"


@pytest.mark.parametrize(
    ("packed", "content"),
    [
        (gzip.compress(PAGE), "gzip"),
        (zlib.compress(PAGE), "deflate"),
        (brotli.compress(PAGE), "br"),
        (gzip.compress(PAGE, 0)[:-20] + b"\xff" * 12, "gzip"),
    ],
)
def test_a_page_that_unpacks_to_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch, packed: bytes, content: str
) -> None:
    monkeypatch.setattr(http, "MAX_PAGE_BYTES", 1_000)

    with pytest.raises(InputError, match="unpacks to more than"):
        decode_body(packed, content=content)


def test_without_brotli_a_body_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)

    assert decode_body(brotli.compress(PAGE), content="br") == brotli.compress(PAGE)
