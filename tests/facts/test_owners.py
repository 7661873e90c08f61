"""Whose number it is."""

from __future__ import annotations

import pytest

from baocongdoan.pipeline import extract

TAY_NINH = "Liên đoàn Lao động tỉnh Tây Ninh"
GO_DAU = "Liên đoàn Lao động huyện Gò Dầu"
BEN_CAU = "Liên đoàn Lao động huyện Bến Cầu"
NATIONAL = "Tổng Liên đoàn Lao động Việt Nam"
COMMUNE = "Công đoàn xã Phước Thạnh"
SAO_MAI = "Công ty TNHH Sao Mai"


def owners(lines: str) -> list[str | None]:
    return [count.organisation for count in extract(lines, clean=False).counts]


ACTORS = [
    ("LĐLĐ tỉnh Tây Ninh đã kết nạp 300 đoàn viên", [TAY_NINH]),
    ("Chiều nay, LĐLĐ tỉnh Tây Ninh tổ chức tập huấn cho 120 cán bộ", [TAY_NINH]),
    ("Theo báo cáo của LĐLĐ tỉnh Tây Ninh, đã có 3 vụ đình công", [TAY_NINH]),
    ("Trao 50 suất quà do LĐLĐ tỉnh Tây Ninh hỗ trợ", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh phối hợp với Sở Y tế khám bệnh cho 300 công nhân", [TAY_NINH]),
    ("Ông Trần Văn Lộc, Phó Chủ tịch LĐLĐ tỉnh Tây Ninh trao 20 suất quà", [TAY_NINH]),
    (
        "LĐLĐ tỉnh Tây Ninh trao 20 căn nhà; LĐLĐ huyện Gò Dầu trao 35 suất quà",
        [TAY_NINH, GO_DAU],
    ),
    ("Tổng Liên đoàn Lao động Việt Nam tặng 100 suất quà", [NATIONAL]),
]
CARRIED = [
    (
        "LĐLĐ tỉnh Tây Ninh họp. LĐLĐ huyện Gò Dầu kết nạp 310 đoàn viên. Sáu huyện chưa đạt chỉ tiêu.",
        [GO_DAU, TAY_NINH],
    ),
    (
        "Tổng LĐLĐ Việt Nam tổng kết năm. LĐLĐ tỉnh Tây Ninh báo cáo.\nĐã kết nạp 300 đoàn viên.",
        [TAY_NINH],
    ),
    (
        "LĐLĐ huyện Gò Dầu (Tây Ninh) họp.\nToàn tỉnh Tây Ninh lập thêm 6 CĐCS, cả huyện lập 2 CĐCS.",
        [TAY_NINH, GO_DAU],
    ),
    (
        "LĐLĐ huyện Gò Dầu họp.\nĐã trao 90 suất quà, trong đó LĐLĐ tỉnh Tây Ninh hỗ trợ 20 suất. Sửa 3 căn nhà.",
        [GO_DAU, TAY_NINH, GO_DAU],
    ),
    (
        "LĐLĐ huyện Gò Dầu họp, trao Bằng khen của LĐLĐ tỉnh Tây Ninh; LĐLĐ huyện Gò Dầu tặng Giấy khen 20 tập thể",
        [GO_DAU],
    ),
    (
        "LĐLĐ tỉnh Tây Ninh họp tổng kết. LĐLĐ huyện Gò Dầu mở 3 lớp tập huấn. Đã kết nạp 300 đoàn viên.",
        [GO_DAU, TAY_NINH],
    ),
    ("LĐLĐ tỉnh Tây Ninh họp.\nLĐLĐ huyện Gò Dầu đi đầu. Huyện rất vui. Đã kết nạp 300 đoàn viên.", [GO_DAU]),
    (
        "LĐLĐ tỉnh Tây Ninh họp.\nLĐLĐ huyện Gò Dầu đi đầu. Ai cũng vui. Trời đẹp. Đã kết nạp 300 đoàn viên.",
        [TAY_NINH],
    ),
    ("LĐLĐ tỉnh Tây Ninh họp tổng kết. Đã kết nạp 300 đoàn viên.", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh họp tổng kết. Toàn tỉnh thành lập 12 CĐCS.", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh họp. Các cấp công đoàn đã hỗ trợ 900 đoàn viên.", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh tổng kết năm.\nTrong năm, đã mở 9 lớp tập huấn.", [TAY_NINH]),
]
HOA_MAI = "Bệnh viện Đa khoa Hoa Mai"
BEHIND_WORDS = [
    ("LĐLĐ tỉnh Tây Ninh họp. Trong năm qua LĐLĐ huyện Gò Dầu có 4 mái ấm", [GO_DAU]),
    ("LĐLĐ tỉnh Tây Ninh họp với Công ty TNHH Sao Mai. CĐ còn vận động xây 20 căn nhà", [TAY_NINH]),
    ("Cùng với Thành đoàn, LĐLĐ huyện Gò Dầu gửi 97 suất quà", [GO_DAU]),
    ("LĐLĐ tỉnh Tây Ninh cùng các đơn vị trao 90 suất quà", [TAY_NINH]),
    ("Cán bộ LĐLĐ tỉnh Tây Ninh ghé Công ty TNHH Sao Mai, Công ty TNHH Hoa Lê và gửi 65 suất quà", [TAY_NINH]),
    ("Mức vận động Quỹ Mái ấm Công đoàn của LĐLĐ huyện Gò Dầu đạt 100% kế hoạch", [GO_DAU]),
    ("LĐLĐ tỉnh Tây Ninh họp. Hội trường Công ty TNHH Sao Mai là nơi diễn ra lễ trao 90 suất quà", [TAY_NINH]),
    (
        "LĐLĐ tỉnh Tây Ninh họp.\nVề dự có bà An, Phó Chủ tịch Tổng LĐLĐ Việt Nam, cùng chủ tịch 47 CĐCS trực thuộc.",
        [TAY_NINH],
    ),
    (
        "LĐLĐ tỉnh Tây Ninh họp. Hội nghị người lao động hằng năm được 96% doanh nghiệp nhà nước duy trì.",
        [TAY_NINH],
    ),
    ("Lớp học do LĐLĐ tỉnh Tây Ninh tổ chức, có 45 học viên", [TAY_NINH]),
    ("Khảo sát do LĐLĐ tỉnh Tây Ninh tiến hành cho thấy 40% công nhân ở trọ", [TAY_NINH]),
    ("Lãnh đạo LĐLĐ huyện Gò Dầu đã thăm, tặng quà cho 30 gia đình", [GO_DAU]),
    ("LĐLĐ tỉnh Tây Ninh họp. Phó Chủ tịch LĐLĐ huyện Gò Dầu cho biết huyện có 2.100 đoàn viên", [GO_DAU]),
    ("LĐLĐ tỉnh Tây Ninh họp. Đại hội bầu 25 ủy viên Ban Chấp hành.", [TAY_NINH]),
    (
        "Công đoàn Khu kinh tế Mộc Bài họp.\n"
        "Bà An, Phó Chủ tịch LĐLĐ tỉnh Tây Ninh, cho biết các cấp công đoàn trao 90 suất quà",
        [TAY_NINH],
    ),
    ("Công nhân đình công\nTrời nắng nóng.\nTổng LĐLĐ Việt Nam họp.\nTrong năm xảy ra 84 vụ đình công.", [None]),
    ("\n".join(["Phố vui.", *["Trời đẹp."] * 8, "UBND huyện Gò Dầu tổ chức lễ.", "Đã có 90 xe."]), [None]),
    ("LĐLĐ tỉnh Tây Ninh họp. Ngoài ra LĐLĐ huyện Gò Dầu trao 5 suất quà", ["Liên đoàn Lao động huyện Gò Dầu"]),
    (
        "\n".join(["Công nhân vui Tết.", *["Trời đẹp."] * 8, "LĐLĐ tỉnh Tây Ninh tổ chức lễ.", "Đã trao 90 suất quà."]),
        [TAY_NINH],
    ),
    # who is helped or led is not who acts, nor are those listed behind, up to a semicolon with a verb of its own
    ("LĐLĐ huyện Gò Dầu mở hội thi. Dưới sự chỉ đạo của LĐLĐ tỉnh Tây Ninh, đã trao 20 suất quà.", [GO_DAU]),
    ("LĐLĐ tỉnh Tây Ninh phối hợp với LĐLĐ huyện Gò Dầu, LĐLĐ huyện Bến Cầu trao 40 suất quà", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh tặng quà cho LĐLĐ huyện Gò Dầu; LĐLĐ huyện Bến Cầu trao 40 suất quà", [BEN_CAU]),
    ("LĐLĐ tỉnh Tây Ninh trao 6 suất quà, 19 suất còn lại do công đoàn cấp trên trực tiếp cơ sở lo", [TAY_NINH, None]),
    # who receives gifts has given none
    ("LĐLĐ tỉnh Tây Ninh họp. CĐCS Công ty TNHH Sao Mai họp. Đã nhận 20 suất quà.", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh họp. Tổng LĐLĐ Việt Nam trao 40 suất quà cho công nhân.", [NATIONAL]),
    ("LĐLĐ tỉnh Tây Ninh họp tại Tổng LĐLĐ Việt Nam. Có 40 cây được trồng.", [TAY_NINH]),
    ("Số đoàn viên của LĐLĐ huyện Gò Dầu là 2.100 người", [GO_DAU]),
    ("LĐLĐ huyện Gò Dầu báo cáo: toàn huyện có 2.100 đoàn viên. LĐLĐ tỉnh Tây Ninh họp.", [GO_DAU]),
    # an article that is on no union from its beginning on: what only unions count is the union's, the rest where the
    # sentence speaks of unions
    (
        "\n".join(["Phố vui.", *["Trời đẹp."] * 8, "LĐLĐ tỉnh Tây Ninh tổ chức lễ.", *["Trời mưa."] * 3])
        + "\nĐã kết nạp 90 đoàn viên. Đã trồng 30 cây. Công đoàn trồng 20 cây.",
        [TAY_NINH, None, TAY_NINH],
    ),
    # of who says it, not of who only attends
    ("Bà Lê Thị Na, Chủ tịch LĐLĐ huyện Gò Dầu, cho biết đã trao 30 suất quà", [GO_DAU]),
    ("Bà Lê Thị Na, Chủ tịch LĐLĐ huyện Gò Dầu, dự hội thi có 30 đội do LĐLĐ tỉnh Tây Ninh mở", [TAY_NINH]),
    ("Trao 30 suất quà từ LĐLĐ huyện Gò Dầu cho công nhân", [GO_DAU]),
    ("Báo Tây Ninh trao 30 suất quà. Tỉnh ủy Tây Ninh tặng 20 suất quà.", ["Báo Tây Ninh", "Tỉnh ủy Tây Ninh"]),
    (
        "LĐLĐ tỉnh Tây Ninh họp. LĐLĐ huyện Gò Dầu có 30 CĐCS, trong đó 4 CĐCS mới; kết nạp 50 đoàn viên.",
        [GO_DAU, GO_DAU, GO_DAU],
    ),
    ("LĐLĐ tỉnh Tây Ninh ra nghị quyết. Đến hết năm 2028, phấn đấu 90% doanh nghiệp có thỏa ước.", [TAY_NINH]),
]
COMMON_NOUNS = [
    ("LĐLĐ huyện Gò Dầu và Bệnh viện Đa khoa Hoa Mai mở đợt khám. Trong đó bệnh viện chi 30 triệu đồng.", [HOA_MAI]),
    ("Công ty TNHH Sao Mai đối thoại với công nhân. Công ty đồng ý thưởng 2 triệu đồng mỗi người.", [SAO_MAI]),
    ("LĐLĐ tỉnh Tây Ninh họp. Các bệnh viện chi 30 triệu đồng.", [TAY_NINH]),
    (
        "LĐLĐ tỉnh Tây Ninh họp. Sở Y tế Tây Ninh họp. Sở chi 30 triệu đồng, trao 40 suất quà.",
        ["Sở Y tế tỉnh Tây Ninh", "Sở Y tế tỉnh Tây Ninh"],
    ),
    (
        "LĐLĐ tỉnh Tây Ninh họp. Ngân hàng TMCP Biển Xanh dự. Ngân hàng cho 40 công nhân vay vốn.",
        ["Ngân hàng TMCP Biển Xanh"],
    ),
    # however many lines lie between
    (
        "LĐLĐ tỉnh Tây Ninh họp. Trường THPT Sông Lam dự.\nTrời đẹp.\nNhà trường trao 40 suất quà.",
        ["Trường Trung học phổ thông Sông Lam"],
    ),
    ("LĐLĐ tỉnh Tây Ninh họp. Công ty TNHH Sao Mai dự. Công ty chi 30 triệu đồng.", [SAO_MAI]),
    (
        "LĐLĐ tỉnh Tây Ninh họp. Nghiệp đoàn nghề cá xã Hải Thịnh dự. Nghiệp đoàn có 3 tàu bị chìm.",
        ["Nghiệp đoàn nghề cá xã Hải Thịnh"],
    ),
    # the firm whose union is named, set against it or not
    (
        "Công đoàn Công ty TNHH Sao Mai họp, trao 9 suất quà. Phía công ty chi thêm 40 triệu đồng.",
        ["Công đoàn Công ty TNHH Sao Mai", SAO_MAI],
    ),
    (
        "Công đoàn Công ty TNHH Sao Mai họp, trao 9 suất quà. Công ty chi thêm 40 triệu đồng.",
        ["Công đoàn Công ty TNHH Sao Mai", SAO_MAI],
    ),
    # "đơn vị" is a firm where workers are counted
    (
        "LĐLĐ tỉnh Tây Ninh họp. Đoàn đến Công ty TNHH Sao Mai tặng 9 suất quà.\nĐơn vị hiện có 90 lao động.",
        [TAY_NINH, SAO_MAI],
    ),
    ("LĐLĐ tỉnh Tây Ninh họp tại Công ty TNHH Sao Mai. Đơn vị hiện có 90 đoàn viên.", [TAY_NINH]),
]
BRACKETS = [
    ("LĐLĐ huyện Gò Dầu giới thiệu đoàn viên ưu tú cho Đảng (thực hiện 127 người)", [GO_DAU]),
    (
        "LĐLĐ tỉnh Tây Ninh khen LĐLĐ huyện Gò Dầu (4 CĐCS, 615 đoàn viên) và LĐLĐ huyện Bến Cầu (2 CĐCS)",
        [GO_DAU, GO_DAU, BEN_CAU],
    ),
    ("LĐLĐ tỉnh Tây Ninh (sau sáp nhập) kết nạp 300 đoàn viên", [TAY_NINH]),
]
PLACES = [
    ("Công đoàn Tây Ninh kết nạp 300 đoàn viên", [TAY_NINH]),
    ("Tổ chức công đoàn huyện Gò Dầu kết nạp 40 đoàn viên", [GO_DAU]),
    ("LĐLĐ tỉnh Tây Ninh họp. Còn tại LĐLĐ huyện Gò Dầu, 40 CĐCS đã đại hội.", [GO_DAU]),
    ("LĐLĐ tỉnh Tây Ninh có 15 công đoàn cấp trên trực tiếp cơ sở, 1.120 CĐCS", [TAY_NINH, TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh mở lớp. Có 88% doanh nghiệp ký được thỏa ước lao động tập thể.", [TAY_NINH]),
]
FOUNDED = [
    # a founded union has the people told right behind it; what else is done is the founder's
    (
        "LĐLĐ huyện Gò Dầu ra mắt Nghiệp đoàn nghề cá Hải Thịnh quy tụ 90 ngư dân và 23 tàu",
        ["Nghiệp đoàn nghề cá Hải Thịnh"] * 2,
    ),
    ("LĐLĐ huyện Gò Dầu ra mắt Nghiệp đoàn nghề cá Hải Thịnh, kết nạp 90 ngư dân", [GO_DAU]),
    # all unions of a province are led by its federation, though no name is told
    ("Các cấp công đoàn tỉnh Tây Ninh tặng 900 suất quà. Toàn tỉnh có 90 người ở lại.", [TAY_NINH, TAY_NINH]),
    # who printed it did not do it
    ("Báo Người Lao Động đã phản ánh, hơn 200 công nhân mất việc", [None]),
    ("Báo Người Lao Động đã trao 200 suất học bổng", ["Báo Người Lao Động"]),
    # at a firm others act; who comes to a meeting does nothing there
    (
        "LĐLĐ huyện Gò Dầu đi thăm.\nTại Công ty TNHH Sao Mai, đoàn tặng 90 suất quà. Công ty có 200 công nhân.",
        [GO_DAU, "Công ty TNHH Sao Mai"],
    ),
    (
        "LĐLĐ huyện Gò Dầu họp.\nDự đại hội có lãnh đạo Huyện ủy, UBND huyện Gò Dầu và 150 đại biểu.",
        [GO_DAU],
    ),
    (
        "LĐLĐ tỉnh Tây Ninh họp. Dẫn đầu là LĐLĐ huyện Bến Cầu với 90 đoàn viên; kế đến LĐLĐ huyện Gò Dầu lập 3 CĐCS",
        [BEN_CAU, GO_DAU],
    ),
    # all unions of the province that an article on a district names
    (
        "LĐLĐ huyện Gò Dầu (Tây Ninh) kết nạp 90 đoàn viên.\nCác cấp công đoàn Tây Ninh đã kết nạp 900 đoàn viên.",
        [GO_DAU, TAY_NINH],
    ),
    # what was taken from a fund was given by whoever took it
    ("LĐLĐ huyện Gò Dầu trao 21 căn nhà, trị giá 630 triệu đồng lấy từ Quỹ Xã hội Tấm lòng vàng", [GO_DAU, GO_DAU]),
    # short forms stand for the words; what is founded and listed does nothing
    (
        "LĐLĐ tỉnh Tây Ninh: thêm 2 CĐCS\nCác cấp CĐ tỉnh Tây Ninh lập 2 CĐCS gồm: CĐCS Cty TNHH Sao Mai, CĐCS Cty Lá "
        "Xanh; giải thể 3 CĐCS.",
        [TAY_NINH, TAY_NINH, TAY_NINH],
    ),
    # at a firm, or where a team goes, others act
    (
        "Chiều qua, tại Công ty TNHH Sao Mai, LĐLĐ huyện Gò Dầu trao 90 suất quà; mỗi suất 1 triệu đồng",
        [GO_DAU, GO_DAU],
    ),
    ("LĐLĐ huyện Gò Dầu đi thăm. Sau đó, đoàn đến Công ty TNHH Sao Mai trao 60 suất quà.", [GO_DAU]),
    ("LĐLĐ huyện Gò Dầu và các CĐCS chăm lo cho 90 công nhân", [GO_DAU]),
    (
        "Công đoàn Công ty CP Hoa Mai họp.\nCông ty đã hỗ trợ 32 gia đình.\nTổng công ty Sao Mai khen.",
        ["Công ty CP Hoa Mai"],
    ),
    # who set the mark that was passed did not do what follows; nor did those from whom something was raised
    ("LĐLĐ huyện Gò Dầu kết nạp 90 người, vượt mức 40 người mà LĐLĐ tỉnh Tây Ninh giao; lập 3 CĐCS", [GO_DAU] * 3),
    ("LĐLĐ huyện Gò Dầu vận động thêm từ các CĐCS 90 triệu đồng", [GO_DAU]),
    ("LĐLĐ huyện Gò Dầu trích quỹ, còn các CĐCS trao 90 suất quà", [None]),
    # those who are given something, listed behind a colon, do nothing in what follows
    (
        "LĐLĐ huyện Gò Dầu tặng quà cho 2 trường: Trường THPT Hoa Mai, Trường THPT Sao Mai. Chi 9 triệu đồng.",
        [GO_DAU, GO_DAU],
    ),
]
AREAS = [
    # a whole area is led by the union that acts in front of it, not by one that is thanked or greeted
    (
        "LĐLĐ huyện Bến Cầu tặng quà.\n"
        "LĐLĐ huyện Gò Dầu cảm ơn LĐLĐ huyện Bến Cầu và cho biết toàn huyện có 90 nhà sập.",
        [GO_DAU],
    ),
    # a grassroots union leads no district: the last one named of that level does
    (
        "Ra mắt CĐCS Công ty TNHH Sao Mai\nLĐLĐ huyện Gò Dầu ra mắt CĐCS Công ty TNHH Sao Mai.\n"
        "Đây là CĐCS thứ tư trên địa bàn huyện, đưa số đoàn viên mới lên 940 người.",
        [GO_DAU],
    ),
    (
        "CĐCS Công ty TNHH Sao Mai họp\nCĐCS Công ty TNHH Sao Mai họp.\nToàn hệ thống kết nạp 40 đoàn viên.",
        ["Công đoàn cơ sở Công ty TNHH Sao Mai"],
    ),
    # the first committee is that of the union just founded
    (
        "LĐLĐ huyện Gò Dầu họp, công bố quyết định thành lập CĐCS Công ty TNHH Sao Mai.\n"
        "Ban Chấp hành lâm thời gồm 5 đồng chí. Ban Chấp hành gồm 5 đồng chí.",
        ["Công đoàn cơ sở Công ty TNHH Sao Mai", GO_DAU],
    ),
    (
        "LĐLĐ huyện Gò Dầu tổ chức đại hội thành lập CĐCS Công ty TNHH Sao Mai.\n"
        "Ban Chấp hành do đại hội bầu ra gồm 3 đồng chí.",
        ["Công đoàn cơ sở Công ty TNHH Sao Mai"],
    ),
    # the doer behind a second number did what the first counts, too
    ("LĐLĐ huyện Gò Dầu vui. Gần 90 suất quà và 40 vé xe do LĐLĐ huyện Bến Cầu tặng đã đến.", [BEN_CAU] * 2),
    (
        "LĐLĐ huyện Gò Dầu vui. Quà gồm 90 suất của LĐLĐ tỉnh Tây Ninh và 40 suất do LĐLĐ huyện Bến Cầu tặng.",
        [TAY_NINH, BEN_CAU],
    ),
    ("LĐLĐ huyện Gò Dầu vui, kết nạp 90 người. Trong năm, 40 vé xe do LĐLĐ huyện Bến Cầu tặng.", [GO_DAU, BEN_CAU]),
    # who told the figures of the lead is told behind them
    (
        "Công nhân vui\nCó 90% cơ quan mở hội nghị.\nĐó là kết quả được LĐLĐ tỉnh Tây Ninh nêu ra.",
        [TAY_NINH],
    ),
    ("Công nhân vui\nCó 90% cơ quan mở hội nghị.\nĐó là niềm vui được LĐLĐ tỉnh Tây Ninh nêu ra.", [None]),
    # an article that begins with all unions of a province is on its federation
    ("Công nhân vui\nCác cấp công đoàn tỉnh Tây Ninh mở hội.\nCó 90 ý kiến được nêu. LĐLĐ tỉnh họp.", [TAY_NINH]),
    ("Công nhân vui\nCông nhân tỉnh Tây Ninh mở hội.\nCó 90 ý kiến được nêu. LĐLĐ tỉnh họp.", [None]),
    # what the whole country's unions have is the Confederation's, where it is named, and never a province's
    ("LĐLĐ tỉnh Tây Ninh họp. Theo kế hoạch của Tổng LĐLĐ Việt Nam thì khác. Cả nước có 90.000 CĐCS.", [NATIONAL]),
    ("LĐLĐ tỉnh Tây Ninh họp. Đến nay, cả nước có 90.000 CĐCS.", [None]),
    ("LĐLĐ tỉnh Tây Ninh họp. Là nơi đứng thứ ba cả nước, tỉnh đã có 900 CĐCS.", [TAY_NINH]),
    # in news on the whole country a province that does what unions do is its federation
    (
        "Công đoàn cả nước vui\nTổng LĐLĐ Việt Nam họp.\nNhiều nơi làm tốt, như Tây Ninh tổ chức 9 chuyến xe.",
        [TAY_NINH],
    ),
    ("LĐLĐ huyện Gò Dầu vui\nLĐLĐ huyện Gò Dầu họp. Nhiều nơi làm tốt, như Hà Nam tổ chức 9 chuyến xe.", [GO_DAU]),
]
POSSESSIONS = [
    # something of a body is counted, in whatever sentence or clause, though others acted before
    ("LĐLĐ huyện Gò Dầu trao nhà. Mức hỗ trợ của LĐLĐ tỉnh Tây Ninh là 60 triệu đồng mỗi căn.", [TAY_NINH]),
    ("LĐLĐ huyện Gò Dầu trao quà. Cùng lúc, chỉ tiêu năm nay của Tổng LĐLĐ Việt Nam là 900 suất.", [NATIONAL]),
    ("LĐLĐ huyện Gò Dầu trao 90 suất quà. Đó là tấm lòng của LĐLĐ tỉnh Tây Ninh với 40 công nhân.", [GO_DAU, GO_DAU]),
    # the Confederation in another's article, with a verb
    ("LĐLĐ tỉnh Tây Ninh họp. Trước đó, Tổng LĐLĐ Việt Nam nhận được gần 900 ý kiến.", [NATIONAL]),
]
APPOSITIONS = [
    # the firm of somebody who is named gives no prize, but one that is named in between may act
    (
        "Công đoàn Khu kinh tế Mộc Bài mở hội thi. Giải Nhất thuộc về chị Lê Thị Na, Công ty TNHH Sao Mai, với "
        "phần thưởng 6 triệu đồng. Có 4 giải phụ.",
        ["Công đoàn Khu kinh tế Mộc Bài"] * 2,
    ),
    ("LĐLĐ huyện Gò Dầu mở hội. Anh Trần Văn Lộc (Công ty TNHH Sao Mai) nhận 6 triệu đồng.", [GO_DAU]),
    ("LĐLĐ huyện Gò Dầu họp. Theo bà Lê Thị Na, Công ty TNHH Sao Mai tặng 90 suất quà.", [SAO_MAI]),
    # nobody acts in a title, but in speech
    (
        'LĐLĐ huyện Gò Dầu mở cuộc thi. Hội thi "Em yêu Công đoàn Việt Nam" thu hút 90 người.',
        [GO_DAU],
    ),
    ('LĐLĐ huyện Gò Dầu họp. "LĐLĐ tỉnh Tây Ninh đã trao 90 suất quà", ông Nam nói.', [TAY_NINH]),
    # people and unions come from where they were before, things are given from there
    ("Công đoàn xã Phước Thạnh họp. Xã tiếp nhận 40 CĐCS với 900 đoàn viên từ LĐLĐ huyện Gò Dầu.", [COMMUNE] * 2),
    ("Công đoàn xã Phước Thạnh họp. Công nhân nhận 90 suất quà từ LĐLĐ huyện Gò Dầu.", [GO_DAU]),
    # no firm founds unions
    ("LĐLĐ huyện Gò Dầu họp.\nCông ty TNHH Sao Mai có 90 lao động. Huyện sẽ thành lập thêm 3 CĐCS.", [SAO_MAI, GO_DAU]),
    ("LĐLĐ huyện Gò Dầu họp.\nCông ty TNHH Sao Mai có 90 lao động. Đã trồng thêm 30 cây.", [SAO_MAI, SAO_MAI]),
]
OF_LEAD = [
    # under a headline that names no union the lead says whom the article is on; a first sentence is no headline
    ("Mái ấm cho công nhân\nLĐLĐ tỉnh Tây Ninh trao 9 căn nhà.\nNăm ngoái, con số này là 6 căn.", [TAY_NINH] * 2),
    ("Công nhân có nhà mới.\nLĐLĐ tỉnh Tây Ninh họp.\nNăm ngoái, con số này là 6 căn.", [None]),
    # whose contest it is, not who came first in it
    (
        "Hội thi của công nhân\nHội thi do LĐLĐ tỉnh Tây Ninh tổ chức khép lại; LĐLĐ huyện Gò Dầu đứng đầu.\n"
        "Ban Tổ chức trao 9 giải.",
        [TAY_NINH],
    ),
    # a headline on the whole country is on the Confederation that the lead names
    ("Công đoàn cả nước trao 900 suất quà\nTổng LĐLĐ Việt Nam họp.\nLĐLĐ tỉnh Tây Ninh dự.", [NATIONAL]),
    ("Công đoàn trao 900 suất quà\nTổng LĐLĐ Việt Nam họp.\nLĐLĐ tỉnh Tây Ninh dự.", [TAY_NINH]),
]
NOBODY = [
    ("LĐLĐ tỉnh Tây Ninh cho biết GDP tăng 7%, giá bán của LĐLĐ tỉnh Tây Ninh tăng 4%", [None, TAY_NINH]),
    (
        "LĐLĐ tỉnh Tây Ninh mở 6 lớp, 19 lớp còn lại do công đoàn cấp trên trực tiếp cơ sở đảm nhận",
        [TAY_NINH, None],
    ),
    ("LĐLĐ tỉnh Tây Ninh khảo sát. Có 88% doanh nghiệp đã tăng lương.", [None]),
    ("Đã kết nạp 300 đoàn viên", [None]),
    (
        "LĐLĐ tỉnh Tây Ninh tổ chức 8 lớp; công đoàn cấp trên trực tiếp cơ sở tổ chức 13 lớp",
        [TAY_NINH, None],
    ),
    ("LĐLĐ tỉnh Tây Ninh mở 8 lớp; các công đoàn cấp trên cơ sở mở 13 lớp", [TAY_NINH, None]),
    ("LĐLĐ tỉnh Tây Ninh mở 8 lớp; 13 lớp cho các công đoàn cấp trên cơ sở", [TAY_NINH, TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh vận động doanh nghiệp có từ 500 lao động trở lên", [None]),
    ("LĐLĐ tỉnh Tây Ninh khảo sát. Lương tối thiểu là 4,96 triệu đồng", [None]),
]
EMPLOYERS = [
    ("Gần 900 công nhân Công ty TNHH Sao Mai ngừng việc", [SAO_MAI]),
    ("Công ty TNHH Sao Mai hiện có 1.200 công nhân", [SAO_MAI]),
    (
        "UBND tỉnh Tây Ninh họp. Công ty TNHH Sao Mai có 300 công nhân, Công ty TNHH Lá Xanh có 200 công nhân.",
        [SAO_MAI, "Công ty TNHH Lá Xanh"],
    ),
    ("Công ty TNHH Lá Xanh gặp khó. Gần 900 công nhân của Công ty TNHH Sao Mai ngừng việc.", [SAO_MAI]),
    # of a firm that the article is on from its headline on is what it tells, but not what firms at large do
    (
        "Công ty TNHH Sao Mai đón khách\nCông ty TNHH Sao Mai vui.\nCó 88% công nhân ở trọ. Đã trồng 30 cây.",
        [SAO_MAI, SAO_MAI],
    ),
    ("Công ty TNHH Sao Mai đón khách\nTrời mưa.\nCó 30 doanh nghiệp nợ thuế.", [None]),
    # strikers are of the firm named last, in whatever paragraph
    ("LĐLĐ tỉnh Tây Ninh họp. Công ty TNHH Sao Mai nợ lương.\nTháng qua, đã có 900 công nhân ngừng việc.", [SAO_MAI]),
    ("Công ty TNHH Sao Mai gặp khó.\nTừ sáng, hơn 900 công nhân ngừng việc.", [SAO_MAI]),
]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        *ACTORS,
        *CARRIED,
        *BEHIND_WORDS,
        *COMMON_NOUNS,
        *BRACKETS,
        *PLACES,
        *FOUNDED,
        *AREAS,
        *POSSESSIONS,
        *APPOSITIONS,
        *OF_LEAD,
        *NOBODY,
        *EMPLOYERS,
    ],
)
def test_owners(lines: str, expected: list[str | None]) -> None:
    assert owners(lines) == expected
