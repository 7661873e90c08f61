"""Explanations in words."""

from __future__ import annotations

from enum import Enum

import pytest

from baocongdoan.errors import InputError
from baocongdoan.facts.grounds import BodyBy, MeasureBy, OwnerBy, PeriodBy, StatusBy, YearBy
from baocongdoan.pipeline import explain
from baocongdoan.records import PlaceSource
from baocongdoan.views.explanation import WORDS, explanation

TEXT = (
    "Năm 2024, LĐLĐ tỉnh Tây Ninh phấn đấu kết nạp 300 đoàn viên theo Kế hoạch số 12/KH-LĐLĐ.\n"
    "Ông Lê Văn Sáu, Chủ tịch LĐLĐ tỉnh, cho biết Sở Y tế dự."
)


def rows(said: str) -> dict[str, str]:
    """The rows of an explanation of one fact by their names."""
    return {line[2:14].strip(): line[14:] for line in said.split("\n")[1:]}


@pytest.mark.parametrize("rules", [MeasureBy, OwnerBy, PeriodBy, StatusBy, PlaceSource, YearBy, BodyBy])
def test_every_rule_has_words(rules: type[Enum]) -> None:
    assert set(rules) <= set(WORDS)


def test_a_count_is_told_field_by_field() -> None:
    explained = explain(TEXT, clean=False)
    [count] = explained.extraction.counts

    assert rows(explanation(explained, count.id)) | {"says": ""} == {
        "says": "",
        "confidence": f"{count.confidence:.2f}",
        "number": "“300”, of a noun of the class units.toml: member",
        "measure": "members_admitted · a word near the number: “kết nạp”, line 1 "
        "(cues.toml: admit; measures.toml: members_admitted)",
        "owner": "Liên đoàn Lao động tỉnh Tây Ninh · acts in the clause of the number: “LĐLĐ tỉnh Tây Ninh”, line 1",
        "period": "2024-01-01 – 2024-12-31 · a time expression in the sentence of the number: “Năm 2024”, line 1",
        "status": "target · a word in front of the number: “phấn đấu”, line 1 (status.toml: aim)",
    }


@pytest.mark.parametrize(
    ("kind", "row", "said"),
    [
        ("date", "days", "2024-01-01 – 2024-12-31 · its year is printed in it"),
        ("organisation", "province", "Tây Ninh · printed in the name"),
        ("document", "issuer", "Liên đoàn Lao động tỉnh Tây Ninh · not named in the citation"),
        ("person", "body", "Liên đoàn Lao động tỉnh Tây Ninh · printed with the office"),
    ],
)
def test_facts_of_other_kinds_are_told_too(kind: str, row: str, said: str) -> None:
    explained = explain(TEXT, clean=False)
    fact = next(fact for fact in explained.extraction.facts if fact.kind == kind)

    assert rows(explanation(explained, fact.id))[row] == said


def test_a_place_that_the_name_leaves_out() -> None:
    explained = explain(TEXT, clean=False)
    department = explained.extraction.organisations[-1]

    assert rows(explanation(explained, department.id))["province"] == ("Tây Ninh · the place that the text speaks of")


def test_an_owner_of_whom_the_sentence_does_not_speak_is_quoted_where_it_is_named() -> None:
    explained = explain("LĐLĐ tỉnh Tây Ninh họp.\nNgười lao động được trao 50 suất quà.", clean=False)

    assert explanation(explained).endswith(
        "named “LĐLĐ tỉnh Tây Ninh”, line 1", 0, explanation(explained).index("\n  period")
    )


def test_all_counts_are_told_where_no_fact_is_named() -> None:
    said = explanation(explain("LĐLĐ tỉnh Tây Ninh mở 3 lớp và trao 50 suất quà.", clean=False))

    assert [block.split(" · ")[1] for block in said.split("\n\n")] == ["count", "count"]


def test_an_article_without_counts_says_so() -> None:
    assert explanation(explain("LĐLĐ tỉnh Tây Ninh họp.", clean=False)) == "The article counts nothing."


def test_an_unknown_fact_is_an_error_that_tells_the_known_ones() -> None:
    with pytest.raises(InputError, match="'f9': the article's are f1 to f1"):
        explanation(explain("LĐLĐ tỉnh Tây Ninh họp.", clean=False), "f9")
