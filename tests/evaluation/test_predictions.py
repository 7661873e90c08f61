"""Where predictions come from, and what is said where there are none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from baocongdoan import extract
from baocongdoan.errors import InputError, RecordError
from baocongdoan.evaluation.annotations import AnnotatedArticle
from baocongdoan.evaluation.predictions import predict, read_predictions
from baocongdoan.records import Extraction


def read(text: str, origin: str = "-") -> Extraction:
    extraction = extract(text, clean=False)
    return replace(extraction, article=replace(extraction.article, origin=origin))


HOMES = read("Năm 2024, LĐLĐ tỉnh Yên Bái trao 12 căn nhà.", "crawl/trao_nha.txt")


def test_articles_are_known_by_the_file_names_of_their_origins(tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    file.write_text(f"{HOMES.to_json()}\n{read('Có 3 lớp tập huấn.', 'lop.html').to_json()}\n", "utf-8")

    found = read_predictions(file)

    assert set(found.articles) == {"trao_nha", "lop"}
    assert found.articles["trao_nha"] == AnnotatedArticle.of("trao_nha", HOMES)
    assert found.failed == {}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot read the predictions"),
        (b"\xff\xfe{}", "cannot read the predictions"),
        (f"{HOMES.to_json()}\n{{".encode(), "said.jsonl, line 2: not valid JSON"),
        (b'{"schema": 99}', "said.jsonl, line 1: schema: this version reads"),
        (b"", "said.jsonl, line 1: not valid JSON"),
    ],
)
def test_what_is_no_prediction_is_told_with_its_place(tmp_path: Path, content: bytes | None, told: str) -> None:
    file = tmp_path / "said.jsonl"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(InputError if "cannot read" in told else RecordError, match=told):
        read_predictions(file)


def test_a_page_that_gives_nothing_is_named_with_the_reason(tmp_path: Path) -> None:
    def extracted(page: Path) -> Extraction:
        if page.stem == "empty":
            raise InputError("empty.txt: no text")
        return HOMES

    pages = {"good": tmp_path / "good.txt", "empty": tmp_path / "empty.txt", "gone": None}
    gold = {name: AnnotatedArticle(name, HOMES.article, (), page=page) for name, page in pages.items()}

    found = predict(gold, extracted)

    assert set(found.articles) == {"good"}
    assert found.failed == {
        "empty": "empty.txt: no text",
        "gone": "no page (NAME.txt or NAME.html) lies beside the annotation",
    }
