"""HTML to a page: its lines of text in the order of the document, with what the markup says of each."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import chain

from ..errors import InputError
from ..records import Markup, Page, PageLine, PageMetadata, Role
from .encodings import decode_html, sound
from .legacy import find_font
from .markup.lines import LineBuilder
from .sites import Profile, Sites
from .text import MAX_PAGE_BYTES, limited, under_title

__all__ = ["read_html"]

_WORD = re.compile(r"\w+")
_SAME_TITLE = 0.5  # share of its words from which a line is the declared headline
_SHORT_TITLE = 5


def read_html(
    data: bytes | str,
    *,
    origin: str = "-",
    url: str | None = None,
    published: str | None = None,
    charset: str | None = None,
    sites: Sites | None = None,
) -> Page:
    """The page of an HTML document; ``charset`` is what the HTTP header says of bytes, ``sites``
    holds profiles of sites.

    Raises ``InputError`` for a page that is longer than ``MAX_PAGE_BYTES`` or ``MAX_PAGE_LINES``, in no encoding
    that is known, or without text.

    >>> page = read_html("<h1>Mở lớp</h1><p>LĐLĐ tỉnh mở <b>8</b> lớp.<br>Ảnh: K.T")
    >>> [(line.line, line.text, line.markup.tag) for line in page.lines]
    [(1, 'Mở lớp', 'h1'), (2, 'LĐLĐ tỉnh mở 8 lớp.', 'p'), (3, 'Ảnh: K.T', 'p')]
    """
    if len(data) > MAX_PAGE_BYTES:
        raise InputError(
            f"{origin}: {len(data) / 1e6:.1f} MB is more than the {MAX_PAGE_BYTES / 1e6:.0f} MB that are read as "
            "one page: save the article alone, or without the pictures inside"
        )
    text, warnings = (sound(data), ()) if isinstance(data, str) else decode_html(data, origin=origin, charset=charset)
    builder = LineBuilder().read(text)
    metadata = builder.declarations.metadata(url)
    if sites is not None and (profile := _profile(sites, url, published, metadata)) is not None:
        profiled = LineBuilder(profile.role).read(text)
        if any(line.markup is not None and line.markup.role is Role.BODY for line in profiled.lines):
            builder.lines = [_outside_is_boilerplate(line) for line in profiled.lines]
        else:
            warnings += (
                f"the profile of {profile.host} finds no body here, so it was left aside: has the site changed?",
            )
    lines, font = _in_unicode(builder.lines)
    if font is not None:
        warnings += (f"the text was typed in a {font} font and converted to Unicode",)
    if not any(char.isalpha() for line in lines for char in line.text):
        raise InputError(f"{origin}: the page has no text: was it drawn by a script? Save it as a browser shows it")
    return Page(
        lines=_with_title(limited(lines, origin), metadata),
        origin=origin,
        url=url,
        published=published,
        metadata=metadata,
        warnings=(*warnings, *builder.warnings),
    )


def _profile(sites: Sites, url: str | None, published: str | None, metadata: PageMetadata | None) -> Profile | None:
    known = metadata or PageMetadata()
    return sites.find(url or known.canonical_url, published or known.published)


def _outside_is_boilerplate(line: PageLine) -> PageLine:
    if line.markup is None or line.markup.role is not None:
        return line
    return replace(line, markup=replace(line.markup, role=Role.BOILERPLATE))


def _in_unicode(lines: list[PageLine]) -> tuple[tuple[PageLine, ...], str | None]:
    """The lines, converted where they were typed in an old font, whose name is given then."""
    found = find_font("\n".join(line.text for line in lines))
    if found is None:
        return tuple(lines), None
    return tuple(replace(line, text=found.convert(line.text)) for line in lines), found.name


def _with_title(lines: tuple[PageLine, ...], metadata: PageMetadata | None) -> tuple[PageLine, ...]:
    """The lines, opened by the declared headline where an article's page prints none (a script would write it)."""
    if metadata is None or metadata.title is None or not metadata.is_article:
        return lines
    wanted = set(_words(metadata.title))
    headings = [line for line in lines if line.markup is not None and line.markup.heading in (1, 2)]
    short = (line for line in lines if len(line.text) <= 2 * len(metadata.title or ""))
    for line in chain(headings, short):  # most often it is one of the headings
        own = set(_words(line.text))
        if len(own & wanted) >= _SAME_TITLE * min(len(wanted), max(len(own), _SHORT_TITLE)):
            return lines
    return under_title(PageLine(1, metadata.title, Markup(tag="title", heading=1)), lines)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())
