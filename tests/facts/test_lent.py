"""Which measures numbers take from those beside them: events, wholes, lists, rankings."""

from __future__ import annotations

import pytest

from baocongdoan.facts.measurement.heads import head_of
from baocongdoan.language.text import Text
from baocongdoan.mentions.numbers import find_numbers
from baocongdoan.mentions.quantities import find_quantities

from .conftest import measures

TOGETHER = [
    ("Cảng trao 900 phần quà tại bến: 410 phần ở bến Đông", [(900, "gifts"), (410, "gifts")]),
    (
        "Hội thi thu hút 9.400 lượt dự thi. Tuần 1 có 2.300 lượt, tuần 2: 2.600, tuần 3: 4.500 lượt",
        [(value, "event_participants") for value in (9400, 2300, 2600, 4500)],
    ),
    (
        "Hội thi thu hút 9.400 lượt dự thi. Mỗi người thi hơn 2 lượt",
        [(9400, "event_participants"), (2, "other")],
    ),
    ("Cảng trao 900 phần quà và in 1.400 phần cẩm nang", [(900, "gifts"), (1400, "other")]),
    (
        "LĐLĐ quận giúp 310 đoàn viên; con số này ở LĐLĐ huyện bạn là 270 người",
        [(310, "beneficiaries"), (270, "beneficiaries")],
    ),
    (
        "Các cơ sở làm 21 cuộc kiểm tra. Nhờ vậy, nhiều nơi sửa sai. Riêng quận 4 làm 5 cuộc, mở 2 cuộc thi",
        [(21, "inspections"), (5, "inspections"), (2, "events")],
    ),
    (
        "Ngành tuyên dương 40 cô giáo. Riêng Trường Mầm non Hoa Sen có 6 người",
        [(40, "awards"), (6, "awards")],
    ),
    ("Ngành tuyên dương 40 cô giáo. Trường Mầm non Hoa Sen có 6 người", [(40, "awards"), (6, "other")]),
    ("Huyện có 27 thợ mỏ được cấp nhà, 27 thợ mỏ là F0", [(27, "other"), (27, "other")]),
    ("Đêm nhạc có 900 khán giả", [(900, "event_participants")]),
    ("Mỏ tổ chức tập huấn sơ cứu. Có 64 thợ lò tham dự", [(64, "training_participants")]),
    ("Mỏ tổ chức tập huấn sơ cứu. Có 64 thợ lò tham dự hội thao", [(64, "event_participants")]),
    (
        "Số thợ mỏ từ 700 người tăng lên 910 người; số đoàn viên từ 610 người tăng lên 690 người",
        [(700, "other"), (910, "other"), (610, "members_total"), (690, "members_total")],
    ),
    ("Huyện có 310 lao động mất việc làm", [(310, "other")]),
    ("Huyện có 310 lao động giỏi nghề", [(310, "workers_total")]),
    ("Quận có 45 đoàn viên có hoàn cảnh éo le", [(45, "other")]),
    ("Vận động được 18 nơi thành lập công đoàn", [(18, "unions_founded")]),
    ("Quận vẫn còn 18 nơi chưa thành lập công đoàn", [(18, "other")]),
    (
        "Đã có 13 CĐCS ra đời, trong khi cả năm 2019 chỉ có 9 CĐCS. Công ty chỉ có 9 CĐCS",
        [(13, "unions_founded"), (9, "unions_founded"), (9, "unions_total")],
    ),
    (
        "Khi ấy, quận có 310 CĐCS với 22.400 đoàn viên; nay con số tương ứng là 377 CĐCS và 30.150 đoàn viên",
        [(310, "unions_total"), (22400, "members_total"), (377, "unions_total"), (30150, "members_total")],
    ),
    ("Công đoàn khai giảng lớp huấn luyện an toàn. Tham dự có 75 cán bộ", [(75, "training_participants")]),
    ("Công đoàn tổ chức hội nghị sơ kết. Tham dự có 75 cán bộ", [(75, "event_participants")]),
    (
        "Xảy ra 7 vụ ngừng việc. Số người tham gia là 1.900 công nhân. Số người tham gia hội thao là 85 công nhân",
        [(7, "stoppages"), (1900, "strikers"), (85, "event_participants")],
    ),
    ("Giải chạy khép lại tối qua. Có 2.640 người đăng ký", [(2640, "event_participants")]),
    ("Giải chạy khép lại tối qua. Có 2.640 người đăng ký mua nhà", [(2640, "other")]),
    ("Đã bàn giao 4 và 3 căn nhà, khám bệnh cho 66 bưu tá", [(4, "homes"), (3, "homes"), (66, "beneficiaries")]),
    ("Công đoàn gặp mặt 48 nữ cán bộ; gặp mặt 48 cán bộ tiêu biểu", [(48, "event_participants"), (48, "awards")]),
    ("Số suất không giảm mà tăng lên 4.600 suất quà", [(4600, "gifts")]),
    ("Kiểm tra tài chính tại 14 CĐCS", [(14, "inspections")]),
    ("Tổng số doanh nghiệp ở khu kinh tế hiện là 187 đơn vị", [(187, "enterprises_total")]),
    ("Tổng số CĐCS, nghiệp đoàn của quận tính đến tháng 8 là 83 đơn vị", [(83, "unions_total")]),
    ("Đội ngũ cán bộ công đoàn không chuyên trách đông đảo với 4.120 người", [(4120, "officials_total")]),
    ("Tổng số công nhân tham gia hội thi là 260 người", [(260, "event_participants")]),
    ("Số cán bộ bị kỷ luật là 3 người", [(3, "other")]),
    (
        "Công đoàn giám sát các doanh nghiệp. Đã làm được 70 cuộc, chủ trì 22 cuộc",
        [(70, "inspections"), (22, "inspections")],
    ),
    ("Chỉ tiêu giao trong quý là 500 đoàn viên, 3 CĐCS", [(500, "members_admitted"), (3, "unions_founded")]),
    (
        "Toàn tỉnh hiện có 905 công đoàn cơ sở (CĐCS), 61.400 đoàn viên",
        [(905, "unions_total"), (61400, "members_total")],
    ),
    (
        "Thành lập mới 140 CĐCS, trong đó có 122 CĐCS ở khu vực ngoài nhà nước",
        [(140, "unions_founded"), (122, "unions_founded")],
    ),
    ("Tặng quà 310 gia đình công nhân", [(310, "beneficiaries")]),
    ("Tư vấn 5 vụ ngừng việc.\nĐã khởi kiện 4 vụ nợ lương", [(5, "stoppages"), (4, "other")]),
    (
        "Trao tặng 50 suất quà, mỗi suất trị giá 1 triệu đồng cho đoàn viên",
        [(50, "gifts"), (1000000, "amount")],
    ),
    (
        "Toàn tỉnh có 1.245 lượt đoàn viên được vay vốn với tổng số tiền trên 25 tỷ đồng",
        [(1245, "beneficiaries"), (25000000000, "amount")],
    ),
    (
        "Trong tổng số 1.560 đoàn viên được kết nạp mới có 1.200 đoàn viên ở doanh nghiệp",
        [(1560, "members_admitted"), (1200, "members_admitted")],
    ),
    (
        "Đã tư vấn cho 560 lượt công nhân, giải quyết 12 đơn thư khiếu nại",
        [(560, "beneficiaries"), (12, "other")],
    ),
    ("Gần 400 đoàn viên hiến máu, thu được 320 đơn vị máu", [(400, "event_participants"), (320, "other")]),
    (
        "Hội thi có 24 đội với 120 thí sinh tham dự",
        [(24, "event_participants"), (120, "event_participants")],
    ),
    (
        "Kết nạp 650/500 đoàn viên, đạt 130%",
        [(650, "members_admitted"), (500, "members_admitted"), (130, "target_rate")],
    ),
    (
        "Phát triển mới 21 CĐCS với 1.870 đoàn viên",
        [(21, "unions_founded"), (1870, "members_admitted")],
    ),
    (
        "Tổ chức 52 cuộc đối thoại với sự tham gia của 6.200 công nhân",
        [(52, "dialogues"), (6200, "event_participants")],
    ),
    ("LĐLĐ huyện có 87 CĐCS với tổng số 4.356 đoàn viên", [(87, "unions_total"), (4356, "members_total")]),
    (
        "Giới thiệu 120 đoàn viên ưu tú cho Đảng, có 56 đồng chí được kết nạp",
        [(120, "party_nominees"), (56, "party_admissions")],
    ),
    ("Mở 6 lớp học nghề cho 180 lao động nữ", [(6, "training_classes"), (180, "training_participants")]),
    (
        "Đại biểu thay mặt 8.900 đoàn viên của 126 CĐCS",
        [(8900, "members_total"), (126, "unions_total")],
    ),
    ("Hơn 1.000 trong số 3.100 công nhân đình công", [(1000, "strikers"), (3100, "workers_total")]),
    ("Có trên 200 cán bộ, đoàn viên, CNVCLĐ dự mít tinh", [(200, "event_participants")]),
    ("Trao 5 triệu đồng, 20 thùng mì cho khu trọ", [(5000000, "amount"), (20, "gifts")]),
    ("Tuyên truyền pháp luật cho 3.500 lượt đoàn viên, NLĐ", [(3500, "event_participants")]),
    ("Chương trình có 12 gian hàng 0 đồng", [(12, "events")]),
    ("Ra mắt 2 nghiệp đoàn; Ban Chấp hành gồm 3 đồng chí", [(2, "unions_founded"), (3, "other")]),
    ("Công ty thưởng Tết cho 3.200 công nhân", [(3200, "beneficiaries")]),
    (
        "Kết nạp 4.215 đoàn viên. Đến nay, toàn tỉnh có 1.486 CĐCS với 71.350 đoàn viên",
        [(4215, "members_admitted"), (1486, "unions_total"), (71350, "members_total")],
    ),
    ("Ký mới 45 bản thỏa ước, nâng tổng số thỏa ước lên 412 bản", [(45, "agreements"), (412, "other")]),
    ("Trao 12 bằng khen", [(12, "awards")]),
    ("Đại hội bầu 27 đồng chí và bầu 8 đại biểu dự đại hội cấp trên", [(27, "other"), (8, "other")]),
    ("Ký thỏa thuận hợp tác với 15 doanh nghiệp về giảm giá", [(15, "other")]),
    # an answer to a call tells less than what those who answered it did
    ("Hưởng ứng phong trào, nhiệm kỳ qua có 9 đoàn viên đạt danh hiệu chiến sĩ thi đua", [(9, "awards")]),
    ("Hưởng ứng phong trào, 340 đoàn viên ra quân dọn vệ sinh", [(340, "event_participants")]),
    ("Đề ra 7 chỉ tiêu, 4 chương trình trọng tâm", [(7, "other"), (4, "other")]),
    ("Tổ chức 4 chương trình giao lưu", [(4, "events")]),
    # a figure without a noun counts what the one before counts
    ("Năm 2018 có 270 cuộc đối thoại. Nửa đầu năm nay, con số này là 141.", [(270, "dialogues"), (141, "dialogues")]),
    ("Quận giám sát 27 cuộc. Con số này vượt kế hoạch 3 cuộc.", [(27, "inspections"), (3, "other")]),
    ("Nhận 19 đơn, giải quyết dứt điểm 17 đơn", [(19, "other"), (17, "other")]),
    ("Thời đó toàn ngành mới có 86 CĐCS và chưa đầy 4.100 đoàn viên", [(86, "unions_total"), (4100, "members_total")]),
    ("Trong số này hơn 2.600 là đoàn viên công đoàn", [(2600, "members_total")]),
    ("Huyện đã có 23 đoàn viên trở về từ vùng lũ", [(23, "other")]),
    ("Nghiệp đoàn giành lại quyền lợi cho 27 công nhân", [(27, "beneficiaries")]),
    ("Công đoàn đòi tiền công cho hơn 60 công nhân", [(60, "beneficiaries")]),
    ("270 công nhân đình công đòi tiền lương", [(270, "strikers")]),
    # homes that came to harm are mended, or only counted
    ("Xã sẽ sửa ngay 36 căn nhà hư hỏng nặng", [(36, "homes")]),
    ("Mưa đá làm 36 căn nhà hư hỏng nặng", [(36, "other")]),
    ("Dự đại hội có 96 đại biểu được bầu từ các CĐCS", [(96, "event_participants")]),
    ("Đại hội có 17 đồng chí được bầu vào Ban Chấp hành", [(17, "other")]),
    ("Quận tổ chức họp mặt 64 nữ đoàn viên", [(64, "event_participants")]),
    ("Gần 700 công nhân đã đến với ngày hội gia đình", [(700, "event_participants")]),
    ("Họ là những gương mặt được chọn từ hơn 5.300 nữ công nhân", [(5300, "workers_total")]),
    ("Nhà máy đang tạo việc làm cho 410 lao động", [(410, "workers_total")]),
    ("Trung tâm đã tạo việc làm cho 410 lao động", [(410, "other")]),
]
RANKED_AND_PARTS = [
    (
        "Toàn tỉnh kết nạp 9.000 đoàn viên, thành lập 40 CĐCS. Dẫn đầu là LĐLĐ huyện với 2.215 đoàn viên và 12 CĐCS.",
        [(9000, "members_admitted"), (40, "unions_founded"), (2215, "members_admitted"), (12, "unions_founded")],
    ),
    (
        "Toàn ngành có 64 CĐCS, 5.238 đoàn viên, trong đó khối tư nhân 51 CĐCS, 4.612 đoàn viên",
        [(64, "unions_total"), (5238, "members_total"), (51, "unions_total"), (4612, "members_total")],
    ),
    (
        "Kết nạp 120 đoàn viên, thành lập 3 CĐCS, đạt lần lượt 114% và 120% kế hoạch",
        [(120, "members_admitted"), (3, "unions_founded"), (114, "target_rate"), (120, "target_rate")],
    ),
    ("Chỉ tiêu được giao là 900 đoàn viên, 12 CĐCS", [(900, "members_admitted"), (12, "unions_founded")]),
    ("Không trừ lương 300 công nhân ngừng việc", [(300, "strikers")]),
    ("Nâng bữa ăn ca từ 13.000 lên 17.000 đồng", [(13000, "amount"), (17000, "amount")]),
    ("Tặng 200 quạt điện cho công nhân và 50 hộp bánh", [(200, "gifts"), (50, "gifts")]),
    ("Thưởng Tết 1,5 tháng lương", [(1.5, "other")]),
    # people behind an event are of it, in one clause
    ("Xảy ra 2 vụ đình công với 318 công nhân", [(2, "stoppages"), (318, "strikers")]),
    ("Xảy ra 2 vụ đình công. Nhà máy có 318 công nhân.", [(2, "stoppages"), (318, "workers_total")]),
    ("Tổ chức 5 cuộc đối thoại; 318 công nhân được tặng quà", [(5, "dialogues"), (318, "beneficiaries")]),
    # some of those counted are of the same measure, but not behind a semicolon
    ("Giới thiệu 286 đoàn viên ưu tú, trong đó có 201 nữ", [(286, "party_nominees"), (201, "party_nominees")]),
    ("Tặng quà cho 30 người và 12 nữ công nhân", [(30, "beneficiaries"), (12, "beneficiaries")]),
    ("Giới thiệu 286 đoàn viên ưu tú; trong đó có 201 nữ", [(286, "party_nominees"), (201, "other")]),
    # things listed behind what was handed out were handed out, too
    ("Tặng 2 triệu đồng và 5 chiếc áo", [(2_000_000, "amount"), (5, "gifts")]),
    ("Tặng 2 triệu đồng và 5 chậu mai", [(2_000_000, "amount"), (5, "gifts")]),
    ("Thu phí 2 triệu đồng, 5 chiếc áo", [(2_000_000, "amount"), (5, "other")]),
    ("Có 564 đề tài, 175 mô hình được công nhận", [(564, "initiatives"), (175, "initiatives")]),
    ("Có 30 sáng kiến, 9 hội thảo", [(30, "initiatives"), (9, "events")]),
    ("Có 12 vụ nợ lương và 3 vụ ngừng việc", [(12, "other"), (3, "stoppages")]),
    # the ranking may come long behind the sum
    (
        "Toàn tỉnh kết nạp 9.000 đoàn viên. Trời đẹp. Ai cũng vui. Dẫn đầu là LĐLĐ huyện với 2.215 đoàn viên.",
        [(9000, "members_admitted"), (2215, "members_admitted")],
    ),
    # a bare classifier stands for what was counted some sentences before
    ("Xảy ra 14 vụ ngừng việc. Trời đẹp. Trời mưa. Có 8 vụ chưa yên.", [(14, "stoppages"), (8, "stoppages")]),
    ("Tặng 14 suất quà. Trời đẹp. Trời mưa. Có 8 suất cho công nhân.", [(14, "gifts"), (8, "gifts")]),
    ("Trao 12 cuốn sách và 4 tập vở", [(12, "gifts"), (4, "gifts")]),
    (
        "Có 4 lớp với 120 học viên, 30 nữ",
        [(4, "training_classes"), (120, "training_participants"), (30, "training_participants")],
    ),
    ("Trong số 20 kiến nghị có 3 kiến nghị được giải quyết", [(20, "other"), (3, "other")]),
    ("Tăng 40 đoàn viên so với năm ngoái. Giảm 3 CĐCS. Tăng thêm 5 lớp.", [(40, "other"), (3, "other"), (5, "other")]),
    ("Tổng số CĐCS tăng lên 118", [(118, "unions_total")]),
    # all of them, then some: attendances, one in so many, those of a place
    (
        "Toàn tỉnh có 905 công đoàn cơ sở (CĐCS) và 61.400 đoàn viên, 40 cán bộ công đoàn",
        [(905, "unions_total"), (61400, "members_total"), (40, "officials_total")],
    ),
    ("Có 20 lượt CĐCS dự hội thao", [(20, "event_participants")]),
    ("Đoàn đi thăm công nhân tại 9 doanh nghiệp", [(9, "other")]),
    ("Có 34 đoàn viên xin nghỉ việc", [(34, "other")]),
]
WOMEN = [
    ("Cảng có 540 đoàn viên, nữ chiếm hai phần ba với 360 người", [(540, "members_total"), (360, "members_total")]),
    ("Cảng có 540 đoàn viên, giúp quá nửa số hộ với 360 người", [(540, "members_total"), (360, "beneficiaries")]),
    # how many are women, told in brackets, in front of the noun or behind it
    ("Trường có 540 (nữ 412) nhà giáo, người lao động", [(540, "workers_total"), (412, "workers_total")]),
    (
        "Kết nạp 300 đoàn viên (nữ 120), lập 3 CĐCS",
        [(300, "members_admitted"), (120, "members_admitted"), (3, "unions_founded")],
    ),
    ("Ngành có 900 nhà giáo, trong đó đoàn viên công đoàn 870", [(900, "workers_total"), (870, "members_total")]),
    ("Trồng 300 cây (nữ công nhân trồng 120 cây)", [(300, "other"), (120, "other")]),
]
LISTED = [
    # who asks or signs up at what was told of takes part in it
    ("Bí thư đối thoại với công nhân. Tại buổi này, 14 công nhân đặt câu hỏi", [(14, "event_participants")]),
    ("Công ty có đường dây nóng. Tháng này, 14 công nhân đặt câu hỏi", [(14, "other")]),
    ("Xã mở ngày hội hiến máu. Đông nhất là đoàn Công ty Sao Mai với 34 người", [(34, "event_participants")]),
    ("Xã mở ngày hội hiến máu. Đông nhất là Công ty Sao Mai với 34 người", [(34, "other")]),
    # "vụ" goes back to strikes, and not to inspections
    ("Cả nước xảy ra 90 cuộc đình công.\nRiêng tỉnh A có 14 vụ.", [(90, "stoppages"), (14, "stoppages")]),
    ("Cả nước có 90 cuộc kiểm tra.\nRiêng tỉnh A có 14 vụ.", [(90, "inspections"), (14, "other")]),
    # a target's bare "đơn vị" counts the unions told before
    ("Xã đã thành lập 4 CĐCS. Chỉ tiêu tỉnh giao năm nay là 9 đơn vị", [(4, "unions_founded"), (9, "unions_founded")]),
    ("Xã đã thành lập 4 CĐCS. Xã có 9 đơn vị", [(4, "unions_founded"), (9, "other")]),
    # who has not got it yet is none of those who have
    ("Công đoàn hỗ trợ 14 tài xế. Còn 90 tài xế chưa vào nghiệp đoàn", [(14, "beneficiaries"), (90, "other")]),
    (
        "LĐLĐ tỉnh quản lý 11 LĐLĐ huyện, thành phố, 3 công đoàn ngành, 1.276 công đoàn cơ sở, gần 37.000 đoàn viên",
        [(11, "other"), (3, "other"), (1276, "unions_total"), (37000, "members_total")],
    ),
    (
        "Đoàn thăm 11 LĐLĐ huyện, 3 công đoàn ngành, 6 công đoàn cơ sở",
        [(11, "other"), (3, "other"), (6, "other")],
    ),
    # people behind gifts are given them, however far off the verb is
    (
        "LĐLĐ tỉnh trao 390 suất quà Tết và 1.470 phiếu mua hàng tại Chợ Tết do tỉnh mở, cho 490 đoàn viên",
        [(390, "gifts"), (1470, "gifts"), (490, "beneficiaries")],
    ),
    (
        "Toàn tỉnh có 960 công đoàn cơ sở, trong đó 98 đơn vị ngoài nhà nước",
        [(960, "unions_total"), (98, "unions_total")],
    ),
    (
        "Tổng số có 46 người tham gia, gồm 3 phụ huynh, 2 giáo viên đã nghỉ hưu, 5 cán bộ quản lý",
        [(46, "event_participants"), (3, "event_participants"), (2, "event_participants"), (5, "event_participants")],
    ),
    (
        "Tổng số có 46 người tham gia, gồm 3 phụ huynh. Trường có 5 cán bộ công đoàn",
        [(46, "event_participants"), (3, "event_participants"), (5, "officials_total")],
    ),
]


FRONTS = ["", "Trời rất đẹp. "]  # what stands in front of a sentence and says nothing of it changes nothing


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize(("sentence", "expected"), [*TOGETHER, *RANKED_AND_PARTS, *WOMEN, *LISTED])
def test_lent_measures(front: str, sentence: str, expected: list[tuple[float, str]]) -> None:
    assert measures(front + sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "head"),
    [("216 lượt cán bộ", "cán"), ("3 ngôi nhà", "nhà"), ("8 vụ", "vụ"), ("12,5%", "%"), ("34 tỉnh, thành phố", "tỉnh")],
)
def test_heads(sentence: str, head: str) -> None:
    text = Text.plain(sentence)
    [quantity] = find_quantities(text, find_numbers(text))

    assert head_of(quantity) == head
