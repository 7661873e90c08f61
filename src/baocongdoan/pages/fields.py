"""Records of a dump, with whatever names their fields have, to pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from ..errors import InputError
from .formats import looks_like_html
from .raw import RawPage

__all__ = ["Fields", "of_record"]

_LOOKED_AT = 4_096  # characters of a field that may hold either

_HTML = "html raw_html html_content content_html body_html page_html page_source html_source response_body".split()
_TEXT = "text content body article maintext main_text full_text fulltext article_text noi_dung noidung page raw".split()
_URL = "url link uri href page_url source_url article_url canonical_url canonical_link address".split()
_PUBLISHED = (
    "published published_at published_date published_time publish_date publish_time publishdate date_publish "
    "date_published datepublished pubdate pub_date ngay_dang"
).split()
_TITLE = "title headline tieu_de".split()


class Fields(Struct, frozen=True):
    """Which fields of a record hold what; a field that is not named is guessed."""

    text: str | None = None
    html: str | None = None
    url: str | None = None

    def columns(self, names: Iterable[str]) -> list[str]:
        """Those of a table's columns that a page is made of.

        >>> Fields().columns(["id", "URL", "html", "crawled_at", "title"])
        ['URL', 'html', 'title']
        """
        wanted = {*_HTML, *_TEXT, *_URL, *_PUBLISHED, *_TITLE}
        named = {self.text, self.html, self.url}
        return [name for name in names if name.lower() in wanted or name in named]


def of_record(
    values: Mapping[str, Any],
    fields: Fields,
    *,
    origin: str,
    offset: int | None = None,
    unit: Literal["byte", "row"] = "byte",
) -> RawPage:
    """The page of one record of a dump, its fields found; raises ``InputError`` where none holds a page.

    >>> values = {"Link": "https://a.example", "body": "<p>Một</p><p>Hai</p>"}
    >>> raw = of_record(values, Fields(), origin="dump#1")
    >>> raw.url, raw.is_html
    ('https://a.example', True)
    """
    known = {name.lower(): value for name, value in values.items()}
    content, is_html = _source(values, known, fields, origin)
    return RawPage(
        content=content,
        is_html=is_html,
        origin=origin,
        url=_string(values.get(fields.url) if fields.url else _guess(known, _URL)) or None,
        published=_moment(known),
        title=" ".join(_string(_guess(known, _TITLE)).split()) or None,
        offset=offset,
        unit=unit,
    )


def _source(
    values: Mapping[str, Any], known: Mapping[str, Any], fields: Fields, origin: str
) -> tuple[str | bytes, bool]:
    """The record's page and whether it is HTML."""
    for name, is_html in ((fields.html, True), (fields.text, False)):
        named = values.get(name) if name else None
        if isinstance(named, (str, bytes)) and named.strip():
            return named, is_html
    if fields.html or fields.text:
        raise InputError(f"{origin}: the field {fields.html or fields.text!r} is missing or empty: name another")
    if html := _guess(known, _HTML):
        return html, True
    if text := _guess(known, _TEXT):
        head = text[:_LOOKED_AT]
        return text, looks_like_html(head if isinstance(head, str) else head.decode("latin-1"))
    names = ", ".join(list(values)[:10]) or "none"
    raise InputError(f"{origin}: no field with a page (fields: {names}): name it with --html-field or --text-field")


def _guess(known: Mapping[str, Any], names: Iterable[str]) -> str | bytes | None:
    """The first of the fields that holds something."""
    return next((value for name in names if isinstance(value := known.get(name), (str, bytes)) and value.strip()), None)


def _string(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _moment(known: Mapping[str, Any]) -> str | None:
    from .markup.metadata import read_moment  # later, for a plain text needs none of the reader of HTML

    values = (known.get(name) for name in _PUBLISHED)
    written = (value.isoformat() if isinstance(value, date) else _string(value) for value in values)
    return next(filter(None, map(read_moment, written)), None)
