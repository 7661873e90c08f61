"""``baocongdoan build`` as people use it: what it says, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.dataset import open_dataset


@pytest.fixture(autouse=True)
def _engine(folder: Path, monkeypatch: pytest.MonkeyPatch, inline: Any) -> None:
    monkeypatch.setattr("baocongdoan.commands.build.local_engine", lambda _: inline)


@pytest.fixture
def build(run: Any) -> Any:
    return lambda *arguments: run("build", *arguments, "--out", "facts")


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        (["good.jsonl"], 0),
        (["good.jsonl", "bad.txt"], 3),
        (["bad.txt"], 2),
        (["gone.txt"], 2),
        (["good.jsonl", "gone.txt"], 3),
    ],
)
def test_exit_status(inputs: list[str], status: int, build: Any, make_dump: Any) -> None:
    make_dump(Path("good.jsonl"), range(2))
    Path("bad.txt").write_bytes(b"")

    assert [build(*inputs)[0], build(*inputs)[0]] == [status, status]  # also where all of it is known already


def test_what_is_said(build: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(2))
    Path("bad.txt").write_bytes(b"")

    _, out, said = build("a.jsonl", "bad.txt")

    assert out == ""
    skipped, part, closing = said.splitlines()
    assert skipped == "skipped bad.txt: the page is empty: crawl it again, or leave it out"
    assert part.startswith("part 0: 2 articles, ")
    assert closing.startswith("articles: 2 new (0 near copies), 0 there before; facts: ")
    assert closing.endswith("met again and left out: 0; skipped: 1 (1 × the page is empty)")


def test_quiet(build: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(2))
    Path("bad.txt").write_bytes(b"")

    assert build("a.jsonl", "bad.txt", "--quiet") == (3, "", "")


def test_log_json(build: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(2))
    Path("bad.txt").write_bytes(b"")

    _, _, said = build("a.jsonl", "bad.txt", "--log-json")

    events = [json.loads(line) for line in said.splitlines()]
    assert [event["event"] for event in events] == ["Started", "PageSkipped", "Progress", "PartWritten", "Finished"]
    assert events[1]["origin"] == "bad.txt"
    assert events[-1]["new"] == {"article": 2, "duplicate": 0, "skipped": 1}


def test_progress_bar(build: Any, make_dump: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    make_dump(Path("a.jsonl"), range(2))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")

    _, _, said = build("a.jsonl", "gone.txt")

    assert "2 pages" in said
    assert "/s, " in said
    assert "remaining:" in said
    assert "skipped gone.txt: cannot be read" in said


def test_dry_run(build: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(4))

    status, out, said = build("a.jsonl", "gone.txt", "--dry-run")

    assert (status, out) == (0, "pages to extract: 4, none there already, met twice: 0, inputs unreadable: 1\n")
    assert said.startswith("unreadable gone.txt: cannot be read")
    assert not Path("facts").exists()


def test_limit(build: Any, make_dump: Any) -> None:
    make_dump(Path("a.jsonl"), range(4))

    build("a.jsonl", "--limit", "3")

    assert open_dataset("facts").arrow("articles").num_rows == 3


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--scheduler", "tcp://a:1"], "--scheduler is for --engine dask"),
        (["--engine", "spark"], "spark"),
        (["--workers", "0"], "--workers"),
        (["--measures", "gone.toml"], "cannot read gone.toml"),
    ],
)
def test_wrong_usage(options: list[str], problem: str, build: Any) -> None:
    Path("a.txt").write_text("LĐLĐ tỉnh mở 8 lớp.", encoding="utf-8")

    status, _, said = build("a.txt", *options)

    assert status == 2
    assert problem in said
    assert not Path("facts").exists()
