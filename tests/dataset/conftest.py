"""Invented pages, and ways to extract them that need no worker process."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import cache, partial
from pathlib import Path

import pyarrow as pa
import pytest

from baocongdoan.dataset import Limits, Settings
from baocongdoan.dataset.engines import Workforce
from baocongdoan.dataset.extraction import extract_batch
from baocongdoan.dataset.frames import from_bytes, to_bytes
from baocongdoan.dataset.manifest import Manifest
from baocongdoan.dataset.opened import open_dataset
from baocongdoan.dataset.schema import TABLES

PROVINCES = ("Yên Bái", "Sơn La", "Hà Giang", "Lào Cai", "Cao Bằng", "Bắc Kạn", "Lạng Sơn")
DEEDS = (
    "mở {0} lớp tập huấn nghiệp vụ cho {1} lượt cán bộ công đoàn cơ sở",
    "trao {0} suất quà trị giá {1} triệu đồng cho người lao động gặp hoàn cảnh khó khăn",
    "kết nạp {1} đoàn viên mới tại {0} doanh nghiệp ngoài khu vực nhà nước",
    "tổ chức {0} cuộc đối thoại với sự tham gia của {1} công nhân",
    "giới thiệu {1} đoàn viên ưu tú cho Đảng, trong đó {0} người được kết nạp",
    "ký mới {0} bản thỏa ước lao động tập thể, bao phủ {1} người lao động",
    "hỗ trợ xây dựng {0} mái ấm công đoàn với tổng số tiền {1} triệu đồng",
)


def article(number: int) -> str:
    """An invented article; no two are near copies of each other."""
    place, year = PROVINCES[number % 7], 2010 + number % 13
    deeds = [DEEDS[(number * step + step) % 7].format(number + step, 7 * number + 3 * step) for step in range(1, 6)]
    lines = [f"Năm {year}, LĐLĐ tỉnh {place} đã {deed}." for deed in deeds]
    return "\n".join([f"Công đoàn {place} và việc thứ {number}", *lines])


def dump(path: Path, numbers: Iterable[int]) -> Path:
    """A file of JSON Lines with invented articles."""
    records = ({"url": f"https://tin.example/{number}", "text": article(number)} for number in numbers)
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return path


@cache
def _extract(settings: Settings, pages: bytes) -> bytes:
    return to_bytes(extract_batch(from_bytes(pages), settings))


@contextmanager
def _inline(settings: Settings, _: Limits) -> Iterator[Workforce]:
    with ThreadPoolExecutor(1) as executor:
        yield Workforce(executor, partial(_extract, settings), 1)


@pytest.fixture
def inline() -> Callable[[Settings, Limits], AbstractContextManager[Workforce]]:
    """An engine that extracts in this process, and the same pages only once."""
    return _inline


@pytest.fixture
def make_dump() -> Callable[[Path, Iterable[int]], Path]:
    return dump


@pytest.fixture
def make_article() -> Callable[[int], str]:
    return article


@pytest.fixture
def contents() -> Callable[[Path], dict[str, bytes]]:
    """The bytes of every file of a dataset that belongs to it, by its place there."""

    def read(dataset: Path) -> dict[str, bytes]:
        manifest = Manifest.read(dataset)
        names = [file.path for table in TABLES for file in manifest.files(table)]
        there = {path.relative_to(dataset).as_posix() for path in dataset.glob("*/*.parquet")}
        assert there == set(names)
        return {name: (dataset / name).read_bytes() for name in (*names, "manifest.json")}

    return read


@pytest.fixture
def tables() -> Callable[[Path], dict[str, list[str]]]:
    """The rows of every table of a dataset, sorted."""

    def read(dataset: Path) -> dict[str, list[str]]:
        opened = open_dataset(dataset)
        return {name: sorted(map(repr, opened.arrow(name).to_pylist())) for name in TABLES}

    return read


@pytest.fixture
def make_pages() -> Callable[[Iterable[str]], pa.RecordBatch]:
    return lambda texts: pa.RecordBatch.from_pylist([{"text": text} for text in texts])
