"""How a guard and its worker talk: frames over a pipe, and Arrow batches as bytes."""

from __future__ import annotations

import struct
from typing import IO

import pyarrow as pa

__all__ = [
    "BEGUN",
    "FAILED",
    "PAGES",
    "READY",
    "RESULTS",
    "SETTINGS",
    "from_bytes",
    "read_frame",
    "to_bytes",
    "write_frame",
]

SETTINGS, PAGES = b"S", b"P"
"""What a guard says: how to work, and pages to work on."""

READY, BEGUN, RESULTS, FAILED = b"r", b"b", b"R", b"F"
"""What a worker says: everything is loaded, a row is begun, what came of the pages, or why it can't work at all."""

_HEAD = struct.Struct(">cQ")


def write_frame(stream: IO[bytes], kind: bytes, payload: bytes = b"") -> None:
    """Write one frame.

    >>> import io
    >>> stream = io.BytesIO()
    >>> write_frame(stream, READY)
    >>> _ = stream.seek(0)
    >>> read_frame(stream), read_frame(stream)
    ((b'r', b''), None)
    """
    stream.write(_HEAD.pack(kind, len(payload)) + payload)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """The next frame's kind and payload; none where the other side is gone."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, size = _HEAD.unpack(head)
    payload = stream.read(size)
    return (kind, payload) if len(payload) == size else None


def to_bytes(batch: pa.RecordBatch) -> bytes:
    """A batch as bytes, its schema with it.

    >>> batch = pa.RecordBatch.from_pylist([{"a": 1}])
    >>> from_bytes(to_bytes(batch)) == batch
    True
    """
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def from_bytes(data: bytes) -> pa.RecordBatch:
    """The batch that ``to_bytes`` wrote."""
    with pa.ipc.open_stream(data) as reader:
        return reader.read_next_batch()
