"""Plain text to a page: finding the encoding, refusing what is no text, counting the lines."""

from __future__ import annotations

import codecs

import regex

from ..errors import InputError
from ..records import Page, PageLine
from .legacy import FONTS, SAMPLE, SURE, decode_legacy, vietnamese_share

__all__ = ["MAX_PAGE_BYTES", "read_text"]

MAX_PAGE_BYTES = 5_000_000
"""The longest page that is read, in bytes (in characters where text is given): some thirty times a long law."""

_MARKS = (  # the longer mark first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"PAR1", "a Parquet file"),
)
_LINE_END = regex.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")
_LETTER = regex.compile(r"\p{L}")
_VISIBLE = regex.compile(r"[^\s\p{Cc}\p{Cf}]")  # format characters such as zero-width spaces print nothing
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
_MANY_CONTROLS = 0.02  # the share of control characters from which bytes are no text
_FEW_DAMAGED = 0.02  # the share of broken bytes up to which UTF-8 is still UTF-8
_MISREAD = 0.5  # below this share of Vietnamese words a text may have been typed in an old font


def read_text(source: bytes | str, *, origin: str = "-", url: str | None = None, published: str | None = None) -> Page:
    """The page of a plain text: its non-blank lines, numbered from 1 with the blank ones.

    Bytes may be UTF-8, UTF-16 or UTF-32 (the last two with a byte order mark), windows-1258, TCVN3 (ABC) or
    VNI; what is not UTF-8 leaves a note in ``Page.warnings``. A string is always text. Raises ``InputError``
    for a source that is empty, binary, longer than ``MAX_PAGE_BYTES`` or without letters.

    >>> read_text("LĐLĐ tỉnh\\n\\u00a0\\n8 lớp".encode()).lines
    (PageLine(line=1, text='LĐLĐ tỉnh'), PageLine(line=3, text='8 lớp'))
    """
    if len(source) > MAX_PAGE_BYTES:
        raise InputError(
            f"{origin}: {len(source) / 1e6:.1f} MB is more than the {MAX_PAGE_BYTES / 1e6:.0f} MB that are read as "
            "one page: split it into its articles"
        )
    text, warnings = (source, ()) if isinstance(source, str) else _decode(source, origin)
    if not text.strip():
        raise InputError(f"{origin}: the page is empty")
    if not _LETTER.search(text):
        raise InputError(f"{origin}: the page holds no letters, so no article: was its text lost in the crawl?")
    repaired = _repair(text)
    if repaired is not None:
        text, font = repaired
        warnings += (f"the text was typed in a {font} font and converted to Unicode",)
    lines = tuple(
        PageLine(number, line) for number, line in enumerate(_LINE_END.split(text), 1) if _VISIBLE.search(line)
    )
    return Page(lines=lines, origin=origin, url=url, published=published, warnings=warnings)


def _decode(source: bytes, origin: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            try:
                return source.decode(encoding), ()
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{origin}: starts as {encoding.removesuffix('-sig').upper()} but breaks at byte {error.start}: "
                    "fetch or save it again"
                ) from error
    _refuse_binary(source, origin)
    try:
        return source.decode(), ()
    except UnicodeDecodeError as error:
        broken = error
    if (legacy := decode_legacy(source)) is not None:
        return legacy.text, (f"not UTF-8: read as {legacy.encoding}",)
    text = source.decode(errors="replace")
    damaged = text.count("\ufffd")
    if damaged <= max(1, _FEW_DAMAGED * len(text)):
        return text, (f"{damaged} damaged characters replaced by U+FFFD",)
    raise InputError(
        f"{origin}: not UTF-8 (byte {broken.start}) and neither windows-1258, TCVN3 (ABC) nor VNI: "
        "convert it to UTF-8, or pass decoded text"
    ) from broken


def _refuse_binary(source: bytes, origin: str) -> None:
    for magic, what in _BINARY:
        if source.startswith(magic):
            raise InputError(f"{origin}: {what}, not plain text: extract its text first")
    controls = len(source) - len(source.translate(None, _CONTROLS))
    if b"\x00" in source or controls > _MANY_CONTROLS * len(source):
        raise InputError(
            f"{origin}: binary data, not plain text (UTF-16 needs its byte order mark): convert it to UTF-8"
        )


def _repair(text: str) -> tuple[str, str] | None:
    """Text of an old font that someone saved as UTF-8 without converting it, in Unicode; else none."""
    sample = text[:SAMPLE]
    if vietnamese_share(sample) >= _MISREAD:
        return None
    fonts = ((vietnamese_share(convert(sample)), font, convert) for font, convert in FONTS.items())
    share, font, convert = max(fonts, key=lambda tried: tried[0])
    return (convert(text), font) if share >= SURE else None
