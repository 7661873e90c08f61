"""The Vietnamese guides are those of the English documentation, and show the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from refresh_examples import DOCS, GUIDES, README, fences, in_vietnamese

SITE = (DOCS / "index.md", *GUIDES)
NAV = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", (README, *SITE), ids=lambda path: path.stem)
def test_every_guide_is_there_in_vietnamese(path: Path) -> None:
    assert in_vietnamese(path).exists()


@pytest.mark.parametrize("path", (README, *SITE), ids=lambda path: path.stem)
def test_a_translation_shows_what_its_original_shows(path: Path) -> None:
    english, vietnamese = (page.read_text(encoding="utf-8") for page in (path, in_vietnamese(path)))

    assert fences(vietnamese) == fences(english), "run: python scripts/refresh_examples.py"
    assert _shape(vietnamese) == _shape(english)


def test_no_translation_is_of_a_guide_that_is_gone() -> None:
    assert {path.name for path in (DOCS / "vi" / "how-to").glob("*.md")} <= {path.name for path in GUIDES}


@pytest.mark.parametrize("path", SITE, ids=lambda path: path.stem)
def test_every_page_is_in_the_menu(path: Path) -> None:
    pages = (path, in_vietnamese(path))

    assert [page for page in pages if f": {page.relative_to(DOCS).as_posix()}\n" not in NAV] == []


def _shape(markdown: str) -> list[str]:
    """The order of headings and tables, with the numbers of their rows and columns."""
    prose = re.sub(r"^```.*?^```$", "", markdown, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"^#+(?= )|(?<=^)\|(?=.*\|$)", prose, re.MULTILINE)
