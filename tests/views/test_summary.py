from __future__ import annotations

from typing import Any

import pytest

from baocongdoan.records import (
    Count,
    Date,
    Document,
    DocumentType,
    Fact,
    Granularity,
    Level,
    Organisation,
    OrganisationType,
    Person,
    Qualifier,
    Status,
)
from baocongdoan.views.summary import days, number, owner, period, summary

AT = {"quote": "x", "start": 0, "end": 1}
DATE = Date(**AT, granularity=Granularity.MONTH, first_day="2024-04-01", last_day="2024-04-30")
UNION = Organisation(
    **AT,
    name="Liên đoàn Lao động huyện An Lão",
    type=OrganisationType.UNION,
    level=Level.DISTRICT,
    province="Bình Định",
)
PLAN = Document(
    **AT,
    type=DocumentType.PLAN,
    number="12/KH-LĐLĐ",
    issuer="Liên đoàn Lao động tỉnh Hà Nam",
    organ="Ban Thường vụ",
    issued="2024-03-08",
    subject="Tháng Công nhân",
)
PERSON = Person(**AT, name="Lê A", role="Chủ tịch", organisation="Công đoàn Dệt may Việt Nam")


def _count(**fields: Any) -> Count:
    return Count(**AT | {"measure": "gifts", "value": 1200, "unit": "suất quà"} | fields)


@pytest.mark.parametrize(
    ("fact", "said", "whose", "when"),
    [
        (DATE, "month", "", "2024-04-01 – 2024-04-30"),
        (UNION, "Liên đoàn Lao động huyện An Lão, union, district, Bình Định", "", ""),
        (PLAN, "plan 12/KH-LĐLĐ, Tháng Công nhân", "Ban Thường vụ, Liên đoàn Lao động tỉnh Hà Nam", "2024-03-08"),
        (PERSON, "Lê A, Chủ tịch", "Công đoàn Dệt may Việt Nam", ""),
        (_count(), "gifts 1.200 suất quà", "", ""),
        (_count(value=30, value_to=40.5), "gifts 30–40,5 suất quà", "", ""),
        (_count(qualifier=Qualifier.AT_LEAST, last_day="2024-04-30"), "gifts ≥ 1.200 suất quà", "", "… – 2024-04-30"),
        (_count(status=Status.TARGET, part_of="f1"), "gifts 1.200 suất quà (target; part of f1)", "", ""),
        (_count(measure="amount", unit="đồng", per="suất"), "amount 1.200 đồng/suất", "", ""),
        (_count(measure="share", unit="%", of="CĐCS", recurrence="year"), "share 1.200 % (of CĐCS; each year)", "", ""),
        (_count(repeats="f2", rate_of="f3"), "gifts 1.200 suất quà (repeats f2; of the target f3)", "", ""),
    ],
    ids=str,
)
def test_fact_in_a_few_words(fact: Fact, said: str, whose: str, when: str) -> None:
    assert (summary(fact), owner(fact), period(fact)) == (said, whose, when)


@pytest.mark.parametrize(
    ("value", "written"), [(0, "0"), (1e12, "1.000.000.000.000"), (0.5, "0,5"), (1234.56, "1.234,56")]
)
def test_numbers_as_vietnamese_writes_them(value: float, written: str) -> None:
    assert number(value) == written


def test_open_sides() -> None:
    assert days("2024-01-01", None) == "2024-01-01 – …"
