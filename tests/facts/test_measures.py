"""Which measure each number of a sentence is of: one table, grouped by the measures of the record contract."""

from __future__ import annotations

from collections import Counter

import pytest

from baocongdoan.facts.measurement.measure_rules import builtin_rules
from baocongdoan.facts.measurement.measures import find_cues
from baocongdoan.language.text import Text

from .conftest import measures
from .measures_of_work import ACTIVITY, RELATIONS, WELFARE

PAIRS = [
    ("Mới thực hiện được 30/90 đoàn viên theo chỉ tiêu", [(30, "members_admitted"), (90, "members_admitted")]),
    ("Cả tỉnh có 810/940 CĐCS áp dụng phần mềm", [(810, "other"), (940, "unions_total")]),
    ("Cả tỉnh có 9/10 CĐCS và 21/21 doanh nghiệp áp dụng phần mềm", [(9, "other"), (21, "other")]),
    ("Ban nhận 14/16 kiến nghị", [(14, "other")]),
]
TRAINING = [
    (
        "Ngành tập huấn cho 74 an toàn vệ sinh viên thuộc 13 đơn vị",
        [(74, "training_participants"), (13, "other")],
    ),
    ("Ngành tập huấn cho 74 cán bộ và 13 đơn vị", [(74, "training_participants"), (13, "training_participants")]),
    ("Sau 6 năm hoạt động, trường dạy nghề cho 740 công nhân", [(740, "training_participants")]),
    ("Trước đó, lớp khu vực miền Trung có 82 người tham dự", [(82, "training_participants")]),
    ("Trước đó, hội thao có 82 người tham dự", [(82, "event_participants")]),
    (
        "Mỏ mở 2 lớp huấn luyện cho 140 an toàn, vệ sinh viên",
        [(2, "training_classes"), (140, "training_participants")],
    ),
    ("Tuần sau sẽ có thêm một lớp như thế với gần 70 người", [(70, "training_participants")]),
    ("Xã có một lớp mầm non với gần 70 người", [(70, "other")]),
    ("Mở lớp bồi dưỡng lý luận và nghiệp vụ công đoàn cho 88 cán bộ CĐCS trực thuộc", [(88, "training_participants")]),
    ("Khai giảng lớp huấn luyện cơ bản với hơn 90 cán bộ công đoàn cơ sở", [(90, "training_participants")]),
    ("60 cán bộ công đoàn xã học nghiệp vụ", [(60, "training_participants")]),
    ("Ban Tuyên giáo mở 4 lớp nghiệp vụ cho cán bộ mới được bầu", [(4, "training_classes")]),
    ("Quận tổ chức 3 khóa bồi dưỡng lý luận chính trị", [(3, "training_classes")]),
    ("Đơn vị đã tổ chức 11 hội nghị tập huấn công tác tài chính", [(11, "training_classes")]),
    ("Có 5 buổi tập huấn về an toàn, vệ sinh lao động trong quý", [(5, "training_classes")]),
    ("Chúng tôi đào tạo lại tay nghề cho 640 công nhân", [(640, "training_participants")]),
    ("Gần 280 học viên là cán bộ công đoàn chuyên trách đã dự lớp học", [(280, "training_participants")]),
    ("Cử 35 lượt cán bộ tham gia các lớp bồi dưỡng do cấp trên mở", [(35, "training_participants")]),
    (
        "Toàn ngành mở 7 lớp tập huấn với 540 lượt người tham gia",
        [(7, "training_classes"), (540, "training_participants")],
    ),
    (
        "Công đoàn tổ chức 14 lớp tập huấn cho 1.130 lượt chủ tịch, phó chủ tịch CĐCS",
        [(14, "training_classes"), (1130, "training_participants")],
    ),
    ("Hội nghị tập huấn có sự tham gia của 150 cán bộ nữ công", [(150, "training_participants")]),
    ("Hơn 90 cán bộ công đoàn được bồi dưỡng kỹ năng thương lượng", [(90, "training_participants")]),
]
MEMBERSHIP = [
    ("LĐLĐ tỉnh chuyển 96 CĐCS khối trường học về LĐLĐ huyện quản lý", [(96, "unions_received")]),
    ("Ngành chuyển 96 CĐCS sang họp trực tuyến", [(96, "other")]),
    ("Nơi nào có 6 đoàn viên mới được thành lập CĐCS", [(6, "members_total")]),
    (
        "Huyện vượt chỉ tiêu với 905 đoàn viên mới, vượt chỉ tiêu 12 đoàn viên",
        [(905, "members_admitted"), (12, "other")],
    ),
    ("Huyện chưa hoàn thành chỉ tiêu 6 CĐCS được giao cho cả năm", [(6, "unions_founded")]),
    ("Xã được giao quản lý 30 CĐCS với 2.100 đoàn viên", [(30, "unions_total"), (2100, "members_total")]),
    ("Năm qua đưa tổng số lên 14.300 đoàn viên", [(14300, "members_total")]),
    ("Nghiệp đoàn nghề cá xã Bình Hải ra đời năm 2014, đến nay tập hợp 212 ngư dân", [(212, "members_total")]),
    ("Kết nạp 90 người, đạt chỉ tiêu 150%; chiếm 70%", [(90, "members_admitted"), (150, "target_rate"), (70, "share")]),
    ("có 57 công đoàn cơ sở (CĐCS) được thành lập", [(57, "unions_founded")]),
    ("Ngành đặt mục tiêu lập 17 CĐ cơ sở", [(17, "unions_founded")]),
    ("Cả năm đã lập được 22 CĐCS", [(22, "unions_founded")]),
    ("Biên bản được lập 3 bản", [(3, "other")]),
    ("Năm nay tăng thêm 310 đoàn viên, tăng thêm 12 lao động", [(310, "members_admitted"), (12, "other")]),
    ("Công đoàn ngành quản lý 27 tổ chức Công đoàn cơ sở", [(27, "unions_total")]),
    ("Quý I, toàn huyện phát triển mới 412 đoàn viên", [(412, "members_admitted")]),
    ("Đã có thêm 1.805 công nhân lao động gia nhập tổ chức Công đoàn", [(1805, "members_admitted")]),
    ("Số đoàn viên kết nạp mới là 96 người", [(96, "members_admitted")]),
    ("LĐLĐ huyện thành lập 29 CĐCS, giải thể 4", [(29, "unions_founded"), (4, "unions_reorganised")]),
    (
        "giới thiệu 60 đoàn viên ưu tú cho Đảng (năm 2019 giới thiệu được 52, đã kết nạp 31)",
        [(60, "party_nominees"), (52, "party_nominees"), (31, "party_admissions")],
    ),
    ("Năm trước xảy ra 5 vụ ngừng việc, năm nay còn 1.", [(5, "stoppages"), (1, "stoppages")]),
    ("Lễ kết nạp cho 63 đoàn viên mới của nghiệp đoàn", [(63, "members_admitted")]),
    ("Phấn đấu phát triển thêm 15.000 đoàn viên", [(15000, "members_admitted")]),
    ("Công đoàn ngành hiện quản lý 9.350 đoàn viên", [(9350, "members_total")]),
    ("Nâng tổng số đoàn viên lên 48.210 người", [(48210, "members_total")]),
    (
        "Đến nay, toàn tỉnh có 74.000 đoàn viên sinh hoạt tại 1.050 CĐCS",
        [(74000, "members_total"), (1050, "unions_total")],
    ),
    ("CĐCS công ty hiện có 870 đoàn viên", [(870, "members_total")]),
    ("Thành lập mới 22 công đoàn cơ sở ngoài khu vực nhà nước", [(22, "unions_founded")]),
    ("Huyện vận động thành lập được 6 CĐCS", [(6, "unions_founded")]),
    ("Ra mắt 3 nghiệp đoàn nghề cá", [(3, "unions_founded")]),
    (
        "Năm qua đã thành lập 18 CĐCS, kết nạp 2.470 đoàn viên",
        [(18, "unions_founded"), (2470, "members_admitted")],
    ),
    ("LĐLĐ quận tiếp nhận 9 CĐCS từ Công đoàn ngành Xây dựng", [(9, "unions_received")]),
    ("Bàn giao 4 công đoàn cơ sở về LĐLĐ huyện quản lý", [(4, "unions_received")]),
    ("Đã tiếp nhận 2 CĐCS với 310 đoàn viên", [(2, "unions_received"), (310, "members_total")]),
    ("Kiện toàn ban chấp hành 17 CĐCS", [(17, "unions_reorganised")]),
    ("Đã giải thể 5 công đoàn cơ sở không còn hoạt động", [(5, "unions_reorganised")]),
    ("Sáp nhập 12 CĐCS trường học trong hè", [(12, "unions_reorganised")]),
    ("Toàn thị xã có 132 công đoàn cơ sở", [(132, "unions_total")]),
    ("Công đoàn Khu công nghiệp đang trực tiếp quản lý 98 CĐCS", [(98, "unions_total")]),
    ("LĐLĐ huyện hiện có 140 CĐCS trực thuộc", [(140, "unions_total")]),
    ("Tổ công tác khảo sát 31 doanh nghiệp chưa có tổ chức công đoàn", [(31, "enterprises_surveyed")]),
    ("Cán bộ công đoàn đã tiếp cận, vận động tại 27 công ty", [(27, "enterprises_surveyed")]),
    ("Rà soát 54 đơn vị, doanh nghiệp đủ điều kiện thành lập công đoàn", [(54, "enterprises_surveyed")]),
    ("Phấn đấu phát triển từ 340 đoàn viên trở lên", [(340, "members_admitted")]),
    # what is received from unions is no union
    ("Ban vận động tiếp nhận sự chia sẻ của 31 tổ chức công đoàn", [(31, "other")]),
    ("Quận tiếp nhận thêm 6 CĐCS từ công đoàn ngành", [(6, "unions_received")]),
]
PARTY = [
    (
        "giới thiệu hơn 60 đoàn viên ưu tú cho Đảng, kết nạp mới 921 đoàn viên",
        [(60, "party_nominees"), (921, "members_admitted")],
    ),
    ("Giới thiệu 45 đoàn viên ưu tú cho Đảng bồi dưỡng, kết nạp", [(45, "party_nominees")]),
    ("Các CĐCS giới thiệu 210 quần chúng ưu tú để cấp ủy xem xét", [(210, "party_nominees")]),
    ("Đã có 68 đoàn viên công đoàn được giới thiệu cho Đảng", [(68, "party_nominees")]),
    (
        "Giới thiệu 80 đoàn viên ưu tú, trong đó 33 người được kết nạp vào Đảng",
        [(80, "party_nominees"), (33, "party_admissions")],
    ),
    (
        "Giới thiệu cho Đảng 278 đoàn viên, trong đó 138 đoàn viên được xem xét kết nạp",
        [(278, "party_nominees"), (138, "party_admissions")],
    ),
    # "người" behind those proposed are some of them; members who are admitted need not be
    (
        "Giới thiệu cho Đảng 80 đoàn viên ưu tú; 33 người đủ điều kiện đã được kết nạp, trong đó 12 người là nữ",
        [(80, "party_nominees"), (33, "party_admissions"), (12, "party_admissions")],
    ),
    (
        "Giới thiệu cho Đảng 80 đoàn viên ưu tú; kết nạp 330 đoàn viên",
        [(80, "party_nominees"), (330, "members_admitted")],
    ),
    ("Đảng bộ kết nạp 16 đảng viên mới là công nhân", [(16, "party_admissions")]),
    ("Có 29 công nhân trực tiếp sản xuất được đứng trong hàng ngũ của Đảng", [(29, "party_admissions")]),
    ("Năm qua, 102 đoàn viên ưu tú đã được kết nạp Đảng", [(102, "party_admissions")]),
]
STOCKS = [
    ("Nghiệp đoàn ban đầu có 40 đoàn viên; nay đã lên 390 đoàn viên", [(40, "members_total"), (390, "members_total")]),
    ("Sau sáp nhập, Công đoàn ngành Điện còn 4.860 đoàn viên", [(4860, "members_total")]),
    ("Sau bão, huyện còn 48 đoàn viên chưa liên lạc được", [(48, "other")]),
    ("Số cán bộ chuyên trách giảm từ 120 xuống 74 người", [(120, "officials_total"), (74, "officials_total")]),
    ("Số vụ cháy giảm từ 12 xuống 7 vụ", [(12, "other"), (7, "other")]),
    ("Ngành có 700 đoàn viên, trong đó đảng viên 210 người", [(700, "members_total"), (210, "other")]),
    ("Năm 2018, lao động bình quân toàn ngành là 3.400 người", [(3400, "workers_total")]),
    ("Bí thư biểu dương những đóng góp của hơn 7.000 đoàn viên", [(7000, "members_total")]),
    ("Bí thư biểu dương 70 đoàn viên", [(70, "awards")]),
    ("Nghiệp đoàn nay đã phát triển lên 190 đoàn viên", [(190, "members_total")]),
    ("Nghiệp đoàn nay đã phát triển thêm 190 đoàn viên", [(190, "members_admitted")]),
    ("Xã có 3 nghiệp đoàn nghề cá, tập hợp được 410 ngư dân", [(3, "unions_total"), (410, "members_total")]),
    ("Xã có cảng cá, tập hợp được 410 ngư dân", [(410, "workers_total")]),
    ("Khó nhất là các đơn vị dưới 20 công nhân", [(20, "workers_total")]),
    ("Khó nhất là tìm được dưới 20 công nhân", [(20, "other")]),
    ("Lập 5 CĐCS ở doanh nghiệp có từ 90 lao động", [(5, "unions_founded"), (90, "workers_total")]),
    ("Tổng số đoàn viên của quận sẽ vượt 47.000 người", [(47000, "members_total")]),
    ("Nghiệp đoàn nay đã có 88 đoàn viên cùng 19 tàu", [(88, "members_total"), (19, "other")]),
    ("Số CĐCS tăng từ 31 lên 40 đơn vị", [(31, "unions_total"), (40, "unions_total")]),
    ("Trực thuộc Công đoàn Viên chức tỉnh là 45 công đoàn cơ sở", [(45, "unions_total")]),
    ("Công đoàn công ty có 3 công đoàn bộ phận, 49 tổ công đoàn", [(3, "other"), (49, "other")]),
    ("Toàn xã đến nay có 3.225 đoàn viên thuộc 37 Công đoàn cơ sở.", [(3225, "members_total"), (37, "unions_total")]),
    (
        "Công đoàn xã quản lý 35 CĐCS. Trong đó: xã Phú 21 CĐCS; xã Phượng 8 CĐCS",
        [(35, "unions_total"), (21, "unions_total"), (8, "unions_total")],
    ),
    ("tổng số 4.808 đoàn viên/5.322 LĐ", [(4808, "members_total"), (5322, "workers_total")]),
    ("Khu công nghiệp có hơn 45.000 công nhân đang làm việc", [(45000, "workers_total")]),
    ("Công ty đang sử dụng 2.100 lao động", [(2100, "workers_total")]),
    ("Toàn tỉnh hiện có 310.000 CNVCLĐ", [(310000, "workers_total")]),
    ("Hệ thống công đoàn tỉnh có 112 cán bộ công đoàn chuyên trách", [(112, "officials_total")]),
    ("Toàn ngành có 64 cán bộ công đoàn", [(64, "officials_total")]),
    ("Hiện có 21 cán bộ công đoàn chuyên trách đang công tác tại huyện", [(21, "officials_total")]),
    ("Trên địa bàn quận hiện có 5.400 doanh nghiệp", [(5400, "enterprises_total")]),
    ("Toàn khu có 86 doanh nghiệp đang hoạt động", [(86, "enterprises_total")]),
    ("Cả nước có hơn 800.000 doanh nghiệp", [(800000, "enterprises_total")]),
]
RATES = [
    ("So với kế hoạch 7.000 đoàn viên của năm thì đạt 58%", [(7000, "members_admitted"), (58, "target_rate")]),
    ("Đề nghị nâng lương tối thiểu vùng thêm 7,3%", [(7.3, "other")]),
    (
        "Kết nạp 4.310/9.000 đoàn viên, đạt 47,9%",
        [(4310, "members_admitted"), (9000, "members_admitted"), (47.9, "target_rate")],
    ),
    ("Kết nạp 420 đoàn viên (đạt 315% so kế hoạch)", [(420, "members_admitted"), (315, "target_rate")]),
    (
        "Cụ thể, chỉ tiêu phát triển đoàn viên đạt 98%, mức vận động quỹ đạt 96%",
        [(98, "target_rate"), (96, "target_rate")],
    ),
    ("Hội nghị người lao động đạt 133%, tỷ lệ nữ đạt 40%", [(133, "target_rate"), (40, "share")]),
    ("Làm thêm giờ được trả ít nhất bằng 150%", [(150, "share")]),
    ("Thỏa ước được ký ở 82% doanh nghiệp, cán bộ nữ đạt 40%", [(82, "share"), (40, "share")]),
    ("Kết nạp 1.312 đoàn viên, đạt 131% chỉ tiêu giao", [(1312, "members_admitted"), (131, "target_rate")]),
    ("Thu kinh phí đạt 102% kế hoạch", [(102, "target_rate")]),
    ("Thành lập 10 CĐCS, bằng 125% so với chỉ tiêu", [(10, "unions_founded"), (125, "target_rate")]),
    ("Thành lập 18/12 CĐCS, đạt 150%", [(18, "unions_founded"), (12, "unions_founded"), (150, "target_rate")]),
    ("Đạt 100% so với nghị quyết đề ra", [(100, "target_rate")]),
    ("Có 95% CĐCS tổ chức hội nghị người lao động", [(95, "share")]),
    ("Tỷ lệ đoàn viên chiếm 87,5% tổng số lao động", [(87.5, "share")]),
    ("100% cán bộ công đoàn được tập huấn", [(100, "share")]),
    ("Số vụ giảm 12% so với cùng kỳ", [(12, "other")]),
    ("Tiền lương bình quân tăng 5,4%", [(5.4, "other")]),
    ("Cao hơn 3% so với năm trước", [(3, "other")]),
    ("Vượt 25% chỉ tiêu", [(25, "other")]),
    ("Tăng 12% so với kế hoạch", [(12, "other")]),
    ("Đạt và vượt 105% kế hoạch", [(105, "target_rate")]),
    ("Lãi vay giảm từ 7,2% xuống còn 6%", [(7.2, "other"), (6, "other")]),
    ("Tỷ lệ cán bộ nữ tăng từ 31% năm 2019 lên 36%", [(31, "share"), (36, "share")]),
    ("Có 31% cán bộ nữ và 36% đoàn viên nữ", [(31, "share"), (36, "share")]),
]
OTHER = [
    ("Theo khảo sát nhanh của ban, tháng 9 có 37 doanh nghiệp giảm đơn hàng", [(37, "other")]),
    ("Theo kế hoạch, ban khảo sát 37 doanh nghiệp", [(37, "enterprises_surveyed")]),
    ("Nhà máy cho 230 thợ nghỉ luân phiên", [(230, "other")]),
    ("Nhà máy cho 230 thợ vay tiền", [(230, "beneficiaries")]),
    ("Có 9 đoàn viên gặp nạn; hỗ trợ 9 đoàn viên gặp nạn", [(9, "other"), (9, "beneficiaries")]),
    ("Huyện có 640 đoàn viên có nhà bị tốc mái, 35 đoàn viên rời khỏi địa bàn", [(640, "other"), (35, "other")]),
    ("Do dịch bệnh, 72 cô giáo không có thu nhập", [(72, "other")]),
    ("Ký 6 bản thỏa thuận hợp tác, ký 6 bản thỏa ước", [(6, "other"), (6, "agreements")]),
    ("Đêm diễn có 11 tiết mục; lực lượng công nhân hiến 510 đơn vị", [(11, "other"), (510, "other")]),
    ("Trồng 2.000 cây xanh quanh khu lưu trú", [(2000, "other")]),
    ("Đại hội bầu 15 ủy viên ban chấp hành", [(15, "other")]),
    ("Đại hội đề ra 6 nhiệm vụ trọng tâm", [(6, "other")]),
    ("Khu đất rộng 3,2 ha", [(3.2, "other")]),
    ("Tòa nhà cao năm tầng", [(5, "other")]),
    ("Công nhân nêu 23 ý kiến, kiến nghị", [(23, "other")]),
    ("Phát 4.000 tờ rơi tuyên truyền", [(4000, "other")]),
    ("Viện khảo sát hồi cuối tháng 10 với 3.120 người lao động", [(3120, "other")]),
    ("Viện khảo sát nhu cầu, hỗ trợ 310 người lao động", [(310, "beneficiaries")]),
]


