"""Which measure each number of a sentence is of: one table, grouped by the measures of the record contract."""

from __future__ import annotations

from collections import Counter

import pytest

from baocongdoan.facts.measurement.measure_rules import builtin_rules
from baocongdoan.facts.measurement.measures import find_cues
from baocongdoan.language.text import Text

from .conftest import measures

TRAINING = [
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
WELFARE = [
    ("Đoàn chuyển 70 thùng mì tôm vào vùng lũ, chuyển 70 hồ sơ", [(70, "gifts"), (70, "other")]),
    ("Công đoàn đứng ra tín chấp cho 65 đoàn viên", [(65, "beneficiaries")]),
    ("Hơn 3 nghìn lượt đoàn viên mua hàng với giá ưu đãi", [(3000, "beneficiaries")]),
    ("Có 213 người chưa được giải quyết quyền lợi", [(213, "other")]),
    ("Có 213 người được giải quyết quyền lợi", [(213, "beneficiaries")]),
    ("Trao 75 triệu đồng kinh phí đợt hai cho 6 đoàn viên", [(75_000_000, "amount"), (6, "beneficiaries")]),
    # things that people get, though no verb says so; what nobody gets is no present
    ("LĐLĐ huyện Gò Dầu: 90 đôi giày cho công nhân nghèo", [(90, "gifts")]),
    ("LĐLĐ huyện Gò Dầu: 90 đôi giày cũ trong kho", [(90, "other")]),
    ("Công đoàn đem 97 suất quà tới xóm trọ", [(97, "gifts")]),
    ("20 lớp bồi dưỡng đã đón gần 980 lượt học viên", [(20, "training_classes"), (980, "training_participants")]),
    ("tặng quà cho 30 học viên", [(30, "beneficiaries")]),
    ("Công đoàn trao quà cho 240 công nhân có hoàn cảnh khó khăn", [(240, "beneficiaries")]),
    ("Khám bệnh, cấp thuốc miễn phí cho 1.600 lượt người lao động", [(1600, "beneficiaries")]),
    ("Thăm hỏi 77 gia đình đoàn viên bị thiên tai", [(77, "beneficiaries")]),
    ("Quỹ đã cho 1.300 đoàn viên vay vốn", [(1300, "beneficiaries")]),
    ("Có 52 hộ được vay vốn từ quỹ trợ vốn", [(52, "beneficiaries")]),
    ("Đã hỗ trợ 3.215 đoàn viên, người lao động bị ảnh hưởng bởi dịch bệnh", [(3215, "beneficiaries")]),
    ("Tặng học bổng cho 60 con công nhân vượt khó", [(60, "beneficiaries")]),
    ("Đưa 450 công nhân về quê đón Tết", [(450, "beneficiaries")]),
    ("Tiễn 96 công nhân về quê ăn Tết", [(96, "beneficiaries")]),
    ("19 CĐCS đã chuyển về Công đoàn Viên chức tỉnh quản lý", [(19, "unions_received")]),
    ("Ngành tiếp nhận thêm 4 CĐCS của Tổng công ty Thép", [(4, "unions_received")]),
    ("LĐLĐ huyện hiện phụ trách 163 CĐCS", [(163, "unions_total")]),
    ("7 kỹ sư vừa tuyên thệ dưới cờ Đảng", [(7, "party_admissions")]),
    ("Có 4 người thợ vinh dự nhận Giải thưởng Nguyễn Đức Cảnh", [(4, "awards")]),
    ("8 tập thể và 31 cá nhân được nhận bằng khen", [(8, "awards"), (31, "awards")]),
    ("2.600 công nhân tham gia đình công", [(2600, "strikers")]),
    ("Các vụ việc đều được giải quyết êm thấm, 1.730 công nhân đình công đã trở lại làm việc", [(1730, "strikers")]),
    ("Công đoàn hỗ trợ 120 công nhân đình công", [(120, "beneficiaries")]),
    ("Cụm công nghiệp giải quyết việc làm cho 4.900 lao động", [(4900, "workers_total")]),
    ("Công đoàn giải quyết khó khăn cho 90 công nhân", [(90, "beneficiaries")]),
    ("740 lượt cán bộ được trang bị kiến thức pháp luật", [(740, "training_participants")]),
    ("Hơn 500 công nhân ra quân đạp xe", [(500, "event_participants")]),
    ("Toàn huyện chỉ có 64 DN ngoài nhà nước", [(64, "enterprises_total")]),
    ("Khu công nghệ cao là nơi đứng chân của 140 công ty", [(140, "enterprises_total")]),
    ("Có 12 doanh nghiệp gửi thư cảm ơn", [(12, "other")]),
    ("Tổng cộng 318 đoàn viên công đoàn của tỉnh trở thành đảng viên", [(318, "party_admissions")]),
    (
        "Trong số 95 đoàn viên được giới thiệu cho Đảng, có 60 người được kết nạp",
        [(95, "party_nominees"), (60, "party_admissions")],
    ),
    ("Công ty có 900 đoàn viên, 12 người được kết nạp Đảng", [(900, "members_total"), (12, "party_admissions")]),
    ("2.400 túi thuốc được chuyển tới tay F0", [(2400, "gifts")]),
    ("Nhà hảo tâm ủng hộ hơn 9.000 khẩu trang", [(9000, "gifts")]),
    ("12 máy tính bảng đã đến với các em học sinh", [(12, "gifts")]),
    ("Khu có 58 công ty đang hoạt động", [(58, "enterprises_total")]),
    ("58 công ty tham gia hội chợ", [(58, "other")]),
    ("Nay nghiệp đoàn đã quy tụ 310 đoàn viên", [(310, "members_total")]),
    ("Công đoàn hướng tới con số 1,5 triệu đoàn viên", [(1500000, "members_total")]),
    ("Huyện có 41 lớp mầm non ngoài công lập được hỗ trợ", [(41, "other")]),
    ("Nhận nhà đợt này có ba đoàn viên của Công ty Hoa Mai", [(3, "beneficiaries")]),
    ("Gần 8.000 công nhân nhận “Túi quà Công đoàn”", [(8000, "beneficiaries")]),
    ("CĐ ngành có 41 CĐCS, quy tụ 3.906 đoàn viên", [(41, "unions_total"), (3906, "members_total")]),
    ("Hội thao quy tụ 640 đoàn viên", [(640, "event_participants")]),
    ("Hơn 130 cán bộ Công đoàn dự tập huấn", [(130, "training_participants")]),
    ("130 cán bộ Công đoàn dự hội thảo", [(130, "event_participants")]),
    ("95 CB CĐCS được tập huấn nghiệp vụ", [(95, "training_participants")]),
    ("Quận sáp nhập 3 NĐ xe ôm", [(3, "unions_reorganised")]),
    ("LĐLĐ thị xã góp thêm 60 phần", [(60, "gifts")]),
    ("Ban công nhận 38 cơ quan, đơn vị đạt chuẩn văn hóa", [(38, "awards")]),
    (
        "4 tập thể, 19 cá nhân xuất sắc trong phong trào thi đua yêu nước giai đoạn 2015-2020 được CĐ khen thưởng",
        [(4, "awards"), (19, "awards")],
    ),
    ("Phường tiễn 41 tân binh lên đường nhập ngũ", [(41, "other")]),
    ("Trao 500 suất quà cho công nhân khu trọ", [(500, "gifts")]),
    ("Chuẩn bị 1.200 phần quà Tết gửi đoàn viên", [(1200, "gifts")]),
    ("Tặng 85 vé xe về quê", [(85, "gifts")]),
    ("Hơn 3.000 suất ăn miễn phí được gửi tới tuyến đầu", [(3000, "gifts")]),
    ("Trao tặng 20 chiếc xe đạp cho học sinh nghèo", [(20, "gifts")]),
    ("Bàn giao 6 mái ấm Công đoàn", [(6, "homes")]),
    ("Hỗ trợ xây mới 15 căn nhà cho đoàn viên nghèo", [(15, "homes")]),
    ('Khởi công 2 ngôi nhà "Mái ấm Công đoàn"', [(2, "homes")]),
    ("Sửa chữa 9 nhà ở cho đoàn viên", [(9, "homes")]),
    ("Tổng trị giá gần 1,4 tỷ đồng", [(1400000000, "amount")]),
    ("Quỹ đã giải ngân 3 tỷ 250 triệu đồng", [(3250000000, "amount")]),
    ("Mỗi suất trị giá 500.000đ", [(500000, "amount")]),
    ("Lương tối thiểu vùng tăng thêm 180.000 đồng", [(180000, "amount")]),
    (
        "Trao 300 suất quà cho 300 đoàn viên, tổng trị giá 150 triệu đồng",
        [(300, "gifts"), (300, "beneficiaries"), (150000000, "amount")],
    ),
]
RELATIONS = [
    ("Chê thưởng Tết ít, trên 3.000 công nhân bỏ xưởng", [(3000, "strikers")]),
    ("Ký mới 8 bản thỏa ước lao động tập thể", [(8, "agreements")]),
    ("Toàn tỉnh có 415 doanh nghiệp ký kết TƯLĐTT", [(415, "other")]),
    ("Đã có 66 thỏa ước lao động tập thể được ký kết", [(66, "agreements")]),
    ("Thương lượng, ký kết thêm 12 bản TƯLĐTT", [(12, "agreements")]),
    ("Tổ chức 37 cuộc đối thoại định kỳ tại nơi làm việc", [(37, "dialogues")]),
    ("Có 203 hội nghị người lao động được tổ chức", [(203, "dialogues")]),
    ("Doanh nghiệp tổ chức 2 buổi đối thoại đột xuất", [(2, "dialogues")]),
    ("Xảy ra 4 vụ đình công, 950 công nhân tham gia", [(4, "stoppages"), (950, "strikers")]),
    ("Trên địa bàn xảy ra 6 cuộc ngừng việc tập thể với 2.800 lao động", [(6, "stoppages"), (2800, "strikers")]),
    ("Hơn 700 công nhân đồng loạt ngừng việc để phản đối", [(700, "strikers")]),
    ("Khoảng 1.200 công nhân đình công đòi tăng lương", [(1200, "strikers")]),
    ("Số vụ tranh chấp lao động tập thể là 3 vụ, giảm 2 vụ", [(3, "stoppages"), (2, "other")]),
    ("Ủy ban Kiểm tra tiến hành 24 cuộc kiểm tra tài chính", [(24, "inspections")]),
    ("Tổ chức 10 cuộc giám sát việc thực hiện chính sách", [(10, "inspections")]),
    ("Phối hợp thực hiện 5 đợt kiểm tra liên ngành", [(5, "inspections")]),
]
ACTIVITY = [
    ("Trao thưởng cho 22 cá nhân, trao thưởng Tết cho 22 công nhân", [(22, "awards"), (22, "beneficiaries")]),
    (
        "Cuộc thi có 31.400 lượt thi; số người dự thi nhiều nhất là 620 người",
        [(31400, "event_participants"), (620, "event_participants")],
    ),
    ("Phiên chợ đón hơn 900 lượt người, đón 40 công nhân về quê", [(900, "event_participants"), (40, "beneficiaries")]),
    ("Vượt qua 9 đội khác, đội khai thác giành giải Nhất", [(9, "event_participants")]),
    ("Gần 300 thợ lò đại diện cho hơn 9.000 thợ mỏ tham dự", [(300, "event_participants"), (9000, "workers_total")]),
    ("Tổ chức 18 hoạt động; lớp học có 4 chuyên đề", [(18, "events"), (4, "other")]),
    ("Bà Lan dẫn đầu đoàn, cùng đi có 20 đoàn viên", [(20, "event_participants")]),
    # who comes to a meeting takes part in it, whoever else "có" members
    ("Về dự đại hội có 90 đoàn viên là đại biểu chính thức", [(90, "event_participants")]),
    ("Về Hậu Giang, công đoàn khu có 90 đoàn viên", [(90, "members_total")]),
    ("Ngành vận động hiến máu tình nguyện được 1.030 đơn vị", [(1030, "other")]),
    ("300 đoàn viên hiến máu tình nguyện", [(300, "event_participants")]),
    ("Toàn ngành có 900 lượt đoàn viên, người lao động hưởng ứng các phong trào", [(900, "event_participants")]),
    ("Tổng số có 46 người tham gia", [(46, "event_participants")]),
    # those held up as an example are honoured, however far off the verb stands
    (
        "40 thợ lò tiêu biểu cùng 12 cá nhân điển hình trong học tập đã được công đoàn tuyên dương",
        [(40, "awards"), (12, "awards")],
    ),
    ("40 thợ lò tiêu biểu dự lễ; công đoàn tuyên dương 12 tập thể", [(40, "event_participants"), (12, "awards")]),
    ("Công đoàn ngành khen 15 tập thể, cá nhân", [(15, "awards")]),
    ("Kỷ niệm chương được LĐLĐ huyện trao cho 14 cán bộ", [(14, "awards")]),
    ("Bằng khen và phần quà được trao cho 14 cán bộ", [(14, "beneficiaries")]),
    ("Ủy ban Kiểm tra thực hiện 75 cuộc; 8 cuộc đồng cấp", [(75, "inspections"), (8, "inspections")]),
    ("Cùng với 1 cuộc đối thoại đột xuất là 20 cuộc định kỳ", [(1, "dialogues"), (20, "dialogues")]),
    ("có 2 lần kiểm tra đột xuất quỹ tiền mặt", [(2, "inspections")]),
    ("Cùng dự có trên 100 đ/c", [(100, "event_participants")]),
    ("13 học viên có thành tích cao được khen thưởng", [(13, "awards")]),
    ("Sau giai đoạn 135 lao động bị ảnh hưởng việc làm, xưởng chạy lại", [(135, "other")]),
    ("Hội thao thu hút 320 vận động viên đến từ 18 đơn vị", [(320, "event_participants"), (18, "event_participants")]),
    ("Dự đại hội có 250 đại biểu chính thức", [(250, "event_participants")]),
    ("Hơn 1.000 công nhân tham gia ngày hội", [(1000, "event_participants")]),
    ("Hội thi có 12 đội tranh tài", [(12, "event_participants")]),
    ("Tổ chức 26 buổi tuyên truyền pháp luật", [(26, "events")]),
    (
        "Tổ chức 9 hội nghị tuyên truyền cho 1.350 lượt công nhân",
        [(9, "events"), (1350, "event_participants")],
    ),
    ("Công đoàn tổ chức 5 hội thi, hội diễn văn nghệ", [(5, "events")]),
    ("Khen thưởng 42 tập thể và 118 cá nhân xuất sắc", [(42, "awards"), (118, "awards")]),
    ("12 tập thể và 30 cá nhân được tặng bằng khen", [(12, "awards"), (30, "awards")]),
    ("Trao bằng khen cho 8 tập thể, 21 cá nhân", [(8, "awards"), (21, "awards")]),
    ("Tặng 14 kỷ niệm chương vì sự nghiệp xây dựng tổ chức", [(14, "awards")]),
    ("Biểu dương 100 công nhân lao động tiêu biểu", [(100, "awards")]),
    ("Tặng giấy khen cho 6 đồng chí", [(6, "awards")]),
    ("Ban tổ chức trao 1 giải nhất, 2 giải nhì và 5 giải khuyến khích", [(1, "awards"), (2, "awards"), (5, "awards")]),
    ("Đoàn viên có 1.420 sáng kiến được công nhận", [(1420, "initiatives")]),
    ("Đăng ký 36 đề tài, sáng kiến cải tiến kỹ thuật", [(36, "initiatives")]),
    ("Công nhân đề xuất 215 ý tưởng tiết kiệm", [(215, "initiatives")]),
]
STOCKS = [
    ("Tổng số đoàn viên của quận sẽ vượt 47.000 người", [(47000, "members_total")]),
    ("Nghiệp đoàn nay đã có 88 đoàn viên cùng 19 tàu", [(88, "members_total"), (19, "other")]),
    ("Số CĐCS tăng từ 31 lên 40 đơn vị", [(31, "other"), (40, "unions_total")]),
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
    ("Kết nạp 5.124/8.000 đoàn viên, đạt 64,06%", [(5124, "members_admitted"), (64.06, "target_rate")]),
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
    ("Thành lập 8/6 CĐCS, đạt 133%", [(8, "unions_founded"), (133, "target_rate")]),
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


TABLES = [TRAINING, MEMBERSHIP, PARTY, WELFARE, RELATIONS, ACTIVITY, STOCKS, RATES, OTHER]
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
