"""WARC to pages: whole files, files cut anywhere, damaged records, bombs."""

from __future__ import annotations

import gzip
import io
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from baocongdoan.pages.front_door import read_pages
from baocongdoan.pages.inputs import Source
from baocongdoan.pages.reading import Reading
from baocongdoan.records import Page, Skipped

from .conftest import HTML, read_file, summary, texts


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
