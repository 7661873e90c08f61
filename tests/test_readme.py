"""What the READMEs show is what the code prints."""

from __future__ import annotations

from pathlib import Path

import pytest
import refresh_examples


@pytest.mark.parametrize("path", refresh_examples.READMES, ids=lambda path: path.name)
def test_examples_print_what_the_page_says(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "")  # the script sets it; this puts it back
    page = path.read_text(encoding="utf-8")

    assert refresh_examples.refreshed(page, "100") == page, "run: python scripts/refresh_examples.py"
