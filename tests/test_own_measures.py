"""The measures file of the documentation, tried through the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from baocongdoan.serialise import from_json

PAGE = (
    "Năm 2024, LĐLĐ huyện Mộc Châu đã trồng 2.300 cây xanh tại các khu nhà trọ. "
    "Dịp này, đơn vị ra mắt 4 tủ sách công nhân và trao 50 suất quà."
)


def _measures(run: Any, *options: str) -> dict[float, str]:
    status, out, _ = run("extract", "page.txt", "--no-clean", *options)
    assert status == 0
    return {count.value: count.measure for count in from_json(out).counts}


@pytest.fixture(autouse=True)
def _page(folder: Path) -> None:
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")


def test_measures_of_ones_own(folder: Path, run: Any, toml_of_guide: Any) -> None:
    mine = folder / "mine.toml"
    mine.write_text(toml_of_guide("measures.md"), encoding="utf-8")

    assert _measures(run) == {2300: "other", 4: "other", 50: "gifts"}
    assert _measures(run, "--measures", str(mine)) == {
        2300: "trees_planted",
        4: "libraries_opened",
        50: "gifts",
    }


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ('[[entry]]\nname = "trees"', "entry 'trees': give at least one line"),
        ("[", "not valid TOML"),
        (
            '[lists]\nplanting = ["- trồng"]\n[[entry]]\nname = "trees"\ncues = ["planting"]\nexamples = ["trồng"]',
            "list 'planting': let the cue '- trồng' begin with a letter or a figure",
        ),
    ],
)
def test_faulty_file_is_told_once(toml: str, problem: str, folder: Path, run: Any) -> None:
    mine = folder / "mine.toml"
    mine.write_text(toml, encoding="utf-8")

    status, _, said = run("extract", "page.txt", "page.txt", "--measures", str(mine))

    assert status == 2
    [message] = said.splitlines()
    assert message.startswith(f"baocongdoan: mine.toml: {problem}")
