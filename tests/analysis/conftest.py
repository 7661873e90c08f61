"""Datasets of tiny invented facts, without the articles, and that of the worked example."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from baocongdoan.dataset import build, local_engine
from baocongdoan.dataset.manifest import MANIFEST, Manifest, Part, PartFile
from baocongdoan.dataset.opened import Dataset, open_dataset
from baocongdoan.dataset.schema import TABLES
from baocongdoan.lexicon.places import gazetteer

EXAMPLE = Path(__file__).parents[2] / "corpora" / "worked_example"
_DAYS = ("published_day", "first_day", "last_day")


def body(article: str, name: str, level: str | None, province: str | None, **fields: Any) -> dict[str, Any]:
    """An organisation of an article; a province with "+" in front is the merged one of that name."""
    places = gazetteer()
    before = after = None
    if province is not None and province.startswith("+"):
        after = next(each.code_after for each in places.merged if each.name == province[1:])
    elif province is not None:
        [found] = [each for each in places.provinces if each.name == province]
        before, after = found.code_before, found.code_after
    given = {"article_id": article, "kind": "organisation", "id": f"o{name}", "quote": name, "name": name}
    given |= {"type": "union", "level": level, "province": province and province.removeprefix("+")}
    return given | {"province_code_before": before, "province_code_after": after} | fields


def write(folder: Path, facts: Iterable[dict[str, Any]]) -> Dataset:
    rows = [dict(row) for row in facts]
    for number, row in enumerate(rows):
        row.setdefault("start", number)
        row.setdefault("end", number + 1)
        for name in _DAYS:
            if row.get(name) is not None:
                row[name] = pa.scalar(row[name]).cast(pa.date32()).as_py()
    (folder / "facts").mkdir(parents=True)
    path = folder / "facts" / "part-00000.parquet"
    parquet.write_table(pa.Table.from_pylist(rows, TABLES["facts"]), path)
    data = path.read_bytes()
    files = {"facts": PartFile(f"facts/{path.name}", len(rows), len(data), hashlib.sha256(data).hexdigest())}
    parts = (Part(0, "0", 0, files),) if rows else ()
    (folder / MANIFEST).write_bytes(Manifest(made_by="0", settings={}, parts=parts).encode())
    return open_dataset(folder)


@pytest.fixture(scope="session")
def worked_example(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The dataset of the fifty invented articles whose totals were computed by hand."""
    folder = tmp_path_factory.mktemp("worked") / "facts"
    build([str(EXAMPLE / "articles.jsonl")], folder, engine=local_engine(1))
    return open_dataset(folder)


@pytest.fixture
def make_dataset(tmp_path: Path) -> Callable[[Iterable[dict[str, Any]]], Dataset]:
    """A dataset that holds these facts and nothing else."""
    return lambda facts: write(tmp_path / "facts", facts)


@pytest.fixture
def make_body() -> Callable[..., dict[str, Any]]:
    return body


PROVINCE, OTHER_PROVINCE = "LĐLĐ tỉnh Bắc Giang", "LĐLĐ tỉnh Nghệ An"
MERGED = "LĐLĐ tỉnh Bắc Ninh"
DISTRICT, OTHER_DISTRICT = "LĐLĐ huyện Việt Yên", "LĐLĐ huyện Tân Yên"
FIRM, COUNTRY = "CĐCS Công ty May Sông Cầu", "Tổng LĐLĐ Việt Nam"
BODIES = {
    PROVINCE: ("provincial", "Bắc Giang"),
    OTHER_PROVINCE: ("provincial", "Nghệ An"),
    MERGED: ("provincial", "+Bắc Ninh"),
    DISTRICT: ("district", "Bắc Giang"),
    OTHER_DISTRICT: ("district", "Bắc Giang"),
    FIRM: ("grassroots", "Bắc Giang"),
    COUNTRY: ("national", None),
    "Công đoàn Tổng công ty Đường sắt": (None, "Bắc Giang"),
    "Tỉnh ủy Bắc Giang": (None, "Bắc Giang"),
    "Công đoàn Dệt May": ("sector", None),
}
YEAR = ("2023-01-01", "2023-12-31")
HALF, LATER_HALF = ("2023-01-01", "2023-06-30"), ("2023-07-01", "2023-12-31")
QUARTER, NINE_MONTHS = ("2023-01-01", "2023-03-31"), ("2023-01-01", "2023-09-30")
TERM, UNTOLD = ("2018-01-01", "2023-12-31"), (None, None)

Facts = list[dict[str, Any]]


@pytest.fixture
def ask(
    make_dataset: Callable[[Iterable[dict[str, Any]]], Dataset], make_body: Callable[..., dict[str, Any]]
) -> Callable[..., list[tuple[Any, ...]]]:
    """The totals of counts: groupings, value, results, witnesses, conflicts."""

    def ask(counts: Facts, measure: str = "members_admitted", **question: Any) -> list[tuple[Any, ...]]:
        named = {(count["article_id"], count["organisation"]) for count in counts if count["organisation"] in BODIES}
        types = {"Tỉnh ủy Bắc Giang": {"type": "party"}}
        bodies = [make_body(article, name, *BODIES[name], **types.get(name, {})) for article, name in sorted(named)]
        totals = make_dataset([*bodies, *counts]).totals(measure, **question)
        return [(*row.group, row.value, row.results, row.witnesses, row.conflicts) for row in totals]

    return ask


def count(
    article: str, value: float, owner: str | None = PROVINCE, period: tuple[str | None, str | None] = YEAR, **more: Any
) -> dict[str, Any]:
    """A count of an article; the later its name in the alphabet, the later it was published."""
    day = f"2024-02-{ord(article[0]) - ord('a') + 1:02}"
    given = {"article_id": article, "kind": "count", "id": "f1", "quote": f"kết nạp {value} đoàn viên"}
    given |= {"measure": "members_admitted", "value": value, "unit": "đoàn viên", "qualifier": "exact"}
    given |= {"status": "reported", "organisation": owner, "first_day": period[0], "last_day": period[1]}
    return given | {"published": day, "published_day": day, "site": f"{article}.example"} | more
