"""Whether a number is a result, a target, a proposal or a threshold."""

from __future__ import annotations

import pytest

from baocongdoan.pipeline import extract


def statuses(lines: str, published: str | None = None) -> str:
    """One letter a count: reported, target, proposed, criterion."""
    found = extract(lines, clean=False, published=published)
    return "".join(count.status.value[0] for count in found.counts)


REPORTED = [
    ("Tỉnh lên kế hoạch, giao chỉ tiêu lập 173 CĐCS. Rốt cuộc, 230 CĐCS ra đời", "tr"),
    ("Quỹ lên kế hoạch rồi kiểm tra 69 đơn vị", "r"),
    ("Quỹ lên kế hoạch kiểm tra 69 đơn vị", "t"),
    ("Chỉ tiêu phát triển đoàn viên đạt 98%, chỉ tiêu lập CĐCS đạt 105%", "rr"),
    ("Tỉnh đạt và vượt 17 chỉ tiêu. Nổi bật là kết nạp được 865 đoàn viên.", "rr"),
    ("Đạt 100% so với chỉ tiêu kế hoạch; 143 doanh nghiệp ký thỏa ước", "rr"),
    ('Hưởng ứng chương trình "Quyết tâm vượt khó", tỉnh ghi nhận 170 sáng kiến', "r"),
    ("Ban Chấp hành nhiệm kỳ mới được bầu ra với 13 đồng chí", "r"),
    ("LĐLĐ huyện đã kết nạp 131 đoàn viên", "r"),
    ("Kết nạp 131 đoàn viên, đạt 121% chỉ tiêu", "rr"),
    ("Vượt chỉ tiêu 4 đơn vị", "r"),
    ("Đại hội đề ra 6 nhiệm vụ và 3 khâu đột phá", "rr"),
    ("Nghị quyết đặt ra 12 chỉ tiêu", "r"),
    ("Thực hiện mục tiêu của đại hội, tỉnh đã kết nạp 5.000 đoàn viên", "r"),
    ("Công nhân trình độ cao đẳng có 120 người", "r"),
    ("Chương trình đã trao 300 suất quà", "r"),
    ("Giải đáp 35 kiến nghị của công nhân", "r"),
    ("Công nhân đề xuất 120 sáng kiến", "r"),
    ("65% CĐCS hoàn thành tốt nhiệm vụ trở lên", "r"),
    ("Thu nhập đạt 9 triệu đồng, so với mức 7 triệu đồng của năm 2011; so với kế hoạch 8 triệu đồng là vượt", "rrt"),
    ("Hai bên thống nhất tăng lương 6%; đã thống nhất mở 3 lớp", "rr"),
    ("Sau khi thống nhất tổ chức đối thoại, công đoàn giúp 12 công nhân", "r"),
    ("Doanh nghiệp cam kết; kết quả, 40 công nhân đã được nhận lương", "r"),
    ("Công ty hứa trả 30 triệu đồng tiền lương nhưng mới chi trả được 40%", "tr"),
]
TARGETS = [
    ("Năm nay, đơn vị được giao ít nhất 12 cuộc giám sát", "t"),
    ("Ước tính đến cuối năm có 310 CĐCS; tính đến cuối năm có 290 CĐCS", "rr"),
    ("LĐLĐ tỉnh yêu cầu năm 2023 tối thiểu 80% CĐCS nộp báo cáo", "t"),
    ("Tháng này sẽ tổ chức 9 chương trình giao lưu", "t"),
    ("Thời gian tới sẽ triển khai 9 chương trình", "r"),
    ("Công đoàn cảng đăng ký tặng 26 suất quà; công đoàn mỏ đăng ký 70% đoàn viên có sáng kiến", "tt"),
    ("Hội nghị thống nhất mở 6 lớp", "t"),
    ("Phấn đấu trao 800 suất quà. Năm ngoái là 700 suất.", "tr"),
    ("Phấn đấu trao 800 suất quà. Bốn tháng qua, trao 700 suất.", "tr"),
    ("Phấn đấu trao 800 suất quà. Mỏ trao 700 suất.", "tt"),
    ("Kế hoạch năm 2021 của cảng là xây 60 căn nhà, đến nay đã xây 22 căn", "tr"),
    ("Năm ngoái chi 9 tỷ đồng, năm nay dự chi 9 tỷ đồng", "rt"),
    ("Ngành đã chọn mỏ để thí điểm tại 6 tổ trong năm sau; đã chọn mỏ để giúp 6 tổ", "tr"),
    ("Ngành đã giúp 6 tổ, trong năm sau giúp nữa", "r"),
    ("Năm sau huyện sẽ trao 60 suất quà. Tính cả phần ủng hộ, nguồn lực ước 2 tỷ đồng", "tt"),
    ("Huyện vừa ra nghị quyết về nhiệm vụ năm nay. Theo đó, các xã kết nạp 730 đoàn viên, lập 8 CĐCS", "tt"),
    ("Huyện vừa ra nghị quyết về nhiệm vụ năm nay. Dịp này, các xã kết nạp 730 đoàn viên", "r"),
    ("Ngành phát động thi đua, mỗi đơn vị góp ít nhất 2 sáng kiến; mỗi đơn vị đã góp ít nhất 2 sáng kiến", "tr"),
    ("Phấn đấu có 80% CĐCS vững mạnh. Đồng thời, mỗi CĐCS kết nạp ít nhất 3 người; hàng năm khám cho 70 thợ lò", "ttt"),
    ("Kế hoạch nêu rõ, quý IV lập 3 CĐCS", "t"),
    ("Báo cáo nêu rõ, quý I lập 3 CĐCS", "r"),
    ("Quận đăng ký sửa chữa 6 căn nhà", "t"),
    ("Điều kiện được vay là thợ mỏ có thu nhập dưới 7 triệu đồng", "c"),
    ("Ngành vừa có công văn về mùa mưa. Theo đó, công đoàn mỏ sửa 7 căn nhà", "t"),
    ("LĐLĐ quận giao mỗi phường lập 2 CĐCS; kỳ vọng thu 5 tỷ đồng", "tt"),
    ("Đề ra chỉ tiêu: 80% doanh nghiệp mở hội nghị. Cả nhiệm kỳ kết nạp ít nhất 300 đoàn viên", "tt"),
    ("Đặt ra các chỉ tiêu: kết nạp 350 đoàn viên.\nBên cạnh đó, mỗi CĐCS giới thiệu ít nhất 1 đoàn viên ưu tú.", "tt"),
    ("Phấn đấu có 90% CĐCS vững mạnh; khám và điều\ntrị cho 1.000 công nhân.", "tt"),
    ("Đến năm 2030, thu nhập phấn đấu đạt từ 22 triệu đồng/tháng trở lên", "t"),
    ("Chỉ tiêu của cả năm 2017 là phát triển 1.700 đoàn viên", "t"),
    ("Kết nạp 536 đoàn viên, bằng 134% chỉ tiêu 400 được giao", "rrt"),
    ("Thành lập 58 CĐCS (kế hoạch năm: 65)", "rt"),
    ("Phấn đấu kết nạp 15.000 đoàn viên", "t"),
    ("Phấn đấu có 90% CĐCS vững mạnh. 100% cán bộ được tập huấn. 85% đoàn viên được thăm hỏi.", "ttt"),
    ("Mục tiêu đến cuối nhiệm kỳ có 74.000 đoàn viên", "t"),
    ("Đề ra các chỉ tiêu: kết nạp 500 đoàn viên; thành lập 12 CĐCS", "tt"),
    ("Dự kiến trao 4.000 phần quà", "t"),
    ("Kết nạp 830 đoàn viên (kế hoạch năm là 2.500 đoàn viên)", "rt"),
    ("Thời gian tới, LĐLĐ tỉnh sẽ xây thêm 20 căn nhà", "t"),
    ("Theo kế hoạch, 5 chuyến xe sẽ đưa 225 công nhân về quê", "tt"),
    ("Theo kế hoạch vừa ban hành, 320 vé tàu và 320 suất quà (300.000 đồng/suất) sẽ được phân bổ", "ttt"),
    ("Quận vừa trao 320 suất quà", "r"),
    ("Đại hội đề ra đến hết nhiệm kỳ, toàn tỉnh có 130.000 đoàn viên", "t"),
    ("Đại hội đề ra 5 nhiệm vụ trọng tâm", "r"),
    ("Nghị quyết xác định phải có 100% cán bộ dùng phần mềm", "t"),
    ("Kế hoạch năm của ngành là tổ chức 2 cuộc đối thoại", "t"),
    ("Đối tượng xét vay là đoàn viên có thu nhập không quá 6 triệu đồng/tháng", "c"),
    ("Đối tượng ưu tiên là người khuyết tật, có thu nhập dưới 4 triệu đồng/tháng", "c"),
    ("Thỏa ước chỉ được ký kết khi có trên 50% người lao động tán thành", "c"),
    ("CĐCS nào có ít nhất 85% đoàn viên hoàn thành nhiệm vụ mới được xét danh hiệu", "c"),
    ("Quận mới được 417 cuộc, trên 50% chỉ tiêu", "rr"),
    ("Mỗi quý ít nhất 2 cuộc đối thoại là chỉ tiêu mà công đoàn tự đặt ra", "t"),
    ("LĐLĐ thị xã được tỉnh giao kết nạp 950 đoàn viên, song tới tháng 9 mới thực hiện được 610 đoàn viên", "tr"),
    ("Kế hoạch năm nay đề ra 8 cuộc giám sát", "t"),
    ("Từ nay đến cuối năm, quận phát triển thêm 800 đoàn viên", "t"),
    ("Chỉ tiêu nhiệm kỳ mới:\n- Kết nạp 2.000 đoàn viên\n- 100% CĐCS có quy chế", "tt"),
    ("Huyện đặt mục tiêu thành lập 8 CĐCS", "t"),
    ("Công đoàn hướng tới 50 khu thiết chế", "t"),
    ("Có 200 công nhân sẽ được khám bệnh", "t"),
    ("Ngành vừa ban hành kế hoạch thăm thợ lò. Theo đó, công đoàn mỏ tặng 210 suất quà; 40 hộ được sửa nhà", "tt"),
    ("Hai bên ký kết quy chế phối hợp. Theo đó, mỗi quý vận động từ 900 đơn vị máu trở lên", "t"),
    ("Hai bên tổng kết quy chế phối hợp. Theo đó, công đoàn mỏ tặng 210 suất quà", "r"),
    ("Ngành ban hành kế hoạch thăm thợ lò. Theo đó, 40 doanh nghiệp có từ 90 lao động trở lên đã góp tiền", "rc"),
    ("LĐLĐ quận yêu cầu mỗi CĐCS đỡ đầu 2 học sinh; yêu cầu các trường tổ chức ít nhất 3 buổi", "tt"),
    ("Công đoàn giải quyết yêu cầu của 26 công nhân", "r"),
    ("Công đoàn dự kiến tặng quà 80 thợ lò. Tổng kinh phí khoảng 96 triệu đồng", "tt"),
    ("Công đoàn đã tặng quà 80 thợ lò. Tổng kinh phí khoảng 96 triệu đồng", "rr"),
    ("Công đoàn đã tặng quà 80 thợ lò, sẽ tặng thêm 12 người. Kinh phí khoảng 96 triệu đồng", "rtr"),
    ("Năm tới, quận được giao thu 47 tỷ đồng", "t"),
    ("Quận đề ra kế hoạch quý I lập 4 CĐCS", "t"),
    ("Quận đang chuẩn bị mở 3 lớp cho 75 cán bộ", "tt"),
    ("Quận sắp bàn giao 3 căn nhà, đang trao 60 suất quà", "tt"),
    ("Với số tiền gần 700 triệu đồng quyên góp được, ngành sẽ xây 9 căn nhà", "rt"),
    ("Quyết tâm đạt 10 triệu đoàn viên vào năm 2028", "t"),
    ("Hai bên sẽ sửa thỏa ước, bổ sung 4 nội dung có lợi cho công nhân", "t"),
    ("Hội nghị sẽ thảo luận, đề ra 4 nội dung trọng tâm", "r"),
]
SET_BY_OTHERS = [
    ("Nghị quyết ấn định: kết nạp 28.000 đoàn viên, thành lập 40 CĐCS", "tt"),
    ("Kế hoạch giao cho LĐLĐ huyện là 150 đoàn viên, 2 CĐCS. Kết quả, đơn vị kết nạp 234 đoàn viên.", "ttr"),
    ("Kết nạp 412 đoàn viên so với chỉ tiêu cả năm là 400 đoàn viên, thành lập 3 CĐCS", "rtr"),
    ("Công đoàn kết nạp 90 đoàn viên, vượt kế hoạch 9 người", "rr"),
    ("Phong trào theo Kế hoạch số 14/KH-LĐLĐ thu về 205 sáng kiến", "r"),
    ("Hai năm tới, tỉnh phải kết nạp thêm 9.000 đoàn viên", "t"),
    ("Nhiệm kỳ tới, mục tiêu của LĐLĐ quận là kết nạp 900 đoàn viên, thành lập 6 CĐCS", "tt"),
    ("Có thỏa ước ở 79% doanh nghiệp (chỉ tiêu: 70%). Trong đó, 41 bản xếp loại A.", "rtr"),
    ("Có 38% doanh nghiệp lập CĐCS, so với mục tiêu 45%, và 2 xã chưa có cán bộ", "rtr"),
    ("Chỉ tiêu thứ hai là đối thoại định kỳ: mới 15 doanh nghiệp làm đủ", "r"),
    ("Phấn đấu 100% chủ tịch CĐCS được đào tạo. Hiện tỷ lệ này là 62%.", "tr"),
    ("Công đoàn vận động 210 chủ trọ ký cam kết giữ giá, 900 người được lợi", "rr"),
    ("Kết nạp 920 đoàn viên, đạt 92% kế hoạch năm (1.000 đoàn viên)", "rrt"),
    ("Ông phấn đấu kết nạp 500 đoàn viên. Dịp này, 9 tập thể được tặng giấy khen.", "tr"),
    ("LĐLĐ quận đặt kế hoạch kiểm tra 40 doanh nghiệp", "t"),
    ("Năm nay anh lập 9 CĐCS, hơn chỉ tiêu được giao 2 đơn vị", "rr"),
    ("Ngày 3/4/2023, đại hội đề ra 9 chỉ tiêu. Đến năm 2028, 90% đoàn viên được khám bệnh.", "rt"),
    ("Tháng 3/2023, đoàn đến thăm. Năm 2027, nhà máy có 900 công nhân.", "t"),
    ("Đề nghị không trừ lương 300 công nhân ngừng việc", "r"),
    # brackets hold what stands in them, and no more
    ("Đạt 81% (chỉ tiêu: 75%), trong đó 268 bản thỏa ước loại A", "rtr"),
    ("Phấn đấu trao 40 suất quà (đã trao 12 suất)", "tr"),
    # what goes on with targets, and what does not
    ("Phấn đấu có 90% CĐCS vững mạnh.\nTại hội nghị, 12 tập thể được khen.", "tr"),
    ("Phấn đấu có 90% CĐCS vững mạnh. Trong năm, huyện đã làm nhiều việc, có 12 tập thể được khen.", "tr"),
    ("Các chỉ tiêu:\n- Kết nạp 90 đoàn viên\n- Thành lập 5 CĐCS\nĐã trao 40 suất quà.", "ttr"),
    ("Kết quả:\n- Kết nạp 90 đoàn viên\n- Thành lập 5 CĐCS", "rr"),
    ("Đại hội đề ra 5 chỉ tiêu. Trong đó có 90% CĐCS vững mạnh.", "rt"),
    ("Huyện sẽ có 5 CĐCS và hơn 200 đoàn viên", "tt"),
]
PROPOSED = [
    ("Công đoàn đề nghị tăng lương 8%. Theo đó, vùng I tăng thêm 300.000 đồng, lên 5 triệu đồng", "ppp"),
    ("Công đoàn đề nghị tăng lương 8%. Theo đó, Công ty đã chi 300 triệu đồng", "pr"),
    ("Viện khuyến nghị nâng lương lên 3 triệu đồng", "p"),
    ("Công nhân nêu 9 kiến nghị, trong đó có việc nâng tiền ăn lên 20.000 đồng", "rp"),
    ("Chủ chỉ đồng ý mức tăng 3%", "p"),
    ("Đại diện công đoàn đưa ra mức tăng 7,3%", "p"),
    ("Ông Nam nói lương cần tăng 9%", "p"),
    ("Phương án tăng thấp hơn là 160.000 đồng", "p"),
    ("Đề nghị khen thưởng 12 tập thể", "p"),
    ("Trình Tổng Liên đoàn tặng Bằng khen cho 15 tập thể, 28 cá nhân", "pp"),
    ("Công nhân đòi tăng lương 300.000 đồng", "p"),
    ("Kiến nghị hỗ trợ 500.000 đồng cho mỗi lao động", "p"),
    ("Đề nghị tặng 5 suất quà, 8 vé xe, cùng với 3 xe đạp", "ppp"),
    ("Đề xuất hai phương án: một là tăng 5%; hai là tăng 6%", "ppp"),
    ("Công đoàn đề xuất tăng 5%, tương đương mức tăng 150.000 đồng", "pp"),
    ("Công đoàn đề xuất tăng 5%, trong khi giá tăng 150.000 đồng", "pr"),
    ("Đề nghị tặng 5 suất quà. Huyện trao 8 vé xe.", "pr"),
    ("Có 40 công nhân đề nghị tăng lương 5%", "rp"),
    ("Đề nghị tỉnh tặng Cờ thi đua cho 2 tập thể, Bằng khen cho 9 cá nhân", "pp"),
    ("Đề nghị tỉnh tặng Cờ thi đua cho 2 tập thể, trao quà cho 9 cá nhân", "pr"),
    ("Công đoàn kiến nghị và được tỉnh cấp 3 tỷ đồng; khởi kiện đòi quyền lợi hơn 1,5 tỷ đồng", "rr"),
]
CRITERIA = [
    ("Vướng nhất là những đơn vị dưới 20 công nhân", "c"),
    ("Phấn đấu lập 5 CĐCS ở doanh nghiệp có từ 90 lao động", "tc"),
    ("Phấn đấu vận động từ 90 lao động", "t"),
    ("Những công nhân có thu nhập dưới 6 triệu đồng/tháng được vay vốn", "c"),
    ("Công nhân được vay dưới 6 triệu đồng", "r"),
    ("CĐCS nào kết nạp từ 30 đoàn viên trở lên sẽ được biểu dương", "c"),
    ("Huyện có 9 doanh nghiệp trên 50 lao động chưa có CĐCS", "rc"),
    ("Xã còn 4 công ty sử dụng trên 30 lao động chưa có CĐCS", "rc"),
    ("Chi cho tập huấn chiếm 12% tổng chi, trong khi quy định tối thiểu là 9%", "rc"),
    ("Toàn tỉnh có 60 cán bộ, trong đó 58 người có bằng đại học trở lên", "rr"),
    ("Doanh nghiệp có từ 500 lao động trở lên phải tổ chức đối thoại", "c"),
    ("Vận động thành lập công đoàn ở đơn vị sử dụng từ 25 lao động trở lên", "c"),
    ("Doanh nghiệp có ít nhất 10 lao động phải ký hợp đồng", "c"),
    ("Doanh nghiệp có từ 25 lao động trở lên phải lập CĐCS; 40 doanh nghiệp đã lập", "cr"),
    ("Doanh nghiệp sử dụng trên 10 lao động phải đóng kinh phí", "c"),
    # a bound on what was done is no threshold
    ("Hỗ trợ ít nhất 40 công nhân, nhiều nhất 50 công nhân", "rr"),
    ("Hơn 40 doanh nghiệp trao quà", "r"),
    ("Đơn vị nào đạt dưới 60% sẽ không được xét khen", "c"),
    ("Đơn vị này đạt dưới 60% kế hoạch", "r"),
]


