"""What the tests of the readers share: a sentence, a page, and what came of a file in a few words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from baocongdoan.pages.front_door import read_pages
from baocongdoan.pages.inputs import Source
from baocongdoan.pages.reading import Reading
from baocongdoan.records import Page, Skipped

SENTENCE = "Công đoàn ngành Y tế mở 12 lớp nghề cho những người thợ trẻ."
HTML = f"<!doctype html><html><body><h1>Đầu đề</h1><p>{SENTENCE}</p></body></html>"


def read_file(path: Path, **options: Any) -> list[Page | Skipped]:
    return list(read_pages(Source(path), Reading(**options)))


def summary(found: Iterable[Page | Skipped], folder: Path) -> list[str]:
    """Where each comes from and its first line, or why it is none."""
    said = [
        f"{page.origin} {page.lines[0].text}" if isinstance(page, Page) else str(page).split("; ")[0] for page in found
    ]
    return [line.replace(f"{folder}/", "") for line in said]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]
