"""What kind of file an input is: told by how it begins, not by its name."""

from __future__ import annotations

import re
from enum import Enum, auto

__all__ = ["HEAD", "PAGE_SUFFIXES", "Format", "is_page_name", "looks_like_html", "recognise"]

PAGE_SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".parquet", ".warc")
"""The endings of the files that are read in a folder; ``.gz`` may follow."""

HEAD = 4_096
"""How many bytes of a file are looked at."""

_BYTE_ORDER_MARKS = b"\xef\xbb\xbf\xff\xfe"
_OPENING = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_TAG = re.compile(
    r"</?(?:div|p|br|span|a|h[1-6]|table|tr|td|ul|ol|li|img|meta|title|article|section)(?=[\s/>])[^<>]*>", re.I
)
_LOOKED_AT = 4_000  # characters
_TAGS = 3  # from which a text without a document's beginning is a piece of one
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*(?:\"|\}|$)")


class Format(Enum):
    """The kinds of input."""

    TEXT = auto()
    HTML = auto()
    JSONL = auto()
    PARQUET = auto()
    WARC = auto()


def recognise(head: bytes, name: str = "") -> Format:
    """The format of a file that begins so; its name decides only where the beginning may be anything.

    >>> recognise(b'{"url": "https://a.example", "html": ""}'), recognise(b"WARC/1.1\\r\\n")
    (<Format.JSONL: 3>, <Format.WARC: 5>)
    >>> recognise("Công đoàn".encode(), "tin.txt"), recognise(b"<!doctype html><p>", "tin.txt")
    (<Format.TEXT: 1>, <Format.HTML: 2>)
    """
    name = name.lower().removesuffix(".gz")
    if head.startswith(b"PAR1"):
        return Format.PARQUET
    if head.startswith(b"WARC/") or name.endswith(".warc"):
        return Format.WARC
    if _JSON.match(head) or name.endswith((".jsonl", ".ndjson")):
        return Format.JSONL
    # Without byte order mark and zeros, tags look the same in every encoding.
    bare = head.lstrip(_BYTE_ORDER_MARKS).replace(b"\0", b"").decode("latin-1")
    if name.endswith((".html", ".htm", ".xhtml")) or looks_like_html(bare):
        return Format.HTML
    return Format.TEXT


def looks_like_html(text: str) -> bool:
    """Whether a text is HTML: it begins as a document does, or as a piece of one and holds several tags.

    >>> looks_like_html("\\n<!DOCTYPE html><p>Họp"), looks_like_html("<p>Một</p><p>Hai</p>")
    (True, True)
    >>> looks_like_html("Lãi suất <br> giảm"), looks_like_html("a < b và b > c")
    (False, False)
    """
    head = text[:_LOOKED_AT].lstrip("\ufeff")
    if _OPENING.match(head):
        return True
    return head.lstrip().startswith("<") and sum(1 for _ in _TAG.finditer(head)) >= _TAGS


def is_page_name(name: str) -> bool:
    """Whether a folder's file of that name is read.

    >>> is_page_name("crawl-00.WARC.gz"), is_page_name("notes.md")
    (True, False)
    """
    return name.lower().removesuffix(".gz").endswith(PAGE_SUFFIXES)
