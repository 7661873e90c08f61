"""What a headline leaves to the text under it: the period, the owner and the status of its counts."""

from __future__ import annotations

import pytest

from baocongdoan.pipeline import extract

TAY_NINH = "Liên đoàn Lao động tỉnh Tây Ninh"
GO_DAU = "Liên đoàn Lao động huyện Gò Dầu"
Told = tuple[str, str | None, str | None, str | None]


def told(headline: str, lead: str) -> list[Told]:
    """Status, owner and days of the headline's counts, of a page that appeared on 5 March 2024."""
    counts = extract(f"{headline}\n05/03/2024\n{lead}\n").counts
    return [
        (count.status.value, count.organisation, count.first_day, count.last_day)
        for count in counts
        if count.end <= len(headline)
    ]


HEADLINES: list[tuple[str, str, list[Told]]] = [
    # the exact number of the lead is the headline's rounded one
    (
        "Tây Ninh: Hơn 41.000 đoàn viên được thăm khám",
        "Năm 2023, LĐLĐ tỉnh Tây Ninh đã tổ chức thăm khám cho 41.304 đoàn viên tại các khu công nghiệp.",
        [("reported", TAY_NINH, "2023-01-01", "2023-12-31")],
    ),
    (
        "Tây Ninh có thêm 300 đoàn viên",
        "Trong quý I/2024, LĐLĐ huyện Gò Dầu kết nạp 300 đoàn viên, thành lập 2 CĐCS.",
        [("reported", GO_DAU, "2024-01-01", "2024-03-31")],
    ),
    (
        "Thêm 90 CĐCS ở Tây Ninh",
        "Năm 2024, LĐLĐ tỉnh Tây Ninh phấn đấu thành lập 90 CĐCS trong các doanh nghiệp.",
        [("target", TAY_NINH, "2024-01-01", "2024-12-31")],
    ),
    (
        "Kết nạp 300 đoàn viên, phấn đấu kết nạp 500 đoàn viên",
        "Năm 2023, LĐLĐ tỉnh Tây Ninh kết nạp 300 đoàn viên. Năm 2024, phấn đấu kết nạp 500 đoàn viên.",
        [
            ("reported", TAY_NINH, "2023-01-01", "2023-12-31"),
            ("target", TAY_NINH, "2024-01-01", "2024-12-31"),
        ],
    ),
    # what is given for a feast has its year
    (
        "Trao 500 suất quà Tết cho công nhân",
        "Nhân Tết Quý Mão 2023, LĐLĐ tỉnh Tây Ninh trao 500 suất quà cho công nhân các khu trọ.",
        [("reported", TAY_NINH, "2023-01-01", "2023-12-31")],
    ),
    # an honour is given on the day of the meeting, not in the year that it names
    (
        "Khen thưởng 12 tập thể xuất sắc",
        "Chiều 4/3/2024, LĐLĐ tỉnh Tây Ninh khen thưởng 12 tập thể năm 2023 trong hội nghị tổng kết.",
        [("reported", TAY_NINH, "2024-03-04", "2024-03-04")],
    ),
    (
        "Tôn vinh 12 tập thể xuất sắc",
        "Hội nghị điển hình tiên tiến lần thứ II (2020 - 2025) được LĐLĐ tỉnh Tây Ninh tổ chức chiều 4/3/2024.",
        [("reported", TAY_NINH, "2024-03-04", "2024-03-04")],
    ),
    # what a meeting sums up happened in the time that it sums up
    (
        "Kết nạp 9.000 đoàn viên",
        "Sáng 4/3/2024, LĐLĐ tỉnh Tây Ninh tổng kết hoạt động năm 2023 với nhiều kết quả.",
        [("reported", TAY_NINH, "2023-01-01", "2023-12-31")],
    ),
    (
        "Chi 3 tỷ đồng cho công nhân",
        "Sáng 4/3/2024, Công ty TNHH Sao Mai thưởng Tết 3 tỷ đồng cho công nhân.",
        [("reported", "Công ty TNHH Sao Mai", "2024-03-04", "2024-03-04")],
    ),
]


@pytest.mark.parametrize(("headline", "lead", "expected"), HEADLINES)
def test_headlines_are_told_by_the_text(headline: str, lead: str, expected: list[Told]) -> None:
    assert told(headline, lead) == expected


UNCLEANED: list[tuple[str, list[tuple[str | None, str | None]]]] = [
    # in text that comes without roles, a first line without a stop is the headline, and the line under it the lead
    (
        "Tây Ninh: Gần 700 công nhân được khám mắt\nSáng 3/3, LĐLĐ huyện Gò Dầu khám mắt cho 688 công nhân.\n"
        "Đã phát 90 suất quà.",
        [("2024-03-03", "2024-03-03")] * 3,
    ),
    ("Trao 90 suất quà.\nSáng 3/3, LĐLĐ huyện Gò Dầu họp.\nĐã mở 4 lớp tập huấn.", [(None, None)] * 2),
]


@pytest.mark.parametrize(("lines", "expected"), UNCLEANED)
def test_headlines_of_uncleaned_text(lines: str, expected: list[tuple[str | None, str | None]]) -> None:
    counts = extract(lines, clean=False, published="2024-03-05").counts
    assert [(count.first_day, count.last_day) for count in counts] == expected
