from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import baocongdoan
from baocongdoan.errors import MissingExtraError, RecordError
from baocongdoan.exchange import from_huggingface, to_huggingface
from baocongdoan.records import (
    Article,
    Count,
    Document,
    DocumentType,
    Extraction,
    Line,
    Organisation,
    OrganisationType,
    OtherRole,
    Person,
    Role,
)

FULL = Extraction(
    article=Article(
        id="a1", origin="a.txt", title="Tin 🎉", authors=("N.V", "T.L"), text="Lê A, 8 lớp, 12/KH",
        lines=(Line(1, Role.META), Line(2, Role.BODY, 0, "learned")),
    ),
    facts=(
        Document(id="f1", quote="12/KH", start=13, end=18, type=DocumentType.PLAN, issued="2024-02-29", draft=True),
        Person(id="f2", quote="Lê A", start=0, end=4, name="Lê A", other_roles=(OtherRole("Trưởng ban"),)),
        Count(id="f3", quote="8 lớp", start=6, end=11, measure="training_classes", value=8, unit="lớp"),
        Count(id="f4", quote="8", start=6, end=7, measure="other", value=8.25, value_to=9, unit="", repeats="f3"),
        Organisation(id="f5", quote="Lê", start=0, end=2, name="Lê", type=OrganisationType.OTHER, mentions=("Lê", "L")),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def docs() -> list[Extraction]:
    extracted = baocongdoan.extract("Năm 2024, LĐLĐ tỉnh Lào Cai mở 8 lớp tập huấn. Ông Lê A dự.", clean=False)
    return [FULL, extracted, replace(FULL, facts=())]


@pytest.mark.engines
def test_extractions_come_back_from_a_dataset(docs: list[Extraction], tmp_path: Path) -> None:
    from datasets import load_from_disk

    dataset = to_huggingface(docs)
    dataset.save_to_disk(str(tmp_path / "set"))

    assert list(from_huggingface(dataset)) == docs
    assert list(from_huggingface(load_from_disk(str(tmp_path / "set")))) == docs
    [count] = [fact for doc in from_huggingface(dataset) for fact in doc.counts if fact.id == "f3" and doc.facts][:1]
    assert isinstance(count.value, int)


@pytest.mark.engines
def test_columns_are_typed(docs: list[Extraction]) -> None:
    features = to_huggingface(docs).features

    counts: Any = features["counts"]
    struct = getattr(counts, "feature", counts)
    assert struct["value"].dtype == "float64"
    assert struct["first_day"].dtype == "date32"
    assert {"dates", "organisations", "documents", "counts", "people", "text", "lines"} <= set(features)
    assert to_huggingface([]).features == features
    assert list(from_huggingface(to_huggingface([]))) == []


@pytest.mark.engines
def test_other_dataset_and_impossible_day_are_told() -> None:
    with pytest.raises(RecordError, match=r"row 0: .*to_huggingface"):
        list(from_huggingface([{"text": "Họp"}]))
    document = replace(FULL.documents[0], issued="2023-02-29")
    with pytest.raises(RecordError, match="fact f1"):
        to_huggingface([replace(FULL, facts=(document,))])


def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasets", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'baocongdoan\[datasets\]'"):
        to_huggingface([])
