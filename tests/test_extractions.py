"""Several articles at once: what is read, what is skipped, how it shows itself, and its table of facts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import baocongdoan
from baocongdoan.dataset.schema import TABLES
from baocongdoan.errors import InputError, LexiconError, RecordError
from baocongdoan.extractions import Extractions
from baocongdoan.records import Article, Date, Extraction, Granularity

CRAWL = Path(__file__).parents[1] / "corpora" / "crawl"
SENTENCE = "Năm 2024, LĐLĐ tỉnh Yên Bái kết nạp 1.250 đoàn viên."


@pytest.fixture(scope="module")
def docs() -> Extractions:
    return baocongdoan.extract_many(CRAWL)


def test_every_page_is_read_or_skipped_with_the_reason(docs: Extractions) -> None:
    assert [doc.article.title for doc in docs] == [
        "Sơn La: Hơn 6.800 người lao động vào công đoàn",
        "Công đoàn Sơn La khép lại năm 2023 với 6.840 đoàn viên mới",
    ]
    [skipped] = docs.skipped
    assert skipped.origin.endswith("trang-chu.html")
    assert skipped.reason.startswith("no article")


def test_each_is_what_extract_gives(docs: Extractions) -> None:
    alone = baocongdoan.extract(CRAWL / "son-la-doan-vien.html")

    assert docs[0] == alone
    assert docs[-2:] == (docs[0], docs[1])


def test_settings_of_reading_and_extracting_hold(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"bai": text}) for text in (SENTENCE, "", SENTENCE)))

    docs = baocongdoan.extract_many(path, text_field="bai", clean=False, published="2024-12-30", min_confidence=0)
    unsure = baocongdoan.extract_many(path, text_field="bai", clean=False, min_confidence=1)

    assert [doc.article.origin for doc in docs] == [f"{path}#1", f"{path}#3"]
    assert docs[0].article.published == "2024-12-30"
    assert docs[0].counts[0].value == 1250
    assert sum(len(doc.facts) for doc in unsure) == 0
    assert [skipped.origin for skipped in docs.skipped] == [f"{path}#2"]


def test_what_is_wrong_with_the_settings_is_no_fault_of_the_pages(tmp_path: Path) -> None:
    measures = tmp_path / "mine.toml"
    measures.write_text("entry = 1")

    with pytest.raises(InputError, match="min_confidence is 80: give a probability"):
        baocongdoan.extract_many(CRAWL, min_confidence=80)
    with pytest.raises(LexiconError, match=r"mine\.toml"):
        baocongdoan.extract_many(CRAWL, measures=measures)


def test_a_notebook_shows_articles_facts_by_kind_and_what_was_skipped(docs: Extractions) -> None:
    shown = docs._repr_html_()

    assert "2 articles, 26 facts, 1 page skipped" in shown
    assert all(f">{doc.article.title}</td>" in shown for doc in docs)
    assert "trang-chu.html</td>" in shown
    assert "no article: no paragraph" in shown
    assert docs[0]._repr_html_() in shown


def test_nothing_read_is_shown_too() -> None:
    shown = baocongdoan.extract_many(Path("no such file.txt"))._repr_html_()

    assert "0 articles, 0 facts, 1 page skipped" in shown
    assert "no such file.txt" in shown


def test_articles_without_facts_make_an_empty_table_of_the_same_columns() -> None:
    none = Extraction(article=Article(id="a", origin="a.txt"))

    assert none.arrow().schema == TABLES["facts"]
    assert none.pandas().empty
    assert none.polars().is_empty()


@pytest.mark.parametrize(
    ("published", "day", "problem"),
    [
        ("2024-02-30", None, "article.published: '2024-02-30' is no ISO 8601 day"),
        (None, "31/12/2024", "last_day: '31/12/2024' is no ISO 8601 day"),
    ],
)
def test_a_day_that_is_none_is_told(published: str | None, day: str | None, problem: str) -> None:
    date = Date(quote="x", start=0, end=1, granularity=Granularity.DAY, first_day=None, last_day=day)
    doc = Extraction(article=Article(id="a", origin="-", text="x", published=published), facts=(date,))

    with pytest.raises(RecordError, match=problem):
        doc.arrow()
