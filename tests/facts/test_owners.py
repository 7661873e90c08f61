"""Whose number it is."""

from __future__ import annotations

import pytest

from .conftest import owners

TAY_NINH = "Liên đoàn Lao động tỉnh Tây Ninh"
GO_DAU = "Liên đoàn Lao động huyện Gò Dầu"
BEN_CAU = "Liên đoàn Lao động huyện Bến Cầu"
NATIONAL = "Tổng Liên đoàn Lao động Việt Nam"
COMMUNE = "Công đoàn xã Phước Thạnh"
SAO_MAI = "Công ty TNHH Sao Mai"


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
    # who stepped in before the firm gave way
    (
        "Công ty TNHH Sao Mai họp. Sau khi LĐLĐ huyện Gò Dầu vào cuộc, giám đốc công ty đồng ý chi 90 triệu đồng",
        [SAO_MAI],
    ),
    ("Công ty TNHH Sao Mai họp. Sau đó, LĐLĐ huyện Gò Dầu vào cuộc, chi 90 triệu đồng", [GO_DAU]),
    # what is found out is the finder's, what merely befell firms nobody's
    ("LĐLĐ tỉnh Tây Ninh họp. Qua kiểm tra phát hiện 9 doanh nghiệp nợ kinh phí.", [TAY_NINH]),
    ("LĐLĐ tỉnh Tây Ninh họp. Hiện có 9 doanh nghiệp nợ kinh phí.", [None]),
    # a union's people with its unit named, and unions' people at large
    ("Công ty TNHH Sao Mai vui. Cán bộ Công đoàn Công ty thay nhau nấu 90 suất ăn", [f"Công đoàn {SAO_MAI}"]),
    ("LĐLĐ huyện Gò Dầu là điểm sáng của LĐLĐ tỉnh Tây Ninh. Có 90 suất quà được trao.", [GO_DAU]),
    ("LĐLĐ huyện Gò Dầu là điểm tổ chức của LĐLĐ tỉnh Tây Ninh. LĐLĐ tỉnh trao 90 suất quà.", [TAY_NINH]),
    ("Công ty TNHH Sao Mai vui. Công ty TNHH Sao Mai họp.\nHội nghị bầu 9 thành viên.", [SAO_MAI]),
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
        *POSSESSIONS,
        *APPOSITIONS,
        *EMPLOYERS,
    ],
)
def test_owners(lines: str, expected: list[str | None]) -> None:
    assert owners(lines) == expected
