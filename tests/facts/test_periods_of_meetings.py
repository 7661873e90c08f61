"""The period of a count in news of a meeting or another event: its day, or the time that it looks back on."""

from __future__ import annotations

import pytest

from .conftest import NONE, Days, days, periods, year

SUMMED_UP = [
    (
        "Ngày 17/1/2024, LĐLĐ tỉnh họp nhìn lại hoạt động năm 2023.\nĐã giúp 263 công nhân với 353 triệu đồng.",
        [year(2023), year(2023)],
    ),
    ("Công đoàn Viên chức nhìn lại hoạt động năm 2023\nTrong năm, đã kết nạp 140 đoàn viên.", [year(2023)]),
    (
        "LĐLĐ thành phố bàn việc làm được trong 6 tháng đầu năm 2024 và đầu việc cho 6 tháng cuối năm 2024.\n"
        "Đã kết nạp 300 đoàn viên.",
        [("2024-01-01", "2024-06-30")],
    ),
    (  # an account goes on to the end of its paragraph
        "Ngày 6/12/2024, LĐLĐ tỉnh tổng kết năm 2023.\nTheo báo cáo, mọi việc đều tốt. Kết nạp 900 đoàn viên.",
        [year(2023)],
    ),
    (
        "Ngày 6/12/2024, LĐLĐ tỉnh tổng kết hoạt động năm 2023.\nTheo báo cáo, các cấp kết nạp 900 đoàn viên.",
        [year(2023)],
    ),
    (
        "Ngày 4/7/2024, LĐLĐ huyện sơ kết 6 tháng đầu năm 2024.\nTại hội nghị, 12 tập thể được khen thưởng.",
        [days("2024-07-04")],
    ),
    (
        "Năm 2024, ngành có nhiều đổi mới.\nTháng 5/2024, bão làm tốc mái 40 nhà.\nCông đoàn kết nạp 300 đoàn viên.",
        [("2024-05-01", "2024-05-31"), year(2024)],
    ),
    ("Nhân Tết Quý Mão, LĐLĐ tỉnh trao 500 suất quà. Hội nghị diễn ra ngày 3/2/2023.", [year(2023)]),
    ("LĐLĐ tỉnh chăm lo đoàn viên dịp Tết Quý Mão 2023. Đã trao 40 suất quà.", [year(2023)]),
    ("LĐLĐ tỉnh trao 40 suất quà Tết Quý Mão 2023", [year(2023)]),
    ("Ngày 5/1/2024, LĐLĐ tỉnh họp. Chương trình Xuân Quý Mão 2023 vui, trao 40 suất quà.", [days("2024-01-05")]),
    ("Chăm lo Tết Quý Mão 2023, huyện vui.\nĐã xây 4 mái ấm, mở 5 lớp.", [year(2023), NONE]),  # classes are no gift
    ("Nhân dịp Tết Nhâm Dần, LĐLĐ tỉnh trao 40 suất quà. Năm 2022 khởi sắc.", [year(2022)]),
    (
        "Tổng kết 5 năm 2018 - 2023, kết nạp 400 đoàn viên. Thành lập 5 CĐCS.",
        [("2018-01-01", "2023-12-31"), ("2018-01-01", "2023-12-31")],
    ),
    ("Nhân Tết Quý Mão 2023, LĐLĐ tỉnh thăm công nhân. Đã trao 500 suất quà.", [year(2023)]),
    (
        "LĐLĐ huyện mở 4 lớp trong quý I/2024; còn quận mở 3 lớp ngay trong tháng 5/2024",
        [("2024-01-01", "2024-03-31"), ("2024-05-01", "2024-05-31")],
    ),
]
MEETINGS = [
    # what is planned for a feast has its year, not the day on which the plan is told
    (
        "Ngày 31/1/2018, huyện công bố kế hoạch chăm lo Tết Mậu Tuất 2018, theo đó sẽ tặng 900 suất quà.",
        [year(2018)],
    ),
    ("Ngày 31/1/2018, huyện vui Tết Mậu Tuất 2018, tặng 900 suất quà.", [days("2018-01-31")]),
    # a year behind a meeting that decides is no part of its name
    ("Hội nghị xác định năm 2022 phấn đấu kết nạp 90 đoàn viên.", [year(2022)]),
    (
        "Ngày 18/10/2019, đoàn làm việc với LĐLĐ tỉnh Hà Nam về tình hình thực hiện nhiệm vụ 9 tháng năm 2019.\n"
        "LĐLĐ tỉnh cho biết đã kết nạp 900 đoàn viên.",
        [("2019-01-01", "2019-09-30")],
    ),
    # a meeting proposes awards on its day, other wishes have none
    ("Ngày 2/4/2024, tỉnh họp. Hội nghị đề nghị Tổng Liên đoàn tặng Cờ cho 9 tập thể.", [days("2024-04-02")]),
    ("Ngày 2/4/2024, tỉnh họp. Hội nghị đề nghị Tổng Liên đoàn hỗ trợ 9 tập thể.", [NONE]),
    # a meeting's own day, though its name stands in front of it
    (
        "Tại hội nghị sơ kết sáng 4-7, huyện cho biết 6 tháng đầu năm 2024 mở 9 lớp.\n"
        "Tại hội nghị, 12 tập thể được tặng bằng khen.",
        [("2024-01-01", "2024-06-30"), days("2024-07-04")],
    ),
    (
        "Công đoàn ngành Giao thông họp hôm 4/7/2024.\nDịp này, 12 tập thể được tặng giấy khen.",
        [days("2024-07-04")],
    ),
    (
        "Ngày 4/7/2024, xã đối thoại.\nTrước buổi này, xã nghe dân; tại hội trường có 17 ý kiến.",
        [days("2024-07-04")],
    ),
    # what is told of today is not of the day of the meeting
    ("Ngày 4/7/2024, xã họp. Đến nay, xã đã giúp 90 đoàn viên.", [NONE]),
    # a feast that a meeting sums up
    (
        "Ngày 4/3/2024, xã họp đánh giá kết quả chăm lo Tết Giáp Thìn 2024. Theo bà Lan, xã đã giúp 90 đoàn viên.\n"
        "Tại hội nghị, trao 12 suất quà.",
        [year(2024), days("2024-03-04")],
    ),
    # what a speech looks back on, and when another meeting was held
    (
        "Ngày 4/3/2023, ngành gặp mặt. Ôn lại chặng đường nhiệm kỳ 2018 - 2023, bà Lan cho hay đã giúp 900 đoàn viên.",
        [("2018-01-01", "2023-12-31")],
    ),
    (
        "Ngày 4/7/2024, ngành khai mạc hội thao. Trước đó, hội thao phía Bắc tổ chức tháng 5 có 70 vận động viên.",
        [("2024-05-01", "2024-05-31")],
    ),
    # the head of a list holds for its items, but not for targets among them
    (
        "Xã thực hiện chỉ tiêu năm 2024.\nKết quả đến ngày 30/11/2024:\n- Kết nạp 90 đoàn viên.\n- Thành lập 4 CĐCS.",
        [(None, "2024-11-30")] * 2,
    ),
    ("Kết quả đến ngày 30/11/2024 rất vui.\nXã kết nạp 90 đoàn viên.\n- Thành lập 4 CĐCS.", [NONE] * 2),
    # what an inspection found is of its time, a wish is not
    ("Năm 2023, tỉnh đi xa.\nQua kiểm tra, LĐLĐ tỉnh kiến nghị truy thu 87 triệu đồng.", [year(2023)]),
    (
        "Năm 2023, thanh tra 42 đơn vị, xử phạt 615 triệu đồng. Người bị phạt nộp 9 triệu đồng.",
        [year(2023), year(2023), NONE],
    ),
    ("Năm 2023, xã vui.\nĐã giám sát việc trả lương tại 38 doanh nghiệp. Có 70 cây xanh.", [year(2023), NONE]),
    # a report that is heard, and aims that were reached
    (
        "Ngày 4/7/2024, xã họp. Hội nghị nghe báo cáo hoạt động 6 tháng đầu năm.\nBáo cáo nêu: kết nạp 90 đoàn viên.",
        [("2024-01-01", "2024-06-30")],
    ),
    ("Xã hoàn thành vượt mức các chỉ tiêu năm 2023\nĐã kết nạp 90 đoàn viên.", [year(2023)]),
    ("Xã vượt chỉ tiêu kết nạp đoàn viên năm 2023\nToàn xã kết nạp 90 đoàn viên.", [year(2023)]),
    ("Ngày 4/7/2024, xã vui. Nhà mới được hỗ trợ 60 triệu đồng.", [days("2024-07-04")]),
    ("Xã quyết tâm hoàn thành các chỉ tiêu năm 2024\nĐã kết nạp 90 đoàn viên.", [NONE]),
    ("Năm 2023 đổi mới.\nXã tiếp nhận và phân bổ 900 khẩu trang, 70 bộ áo.", [year(2023)] * 2),
]
AT_THE_EVENT = [
    # opinions are voiced at the meeting; what is only said of opinions tells no time
    ("Ngày 5/5/2024, công ty đối thoại.\nCó 24 câu hỏi được đặt ra, nhiều nhất là về lương.", [days("2024-05-05")]),
    ("Ngày 5/5/2024, công ty đối thoại.\nHộp thư có 24 câu hỏi hay.", [NONE]),
    ("Ngày 5/5/2024, công ty họp.\nSau khi thảo luận, các đại biểu bổ sung 3 điều khoản.", [days("2024-05-05")]),
    # what is handed out behind "Tại hội nghị" is of that day, though the sentence before told of a year
    (
        "Ngày 3/3/2024, quận họp.\nNăm 2023, mở 9 lớp.\nTại hội nghị, tặng 9 suất quà. Trẻ được trao 5 vé.",
        [year(2023), days("2024-03-03"), days("2024-03-03")],
    ),
    (
        "Ngày 3/3/2024, quận họp.\nNăm học qua, thầy cô vượt khó. Tại hội nghị, Bằng khen được trao cho 12 cá nhân.",
        [days("2024-03-03")],
    ),
    (
        "Ngày 3/3/2024, quận họp.\nDịp này, khen 3 tập thể tiêu biểu giai đoạn 2019 - 2023; 8 cá nhân giỏi việc nước.",
        [days("2024-03-03"), days("2024-03-03")],
    ),
    (
        "Ngày 3/3/2024, ngành họp.\nNăm học 2022-2023 đã đổi mới. Ban Thường vụ công bố quyết định giải thể 6 CĐCS.",
        [days("2024-03-03")],
    ),
    # a time within a list is not that of the number in front of the list
    ("Nêu ba kiến nghị: không tăng giá điện năm 2023, mở thêm lớp", [NONE]),
    # a part has the time of its whole
    ("Tính đến hết tháng 8/2024, có 900 người vay.\nTrong số đó, 300 người là nữ.", [(None, "2024-08-31")] * 2),
]
TOLD_AT_MEETINGS = [
    ("Sáng 5/10/2024, huyện mở hội thi.\nHội thi có 12 đội. Trước đó, ở vòng cơ sở đã có 700 người tham gia.",
     [days("2024-10-05"), NONE]),
    ("Sáng 5/10/2024, huyện mở hội thi.\nHội thi có 12 đội. Trước đó một giờ, đã có 700 người tham gia.",
     [days("2024-10-05")] * 2),
    ("Sáng 5/10/2024, huyện họp.\nPhát biểu tại hội nghị, bà Mai cho biết chương trình đã góp 900 sáng kiến.", [NONE]),
    ("Sáng 5/10/2024, huyện họp.\nPhát biểu tại hội nghị, bà Mai trao 90 suất quà.", [days("2024-10-05")]),
    ("Sáng 5/10/2024, phường ra mắt công đoàn.\nBan Chấp hành lâm thời gồm 11 đồng chí.", [days("2024-10-05")]),
    ("Sáng 5/10/2024, phường ra mắt công đoàn.\nBan Chấp hành gồm 11 đồng chí.", [NONE]),
    ("Lễ tổng kết phong trào thi đua giai đoạn 2019 - 2023 mở ngày 5/10/2024.\nSau 5 năm, có 71% đoàn viên đạt.",
     [("2019-01-01", "2023-12-31")]),
    ("Tính đến hết tháng 7/2024, huyện A kết nạp 90 đoàn viên.\nCòn ở xã An Lục, con số tương ứng là 40 đoàn viên.",
     [(None, "2024-07-31")] * 2),
    # an open time holds in a later paragraph only where that goes on with it in words
    ("Từ đầu năm 2024 đến nay, xã kết nạp 90 đoàn viên.\nTrời đẹp.\nCũng theo báo cáo, xã đã lập 4 CĐCS.",
     [("2024-01-01", None)] * 2),
    ("Từ đầu năm 2024 đến nay, xã kết nạp 90 đoàn viên.\nTrời đẹp.\nXã đã lập 4 CĐCS.", [("2024-01-01", None), NONE]),
]  # fmt: skip


