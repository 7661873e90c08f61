"""How to read a page: what the caller knows of it and wants."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from ..records import Page, PageLine, PageMetadata, Skipped
from .fields import Fields
from .raw import RawPage, attempted
from .text import read_text, under_title

if TYPE_CHECKING:
    from .sites import Sites

__all__ = ["Reading", "site_profiles"]


class Reading(Struct, frozen=True):
    """What holds for every page of an input.

    ``url`` and ``published`` go before what a file says, ``fields`` names the fields of JSON Lines and Parquet,
    ``sites`` holds profiles of sites.
    """

    url: str | None = None
    published: str | None = None
    fields: Fields = field(default_factory=Fields)
    sites: Sites | None = None

    def page(self, raw: RawPage) -> Page:
        """The lines of a page and what is known of it; raises ``InputError`` where it can't be read.

        >>> raw = RawPage(content="LĐLĐ tỉnh mở 8 lớp.", title="Tập huấn", url="https://a.example/1", is_html=False)
        >>> page = Reading().page(raw)
        >>> page.url, [line.text for line in page.lines]
        ('https://a.example/1', ['Tập huấn', 'LĐLĐ tỉnh mở 8 lớp.'])
        """
        url, published = self.url or raw.url, self.published or raw.published
        if raw.is_html:
            from .html import read_html  # later, for a plain text needs none of it

            page = read_html(
                raw.content, origin=raw.origin, url=url, published=published, charset=raw.charset, sites=self.sites
            )
        else:
            page = _titled(read_text(raw.content, origin=raw.origin, url=url, published=published), raw.title)
        return replace(page, warnings=(*page.warnings, *raw.warnings)) if raw.warnings else page

    def attempt(self, raw: RawPage | Skipped) -> Page | Skipped:
        """The page, or why there is none."""
        if isinstance(raw, Skipped):
            return raw
        return attempted(partial(self.page, raw), origin=raw.origin, offset=raw.offset, unit=raw.unit)


def site_profiles(path: Path | None) -> Sites | None:
    """The site profiles of a TOML file, if one is named; raises ``LexiconError`` where it is malformed."""
    if path is None:
        return None
    from .sites import Sites  # later, for most pages are read without

    return Sites.load(path)


def _titled(page: Page, title: str | None) -> Page:
    """The text page with the headline that came in a field of its own as its first line, if it lacks it."""
    if not title or any(line.text.strip() == title for line in page.lines):
        return page
    return replace(page, lines=under_title(PageLine(1, title), page.lines), metadata=PageMetadata(title=title))
