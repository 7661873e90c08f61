"""Plain text to a page: finding the encoding, refusing what is no text, counting the lines."""

from __future__ import annotations

from dataclasses import replace

from ..errors import InputError
from ..lexicon.kept import compiled
from ..records import Page, PageLine
from .encodings import decode_text, sound
from .legacy import find_font

__all__ = ["MAX_PAGE_BYTES", "MAX_PAGE_LINES", "limited", "read_text", "under_title"]

MAX_PAGE_BYTES = 5_000_000
"""The longest page that is read, in bytes (in characters where text is given): some thirty times a long law."""

MAX_PAGE_LINES = 50_000
"""The most lines of a page that is read: what is made of them takes some ten seconds."""

_LINE_END = compiled(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")
_LETTER = compiled(r"\p{L}")
_VISIBLE = compiled(r"[^\s\p{Cc}\p{Cf}]")  # format characters such as zero-width spaces print nothing


def read_text(source: bytes | str, *, origin: str = "-", url: str | None = None, published: str | None = None) -> Page:
    """The page of a plain text: its non-blank lines, numbered from 1 with the blank ones.

    Bytes may be UTF-8, UTF-16 or UTF-32 (the last two with a byte order mark), windows-1258, TCVN3 (ABC) or
    VNI; what is not UTF-8 leaves a note in ``Page.warnings``. A string is always text. Raises ``InputError``
    for a source that is empty, binary, longer than ``MAX_PAGE_BYTES`` or
    ``MAX_PAGE_LINES``, or without letters.

    >>> read_text("LĐLĐ tỉnh\\n\\u00a0\\n8 lớp".encode()).lines
    (PageLine(line=1, text='LĐLĐ tỉnh'), PageLine(line=3, text='8 lớp'))
    """
    if len(source) > MAX_PAGE_BYTES:
        raise InputError(
            f"{origin}: {len(source) / 1e6:.1f} MB is more than the {MAX_PAGE_BYTES / 1e6:.0f} MB that are read as "
            "one page: split it into its articles"
        )
    text, warnings = (sound(source), ()) if isinstance(source, str) else decode_text(source, origin=origin)
    if not text.strip():
        raise InputError(f"{origin}: the page is empty: crawl it again, or leave it out")
    if not _LETTER.search(text):
        raise InputError(f"{origin}: the page holds no letters, so no article: was its text lost in the crawl?")
    if (font := find_font(text)) is not None:
        text = font.convert(text)
        warnings += (f"the text was typed in a {font.name} font and converted to Unicode",)
    lines = tuple(
        PageLine(number, line) for number, line in enumerate(_LINE_END.split(text), 1) if _VISIBLE.search(line)
    )
    return Page(lines=limited(lines, origin), origin=origin, url=url, published=published, warnings=warnings)


def under_title(title: PageLine, lines: tuple[PageLine, ...]) -> tuple[PageLine, ...]:
    """The lines below a headline that came apart from them: it is the first line, and each other number one more."""
    return (title, *(replace(line, line=line.line + 1) for line in lines))


def limited(lines: tuple[PageLine, ...], origin: str) -> tuple[PageLine, ...]:
    """The lines of a page; raises ``InputError`` where they are more than ``MAX_PAGE_LINES``."""
    if len(lines) > MAX_PAGE_LINES:
        raise InputError(
            f"{origin}: {len(lines):,} lines are more than the {MAX_PAGE_LINES:,} that are read as one page: split it "
            "into its articles"
        )
    return lines
