"""What users rely on is kept: snapshots of the public interface, and the rules for changing it."""

from __future__ import annotations

import doctest
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import stability
from stability import SUBJECTS, Snapshot, Subject, complaints

if TYPE_CHECKING:
    from ..conftest import Printed

CHANGELOG = stability.ROOT / "CHANGELOG.md"
BY_NAME = {subject.name: subject for subject in SUBJECTS}


@pytest.mark.parametrize("name", BY_NAME)
def test_the_snapshot_shows_what_there_is_now(name: str) -> None:
    subject = BY_NAME[name]

    assert subject.path.read_text(encoding="utf-8") == stability.current(subject).render(), "run: make stability"


@pytest.mark.parametrize("name", BY_NAME)
def test_every_change_since_the_last_release_is_declared(name: str) -> None:
    assert stability.complaints_now(BY_NAME[name]) == []


def test_the_changelog_tells_of_this_version() -> None:
    headings = re.findall(r"^## (\S+)", CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)

    assert {"Unreleased", stability.project_version()} & set(headings)


@pytest.mark.parametrize(
    ("name", "promise"),
    [
        ("python", "baocongdoan.extract is baocongdoan.pipeline.extract"),
        ("python", "baocongdoan.pipeline.extract(source: Source) at 1"),
        ("python", "baocongdoan.pipeline.extract(min_confidence: float | None = None)"),
        ("python", "baocongdoan.pipeline.extract() -> Extraction"),
        ("python", "baocongdoan.records.Extraction.counts: tuple[Count, ...]"),
        ("python", "baocongdoan.records.Extraction.at_least(confidence: float) at 1"),
        ("python", "baocongdoan.records.Count(per: str | None = None)"),
        ("python", "baocongdoan.records.Status.TARGET = 'target'"),
        ("python", "baocongdoan.records.Fact = Date | Organisation | Document | Count | Person"),
        ("python", "baocongdoan.errors.InputError is a BaocongdoanError"),
        ("python", "baocongdoan.dataset.opened.open_dataset() -> Dataset"),
        ("command_line", "extract INPUT...: list[str]"),
        ("command_line", "extract --format csv"),
        ("command_line", "extract --min-confidence: float | None from 0 to 1 = None"),
        ("command_line", "agreement --diff/--no-diff: bool = True"),
        ("command_line", "view -o: Path | None = None"),
        ("command_line", "exit status 2: UNUSABLE"),
        ("command_line", "pytest --baocongdoan-gold DIR"),
        ("measures", "members_admitted"),
        ("record_schema", '$defs.Count.required: "value_to"'),
        ("record_schema", '$defs.Status.enum: "criterion"'),
        ("record_schema", "properties.schema.const = 1"),
        ("tables", "facts.first_day: date32[day]"),
        ("tables", "PAGES.content: binary"),
    ],
)
def test_snapshots_tell_each_thing_that_can_break(name: str, promise: str) -> None:
    assert promise in BY_NAME[name].lines()


def test_every_option_that_the_help_shows_is_kept(run: Callable[..., Printed]) -> None:
    commands = re.findall(r"^  ([a-z]+)  ", run("--help").out, re.MULTILINE)
    shown = {
        f"{command} {spelling}"
        for command in commands
        for option in re.findall(r"^  (-[\w-]+(?:(?:, | / )--[\w-]+)?)", run(command, "--help").out, re.MULTILINE)
        for spelling in re.split(", | / ", option)
    }
    kept = {
        f"{command} {spelling}"
        for command, _, option in (line.partition(":")[0].partition(" ") for line in BY_NAME["command_line"].lines())
        for spelling in option.split("/")
    }

    assert len(shown) > 60
    assert shown - kept == {f"{command} --help" for command in commands}


PROMISED = {
    "python": (
        "m.extract(source: Source) at 1",
        "m.extract() -> Extraction",
        "m.Mood.GOOD = 'good'",
        "m.Page(id: str)",
    ),
    "command_line": (
        "extract",
        "extract INPUT...: list[str]",
        "extract --format csv",
        "extract --format: Format = csv",
    ),
    "measures": ("gifts", "homes"),
    "record_schema": ('$defs.Count.properties.of.type = "string"', '$defs.Count.required: "of"', 'type = "object"'),
    "tables": ("facts.of: string",),
}
CHANGES = [
    # what is gone, what is new, whether it breaks what others have written
    ("python", "m.extract() -> Extraction", "m.extract() -> Facts", True),
    ("python", "m.extract(source: Source) at 1", "m.extract(page: Source) at 1", True),
    ("python", "m.Mood.GOOD = 'good'", "", True),
    ("python", "m.Mood.GOOD = 'good'", "m.Mood.GOOD = 'Good'", True),
    ("python", "", "m.Mood.BAD = 'bad'", False),
    ("python", "", "m.extract(depth: int = 3)", False),
    ("python", "", "m.extract(**more: Any)", False),
    ("python", "", "m.extract(depth: int)", True),
    ("python", "", "m.Page(url: str)", True),
    ("python", "", "m.Page.url: str", False),
    ("python", "", "m.Page.lines() -> list[str]", False),
    ("python", "", "m.render(page: Page) at 1", False),
    ("command_line", "extract --format csv", "", True),
    ("command_line", "extract --format: Format = csv", "extract --format: Format = table", True),
    ("command_line", "", "extract --format table", False),
    ("command_line", "", "extract --depth: int = 3", False),
    ("command_line", "", "extract --depth: int", True),
    ("command_line", "", "extract DEPTH: int", True),
    ("command_line", "", "render", False),
    ("command_line", "", "render INPUT: str", False),
    ("measures", "homes", "", True),
    ("measures", "", "loans", False),
    ("record_schema", 'type = "object"', 'type = "array"', True),
    ("record_schema", "", '$defs.Count.properties.mood.type = "string"', False),
    ("record_schema", "", '$defs.Count.required: "mood"', False),
    ("record_schema", "", '$defs.Mood.enum: "good"', False),
    ("record_schema", "", '$defs.Count.properties.of.type: "null"', True),
    ("record_schema", "", '$defs.Count.enum: "good"', True),
    ("record_schema", "", "additionalProperties = false", True),
    ("tables", "", "facts.mood: string", True),
]


