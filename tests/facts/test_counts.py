"""Counts as a whole: the quote, the unit, the group of a share, recurrence."""

from __future__ import annotations

import pytest

from baocongdoan.pipeline import extract
from baocongdoan.records import Count, Qualifier, Status

QUOTES = [
    # from the verb that governs the number to the counted noun, else from the number
    ("Quận đã kết nạp 131 đoàn viên trong năm", "kết nạp 131 đoàn viên", "đoàn viên"),
    ("Công ty trao tặng 50 suất quà cho công nhân", "trao tặng 50 suất quà", "suất quà"),
    ("Đã tặng quà cho 300 công nhân", "tặng quà cho 300 công nhân", "công nhân"),
    ("Hội thi thu hút hơn 320 vận động viên", "hơn 320 vận động viên", "vận động viên"),
    ("Nhân dịp Tết, 240 công nhân được tặng quà", "240 công nhân", "công nhân"),
    ("Tổng kinh phí là 1,8 tỷ đồng", "1,8 tỷ đồng", "đồng"),
    # what stands between must be short and of one piece
    ("Tặng quà, vé xe cho 50 công nhân", "Tặng quà, vé xe cho 50 công nhân", "công nhân"),
    ("Trao quà Tết; tổng cộng 50 suất quà", "50 suất quà", "suất quà"),
    ("Trao quà cho công nhân: 50 suất quà", "50 suất quà", "suất quà"),
    ("Trao, ngay trong buổi sáng, tại hội trường, 50 suất quà", "50 suất quà", "suất quà"),
    ("Cả nước có 91,25 triệu lượt người", "91,25 triệu lượt người", "lượt người"),
]


def one(line: str) -> Count:
    [count] = extract(line, clean=False).counts
    return count


@pytest.mark.parametrize(("line", "quote", "unit"), QUOTES)
def test_quote_and_unit(line: str, quote: str, unit: str) -> None:
    count = one(line)

    assert count.quote.removeprefix("thu hút ").removeprefix("có ") == quote
    assert count.unit == unit


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("Có 95% CĐCS tổ chức hội nghị", "CĐCS"),
        ("Phấn đấu 100% cán bộ công đoàn được tập huấn", "cán bộ công đoàn"),
        ("Nữ chiếm 71,4%.", None),
    ],
)
def test_group_of_a_share(line: str, group: str | None) -> None:
    assert (one(line).measure, one(line).of) == ("share", group)


@pytest.mark.parametrize(
    ("line", "recurrence"),
    [
        ("Hằng năm, công ty tuyển dụng 500 công nhân", "year"),
        ("Mỗi năm có 300 đoàn viên được kết nạp", "year"),
        ("Năm nay, công ty tuyển dụng 500 công nhân", None),
        ("Công ty tuyển dụng 500 công nhân, hằng năm có thưởng", None),
    ],
)
def test_recurrence(line: str, recurrence: str | None) -> None:
    assert one(line).recurrence == recurrence


def test_a_count_has_all_that_its_words_say() -> None:
    count = one("Năm 2025, LĐLĐ tỉnh Tây Ninh phấn đấu trao ít nhất 2.000 suất quà cho công nhân")

    assert count == Count(
        id=count.id,
        quote="trao ít nhất 2.000 suất quà",
        start=count.start,
        end=count.end,
        confidence=count.confidence,
        measure="gifts",
        value=2000,
        unit="suất quà",
        qualifier=Qualifier.AT_LEAST,
        status=Status.TARGET,
        organisation="Liên đoàn Lao động tỉnh Tây Ninh",
        first_day="2025-01-01",
        last_day="2025-12-31",
    )


def test_a_range_and_a_price() -> None:
    count = one("Mỗi căn nhà được hỗ trợ từ 40 đến 60 triệu đồng")

    assert (count.value, count.value_to, count.per) == (40_000_000, 60_000_000, "căn nhà")


def test_what_an_act_is_for_is_its_issuers_target() -> None:
    line = "Theo Chương trình “20 nghìn suất ăn miễn phí cho công nhân” do LĐLĐ tỉnh Tây Ninh phát động, nhiều nơi vui."
    count = one(line)

    assert (count.value, count.status, count.organisation) == (
        20_000,
        Status.TARGET,
        "Liên đoàn Lao động tỉnh Tây Ninh",
    )


def test_only_unions_admit_members() -> None:
    """What union work alone counts is counted as nothing of the kind in an article that is on something else."""
    elsewhere = "Vườn rau xanh tốt quanh năm, bà con chăm tưới mỗi sáng và thu hoạch vào buổi chiều muộn. " * 8
    line = "Đã kết nạp 30 thành viên, trao 20 suất quà."

    measures = [
        [count.measure for count in extract(f"{whose} {elsewhere}{line}", clean=False).counts]
        for whose in ("Hợp tác xã Đồng Xanh bán rau.", "LĐLĐ tỉnh Tây Ninh họp.")
    ]

    assert [told[-1] for told in measures] == ["other", "gifts"]


def test_numbers_of_dates_and_acts_count_nothing() -> None:
    line = "Ngày 12/6/2024, tỉnh sơ kết Nghị quyết số 02-NQ/TW ngày 12/6/2021 và Nghị định 43/2013/NĐ-CP"

    assert extract(line, clean=False).counts == ()
