"""Bytes to text: which encoding a page is in, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from functools import partial

from ..errors import InputError
from .legacy import DECODERS, SAMPLE, SURE, decode_legacy, vietnamese_share

__all__ = ["decode_html", "decode_text", "refuse_binary", "sound"]

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
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
_MANY_CONTROLS = 0.02  # the share of control characters from which bytes are no text
_FEW_DAMAGED = 0.02  # the share of broken bytes up to which UTF-8 is still UTF-8
_HEAD = 4_096  # bytes in which a page declares its encoding
_META_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_BEYOND_ASCII = re.compile(rb"[a-zA-Z]{0,3}[\x80-\xff][^<>]{0,200}")
# Python knows codecs that are none of the web's, and some take very long.
_PLAUSIBLE = re.compile(
    r"utf-?8|utf-?(?:16|32)(?:-?[lb]e)?|(?:windows|cp)-?\d{3,4}|iso-?8859-?\d{1,2}|latin-?1|(?:us-)?ascii|viscii|tcvn"
    r"|gb(?:k|2312|18030)|big5|euc-\w{2}|shift_jis"
)


def decode_text(source: bytes, *, origin: str = "-") -> tuple[str, tuple[str, ...]]:
    """The text of bytes, and notes on what was made of them.

    >>> decode_text("Công đoàn".encode())
    ('Công đoàn', ())
    """
    if (marked := _marked(source)) is not None:
        try:
            return source.decode(marked), ()
        except UnicodeDecodeError as error:
            raise InputError(
                f"{origin}: starts as {marked.removesuffix('-sig').upper()} but breaks at byte {error.start}: "
                "fetch or save it again"
            ) from error
    refuse_binary(source, origin)
    try:
        return source.decode(), ()
    except UnicodeDecodeError as error:
        broken = error
    if (legacy := decode_legacy(source)) is not None:
        return legacy.text, (f"not UTF-8: read as {legacy.encoding}",)
    text = source.decode(errors="replace")
    if text.count("\ufffd") <= max(1, _FEW_DAMAGED * len(text)):
        return text, _damage(text)
    raise InputError(
        f"{origin}: not UTF-8 (byte {broken.start}) and neither windows-1258, TCVN3 (ABC) nor VNI: "
        "convert it to UTF-8, or pass decoded text"
    ) from broken


def sound(text: str) -> str:
    """The text with its surrogates joined to pairs, and U+FFFD for one alone, which no UTF-8 can hold.

    Python makes them of bytes that it can't decode, and JSON may escape them.

    >>> sound("Công đoàn"), sound("8 l\\ud800ớp \\ud83d\\ude00")
    ('Công đoàn', '8 l\ufffdớp 😀')
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def decode_html(source: bytes, *, origin: str = "-", charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of an HTML page's bytes, and notes; ``charset`` is what the HTTP header says.

    A byte order mark is believed, then UTF-8 that is valid. What header, page and old Vietnamese encodings make of
    other bytes is compared: the one that gives Vietnamese wins, whatever was declared.

    >>> decode_html('<meta charset="iso-8859-1"><p>Công đoàn'.encode())
    ('<meta charset="iso-8859-1"><p>Công đoàn', ('declared as iso-8859-1, read as utf-8',))
    """
    declared = charset or _declared(source)
    if (marked := _marked(source)) is not None:
        return _replaced(source, marked, None)
    if (wide := _wide(source)) is not None:
        return _replaced(source, wide, declared)
    if 0 < source.count(0) <= _MANY_CONTROLS * len(source):
        source = source.replace(b"\0", b"")  # as browsers do
    refuse_binary(source, origin)
    try:
        text = source.decode()
    except UnicodeDecodeError:
        return _most_vietnamese(source, declared, _declared(source))
    return text, () if text.isascii() else _difference(declared, "utf-8")


def _most_vietnamese(source: bytes, *declared: str | None) -> tuple[str, tuple[str, ...]]:
    """Bytes that are not UTF-8 throughout, in the encoding that makes most Vietnamese of them."""
    decoders: dict[str, Callable[[bytes], str]] = {"utf-8": lambda data: data.decode(errors="replace"), **DECODERS}
    for name in filter(None, declared):
        if _PLAUSIBLE.fullmatch(name.lower()) and name.lower() not in decoders:
            decoders.setdefault(name.lower(), partial(_decoded, encoding=name))
    sample = b" ".join(_BEYOND_ASCII.findall(source[: 50 * SAMPLE]))[:SAMPLE]
    shares = {name: vietnamese_share(decode(sample)) for name, decode in decoders.items()}
    best = max(shares, key=lambda name: shares[name])  # the first of equals: UTF-8, then the old ones
    if shares[best] < SURE:
        best = next((name.lower() for name in declared if name and name.lower() in decoders), "utf-8")
    text = decoders[best](source)
    return text, (*_difference(declared[0], best), *_damage(text))


def _decoded(source: bytes, encoding: str) -> str:
    try:
        return source.decode(encoding, "replace")
    except LookupError:
        return source.decode("latin-1")


def _replaced(source: bytes, encoding: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    text = source.decode(encoding, "replace")
    return text, (*(_difference(declared, encoding) if declared else ()), *_damage(text))


def _damage(text: str) -> tuple[str, ...]:
    """A note on what could not be decoded."""
    damaged = text.count("\ufffd")
    return (f"{damaged} damaged characters replaced by U+FFFD",) if damaged else ()


def _difference(declared: str | None, used: str) -> tuple[str, ...]:
    if declared is None:
        return () if used.startswith("utf") else (f"not UTF-8: read as {used}",)
    same = declared.lower().replace("-", "").replace("_", "") == used.lower().replace("-", "")
    return () if same else (f"declared as {declared}, read as {used}",)


def _declared(source: bytes) -> str | None:
    found = _META_CHARSET.search(source, 0, _HEAD)
    return found[1].decode("ascii") if found else None


def _marked(source: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if source.startswith(mark)), None)


def _wide(source: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of markup is zero."""
    head = source[:400]
    if head[1::2].count(0) > len(head) // 3:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > len(head) // 3 else None


def refuse_binary(source: bytes, origin: str) -> None:
    """Raise ``InputError`` for bytes that are no text in any encoding."""
    for magic, what in _BINARY:
        if source.startswith(magic):
            raise InputError(f"{origin}: {what}, not text: extract its text first")
    controls = len(source) - len(source.translate(None, _CONTROLS))
    if b"\x00" in source or controls > _MANY_CONTROLS * len(source):
        raise InputError(f"{origin}: binary data, not text (UTF-16 needs its byte order mark): convert it to UTF-8")