def changed(name: str, gone: str, new: str) -> tuple[Subject, Snapshot]:
    promised = frozenset(PROMISED[name])
    present = promised - {gone} | ({new} if new else set())
    return BY_NAME[name], Snapshot("It", "0.1.0", promised, present)


@pytest.mark.parametrize(("name", "gone", "new", "breaks"), CHANGES)
def test_what_breaks_wants_a_higher_version(name: str, gone: str, new: str, breaks: bool) -> None:
    subject, snapshot = changed(name, gone, new)

    for version, allowed in (("0.1.0", False), ("0.1.7", False), ("0.2.0", True), ("1.0.0", True)):
        told = list(complaints(subject, snapshot, version, notes_that_name(new)))
        assert bool(told) == (breaks and not allowed), version
        assert {line.rpartition(": breaks what 0.1.0 promised: ")[0] for line in told} <= {name}


@pytest.mark.parametrize(("name", "gone", "new", "breaks"), CHANGES)
def test_what_is_new_stands_in_the_changelog(name: str, gone: str, new: str, breaks: bool) -> None:
    subject, snapshot = changed(name, gone, new)

    told = list(complaints(subject, snapshot, "0.2.0", "- Faster by half."))

    assert [line.endswith(f"under Unreleased: {new}") for line in told] == ([True] if new else [])


def notes_that_name(new: str) -> str:
    return f"- New: {new}."


@pytest.mark.parametrize(
    ("released", "now", "raised"),
    [
        ("0.1.0", "0.1.1", False),
        ("0.1.0", "0.2.0", True),
        ("0.9.0", "0.10.0", True),
        ("1.2.0", "1.3.0", False),
        ("1.2.0", "2.0.0", True),
        ("1", "1", False),
        ("1", "2", True),
    ],
)
def test_which_versions_say_that_something_breaks(released: str, now: str, raised: bool) -> None:
    subject, snapshot = changed("measures", "homes", "")

    assert bool(list(complaints(subject, replace(snapshot, version=released), now, ""))) != raised


def test_a_snapshot_reads_as_a_diff_against_the_last_release() -> None:
    snapshot = Snapshot("It", "0.1.0", frozenset({"kept", "gone"}), frozenset({"kept", "new"}))

    assert snapshot.render() == "# It. Promised since version 0.1.0.\n- gone\n  kept\n+ new\n"
    assert Snapshot.parse(snapshot.render()) == snapshot


@pytest.mark.parametrize("text", ["# It\n  a\n", "# It. Promised since version 0.1.0.\na\n"])
def test_what_is_no_snapshot_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no snapshot"):
        Snapshot.parse(text)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one subject, ``lines.txt``, whose snapshot is version 0.1.0's ``a`` and ``b``."""
    (tmp_path / "CHANGELOG.md").write_text("## Unreleased\n\n- There is `c` now.\n\n## 0.1.0\n\n- d\n", "utf-8")
    (tmp_path / "lines.txt").write_text("a\nb\n", "utf-8")
    (tmp_path / "version").write_text("0.1.0", "utf-8")
    subject = Subject(
        "kept",
        "It",
        lambda: (tmp_path / "lines.txt").read_text("utf-8").split(),
        lambda: (tmp_path / "version").read_text("utf-8"),
        lambda *_: True,
    )
    for name, value in (("ROOT", tmp_path), ("FOLDER", tmp_path), ("SUBJECTS", (subject,))):
        monkeypatch.setattr(stability, name, value)
    assert stability.main([]) == 0
    return tmp_path


@pytest.mark.parametrize(
    ("lines", "command", "status", "snapshot"),
    [
        ("a b c", "0.1.0", 0, ["0.1.0.", "  a", "  b", "+ c"]),
        ("a b d", "0.1.0", 1, ["0.1.0.", "  a", "  b", "+ d"]),  # d is in the notes on 0.1.0 alone
        ("a", "0.1.0", 1, ["0.1.0.", "  a", "- b"]),
        ("a", "0.1.1 --release", 1, ["0.1.0.", "  a", "  b"]),  # nothing is released
        ("a", "0.2.0", 0, ["0.1.0.", "  a", "- b"]),
        ("a c", "0.2.0 --release", 0, ["0.2.0.", "  a", "  c"]),
    ],
)
def test_the_command(project: Path, lines: str, command: str, status: int, snapshot: list[str]) -> None:
    version, *arguments = command.split()
    (project / "lines.txt").write_text(lines, "utf-8")
    (project / "version").write_text(version, "utf-8")

    assert stability.main(arguments) == status
    head, *rest = (project / "kept.txt").read_text("utf-8").splitlines()
    assert [head.split()[-1], *rest] == snapshot


def test_examples_of_the_script() -> None:
    assert doctest.testmod(stability) == doctest.TestResults(failed=0, attempted=4)
