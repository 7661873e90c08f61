"""How to read an input: what the caller knows of it and wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ..errors import InputError
from ..records import Page, Skipped
from .fields import Fields, Record
from .html import read_html
from .sites import Sites
from .text import read_text

__all__ = ["Reading", "attempted"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What holds for every page of an input.

    ``url`` and ``published`` go before what a file says, ``fields`` names the fields of JSON Lines and Parquet,
    ``sites`` holds profiles of sites.
    """

    url: str | None = None
    published: str | None = None
    fields: Fields = field(default_factory=Fields)
    sites: Sites | None = None

    def text(self, data: bytes | str, *, origin: str) -> Page:
        """A page of plain text."""
        return read_text(data, origin=origin, url=self.url, published=self.published)

    def html(self, data: bytes | str, *, origin: str, url: str | None = None, charset: str | None = None) -> Page:
        """A page of HTML; ``url`` is what its file says."""
        return read_html(
            data, origin=origin, url=self.url or url, published=self.published, charset=charset, sites=self.sites
        )

    def record(self, values: Mapping[str, Any], *, origin: str) -> Page:
        """The page of one record of a dump.

        >>> values = {"link": "https://a.example/1", "content": "LĐLĐ tỉnh mở 8 lớp.", "title": "Tập huấn"}
        >>> page = Reading().record(values, origin="dump.jsonl#1")
        >>> page.url, [line.text for line in page.lines]
        ('https://a.example/1', ['Tập huấn', 'LĐLĐ tỉnh mở 8 lớp.'])
        """
        record = Record.of(values, self.fields, origin)
        url, published = self.url or record.url, self.published or record.published
        if record.is_html:
            return read_html(record.source, origin=origin, url=url, published=published, sites=self.sites)
        return record.titled(read_text(record.source, origin=origin, url=url, published=published))


def attempted(
    read: Callable[[], Page], *, origin: str, offset: int | None = None, unit: Literal["byte", "row"] = "byte"
) -> Page | Skipped:
    """The page that is read, or why there is none; a fault of ours in one page must not lose the others.

    >>> attempted(lambda: 1 / 0, origin="a.html").reason
    'internal error ZeroDivisionError: division by zero; please report it'
    """
    try:
        return read()
    except InputError as error:
        reason = str(error).removeprefix(f"{origin}: ")
    except Exception as error:
        reason = f"internal error {type(error).__name__}: {error}; please report it"
    return Skipped(origin=origin, reason=reason, offset=offset, unit=unit)
