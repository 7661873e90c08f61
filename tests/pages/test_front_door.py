"""Any input to pages: every format, with generated files, whole and broken."""

from __future__ import annotations

import builtins
import gzip
import io
import json
import sys
import tracemalloc
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.util import find_spec
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

SENTENCE = "Công đoàn ngành Y tế mở 12 lớp nghề cho những người thợ trẻ."
HTML = f"<!doctype html><html><body><h1>Đầu đề</h1><p>{SENTENCE}</p></body></html>"


def read_file(path: Path, **options: Any) -> list[Page | Skipped]:
    return list(read_pages(Source(path), Reading(**options)))


def summary(found: Iterable[Page | Skipped], folder: Path) -> list[str]:
    """Where each comes from and its first line, or why it is none."""
    said = [
        f"{page.origin} {page.lines[0].text}" if isinstance(page, Page) else str(page).split("; ")[0] for page in found
    ]
    return [line.replace(f"{folder}/", "") for line in said]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


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


# ---- Parquet -------------------------------------------------------------------------------------------------------


def write_parquet(path: Path, records: Sequence[dict[str, object]], rows: int = 2) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(
        pyarrow.Table.from_pylist(list(records)), path, row_group_size=rows, compression="none", use_dictionary=False
    )


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    day = date(2023, 4, 5)
    write_parquet(path, [{"url": f"https://a.example/{n}", "html": HTML, "n": n, "pubdate": day} for n in range(5)])

    pages = read_file(path)

    assert summary(pages, tmp_path) == [f"a.parquet#{n} Đầu đề" for n in range(1, 6)]
    assert isinstance(pages[4], Page)
    assert (pages[4].url, pages[4].published) == ("https://a.example/4", "2023-04-05")


