"""Totals of fifty invented articles, computed by hand before the program did: every cell has to be the same."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.dataset.opened import Dataset

EXAMPLE = Path(__file__).parents[2] / "corpora" / "worked_example"
TABLES = sorted(EXAMPLE.glob("expected.*.csv"))


def question(table: Path) -> dict[str, Any]:
    """What a table answers, from its name: MEASURE.by-GROUPING-GROUPING.map-MAP.status-STATUS."""
    _, measure, *parts, _ = table.name.split(".")
    asked = dict(part.split("-", 1) for part in parts)
    return asked | {"measure": measure, "by": asked["by"].split("-")}


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_every_cell(table: Path, worked_example: Dataset) -> None:
    asked = question(table)
    names = [*asked["by"], "value", "results", "witnesses", "conflicts"]

    totals = worked_example.totals(**asked).arrow().select(names).to_pylist()

    with table.open(encoding="utf-8", newline="") as file:
        wanted = list(csv.DictReader(file))
    assert list(wanted[0]) == names
    told = [{name: str(int(cell)) if name == "value" else str(cell) for name, cell in row.items()} for row in totals]
    assert sorted(told, key=repr) == sorted(wanted, key=repr)


def test_there_are_seven_tables_of_fifty_articles() -> None:
    assert len(TABLES) == 7
    assert len((EXAMPLE / "articles.jsonl").read_text(encoding="utf-8").splitlines()) == 50


def test_how_in_the_guide(worked_example: Dataset) -> None:
    """What the how-to page shows is what comes out."""
    page = (EXAMPLE.parents[1] / "docs" / "how-to" / "totals.md").read_text(encoding="utf-8")
    shown = page.partition("province,year,value,results,witnesses,conflicts,how\n")[2].partition("```")[0]
    rows = list(csv.reader(shown.splitlines()))
    totals = worked_example.totals("members_admitted", map="after-2025")

    printed = [[*row.group, f"{row.value:.0f}", row.results, row.witnesses, row.conflicts, row.how] for row in totals]

    assert rows
    assert all(row in [[str(cell) for cell in each] for each in printed] for row in rows)
