"""What is kept between runs comes back as it was, and a file that is no use costs nothing but time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import regex

from baocongdoan.lexicon import kept
from baocongdoan.lexicon.kept import Kept


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "kept.msgpack"


def test_what_was_added_is_found_by_a_later_run(path: Path) -> None:
    first = Kept(path)
    first.add(("toml", "a = 1"), {"a": 1})
    first.write()

    assert Kept(path).find(("toml", "a = 1")) == {"a": 1}
    assert Kept(path).find(("toml", "a = 2")) is None
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_another_run_kept_stays(path: Path) -> None:
    for key in ("a", "b"):
        run = Kept(path)
        run.add((key,), key * 2)
        run.write()

    assert [Kept(path).find((key,)) for key in ("a", "b")] == ["aa", "bb"]


def test_a_table_grows_from_run_to_run(path: Path) -> None:
    for word in ("lớp", "tổ", "hội"):
        run = Kept(path)
        run.growing(("lengths",))[word] = len(word)
        run.write()

    assert Kept(path).growing(("lengths",)) == {"lớp": 3, "tổ": 2, "hội": 3}
    assert Kept(path).growing(("other lengths",)) == {}


def test_a_table_that_hardly_grew_is_not_written(path: Path) -> None:
    first = Kept(path)
    first.growing(("lengths",)).update({"a" * length: length for length in range(1, 11)})
    first.write()
    second = Kept(path)
    second.growing(("lengths",))["lớp"] = 3
    second.write()

    assert len(Kept(path).growing(("lengths",))) == 10


def test_data_of_former_lexicons_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_KEPT", 1)
    for key in ("former", "present"):
        run = Kept(path)
        run.add((key,), key)
        run.write()

    assert (Kept(path).find(("former",)), Kept(path).find(("present",))) == (None, "present")


@pytest.mark.parametrize("content", [b"", b"no data", msgspec.msgpack.encode(7), msgspec.msgpack.encode([("a", 1)])])
def test_a_file_that_cannot_be_read_is_none(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    assert Kept(path).find(("a",)) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run = Kept(tmp_path / "file" / "kept.msgpack")
    run.add(("a",), "made")

    run.write()


SOURCES = [r"\d+", r"(?<!\p{L})(?P<head>công đoàn|lđlđ)(?= \p{L})", r"(?r)(?:tại|ở) \Z", r"(?:a|b)++[^\W\d_]{2,3}?$"]


@pytest.mark.parametrize("source", SOURCES)
def test_a_pattern_comes_back_as_it_was(source: str) -> None:
    text = "3 lớp do công đoàn tỉnh mở tại "
    stored = msgspec.msgpack.decode(msgspec.msgpack.encode(kept._as_data(regex.compile(source))))

    again = kept._from_data(stored)

    assert again is not None
    assert [found.span() for found in again.finditer(text)] == [
        found.span() for found in regex.compile(source).finditer(text)
    ]
    assert again.groupindex == regex.compile(source).groupindex


@pytest.mark.parametrize("data", [None, [], ["source"], ["a", 0, b"x"], {"a": 1}, 7])
def test_data_of_no_pattern_make_none(data: object) -> None:
    assert kept._from_data(data) is None


def test_the_command_line_keeps_what_it_made(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên năm 2024.", encoding="utf-8")
    command = [sys.executable, "-m", "baocongdoan", "extract", str(tmp_path / "article.txt"), "--no-clean"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}

    facts = [subprocess.run(command, env=environment, capture_output=True, check=True).stdout for _ in range(2)]

    [file] = (tmp_path / "cache" / "baocongdoan").iterdir()
    assert facts[0] == facts[1] != b""
    assert regex.__version__ in file.name


def test_what_a_relative_day_means_is_kept(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Hôm qua, LĐLĐ tỉnh Yên Bái họp.", encoding="utf-8")
    told = ["--no-clean", "--published", "2024-05-15", str(tmp_path / "article.txt")]
    command = [sys.executable, "-X", "importtime", "-m", "baocongdoan", "extract", *told]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}

    runs = [subprocess.run(command, env=environment, capture_output=True, check=True) for _ in range(2)]

    assert runs[0].stdout == runs[1].stdout
    assert b'"first_day":"2024-05-14"' in runs[1].stdout
    assert [b"| dateparser\n" in run.stderr for run in runs] == [True, False]