def test_parquet_rows_without_a_page_and_damaged_groups(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_parquet(path, [{"text": f"{SENTENCE} {n}" if n != 1 else ""} for n in range(6)])
    data = bytearray(path.read_bytes())
    at = data.index(f"{SENTENCE} 2".encode()) - 100  # in the head of the second group's page
    data[at : at + 20] = b"\xff" * 20
    path.write_bytes(data)

    found = summary(read_file(path), tmp_path)

    assert found[0] == f"a.parquet#1 {SENTENCE} 0"
    assert found[1].startswith("a.parquet#2 (row 1): no field with a page")
    assert found[2].startswith("a.parquet (row 2): damaged row group, 2 rows lost")
    assert found[3:] == [f"a.parquet#5 {SENTENCE} 4", f"a.parquet#6 {SENTENCE} 5"]


def test_parquet_bomb_is_left_and_the_next_group_read(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    texts = pyarrow.table({"text": ["a " * 15_000_000, SENTENCE]})
    parquet.write_table(texts, path, row_group_size=1, compression="zstd", use_dictionary=False)

    assert summary(read_file(path), tmp_path) == [
        "a.parquet (row 0): a decompression bomb (more than 200 times its size), 1 rows left out",
        f"a.parquet#2 {SENTENCE}",
    ]


@pytest.mark.parametrize(
    ("records", "cut", "problem"),
    [([{"text": SENTENCE}], 10, "damaged Parquet file"), ([{"id": 1}], 0, "no column with a page (columns: id)")],
)
def test_parquet_that_is_none(records: list[dict[str, object]], cut: int, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_parquet(path, records)
    path.write_bytes(path.read_bytes()[: -cut or None])

    [skipped] = read_file(path)

    assert isinstance(skipped, Skipped) and problem in skipped.reason


# ---- WARC ----------------------------------------------------------------------------------------------------------


def answer(
    url: str,
    body: bytes = HTML.encode(),
    *,
    status: str = "200 OK",
    mime: str | None = "text/html; charset=utf-8",
    headers: str = "",
    record_type: str = "response",
) -> bytes:
    typed = f"Content-Type: {mime}\r\n" if mime else ""
    http = f"HTTP/1.1 {status}\r\n{typed}{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {record_type}\r\nWARC-Record-ID: <urn:uuid:{url}>\r\n"
        f"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:7], body[7:])) + b"0\r\n\r\n"


ANSWERS = [
    answer("https://a.example/robots.txt", b"x", mime="text/plain"),
    answer("https://a.example/1"),
    answer("https://a.example/gone", status="404 Not Found"),
    answer("https://a.example/asked", record_type="request"),
    answer("https://a.example/2", gzip.compress(HTML.encode()), headers="Content-Encoding: gzip\r\n"),
    answer(
        "https://a.example/3",
        chunked(gzip.compress(HTML.encode())),
        headers="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
    ),
    answer("https://a.example/4", headers="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
    answer("https://a.example/5", mime="text/html; charset=iso-8859-1"),
    answer("https://a.example/6", mime=None),
]
pytest_warc = pytest.mark.skipif(find_spec("fastwarc") is None, reason="needs the extra warc")


@pytest_warc
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "crawl"])
def test_warc_gives_the_html_answers(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"".join(map(gzip.compress, ANSWERS)) if name == "a.warc.gz" else b"".join(ANSWERS))

    pages = read_file(path)

    assert summary(pages, tmp_path) == [f"{name}#{n} Đầu đề" for n in range(1, 7)]
    assert [page.url for page in pages if isinstance(page, Page)] == [f"https://a.example/{n}" for n in range(1, 7)]
    assert isinstance(pages[4], Page) and pages[4].warnings == ("declared as iso-8859-1, read as utf-8",)


@pytest_warc
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc_from_standard_input(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"".join(map(gzip.compress, ANSWERS)) if name == "a.warc.gz" else b"".join(ANSWERS)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    assert len([page for page in read_pages(Source(None), Reading()) if isinstance(page, Page)]) == 6


@pytest_warc
def test_warc_cut_in_a_record_gives_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes((ANSWERS[1] + answer("https://a.example/2", HTML.encode() * 50))[:-500])

    first, cut = read_file(path)

    assert isinstance(first, Page) and not first.warnings
    assert isinstance(cut, Page) and "is cut off" in cut.warnings[-1]


@pytest_warc
@pytest.mark.parametrize("cut", range(1, 330, 8))
def test_warc_gz_cut_anywhere_loses_nothing_without_a_word(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    whole = gzip.compress(ANSWERS[1], mtime=0)
    path.write_bytes(whole + whole[:-cut])

    first, *others = read_file(path)

    assert isinstance(first, Page) and not first.warnings
    for cut_off in others:
        assert isinstance(cut_off, Skipped) or texts(cut_off) == texts(first) or "is cut off" in cut_off.warnings[-1]
    assert others or cut >= len(whole)


@pytest_warc
@pytest.mark.parametrize("packed", [True, False])
def test_warc_goes_on_behind_a_damaged_record(packed: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    pack = gzip.compress if packed else bytes
    good = pack(ANSWERS[1])
    damaged = good[:40] + b"\xff" * 60 + good[100:] if packed else b"no record at all\r\n\r\n"
    path.write_bytes(good + damaged + good + damaged + good)

    found = summary(read_file(path), tmp_path)

    assert [line for line in found if "Đầu đề" in line] == [f"a.warc#{n} Đầu đề" for n in (1, 2, 3)]
    assert sum("damaged WARC record" in line for line in found) == 2


@pytest_warc
def test_warc_with_bombs_and_other_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    bomb = gzip.compress(bytes(50_000_000))
    records = [
        answer("https://a.example/1", bomb, headers="Content-Encoding: gzip\r\n"),
        answer("https://a.example/2", b"<p>" + b"x" * 6_000_000),
        answer("https://a.example/3", b"no markup", mime=None),
        answer("http://[", HTML.encode()),
    ]
    path.write_bytes(b"".join(map(gzip.compress, records)))

    found = summary(read_file(path), tmp_path)

    assert [line.split(" ")[0] for line in found] == [f"a.warc.gz#{n}" for n in (1, 2, 3, 4)]
    assert "unpacks to more than the 5 MB" in found[0]
    assert "more than the 5 MB" in found[1]
    assert "neither its type nor its text" in found[2]
    assert found[3].endswith("Đầu đề")


@pytest_warc
def test_file_that_only_is_called_warc(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"hello " * 1000)

    [skipped] = read_file(path)

    assert isinstance(skipped, Skipped) and "the rest is lost" in skipped.reason


# ---- optional packages ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "package", "line"),
    [
        ("a.parquet", b"PAR1", "pyarrow", "pip install 'baocongdoan[parquet]'"),
        ("a.warc", ANSWERS[1], "fastwarc", "pip install 'baocongdoan[warc]'"),
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
