"""Parquet to pages, in row groups: whole files, damaged ones, bombs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from baocongdoan.records import Page, Skipped

from .conftest import HTML, SENTENCE, read_file, summary


def write_parquet(path: Path, records: Sequence[dict[str, object]], rows: int = 2) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(
        pyarrow.Table.from_pylist(list(records)), path, row_group_size=rows, compression="none", use_dictionary=False
    )


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    day = date(2023, 4, 5)
    write_parquet(path, [{"url": f"https://a.example/{n}", "html": HTML, "n": n, "pubdate": day} for n in range(5)])

    pages = read_file(path)

    assert summary(pages, tmp_path) == [f"a.parquet#{n} Đầu đề" for n in range(1, 6)]
    assert isinstance(pages[4], Page)
    assert (pages[4].url, pages[4].published) == ("https://a.example/4", "2023-04-05")


def test_parquet_rows_without_a_page_and_damaged_groups(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_parquet(path, [{"text": f"{SENTENCE} {n}" if n != 1 else ""} for n in range(6)])
    data = bytearray(path.read_bytes())
    at = data.index(f"{SENTENCE} 2".encode()) - 100  # in the head of the second group's page
    data[at : at + 20] = b"\xff" * 20
    path.write_bytes(data)

    found = summary(read_file(path), tmp_path)

    assert found[0] == f"a.parquet#1 {SENTENCE} 0"
    assert found[1].startswith("a.parquet#2 (row 1): no field with a page")
    assert found[2].startswith("a.parquet (row 2): damaged row group, 2 rows lost")
    assert found[3:] == [f"a.parquet#5 {SENTENCE} 4", f"a.parquet#6 {SENTENCE} 5"]


def test_parquet_bomb_is_left_and_the_next_group_read(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    texts = pyarrow.table({"text": ["a " * 15_000_000, SENTENCE]})
    parquet.write_table(texts, path, row_group_size=1, compression="zstd", use_dictionary=False)

    assert summary(read_file(path), tmp_path) == [
        "a.parquet (row 0): a decompression bomb (more than 200 times its size), 1 rows left out",
        f"a.parquet#2 {SENTENCE}",
    ]


@pytest.mark.parametrize(
    ("records", "cut", "problem"),
    [([{"text": SENTENCE}], 10, "damaged Parquet file"), ([{"id": 1}], 0, "no column with a page (columns: id)")],
)
def test_parquet_that_is_none(records: list[dict[str, object]], cut: int, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_parquet(path, records)
    path.write_bytes(path.read_bytes()[: -cut or None])

    [skipped] = read_file(path)

    assert isinstance(skipped, Skipped) and problem in skipped.reason
