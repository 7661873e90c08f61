"""What the options of the command line say of the pages to read and of the extractor that they go to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..errors import InputError

if TYPE_CHECKING:
    from ..pages.fields import Fields
    from ..pages.reading import Reading
    from ..records import Extraction, Page, Skipped

__all__ = ["extractor", "pages_of", "reading_of", "single_only", "single_page"]


def reading_of(url: str | None, published: str | None, sites: Path | None, fields: Fields | None = None) -> Reading:
    """How pages are read, by the options of the command line."""
    from ..pages.fields import Fields
    from ..pages.reading import Reading, site_profiles

    return Reading(url=url, published=published, fields=fields or Fields(), sites=site_profiles(sites))


def pages_of(inputs: list[str], reading: Reading) -> Iterator[Page | Skipped]:
    """The pages of the inputs, with a note on standard error for what was amiss with one."""
    from ..pages.front_door import read_pages
    from ..pages.inputs import find_sources
    from ..records import Page

    for source in find_sources(inputs):
        for page in read_pages(source, reading):
            for warning in page.warnings if isinstance(page, Page) else ():
                print(f"note {page.origin}: {warning}", file=sys.stderr)
            yield page


def single_only(pages: Iterator[Page | Skipped]) -> Iterator[Page | Skipped]:
    """The pages, of which there may be one; raises ``BadParameter`` where there are more."""
    for number, page in enumerate(pages):
        if number:
            raise typer.BadParameter("--url is the address of a single page, and the inputs are several.")
        yield page


def single_page(name: str, reading: Reading) -> Page:
    """The page of an input; raises ``InputError`` where it can't be read or holds several."""
    from ..records import Page

    pages = pages_of([name], reading)
    page = next(pages, None)
    if not isinstance(page, Page):
        raise InputError(str(page) if page else f"{name} holds no page")
    if next(pages, None) is not None:
        raise InputError(f"{name} holds several pages: name one of them")
    return page


def extractor(
    no_clean: bool = False, measures: Path | None = None, min_confidence: float | None = None
) -> Callable[[Page | Path], Extraction]:
    """The extractor with the options of the command line."""
    from ..pipeline import extract

    return lambda source: extract(source, clean=not no_clean, measures=measures, min_confidence=min_confidence)
