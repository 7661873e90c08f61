"""``baocongdoan totals`` as people use it, and questions that have no answer."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from baocongdoan.cli import main
from baocongdoan.errors import QuestionError

NAME = "=LĐLĐ tỉnh Bắc Giang"


@pytest.fixture
def facts(make_dataset: Any, make_body: Any) -> Path:
    count = {"article_id": "a", "kind": "count", "id": "f1", "quote": "xây 8 căn", "measure": "homes", "value": 8.0}
    count |= {"unit": "căn", "qualifier": "exact", "status": "reported", "organisation": NAME}
    count |= {"first_day": "2023-01-01", "last_day": "2023-12-31"}
    own = count | {"id": "f2", "measure": "trees_planted"}
    dataset = make_dataset([make_body("a", NAME, "provincial", "Bắc Giang"), count, own])
    return Path(dataset.path)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main(["totals", *map(str, arguments)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_csv_is_defused(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, said = run(
        capsys,
        facts,
        "--measure",
        "homes",
        "--by",
        "organisation, province,year",
        "--map",
        "before-2025",
        "--format",
        "csv",
    )

    assert (status, said) == (0, "")
    assert out == (
        "organisation,province,year,value,results,witnesses,conflicts,how\n"
        f"'{NAME},Bắc Giang,2023,8,1,1,0,whole-year report of {NAME} by 1 article\n"
    )


def test_table(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, facts, "--measure", "homes")

    assert status == 0
    assert "│ Bắc Giang │ 2023 │     8 │       1 │" in out


@pytest.mark.parametrize("form", ["csv", "table", "parquet"])
def test_to_a_file(form: str, facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "totals"

    status, out, _ = run(capsys, facts, "--measure", "homes", "--format", form, "-o", target)

    assert (status, out) == (0, "")
    if form == "parquet":
        [row] = parquet.read_table(target).to_pylist()
        assert row["used"] == [{"article_id": "a", "id": "f1", "value": 8.0, "quote": "xây 8 căn"}]
        assert row["not_used"] == []
    elif form == "csv":
        assert next(csv.DictReader(target.read_text(encoding="utf-8").splitlines()))["value"] == "8"


def test_the_same_in_python(facts: Path, make_dataset: Any) -> None:
    from baocongdoan import open_dataset

    totals = open_dataset(facts).totals("homes", by=["year"])

    assert [(row.group, row.value) for row in totals] == [(("2023",), 8)]
    assert len(totals) == len(totals.pandas()) == len(totals.polars()) == 1


def test_measures_of_ones_own(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, facts, "--measure", "trees_planted")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--measure", "hoems"], "no measure 'hoems': did you mean 'homes'? There are agreements, amount, "),
        (["--measure", "tree_planted"], "did you mean 'trees_planted'?"),
        (["--measure", "x"], "no measure 'x': There are agreements, "),
        (["--measure", "share"], "'share' is a rate, and rates are not added up: ask for the counts behind it. Totals"),
        (["--measure", "target_rate"], "ask for the results and for the targets"),
        (["--measure", "other"], "holds counts of different things"),
        (
            ["--measure", "homes", "--by", "province,yaer"],
            "no grouping 'yaer': did you mean 'year'? There are province, ",
        ),
        (["--measure", "homes", "--map", "before"], "no map 'before': did you mean 'before-2025'?"),
        (["--measure", "homes", "--rule", "last"], "no rule 'last': did you mean 'latest'?"),
        (
            ["--measure", "homes", "--status", "done"],
            "no status 'done': There are reported, target, proposed, criterion",
        ),
    ],
)
def test_questions_that_have_no_answer(
    arguments: list[str], problem: str, facts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, said = run(capsys, facts, *arguments)

    assert (status, out) == (2, "")
    assert said.startswith("baocongdoan: ")
    assert problem in said
    assert said.count("\n") == 1


def test_parquet_needs_a_file(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, facts, "--measure", "homes", "--format", "parquet")[0] == 2


def test_none_of_a_measure(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, said = run(capsys, facts, "--measure", "strikers", "--format", "csv")

    assert (status, out) == (0, "province,year,value,results,witnesses,conflicts,how\n")
    assert said.endswith("no count of 'strikers' with status 'reported'; it counts homes (1), trees_planted (1)\n")


def test_an_empty_dataset(make_dataset: Any, capsys: pytest.CaptureFixture[str]) -> None:
    dataset = make_dataset([])

    status, out, said = run(capsys, dataset.path, "--measure", "homes", "--format", "csv")

    assert (status, out) == (0, "province,year,value,results,witnesses,conflicts,how\n")
    assert "holds no counts" in said
    assert dataset.totals("homes").arrow().num_rows == 0
    with pytest.raises(QuestionError, match="no measure 'home'"):
        dataset.totals("home")


def test_a_damaged_file(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [part] = facts.glob("facts/*.parquet")
    part.write_bytes(b"x" * part.stat().st_size)

    status, _, said = run(capsys, facts, "--measure", "homes")

    assert status == 2
    assert "is damaged" in said


@pytest.mark.parametrize(
    ("command", "extra"), [(["totals", "facts", "--measure", "homes"], "dataset"), (["report", "facts"], "report")]
)
def test_a_missing_extra_is_named(command: list[str], extra: str) -> None:
    without = f"import sys; sys.modules['pyarrow'] = None; from baocongdoan.cli import main; sys.exit(main({command}))"

    done = subprocess.run([sys.executable, "-c", without], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert f"pip install 'baocongdoan[{extra}]'" in done.stderr
