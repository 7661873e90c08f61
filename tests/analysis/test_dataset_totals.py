"""Totals over many articles: one trap a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .conftest import (
    BODIES,
    COUNTRY,
    DISTRICT,
    FIRM,
    HALF,
    LATER_HALF,
    MERGED,
    NINE_MONTHS,
    OTHER_DISTRICT,
    OTHER_PROVINCE,
    PROVINCE,
    QUARTER,
    TERM,
    UNTOLD,
    Facts,
    count,
)

ONE_RESULT = {
    "one article": ([count("a", 100)], (100, 1, 1, 0)),
    "three articles": ([count("a", 100), count("b", 100), count("c", 100)], (100, 1, 3, 0)),
    "a near copy": ([count("a", 100), count("b", 100, duplicate_of="a")], (100, 1, 1, 0)),
    "a repetition": ([count("a", 100), count("a", 100, id="f2", repeats="f1")], (100, 1, 1, 0)),
    "a repetition that says more exactly": (
        [count("a", 12_000, qualifier="over"), count("a", 12_450, id="f2", repeats="f1")],
        (12_450, 1, 1, 0),
    ),
    "a repetition that was not seen": ([count("a", 100), count("a", 100, id="f2")], (100, 1, 1, 0)),
    "a repetition with the owner and the period": (
        [count("a", 100, None, UNTOLD), count("a", 100, id="f2", repeats="f1")],
        (100, 1, 1, 0),
    ),
    "two things counted apart": ([count("a", 21), count("a", 8, id="f2")], (29, 1, 1, 0)),
    "two things, and one article that sums them up": (
        [count("a", 21), count("a", 8, id="f2"), count("b", 29)],
        (29, 1, 2, 0),
    ),
    "two things, and one article that tells one of them": (
        [count("a", 21), count("a", 8, id="f2"), count("b", 8)],
        (29, 1, 2, 0),
    ),
    "two things, and one article that tells one of them roughly": (
        [count("a", 210), count("a", 80, id="f2"), count("b", 200, qualifier="over")],
        (290, 1, 2, 0),
    ),
    "two things, and one article that tells another": (
        [count("a", 21), count("a", 8, id="f2"), count("b", 9)],
        (9, 1, 1, 1),
    ),
    "a rounded number": ([count("a", 12_450), count("b", 12_000, qualifier="over")], (12_450, 1, 2, 0)),
    "rounded alone": (
        [count("a", 12_000, qualifier="over"), count("b", 13_000, qualifier="nearly")],
        (13_000, 1, 2, 0),
    ),
    "rounded from above": ([count("a", 12_450), count("b", 12_500, qualifier="nearly")], (12_450, 1, 2, 0)),
    "a rounded number that is another": ([count("a", 12_450), count("b", 13_000, qualifier="over")], (13_000, 1, 1, 1)),
    "a range": ([count("a", 90, value_to=110), count("b", 100)], (100, 1, 2, 0)),
    "a conflict": ([count("a", 100), count("b", 130)], (130, 1, 1, 1)),
    "a correction in a near copy": ([count("a", 100), count("b", 130, duplicate_of="a")], (130, 1, 1, 1)),
    "a copy of what was corrected": (
        [count("a", 100), count("b", 130), count("c", 100, duplicate_of="a")],
        (130, 1, 1, 1),
    ),
    "rounded between two that differ": (
        [count("a", 12_450), count("b", 12_540), count("c", 12_000, qualifier="over")],
        (12_540, 1, 2, 1),
    ),
    "rounded beside one of two that differ": (
        [count("a", 12_450), count("b", 13_540), count("c", 12_000, qualifier="over")],
        (12_450, 1, 2, 1),
    ),
    "a part": ([count("a", 100), count("a", 30, id="f2", part_of="f1")], (100, 1, 1, 0)),
    "a part of a part": (
        [count("a", 100), count("a", 30, id="f2", part_of="f1"), count("a", 9, id="f3", part_of="f2")],
        (100, 1, 1, 0),
    ),
    "a part of something else": ([count("a", 100, part_of="f9")], (100, 1, 1, 0)),
    "a part of another owner": ([count("a", 100), count("a", 30, DISTRICT, id="f2", part_of="f1")], (100, 1, 1, 0)),
    "a target beside it": ([count("a", 100), count("a", 150, id="f2", status="target")], (100, 1, 1, 0)),
    "a yearly figure beside it": ([count("a", 100), count("a", 90, id="f2", recurrence="year")], (100, 1, 1, 0)),
    "a price beside it": ([count("a", 100), count("a", 5, id="f2", per="phần")], (100, 1, 1, 0)),
    "a rate beside it": ([count("a", 100), count("a", 5, id="f2", unit="%")], (100, 1, 1, 0)),
    "a half-year in its year": ([count("a", 100), count("b", 40, period=HALF)], (100, 1, 1, 0)),
    "two half-years": ([count("a", 40, period=HALF), count("b", 60, period=LATER_HALF)], (100, 2, 2, 0)),
    "half a year in nine months": ([count("a", 40, period=HALF), count("b", 70, period=NINE_MONTHS)], (70, 1, 1, 0)),
    "a quarter in half a year, beside the other half": (
        [count("a", 20, period=QUARTER), count("b", 40, period=HALF), count("c", 5, period=LATER_HALF)],
        (45, 2, 2, 0),
    ),
    "since the year began, and no end told": (
        [count("a", 40, period=("2023-01-01", None), published="2023-05-05", published_day="2023-05-05")],
        (40, 1, 1, 0),
    ),
    "a district below": ([count("a", 100), count("b", 30, DISTRICT)], (100, 1, 1, 0)),
    "a district's half-year below": ([count("a", 100), count("b", 30, DISTRICT, HALF)], (100, 1, 1, 0)),
    "a district, and the province's other half": (
        [count("a", 100, period=HALF), count("b", 30, DISTRICT, LATER_HALF)],
        (130, 2, 2, 0),
    ),
    "a district's year across the province's half": (
        [count("a", 100, period=HALF), count("b", 30, DISTRICT)],
        (100, 1, 1, 0),
    ),
    "districts' years across the province's day": (
        [count("a", 10, period=("2023-05-01", "2023-05-01")), count("b", 30, DISTRICT), count("c", 40, OTHER_DISTRICT)],
        (70, 2, 2, 0),
    ),
    "a district's year in the province's two halves": (
        [count("a", 50, period=HALF), count("b", 50, period=LATER_HALF), count("c", 300, DISTRICT)],
        (100, 2, 2, 0),
    ),
    "districts without their province": ([count("a", 30, DISTRICT), count("b", 40, OTHER_DISTRICT)], (70, 2, 2, 0)),
    "a firm that was called a part of its district": (
        [count("a", 30, DISTRICT), count("a", 9, FIRM, id="f2", part_of="f1"), count("b", 9, FIRM)],
        (30, 1, 1, 0),
    ),
    "a corporation's union, which is not the province's": (
        [count("a", 100), count("b", 30, "Công đoàn Tổng công ty Đường sắt")],
        (130, 2, 2, 0),
    ),
    "a party committee, which is not the union's": (
        [count("a", 100), count("b", 30, "Tỉnh ủy Bắc Giang")],
        (130, 2, 2, 0),
    ),
}


@pytest.mark.parametrize(("counts", "wanted"), ONE_RESULT.values(), ids=ONE_RESULT.keys())
def test_a_province_and_a_year(counts: Facts, wanted: tuple[Any, ...], ask: Callable[..., Any]) -> None:
    assert ask(counts, map="before-2025") == [("Bắc Giang", "2023", *wanted)]


ROWS: dict[str, tuple[Facts, dict[str, Any], list[tuple[Any, ...]]]] = {
    "a term is no year": (
        [count("a", 100), count("b", 900, period=TERM)],
        {},
        [("Bắc Ninh", "2018-2023", 900, 1, 1, 0), ("Bắc Ninh", "2023", 100, 1, 1, 0)],
    ),
    "a term holds its years where nobody asks for years": (
        [count("a", 100), count("b", 900, period=TERM)],
        {"by": ["province"]},
        [("Bắc Ninh", 900, 1, 1, 0)],
    ),
    "no period": (
        [count("a", 100), count("b", 70, period=UNTOLD)],
        {},
        [("Bắc Ninh", "2023", 100, 1, 1, 0), ("Bắc Ninh", "unknown", 70, 1, 1, 0)],
    ),
    "no period beside one, where nobody asks for years": (
        [count("a", 100), count("b", 70, period=UNTOLD)],
        {"by": "province"},
        [("Bắc Ninh", 100, 1, 1, 0)],
    ),
    "no period above one": (
        [count("a", 70, period=UNTOLD), count("b", 30, DISTRICT)],
        {"by": "province"},
        [("Bắc Ninh", 70, 1, 1, 0)],
    ),
    "open at its beginning": (
        [count("a", 100, period=(None, "2023-08-27"))],
        {},
        [("Bắc Ninh", "…-2023", 100, 1, 1, 0)],
    ),
    "no owner": (
        [count("a", 100), count("b", 70, None), count("c", 70, None), count("d", 80, None)],
        {},
        [("Bắc Ninh", "2023", 100, 1, 1, 0), ("unknown", "2023", 150, 2, 3, 0)],
    ),
    "an owner whom no article places": (
        [count("a", 100, "Công đoàn X")],
        {"by": ["province", "level"]},
        [("unknown", "unknown", 100, 1, 1, 0)],
    ),
    "the country covers all": (
        [count("a", 900, COUNTRY), count("b", 100), count("c", 200, OTHER_PROVINCE), count("d", 5, None)],
        {"by": ["year"]},
        [("2023", 900, 1, 1, 0)],
    ),
    "the country's month does not cover the provinces' years": (
        [count("a", 50, COUNTRY, ("2023-05-01", "2023-05-31")), count("b", 100), count("c", 200, OTHER_PROVINCE)],
        {"by": ["year"]},
        [("2023", 300, 2, 2, 0)],
    ),
    "the country has a row of its own": (
        [count("a", 900, COUNTRY), count("b", 100)],
        {},
        [("Bắc Ninh", "2023", 100, 1, 1, 0), ("whole country", "2023", 900, 1, 1, 0)],
    ),
    "a province covers no other": (
        [count("a", 100), count("b", 200, OTHER_PROVINCE), count("c", 9, "Công đoàn Dệt May")],
        {"by": []},
        [(309, 3, 3, 0)],
    ),
    "the merged province covers those that it was put together of": (
        [count("a", 900, MERGED), count("b", 100), count("c", 30, DISTRICT)],
        {},
        [("Bắc Ninh", "2023", 900, 1, 1, 0)],
    ),
    "levels and organisations cover nothing": (
        [count("a", 100), count("b", 30, DISTRICT), count("c", 40, OTHER_DISTRICT)],
        {"by": ["level"]},
        [("district", 70, 2, 2, 0), ("provincial", 100, 1, 1, 0)],
    ),
    "organisations": (
        [count("a", 100), count("a", 30, DISTRICT, id="f2", part_of="f1"), count("b", 30, DISTRICT)],
        {"by": ["organisation"]},
        [(DISTRICT, 30, 1, 2, 0), (PROVINCE, 100, 1, 1, 0)],
    ),
    "targets": (
        [count("a", 100), count("a", 150, id="f2", status="target"), count("b", 9, status="proposed")],
        {"status": "target"},
        [("Bắc Ninh", "2023", 150, 1, 1, 0)],
    ),
    "nothing but what is set aside": (
        [count("a", 90, recurrence="year")],
        {},
        [("Bắc Ninh", "2023", None, 0, 0, 0)],
    ),
}


@pytest.mark.parametrize(("counts", "question", "wanted"), ROWS.values(), ids=ROWS.keys())
def test_rows(counts: Facts, question: dict[str, Any], wanted: list[tuple[Any, ...]], ask: Callable[..., Any]) -> None:
    assert ask(counts, **{"map": "after-2025"} | question) == wanted


def stock(article: str, value: float, day: str | None, owner: str = PROVINCE) -> dict[str, Any]:
    return count(article, value, owner, (None, day), measure="members_total")


STOCKS = {
    "the latest day": (
        [stock("a", 900, "2023-06-30"), stock("b", 950, "2023-12-31")],
        [("2023", 950, 1, 1, 0)],
    ),
    "each year has its own": (
        [stock("a", 900, "2022-12-31"), stock("b", 950, "2023-12-31")],
        [("2022", 900, 1, 1, 0), ("2023", 950, 1, 1, 0)],
    ),
    "two that differ on a day": (
        [stock("a", 900, "2023-12-31"), stock("b", 950, "2023-12-31")],
        [("2023", 950, 1, 1, 1)],
    ),
    "provinces are added, and cover their districts whatever the day": (
        [
            stock("a", 900, "2023-06-30"),
            stock("b", 90, "2023-12-31", DISTRICT),
            stock("c", 500, "2023-12-31", OTHER_PROVINCE),
        ],
        [("2023", 1400, 2, 2, 0)],
    ),
    "no day": ([stock("a", 900, None)], [("unknown", 900, 1, 1, 0)]),
}


@pytest.mark.parametrize(("counts", "wanted"), STOCKS.values(), ids=STOCKS.keys())
def test_stocks(counts: Facts, wanted: list[tuple[Any, ...]], ask: Callable[..., Any]) -> None:
    assert ask(counts, "members_total", by=["year"]) == wanted


@pytest.mark.parametrize(
    ("rule", "official", "value"),
    [
        ("latest", [], 130),
        ("witnesses", [], 100),
        ("official", [], 110),
        ("official", ["https://www.b.example/"], 100),
        ("official", ["nobody.example"], 130),
    ],
)
def test_rules(rule: str, official: list[str], value: float, ask: Callable[..., Any]) -> None:
    counts = [count("a", 100), count("b", 100), count("c", 110, site="congdoanbacgiang.vn"), count("d", 130)]

    [(total, _, _, conflicts)] = ask(counts, by=[], rule=rule, official=official)

    assert (total, conflicts) == (value, 1)


def test_no_fact_is_lost(make_dataset: Any, make_body: Any) -> None:
    """Every count of the measure and status is either used or not, with a reason."""
    counts = [one for counts, _ in ONE_RESULT.values() for one in counts]
    numbered = [one | {"id": f"f{number}", "part_of": None, "repeats": None} for number, one in enumerate(counts)]
    bodies = [make_body("a", name, *place) for name, place in BODIES.items()]

    table = make_dataset([*bodies, *numbered]).totals("members_admitted").arrow()

    told = [fact for column in ("used", "not_used") for facts in table[column].to_pylist() for fact in facts]
    reported = [one["id"] for one in numbered if one["status"] == "reported"]
    assert sorted(fact["id"] for fact in told) == sorted(reported)
    assert all(fact["why"] for facts in table["not_used"].to_pylist() for fact in facts)
    assert all(fact["quote"].startswith("kết nạp") for fact in told)
