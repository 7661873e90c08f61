"""Which of an article's time expressions is the period of a count."""

from __future__ import annotations

import pytest

from .conftest import NONE, Days, days, periods, year

OWN_SENTENCE = [
    ('LĐLĐ huyện trao 174 suất quà trong chương trình "Tết sum vầy" diễn ra sáng 10/1/2024', [days("2024-01-10")]),
    (
        "Lễ diễn ra ngày 31/7/2024.\nTại lễ, 32 em nhận học bổng, hành trang vào năm học 2024 - 2025.",
        [days("2024-07-31")],
    ),
    ("Đại hội diễn ra ngày 28/11/2024.\nBan Chấp hành mới do đại hội bầu gồm 15 đồng chí.", [days("2024-11-28")]),
    ("Năm 2024, huyện kết nạp 300 đoàn viên", [year(2024)]),
    ("Huyện kết nạp 300 đoàn viên trong năm 2023", [year(2023)]),
    ("Trong 6 tháng đầu năm 2024, toàn tỉnh thành lập 12 CĐCS", [("2024-01-01", "2024-06-30")]),
    ("Ngày 5/7/2024, LĐLĐ tỉnh cho biết 6 tháng đầu năm đã mở 12 lớp", [("2024-01-01", "2024-06-30")]),
    ("Sáng 3/10/2024, bà Hoa cho hay từ đầu năm 2024 đến nay ngành trao 90 suất quà", [("2024-01-01", None)]),
    ("Ngày 9/1/2024, báo cáo nêu rõ năm 2023 toàn huyện kết nạp 210 đoàn viên", [year(2023)]),
    ("Chiều 9/1/2024, ông An khẳng định rằng trong quý IV/2023 đã mở 6 lớp", [("2023-10-01", "2023-12-31")]),
    ("Ngày 5/7/2024, LĐLĐ tỉnh cho biết vừa trao 80 suất quà", [days("2024-07-05")]),
    ("Quý III/2024, ngành mở 4 lớp tập huấn", [("2024-07-01", "2024-09-30")]),
    ("Ngày 12/5/2024, quận trao 80 suất quà", [days("2024-05-12")]),
    ("Chiều 3/9/2024, 45 cán bộ dự khai giảng", [days("2024-09-03")]),
    ("Giai đoạn 2018 - 2023, tỉnh xây 120 mái ấm", [("2018-01-01", "2023-12-31")]),
    ("Nhiệm kỳ 2018 - 2023, toàn ngành kết nạp 4.100 đoàn viên", [("2018-01-01", "2023-12-31")]),
    ("Năm 2022 kết nạp 200 đoàn viên, năm 2023 kết nạp 350 đoàn viên", [year(2022), year(2023)]),
    ("Năm 2024, huyện kết nạp 300 đoàn viên, tăng 12% so với năm 2023", [year(2024), year(2024)]),
]
STOCKS = [
    ("Tính đến ngày 30/6/2024, tỉnh có 74.000 đoàn viên", [(None, "2024-06-30")]),
    ("Đến hết năm 2023, toàn ngành có 210 CĐCS", [(None, "2023-12-31")]),
    ("Huyện hiện có 140 CĐCS", [NONE]),
    ("Năm 2024, tỉnh hiện có 9.000 đoàn viên. Cuối năm 2023, tỉnh có 8.000 đoàn viên.", [NONE, (None, "2023-12-31")]),
    ("Năm 2023, tỉnh vui.\nHiện nay, 88% CĐCS có thỏa ước. Có 77% đoàn viên được khám.", [NONE, year(2023)]),
    (
        "Ngày 5/1/2024, tỉnh tổng kết năm 2023.\nCác cấp kết nạp 900 đoàn viên. Toàn tỉnh có 9.000 đoàn viên.",
        [year(2023), NONE],
    ),
]
CARRIED = [
    (
        'Sáng 9/1/2024, LĐLĐ huyện họp.\nNăm 2023, kết nạp 210 đoàn viên.\nChương trình "Mái ấm" xây 18 căn nhà.',
        [year(2023), year(2023)],
    ),
    ("Năm 2024, công đoàn có nhiều đổi mới. Đã kết nạp 300 đoàn viên. Thành lập 5 CĐCS.", [year(2024), year(2024)]),
    ("Năm 2024 là năm bận rộn.\nHuyện đã kết nạp 300 đoàn viên.", [year(2024)]),
    ("Ngày 4/2/2024, quận mở hội nghị.\nTại hội nghị, 20 tập thể được khen thưởng.", [days("2024-02-04")]),
    (
        "Đến hết tháng 4/2024, ngành có 34 CĐCS. Trong số này có 8 CĐCS đối thoại đột xuất.",
        [(None, "2024-04-30"), (None, "2024-04-30")],
    ),
    # A name ends with a quotation mark, and so does what somebody says.
    ("Ông nói: “Chúng tôi đã kết nạp 90 đoàn viên trong năm 2023”.", [year(2023)]),
    ("Theo bà, ngành “đã giúp 35 hộ trong năm 2022”.", [year(2022)]),
    ("Ngày 5/5/2024, tỉnh trao 18 giải “Bàn tay vàng năm 2022” cho thợ giỏi.", [days("2024-05-05")]),
    ("Sở đề nghị báo cáo trước ngày 30/6/2024. Công đoàn ngành đã tặng 45 suất quà.", [NONE]),
    ("Trong tháng 6/2024, huyện giúp các xã dựng nhà. Đã bàn giao 7 mái ấm.", [("2024-06-01", "2024-06-30")]),
    ("Năm 2024, huyện có nhiều đổi mới. Mỗi năm CĐCS tặng 40 suất quà.", [NONE]),
    ("Năm 2024, huyện tặng 40 suất quà; mỗi năm một lần, đoàn viên được khám bệnh.", [year(2024)]),
    (  # honours and gifts are of the day, for all that was told before of the year
        "Ngày 4/2/2024, quận họp.\nNăm 2023, quận có nhiều việc.\nDịp này, 20 tập thể được khen, trao 30 suất quà.",
        [days("2024-02-04"), days("2024-02-04")],
    ),
    ("Ngày 4/2/2024, quận họp.\nTrời đẹp.\nCó 12% CĐCS đối thoại. Có 9.000 đoàn viên.", [NONE, NONE]),
    ("Phấn đấu năm 2025 kết nạp 90 đoàn viên.\nĐã kết nạp 40 đoàn viên.", [year(2025), NONE]),
    # what a paragraph between tells of another time ends no event
    (
        "Ngày 5/5/2024, tỉnh họp.\nNăm 2023, huyện kết nạp 90 đoàn viên.\nTại hội nghị, 12 tập thể được khen.",
        [year(2023), days("2024-05-05")],
    ),
    ("Ngày 3 và 4/6/2024, huyện mở lớp.\nCó 120 cán bộ dự.", [("2024-06-03", "2024-06-04")]),
    ("Ngày 3/6/2024, huyện mở lớp.\nTrời mưa.\nCó 120 cán bộ dự. Đã trồng 90 cây.", [days("2024-06-03"), NONE]),
    # a month is left for the quarter that it lies in
    (
        "Quý I/2024, huyện trồng cây.\nTrong tháng 2/2024, trao 40 suất quà.\nĐã kết nạp 90 đoàn viên.",
        [("2024-02-01", "2024-02-29"), ("2024-01-01", "2024-03-31")],
    ),
    # what stands in brackets beside a number is not carried on
    (
        "Trong tháng 10/2024, huyện kết nạp 12 người (10 tháng đầu năm là 90 người). Thành lập 3 CĐCS.",
        [("2024-10-01", "2024-10-31"), ("2024-01-01", "2024-10-31"), ("2024-10-01", "2024-10-31")],
    ),
    # a deed is of the reporting period, what merely is there of none
    ("Năm 2023, huyện có nhiều việc.\nCó 12 cây xanh. Giải quyết 14 đơn thư.", [NONE, year(2023)]),
    # What is promised for June says nothing of what was told after it.
    ("Xã hứa trả lời bằng văn bản trong tháng 6/2024. Công đoàn đã trao 12 suất quà.", [NONE]),
    ("Năm 2023, huyện kết nạp 90 đoàn viên.\nNăm 2024, huyện kết nạp 120 đoàn viên.", [year(2023), year(2024)]),
]
COMPARED = [
    ("Tết Giáp Thìn 2024, tỉnh chi 9 tỷ đồng, tăng 2 tỷ đồng so với Tết Quý Mão", [year(2024), year(2024)]),
    ("Trong 9 tháng, ngành trao 90 suất quà, tăng 4% so với cùng kỳ năm 2023. Đến hết tháng 9, ngành có 20 CĐCS.",
     [("2024-01-01", "2024-09-30"), ("2024-01-01", "2024-09-30"), (None, "2024-09-30")]),
    ("Sáu tháng đầu năm 2024, huyện bàn giao 22 mái ấm, số còn lại dự kiến xong trước ngày 20/12/2024",
     [("2024-01-01", "2024-06-30")]),
    ("Ngày 7/6/2024, huyện tổng kết Tháng Công nhân năm 2024.\nTheo báo cáo, huyện kết nạp 40 đoàn viên.",
     [days("2024-06-07")]),
]  # fmt: skip
OF_ONE_NUMBER = [
    # a time behind is of all that its clause counts, an open one of the last thing alone
    ("Đã trao 40 suất quà, mở 5 lớp trong năm 2023", [year(2023), year(2023)]),
    ("Đã trao 40 suất quà; mở 5 lớp trong năm 2023", [NONE, year(2023)]),
    ("Đã trao 40 suất quà, mở 5 lớp từ năm 2023 đến nay", [NONE, ("2023-01-01", None)]),
    ("Số CĐCS có đối thoại từ 31% (năm 2019) đã lên 58% vào năm 2022", [year(2019), year(2022)]),
    ("Kết nạp 60 đoàn viên (năm 2022), năm 2023 kết nạp 95 đoàn viên", [year(2022), year(2023)]),
    ("Trong hai ngày 30/9 và 1/10/2024, huyện tập huấn cho 60 cán bộ", [("2024-09-30", "2024-10-01")]),
    ("Trong các ngày 30/9, 1/10 và 2/10/2024, huyện mở 3 lớp tập huấn", [("2024-09-30", "2024-10-02")]),
    ("Ngày 30/9 và 1/10/2024, huyện trao 80 suất quà", [days("2024-10-01")]),
    ("Trong 3 ngày (5 và 7/8/2024), quận trao 80 suất quà", [("2024-08-05", "2024-08-07")]),
    (
        "Ngày 6/6/2024, tỉnh họp.\nDịp này, 8 tập thể được khen vì thành tích thi đua giai đoạn 2019 - 2023.",
        [days("2024-06-06")],
    ),
    (
        "Nhiệm kỳ 2023 - 2028, phấn đấu đến năm 2028 có 9.000 đoàn viên; mỗi năm thành lập 5 CĐCS",
        [(None, "2028-12-31"), ("2023-01-01", "2028-12-31")],
    ),
    ("Năm 2024 chưa có tai nạn, trong khi cả năm 2023 xảy ra 4 vụ đình công", [year(2023)]),
    (
        "Năm 2023, tỉnh kết nạp 900 đoàn viên; năm 2022, con số tương ứng là 700 đoàn viên. Thành lập 6 CĐCS.",
        [year(2023), year(2022), year(2023)],
    ),
    (
        "Năm 2023, tỉnh kết nạp 900 đoàn viên; năm 2022, con số tương ứng là 700 đoàn viên.\n"
        "Huyện Tân An dẫn đầu với 200 đoàn viên được kết nạp.",
        [year(2023), year(2022), year(2023)],
    ),
    # figures in brackets behind a time that is only compared with are of that time, and no others are
    (
        "Năm 2023, huyện mở 8 lớp tập huấn, gấp đôi năm 2022 (4 lớp). Cùng với đó, kết nạp 90 đoàn viên.",
        [year(2023), year(2022), year(2023)],
    ),
    (
        "Năm 2024, tỉnh kết nạp 900 đoàn viên. Cùng kỳ năm trước, số đoàn viên kết nạp là 700 người.",
        [year(2024), year(2023)],
    ),
    (
        "9 tháng đầu năm 2023, kết nạp 60 đoàn viên, hơn cùng kỳ năm 2022 (45 đoàn viên)",
        [("2023-01-01", "2023-09-30"), ("2022-01-01", "2022-09-30")],
    ),
    ("Trong năm 2023 (kế hoạch mở 8 lớp tập huấn), huyện kết nạp 90 đoàn viên", [year(2023)] * 2),
]
SHARED = [
    # what stands behind a count in its clause is of its time, but not what merely describes the thing
    ("Ngày 5/5/2024, huyện vui.\nĐã khám cho 90 công nhân của 4 công ty.", [days("2024-05-05")] * 2),
    ("Ngày 5/5/2024, huyện vui.\nĐã khám cho 90 công nhân; có 4 công ty xa.", [days("2024-05-05"), NONE]),
    ("Năm 2023, huyện vui.\nĐã kết nạp 90 đoàn viên, vượt 12% kế hoạch.", [year(2023)] * 2),
    ("Ngày 5/5/2024, huyện vui.\nĐã trao 40 căn nhà rộng 50 m2.", [days("2024-05-05"), NONE]),
    ("Ngày 5/5/2024, LĐLĐ huyện họp.\nLĐLĐ huyện trao 6 tỷ đồng, có 3 cây đa.", [days("2024-05-05"), NONE]),
    # what becomes of a sum is of its time, and not of the day on which it is told
    (
        "Tại hội nghị diễn ra chiều 9/1/2024, LĐLĐ huyện cho biết năm 2023 đã chi 7 tỷ đồng.\n"
        "Số tiền này giúp 900 lượt công nhân. Tại hội nghị, trao 90 suất quà.",
        [year(2023), year(2023), days("2024-01-09")],
    ),
    (
        "Đến ngày 20/9/2024, các cấp đã chi 45 tỷ đồng.\nTrong đó, 900 lượt người được giúp 6 tỷ đồng.",
        [(None, "2024-09-20")] * 3,
    ),
    (
        "Đến ngày 20/9/2024, ngành đã nhận 4 tỷ đồng ủng hộ.\nSố hiện vật gồm 900 khẩu trang; 40 máy đo.",
        [(None, "2024-09-20")] * 3,
    ),
    (
        "Đến ngày 20/9/2024, các cấp đã chi 45 tỷ đồng.\nNgoài ra, 70 công ty đã giảm giờ làm.",
        [(None, "2024-09-20")] * 2,
    ),
    (
        "Ngày 7/7/2024, ngày hội đón 900 đoàn viên.\nTổ May tham gia đông nhất với 60 đoàn viên.",
        [days("2024-07-07")] * 2,
    ),
    (
        "Năm 2023, tỉnh kết nạp 900 đoàn viên. Ai cũng vui.\nVới kết quả này, toàn tỉnh có 9.000 đoàn viên.",
        [year(2023), (None, "2023-12-31")],
    ),
    (
        "Năm 2023, tỉnh xảy ra 12 vụ tai nạn lao động.\nSo với năm 2022, số vụ giảm 4,5%.",
        [year(2023)] * 2,
    ),
    # what is summed up till today is not of the event, and neither is what is told of it further
    (
        "Ngày 5/5/2024, tỉnh ký thỏa thuận. Đến nay, tỉnh đã ký với 9 nơi. Gần 900 đoàn viên đã được giúp đỡ.",
        [NONE, NONE],
    ),
    ("Ngày 5/11/2024, ngành mở 2 lớp tập huấn. Tính cả năm, ngành sẽ mở 6 lớp.", [days("2024-11-05"), year(2024)]),
    ("Quỹ do đoàn viên góp hằng năm, riêng năm 2023 thu được 2 tỷ đồng", [year(2023)]),
]
NOT_WHEN = [
    # a deadline, what a rent is paid for, and what is promised tell of no deed
    ("Công đoàn chuẩn bị 90 suất quà để tặng trước ngày 20/12/2024", [NONE]),
    ("Ngày 5/5/2024, quận vui. Chủ trọ tặng 90 suất quà và miễn tiền trọ tháng 6", [days("2024-05-05")]),
    ("Ngày 5/5/2024, xã nghe 40 kiến nghị; 12 kiến nghị được hẹn giải quyết trong tháng 6", [days("2024-05-05")] * 2),
    ("Ban Tổ chức trao 3 giải Nhì vào ngày 9/9/2024", [days("2024-09-09")]),
    ("Năm 2024, quận lo việc; dự kiến năm 2025 giúp thêm 40 hộ", [year(2025)]),
]
FRAMES_OF_NOTHING = [
    ("Nhà máy hoạt động từ năm 2005, rộng 32 ha", [NONE]),
    (
        "Từ đầu năm 2024 đến nay, huyện xây 6 căn nhà; thời gian tới sẽ giúp thêm 4 gia đình",
        [("2024-01-01", None), NONE],
    ),
    ("Kỷ niệm ngày thành lập Công đoàn (28/7/1929 - 28/7/2018), huyện trao 25 suất quà", [NONE]),
    ("Kỷ niệm 95 năm thành lập Công đoàn (1929 - 2024), huyện trao 25 suất quà", [NONE]),
    ("Thông tin do công đoàn đăng ngày 6/8/2024 cho hay đã trao 90 suất quà", [NONE]),
    ("Năm 2024, quận xây 12 căn nhà, cao hơn hẳn năm 2023", [year(2024)]),
    ("Ngày 5/9/2024, huyện khám cho 200 công nhân, đợt thứ ba trong năm 2024", [days("2024-09-05")]),
    ("Năm 2024 tỉnh họp. LĐLĐ tỉnh đề nghị cấp 5 tỷ đồng.", [NONE]),
    ("Giai đoạn 2024 - 2030, cả nước xây nhà ở xã hội.\nLĐLĐ tỉnh đã đầu tư 50 tỷ đồng.", [NONE]),
    ("Xây dựng kế hoạch công tác năm 2025 và trao 30 suất quà", [NONE]),
    ("Thực hiện Luật Công đoàn năm 2024, công ty có 300 đoàn viên", [NONE]),
    ("Thành lập năm 1998, công ty trao 40 suất quà", [NONE]),
    ("Chương trình “Vì đoàn viên năm 2023” có 40 CĐCS dự", [NONE]),
    ("Hội nghị triển khai nhiệm vụ năm 2025. Huyện kết nạp 400 đoàn viên.", [NONE]),
    ("Căn hộ năm 2024 có giá 300 triệu đồng", [NONE]),
    ("Năm 2026, tỉnh xây nhà. Đã kết nạp 300 đoàn viên.", [NONE]),  # which lies ahead
    ("Vinh danh 30 tập thể trong lễ trao giải “Vì người lao động năm 2023”", [NONE]),
    ("Năm 2024, công ty xây nhà ăn. Hằng năm công ty còn dành 2 tỷ đồng chăm lo.", [NONE]),
]
TIMES_OF_FIGURES = [
    # a year behind each number is of it, and so is the year of what a number is held against
    ("Tỷ lệ CĐCS có đối thoại tăng từ 31% năm 2019 lên 58% năm 2022.", [year(2019), year(2022)]),
    ("Năm 2023, huyện trao 40 suất quà và thăm 12 hộ nghèo năm 2022.", [year(2023), year(2023)]),
    ("Năm 2023, có 4% công nhân nghỉ việc, so với mức 11% của năm 2019.", [year(2023), year(2019)]),
    # a year that closes the subject of a figure comes before the day of the meeting, and goes on
    ("Tại hội nghị sáng 5/4/2024, tổng thu toàn ngành năm 2023 đạt 104% dự toán. Chi cho đoàn viên chiếm 61% tổng chi.",
     [year(2023), year(2023)]),
    ("Sáng 5/4/2024, 80 người dự hội nghị năm 2024.", [days("2024-04-05")]),
    ("Sáng 5/4/2024, ông An cho biết mức chi năm 2023 là 90 triệu đồng.", [year(2023)]),
    ("Mức thưởng năm nay là 90 triệu đồng, gấp đôi năm trước - 45 triệu đồng.", [year(2024), year(2023)]),
    # ways of doing something are no plan where they brought it about
    ("Công ty tiết kiệm được 9 tỷ đồng nhờ các giải pháp kỹ thuật trong giai đoạn 2019 - 2023.",
     [("2019-01-01", "2023-12-31")]),
    ("Ở mùa giải 2022 - 2023, ban tổ chức nhận 90 hồ sơ.", [("2022-01-01", "2023-12-31")]),
    # a bracket that closes behind a place begins no clause
    ("Hai vụ ngừng việc đã xảy ra tại huyện Tân An (Long An) trong tháng 5/2024, LĐLĐ huyện cho biết.",
     [("2024-05-01", "2024-05-31")]),
    # what was published then was done before, and so was what prepares for a day
    ("Chuẩn bị cho buổi đối thoại với lãnh đạo tỉnh ngày 5/6/2024, LĐLĐ tỉnh nhận được 900 câu hỏi.", [NONE]),
    ("Tại buổi đối thoại với lãnh đạo tỉnh ngày 5/6/2024, LĐLĐ tỉnh nhận được 900 câu hỏi.", [days("2024-06-05")]),
    ("Báo cáo của LĐLĐ tỉnh công bố ngày 5/6/2024 cho thấy, 90 công nhân bị nợ lương.", [NONE]),
]  # fmt: skip
GOES_ON = [
    ("Năm 2023, huyện kết nạp 90 đoàn viên.\nBáo cáo cũng chỉ rõ, 12 xã chưa có đoàn viên mới.", [year(2023)] * 2),
    ("Năm 2023, huyện kết nạp 90 đoàn viên.\nBáo cáo dài, 12 xã chưa có đoàn viên mới.", [year(2023), NONE]),
    ("Năm 2023, ngành kết nạp 90 đoàn viên.\nTuần lễ hiến máu thu được 700 đơn vị máu.", [year(2023)] * 2),
    ("Năm 2023, ngành kết nạp 90 đoàn viên.\nKho máu còn 700 đơn vị máu.", [year(2023), NONE]),
    ("Chiều 5/10/2024, phường tặng 30 suất quà; 4 chị được vay không lãi, mỗi chị 20 triệu đồng.",
     [days("2024-10-05")] * 3),
    # an aim in percent goes on over the clauses, a number that is reached each year does not
    ("Phấn đấu đến năm 2030, 95% cán bộ đạt chuẩn; ít nhất 70% CĐCS có thỏa ước; mỗi năm lập 9 CĐCS.",
     [(None, "2030-12-31")] * 2 + [NONE]),
    # up to an hour of a day; an hour alone is no end of anything
    ("Tính đến 17 giờ ngày 5/10/2024, tỉnh ghi nhận 900 nhà tốc mái.", [(None, "2024-10-05")]),
    ("Đến 17 giờ ngày 5/10/2024, công ty cho 900 công nhân về.", [days("2024-10-05")]),
]  # fmt: skip
TARGETS = [
    (
        "Đề án “Nâng tầm cán bộ nữ giai đoạn 2024 - 2027” của LĐLĐ tỉnh đặt mục tiêu đào tạo 90 cán bộ.",
        [("2024-01-01", "2027-12-31")],
    ),
    (
        "Ngày 5/6/2024, hai bên ký chương trình phối hợp giai đoạn 2024 - 2028. Theo đó, hai bên sẽ mở ít nhất 9 lớp.",
        [("2024-01-01", "2028-12-31")],
    ),
    ("Đề án “Nâng tầm cán bộ nữ giai đoạn 2024 - 2027” của LĐLĐ tỉnh đã giúp 90 cán bộ.", [NONE]),
    ("Năm 2024, tỉnh vui. Chương trình “Tết ấm áp” năm 2025 sẽ hỗ trợ 900 đoàn viên.", [year(2025)]),
    ("Năm 2024, tỉnh vui. Chương trình học bổng năm 2025 của tỉnh sẽ hỗ trợ 900 em.", [year(2025)]),
    ("Năm 2024, tỉnh dạy 80 em. Chương trình học bổng năm 2023 của tỉnh đã hỗ trợ 900 em.", [year(2024)] * 2),
    # a congress sets targets for the term that it opens
    (
        "Ngày 6/6/2025, phường mở đại hội nhiệm kỳ 2025 - 2030.\nĐại hội đề ra chỉ tiêu: 90% CĐCS mở hội nghị.",
        [("2025-01-01", "2030-12-31")],
    ),
    ("Ngày 6/6/2025, phường họp.\nPhường đề ra chỉ tiêu: kết nạp 90 đoàn viên.", [days("2025-06-06")]),
    ("Phấn đấu năm 2025 kết nạp 500 đoàn viên", [year(2025)]),
    # what is due by a day has no other, what was done in the same sentence has not that one
    ("Ngày 5/12/2024, xã đối thoại. Công ty cam kết sẽ thưởng thêm 90 công nhân trước ngày 30/12/2024.",
     [(None, "2024-12-30")]),
    ("Ngày 5/12/2024, xã đã tặng 90 suất quà để bà con kịp dùng trước ngày 30/12/2024.", [days("2024-12-05")]),
    (
        "Nhiệm kỳ 2023 - 2028, phấn đấu đến năm 2028 có 9.000 đoàn viên; hằng năm, 75% CĐCS vững mạnh",
        [(None, "2028-12-31"), ("2023-01-01", "2028-12-31")],
    ),
    ("Phấn đấu đến năm 2028 có 95.000 đoàn viên", [(None, "2028-12-31")]),
    ("Nhiệm kỳ 2023 - 2028, phấn đấu kết nạp 15.000 đoàn viên", [("2023-01-01", "2028-12-31")]),
    ("Năm 2025, tỉnh phấn đấu kết nạp 900 đoàn viên. Thành lập 12 CĐCS.", [year(2025), year(2025)]),
]  # fmt: skip


# What stands in front of a sentence and says nothing of it changes nothing.
FRONTS = ["", "Trời rất đẹp. "]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        *OWN_SENTENCE,
        *STOCKS,
        *CARRIED,
        *COMPARED,
        *OF_ONE_NUMBER,
        *SHARED,
        *NOT_WHEN,
        *FRAMES_OF_NOTHING,
        *TIMES_OF_FIGURES,
        *GOES_ON,
        *TARGETS,
    ],
)
def test_periods(front: str, lines: str, expected: list[Days]) -> None:
    assert periods(front + lines) == expected
