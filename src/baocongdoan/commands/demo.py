"""``baocongdoan demo``: the facts of pages that come with the library, to see at once what it does."""

from __future__ import annotations

import sys
from pathlib import Path

from .extract import Format, extract_all
from .sources import extractor, pages_of, reading_of

__all__ = ["SAMPLES", "print_demo"]

SAMPLES = Path(__file__).parents[1] / "samples"
"""Invented pages as a crawler leaves them, menus and all: one of plain text, one of HTML."""


def print_demo(form: Format) -> None:
    """Extract the samples; on standard error it says where they are, for whoever wants to see what went in."""
    pages = pages_of([str(SAMPLES)], reading_of(None, None, None))
    run = extract_all(pages, extractor(), form, None)
    print(run.summary(), f"The pages: {SAMPLES}", sep="\n", file=sys.stderr)
