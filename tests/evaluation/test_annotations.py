from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from baocongdoan.errors import BaocongdoanError, InputError, RecordError
from baocongdoan.evaluation.annotations import load_annotations, read_annotation

PAGE = "Trang chủ\n\nCông đoàn xã Đông Mỹ trao quà\nTrao 40 suất quà, thêm 40 suất quà; 40 suất quà cuối.\n"
LINES = [{"line": 1, "role": "boilerplate"}, {"line": 3, "role": "title"}, {"line": 4, "role": "body"}]


def _write(folder: Path, *facts: dict[str, Any], page: str | None = PAGE, **article: Any) -> Path:
    path = folder / "trao_qua.json"
    record = {"schema": 1, "article": {"url": None, "lines": LINES} | article, "facts": list(facts)}
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    if page is not None:
        path.with_suffix(".txt").write_text(page, encoding="utf-8")
    return path


def _gift(**fields: Any) -> dict[str, Any]:
    fact = {"kind": "count", "line": 4, "quote": "40 suất quà", "measure": "gifts", "value": 40, "unit": "suất quà"}
    return fact | {"value_to": None, "qualifier": "exact", "status": "reported", "part_of": None} | fields


@pytest.mark.parametrize(("occurrence", "start"), [(None, 35), (1, 35), (2, 53), (3, 66)])
def test_quote_is_found_at_its_occurrence_in_its_line(occurrence: int | None, start: int, tmp_path: Path) -> None:
    where = {} if occurrence is None else {"occurrence": occurrence}

    annotated = read_annotation(_write(tmp_path, _gift(**where)))

    assert annotated is not None
    [found] = annotated.facts
    kept = "Công đoàn xã Đông Mỹ trao quà\nTrao 40 suất quà, thêm 40 suất quà; 40 suất quà cuối."
    assert found.fact.start == start
    assert kept[found.fact.start : found.fact.end] == "40 suất quà"


def test_the_text_is_made_of_the_page_unless_it_is_given(tmp_path: Path) -> None:
    made, given = (read_annotation(_write(tmp_path, _gift(), **article)) for article in ({}, {"text": "Khác"}))

    assert made is not None
    assert given is not None
    assert made.article.text == "Công đoàn xã Đông Mỹ trao quà\nTrao 40 suất quà, thêm 40 suất quà; 40 suất quà cuối."
    assert [line.start for line in made.article.lines] == [None, 0, 30]
    assert given.article.text == "Khác"


def test_doubts_and_names_are_kept(tmp_path: Path) -> None:
    annotated = read_annotation(_write(tmp_path, _gift(doubt=["kind", "unit"])))

    assert annotated is not None
    assert (annotated.name, annotated.article.id, annotated.article.origin) == ("trao_qua", "trao_qua", "trao_qua.txt")
    assert annotated.facts[0].doubt == {"kind", "unit"}
    assert annotated.facts[0].optional


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (_gift(quote="50 suất quà"), r"facts\[0\].quote: '50 suất quà' does not stand 1 times in line 4"),
        (_gift(occurrence=4), r"facts\[0\].quote: .* 4 times"),
        (_gift(line=1), r"facts\[0\].line: 1 is no line of the article"),
        (_gift(line=None), r"facts\[0\].line: None"),
        (_gift(status="done"), r"facts\[0\].status: invalid enum value 'done'"),
        (_gift(kind="gift"), r"facts\[0\].kind: 'gift'"),
        ("gift", r"facts\[0\]: an object is wanted"),
    ],
)
def test_faulty_annotation_names_file_and_field(fact: Any, problem: str, tmp_path: Path) -> None:
    path = _write(tmp_path, fact)

    with pytest.raises(RecordError, match=problem) as refused:
        read_annotation(path)
    assert str(refused.value).startswith(f"{path}: ")


def test_without_page_the_offsets_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no page"):
        read_annotation(_write(tmp_path, _gift(), page=None))

    annotated = read_annotation(_write(tmp_path, _gift(start=5, end=16), page=None))
    assert annotated is not None
    assert annotated.facts[0].fact.start == 5


def test_folder_gives_its_annotated_articles(tmp_path: Path) -> None:
    _write(tmp_path, _gift())
    (tmp_path / "floors.json").write_text("{}")

    assert list(load_annotations(tmp_path)) == ["trao_qua"]


@pytest.mark.parametrize("name", ["", "gone"])
def test_folder_without_annotations_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no annotated article|is no folder"):
        load_annotations(tmp_path / name)


def test_broken_json_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"facts": [')

    with pytest.raises(BaocongdoanError, match=r"a\.json: not valid JSON"):
        load_annotations(tmp_path)
