"""The page's date lines in every shape, and what only looks like one."""

from __future__ import annotations

import pytest

from baocongdoan.cleaning.stamps import read_stamp

STAMPS = [
    ("14/09/2020 18:50", "2020-09-14T18:50:00+07:00", "", ""),
    ("Thứ Bảy, 23/06/2018, 10:30", "2018-06-23T10:30:00+07:00", "", ""),
    ("Ngày đăng: 03/08/2021", "2021-08-03", "published", ""),
    ("Cập nhật lúc 14:05 ngày 07/9/2022 (GMT+7)", "2022-09-07T14:05:00+07:00", "updated", ""),
    ("Cập nhật: 18-05-2019 | 07:32:09", "2019-05-18T07:32:09+07:00", "updated", ""),
    ("07:32 | 18/05/2019", "2019-05-18T07:32:00+07:00", "", ""),
    ("(Ngày đăng : 5.3.2020)", "2020-03-05", "published", ""),
    ("Thứ năm, 5/10/2023, 16:20 (GMT+7)", "2023-10-05T16:20:00+07:00", "", ""),
    ("Chủ nhật, ngày 7 tháng 9 năm 2025", "2025-09-07", "", ""),
    ("Xuất bản lúc 8h05, 12-3-2024", "2024-03-12T08:05:00+07:00", "published", ""),
    ("06:50 PM 1/2/2021", "2021-02-01T18:50:00+07:00", "", ""),
    ("2022-09-07 21:04:55", "2022-09-07T21:04:55+07:00", "", ""),
    ("Đăng ngày 14/10/2025 15:02 | Lượt đọc: 312", "2025-10-14T15:02:00+07:00", "published", ""),
    ("Việc làm 20/04/2022 16:48", "2022-04-20T16:48:00+07:00", "", "Việc làm"),
    ("Hồ Lan - 14/09/2020", "2020-09-14", "", "Hồ Lan"),
]

NO_STAMPS = [
    "Lớp tập huấn khai mạc ngày 14/09/2020.",
    "Nâng mức ăn ca từ ngày 1-7-2018",
    "Ngày 20/04/2022, công đoàn ngành mở hội thi nấu ăn cho công nhân xa nhà",
    "Mức mới có hiệu lực từ ngày 1/1/2019.",
    "Sáng 16.4",
    "45/99/2020",
    "Kết nạp 1.245.880 đoàn viên",
    "31/02/2021",
]


@pytest.mark.parametrize(("text", "value", "label", "beside"), STAMPS, ids=[row[0] for row in STAMPS])
def test_date_lines(text: str, value: str, label: str, beside: str) -> None:
    stamp = read_stamp(text)
    assert stamp is not None
    assert (stamp.value, stamp.label, stamp.beside) == (value, label, beside)


@pytest.mark.parametrize("text", NO_STAMPS)
def test_sentences_and_numbers_are_no_date_lines(text: str) -> None:
    assert read_stamp(text) is None
