"""Whose a number is where no body acts in its sentence: the union of the article, of an area, or nobody."""

from __future__ import annotations

import pytest

from .conftest import owners

TAY_NINH = "Liên đoàn Lao động tỉnh Tây Ninh"
GO_DAU = "Liên đoàn Lao động huyện Gò Dầu"
BEN_CAU = "Liên đoàn Lao động huyện Bến Cầu"
NATIONAL = "Tổng Liên đoàn Lao động Việt Nam"
COMMUNE = "Công đoàn xã Phước Thạnh"
SAO_MAI = "Công ty TNHH Sao Mai"


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
    # its first committee, appointed with the decision, elected by its assembly or told below
    ("LĐLĐ tỉnh Tây Ninh thành lập Công đoàn xã Phước Thạnh và chỉ định Ban Chấp hành gồm 9 đồng chí", [COMMUNE]),
    ("LĐLĐ tỉnh Tây Ninh thành lập Công đoàn xã Phước Thạnh, đồng thời trao 9 suất quà", [TAY_NINH]),
    (
        "LĐLĐ tỉnh Tây Ninh họp.\nĐại hội công bố thành lập Công đoàn xã Phước Thạnh, bầu Ban Chấp hành có 9 ủy viên.",
        [COMMUNE],
    ),
    (
        "LĐLĐ tỉnh Tây Ninh dự lễ thành lập Công đoàn xã Phước Thạnh.\nCó 9 người được chỉ định vào Ban Chấp hành.",
        [COMMUNE],
    ),
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
    # districts that stand for their unions, each with its number; one where something takes place, or that only comes
    (
        "Tin vui\nLĐLĐ huyện Gò Dầu (Tây Ninh) kết nạp 90 người, huyện Tân Biên 70 người và huyện Tân Châu 40 người.",
        [GO_DAU, "Liên đoàn Lao động huyện Tân Biên", "Liên đoàn Lao động huyện Tân Châu"],
    ),
    ("Tin vui\nLĐLĐ huyện Gò Dầu (Tây Ninh) tặng 90 suất quà tại huyện Tân Biên, 70 lá cờ.", [GO_DAU, GO_DAU]),
    ("Tin vui\nLĐLĐ huyện Gò Dầu (Tây Ninh) tặng 90 suất quà, huyện Tân Biên dự. Có 40 CĐCS.", [GO_DAU, GO_DAU]),
    # a district leads no province, a province all of it
    (
        "Tin vui\nLĐLĐ huyện Gò Dầu (Tây Ninh) kết nạp 90 đoàn viên, nâng tổng số đoàn viên toàn tỉnh lên 900 người.",
        [GO_DAU, TAY_NINH],
    ),
    (
        "Tin vui\nLĐLĐ huyện Gò Dầu (Tây Ninh) kết nạp 90 đoàn viên, nâng tổng số đoàn viên toàn huyện lên 900 người.",
        [GO_DAU, GO_DAU],
    ),
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
OF_LEAD = [
    # a firm's union leads no grassroots unions
    (
        "LĐLĐ huyện Gò Dầu họp.\nRiêng CĐCS Công ty TNHH Sao Mai kết nạp 90 người. Các CĐCS tổ chức 70 cuộc đối thoại.",
        ["Công đoàn cơ sở Công ty TNHH Sao Mai", GO_DAU],
    ),
    # who passed the news on
    (
        "Chủ tịch mới\nTheo tin từ LĐLĐ tỉnh Tây Ninh, LĐLĐ huyện Gò Dầu đã họp.\nĐơn vị hiện có 900 đoàn viên.",
        [GO_DAU],
    ),
    ("Đã họp\nTheo tin từ LĐLĐ tỉnh Tây Ninh, trời đẹp.\nĐơn vị hiện có 900 đoàn viên.", [TAY_NINH]),
    # the lead speaks of a province's members or unions: a lower union is an example
    (
        "Sáng kiến\nĐến nay, đoàn viên tỉnh Tây Ninh gửi 900 sáng kiến. LĐLĐ huyện Gò Dầu dẫn đầu với 90 sáng kiến.",
        [TAY_NINH, GO_DAU],
    ),
    (
        "Thêm thỏa ước\nĐến nay, tỉnh Tây Ninh có 90 doanh nghiệp ký thỏa ước.\nĐứng đầu là LĐLĐ huyện Gò Dầu.",
        [TAY_NINH],
    ),
    ("Vui Tết\nTại tỉnh Tây Ninh, trời đẹp. Sáng nay, LĐLĐ huyện Gò Dầu họp. Có 90 suất quà được trao.", [GO_DAU]),
    # under a headline that names no union the lead says whom the article is on; a first sentence is no headline
    ("Mái ấm cho công nhân\nLĐLĐ tỉnh Tây Ninh trao 9 căn nhà.\nNăm ngoái, con số này là 6 căn.", [TAY_NINH] * 2),
    ("Công nhân có nhà mới.\nLĐLĐ tỉnh Tây Ninh họp.\nNăm ngoái, con số này là 6 căn.", [None]),
    # whose contest it is, not who came first in it
    (
        "Hội thi của công nhân\nHội thi do LĐLĐ tỉnh Tây Ninh tổ chức khép lại; LĐLĐ huyện Gò Dầu đứng đầu.\n"
        "Ban Tổ chức trao 9 giải.",
        [TAY_NINH],
    ),
    # an officer tells of a lower union by the way, unless the headline is on that
    (
        "Vui Tết\nÔng Sáu, Chủ tịch LĐLĐ tỉnh Tây Ninh, cho biết LĐLĐ huyện Gò Dầu có 90 suất quà.\nCó 40 CĐCS mới.",
        [GO_DAU, TAY_NINH],
    ),
    (
        "LĐLĐ huyện Gò Dầu vui\nÔng Sáu, Chủ tịch LĐLĐ tỉnh Tây Ninh, cho biết LĐLĐ huyện Gò Dầu có 90 suất quà.\n"
        "Có 40 CĐCS mới.",
        [GO_DAU, GO_DAU],
    ),
    # a province's members, though who set their target is named
    (
        "Tin vui\nĐoàn viên tỉnh Tây Ninh có 900 sáng kiến, vượt chỉ tiêu Tổng LĐLĐ Việt Nam giao.\n"
        "LĐLĐ huyện Gò Dầu đứng đầu với 90 sáng kiến.",
        [TAY_NINH, GO_DAU],
    ),
    # a headline on the whole country is on the Confederation that the lead names
    ("Công đoàn cả nước trao 900 suất quà\nTổng LĐLĐ Việt Nam họp.\nLĐLĐ tỉnh Tây Ninh dự.", [NATIONAL]),
    ("Công đoàn trao 900 suất quà\nTổng LĐLĐ Việt Nam họp.\nLĐLĐ tỉnh Tây Ninh dự.", [TAY_NINH]),
    # so is a lead on all its unions
    (
        "Tin vui\nCác cấp công đoàn cả nước tặng 900 suất quà, Tổng LĐLĐ Việt Nam cho biết.\nLĐLĐ tỉnh Tây Ninh dự.",
        [NATIONAL],
    ),
    ("Tin vui\nCác cấp công đoàn tặng 900 suất quà, Tổng LĐLĐ Việt Nam cho biết.\nLĐLĐ tỉnh Tây Ninh dự.", [TAY_NINH]),
    # the headline's union comes before one behind a semicolon
    (
        "LĐLĐ tỉnh Tây Ninh phát động\nCác đơn vị góp 90 triệu đồng; LĐLĐ huyện Gò Dầu góp 7 triệu đồng.",
        [TAY_NINH, GO_DAU],
    ),
    (
        "LĐLĐ tỉnh Tây Ninh phát động\nLĐLĐ huyện Gò Dầu góp 7 triệu đồng; trời đẹp.\nCó 40 CĐCS mới.",
        [GO_DAU, GO_DAU],
    ),
]
NOBODY = [
    # what a storm did, unless it did it to the union's people
    ("LĐLĐ tỉnh Tây Ninh họp.\nCơn bão số 9 làm đổ 900 cột điện.", [None]),
    ("LĐLĐ tỉnh Tây Ninh họp.\nCơn bão số 9 làm sập 900 nhà của đoàn viên.", [TAY_NINH]),
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


@pytest.mark.parametrize(("lines", "expected"), [*PLACES, *FOUNDED, *AREAS, *OF_LEAD, *NOBODY])
def test_owners(lines: str, expected: list[str | None]) -> None:
    assert owners(lines) == expected