SET_AGAINST = [
    # what is so now is of no time told before
    ("Ngày 5/10/2024, tỉnh trao 90 suất quà. Hiện còn 40 công nhân ở trong lán trại.", [days("2024-10-05"), NONE]),
    ("Ngày 5/10/2024, tỉnh trao 90 suất quà. Tại hiện trường có 40 máy bơm.", [days("2024-10-05")] * 2),
    ("Trong năm 2024, chỉ tiêu cần thực hiện gồm: 90% CĐCS có thỏa ước.", [year(2024)]),
    # one of those told of, in a later sentence
    ("Đến ngày 5/10/2024, cả tỉnh gửi 900 sáng kiến.\nTrời đẹp. Tổ Cơ điện dẫn đầu với 40 sáng kiến.",
     [(None, "2024-10-05"), NONE]),
    ("Đến ngày 5/10/2024, cả tỉnh gửi 900 sáng kiến.\nTổ Cơ điện dẫn đầu với 40 sáng kiến.",
     [(None, "2024-10-05")] * 2),
    ("Đến ngày 5/10/2024, cả tỉnh gửi 900 sáng kiến.\nTổ Cơ điện nhận 40 sáng kiến.", [(None, "2024-10-05"), NONE]),
    # a rise over the year before is of the time reported on
    ("Quý I/2024, tỉnh mở 40 lớp.\nSố vụ tranh chấp giảm 7% so với cùng kỳ.", [("2024-01-01", "2024-03-31")] * 2),
    ("Quý I/2024, tỉnh mở 40 lớp.\nSố vụ tranh chấp giảm 7% nhờ đối thoại.", [("2024-01-01", "2024-03-31"), NONE]),
    # an earlier time told for contrast holds for its own figure
    ("Quý I/2024, huyện lập 9 CĐCS, trong khi cả năm 2023 chỉ lập 7 CĐCS. Huyện còn mở 4 lớp tập huấn.",
     [("2024-01-01", "2024-03-31"), year(2023), ("2024-01-01", "2024-03-31")]),
    ("Quý I/2024, huyện lập 9 CĐCS; năm 2023 lập 7 CĐCS. Huyện còn mở 4 lớp tập huấn.",
     [("2024-01-01", "2024-03-31"), year(2023), year(2023)]),
    # a stock for which those at the event stand
    ("Ngày 5/10/2024, xã mở đại hội.\nTham dự có ông An và 90 đại biểu thay mặt 4.000 đoàn viên.",
     [days("2024-10-05"), (None, "2024-10-05")]),
    ("Ngày 5/10/2024, xã mở đại hội.\nTham dự có ông An và 90 đại biểu; toàn ngành có 4.000 đoàn viên.",
     [days("2024-10-05"), NONE]),
    # whose capital an enterprise has is of no day
    ("Ngày 5/10/2024, xã thăm công ty 100% vốn nước ngoài, trao 40 suất quà.", [NONE, days("2024-10-05")]),
    # a year in an agreement's name
    ("Thỏa ước lao động tập thể ngành Cao su năm 2023 vừa được ký, có lợi cho 900 công nhân.", [NONE]),
    ("Hội thao lần trước, tổ chức năm 2019, chỉ có 24 đoàn.\nNăm 2024, tỉnh mở 4 lớp.", [year(2019), year(2024)]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [*SUMMED_UP, *MEETINGS, *AT_THE_EVENT, *TOLD_AT_MEETINGS, *SET_AGAINST])
@pytest.mark.parametrize("front", ["", "Trời rất đẹp. "])
def test_periods_of_meetings(front: str, lines: str, expected: list[Days]) -> None:
    assert periods(front + lines) == expected
