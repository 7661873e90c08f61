"""The files that the examples of the documentation speak of, made of the annotated corpus."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path

__all__ = ["ROOT", "lay_out", "toml_of_guide"]

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "corpora" / "articles"

_NAMES = sorted(path.stem for path in ARTICLES.glob("a0*.txt"))


def toml_of_guide(guide: str) -> str:
    """The one TOML file that a guide of the documentation shows under a name."""
    page = (ROOT / "docs" / "how-to" / guide).read_text(encoding="utf-8")
    [toml] = re.findall(r'^```toml title="[^"]+"\n(.*?)^```$', page, re.MULTILINE | re.DOTALL)
    return str(toml)


def lay_out(folder: Path) -> None:
    """Write into the folder what the pages name without showing it: ``crawl/``, ``pages/``, ``dump.parquet``, …"""
    import pyarrow as pa  # here, so that tests which only want a guide's file do without
    from pyarrow import parquet

    (folder / "corpora").symlink_to(ROOT / "corpora")
    one, two, three, four, *_ = [ARTICLES / f"{name}.txt" for name in _NAMES]
    shutil.copy(one, folder / "page.txt")
    for name, pages in {"pages": (one, two), "crawl": (two, three)}.items():
        (folder / name).mkdir()
        for page in pages:
            shutil.copy(page, folder / name)
    for name in ("gold", "mine/corpus", "first", "second"):  # annotated articles
        (folder / name).mkdir(parents=True)
        for page in (one, two):
            shutil.copy(page, folder / name)
            shutil.copy(page.with_suffix(".json"), folder / name)
    (folder / "export.json").write_text(json.dumps([_submitted(three)]), encoding="utf-8")
    record = {"url": "https://tin.example/4", "text": four.read_text(encoding="utf-8")}
    for name in ("more.jsonl.gz", "dump.jsonl.gz"):
        (folder / name).write_bytes(gzip.compress(json.dumps(record).encode()))
    html = _html(four.read_text(encoding="utf-8"))
    parquet.write_table(pa.table({"raw": [html], "permalink": ["https://tin.example/4"]}), folder / "dump.parquet")
    for guide, name in (("measures.md", "mine.toml"), ("inputs.md", "sites.toml")):
        (folder / name).write_text(toml_of_guide(guide), encoding="utf-8")
    for name in ("more.warc.gz", "crawl.warc.gz"):
        (folder / name).write_bytes(gzip.compress(_answer("https://tin.example/4", html)))


def _submitted(path: Path) -> dict[str, object]:
    """A page as Label Studio exports it, where two people submitted what the extractor had found."""
    import baocongdoan
    from baocongdoan.exchange.label_studio import task_of
    from baocongdoan.exchange.samples import Sample

    task = task_of(Sample.of_page(path.stem, baocongdoan.read(path), baocongdoan.extract(path)))
    [found] = task["predictions"]
    people = ("an@example.org", "binh@example.org")
    submitted = [{"completed_by": {"email": who}, "result": found["result"]} for who in people]
    return {"data": task["data"], "annotations": submitted}


def _html(text: str) -> str:
    title, *paragraphs = filter(None, text.splitlines())
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<!DOCTYPE html><html><body><article><h1>{title}</h1>{body}</article></body></html>"


def _answer(url: str, html: str) -> bytes:
    """A record of a WARC file: a server's answer."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.encode()
    about = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-05T00:00:00Z\r\n"
    kind = f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    return (about + kind).encode() + http + b"\r\n\r\n"
