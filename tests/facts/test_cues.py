"""What the verbs around a number say of its measure: those that look like another's, and those that say nothing."""

from __future__ import annotations

import pytest

from .conftest import measures

HELPED = [
    ("Công đoàn giới thiệu việc làm mới cho 70 người", [(70, "beneficiaries")]),
    ("Công đoàn giới thiệu việc làm ở 70 doanh nghiệp", [(70, "other")]),
    ("Có 70 lượt đoàn viên được mua hàng ưu đãi", [(70, "beneficiaries")]),
    ("Quận cấp đợt hai khoảng 700 khẩu trang", [(700, "gifts")]),
    ("Nhận phụng dưỡng 3 bà mẹ neo đơn; có 3 lao động giúp việc", [(3, "beneficiaries"), (3, "workers_total")]),
    ("Bố trí cho 96 lượt thợ lò nghỉ dưỡng", [(96, "beneficiaries")]),
    ("Khu nghỉ dưỡng sử dụng 470 lao động", [(470, "workers_total")]),
    ("Tòa nhà đáp ứng chỗ ở cho 870 công nhân", [(870, "beneficiaries")]),
    (
        "Luật sư đại diện cho 54 thợ mỏ khởi kiện, đại diện cho 800 thợ mỏ",
        [(54, "beneficiaries"), (800, "workers_total")],
    ),
    ("Nhờ vậy, 54 thợ mỏ được chốt sổ", [(54, "beneficiaries")]),
    ("Chủ cho 54 thợ mỏ nghỉ hưởng 70% lương", [(54, "other"), (70, "share")]),
    ("Hơn 96 công nhân Long An ảnh hưởng vì bão", [(96, "other")]),
    ("Tại ca sáng, 54 thợ mỏ đau bụng, được đưa đi cấp cứu", [(54, "other")]),
    ("Công ty để lại 54 thợ mỏ chưa được nhận lương", [(54, "other")]),
    ("Siêu thị giảm giá cho 900 đoàn viên; số vụ giảm 900 đoàn viên", [(900, "beneficiaries"), (900, "other")]),
    ("Chuyển 900 cuốn vở vào vùng lũ; chuyển 900 hồ sơ", [(900, "gifts"), (900, "other")]),
]
HIT = [
    ("Có 310 lao động bị giảm giờ làm, ngừng việc", [(310, "other")]),
    ("310 lao động ngừng việc đòi lương", [(310, "strikers")]),
    ("Chủ nợ lương của 310 thợ may", [(310, "other")]),
    ("Chủ trả lương cho 310 thợ may", [(310, "workers_total")]),
    ("Huyện có 17 doanh nghiệp tạm dừng sản xuất", [(17, "other")]),
    ("Đoàn kiểm tra 34 doanh nghiệp; 9 doanh nghiệp chưa đóng bảo hiểm", [(34, "inspections"), (9, "other")]),
]
UNIONS = [
    ("Dự kiến thêm 4 CĐCS ở cảng sẽ được chuyển giao", [(4, "unions_received")]),
    ("Dự kiến thêm 4 CĐCS ở cảng ra mắt", [(4, "unions_founded")]),
    ("LĐLĐ tỉnh quản lý trực tiếp 21 công đoàn xã, phường và 640 CĐCS", [(21, "other"), (640, "unions_total")]),
    ("Giám sát việc trả lương, đóng bảo hiểm tại 16 doanh nghiệp", [(16, "inspections")]),
    ("Nữ chiếm 40% trong tổng số 910 đoàn viên Công đoàn Viên chức tỉnh", [(40, "share"), (910, "members_total")]),
    ("Sau sắp xếp, huyện quản lý 76 CĐCS", [(76, "unions_total")]),
    ("Sau khi sáp nhập 76 CĐCS, huyện còn 40 CĐCS", [(76, "unions_reorganised"), (40, "unions_total")]),
    ("Huyện còn 40 CĐCS chưa đại hội", [(40, "other")]),
    ("Công đoàn cảng ra đời từ việc nhập 4 CĐCS", [(4, "unions_reorganised")]),
    ("30 công nhân được trao quyết định kết nạp", [(30, "members_admitted")]),
    ("30 công nhân được trao quyết định hỗ trợ", [(30, "beneficiaries")]),
    ("Thu hút 260 người giúp việc vào nghiệp đoàn", [(260, "members_admitted")]),
    ("Thu hút 260 người giúp việc vào cuộc thi", [(260, "event_participants")]),
    ("Ban Chấp hành có 23 ủy viên; mỏ có 23 cán bộ công đoàn", [(23, "other"), (23, "officials_total")]),
    ("Mỏ có 88 an toàn vệ sinh viên", [(88, "other")]),
]
PARTY = [
    (
        "Chỉ tiêu là kết nạp 240 đoàn viên, mỗi CĐCS giới thiệu 3 đoàn viên ưu tú cho Đảng",
        [(240, "members_admitted"), (3, "party_nominees")],
    ),
    ("Kết nạp 40 đoàn viên và 3 thợ lò vào Đảng", [(40, "party_admissions"), (3, "party_admissions")]),
    (
        "Giới thiệu 90 đoàn viên ưu tú, có 41 đồng chí được kết nạp",
        [(90, "party_nominees"), (41, "party_admissions")],
    ),
    (
        "Giới thiệu 90 đoàn viên ưu tú; có 41 công nhân được kết nạp",
        [(90, "party_nominees"), (41, "members_admitted")],
    ),
]
EVENTS = [
    ("Đội mỏ Tây góp mặt đông nhất với 60 đoàn viên", [(60, "event_participants")]),
    ("Các xã tập trung cho chỉ tiêu năm là 60 đoàn viên", [(60, "members_admitted")]),
    ("Lớp bồi dưỡng do công đoàn cảng mở đã thu hút 130 tổ trưởng", [(130, "training_participants")]),
    ("Hội thao do công đoàn cảng mở đã thu hút 130 tổ trưởng", [(130, "event_participants")]),
    ("Hội thi quy tụ 130 thợ giỏi được tuyển chọn từ các mỏ", [(130, "event_participants")]),
    ("Tổ chức đối thoại với 16 đại diện công nhân", [(16, "event_participants")]),
    ("Cuộc đối thoại diễn ra trực tuyến với 700 công nhân", [(700, "event_participants")]),
    ("Hội thao có 600 vận động viên của 12 đoàn", [(600, "event_participants"), (12, "event_participants")]),
    (
        "Có hai vụ đình công. Lớn nhất là vụ ở Công ty A với 720 công nhân tham gia",
        [(2, "stoppages"), (720, "strikers")],
    ),
    (
        "Có hai vụ đình công. Hội thi của Công ty A có 720 công nhân tham gia",
        [(2, "stoppages"), (720, "event_participants")],
    ),
    ("Hội thảo tổng hợp 900 lượt góp ý", [(900, "other")]),
    ("Bằng khen được trao cho 4 tập thể và 15 cá nhân", [(4, "awards"), (15, "awards")]),
    ("Giấy khen và quà được trao cho 4 hộ và 15 cá nhân", [(4, "beneficiaries"), (15, "beneficiaries")]),
    ("Có 5 kỹ sư được nhận 5 Bằng LĐ sáng tạo", [(5, "awards"), (5, "awards")]),
]
FIGURES = [
    ("Tỷ lệ nợ giảm xuống dưới 3%; lãi vay giảm 3%", [(3, "share"), (3, "other")]),
    ("Tỷ lệ nợ giảm 3%", [(3, "other")]),
    (
        "Mỏ kết nạp 300 đoàn viên. Mỏ có nhà mới. Ở cảng, con số tương ứng là 210 đoàn viên",
        [(300, "members_admitted"), (210, "members_admitted")],
    ),
    (
        "Hỗ trợ 90 lượt thợ lò. Năm nay con số này sẽ nâng lên 120 lượt",
        [(90, "beneficiaries"), (120, "beneficiaries")],
    ),
    ("Qua kiểm tra phát hiện 15 doanh nghiệp sai phạm; kiểm tra 15 doanh nghiệp", [(15, "other"), (15, "inspections")]),
    ("Kiểm tra 28 cuộc, phát hiện 5 đơn vị vi phạm", [(28, "inspections"), (5, "other")]),
    (
        "Phấn đấu kết nạp 800 đoàn viên; riêng quý I đã đạt 310 đoàn viên",
        [(800, "members_admitted"), (310, "members_admitted")],
    ),
    (
        "Kết nạp 800 đoàn viên; đến nay, tổng số đoàn viên đã đạt 3.100 người",
        [(800, "members_admitted"), (3100, "members_total")],
    ),
    ("Giải có 16 đội, 300 cầu thủ", [(16, "event_participants"), (300, "event_participants")]),
    ("Kiểm tra tại 90 đơn vị. Nhận 7 đơn", [(90, "inspections"), (7, "other")]),
    (
        "Khen 4 tập thể và 60 cá nhân, trong đó có 9 chủ nhiệm câu lạc bộ",
        [(4, "awards"), (60, "awards"), (9, "awards")],
    ),
    (
        "Làm lợi cho công ty 240.000.000 đồng; tại công ty 20 đang có 30 thợ",
        [(240_000_000, "amount"), (30, "workers_total")],
    ),
]
# What stands in front of a sentence and says nothing of it changes nothing.
FRONTS = ["", "Trời rất đẹp. "]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize(("sentence", "expected"), [*HELPED, *HIT, *UNIONS, *PARTY, *EVENTS, *FIGURES])
def test_cues(front: str, sentence: str, expected: list[tuple[float, str]]) -> None:
    assert measures(front + sentence) == expected
