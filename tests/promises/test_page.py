"""The page of promises names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "docs" / "promises.md").read_text(encoding="utf-8"))


def test_every_promise_names_some() -> None:
    assert len(NAMED) > 20


@pytest.mark.parametrize(("path", "test"), sorted(set(NAMED)))
def test_is_there(path: str, test: str) -> None:
    assert f"def {test}" in (ROOT / path).read_text(encoding="utf-8")
