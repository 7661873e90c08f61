"""Any input to pages: every format, with generated files, whole and broken."""

from __future__ import annotations

import builtins
import gzip
import io
import json
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.errors import InputError, MissingExtraError
from baocongdoan.pages import jsonl
from baocongdoan.pages.fields import Fields
from baocongdoan.pages.front_door import read_bytes, read_pages
from baocongdoan.pages.inputs import Source
from baocongdoan.pages.reading import Reading
from baocongdoan.pages.text import MAX_PAGE_BYTES
from baocongdoan.pipeline import read, read_many
from baocongdoan.records import Page, Skipped

from .conftest import HTML, SENTENCE, read_file, summary, texts

# ---- single pages --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "first"),
    [
        ("a.txt", SENTENCE.encode(), SENTENCE),
        ("a.txt", HTML.encode(), "Đầu đề"),
        ("a.html", f"<p>{SENTENCE}".encode(), SENTENCE),
        ("a.crawled", b"\xef\xbb\xbf \n<!-- x --><HTML>" + SENTENCE.encode(), SENTENCE),
        ("a", HTML.encode("utf-16"), "Đầu đề"),
        ("a.html.gz", gzip.compress(HTML.encode()), "Đầu đề"),
        ("a.txt.gz", gzip.compress(SENTENCE.encode()), SENTENCE),
    ],
)
def test_single_page_is_known_by_how_it_begins(name: str, data: bytes, first: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    assert read(path).lines[0].text == first
    assert read(path).origin == str(path)


def test_text_is_text_and_bytes_are_a_page() -> None:
    assert read(HTML).lines[0].text == HTML
    assert read(HTML.encode()).lines[0].text == "Đầu đề"


def test_what_the_caller_knows_goes_before_what_a_file_says(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"html": HTML, "url": "https://a.example", "published_at": "2023-04-05"}))

    assert (read(path).url, read(path).published) == ("https://a.example", "2023-04-05")
    known = read(path, url="https://b.example", published="2024-01-01")
    assert (known.url, known.published) == ("https://b.example", "2024-01-01")


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("film.html", b"\x00\x01\x02" * (MAX_PAGE_BYTES // 2), "binary data"),
        ("long.txt", b"x" * 50_000_000, "more than the 5 MB"),
        ("bomb.html.gz", gzip.compress(bytes(50_000_000)), "binary data"),
        ("bomb.txt.gz", gzip.compress(b"a " * 25_000_000), "more than the 5 MB"),
        ("cut.txt.gz", gzip.compress(b"x")[:9], "the gzip ends too soon: fetch it again"),
        ("empty.html", b"", "the page has no text"),
    ],
)
def test_single_page_that_is_none(name: str, data: bytes, problem: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)

    [skipped] = read_file(tmp_path / name)

    assert isinstance(skipped, Skipped)
    assert (skipped.origin, problem in skipped.reason) == (str(tmp_path / name), True)
    with pytest.raises(InputError, match=problem):
        read(tmp_path / name)


def test_cut_gzip_of_a_page_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.html.gz"
    words = "".join(f"<p>{SENTENCE} {number * 7919}</p>" for number in range(2000))
    path.write_bytes(gzip.compress(words.encode())[:-2000])

    page = read(path)

    assert page.lines[0].text == f"{SENTENCE} 0"
    assert "the gzip ends too soon: what unpacked is read" in page.warnings


# ---- JSON Lines ----------------------------------------------------------------------------------------------------

RECORDS = [
    {"url": "https://a.example/1", "html": HTML, "crawled_at": "2023-04-05"},
    {"link": "https://a.example/2", "title": "Tên bài", "content": SENTENCE},
    {"body": f"<div><p>Một</p><p>{SENTENCE}</p></div>"},
]


def lines(*records: object) -> bytes:
    return b"".join(
        record if isinstance(record, bytes) else json.dumps(record, ensure_ascii=False).encode() + b"\n"
        for record in records
    )


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "dump", "a.jsonl.gz"])
def test_json_lines(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(lines(*RECORDS)) if name.endswith(".gz") else lines(*RECORDS))

    pages = read_file(path)

    assert summary(pages, tmp_path) == [f"{name}#1 Đầu đề", f"{name}#2 Tên bài", f"{name}#3 Một"]
    assert [page.url for page in pages if isinstance(page, Page)] == [
        "https://a.example/1",
        "https://a.example/2",
        None,
    ]


