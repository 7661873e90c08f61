"""Whose a number is by the way in which its sentence is built."""

from __future__ import annotations

import pytest

from baocongdoan.pipeline import extract

TAY_NINH = "Liên đoàn Lao động tỉnh Tây Ninh"
GO_DAU = "Liên đoàn Lao động huyện Gò Dầu"
BEN_CAU = "Liên đoàn Lao động huyện Bến Cầu"
NATIONAL = "Tổng Liên đoàn Lao động Việt Nam"
SAO_MAI = "Công ty TNHH Sao Mai"
UNION = "Công đoàn Công ty TNHH Sao Mai"
HEALTH = "Công đoàn Y tế Việt Nam"

IN_TURN = [
    ("LĐLĐ huyện Gò Dầu và LĐLĐ huyện Bến Cầu lần lượt kết nạp 900 và 700 đoàn viên.", [GO_DAU, BEN_CAU]),
    (
        "LĐLĐ huyện Gò Dầu và LĐLĐ huyện Bến Cầu (Tây Ninh) cùng mở quỹ. Số tiền lần lượt là 90 và 70 triệu đồng.",
        [GO_DAU, BEN_CAU],
    ),
    ("LĐLĐ huyện Gò Dầu và LĐLĐ huyện Bến Cầu lần lượt trao 900 suất quà, 70 vé xe và 3 căn nhà.", [GO_DAU] * 3),
]
JOINT = [
    ("LĐLĐ huyện Gò Dầu họp.\nTổng LĐLĐ Việt Nam và UBND tỉnh Tây Ninh hỗ trợ 700 triệu đồng.", [NATIONAL]),
    ("LĐLĐ huyện Gò Dầu họp.\nTổng LĐLĐ Việt Nam cấp 7 tỷ đồng.", [NATIONAL]),
    ("LĐLĐ huyện Gò Dầu họp.\nChào mừng Đại hội Tổng LĐLĐ Việt Nam và UBND tỉnh mới, đã có 7 công trình.", [GO_DAU]),
]
LISTED = [
    # the first of those that share a verb; not of those that have their own
    (
        "LĐLĐ tỉnh họp.\nSáng 5/5, 90 suất quà được LĐLĐ huyện Gò Dầu, tỉnh Tây Ninh, Công ty TNHH Sao Mai và "
        "Hội Nông dân huyện trao, mỗi suất 200.000 đồng.",
        [GO_DAU, GO_DAU],
    ),
    ("Ở Công ty TNHH Sao Mai, Công đoàn Công ty đã mua 90 suất quà.", [UNION]),
    ("LĐLĐ huyện Gò Dầu họp, Hội Nông dân huyện Gò Dầu trao 90 suất quà.", ["Hội Nông dân huyện Gò Dầu"]),
    # a lower level is nobody by name, though it ends in a short name
    (
        "LĐLĐ tỉnh Tây Ninh mở 9 lớp; các LĐLĐ huyện, thành phố và công đoàn ngành mở 40 lớp.\n"
        "Công đoàn ngành Y tế tỉnh Tây Ninh họp.",
        [TAY_NINH, None],
    ),
    (
        "LĐLĐ tỉnh Tây Ninh mở 9 lớp; các LĐLĐ huyện họp, công đoàn ngành mở 40 lớp.\n"
        "Công đoàn ngành Y tế tỉnh Tây Ninh họp.",
        [TAY_NINH, "Công đoàn ngành Y tế tỉnh Tây Ninh"],
    ),
    # brackets behind a name tell whose that body is
    ("Nhà máy Sao Mai (Tổng công ty Hoa Mai) có 900 lao động.", ["Nhà máy Sao Mai"]),
    ("Nhà máy Sao Mai họp (Tổng công ty Hoa Mai có 900 lao động).", ["Tổng công ty Hoa Mai"]),
    # members are those of the unit's union
    ("Công đoàn Công ty TNHH Sao Mai họp.\nCông ty TNHH Sao Mai hiện có 900 đoàn viên.", [UNION]),
    ("Công đoàn Công ty TNHH Sao Mai họp.\nCông ty TNHH Sao Mai hiện có 900 lao động.", [SAO_MAI]),
    # who inspects beside the union; whose firm's union acts behind a semicolon; who builds
    ("LĐLĐ tỉnh Tây Ninh phối hợp với Thanh tra Sở Xây dựng Tây Ninh kiểm tra 9 công trường.", [TAY_NINH]),
    (
        "LĐLĐ tỉnh Tây Ninh tặng 90 suất quà ở Công ty TNHH Sao Mai; công đoàn công ty này tặng 9 chiếc xe.",
        [TAY_NINH, UNION],
    ),
    (
        "Khu nhà ở\nDự án do Tổng LĐLĐ Việt Nam làm chủ đầu tư gồm 5 tòa nhà.\nLĐLĐ tỉnh Tây Ninh dự.",
        [NATIONAL],
    ),
]
GIVERS = [
    (
        "LĐLĐ huyện Gò Dầu trao 90 suất quà, gồm 20 suất do Hội Nông dân tỉnh Tây Ninh tặng và 70 suất của LĐLĐ tỉnh.",
        [GO_DAU, "Hội Nông dân tỉnh Tây Ninh", TAY_NINH],
    ),
    ("LĐLĐ huyện Gò Dầu trao 90 suất quà cho công nhân, gồm 20 suất tiền mặt.", [GO_DAU, GO_DAU]),
    (
        'LĐLĐ tỉnh Tây Ninh họp.\nChương trình "Xuân đủ đầy" năm 2024 của LĐLĐ huyện Gò Dầu trao 50 suất quà.',
        [GO_DAU],
    ),
    (
        'LĐLĐ tỉnh Tây Ninh họp.\nHưởng ứng Chương trình "Xuân đủ đầy" do LĐLĐ huyện Gò Dầu phát động, đã trao 5 suất.',
        [TAY_NINH],
    ),
    ("LĐLĐ tỉnh Tây Ninh hỗ trợ LĐLĐ huyện Gò Dầu 150 triệu đồng.", [TAY_NINH]),
    ("LĐLĐ huyện Gò Dầu vui mừng; Bằng khen của LĐLĐ tỉnh Tây Ninh được trao cho 7 tập thể.", [TAY_NINH]),
    ("LĐLĐ huyện Gò Dầu vui mừng; 7 tập thể và 9 cá nhân được LĐLĐ tỉnh Tây Ninh khen thưởng.", [TAY_NINH, TAY_NINH]),
    ("LĐLĐ huyện Gò Dầu vui mừng; giải quyết 9 tỷ đồng từ Quỹ Trợ vốn Công đoàn.", [GO_DAU]),
]
SUBJECTS = [
    ("Công đoàn Công ty TNHH Sao Mai họp.\nLà doanh nghiệp có 900 lao động, Công ty TNHH Sao Mai lo tốt.", [SAO_MAI]),
    ("Với 900 đoàn viên, LĐLĐ huyện Gò Dầu rất vui. LĐLĐ tỉnh Tây Ninh họp.", [GO_DAU]),
    ("Nhờ sự vào cuộc của LĐLĐ tỉnh Tây Ninh, Công ty TNHH Sao Mai đã nộp 6 tỷ đồng.", [SAO_MAI]),
    (
        "Công đoàn Công ty TNHH Sao Mai họp.\nTới dự có Giám đốc Công ty TNHH Sao Mai và "
        "90 đại biểu thay mặt 700 đoàn viên Công đoàn Công ty.",
        [UNION, UNION],
    ),
    ("LĐLĐ tỉnh Tây Ninh họp.\nCác CĐCS trực thuộc Công đoàn Y tế Việt Nam đã tổ chức 9 cuộc đối thoại.", [HEALTH]),
    ("LĐLĐ tỉnh Tây Ninh tổ chức hội thao. Đoàn LĐLĐ huyện Gò Dầu nhất toàn đoàn với 9 huy chương.", [GO_DAU]),
    (
        "LĐLĐ tỉnh Tây Ninh tổ chức hội thao. Đoàn LĐLĐ huyện Gò Dầu nhất toàn đoàn. Kinh phí gần 2 tỷ đồng.",
        [TAY_NINH],
    ),
    ("Hội Nông dân tỉnh Tây Ninh họp.\nNăm 2015, cơ quan này mở 9 lớp.", ["Hội Nông dân tỉnh Tây Ninh"]),
]


