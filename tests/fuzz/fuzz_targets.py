"""What is fuzzed: five ways into the library, and what must hold behind each of them whatever the bytes are.

A target takes bytes and returns nothing. It raises where the library raises anything but ``BaocongdoanError``, where a
reader reports a fault of its own, and where what is extracted breaks the record contract.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO

from baocongdoan import extract
from baocongdoan.errors import BaocongdoanError
from baocongdoan.pages.front_door import read_pages
from baocongdoan.pages.inputs import Source
from baocongdoan.pages.reading import Reading
from baocongdoan.records import Extraction, Page
from baocongdoan.serialise import from_json
from baocongdoan.views.webpage import webpage

__all__ = ["TARGETS", "Target"]

Target = Callable[[bytes], None]

_FAULT = re.compile("internal error")  # in which ``errors.fault`` tells an exception that is none of ours
_MOST_PAGES = 5  # of a file that are extracted: reading is what its target is about


def text(data: bytes) -> None:
    """A string that is taken as it is; bytes that are not UTF-8 become lone surrogates, as in Python's own I/O."""
    _extract(data.decode("utf-8", "surrogateescape"), clean=False)


def crawled(data: bytes) -> None:
    """A page as crawled, its encoding unknown."""
    _extract(data, clean=True)


def html(data: bytes) -> None:
    """A page of HTML."""
    _extract(b"<!doctype html>" + data, clean=True)


def jsonl(data: bytes) -> None:
    """A file of JSON Lines."""
    _read_file(data, "fuzz.jsonl")


def warc(data: bytes) -> None:
    """A WARC file."""
    _read_file(data, "fuzz.warc")


TARGETS: Mapping[str, Target] = {target.__name__: target for target in (text, crawled, html, jsonl, warc)}
"""The targets by name."""


class _InMemory(Source, frozen=True):
    """A file that stands in memory: ``content`` under the name ``name``."""

    content: bytes = b""
    name: str = ""

    @property
    def origin(self) -> str:
        return self.name

    def open(self) -> AbstractContextManager[BinaryIO]:
        return nullcontext(io.BytesIO(self.content))


def _read_file(data: bytes, name: str) -> None:
    pages = 0
    for page in read_pages(_InMemory(None, content=data, name=name), Reading()):
        if isinstance(page, Page):
            pages += 1
            if pages <= _MOST_PAGES:
                _extract(page, clean=True)
        elif _FAULT.search(page.reason):
            raise AssertionError(page.reason)


def _extract(source: str | bytes | Page, *, clean: bool) -> None:
    try:
        extraction = extract(source, clean=clean)
    except BaocongdoanError as error:
        assert str(error), "an error without a word"
        return
    _check(extraction)


def _check(extraction: Extraction) -> None:
    """What is written can be read again, which proves each quote, link and day, and can be shown."""
    assert from_json(extraction.to_json()) == extraction
    assert all(fact.quote.strip() for fact in extraction.facts)
    extraction.to_rows()
    webpage(extraction).encode()
