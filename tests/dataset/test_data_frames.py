"""The type of every column, in pandas and in polars."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas
import polars
import pyarrow as pa
import pytest

import baocongdoan
from baocongdoan.dataset import Dataset, build
from baocongdoan.dataset.data_frames import as_pandas, as_polars
from baocongdoan.dataset.schema import CLOSED_SETS, TABLES
from baocongdoan.errors import MissingExtraError

CRAWL = Path(__file__).parents[2] / "corpora" / "crawl"
DAY, TEXT, WHOLE, FRACTION, FLAG, SET, NESTED = (
    "datetime64[ms]",
    "string",
    "Int32",
    "float64",
    "boolean",
    "category",
    "object",
)
POLARS = {
    DAY: polars.Date,
    TEXT: polars.String,
    WHOLE: polars.Int32,
    "Int64": polars.Int64,
    FRACTION: polars.Float64,
    FLAG: polars.Boolean,
    SET: polars.Categorical,
}

FACTS = {
    **dict.fromkeys(("article_id", "origin", "url", "title", "published", "site"), TEXT),
    "published_day": DAY,
    "duplicate_of": TEXT,
    "kind": SET,
    "id": TEXT,
    "quote": TEXT,
    "start": WHOLE,
    "end": WHOLE,
    "confidence": FRACTION,
    "granularity": SET,
    "first_day": DAY,
    "last_day": DAY,
    "name": TEXT,
    "type": SET,
    "level": SET,
    **dict.fromkeys(("province", "province_code_before", "province_code_after"), TEXT),
    "why": SET,
    **dict.fromkeys(("organ", "number", "issuer"), TEXT),
    "issued": DAY,
    "term": TEXT,
    "subject": TEXT,
    "draft": FLAG,
    "measure": TEXT,
    "value": FRACTION,
    "value_to": FRACTION,
    **dict.fromkeys(("unit", "of", "per"), TEXT),
    "qualifier": SET,
    "status": SET,
    **dict.fromkeys(("organisation", "recurrence", "part_of", "repeats", "rate_of", "role"), TEXT),
    **dict.fromkeys(("organs", "mentions", "other_roles"), NESTED),
}
ARTICLES = {
    **dict.fromkeys(("article_id", "origin", "url", "site", "title", "published", "source"), TEXT),
    "published_day": DAY,
    "duplicate_of": TEXT,
    "facts": WHOLE,
    "text": TEXT,
    "page_id": TEXT,
    **dict.fromkeys(("authors", "lines", "notes"), NESTED),
}
INPUTS = dict.fromkeys(("file", "file_id"), TEXT) | dict.fromkeys(
    ("bytes", "modified", "pages", "articles", "duplicates", "skipped"), "Int64"
)
TOTALS = {
    **dict.fromkeys(("province", "year", "organisation"), TEXT),
    "level": SET,
    "value": FRACTION,
    **dict.fromkeys(("results", "witnesses", "conflicts"), "Int64"),
    "how": TEXT,
    **dict.fromkeys(("used", "not_used"), NESTED),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("frames")


@pytest.fixture
def dataset(folder: Path, inline: Any, make_dump: Any) -> Dataset:
    if not (folder / "facts").exists():
        build([str(make_dump(folder / "a.jsonl", range(9)))], folder / "facts", engine=inline)
    return baocongdoan.open_dataset(folder / "facts")


def types(frame: pandas.DataFrame) -> dict[str, str]:
    return {name: str(dtype) for name, dtype in frame.dtypes.items()}


def is_of(dtype: polars.DataType, wanted: str) -> bool:
    return isinstance(dtype, (polars.List, polars.Struct)) if wanted == NESTED else dtype == POLARS[wanted]


@pytest.mark.parametrize(("table", "wanted"), [("facts", FACTS), ("articles", ARTICLES), ("inputs", INPUTS)])
def test_columns_of_a_dataset(table: str, wanted: dict[str, str], dataset: Dataset) -> None:
    assert types(dataset.pandas(table)) == wanted
    schema = dataset.polars(table).schema
    assert [name for name in wanted if not is_of(schema[name], wanted[name])] == []


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_has_the_same_types(table: str, dataset: Dataset) -> None:
    nothing = dataset.arrow(table).slice(0, 0)

    assert types(as_pandas(nothing)) == types(dataset.pandas(table))
    assert as_polars(nothing).schema == dataset.polars(table).schema


def test_columns_of_totals(dataset: Dataset) -> None:
    totals = dataset.totals("members_admitted", by=["province", "year", "organisation", "level"])

    assert types(totals.pandas()) == TOTALS
    schema = totals.polars().schema
    assert [name for name in TOTALS if not is_of(schema[name], TOTALS[name])] == []


def test_columns_of_one_article(make_article: Any) -> None:
    doc = baocongdoan.extract(make_article(1))

    assert types(doc.pandas()) == FACTS
    assert len(doc.polars()) == len(doc.facts)


def test_the_table_of_several_articles_is_that_of_a_dataset(inline: Any, tmp_path: Path) -> None:
    build([str(CRAWL)], tmp_path / "facts", engine=inline)
    kept = baocongdoan.open_dataset(tmp_path / "facts").arrow("facts")

    docs = baocongdoan.extract_many(CRAWL)

    assert docs.arrow() == kept
    assert docs[0].arrow() == kept.slice(0, len(docs[0].facts))


def test_values_are_kept_and_nulls_are_nulls(make_article: Any) -> None:
    doc = baocongdoan.extract(make_article(1))

    frame, rows = doc.pandas(), doc.to_rows()

    assert frame["last_day"].dt.strftime("%Y-%m-%d").fillna("").tolist() == [row["last_day"] or "" for row in rows]
    assert frame["start"].tolist() == [row["start"] for row in rows]
    for name in ("status", "type", "measure", "draft"):
        assert [None if pandas.isna(value) else value for value in frame[name]] == [row[name] for row in rows]
    assert doc.polars()["status"].to_list() == [row["status"] for row in rows]


def test_categories_are_all_values_of_the_contract(make_article: Any) -> None:
    frame = baocongdoan.extract(make_article(1)).pandas()

    assert {name for name, wanted in FACTS.items() if wanted == SET} == set(CLOSED_SETS)
    for name, values in CLOSED_SETS.items():
        assert tuple(frame[name].cat.categories) == values
    assert CLOSED_SETS["kind"] == ("date", "organisation", "document", "count", "person")
    assert {"union", "resolution", "other"} <= set(CLOSED_SETS["type"])


def test_a_value_that_the_contract_does_not_know_is_kept() -> None:
    table = pa.table({"level": ["unknown", "zone", None, "other"]})

    frame = as_pandas(table)

    assert frame["level"].astype(object).where(frame["level"].notna(), None).tolist() == [
        "unknown",
        "zone",
        None,
        "other",
    ]
    assert as_polars(table)["level"].to_list() == ["unknown", "zone", None, "other"]
    assert [*frame["level"].cat.categories][-2:] == ["other", "unknown"]


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_a_missing_package_is_named(package: str, make_article: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = baocongdoan.extract(make_article(1))
    monkeypatch.setitem(__import__("sys").modules, package, None)

    with pytest.raises(MissingExtraError, match=rf"{package} data frames need .* pip install 'baocongdoan\[frames\]'"):
        getattr(doc, package)()
