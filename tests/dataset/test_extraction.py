"""The work as a pure function over Arrow batches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import baocongdoan
from baocongdoan.dataset import PAGES, RESULTS, Settings, extract_batches, page_batches
from baocongdoan.dataset.extraction import extract_batch
from baocongdoan.errors import LexiconError
from baocongdoan.pages.fields import Fields

MEASURES = """
[lists]
loom = ["khung cửi"]
[[entry]]
name = "looms"
meaning = "looms"
units = ["loom"]
examples = ["mua 3 khung cửi"]
"""


def rows(*pages: dict[str, Any], settings: Settings | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = extract_batch(
        pa.RecordBatch.from_pylist(list(pages)), settings or Settings()
    ).to_pylist()
    return found


def test_a_row_for_every_page_in_their_order(make_article: Any) -> None:
    texts = [make_article(1), "Only English text stands here.", "", make_article(2)]

    found = rows(*({"text": text, "origin": f"t#{number}"} for number, text in enumerate(texts)))

    assert [row["origin"] for row in found] == ["t#0", "t#1", "t#2", "t#3"]
    assert [row["error"] is None for row in found] == [True, False, False, True]
    assert found[1]["error"].startswith("not Vietnamese")
    assert found[2]["error"].startswith("no field with a page")


def test_batches_are_kept_apart(make_pages: Any, make_article: Any) -> None:
    batches = [make_pages([make_article(1)]), make_pages([make_article(2), make_article(3)])]

    found = list(extract_batches(iter(batches)))

    assert [batch.num_rows for batch in found] == [1, 2]
    assert all(batch.schema == RESULTS for batch in found)


def test_what_is_found_is_what_extract_finds(make_article: Any) -> None:
    [row] = rows({"content": make_article(1), "url": "https://tin.example/1"})
    wanted = baocongdoan.extract(make_article(1), url="https://tin.example/1")

    assert (row["article_id"], row["text"], row["title"]) == (
        wanted.article.id,
        wanted.article.text,
        wanted.article.title,
    )
    assert [fact["quote"] for fact in row["found"]] == [fact.quote for fact in wanted.facts]
    assert [line["role"] for line in row["lines"]] == [line.role for line in wanted.article.lines]


def test_pages_of_files_are_read_as_they_are(tmp_path: Path, make_article: Any) -> None:
    """Encodings, headlines in fields of their own and notes survive the way through Arrow."""
    html = "<html><meta charset=utf-8><h1>Đầu đề</h1>" + "".join(
        f"<p>{line}</p>" for line in make_article(1).split("\n")
    )
    (tmp_path / "a.html").write_bytes(html.encode("cp1258", "xmlcharrefreplace"))
    (tmp_path / "b.jsonl").write_text('{"title": "Tập huấn", "text": "LĐLĐ tỉnh mở 8 lớp nghề."}\n{"no": 1}')

    batches = list(page_batches([str(tmp_path)]))
    found = [row for batch in extract_batches(iter(batches), Settings(clean=False)) for row in batch.to_pylist()]

    assert all(batch.schema == PAGES for batch in batches)
    pages = [
        page if isinstance(page, baocongdoan.Skipped) else baocongdoan.extract(page, clean=False)
        for page in baocongdoan.read_many(tmp_path)
    ]
    assert [row["text"] for row in found] == [getattr(getattr(page, "article", None), "text", None) for page in pages]
    assert (found[2]["error"], found[2]["origin"]) == (pages[2].reason, pages[2].origin)
    assert found[0]["notes"]


@pytest.mark.parametrize(
    ("settings", "page", "measure"),
    [
        (Settings(clean=False, measures=MEASURES), {"text": "Xã mua 12 khung cửi."}, "looms"),
        (Settings(clean=False, fields=Fields(text="nd")), {"nd": "Huyện mở 8 lớp tập huấn."}, "training_classes"),
    ],
)
def test_settings(settings: Settings, page: dict[str, Any], measure: str) -> None:
    [row] = rows(page, settings=settings)

    assert [fact["measure"] for fact in row["found"] if fact["kind"] == "count"] == [measure]


def test_memory_is_left_to_whoever_guards_us(monkeypatch: pytest.MonkeyPatch, make_pages: Any) -> None:
    def greedy(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("baocongdoan.dataset.extraction.extract_article", greedy)

    with pytest.raises(MemoryError):
        extract_batch(make_pages(["LĐLĐ tỉnh mở 8 lớp."]), Settings(clean=False))


def test_a_fault_of_ours_is_an_error_of_the_page(monkeypatch: pytest.MonkeyPatch, make_pages: Any) -> None:
    monkeypatch.setattr("baocongdoan.dataset.extraction.extract_article", lambda *_, **__: 1 / 0)

    [row] = extract_batch(make_pages(["LĐLĐ tỉnh mở 8 lớp."]), Settings(clean=False)).to_pylist()

    assert row["error"] == "internal error ZeroDivisionError: division by zero; please report it"


def test_a_bad_lexicon_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "measures.toml").write_text("[x")

    with pytest.raises(LexiconError, match=r"measures.toml: not valid TOML"):
        Settings.load(measures=tmp_path / "measures.toml")
