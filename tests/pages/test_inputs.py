from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from baocongdoan.errors import InputError
from baocongdoan.pages.inputs import find_sources


def test_folder_gives_its_pages_sorted_and_nothing_else(tmp_path: Path) -> None:
    for name in [
        "b.txt",
        "a.TXT",
        "c.json",
        "w.warc.gz",
        "p.parquet",
        "h.html",
        "j.jsonl",
        "notes.md",
        ".hidden.txt",
        "sub/d.txt",
        ".git/e.txt",
        "aa/z.txt",
    ]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    found = [Path(source.origin).relative_to(tmp_path).as_posix() for source in find_sources([str(tmp_path)])]

    top = ["a.TXT", "b.txt", "h.html", "j.jsonl", "p.parquet", "w.warc.gz"]
    assert found == [*top, "aa/z.txt", "sub/d.txt"]


def test_named_file_of_any_suffix_is_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.crawled"
    page.write_bytes(b"x")

    [source] = find_sources([str(page)])

    with source.open() as stream:
        assert stream.read() == b"x"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("họp".encode())))

    [source] = find_sources(["-"])

    with source.open() as stream:
        assert (source.origin, stream.read()) == ("-", "họp".encode())


@pytest.mark.parametrize(("name", "problem"), [("gone.txt", "cannot be read"), ("empty", "holds no .txt, .html")])
def test_nothing_to_read_is_said_with_the_name(name: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    [source] = find_sources([str(tmp_path / name)])

    with pytest.raises(InputError, match=problem) as refused:
        source.open()
    assert str(refused.value).startswith(f"{tmp_path / name}: ")
