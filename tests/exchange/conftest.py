"""An invented page with its annotation, in which all that is hard for other tools occurs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.evaluation.annotations import AnnotatedArticle, read_annotation

PAGE = """🎉 Trang chủ 🎉

LĐLĐ tỉnh Lâm Viên chăm lo Tết 🎁
🧧 Sáng 12/1/2023, LĐLĐ tỉnh Lâm Viên trao 40 suất quà, 40 suất quà nữa 👨‍👩‍👧 15 mái ấm, có 5 mái ấm ở xã Đồi Thông.
Bà Vi Thị Lựu, Chủ tịch LĐLĐ tỉnh, kiêm Trưởng ban Nữ công, nói về Nghị quyết số 07/NQ-LĐLĐ.
Đại biểu chụp ảnh 📷 trong 2 giờ.
"""
LINES = [
    {"line": 1, "role": "boilerplate"},
    {"line": 3, "role": "title"},
    {"line": 4, "role": "body"},
    {"line": 5, "role": "body"},
    {"line": 6, "role": "caption"},
]
UNION = "Liên đoàn Lao động tỉnh Lâm Viên"


def _count(quote: str, measure: str, value: float, unit: str, **fields: Any) -> dict[str, Any]:
    period = {"first_day": "2023-01-12", "last_day": "2023-01-12"}
    fact = {"kind": "count", "line": 4, "quote": quote, "measure": measure, "value": value, "unit": unit}
    return fact | {"organisation": UNION, "of": None, "qualifier": "exact", "status": "reported"} | period | fields


FACTS: list[dict[str, Any]] = [
    {"kind": "organisation", "line": 3, "quote": "LĐLĐ tỉnh Lâm Viên", "name": UNION, "type": "union",
     "level": "provincial", "province": "Lâm Viên", "mentions": ["LĐLĐ tỉnh Lâm Viên", "LĐLĐ tỉnh"], "organs": []},
    {"kind": "date", "line": 4, "quote": "12/1/2023", "granularity": "day", "first_day": "2023-01-12",
     "last_day": "2023-01-12", "doubt": ["quote"]},
    _count("40 suất quà", "gifts", 40, "suất quà", id="a"),
    _count("40 suất quà", "gifts", 40, "suất quà", occurrence=2, repeats="a", doubt=["kind", "repeats"]),
    _count("15 mái ấm", "homes", 15, "mái ấm", id="c3"),
    _count("5 mái ấm", "homes", 5, "mái ấm", part_of="c3", occurrence=2),
    _count("5 mái ấm", "my_own_measure", 2.5, "", part_of="c3", occurrence=2),
    {"kind": "person", "line": 5, "quote": "Vi Thị Lựu, Chủ tịch LĐLĐ tỉnh", "name": "Vi Thị Lựu", "role": "Chủ tịch",
     "organisation": UNION, "other_roles": [{"role": "Trưởng ban | “Nữ công”", "organisation": None}]},
    {"kind": "document", "line": 5, "quote": "Nghị quyết số 07/NQ-LĐLĐ", "type": "resolution", "number": "07/NQ-LĐLĐ",
     "issuer": UNION, "issued": None, "subject": None, "draft": True},
]  # fmt: skip
ARTICLE = {"title": "LĐLĐ tỉnh Lâm Viên chăm lo Tết 🎁", "published": "2023-01-12", "authors": ["N.V"], "lines": LINES}


@pytest.fixture
def write_gold_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes the annotated page into a folder of its own, and gives the folder."""

    def write(name: str = "cham_lo_tet", page: bytes = PAGE.encode(), **record: Any) -> Path:
        folder = tmp_path / "gold"
        folder.mkdir(exist_ok=True)
        whole = {"schema": 1, "article": ARTICLE, "facts": FACTS} | record
        (folder / f"{name}.json").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
        (folder / f"{name}.txt").write_bytes(page)
        return folder

    return write


@pytest.fixture
def gold(write_gold_file: Callable[..., Path]) -> Path:
    """A folder with the annotated page."""
    return write_gold_file()


PAGES = {
    "plain": PAGE.encode(),
    "decomposed": unicodedata.normalize("NFD", PAGE).encode(),
    "windows": PAGE.replace("\n", "\r\n").encode(),
    "with mark": b"\xef\xbb\xbf" + PAGE.encode(),
    "utf-16": PAGE.encode("utf-16"),
}
"""The page as crawlers leave it."""


@pytest.fixture
def read_one() -> Callable[[Path], AnnotatedArticle]:
    """Reads the one annotated article of a folder."""

    def read(folder: Path) -> AnnotatedArticle:
        [path] = folder.glob("*.json")
        annotated = read_annotation(path)
        assert annotated is not None
        return annotated

    return read