def test_guessed_fields_pass_over_what_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        lines({"html": None, "text": 7, "page": 3, "body": SENTENCE, "url": {}, "title": [], "pubdate": 1})
    )

    [page] = read_file(path)

    assert isinstance(page, Page)
    assert (texts(page), page.url, page.published) == ([SENTENCE], None, None)


def test_fields_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"html": "<p>Không", "nd": HTML, "tx": "Chữ", "nguon": "https://b.example", "url": "x"}))

    [as_html] = read_file(path, fields=Fields(html="nd", url="nguon"))
    [as_text] = read_file(path, fields=Fields(text="tx"))
    [neither] = read_file(path, fields=Fields(text="gone"))

    assert isinstance(as_html, Page) and isinstance(as_text, Page) and isinstance(neither, Skipped)
    assert (as_html.lines[0].text, as_html.url) == ("Đầu đề", "https://b.example")
    assert as_text.lines[0].text == "Chữ"
    assert neither.reason == "the field 'gone' is missing or empty: name another"


def test_bad_lines_are_named_with_their_place_and_the_others_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 500)
    path = tmp_path / "a.jsonl"
    good = lines({"text": SENTENCE})
    bad = [
        b'{"text": \n',
        b"\n",
        b"[1]\n",
        b"[" * 300 + b"\n",
        b'{"x": "' + b"y" * 5000 + b'"}\n',
        b'{"id": 1}\n',
        b"\xff\n",
    ]
    path.write_bytes(lines(good, *bad, good))

    found = summary(read_file(path), tmp_path)

    size = len(good)
    assert found[0] == f"a.jsonl#1 {SENTENCE}"
    assert found[1].startswith(f"a.jsonl#2 (byte {size}): not JSON: ")
    assert (
        found[2]
        == f"a.jsonl#3 (byte {size + 11}): JSON, but no object: put one object on each line (jq -c '.[]' does it)"
    )
    assert found[3].startswith(f"a.jsonl#4 (byte {size + 15}): not JSON")
    assert found[4].startswith(f"a.jsonl#5 (byte {size + 316}): a line of more than")
    assert found[5].startswith(f"a.jsonl#6 (byte {size + 5326}): no field with a page (fields: id)")
    assert found[6].startswith("a.jsonl#7") and "not JSON" in found[6]
    assert found[7] == f"a.jsonl#8 {SENTENCE}"


def test_cut_gzip_of_json_lines_gives_what_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines(*({"text": f"{SENTENCE} {number * 7919}"} for number in range(1000))))[:-1500])

    *pages, half, rest = read_file(path)

    assert len(pages) > 300 and all(isinstance(page, Page) for page in pages)
    assert isinstance(half, Skipped) and half.reason.startswith("not JSON")
    assert isinstance(rest, Skipped) and rest.reason == "the gzip ends too soon: the records behind it are lost"


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"text": SENTENCE * 200}) * 600)  # some 10 MB

    tracemalloc.start()
    count = sum(1 for _ in read_pages(Source(path), Reading()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 600
    assert peak < 3_000_000


def test_many_pages_are_no_single_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(*RECORDS))

    with pytest.raises(InputError, match="use read_many"):
        read(path)
    assert len(list(read_many(path, tmp_path))) == 6


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(lines(*RECORDS)))))

    assert summary(read_pages(Source(None), Reading()), Path()) == ["-#1 Đầu đề", "-#2 Tên bài", "-#3 Một"]


# ---- optional packages ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "package", "line"),
    [
        ("a.parquet", b"PAR1", "pyarrow", "pip install 'baocongdoan[parquet]'"),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\n", "fastwarc", "pip install 'baocongdoan[warc]'"),
    ],
)
def test_missing_extra_names_the_line_that_installs_it(
    name: str, data: bytes, package: str, line: str, *, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_bytes(data)
    importing = builtins.__import__

    def without(module: str, *arguments: Any, **options: Any) -> Any:
        if module.partition(".")[0] == package:
            raise ImportError(module)
        return importing(module, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without)

    [skipped] = read_file(tmp_path / name)

    assert isinstance(skipped, Skipped) and skipped.reason.endswith(line)
    assert issubclass(MissingExtraError, InputError)


def test_bytes_with_a_name_that_says_html() -> None:
    assert read_bytes(b"<b>H\xe1\xbb\x8dp", Reading(), origin="a.html").lines[0].text == "Họp"
