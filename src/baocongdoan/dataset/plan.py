"""What there is to do: inputs to pages, pages that are new to batches, batches to parts.

A batch is what a worker gets at once, a part what is written at once. Both are cut from the pages in the order of the
inputs and by their number and size alone, so that a build that goes on after another cuts the same ones.
"""

from __future__ import annotations

import io
import os
import stat
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import msgspec
import pyarrow as pa

from ..pages.fields import Fields
from ..pages.front_door import cut_pages
from ..pages.inputs import Source, find_sources
from ..pages.raw import RawPage
from ..records import Skipped
from .fingerprints import digest, page_id
from .index import COUNTED, Index
from .schema import PAGES, SKIP_COLUMNS

__all__ = ["Batch", "Plan", "Sizes", "WorkPart", "file_state", "page_batches"]

_MOST_BYTES = 4_000_000  # of a batch, before a further page is put into the next


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many pages a worker gets at once, and of how many batches a part of the dataset is made."""

    batch: int = 32
    part: int = 64


@dataclass(slots=True)
class WorkPart:
    """A part of the dataset to be: its batches in their order, and the inputs that end in it.

    ``pages`` says of which input each page is, those that were met before in this run among them.
    """

    batches: list[str] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    pages: list[tuple[str, str]] = field(default_factory=list)
    inputs: list[dict[str, Any]] = field(default_factory=list)
    is_closed: bool = False

    @property
    def is_done(self) -> bool:
        """Whether nothing is to come any more."""
        return self.is_closed and not self.missing


@dataclass(frozen=True, slots=True)
class Batch:
    """Pages to be extracted, and the name under which their results are kept."""

    key: str
    pages: pa.RecordBatch
    part: WorkPart


class Plan:
    """The new pages of inputs, batch by batch; ``parts`` are those that are begun and not yet taken away.

    ``unread`` holds the inputs that gave no page at all when they were last looked at, and why; ``failed`` are those of
    this run. ``before`` counts what became of pages that the dataset knows already, ``new`` those that it does not,
    ``repeated`` those that were met in this run before; ``read_bytes`` are the bytes of the inputs that are behind us.

    ``salt`` names the way in which pages are extracted; at most ``limit`` new ones are taken. Files that have not
    changed since they were read to their end are passed over, but not ``anew``.
    """

    def __init__(
        self,
        inputs: Sequence[str],
        fields: Fields,
        index: Index,
        *,
        sizes: Sizes,
        salt: str = "",
        limit: int | None = None,
        anew: bool = False,
        unread: Iterable[dict[str, Any]] = (),
    ) -> None:
        self.parts: deque[WorkPart] = deque()
        self.unread = {str(row["file"]): row for row in unread}
        self.failed: list[dict[str, Any]] = []
        self.before: Counter[str] = Counter()
        self.new = self.repeated = self.read_bytes = 0
        self._inputs, self._fields, self._index = inputs, fields, index
        self._sizes, self._salt, self._limit, self._anew = sizes, salt, limit, anew
        self._pending: set[str] = set()
        self._tallies: dict[str, Counter[str]] = {}
        self._rows: list[dict[str, Any]] = []
        self._bytes = 0

    @property
    def is_cut_short(self) -> bool:
        """Whether the limit has been reached."""
        return self._limit is not None and self.new >= self._limit

    def batches(self) -> Iterator[Batch]:
        """The batches, cut as they are asked for."""
        self._begin_part()
        for source in find_sources(self._inputs):
            yield from self._of_source(source)
            if self.is_cut_short:
                break
        yield from self._flush()
        self.parts[-1].is_closed = True

    def settle(self, part: WorkPart) -> list[dict[str, Any]]:
        """The rows of ``inputs`` of a part whose pages the index knows now."""
        for identity, file_id in part.pages:
            self._tallies.setdefault(file_id, Counter())[self._index.outcome(identity) or ""] += 1
            self._pending.discard(identity)
        rows = []
        for finished in part.inputs:
            tally = self._tallies.pop(finished["file_id"], Counter())
            counts = {column: tally[outcome] for outcome, column in COUNTED.items()}
            rows.append(finished | counts | {"pages": sum(counts.values())})
        return rows

    def _of_source(self, source: Source) -> Iterator[Batch]:
        file_id, state = _file_id(source, self._fields), file_state(source)
        self.unread.pop(source.origin, None)
        tally = None if state is None else self._index.tally(file_id, *state)
        if state is not None and tally is not None and not self._anew:
            self.before.update(tally)
            self.read_bytes += state[0]
            return
        watched, behind = _Watched(source.path, source.problem), self.read_bytes
        unread: dict[str, Any] | None = None
        for number, row in enumerate(_rows([watched], self._fields)):
            self.read_bytes = behind + watched.position
            if number == 0 and row["error"] is not None and row["offset"] is None and row["origin"] == source.origin:
                unread = row  # if nothing follows, the input could not be read at all
                continue
            for each in filter(None, (unread, row)):
                yield from self._take(each, file_id)
            unread = None
            if self.is_cut_short:
                return
        if unread is not None:
            self.unread[source.origin] = {name: unread.get(name) for name in SKIP_COLUMNS}
            self.failed.append(self.unread[source.origin])
        elif state is not None and tally is None:
            about = {"file": source.origin, "file_id": file_id, "bytes": state[0], "modified": state[1]}
            self.parts[-1].inputs.append(about)
        self.read_bytes = behind + (state[0] if state else watched.position)

    def _take(self, row: dict[str, Any], file_id: str) -> Iterator[Batch]:
        identity = row["page_id"]
        if identity in self._pending:
            self.parts[-1].pages.append((identity, file_id))
            self.repeated += 1
            return
        if (known := self._index.outcome(identity)) is not None:
            self.before[known] += 1
            self._tallies.setdefault(file_id, Counter())[known] += 1
            return
        self.parts[-1].pages.append((identity, file_id))
        self._pending.add(identity)
        self._rows.append(row | {"number": self.new})
        self._bytes += len(row["content"] or b"")
        self.new += 1
        if len(self._rows) >= self._sizes.batch or self._bytes > _MOST_BYTES:
            yield from self._flush()
            if len(self.parts[-1].batches) >= self._sizes.part:
                self.parts[-1].is_closed = True
                self._begin_part()

    def _flush(self) -> Iterator[Batch]:
        if not self._rows:
            return
        rows, self._rows, self._bytes = self._rows, [], 0
        part = self.parts[-1]
        key = _key(self._salt, rows)
        part.batches.append(key)
        part.missing.add(key)
        yield Batch(key, pa.RecordBatch.from_pylist(rows, PAGES), part)

    def _begin_part(self) -> None:
        self.parts.append(WorkPart())


def page_batches(inputs: Iterable[str], *, fields: Fields | None = None, size: int = 32) -> Iterator[pa.RecordBatch]:
    """The pages of inputs as batches of ``schema.PAGES``, for an engine of one's own; none is left out.

    >>> [batch.num_rows for batch in page_batches(["no such file.txt"])]
    [1]
    """
    rows = []
    for number, row in enumerate(_rows(find_sources(inputs), fields or Fields())):
        rows.append(row | {"number": number})
        if len(rows) >= size:
            yield pa.RecordBatch.from_pylist(rows, PAGES)
            rows = []
    if rows:
        yield pa.RecordBatch.from_pylist(rows, PAGES)


def file_state(source: Source) -> tuple[int, int] | None:
    """The size of a file and when it was changed (in nanoseconds); none for what is no file."""
    try:
        about = source.path.stat() if source.path is not None else None
    except OSError:
        return None
    return (about.st_size, about.st_mtime_ns) if about is not None and stat.S_ISREG(about.st_mode) else None


class _Watched(Source, frozen=True):
    """A source of which it is known how far it has been read."""

    streams: list[io.BufferedReader] = msgspec.field(default_factory=list)

    def open(self) -> AbstractContextManager[BinaryIO]:
        opened = Source.open(self)
        if isinstance(opened, io.BufferedReader):
            self.streams.append(opened)
        return opened

    @property
    def position(self) -> int:
        """How many of its bytes have been read."""
        return self.streams[-1].tell() if self.streams and not self.streams[-1].closed else 0


def _rows(sources: Iterable[Source], fields: Fields) -> Iterator[dict[str, Any]]:
    for source in sources:
        for cut in cut_pages(source, fields):
            yield {"file": source.origin} | (_of_page(cut) if isinstance(cut, RawPage) else _of_skipped(cut, source))


def _of_page(raw: RawPage) -> dict[str, Any]:
    is_text = isinstance(raw.content, str)
    return {
        "page_id": page_id(raw),
        "origin": raw.origin,
        "offset": raw.offset,
        "unit": raw.unit,
        "url": raw.url,
        "published": raw.published,
        "title": raw.title,
        "charset": raw.charset,
        "is_html": raw.is_html,
        "is_text": is_text,
        "content": raw.content.encode("utf-8", "surrogatepass") if isinstance(raw.content, str) else raw.content,
        "warnings": raw.warnings,
        "error": None,
    }


def _of_skipped(skipped: Skipped, source: Source) -> dict[str, Any]:
    reason = skipped.reason.encode("utf-8", "replace").decode()
    return {
        "page_id": digest(source.origin, skipped.origin, str(skipped.offset), reason),
        "origin": skipped.origin,
        "offset": skipped.offset,
        "unit": skipped.unit,
        "content": None,
        "error": reason,
    }


def _file_id(source: Source, fields: Fields) -> str:
    """The same for the same path, read in the same way."""
    path = "-" if source.path is None else os.path.abspath(source.path)  # noqa: PTH100  (links stay links)
    return digest(os.fsencode(path), repr(fields))


def _key(salt: str, rows: Iterable[dict[str, Any]]) -> str:
    """The name of a batch: the same for the same pages, extracted in the same way."""
    return digest(salt, *(f"{row['page_id']} {row['origin']}" for row in rows))
