"""Gold files that are none, told by file and field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.errors import InputError, RecordError
from baocongdoan.evaluation.annotations import read_annotation

ARTICLE = {"text": "Có 12 đoàn viên."}


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ({"article": [], "facts": []}, "a.json: article: an object is wanted"),
        ({"article": ARTICLE, "facts": {}}, "a.json: facts: a list is wanted"),
        ({"article": ARTICLE, "facts": ["count"]}, r"a.json: facts\[0\]: an object is wanted"),
        ({"article": ARTICLE, "facts": [{"kind": "mood", "start": 0}]}, r"a.json: facts\[0\].kind: 'mood' is none of"),
        ({"article": ARTICLE, "facts": [{"kind": "date", "quote": "Có"}]}, r"facts\[0\]: has no `start`, and no page"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, raw: dict[str, Any], told: str) -> None:
    (tmp_path / "a.json").write_text(json.dumps(raw), "utf-8")

    with pytest.raises(RecordError, match=told):
        read_annotation(tmp_path / "a.json")


def test_json_of_something_else_is_not_meant(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"name": "floors"}', "utf-8")

    assert read_annotation(tmp_path / "a.json") is None


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()

    with pytest.raises(InputError, match=r"cannot read .*a\.json"):
        read_annotation(tmp_path / "a.json")
