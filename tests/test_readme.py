"""What the READMEs show is what the code prints."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh_examples", ROOT / "scripts" / "refresh_examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_examples_print_what_the_page_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "")  # the script sets it; this puts it back
    page = (ROOT / name).read_text(encoding="utf-8")

    assert _script().refreshed(page) == page, "run: python scripts/refresh_examples.py"
