"""The pytest plugin, in runs of its own: whether the entry point is installed or not, the module is loaded by name."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.evaluation.annotations import load_annotations
from baocongdoan.evaluation.scoring import level_names, score

ROOT = Path(__file__).parents[2]
PAGE = "Công đoàn xã Đông Mỹ trao quà\nDịp này, đơn vị đã trồng 2.300 cây xanh và trao 40 suất quà cho đoàn viên.\n"
LINES = [{"line": 1, "role": "title"}, {"line": 2, "role": "body"}]
GIFTS = {"kind": "count", "line": 2, "quote": "40 suất quà", "measure": "gifts", "value": 40, "unit": "suất quà"}
TREES = {
    "kind": "count",
    "line": 2,
    "quote": "2.300 cây xanh",
    "measure": "trees_planted",
    "value": 2300,
    "unit": "cây",
}
ONLY_MEASURES = ("--baocongdoan-threshold=all=0", "--baocongdoan-threshold=count.measure=1")


@pytest.fixture
def tests(pytester: pytest.Pytester) -> Any:
    """Runs pytest with the plugin in a process of its own: the library's modules can't be imported twice in one."""

    def run(*arguments: str | Path) -> pytest.RunResult:
        plugin = ("-p", "no:baocongdoan", "-p", "baocongdoan.pytest_plugin")
        return pytester.runpytest_subprocess(*plugin, *arguments)

    return run


def _write(folder: Path, *facts: dict[str, Any], name: str = "trao_qua", page: str | None = PAGE) -> Path:
    folder.mkdir(exist_ok=True)
    record = {"schema": 1, "article": {"url": None, "lines": LINES}, "facts": facts}
    (folder / f"{name}.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    if page is not None:
        (folder / f"{name}.txt").write_text(page, encoding="utf-8")
    return folder


def _gold_and_predicted(folder: Path) -> tuple[str, str]:
    """Options of a gold folder with two articles, and of predictions of which one is right and one is wrong."""
    for name, value in (("dung", 40), ("sai", 41)):
        _write(folder / "gold", GIFTS, name=name)
        _write(folder / "predicted", GIFTS | {"value": value}, name=name)
    return "--baocongdoan-gold=gold", "--baocongdoan-predictions=predicted"


def test_entry_point_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["entry-points"]["pytest11"] == {"baocongdoan": "baocongdoan.pytest_plugin"}


def test_level_names_are_those_of_the_scores() -> None:
    gold = load_annotations(ROOT / "corpora" / "articles")

    assert tuple(score(gold, gold).levels) == level_names()


def test_unasked_it_collects_and_imports_nothing(tests: Any, pytester: pytest.Pytester) -> None:
    _write(pytester.path / "gold", GIFTS)
    pytester.makepyfile("""
        import sys

        def test_of_theirs():
            ours = {name for name in sys.modules if name.startswith("baocongdoan.")}
            assert {name.split(".")[1] for name in ours} == {"errors", "records", "pytest_plugin"}
            assert not {"regex", "numpy", "msgspec"} & set(sys.modules)
    """)

    tests("--baocongdoan-threshold=nonsense=7").assert_outcomes(passed=1)


def test_articles_beside_ordinary_tests(tests: Any, pytester: pytest.Pytester) -> None:
    options = _gold_and_predicted(pytester.path)
    pytester.makepyfile("def test_of_theirs(): pass")

    result = tests(*options, "-v")

    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*test_of_theirs PASSED*", "gold::dung PASSED*", "gold::sai FAILED*"])


def test_failure_says_what_differs(tests: Any, pytester: pytest.Pytester) -> None:
    result = tests(*_gold_and_predicted(pytester.path))

    result.stdout.fnmatch_lines(
        [
            "*_ gold::sai _*",
            "count.value: F1 0.000, and 1 is wanted (0 right, 1 reported, 1 in the gold)",
            "sai  count  missed: quote 40 suất quà · measure gifts · value 40 *",
            "sai  count  extra: quote 40 suất quà · measure gifts · value 41 *",
            "FAILED gold::sai - *count.value: F1 0.000*",
        ]
    )
    result.stdout.no_fnmatch_line("*organisation.*")  # a group of which nothing failed
    result.stdout.no_fnmatch_line("*Error*")


@pytest.mark.parametrize(
    ("thresholds", "failed"),
    [
        (["all=0"], 0),
        (["count=0"], 0),
        (["count=0", "count.value=0.5"], 1),
        (["all=0", "count=1"], 1),
        (["count.value=0"], 1),
        (["count=1", "count=0"], 0),  # the last holds, so the command line wins over addopts
    ],
)
def test_thresholds(thresholds: list[str], failed: int, tests: Any, pytester: pytest.Pytester) -> None:
    options = _gold_and_predicted(pytester.path)

    result = tests(*options, *(f"--baocongdoan-threshold={threshold}" for threshold in thresholds))

    result.assert_outcomes(passed=2 - failed, failed=failed)


def test_choosing_articles(tests: Any, pytester: pytest.Pytester) -> None:
    options = _gold_and_predicted(pytester.path)

    tests(*options, "-k", "dung").assert_outcomes(passed=1, deselected=1)
    tests(*options).assert_outcomes(passed=1, failed=1)
    tests(*options, "--lf").assert_outcomes(failed=1, deselected=1)
    collected = tests(*options, "--collect-only", "-q").stdout.lines
    assert collected[:2] == ["gold::dung", "gold::sai"]


def test_folder_outside_of_the_root(tests: Any, pytester: pytest.Pytester, tmp_path: Path) -> None:
    gold = _write(tmp_path / "theirs", GIFTS)

    result = tests(f"--baocongdoan-gold={gold}", f"--baocongdoan-predictions={gold}", "-v")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines([f"{gold.as_posix()}::trao_qua PASSED*"])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["gold=nowhere"], "ERROR: --baocongdoan-gold: there is no */nowhere"),
        (["gold=gold/trao_qua.txt"], "ERROR: --baocongdoan-gold: */trao_qua.txt is no folder"),
        (
            ["gold=gold", "threshold=cont.full=1"],
            "ERROR: --baocongdoan-threshold: no level 'cont.full': did you mean 'count.full'? There are all, date, *",
        ),
        (["gold=gold", "threshold=count=1.5"], "ERROR: *'count=1.5': give an F1 from 0 to 1, as in count=0.8"),
        (["gold=gold", "threshold=count=nan"], "ERROR: *'count=nan': give an F1 from 0 to 1*"),
        (["gold=gold", "threshold=count"], "ERROR: *'count': give an F1 from 0 to 1*"),
        (["gold=gold", "measures=mine.toml"], "ERROR: --baocongdoan-measures: there is no */mine.toml"),
        (["gold=gold", "measures=faulty.toml"], "ERROR: faulty.toml: *"),
        (["gold=gold", "sites=faulty.toml"], "ERROR: *faulty.toml*"),
        (["gold=gold", "predictions=gold", "sites=faulty.toml"], "ERROR: --baocongdoan-predictions extracts nothing*"),
    ],
)
def test_bad_options_are_wrong_usage(options: list[str], said: str, tests: Any, pytester: pytest.Pytester) -> None:
    _write(pytester.path / "gold", GIFTS)
    (pytester.path / "faulty.toml").write_text("[", encoding="utf-8")

    result = tests(*(f"--baocongdoan-{option}" for option in options))

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([said])


def test_faulty_gold_is_an_error_of_the_collection(tests: Any, pytester: pytest.Pytester) -> None:
    gold = _write(pytester.path / "gold", GIFTS | {"status": "done"})

    result = tests("--baocongdoan-gold=gold")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"{gold}/trao_qua.json: facts?0?.status: *'done'*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_article_that_gave_nothing(tests: Any, pytester: pytest.Pytester) -> None:
    _write(pytester.path / "gold", page=None)
    _write(pytester.path / "predicted", GIFTS, name="other")
    options = ("--baocongdoan-gold=gold", "--baocongdoan-threshold=all=0")

    unread = tests(*options)
    unpredicted = tests(*options, "--baocongdoan-predictions=predicted")

    unread.stdout.fnmatch_lines(["trao_qua gave nothing: no page (NAME.txt or NAME.html) lies beside the annotation"])
    unpredicted.stdout.fnmatch_lines(["trao_qua gave nothing: */predicted holds no article of this name"])


def test_measures_of_ones_own(tests: Any, pytester: pytest.Pytester, toml_of_guide: Any) -> None:
    _write(pytester.path / "gold", GIFTS, TREES)
    (pytester.path / "mine.toml").write_text(toml_of_guide("measures.md"), encoding="utf-8")

    without = tests("--baocongdoan-gold=gold", *ONLY_MEASURES)
    with_them = tests("--baocongdoan-gold=gold", "--baocongdoan-measures=mine.toml", *ONLY_MEASURES)

    without.assert_outcomes(failed=1)
    without.stdout.fnmatch_lines(["count.measure: F1 0.500, and 1 is wanted *", "*missed: *measure trees_planted*"])
    without.stdout.no_fnmatch_line("*measure gifts*")  # right at this level, and wrong only in its owner
    with_them.assert_outcomes(passed=1)


def test_profiles_of_sites(tests: Any, pytester: pytest.Pytester) -> None:
    gold = _write(pytester.path / "gold", page=None)
    (gold / "trao_qua.html").write_text(
        "<html><head><link rel='canonical' href='https://tin.example/1'></head><body>"
        "<div class='text'><h1>Công đoàn xã Đông Mỹ trao quà</h1>"
        "<p>Dịp này, đơn vị đã trao 40 suất quà cho đoàn viên có hoàn cảnh khó khăn.</p></div>"
        "<p class='box'>Công đoàn xã Đông Mỹ cũng đã thăm hỏi 12 đoàn viên ốm đau trong quý này.</p></body></html>",
        encoding="utf-8",
    )
    (pytester.path / "sites.toml").write_text('[[site]]\nhost = "tin.example"\nbody = "div.text"\n', encoding="utf-8")
    options = ("--baocongdoan-gold=gold", "--baocongdoan-threshold=all=0", "--baocongdoan-threshold=lines.kept=1")

    tests(*options).assert_outcomes(failed=1)
    tests(*options, "--baocongdoan-sites=sites.toml").assert_outcomes(passed=1)
