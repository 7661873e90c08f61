"""What the README shows is what the code prints."""

from __future__ import annotations

import pytest
from refresh_examples import README, WIDTH_OF_README, refreshed


def test_examples_print_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "")  # the script sets it; this puts it back
    page = README.read_text(encoding="utf-8")

    assert refreshed(page, WIDTH_OF_README) == page, "run: python scripts/refresh_examples.py"
