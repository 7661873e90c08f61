"""What figures and words say as a time, and figures that look like a time and can be none."""

from __future__ import annotations

import pytest

from baocongdoan.language.text import Text
from baocongdoan.mentions.date_expressions import Expression, Point, Relation
from baocongdoan.mentions.dates import find_dates
from baocongdoan.records import Granularity

DAY, MONTH, QUARTER, HALF = Granularity.DAY, Granularity.MONTH, Granularity.QUARTER, Granularity.HALF
YEAR, SCHOOL_YEAR, RANGE, TERM = Granularity.YEAR, Granularity.SCHOOL_YEAR, Granularity.RANGE, Granularity.TERM


def expressions(text: str) -> list[Expression]:
    return [mention.expression for mention in find_dates(Text.plain(text))]


SAID = [
    # a day has its month's last one at the most, and 29 February may be one
    ("họp ngày 30/11", DAY, Point(None, 11, 30), Point(None, 11, 30)),
    ("họp ngày 31/12/2024", DAY, Point(2024, 12, 31), Point(2024, 12, 31)),
    ("họp ngày 29/2", DAY, Point(None, 2, 29), Point(None, 2, 29)),
    ("họp ngày 29 và 30/4/2024", RANGE, Point(2024, 4, 29), Point(2024, 4, 30)),
    # parts of a month
    ("trong nửa đầu tháng 7/2024", RANGE, Point(2024, 7, 1), Point(2024, 7, 15)),
    ("trong nửa cuối tháng 8/2024", RANGE, Point(2024, 8, 16), Point(2024, 8)),
    # quarters, alone and in a row
    ("trong quý III/2024", QUARTER, Point(2024, 7), Point(2024, 9)),
    ("trong quý I và quý II/2024", RANGE, Point(2024, 1), Point(2024, 6)),
    ("trong quý II, III năm 2024", RANGE, Point(2024, 4), Point(2024, 9)),
    # the first and the last months of a year
    ("trong 3 tháng đầu năm 2024", QUARTER, Point(2024, 1), Point(2024, 3)),
    ("trong 3 tháng cuối năm 2024", QUARTER, Point(2024, 10), Point(2024, 12)),
    ("trong 6 tháng đầu năm 2024", HALF, Point(2024, 1), Point(2024, 6)),
    ("trong 6 tháng cuối năm 2024", HALF, Point(2024, 7), Point(2024, 12)),
    ("trong 9 tháng đầu năm 2024", RANGE, Point(2024, 1), Point(2024, 9)),
    ("trong nửa đầu năm 2024", HALF, Point(2024, 1), Point(2024, 6)),
    ("trong nửa cuối năm 2024", HALF, Point(2024, 7), Point(2024, 12)),
    ("trong tháng 5-7/2024", RANGE, Point(2024, 5), Point(2024, 7)),
    # years and terms
    ("trong năm học 2022-2023", SCHOOL_YEAR, Point(2022, 9), Point(2023, 5)),
    ("trong giai đoạn 2020-2025", RANGE, Point(2020), Point(2025)),
    ("trong nhiệm kỳ 2023-2028", TERM, Point(2023), Point(2028)),
    ("trong nửa đầu nhiệm kỳ 2023 - 2028", HALF, Point(2023), Point(2025)),
    ("trong nửa cuối nhiệm kỳ 2023 - 2028", HALF, Point(2026), Point(2028)),
    (
        "trong nửa cuối nhiệm kỳ",
        HALF,
        Point(relation=Relation.TERM_HALVES, shift=1),
        Point(relation=Relation.TERM_ENDS),
    ),
    # two days with a year between them, or of two years
    ("mừng ngày thành lập 28/7 (1929 - 2024)", RANGE, Point(1929, 7, 28), Point(2024, 7, 28)),
    ("mừng (28/7/1929 - 28/7/2024)", RANGE, Point(1929, 7, 28), Point(2024, 7, 28)),
    ("từ ngày 28/12/2023 đến ngày 3/1/2024", RANGE, Point(2023, 12, 28), Point(2024, 1, 3)),
    ("từ ngày 3/1 đến 28/12", RANGE, Point(None, 1, 3), Point(None, 12, 28)),
    ("từ ngày 7 đến ngày 9-5-2024", RANGE, Point(2024, 5, 7), Point(2024, 5, 9)),
    ("trong ngày 5 và 6 tháng 5", RANGE, Point(None, 5, 5), Point(None, 5, 6)),
    ("trong tháng 11, 12 năm 2023", RANGE, Point(2023, 11), Point(2023, 12)),
    ("trong 5 tháng cuối năm 2024", RANGE, Point(2024, 8), Point(2024, 12)),
    ("trong 2 tháng đầu năm 2024", RANGE, Point(2024, 1), Point(2024, 2)),
    # brackets are no part of it
    ("họp hôm trước (10/6/2024)", DAY, Point(2024, 6, 10), Point(2024, 6, 10)),
    ("họp hôm 10/6/2024) và về", DAY, Point(2024, 6, 10), Point(2024, 6, 10)),
]


def weekday(number: int, week: str) -> Expression:
    """A weekday, of which Monday is 0."""
    return Expression.of(DAY, Point(relation=Relation.WEEKDAY, shift=number, phrase=week))


RELATIVE = [
    ("họp hôm thứ Tư", weekday(2, "vừa qua")),  # where no week is named it is the last one
    ("họp thứ 7 tuần trước", weekday(5, "tuần trước")),
    ("họp Chủ nhật tuần này", weekday(6, "tuần này")),
    ("vui đến hết năm", Expression(RANGE, None, Point(relation=Relation.YEAR))),
    ("vui từ đầu năm", Expression(RANGE, Point(relation=Relation.YEAR), None)),
    ("vui từ đầu nhiệm kỳ", Expression(RANGE, Point(relation=Relation.TERM_BEGINS), None)),
    ("vui đến cuối nhiệm kỳ", Expression(RANGE, None, Point(relation=Relation.TERM_ENDS))),
    ("họp cùng ngày", Expression.of(DAY, Point(relation=Relation.SAME_DAY))),
    ("họp tháng trước", Expression.of(MONTH, Point(relation=Relation.MONTH, shift=-1))),
]


@pytest.mark.parametrize(("text", "expression"), RELATIVE)
def test_what_counts_from_another_time(text: str, expression: Expression) -> None:
    assert expressions(text) == [expression]


@pytest.mark.parametrize(("text", "granularity", "first", "last"), SAID)
def test_what_is_said(text: str, granularity: Granularity, first: Point, last: Point) -> None:
    assert expressions(text) == [Expression(granularity, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "họp ngày 31/11",
        "họp ngày 31/6/2024",
        "họp ngày 30/2/2024",
        "họp ngày 32/1/2024",
        "họp ngày 30 và 31/4/2024",
        "trong giai đoạn 2025-2020",
        "trong nhiệm kỳ 2028-2023",
        "trong năm học 2023-2022",
        "trong quý IV và quý II năm 2024",
        "từ 28 đến 30/2 có mưa",
        "ngày 6 và 5/5/2024",
    ],
)
def test_what_can_be_no_time(text: str) -> None:
    assert expressions(text) == []


def test_two_months_apart_are_two() -> None:
    assert [one.granularity for one in expressions("lương tháng 7 và tháng 9")] == [MONTH, MONTH]
    assert [one.granularity for one in expressions("lương tháng 7 và tháng 8")] == [RANGE]
