"""The command line with a stand-in for the extractor: what it writes, where, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from baocongdoan.commands.extract import defused
from baocongdoan.errors import InputError
from baocongdoan.facts.grounds import CountGrounds, Explained, Ground, MeasureBy, OwnerBy, PeriodBy, StatusBy
from baocongdoan.language.text import Span
from baocongdoan.records import Article, Count, Extraction, Line, Page, Role
from baocongdoan.serialise import from_json, schema

PAGE = "LĐLĐ huyện mở 8 lớp tập huấn"


def _fake_extract(
    source: Page | Path,
    *,
    clean: bool = True,
    measures: Path | None = None,
    min_confidence: float | None = None,
    **_: object,
) -> Extraction:
    """One count of eight classes a page, wherever "8 lớp" stands."""
    if isinstance(source, Path):
        text, origin = source.read_text(encoding="utf-8").strip(), str(source)
    else:
        text, origin = "\n".join(line.text for line in source.lines), source.origin
    if "lỗi" in text:
        raise ZeroDivisionError("a bug")
    if "8 lớp" not in text:
        raise InputError(f"{origin}: the page holds no article: give another")
    start = text.index("8 lớp")
    unit = f"lớp {measures.name}" if measures else "lớp" if clean else "lớp!"
    count = Count(
        id="f1",
        quote="8 lớp",
        start=start,
        end=start + 5,
        measure="training_classes",
        value=8,
        unit=unit,
        confidence=0.8,
    )
    lines = tuple(Line(number, Role.BODY, 0) for number, _ in enumerate(text.split("\n"), 1))
    article = Article(id="x", origin=origin, title="=1+1", text=text, lines=lines)
    return Extraction(article=article, facts=(count,)).at_least(min_confidence or 0)


def _fake_explain(source: Page | Path, *, clean: bool = True, measures: Path | None = None) -> Explained:
    extraction = _fake_extract(source, clean=clean, measures=measures)
    grounds = CountGrounds(
        number=Span(extraction.facts[0].start, extraction.facts[0].start + 1),
        unit_class="training_class",
        cue="",
        measure=Ground(MeasureBy.UNIT),
        owner=Ground(OwnerBy.NOBODY),
        period=Ground(PeriodBy.NOTHING),
        status=Ground(StatusBy.NOTHING),
    )
    return Explained(extraction, {"f1": grounds})


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("baocongdoan.pipeline")
    module.extract = _fake_extract  # type: ignore[attr-defined]
    module.explain = _fake_explain  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "baocongdoan.pipeline", module)


Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _files(folder: Path) -> None:
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b.txt").write_text(PAGE, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")


def test_jsonl_is_one_object_a_page(run: Run) -> None:
    result = run("extract", "a.txt", "b.txt")

    assert [from_json(line).article.origin for line in result.out.splitlines()] == ["a.txt", "b.txt"]
    assert (result.status, result.err) == (0, "pages read: 2, facts: 2, pages skipped: 0\n")


def test_a_bad_page_stops_nothing_and_is_told(run: Run) -> None:
    Path("bug.txt").write_text("lỗi", encoding="utf-8")

    result = run("extract", ".", "gone.txt")

    assert len(result.out.splitlines()) == 2
    assert result.status == 0
    *skipped, summary = result.err.splitlines()
    assert [line.split(": ")[0] for line in skipped] == ["skipped bug.txt", "skipped empty.txt", "skipped gone.txt"]
    assert "internal error ZeroDivisionError" in skipped[0]
    assert summary.startswith("pages read: 2, facts: 2, pages skipped: 3 (")
    assert "1 × the page is empty" in summary


@pytest.mark.parametrize("name", ["empty.txt", "gone.txt", "folder"])
@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_nothing_usable_has_status_2_and_writes_nothing(run: Run, name: str, form: str) -> None:
    Path("folder").mkdir()
    Path("out").write_text("before")

    result = run("extract", name, "--format", form, "-o", "out")

    assert (result.status, result.out) == (2, "")
    assert result.err.splitlines()[0].startswith(f"skipped {name}: ")
    assert Path("out").read_text() == "before"


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))

    assert from_json(run("extract", "-").out).article.origin == "-"


def test_options_reach_the_extractor(run: Run) -> None:
    assert from_json(run("extract", "a.txt", "--no-clean").out).counts[0].unit == "lớp!"
    assert from_json(run("extract", "a.txt", "--measures", "mine.toml").out).counts[0].unit == "lớp mine.toml"


@pytest.mark.parametrize(
    ("option", "facts"), [((), 1), (("--min-confidence", "0.8"), 1), (("--min-confidence", "0.9"), 0)]
)
def test_min_confidence_reaches_the_extractor(run: Run, option: tuple[str, ...], facts: int) -> None:
    result = run("extract", "a.txt", *option)

    assert [len(from_json(line).facts) for line in result.out.splitlines()] == [facts]


@pytest.mark.parametrize("least", ["-0.1", "1.5", "high"])
def test_min_confidence_is_a_probability(run: Run, least: str) -> None:
    assert run("extract", "a.txt", "--min-confidence", least).status == 2


def test_url_is_for_a_single_page(run: Run) -> None:
    assert run("extract", "a.txt", "--url", "https://example.org/a").status == 0

    result = run("extract", "a.txt", "b.txt", "--url", "https://example.org/a")
    assert result.status == 2
    assert "--url" in result.err


def test_csv_has_one_header_and_defused_cells(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("extract", "a.txt", "b.txt", "--format", "csv").out)))

    assert [(row["origin"], row["value"], row["title"]) for row in rows] == [
        ("a.txt", "8", "'=1+1"),
        ("b.txt", "8", "'=1+1"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_defused(start: str) -> None:
    assert defused(f"{start}1") == f"'{start}1"


def test_table_ends_with_totals(run: Run) -> None:
    out = run("extract", "a.txt", "b.txt", "--format", "table").out

    assert "training_classes 8 lớp" in out
    assert "Totals by measure (articles: 2)" in out
    assert ["training_classes", "16", "2", "2"] in [
        line.strip("│ ").replace("│", " ").split() for line in out.split("\n")
    ]


def test_output_replaces_a_file_whole(run: Run) -> None:
    Path("out.jsonl").write_text("before")
    Path("link.jsonl").symlink_to("out.jsonl")

    assert run("extract", "a.txt", "-o", "link.jsonl").out == ""

    assert from_json(Path("out.jsonl").read_text(encoding="utf-8")).counts
    assert Path("link.jsonl").is_symlink()
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "empty.txt", "link.jsonl", "out.jsonl"]


def test_output_may_be_a_device(run: Run) -> None:
    assert run("extract", "a.txt", "-o", os.devnull).status == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("target", [".", "no/such/folder/out.jsonl"])
def test_output_that_cannot_be_written_is_told(run: Run, target: str) -> None:
    result = run("extract", "a.txt", "-o", target)

    assert result.status == 2
    assert result.err.startswith("baocongdoan: cannot write ")


def test_show_brackets_facts_where_there_are_no_colours(run: Run) -> None:
    assert run("show", "a.txt").out == "LĐLĐ huyện mở ⟦8 lớp⟧count tập huấn\n"


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ((), "  says        training_classes 8 lớp"),
        (("--no-clean", "--fact", "f1"), "  says        training_classes 8 lớp!"),
    ],
)
def test_explain_tells_how_a_fact_came_about(run: Run, options: tuple[str, ...], line: str) -> None:
    result = run("explain", "a.txt", *options)

    assert (result.status, result.out.split("\n")[:2]) == (0, ["f1 · count · line 1 · “8 lớp”", line])


def test_explain_names_the_known_facts_where_one_is_unknown(run: Run) -> None:
    result = run("explain", "a.txt", "--fact", "f2")

    assert (result.status, result.out) == (2, "")
    assert "no fact has the id 'f2'" in result.err


def test_view_writes_a_page(run: Run) -> None:
    result = run("view", "a.txt", "-o", "a.html")

    assert (result.status, result.out) == (0, "")
    page = Path("a.html").read_text(encoding="utf-8")
    assert page == run("view", "a.txt").out
    assert ">8 lớp</mark> tập huấn" in page


def test_show_wants_one_page(run: Run) -> None:
    result = run("show", ".")

    assert (result.status, result.err) == (2, "baocongdoan: . holds several pages: name one of them\n")


def test_schema_is_the_contracts(run: Run) -> None:
    assert json.loads(run("schema").out) == schema()


def test_version_and_help(run: Run) -> None:
    assert run("--version").out.startswith("baocongdoan ")
    assert "Exit status: 0" in run("--help").out
    assert "exit status is 2" in run("extract", "--help").out
    assert run("extract").status == 2


def _annotate(folder: Path, value: int = 8) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    fact = {"kind": "count", "line": 1, "quote": "8 lớp", "measure": "training_classes", "value": value, "unit": "lớp"}
    record = {"article": {"title": "=1+1", "lines": [{"line": 1, "role": "body"}]}, "facts": [fact]}
    (folder / "a.json").write_text(json.dumps(record), encoding="utf-8")


def test_evaluate_runs_the_extractor_on_the_pages(run: Run) -> None:
    _annotate(Path("gold"))

    result = run("evaluate", "gold")

    assert ["count.full", "1.000", "1.000", "1.000", "1", "1", "1"] in [
        line.strip("│ ").replace("│", " ").split() for line in result.out.split("\n")
    ]


def test_evaluate_prints_differences_and_json(run: Run) -> None:
    _annotate(Path("gold"), value=9)

    assert "value 9" in run("evaluate", "gold", "--diff").out
    figures = json.loads(run("evaluate", "gold", "--json", "--only", "count").out)
    assert figures["count.value"] == {"P": 0.0, "R": 0.0, "F": 0.0, "right": 0, "reported": 1, "gold": 1}
    assert {level.split(".")[0] for level in figures} == {"count"}


@pytest.mark.parametrize("as_folder", [True, False])
def test_evaluate_reads_predictions(run: Run, as_folder: bool) -> None:
    _annotate(Path("gold"))
    predictions = "predicted" if as_folder else "predicted.jsonl"
    if as_folder:
        Path(predictions).mkdir()
    run("extract", "gold/a.txt", "-o", "predicted/a.json" if as_folder else predictions)

    figures = json.loads(run("evaluate", "gold", "--predictions", predictions, "--json").out)

    assert figures["count.full"]["F"] == 1.0


def test_agreement_prints_differences_and_figures(run: Run) -> None:
    _annotate(Path("first"))
    _annotate(Path("second"), value=9)

    result = run("agreement", "first", "second")

    assert "a  count “8 lớp”  A: value 8  B: value 9" in result.out.split("\n")
    rows = [line.strip("│ ").replace("│", " ").split() for line in result.out.split("\n")]
    assert ["count", "1", "1", "1", "1.000", "0", "0.000"] in rows
    assert ["count.value", "1", "0", "0.000"] in rows
    assert "A: value 8" not in run("agreement", "first", "second", "--no-diff").out
    figures = json.loads(run("agreement", "first", "second", "--json").out)
    assert figures["facts"]["count"]["F_both"] == 1.0
    assert figures["differences"][0]["fields"] == ["value"]


def test_agreement_names_what_only_one_annotated(run: Run) -> None:
    _annotate(Path("first"))
    _annotate(Path("second"))
    Path("first/b.json").write_text(Path("first/a.json").read_text(encoding="utf-8"), encoding="utf-8")
    Path("first/b.txt").write_text(PAGE, encoding="utf-8")

    assert "left out, annotated by one only: b" in run("agreement", "first", "second").err

    Path("second/a.json").rename(Path("second/c.json"))
    Path("second/a.txt").rename(Path("second/c.txt"))
    result = run("agreement", "first", "second")
    assert result.status == 2
    assert "no article was annotated by both" in result.err


def test_gate_holds_what_was_accepted(run: Run) -> None:
    _annotate(Path("gold"))

    assert "no floors yet" in run("gate", "gold", "--floors", "floors.json").out
    assert run("gate", "gold", "--floors", "floors.json", "--accept").status == 0
    result = run("gate", "gold", "--floors", "floors.json")
    assert (result.status, "The gate holds" in result.out) == (0, True)


def test_gate_fails_under_a_floor_and_lowers_it_only_when_told(run: Run) -> None:
    _annotate(Path("gold"))
    run("gate", "gold", "--floors", "floors.json", "--accept")
    _annotate(Path("gold"), value=9)

    fallen = run("gate", "gold", "--floors", "floors.json")
    assert fallen.status == 1
    assert "gold: count.full fell under its floor" in fallen.out
    assert "the corpus has changed" in fallen.out
    assert "-1.000 (-1 right, +1 wrong)" in fallen.out

    refused = run("gate", "gold", "--floors", "floors.json", "--accept")
    assert (refused.status, "say --lower" in refused.err) == (2, True)
    assert run("gate", "gold", "--floors", "floors.json", "--accept", "--lower").status == 0
    assert run("gate", "gold", "--floors", "floors.json").status == 0


def test_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m baocongdoan schema | head -c 1"

    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "{", "")


def test_output_is_utf8_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "baocongdoan", "schema"],
        capture_output=True,
        check=True,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"},
    )

    assert "nghị quyết" in done.stdout.decode("utf-8")


def test_clean_explains_every_line(run: Run) -> None:
    Path("page.txt").write_text("Trang chủ\n\nLĐLĐ huyện tập huấn cho cán bộ\n" + PAGE + " cho 200 cán bộ.\n" * 2)

    lines = run("clean", "page.txt", "--explain").out.splitlines()

    assert [line.split(": ")[0] for line in lines[:5]] == ["title", "published", "authors", "source", "site"]
    assert [int(line.split()[0]) for line in lines[5:]] == [1, 3, 4, 5]
    assert "Trang chủ" not in run("clean", "page.txt").out


def test_what_was_done_to_a_page_is_told(run: Run) -> None:
    Path("old.txt").write_bytes(PAGE.encode() + b" \xff")

    result = run("extract", "old.txt")

    assert (result.status, result.err.splitlines()[0]) == (0, "note old.txt: 1 damaged characters replaced by U+FFFD")


@pytest.mark.parametrize(("file", "status"), [("page.txt", 0), ("missing.txt", 2)])
def test_the_command_ends_with_all_written_and_its_status(tmp_path: Path, file: str, status: int) -> None:
    (tmp_path / "page.txt").write_text("LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên năm 2024.\n" * 400, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "baocongdoan", "extract", file, "--no-clean"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == status
    assert len(done.stdout.splitlines()) == (status == 0)
    assert done.stdout == "" or len(json.loads(done.stdout)["facts"]) > 400