TABLES = [PAIRS, TRAINING, MEMBERSHIP, PARTY, WELFARE, RELATIONS, ACTIVITY, STOCKS, RATES, OTHER]
MEASURES = [
    "training_classes",
    "training_participants",
    "members_admitted",
    "members_total",
    "unions_founded",
    "unions_received",
    "unions_reorganised",
    "unions_total",
    "enterprises_surveyed",
    "party_nominees",
    "party_admissions",
    "beneficiaries",
    "gifts",
    "homes",
    "amount",
    "agreements",
    "dialogues",
    "stoppages",
    "strikers",
    "inspections",
    "event_participants",
    "events",
    "awards",
    "initiatives",
    "workers_total",
    "officials_total",
    "enterprises_total",
    "target_rate",
    "share",
    "other",
]


# What stands in front of a sentence and says nothing of it changes nothing.
FRONTS = ["", "Trời rất đẹp. "]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [row for table in TABLES for row in table],
)
def test_measures(front: str, sentence: str, expected: list[tuple[float, str]]) -> None:
    assert measures(front + sentence) == expected


def test_every_measure_of_the_contract_has_three_rows() -> None:
    rows = Counter(measure for table in TABLES for _, told in table for _, measure in told)

    assert {measure: rows[measure] for measure in MEASURES if rows[measure] < 3} == {}


def test_cues_are_found_in_the_sentences_asked_for() -> None:
    text = Text.plain("Kết nạp 12 người. Tặng 3 suất quà. Tập huấn 5 lớp.")

    assert [cue.name for cue in find_cues(text, text.sentences[1:2], builtin_rules())] == ["hand"]
