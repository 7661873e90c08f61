"""The period of a count that no date tells: terms, feasts, months and years told by their place or their name."""

from __future__ import annotations

import pytest

from .conftest import NONE, Days, days, periods, year

SPOKEN_TERMS = [
    (
        "LĐLĐ tỉnh tổng kết nhiệm kỳ 2008 - 2013.\nTrong 5 năm, ủy ban kiểm tra tiến hành 900 cuộc kiểm tra.",
        [("2008-01-01", "2013-12-31")],
    ),
    ("LĐLĐ tỉnh bàn việc.\nTrong 5 năm, ủy ban kiểm tra tiến hành 900 cuộc kiểm tra.", [NONE]),
    (  # the term named last
        "Nhiệm kỳ 2013 - 2018, kết nạp 4.100 đoàn viên.\nNhiệm kỳ 2018 - 2023 khởi sắc.\n"
        "Trong nhiệm kỳ, giúp 900 lượt người.",
        [("2013-01-01", "2018-12-31"), ("2018-01-01", "2023-12-31")],
    ),
    (
        "Đại hội nhiệm kỳ 2023 - 2028 bầu 15 ủy viên. Nhiệm kỳ qua, kết nạp 400 đoàn viên. Nhiệm kỳ tới, lập 9 CĐCS.",
        [NONE, ("2018-01-01", "2023-12-31"), ("2023-01-01", "2028-12-31")],
    ),
    (
        "Ngày 9/5/2023, huyện tổng kết nhiệm kỳ 2018 - 2023.\nTrong nhiệm kỳ, các cấp công đoàn giúp 900 lượt người.",
        [("2018-01-01", "2023-12-31")],
    ),
    (
        "Ngày 9/5/2023, huyện họp bàn nhiệm kỳ 2018 - 2023.\nNhiệm kỳ tới, phấn đấu kết nạp 700 đoàn viên.",
        [("2023-01-01", "2028-12-31")],
    ),
    (
        "Ngày 9/5/2023, huyện bàn nhiệm kỳ 2023 - 2028.\nNhiệm kỳ qua, huyện kết nạp 700 đoàn viên.",
        [("2018-01-01", "2023-12-31")],
    ),
    (  # before the year turns, the term that is named and has not begun is the coming one
        "Ngày 9/12/2017, huyện mở đại hội nhiệm kỳ 2018 - 2023.\nNhiệm kỳ 2013 - 2018, kết nạp 700 đoàn viên.\n"
        "Nhiệm kỳ tới, phấn đấu kết nạp 800 đoàn viên.",
        [("2013-01-01", "2018-12-31"), ("2018-01-01", "2023-12-31")],
    ),
    (  # what a congress of two days calls the new term is the one that begins
        "Ngày 3 và 4/6/2023, huyện mở đại hội.\nNhiệm kỳ 2018 - 2023, kết nạp 700 đoàn viên.\n"
        "Chỉ tiêu của nhiệm kỳ mới là 80% CĐCS đối thoại.",
        [("2018-01-01", "2023-12-31"), ("2023-01-01", "2028-12-31")],
    ),
]
SPOKEN_MONTHS = [
    # so many months are those since New Year if the article appeared right behind them
    ("11 tháng qua, huyện kết nạp 300 đoàn viên", [("2024-01-01", "2024-11-30")]),
    ("9 tháng qua, huyện kết nạp 300 đoàn viên", [NONE]),
    (
        "Trong tháng 11/2024, quận hòa giải 3 vụ ngừng việc. Lũy kế 11 tháng, có 9 vụ ngừng việc.",
        [("2024-11-01", "2024-11-30"), ("2024-01-01", "2024-11-30")],
    ),
    ("Trong Tháng Công nhân năm 2023, xã đối thoại 12 cuộc.\nĐã xây 6 mái ấm.", [("2023-05-01", "2023-05-31")] * 2),
    ("Trong Tháng Công nhân, xã đã thăm hỏi 34 lượt đoàn viên ốm đau", [("2024-05-01", "2024-05-31")]),
    ("Hưởng ứng Tháng Công nhân, ngày 15/4/2024, xã thăm 34 đoàn viên ốm đau", [days("2024-04-15")]),
    # of the same months in another year a figure of its own may be told, or only a difference
    (
        "Nửa đầu năm 2024 xảy ra 19 vụ đình công, trong khi cùng kỳ năm ngoái là 34 vụ đình công. Giúp 90 hộ.",
        [("2024-01-01", "2024-06-30"), ("2023-01-01", "2023-06-30"), ("2024-01-01", "2024-06-30")],
    ),
    ("Nửa đầu năm 2024 xảy ra 19 vụ đình công, so với cùng kỳ năm ngoái giảm 4 vụ", [("2024-01-01", "2024-06-30")] * 2),
    ("Sơ kết 11 tháng, xã kết nạp 300 đoàn viên", [("2024-01-01", "2024-11-30")]),
    (
        "Tháng Công nhân năm nay, xã trao 12 suất quà. Phát động Tháng Công nhân năm 2023.",
        [("2024-05-01", "2024-05-31")],
    ),
    ("Xuân Giáp Thìn này, xã trao 12 suất quà", [year(2024)]),
    ("Cuộc thi kéo dài từ 1/5 đến 30/6/2024 có 900 người dự thi", [("2024-05-01", "2024-06-30")]),
    ("Xã họp ngày 21/12/2024. Như vậy, chỉ tiêu năm 2023 đã vượt 12%.", [year(2023)]),
    ("Xã họp ngày 21/12/2024. Như vậy, chỉ tiêu năm 2023 sẽ vượt 12%.", [year(2023)]),
    # months that a sentence ends with are those since New Year, unless they are how long something went on
    ("Trong tháng 11/2024, quận họp. Quận đã hòa giải 8 vụ ngừng việc trong 11 tháng.", [("2024-01-01", "2024-11-30")]),
    ("Công ty sẽ giảm tiền trọ cho 90 công nhân trong 6 tháng.", [NONE]),
    ("Nửa đầu năm 2024, 12% hồ sơ bị trả. Cùng kỳ năm 2023, con số này là 31%.",
     [("2024-01-01", "2024-06-30"), ("2023-01-01", "2023-06-30")]),
    ("Nửa đầu năm 2024, xã đạt 51% chỉ tiêu năm, còn cùng kỳ năm trước đạt 64%.",
     [("2024-01-01", "2024-06-30"), ("2023-01-01", "2023-06-30")]),
    ("Mười một tháng qua, huyện kết nạp 300 đoàn viên", [("2024-01-01", "2024-11-30")]),
    ("Những năm tháng qua, huyện kết nạp 300 đoàn viên", [NONE]),
    # the year that stands beside the same months of another means these months, too
    ("Nửa đầu năm 2024, tỉnh vui. Cùng kỳ năm trước, số nghiệp đoàn ra đời là 6 nghiệp đoàn; năm nay là 11 nghiệp đoàn",
     [("2023-01-01", "2023-06-30"), ("2024-01-01", "2024-06-30")]),
    ("Nửa đầu năm 2024, tỉnh vui. Ra đời 6 nghiệp đoàn; năm nay là 11 nghiệp đoàn",
     [("2024-01-01", "2024-06-30"), year(2024)]),
]  # fmt: skip
SPOKEN_YEARS = [
    # "in this stretch" is the one that was told last, be it only of a title
    ("Ngày 5/10/2024, ngành khen 40 thợ tiêu biểu giai đoạn 2019 - 2023.\nTrong giai đoạn này, thợ góp 700 sáng kiến.",
     [days("2024-10-05"), ("2019-01-01", "2023-12-31")]),
    ("Ngày 5/10/2024, ngành khen 40 thợ tiêu biểu giai đoạn 2019 - 2023.\nTrong giai đoạn tới, thợ góp 700 sáng kiến.",
     [days("2024-10-05"), NONE]),
    # "in the year" goes on from the end of a year, and from no day
    ("Tính đến 31/12/2023, huyện có 90 CĐCS. Trong năm, huyện kết nạp 300 đoàn viên.",
     [(None, "2023-12-31"), year(2023)]),
    ("Tính đến 31/12/2023, huyện có 90 CĐCS. Trong năm qua, huyện kết nạp 300 đoàn viên.",
     [(None, "2023-12-31"), year(2024)]),
    ("Tính đến 30/6/2024, huyện có 90 CĐCS.\nTrong năm, huyện kết nạp 300 đoàn viên.", [(None, "2024-06-30"), NONE]),
    ("Phấn đấu đến 31/12/2027 có 90 CĐCS.\nTrong năm, huyện kết nạp 300 đoàn viên.", [(None, "2027-12-31"), NONE]),
    # or from a year behind which an event's day was told: of several the one that is over
    ("Năm 2023, huyện kết nạp 300 đoàn viên.\nSáng 5/10/2024, xã họp bàn. Trong năm, huyện tặng 90 suất quà.",
     [year(2023), year(2023)]),
    ("Năm 2023, huyện kết nạp 300 đoàn viên.\nQuý I/2024, xã họp bàn. Trong năm, huyện tặng 90 suất quà.",
     [year(2023), ("2024-01-01", "2024-03-31")]),
    # a mean of several years is of them, what one does every year of none
    ("Giai đoạn 2019 - 2023, ngành chi 8 tỷ đồng. Trung bình mỗi năm có 70 sáng kiến.",
     [("2019-01-01", "2023-12-31")] * 2),
    ("Giai đoạn 2019 - 2023, ngành chi 8 tỷ đồng. Mỗi năm trao 70 suất quà.", [("2019-01-01", "2023-12-31"), NONE]),
    ("Năm 2023, ngành chi 8 tỷ đồng. Trung bình mỗi năm ngành trao 70 suất quà.", [year(2023), NONE]),
]  # fmt: skip
NOT_OF_THE_EVENT = [
    # the year of an earlier event of the kind is of the figure behind it
    ("Sáng 5/10/2024, xã mở hội thi với 90 đội. Hội thi năm 2022 chỉ có 70 đội.", [days("2024-10-05"), year(2022)]),
    ("Sáng 5/10/2024, xã mở hội thi với 90 đội. Hội thi năm 2024 chỉ có 70 đội.", [days("2024-10-05")] * 2),
    # what was gathered before a meeting, or at earlier ones, is not of its day
    ("Sáng 5/10/2024, xã đối thoại với 90 người. Trước buổi đối thoại, công đoàn tổng hợp được 70 ý kiến.",
     [days("2024-10-05"), NONE]),
    ("Sáng 5/10/2024, xã đối thoại với 90 người. Trước buổi đối thoại, 70 đoàn viên diễu hành.",
     [days("2024-10-05")] * 2),
    ("Ngày 5/10/2024, tỉnh vui. Đây là lần thứ ba, các lần trước đã có 70 đôi cưới.", [NONE]),
    # merit of a school year stands beside the day on which it is honoured
    ("Ngày 5/10/2024, xã biểu dương 40 em học giỏi năm học 2023-2024. Mỗi em được tặng 2 triệu đồng.",
     [days("2024-10-05")] * 2),
    ("Năm học 2023-2024, xã có 40 em học giỏi. Mỗi em được tặng 2 triệu đồng.", [("2023-09-01", "2024-05-31")] * 2),
    # all of a stretch is that told before
    ("Giai đoạn 2019 - 2023, xã xây 90 nhà. Riêng năm 2022, xã xây 30 nhà. Tính chung cả giai đoạn, xã chi 4 tỷ đồng.",
     [("2019-01-01", "2023-12-31"), year(2022), ("2019-01-01", "2023-12-31")]),
    ("Giai đoạn 2019 - 2023, xã xây 90 căn nhà. Riêng năm 2022, xã xây 30 căn nhà. Tính chung, xã chi 4 tỷ đồng.",
     [("2019-01-01", "2023-12-31"), year(2022), year(2022)]),
    # the year that a per cent is held against is of nothing else
    ("Năm 2024, tỉnh xảy ra 40 vụ đình công, chỉ bằng 63% năm 2023. Các công ty may chiếm 80%.", [year(2024)] * 3),
    ("Năm 2024, tỉnh xảy ra 40 vụ đình công, còn năm 2023 là 63 vụ. Các công ty may chiếm 80%.",
     [year(2024), year(2023), year(2023)]),
    ("Ngày 5/6/2024, huyện họp.\nTrước đó, ngày 3/6/2024, xã tặng 30 suất quà. Dịp này, huyện tặng 12 suất học bổng.",
     [days("2024-06-03"), days("2024-06-05")]),
    ("Ngày 5/6/2024, huyện họp.\nSau đó, ngày 7/6/2024, xã tặng 30 suất quà. Dịp này, huyện tặng 12 suất học bổng.",
     [days("2024-06-07")] * 2),
    ("Sáng 5/10/2024, xã họp. Trong năm, xã kết nạp 90 đoàn viên.", [NONE]),
    ("Sáng 5/10/2024, xã họp. Trong ngày, xã kết nạp 90 đoàn viên.", [days("2024-10-05")]),
    ("Sáng 5/10/2024, xã họp. Ba tháng còn lại, xã phấn đấu kết nạp 90 đoàn viên.", [NONE]),
    ("Sáng 5/10/2024, xã mở hội thi. Vòng loại trước đó được mở ở 4 cụm, thu hút 90 CĐCS dự thi.", [NONE] * 2),
    ("Năm 2023, huyện có nhiều việc.\nNgoài ra, 70 CĐCS đã hoàn thành hội nghị.", [year(2023)]),
    ("Năm 2023, huyện có nhiều việc.\nNgoài ra, 70 CĐCS đã có nhà văn hóa.", [NONE]),
    ("Nhân Ngày Phụ nữ Việt Nam 20/10, xã trao 90 suất quà.", [NONE]),
    ("Nhân Ngày Phụ nữ Việt Nam, chiều 19/10/2024, xã trao 90 suất quà.", [days("2024-10-19")]),
    # the sum that is raised to is of its own time, a bracket behind a session tells its time
    ("Tháng 8/2024, xã kết nạp 30 đoàn viên, nâng tổng số kết nạp từ đầu năm 2024 lên 90 đoàn viên.",
     [("2024-08-01", "2024-08-31"), ("2024-01-01", None)]),
    ("Tháng 8/2024, xã kết nạp 30 đoàn viên, nâng mức hỗ trợ từ đầu năm 2024 cho 90 đoàn viên.",
     [("2024-08-01", "2024-08-31")] * 2),
    ("Đợt 1 (tháng 3/2024) có 90 người dự thi; đợt 2 (tháng 6/2024) có 70 người dự thi.",
     [("2024-03-01", "2024-03-31"), ("2024-06-01", "2024-06-30")]),
    # what came before the event is of another time, a regular session of its quarter is no time
    ("Sáng 5/10/2024, xã mở hội thi với 12 đội.\nVòng loại trước đó được mở ở 4 cụm.", [days("2024-10-05"), NONE]),
    ("Ngày 5/10/2024, tỉnh vui. Đây là lần thứ ba; qua các lần trước đã có 70 đôi cưới.", [NONE]),
    ("Ngày 5/10/2024, tỉnh vui. Đây là lần thứ ba, nhiều hơn các lần trước tới 70 đôi.", [days("2024-10-05")]),
    ("Kết thúc phiên họp quý I/2024, công ty hứa thưởng 90 công nhân từ tháng 4/2024.", [("2024-04-01", None)]),
    ("Kết thúc quý I/2024, công ty thưởng 90 công nhân.", [("2024-01-01", "2024-03-31")]),
    ("Khánh thành từ năm 2009, trường mầm non đang nuôi dạy 410 cháu.", [NONE]),
    ("Từ năm 2009, trường mầm non đã nuôi dạy 410 cháu.", [("2009-01-01", None)]),
]  # fmt: skip
TOLD_BY_THE_DATE_BEFORE = [
    ("9 tháng năm 2024, ngành thu 90 tỷ đồng. Dự kiến cả năm kết nạp 300 đoàn viên.",
     [("2024-01-01", "2024-09-30"), year(2024)]),
    ("9 tháng năm 2024, ngành kết nạp 210 đoàn viên, đạt 60% kế hoạch cả năm.", [("2024-01-01", "2024-09-30")] * 2),
    ("Sáng 30/9/2024, xã tặng 20 suất quà. Hôm sau, huyện tặng 40 suất quà.", [days("2024-09-30"), days("2024-10-01")]),
    ("Sáng 30/9/2024, xã tặng 20 suất quà. Đến hôm sau, huyện tặng 40 suất quà.", [days("2024-09-30")] * 2),
    ("Thực hiện Chương trình nhà ở cho công nhân, giai đoạn 2016 - 2020, tỉnh và bà con đã xây 40 mái ấm. "
     "Đại hội ngày 3/10/2021.", [("2016-01-01", "2020-12-31")]),
    # what is to be reached by the end of the term is done in all of it
    ("Ngày 5/12/2024, tỉnh mở đại hội nhiệm kỳ 2024 - 2029.\nĐến năm 2029, phấn đấu kết nạp 4.000 đoàn viên.",
     [("2024-01-01", "2029-12-31")]),
    ("Ngày 5/12/2024, tỉnh mở đại hội nhiệm kỳ 2024 - 2029.\nĐến năm 2026, phấn đấu kết nạp 4.000 đoàn viên.",
     [(None, "2026-12-31")]),
    ("Ngày 5/12/2024, tỉnh mở đại hội nhiệm kỳ 2024 - 2029.\nĐến năm 2029, phấn đấu có 4.000 đoàn viên.",
     [(None, "2029-12-31")]),
]  # fmt: skip
FEASTS = [
    # … and so in a later paragraph than the event's, if that speaks of the feast
    (
        "Sáng 2/2/2024, tỉnh khai mạc chợ.\nChuẩn bị cho Tết Giáp Thìn 2024, tỉnh tặng 900 suất quà.\n"
        "Tỉnh còn tặng 40 vé xe.",
        [year(2024)] * 2,
    ),
    # what is given for a feast that opened a sentence is of it, unless the article tells of an event
    ("Năm 2023, công ty vui. Dịp Tết Giáp Thìn 2024, công ty chuẩn bị xe.\nCông đoàn tặng 40 suất quà.", [year(2024)]),
    ("Năm 2023, công ty vui. Dịp Tết Giáp Thìn 2024, công ty chuẩn bị xe.\nCông đoàn mở 4 lớp tập huấn.", [year(2023)]),
    ("Dịp Tết Giáp Thìn 2024, xã vui. Lễ diễn ra ngày 2/2/2024.\nĐã tặng 40 suất quà.", [days("2024-02-02")]),
]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [*SPOKEN_TERMS, *SPOKEN_MONTHS, *SPOKEN_YEARS, *NOT_OF_THE_EVENT, *FEASTS, *TOLD_BY_THE_DATE_BEFORE],
)
def test_periods_told_without_a_date(lines: str, expected: list[Days]) -> None:
    assert periods(lines) == expected
