"""Gzip as it comes: in members, cut off, damaged, or meant to fill the memory."""

from __future__ import annotations

import gzip
import io
import random
import zlib

import pytest

from baocongdoan.pages import streams
from baocongdoan.pages.streams import GunzipReader, buffered

TEXT = "".join(random.Random(1).choices("abcdefgh \n", k=300_000)).encode()


@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(TEXT),
        gzip.compress(TEXT[:1000]) + gzip.compress(b"") + gzip.compress(TEXT[1000:]),
        gzip.compress(TEXT) + b"\0" * 512,
    ],
    ids=["one member", "several members", "padded"],
)
def test_whole(packed: bytes) -> None:
    reader = GunzipReader(io.BytesIO(packed))

    assert reader.read() == TEXT
    assert reader.problem is None


def test_cut_off_gives_what_is_there() -> None:
    reader = GunzipReader(io.BytesIO(gzip.compress(TEXT)[:-30_000]))

    saved = reader.read()

    assert TEXT.startswith(saved) and len(saved) > 150_000
    assert reader.problem == "the gzip ends too soon"


def test_damaged_gives_what_is_before() -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[-5] ^= 0xFF

    reader = GunzipReader(io.BytesIO(packed))

    assert TEXT.startswith(reader.read(100_000))
    reader.read()
    assert reader.problem is not None and reader.problem.startswith("the gzip is damaged near byte")


def test_bomb_is_left() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    zeros = bytes(1_000_000)
    bomb = b"".join([packer.compress(zeros) for _ in range(300)]) + packer.flush()

    reader = GunzipReader(io.BytesIO(bomb))
    taken = sum(len(chunk) for chunk in iter(lambda: reader.read(1 << 16), b""))

    assert taken < 100_000_000
    assert reader.problem is not None and "decompression bomb" in reader.problem


def test_plain_stream_stays_as_it_is() -> None:
    stream, unpacker = buffered(io.BytesIO(b"plain"))

    assert (stream.read(), unpacker) == (b"plain", None)


def test_ratio_is_far_above_text() -> None:
    assert len(TEXT) / len(gzip.compress(TEXT)) < streams.MAX_RATIO / 10
