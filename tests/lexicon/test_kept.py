"""What is kept between runs comes back as it was, and a file that is no use costs nothing but time."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import regex

from baocongdoan.lexicon import kept
from baocongdoan.lexicon.kept import Kept


def _never() -> Any:
    raise AssertionError("made again")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "kept.pickle"


def test_a_kept_thing_is_not_made_again(path: Path) -> None:
    first = Kept(path)
    first.thing(("pattern", r"\d+"), lambda: regex.compile(r"\d+"))
    first.write()

    pattern = Kept(path).thing(("pattern", r"\d+"), _never)

    assert pattern.findall("3 lớp, 12 người") == ["3", "12"]
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_another_run_kept_stays(path: Path) -> None:
    for key in ("a", "b"):
        run = Kept(path)
        run.thing((key,), lambda key=key: key * 2)
        run.write()

    assert [Kept(path).thing((key,), _never) for key in ("a", "b")] == ["aa", "bb"]


def test_things_of_former_lexicons_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_KEPT", 1)
    for key in ("former", "present"):
        run = Kept(path)
        run.thing((key,), lambda key=key: key)
        run.write()

    assert list(pickle.loads(path.read_bytes())) == [("present",)]


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps(7), pickle.dumps({})[:-3]])
def test_a_file_that_cannot_be_read_is_none(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    assert Kept(path).thing(("a",), lambda: "made") == "made"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run = Kept(tmp_path / "file" / "kept.pickle")
    run.thing(("a",), lambda: "made")

    run.write()


def test_the_command_line_keeps_what_it_made(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên năm 2024.", encoding="utf-8")
    command = [sys.executable, "-m", "baocongdoan", "extract", str(tmp_path / "article.txt"), "--no-clean"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}

    facts = [subprocess.run(command, env=environment, capture_output=True, check=True).stdout for _ in range(2)]

    [file] = (tmp_path / "cache" / "baocongdoan").iterdir()
    assert facts[0] == facts[1] != b""
    assert regex.__version__ in file.name
