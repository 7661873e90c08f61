"""The measures file of the documentation, tried through the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from baocongdoan.cli import main
from baocongdoan.serialise import from_json

GUIDE = Path(__file__).parents[1] / "docs" / "how-to" / "measures.md"
PAGE = (
    "Năm 2024, LĐLĐ huyện Mộc Châu đã trồng 2.300 cây xanh tại các khu nhà trọ. "
    "Dịp này, đơn vị ra mắt 4 tủ sách công nhân và trao 50 suất quà."
)


def _measures(capsys: pytest.CaptureFixture[str], *options: str) -> dict[float, str]:
    assert main(["extract", "page.txt", "--no-clean", *options]) == 0
    return {count.value: count.measure for count in from_json(capsys.readouterr().out).counts}


@pytest.fixture(autouse=True)
def _page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, encoding="utf-8")


def test_measures_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = re.search(r"^```toml\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    mine = tmp_path / "mine.toml"
    mine.write_text(found[1], encoding="utf-8")

    assert _measures(capsys) == {2300: "other", 4: "other", 50: "gifts"}
    assert _measures(capsys, "--measures", str(mine)) == {
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
def test_faulty_file_is_told_once(toml: str, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(toml, encoding="utf-8")

    assert main(["extract", "page.txt", "page.txt", "--measures", str(mine)]) == 2

    [message] = capsys.readouterr().err.splitlines()
    assert message.startswith(f"baocongdoan: mine.toml: {problem}")