AREAS = [
    # the province that the lead opens with, and not the first of its unions that is named
    (
        "Ai đi đầu?\nToàn tỉnh Tây Ninh lập 9 CĐCS. Dẫn đầu là LĐLĐ huyện Gò Dầu với 6 CĐCS. Có 3 đơn vị chưa đạt.",
        [TAY_NINH, GO_DAU, TAY_NINH],
    ),
    ("LĐLĐ huyện Gò Dầu họp.\nNăm qua, toàn tỉnh Tây Ninh vui. Đã lập 3 CĐCS.", [GO_DAU]),
    # all levels of unions in the lead make it an article on them
    (
        "Chăm lo nhà giáo\nCác cấp công đoàn ngành giáo dục đã vào cuộc. 90 nhà giáo được thăm hỏi, mỗi người 2 triệu "
        "đồng.\nCông đoàn ngành Giáo dục tỉnh Tây Ninh cảm ơn.",
        ["Công đoàn ngành Giáo dục tỉnh Tây Ninh"] * 2,
    ),
    # a lower level goes on with what a named union did
    ("LĐLĐ tỉnh Tây Ninh chủ trì 13 cuộc giám sát. Công đoàn cấp huyện giám sát 88 cuộc.", [TAY_NINH, None]),
    ("LĐLĐ tỉnh Tây Ninh chủ trì 13 cuộc giám sát. Công đoàn các cấp giám sát 88 cuộc.", [TAY_NINH, TAY_NINH]),
    # what came of it
    ("LĐLĐ tỉnh Tây Ninh thương lượng. Nhờ đó, 93% lao động được thụ hưởng.", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh thương lượng. Trong khi đó, 93% lao động phải ở trọ.", [None]),
    # what befell those who are given something
    ("LĐLĐ tỉnh Tây Ninh họp. Số tủ sách sẽ được chuyển cho 6 điểm trường bị thiệt hại.", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh họp. Sau bão, có 6 điểm trường bị thiệt hại.", [None]),
    ("Theo khảo sát nhanh của LĐLĐ tỉnh Tây Ninh, 82% doanh nghiệp đã có đơn hàng.", [TAY_NINH]),
    # within one bracket
    ("Công ty TNHH Sao Mai nợ (gồm 1,8 tỷ đồng tiền thưởng và 3 tỷ đồng tiền lương). LĐLĐ huyện họp.", [SAO_MAI] * 2),
]


HOSTS = [
    # who holds what people come to; where they are sent by somebody they are counted as that one's
    (
        'LĐLĐ huyện Gò Dầu họp.\nSáng 9-3, gần 900 công nhân đã đến với hội thi "Khéo tay" và "Nấu ăn ngon" của LĐLĐ '
        "huyện Bến Cầu. Có 60 đội thi tài.",
        [BEN_CAU, BEN_CAU],
    ),
    ("LĐLĐ huyện Gò Dầu cử 90 công nhân tham gia hội thi của LĐLĐ tỉnh Tây Ninh. Có 9 giải.", [GO_DAU, GO_DAU]),
    ("LĐLĐ huyện Gò Dầu họp.\nHơn 900 người tham gia hội thi tại Nhà văn hóa của LĐLĐ tỉnh Tây Ninh.", [GO_DAU]),
    ("LĐLĐ huyện Gò Dầu vui. Trong hội thi nấu ăn của LĐLĐ huyện Bến Cầu, 90 người được khen.", [BEN_CAU]),
    ("LĐLĐ huyện Gò Dầu vui. Tại hội thi nấu ăn của LĐLĐ huyện Bến Cầu, đoàn trao 90 suất quà.", [GO_DAU]),
    # the workers of the firm where something happens, but not those who meet there
    ("LĐLĐ huyện Gò Dầu giải quyết vụ ở Công ty TNHH Sao Mai với gần 900 công nhân ngừng việc.", [SAO_MAI]),
    ("LĐLĐ huyện Gò Dầu mở hội thi tại Công ty TNHH Sao Mai với 90 công nhân tham gia.", [GO_DAU]),
    # the giver behind brackets
    (
        "LĐLĐ huyện Gò Dầu họp.\nTại đây, 9 suất quà (2 triệu đồng/suất, trích từ quỹ) được LĐLĐ tỉnh Tây Ninh trao.",
        [TAY_NINH, TAY_NINH],
    ),
    # for whom somebody works owns nothing
    (
        "LĐLĐ huyện Gò Dầu chi 70 triệu đồng; trong đó, một chị là điều dưỡng Bệnh viện Đa khoa Hoa Mai nhận 9 triệu "
        "đồng; 60 triệu đồng hỗ trợ 20 đoàn viên.",
        [GO_DAU] * 4,
    ),
    ("LĐLĐ huyện Gò Dầu họp.\nBệnh viện Đa khoa Hoa Mai chi 9 triệu đồng.", ["Bệnh viện Đa khoa Hoa Mai"]),
    # members whom something befell may be of any firm
    (
        "LĐLĐ huyện Gò Dầu họp.\nCông ty TNHH Sao Mai tặng 9 xe đạp.\nTrong năm, 20 đoàn viên bị tai nạn.",
        [SAO_MAI, None],
    ),
    ("LĐLĐ huyện Gò Dầu họp.\nTrợ cấp 90 đoàn viên của 4 doanh nghiệp bị thiên tai.", [GO_DAU, GO_DAU]),
]
BY_THE_WAY = [
    # examples of what one union tells don't make the article theirs, and what follows is not their doing
    (
        "Công đoàn trao 900 suất quà\nTheo Tổng LĐLĐ Việt Nam, dịp Tết đã trao 916 suất quà. Trong đó, riêng "
        "Công đoàn Y tế Việt Nam trao 40 suất quà, LĐLĐ tỉnh Tây Ninh trao 60 suất quà.\nCó 90 chuyến xe.",
        [NATIONAL, NATIONAL, HEALTH, TAY_NINH, NATIONAL],
    ),
    (
        "Công đoàn trao quà\nTheo Tổng LĐLĐ Việt Nam, dịp Tết có nhiều quà. Công đoàn Y tế Việt Nam trao 40 suất quà.\n"
        "Có 90 chuyến xe.",
        [HEALTH] * 2,
    ),
    (
        "Tổng LĐLĐ Việt Nam mở hội thi\nTổng LĐLĐ Việt Nam vui. Có 900 CĐCS dự thi, riêng LĐLĐ huyện Gò Dầu có 9 CĐCS. "
        "Năm ngoái có 700 CĐCS dự thi.",
        [NATIONAL, GO_DAU, NATIONAL],
    ),
    (
        "LĐLĐ tỉnh Tây Ninh vui\nToàn tỉnh kết nạp 900 đoàn viên, điển hình là LĐLĐ huyện Gò Dầu kết nạp 90 người. "
        "Đã tặng 30 suất quà.",
        [TAY_NINH, GO_DAU, TAY_NINH],
    ),
    ("LĐLĐ tỉnh Tây Ninh họp.\nRiêng LĐLĐ huyện Gò Dầu có 30 CĐCS. Năm ngoái có 20 CĐCS.", [GO_DAU] * 2),
]
TAKEN_OVER = [
    # what a body takes over as it is founded is its own; who hands it over has it no more
    (
        "LĐLĐ tỉnh Tây Ninh thành lập Công đoàn phường Hoa Lư trên cơ sở tiếp nhận 90 CĐCS với hơn 4.500 đoàn viên.",
        ["Công đoàn phường Hoa Lư"] * 2,
    ),
    (
        "LĐLĐ tỉnh Tây Ninh thành lập Công đoàn phường Hoa Lư, tiếp nhận 90 CĐCS.",
        [TAY_NINH],
    ),
    ("LĐLĐ huyện Gò Dầu họp. Tháng 7, huyện tiếp nhận 2 CĐCS do LĐLĐ huyện Bến Cầu bàn giao.", [GO_DAU]),
    ("LĐLĐ huyện Gò Dầu họp. Đã có 2 căn nhà do LĐLĐ huyện Bến Cầu bàn giao.", [BEN_CAU]),
    # a place that is to do what only its union does
    (
        "LĐLĐ huyện Gò Dầu họp.\nLĐLĐ tỉnh Tây Ninh trao cờ. Năm sau, huyện sẽ thành lập thêm 2 nghiệp đoàn.",
        [GO_DAU],
    ),
    ("LĐLĐ huyện Gò Dầu họp.\nLĐLĐ tỉnh Tây Ninh trao cờ. Năm sau, huyện sẽ mở thêm 2 lớp học.", [TAY_NINH]),
]
WIDE = [
    # "các cấp công đoàn" are those of the area in front
    ("LĐLĐ huyện Gò Dầu họp.\nToàn tỉnh Tây Ninh, các cấp công đoàn kết nạp 900 đoàn viên.", [TAY_NINH]),
    ("LĐLĐ huyện Gò Dầu họp.\nNăm qua, các cấp công đoàn kết nạp 900 đoàn viên.", [GO_DAU]),
    (
        "Bộ Nội vụ thông báo\nTổng LĐLĐ Việt Nam họp.\nTại Tây Ninh, năm qua công đoàn các cấp mở 9 lớp tập huấn.",
        [TAY_NINH],
    ),
    (
        "Bộ Nội vụ thông báo\nTổng LĐLĐ Việt Nam họp.\nTại hội nghị, công đoàn các cấp báo cáo có 9 lớp tập huấn.",
        [NATIONAL],
    ),
    # all grassroots unions of an area are no lower level set against the one that leads it
    ("LĐLĐ tỉnh Tây Ninh cho biết, các CĐCS trong tỉnh đã tổ chức 90 hội nghị.", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh mở 9 lớp; các CĐCS đã tổ chức 90 hội nghị.", [TAY_NINH, None]),
    # what a survey tells is of who made it, though its month is told; counted firms name none
    (
        "Công ty TNHH Sao Mai vui.\nKhảo sát của LĐLĐ tỉnh Tây Ninh hồi tháng 4 cho thấy 30 doanh nghiệp bớt giờ.",
        [TAY_NINH],
    ),
    (
        "Công ty TNHH Sao Mai vui.\nLĐLĐ tỉnh Tây Ninh thương lượng để 17 công ty cổ phần tăng bữa ăn ca.",
        [TAY_NINH],
    ),
]
PLACES = [
    # unions and members that a place has are those of its union, its industry is nobody's
    (
        "Công đoàn phường Hoa Lư họp.\nPhường Hoa Lư hiện có 90 CĐCS với 4.500 đoàn viên.",
        ["Công đoàn phường Hoa Lư"] * 2,
    ),
    ("Công đoàn phường Hoa Lư họp.\nPhường Hoa Lư có 9 chợ. Phường An Hòa có 30 CĐCS.", [None, None]),
    ("LĐLĐ tỉnh Tây Ninh họp, cho 9 hộ ở huyện Lương Sơn vay 90 triệu đồng.", [TAY_NINH] * 2),
    ("LĐLĐ tỉnh Tây Ninh họp.\nCó 94% lao động mới tuyển đã gia nhập công đoàn.", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh họp.\nCó 94% lao động mới tuyển đã ở trọ.", [None]),
    # a place that does what only its union does
    (
        "LĐLĐ huyện Gò Dầu họp.\nLĐLĐ tỉnh Tây Ninh trao cờ. Dịp này, huyện trao 90 suất quà, trường trao 20 suất.",
        [GO_DAU, GO_DAU],
    ),
    ("LĐLĐ huyện Gò Dầu họp.\nLĐLĐ tỉnh Tây Ninh trao cờ. Dịp này, huyện nhận 90 suất quà.", [TAY_NINH]),
    # a resolution is of the assembly; the country's unions stand behind a province's
    (
        "Công đoàn phường Hoa Lư họp.\nLĐLĐ tỉnh Tây Ninh tặng 9 lẵng hoa. Nghị quyết Đại hội xác định 7 chỉ tiêu.",
        [TAY_NINH, "Công đoàn phường Hoa Lư"],
    ),
    (
        "Công đoàn cả nước vui\nTổng LĐLĐ Việt Nam họp.\nRiêng Tây Ninh đã ra mắt 9 công đoàn xã; cả nước có 700 CĐCS.",
        [TAY_NINH, NATIONAL],
    ),
    # two unions of districts in one article
    (
        "Chăm lo Tết\nLĐLĐ quận Hoàn Kiếm tặng quà. Trước đó, 90 suất quà được LĐLĐ quận trao.\nLĐLĐ quận Ba Đình "
        "họp.\nLĐLĐ quận Ba Đình trao 40 suất quà.",
        ["Liên đoàn Lao động quận Hoàn Kiếm", "Liên đoàn Lao động quận Ba Đình"],
    ),
]


EXAMPLES = [
    # who leads a ranking is an example
    (
        "Tổng Liên đoàn Lao động Việt Nam chi 90 tỷ đồng. LĐLĐ tỉnh Tây Ninh là đơn vị chi nhiều nhất với 9 tỷ đồng. "
        "Công nhân nhận thêm 300 suất quà.",
        [NATIONAL, TAY_NINH, NATIONAL],
    ),
    # and so are all that are listed behind "trong đó"
    (
        "LĐLĐ tỉnh Tây Ninh lập 2 công đoàn.\n"
        "Trong đó, LĐLĐ huyện Gò Dầu có 90 đoàn viên, LĐLĐ huyện Bến Cầu có 80 đoàn viên. Đã kết nạp 300 đoàn viên.",
        [TAY_NINH, GO_DAU, BEN_CAU, TAY_NINH],
    ),
    (
        "LĐLĐ tỉnh Tây Ninh lập 2 công đoàn.\nCùng ngày, LĐLĐ huyện Gò Dầu có 90 đoàn viên. Đã kết nạp 300 đoàn viên.",
        [TAY_NINH, GO_DAU, GO_DAU],
    ),
]
CLAUSES = [
    (
        "LĐLĐ tỉnh Tây Ninh hỗ trợ 300 triệu đồng và LĐLĐ huyện Gò Dầu gửi tặng 90 triệu đồng",
        [TAY_NINH, GO_DAU],
    ),
    ("LĐLĐ tỉnh Tây Ninh phối hợp với Sở Y tế và LĐLĐ huyện Gò Dầu tặng 90 suất quà", [TAY_NINH]),
    (
        "LĐLĐ tỉnh Tây Ninh giúp 900 đoàn viên; con số này ở LĐLĐ huyện Gò Dầu là 80 đoàn viên",
        [TAY_NINH, GO_DAU],
    ),
    ("LĐLĐ tỉnh Tây Ninh trao quà; con số ấn tượng ở huyện là 80 suất quà", [TAY_NINH]),
    (
        "LĐLĐ tỉnh Tây Ninh tổ chức giải. Ban Tổ chức trao cúp cho đội Công ty TNHH Sao Mai, trao hai giải ba.",
        [TAY_NINH],
    ),
    (
        "LĐLĐ tỉnh Tây Ninh mở giải.\nCông ty TNHH Sao Mai họp. Ban Tổ chức cho biết có 90 người dự giải.",
        [TAY_NINH],
    ),
]
LEVELS = [
    (
        "LĐLĐ tỉnh Tây Ninh tiến hành 90 cuộc kiểm tra: cấp tỉnh 9 cuộc kiểm tra, cấp trên trực tiếp cơ sở 30 cuộc "
        "kiểm tra, cơ sở 51 cuộc kiểm tra",
        [TAY_NINH, TAY_NINH, None, None],
    ),
    # the grade of an idea is no level of unions
    ("LĐLĐ tỉnh Tây Ninh có 90 sáng kiến: cấp tỉnh 9 sáng kiến, cơ sở 81 sáng kiến", [TAY_NINH] * 3),
    (
        "LĐLĐ huyện Gò Dầu mua 85 suất quà. Ngoài ra, các CĐCS trên địa bàn tự chăm lo cho 900 đoàn viên.",
        [GO_DAU, None],
    ),
    ("LĐLĐ huyện Gò Dầu mua 85 suất quà. Ngoài ra, đã chăm lo cho 900 đoàn viên.", [GO_DAU, GO_DAU]),
]
UNION_OF_FIRM = [
    # "công đoàn" behind a firm's figures is no firm
    (
        "Công đoàn Công ty TNHH Sao Mai chăm lo bữa ăn\nMọi người vui.\nCông ty có 900 lao động. Trong năm 2023, "
        "công đoàn trao 90 suất quà.",
        [SAO_MAI, f"Công đoàn {SAO_MAI}"],
    ),
    (
        "Công đoàn Công ty TNHH Sao Mai chăm lo bữa ăn\nMọi người vui.\nCông ty có 900 lao động. Trong năm 2023, "
        "công ty trao 90 suất quà.",
        [SAO_MAI, SAO_MAI],
    ),
    ("LĐLĐ tỉnh Tây Ninh họp. Vốn vay hiện có dư nợ 9 tỷ đồng.", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh họp. Công ty còn nợ 9 tỷ đồng.", [None]),
]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        *IN_TURN,
        *JOINT,
        *LISTED,
        *GIVERS,
        *SUBJECTS,
        *AREAS,
        *HOSTS,
        *BY_THE_WAY,
        *TAKEN_OVER,
        *WIDE,
        *PLACES,
        *EXAMPLES,
        *CLAUSES,
        *LEVELS,
        *UNION_OF_FIRM,
    ],
)
def test_subjects(lines: str, expected: list[str | None]) -> None:
    assert [count.organisation for count in extract(lines, clean=False).counts] == expected
