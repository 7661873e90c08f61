"""Totals by place, and what is told of each number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .conftest import (
    BODIES,
    DISTRICT,
    FIRM,
    HALF,
    LATER_HALF,
    MERGED,
    OTHER_DISTRICT,
    OTHER_PROVINCE,
    PROVINCE,
    Facts,
    count,
)

# ---- places ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("map_", "rows"),
    [
        (None, [("Bắc Giang", 100), ("Bắc Ninh", 900), ("Nghệ An", 200)]),
        ("before-2025", [("Bắc Giang", 100), ("Nghệ An", 200), ("unknown", 900)]),
        ("after-2025", [("Bắc Ninh", 900), ("Nghệ An", 200)]),
    ],
)
def test_maps(map_: str | None, rows: list[tuple[str, float]], ask: Callable[..., Any]) -> None:
    counts = [count("a", 100), count("b", 200, OTHER_PROVINCE), count("c", 900, MERGED)]

    assert [row[:2] for row in ask(counts, by=["province"], map=map_)] == rows


def test_the_same_name_before_and_after_the_mergers(make_dataset: Any, make_body: Any) -> None:
    bodies = [make_body("a", MERGED, "provincial", "Bắc Ninh"), make_body("b", MERGED, "provincial", "+Bắc Ninh")]

    totals = make_dataset([*bodies, count("a", 30, MERGED), count("b", 70, MERGED)]).totals(
        "members_admitted", ["organisation"]
    )

    assert [(row.group[0], row.value) for row in totals] == [
        (f"{MERGED} (Bắc Ninh)", 30),
        (f"{MERGED} (Bắc Ninh, merged)", 70),
    ]


@pytest.mark.parametrize(
    ("places", "rows"),
    [
        (["Tiền Giang", "Tiền Giang"], [("LĐLĐ huyện Châu Thành", 30)]),
        (["Tiền Giang", None], [("LĐLĐ huyện Châu Thành", 30)]),
        (["Tiền Giang", "+Đồng Tháp"], [("LĐLĐ huyện Châu Thành", 30)]),
        (
            ["Tiền Giang", "Bến Tre"],
            [("LĐLĐ huyện Châu Thành (Bến Tre)", 30), ("LĐLĐ huyện Châu Thành (Tiền Giang)", 30)],
        ),
    ],
)
def test_one_name_in_several_provinces(
    places: list[str | None], rows: list[tuple[str, float]], make_dataset: Any, make_body: Any
) -> None:
    name = "LĐLĐ huyện Châu Thành"
    facts = [make_body(article, name, "district", place) for article, place in zip("ab", places, strict=True)]

    totals = make_dataset([*facts, count("a", 30, name), count("b", 30, name)]).totals(
        "members_admitted", ["organisation"], map="before-2025"
    )

    assert [(row.group[0], row.value) for row in totals] == rows


# ---- what is told of a number ---------------------------------------------------------------------------------------

SENTENCES = {
    "one": ([count("a", 100), count("b", 100)], f"whole-year report of {PROVINCE} by 2 articles"),
    "rounded": (
        [count("a", 12_000, qualifier="over")],
        f"whole-year report of {PROVINCE}, told as a rounded number, by 1 article",
    ),
    "of one": (
        [count("a", 40, period=HALF), count("b", 60, period=LATER_HALF)],
        f"sum of 2 half-year reports of {PROVINCE} by 2 articles",
    ),
    "of several": (
        [count("a", 30, DISTRICT), count("b", 40, OTHER_DISTRICT), count("c", 5, FIRM)],
        "sum of 3 reports of 2 district unions and 1 grassroots union by 3 articles",
    ),
    "conflict": (
        [count("a", 12_450), count("b", 12_540)],
        f"whole-year report of {PROVINCE} by 1 article; 1 conflict settled by the latest publication "
        "(12,540, not 12,450)",
    ),
    "not added": (
        [
            count("a", 100),
            count("a", 30, id="f2", part_of="f1"),
            count("b", 40, period=HALF),
            count("c", 30, DISTRICT),
            count("d", 20, OTHER_DISTRICT),
        ],
        f"whole-year report of {PROVINCE} by 1 article; 2 district unions, 1 half-year report and 1 part not added",
    ),
    "nothing": ([count("a", 9, recurrence="year")], "nothing to add up; 1 yearly recurring figure not added"),
}


@pytest.mark.parametrize(("counts", "sentence"), SENTENCES.values(), ids=SENTENCES.keys())
def test_how(counts: Facts, sentence: str, make_dataset: Any, make_body: Any) -> None:
    bodies = [make_body(one["article_id"], one["organisation"], *BODIES[one["organisation"]]) for one in counts]
    unique = list({(row["article_id"], row["name"]): row for row in bodies}.values())

    [row] = make_dataset([*unique, *counts]).totals("members_admitted")

    assert row.how == sentence


def test_why_not_used(make_dataset: Any, make_body: Any) -> None:
    facts = [make_body(article, PROVINCE, "provincial", "Bắc Giang") for article in "abc"]
    counts = [count("a", 100), count("b", 130), count("c", 40, period=HALF)]

    [row] = make_dataset([*facts, *counts]).totals("members_admitted").arrow().to_pylist()

    assert [fact["article_id"] for fact in row["used"]] == ["b"]
    assert {fact["article_id"]: fact["why"] for fact in row["not_used"]} == {
        "a": "tells another value than the one that was taken (130)",
        "c": f"lies within a longer period of the same organisation ({PROVINCE}, whole-year of 2023: 130)",
    }


def test_how_totals_show_themselves(make_dataset: Any, make_body: Any) -> None:
    totals = make_dataset([make_body("a", PROVINCE, "provincial", "Bắc Giang"), count("a", 1250)]).totals(
        "members_admitted", by="province,year"
    )

    assert repr(totals) == "<DatasetTotals of members_admitted by province, year: 1 rows>"
    assert ">1.250</td>" in totals._repr_html_()