# What stands in front of a sentence and says nothing of it changes nothing.
FRONTS = ["", "Trời rất đẹp. "]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize(("lines", "expected"), [*REPORTED, *TARGETS, *SET_BY_OTHERS, *PROPOSED, *CRITERIA])
def test_statuses(front: str, lines: str, expected: str) -> None:
    assert statuses(front + lines) == expected


DATED = [
    ("86% mỏ đã có đơn hàng đến hết năm 2024", "2024-10-10", "r"),
    ("86% mỏ có đơn hàng đến hết năm 2024", "2024-10-10", "t"),
    ("Ước tính đến cuối năm 2024, tỉnh có 310 CĐCS", "2024-10-10", "t"),
    ("Năm 2011, tỉnh có 16 công đoàn cơ sở", "2011-11-30", "r"),
    ("Ngày 20/12/2024, LĐLĐ tỉnh trao 300 suất quà", "2024-12-21", "r"),
    ("Ngày 20/12/2024, LĐLĐ tỉnh trao 300 suất quà", "2024-12-10", "t"),
    ("Năm 2024, LĐLĐ tỉnh kết nạp 3.000 đoàn viên", "2024-12-10", "r"),
    ("Ngày 20/12/2024, LĐLĐ tỉnh trao 300 suất quà", "2024-12-20T08:00:00+07:00", "r"),
    ("Trong năm 2025, huyện trao 40 suất quà, kết nạp 9 đoàn viên", "2024-12-10", "tt"),
    ("Từ nay đến năm 2030, xây 40 căn nhà", "2024-12-10", "t"),
    ("Chào mừng ngày 22/12/2024, mỏ tuyên dương 40 thợ lò", "2024-12-10", "r"),
    ("Vào ngày 22/12/2024, mỏ tuyên dương 40 thợ lò", "2024-12-10", "t"),
    ("Đến hết năm 2024, tỉnh có 40 CĐCS", "2024-12-10", "t"),
    ("Đến hết tháng 11/2024, tỉnh có 40 CĐCS", "2024-12-10", "r"),
]


@pytest.mark.parametrize(("lines", "published", "expected"), DATED)
def test_what_lies_ahead_is_a_target(lines: str, published: str, expected: str) -> None:
    assert statuses(lines, published) == expected
