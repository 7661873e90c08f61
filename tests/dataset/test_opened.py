"""A dataset open for questions, in Python and on the command line."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import baocongdoan
from baocongdoan.dataset import build
from baocongdoan.dataset.schema import PAGES, RESULTS, TABLES
from baocongdoan.errors import DatasetError
from baocongdoan.serialise import FACT_TYPES

DOCS = Path(__file__).parents[2] / "docs"
GUIDE, REFERENCE = DOCS / "how-to" / "datasets.md", DOCS / "reference" / "dataset.md"


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("opened")
    yield folder / "facts"


@pytest.fixture(autouse=True)
def _built(facts: Path, inline: Any, make_dump: Any) -> None:
    if not facts.exists():
        build([str(make_dump(facts.parent / "a.jsonl", range(12)))], facts, engine=inline)


def test_every_way_gives_the_same_rows(facts: Path) -> None:
    dataset = baocongdoan.open_dataset(facts)

    for name in TABLES:
        table = dataset.arrow(name)
        assert table.schema == TABLES[name]
        assert dataset.pandas(name).shape == dataset.polars(name).shape == table.shape
        with dataset.duckdb() as connection:
            assert connection.sql(f"SELECT count(*) FROM {name}").fetchall() == [(table.num_rows,)]


def test_a_notebook_shows_the_tables_with_their_rows(facts: Path) -> None:
    dataset = baocongdoan.open_dataset(facts)

    shown = dataset._repr_html_()

    for name in TABLES:
        assert f">{name}</th>" in shown
    assert f'">{dataset.arrow("articles").num_rows}</td>' in shown
    assert "a.jsonl" in shown


def test_days_are_days(facts: Path) -> None:
    with baocongdoan.open_dataset(facts).duckdb() as connection:
        question = "SELECT count(*) FROM counts WHERE first_day >= DATE '2011-01-01' AND last_day <= DATE '2011-12-31'"
        [(number,)] = connection.sql(question).fetchall()

    assert number > 5


def test_a_view_for_each_kind_of_fact(facts: Path) -> None:
    views = {
        "date": "dates",
        "organisation": "organisations",
        "document": "documents",
        "count": "counts",
        "person": "people",
    }
    dataset = baocongdoan.open_dataset(facts)
    kinds = dataset.arrow("facts")["kind"].to_pylist()

    with dataset.duckdb() as connection:
        for kind, view in views.items():
            relation = connection.sql(f"SELECT * FROM {view}")
            assert {field for field in FACT_TYPES[kind].__slots__ if field != "kind"} <= set(relation.columns)
            assert len(relation.fetchall()) == kinds.count(kind)


def test_a_view_may_be_as_it_was_while_a_build_goes_on(inline: Any, make_dump: Any, tmp_path: Path) -> None:
    build([str(make_dump(tmp_path / "a.jsonl", range(3)))], tmp_path / "facts", engine=inline)
    before = baocongdoan.open_dataset(tmp_path / "facts")
    build([str(make_dump(tmp_path / "b.jsonl", range(3, 5)))], tmp_path / "facts", engine=inline)

    assert before.arrow("articles").num_rows == 3
    assert baocongdoan.open_dataset(tmp_path / "facts").arrow("articles").num_rows == 5


@pytest.mark.parametrize(
    ("path", "problem"), [("gone", "no such folder: make one with baocongdoan build"), (".", "no dataset there")]
)
def test_no_dataset(path: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=problem):
        baocongdoan.open_dataset(tmp_path / path)


@pytest.mark.parametrize("path", ["../a.parquet", "/etc/a.parquet", "facts/../../a.parquet", "facts/a.parquet\n"])
def test_a_manifest_from_elsewhere_names_no_file_outside(path: str, facts: Path, tmp_path: Path) -> None:
    manifest = shutil.copytree(facts, tmp_path / "elsewhere") / "manifest.json"
    told = json.loads(manifest.read_bytes())
    told["parts"][0]["files"]["facts"]["path"] = path
    manifest.write_text(json.dumps(told), encoding="utf-8")

    with pytest.raises(DatasetError, match=r"manifest\.json is damaged"):
        baocongdoan.open_dataset(manifest.parent)


def test_no_such_table(facts: Path) -> None:
    with pytest.raises(DatasetError, match="no table 'fact': there are articles, facts"):
        baocongdoan.open_dataset(facts).arrow("fact")


# ---- the tables -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("schema", [*TABLES.values(), PAGES, RESULTS])
def test_flat_columns_come_first(schema: pa.Schema) -> None:
    nested = [pa.types.is_nested(column.type) for column in schema]

    assert nested == sorted(nested)


def test_reference_names_every_column_with_its_type() -> None:
    page = REFERENCE.read_text(encoding="utf-8")

    for name, schema in {**TABLES, "PAGES": PAGES, "RESULTS": RESULTS}.items():
        section = re.split(r"\n## ", page.partition(f"## `{name}`")[2])[0]
        listed = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", section, re.MULTILINE)
        assert listed == [(column.name, written(column.type)) for column in schema], f"the table of {name}"


def written(column: pa.DataType) -> str:
    """A type as the reference writes it."""
    if pa.types.is_list(column):
        return f"list of {written(column.value_type)}"
    if pa.types.is_struct(column):
        return "struct" if len(column) > 9 else f"struct ({', '.join(field.name for field in column)})"
    return {"date32[day]": "date"}.get(str(column), str(column))


# ---- the command ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("csv", "n,who,day\n2,'=1+1,2024-01-31\n"),
        ("jsonl", '{"n":2.0,"who":"=1+1","day":"2024-01-31"}\n'),
        ("table", "│ 2 │ =1+1 │ 2024-01-31 │"),
    ],
)
def test_answers(form: str, wanted: str, facts: Path, run: Any) -> None:
    question = "SELECT 2::DOUBLE AS n, '=1+1' AS who, DATE '2024-01-31' AS day"

    status, out, _ = run("sql", str(facts), question, "--format", form)

    assert status == 0
    assert wanted in out


def test_questions_of_the_guide_have_answers(facts: Path, run: Any) -> None:
    questions = re.findall(r'baocongdoan sql facts "([^"]+)"', GUIDE.read_text(encoding="utf-8"))

    assert len(questions) == 2
    assert [run("sql", str(facts), question)[0] for question in questions] == [0, 0]


def test_lists_and_nulls(facts: Path, run: Any) -> None:
    question = "SELECT mentions, level FROM organisations WHERE level IS NULL OR name LIKE '%Yên Bái' LIMIT 1"

    _, out, _ = run("sql", str(facts), question, "--format", "csv")

    assert out.startswith('mentions,level\n"[""')


@pytest.mark.parametrize(
    ("dataset", "question", "problem"),
    [
        ("facts", "SELEC 1", "Parser Error"),
        ("facts", "SELECT measur FROM counts", "measur"),
        ("gone", "SELECT 1", "no such folder"),
        ("facts", "SELECT * FROM 'https://127.0.0.1:9/a.parquet'", "requires the extension httpfs"),
    ],
)
def test_questions_that_have_no_answer(dataset: str, question: str, problem: str, facts: Path, run: Any) -> None:
    status, _, said = run("sql", str(facts.parent / dataset), question)

    assert status == 2
    assert said.startswith("baocongdoan: ")
    assert problem in said


def test_every_fact_of_the_articles_is_there(facts: Path, make_article: Any) -> None:
    rows = baocongdoan.open_dataset(facts).arrow("facts").to_pylist()
    article = baocongdoan.extract(make_article(4), url="https://tin.example/4")

    own = [row for row in rows if row["article_id"] == article.article.id]

    assert len(own) == len(article.facts)
    for row, fact in zip(own, json.loads(article.to_json())["facts"], strict=True):
        assert {name: _plain(row[name]) for name in fact} == {name: _plain(value) for name, value in fact.items()}


def _plain(value: Any) -> Any:
    return str(value) if hasattr(value, "isoformat") else value
