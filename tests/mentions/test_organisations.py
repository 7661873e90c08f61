"""Organisations as printed: where a name begins, how it goes on, where it ends."""

from itertools import pairwise

import pytest

from baocongdoan.language.text import Text
from baocongdoan.mentions.organisations import find_organisations

FOUND = [
    # unions
    ("Ban Thường vụ LĐLĐ tỉnh Yên Bái họp", ["Ban Thường vụ LĐLĐ tỉnh Yên Bái"]),
    # verbs behind a name of one syllable are none of its
    ("do Công đoàn Cảng phát động, Quỹ Xúc tiến thương mại họp", ["Công đoàn Cảng", "Quỹ Xúc tiến thương mại"]),
    ("Công ty CP May Thời trang Hoa Mai họp", ["Công ty CP May Thời trang Hoa Mai"]),
    ("Quỹ xã hội của CĐCS; Quỹ Xã hội từ thiện Tấm lòng vàng", ["Quỹ Xã hội từ thiện Tấm lòng vàng"]),
    ("DN chế xuất Hoamex Việt Nam ở Hà Nam, các DN chế xuất khác", ["DN chế xuất Hoamex Việt Nam"]),
    ("Công ty TNHH May Hoa Mai - Chi nhánh Bà Rịa", ["Công ty TNHH May Hoa Mai - Chi nhánh Bà Rịa"]),
    ("Giám đốc Công ty Hoa Mai Bà Lan nói", ["Công ty Hoa Mai"]),
    # people of one union, and people of unions at large
    ("39 đoàn viên Công đoàn Công ty TNHH Hoa Mai", ["Công đoàn Công ty TNHH Hoa Mai"]),
    ("39 đoàn viên công đoàn Công ty TNHH Hoa Mai", ["Công ty TNHH Hoa Mai"]),
    ("hoạt động Công đoàn Trường THPT Hoa Lư", ["Trường THPT Hoa Lư"]),
    # unions beyond the borders
    ("Liên hiệp Công đoàn tỉnh Savannakhet (Lào) thăm", ["Liên hiệp Công đoàn tỉnh Savannakhet"]),
    ("Trung ương Liên hiệp Công đoàn Lào thăm", ["Trung ương Liên hiệp Công đoàn Lào"]),
    # the short form of the zones in brackets, and that of one zone
    ("CĐ các Khu công nghiệp (KCN) tỉnh Hà Nam họp", ["CĐ các Khu công nghiệp (KCN) tỉnh Hà Nam"]),
    ("CĐ các Khu công nghiệp (HMSV) tỉnh Hà Nam họp", ["CĐ các Khu công nghiệp"]),
    (
        "Tổng LĐLĐVN và Tổng Liên đoàn Lao động (LĐLĐ) Việt Nam",
        ["Tổng LĐLĐVN", "Tổng Liên đoàn Lao động (LĐLĐ) Việt Nam"],
    ),
    ("Công đoàn (CĐ) Khu kinh tế (KKT) Chân Mây trao quà", ["Công đoàn (CĐ) Khu kinh tế (KKT) Chân Mây"]),
    ("sáng nay, Công đoàn (CĐ) ngành Y tế tỉnh Hà Nam họp", ["Công đoàn (CĐ) ngành Y tế tỉnh Hà Nam"]),
    ("Công ty CP Hoa Mai (HM) và Công đoàn (CĐ)", ["Công ty CP Hoa Mai"]),
    ("tại Cung Văn hóa Lao động TP Huế, LĐLĐ tỉnh Hà Nam họp", ["Cung Văn hóa Lao động TP Huế", "LĐLĐ tỉnh Hà Nam"]),
    ('"Tết sum vầy - Xuân ơn Đảng", mừng Đảng, mừng Xuân', []),
    ("từ Liên đoàn Lao động (LĐLĐ) tỉnh đến cơ sở", ["Liên đoàn Lao động (LĐLĐ) tỉnh"]),
    ("Chủ tịch LĐLĐ tỉnh Hà Nam Trần Văn Khải", ["LĐLĐ tỉnh Hà Nam"]),
    ("Chủ tịch CĐCS Đinh Thế Lực phát biểu", []),
    ("các LĐLĐ huyện, thị xã, thành phố", []),
    ("LĐLĐ huyện, thị xã và công đoàn ngành", ["công đoàn ngành"]),
    ("cán bộ công đoàn các cấp; Công đoàn Thủ đô; công đoàn cơ sở", []),
    ("CĐ các KCN tỉnh Ninh Bình tiếp nhận", ["CĐ các KCN tỉnh Ninh Bình"]),
    ("Công đoàn Khu kinh tế Dung Quất họp", ["Công đoàn Khu kinh tế Dung Quất"]),
    ("Công đoàn ngành Giáo dục 6 tháng đầu năm", ["Công đoàn ngành Giáo dục"]),
    ("Công đoàn Viên chức tỉnh trao quà", ["Công đoàn Viên chức tỉnh"]),
    ("CĐCS Công ty TNHH Hoa Mai Việt Nam ra mắt", ["CĐCS Công ty TNHH Hoa Mai Việt Nam"]),
    ("Công đoàn phường Cao Xanh thành lập", ["Công đoàn phường Cao Xanh"]),
    ("phong trào công đoàn tỉnh nhà", []),
    ("tổ chức Công đoàn tỉnh nhà kết nạp", ["Công đoàn tỉnh"]),
    ("Công đoàn Vĩnh Phúc, cán bộ công đoàn Vĩnh Phúc, các cấp công đoàn Vĩnh Phúc", ["Công đoàn Vĩnh Phúc"]),
    ("chủ tịch công đoàn cơ sở doanh nghiệp FDI, công đoàn cơ sở khối DN", []),
    ("các CĐCS: trường THPT Sông Lam, trường THPT Núi Nứa", ["trường THPT Sông Lam", "trường THPT Núi Nứa"]),
    ("hãng tin Hoa Mai dẫn lời; các hãng tin nước ngoài", ["hãng tin Hoa Mai"]),
    ("phi công hãng hàng không Hoa Mai Airlines đình công", ["Hoa Mai Airlines"]),
    # the Party and the State
    ("theo quy định của Đảng, Thành ủy", ["Đảng", "Thành ủy"]),
    ("cấp ủy Đảng; đảng viên; Đảng viên; Đại hội Đảng", []),
    ("Ban Bí thư Trung ương Đảng và Bộ Chính trị", ["Ban Bí thư Trung ương Đảng", "Bộ Chính trị"]),
    ("Đảng ủy Khu kinh tế Nghi Sơn vừa", ["Đảng ủy Khu kinh tế Nghi Sơn"]),
    ("Thành ủy viên", []),
    ("Sở GTVT TP. Hà Nội bố trí xe", ["Sở GTVT TP. Hà Nội"]),
    ("Sở LĐ-TB&XH tỉnh và Bộ Y tế", ["Sở LĐ-TB&XH tỉnh", "Bộ Y tế"]),
    ("cơ sở y tế, sở hữu, bộ máy, phòng chống dịch", []),
    ("Bộ Quốc phòng Nga", ["Bộ Quốc phòng Nga"]),
    ("Bảo hiểm xã hội (BHXH) tỉnh cho biết", ["Bảo hiểm xã hội (BHXH) tỉnh"]),
    ("nợ đóng BHXH, BHYT", []),
    ("Chủ tịch UBND phường Lý Văn Thắng", ["UBND phường"]),
    ("Trung tâm Kiểm soát bệnh tật tỉnh Sơn La", ["Trung tâm Kiểm soát bệnh tật tỉnh Sơn La"]),
    # enterprises
    ("Công ty cổ phần cơ khí xây dựng Sông Biếc ở khu A", ["Công ty cổ phần cơ khí xây dựng Sông Biếc"]),
    ("Công ty TNHH may mặc Tân An Phát cho biết", ["Công ty TNHH may mặc Tân An Phát"]),
    ("Công ty CP Gạch ngói Đồi Son trao quà", ["Công ty CP Gạch ngói Đồi Son"]),
    ("Giám đốc Nhân sự Công ty TNHH Sao Khuê Tạ Thùy Linh nói", ["Công ty TNHH Sao Khuê"]),
    ('Công ty TNHH "Bình Minh" đóng tại đây', ['Công ty TNHH "Bình Minh"']),
    ("Tổng công ty May 10 tuyển người", ["Tổng công ty May 10"]),
    ("thành lập Công ty TNHH theo luật", []),
    ("công ty Hàn Quốc", []),
    # schools, press, associations, others
    ("Trường Tiểu học và THCS Đồng Tâm", ["Trường Tiểu học và THCS Đồng Tâm"]),
    ("Viện Công nhân và Công đoàn khảo sát", ["Viện Công nhân và Công đoàn"]),
    ("Cục Xúc tiến thương mại cho hay", ["Cục Xúc tiến thương mại"]),
    ("Bệnh viện 103 cho biết", ["Bệnh viện 103"]),
    ("Báo Lao Động 30 năm", ["Báo Lao Động"]),
    ("báo cáo, thông báo, báo Mỹ", []),
    ("Hội Nông dân tỉnh, Hội nghị, Hội đồng", ["Hội Nông dân tỉnh"]),
    ("Hiệp hội Dệt may Việt Nam nêu", ["Hiệp hội Dệt may Việt Nam"]),
    ("Nhà Văn hóa Lao động tỉnh Phú Thọ", ["Nhà Văn hóa Lao động tỉnh Phú Thọ"]),
    ("Cung Văn hóa Hữu nghị Việt - Xô căn cứ kế hoạch", ["Cung Văn hóa Hữu nghị Việt - Xô"]),
    ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam thăm hỏi", ["Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"]),
    ("Ủy ban Kiểm tra Trung ương kết luận", ["Ủy ban Kiểm tra Trung ương"]),
    ("Phó chủ nhiệm Ủy ban các vấn đề về xã hội Lê Văn Bình", ["Ủy ban các vấn đề về xã hội"]),
    ("Hội đồng Thi đua - Khen thưởng tỉnh xét chọn", ["Hội đồng Thi đua - Khen thưởng tỉnh"]),
    ("Hội đồng quản trị họp ở tỉnh", []),
    ("Bí thư Đoàn Khối Doanh nghiệp Trung ương", ["Đoàn Khối Doanh nghiệp Trung ương"]),
    ("khách sạn Công đoàn Sông Trà mở cửa", ["khách sạn Công đoàn Sông Trà"]),
    ("giám đốc Công ty TNHH Khách sạn Công Đoàn Sông Trà nói", ["Công ty TNHH Khách sạn Công Đoàn Sông Trà"]),
    ("Tập đoàn Thép Việt Nam phát triển ổn định", ["Tập đoàn Thép Việt Nam"]),
    ("CĐ Tổng công ty Thép và CĐ Viện Thiết kế", ["CĐ Tổng công ty Thép", "CĐ Viện Thiết kế"]),
    ("Trường Đại học Kỹ thuật dân lập Sông Hồng", ["Trường Đại học Kỹ thuật dân lập Sông Hồng"]),
    ("quỹ bảo trợ trẻ em Công đoàn Việt Nam tặng xe đạp", ["quỹ bảo trợ trẻ em Công đoàn Việt Nam"]),
    ("Báo Tin Tức đưa tin, báo tin vui", ["Báo Tin Tức"]),
    ("Công ty May Sông Lam và Công đoàn Dầu khí", ["Công ty May Sông Lam", "Công đoàn Dầu khí"]),
    ("Viện Công nhân và Công đoàn Việt Nam", ["Viện Công nhân và Công đoàn Việt Nam"]),
    ("Công ty Tuyển than Cửa Ông, nơi có", ["Công ty Tuyển than Cửa Ông"]),
    ("Công ty Hoa Mai Bà Lê Thị Na nói", ["Công ty Hoa Mai"]),
    ("Công ty Cổ phần Lọc hóa dầu Sông Trà họp", ["Công ty Cổ phần Lọc hóa dầu Sông Trà"]),
    ("Phó Giám đốc học viện Thanh niên, các học viện", ["học viện Thanh niên"]),
    ("Cục quan hệ lao động và tiền lương đề xuất", ["Cục quan hệ lao động và tiền lương"]),
    ("Đại sứ quán Việt Nam tại Pháp và Đại sứ quán Lào", ["Đại sứ quán Việt Nam tại Pháp", "Đại sứ quán Lào"]),
    ("xin thị thực ở đại sứ quán", []),
    ("Công ty Tài chính An Khang (Ankang) và Ankang", ["Công ty Tài chính An Khang", "Ankang"]),
    ("Nghị quyết ĐH XII; ĐH Nông Lâm", ["ĐH Nông Lâm"]),
    ("Liên hiệp CĐ thế giới kêu gọi", ["Liên hiệp CĐ thế giới"]),
    ("công nhân Công ty TNHH Kim Long Hải dự", ["Công ty TNHH Kim Long Hải"]),
    ("Công ty CP Thép Sông Trà Đà Nẵng họp", ["Công ty CP Thép Sông Trà Đà Nẵng"]),
    ("Nhà máy Z751 và Xí nghiệp 22 họp", ["Nhà máy Z751", "Xí nghiệp 22"]),
    ("Công ty TNHH Sao Mai, Công ty Lá Xanh và Hoa Ban dự", ["Công ty TNHH Sao Mai", "Công ty Lá Xanh"]),
    ("Công đoàn Công ty TNHH Sao Mai (SMC) họp. CĐ SMC dự.", ["Công đoàn Công ty TNHH Sao Mai", "CĐ SMC"]),
    ("Công ty cổ phần Đầu tư và Xây dựng Hà Thành họp", ["Công ty cổ phần Đầu tư và Xây dựng Hà Thành"]),
    ("Công ty TNHH Thương mại và Dịch vụ Hoa Mai họp", ["Công ty TNHH Thương mại và Dịch vụ Hoa Mai"]),
    ("Ngân hàng TMCP Biển Xanh chi nhánh Hà Nam họp", ["Ngân hàng TMCP Biển Xanh chi nhánh Hà Nam"]),
    ("Ngân hàng TMCP Biển Xanh mở chi nhánh Hà Nam", ["Ngân hàng TMCP Biển Xanh"]),
    ("Công ty TNHH Một thành viên Cao su Hoa Mai họp", ["Công ty TNHH Một thành viên Cao su Hoa Mai"]),
    ("Công ty TNHH Sao Mai tại KCN Đồng Văn II, tỉnh Hà Nam", ["Công ty TNHH Sao Mai"]),
    ("CĐCS Trường Mầm non Hoa Ban, Trường Tiểu học Kim Đồng dự",
     ["CĐCS Trường Mầm non Hoa Ban", "Trường Tiểu học Kim Đồng"]),
    ("UBND các huyện Văn Yên, Lục Yên họp", ["UBND các huyện Văn Yên", "Lục Yên"]),
    ("Sở Y tế các tỉnh Hà Nam, Nam Định họp", ["Sở Y tế các tỉnh Hà Nam", "Nam Định"]),
    ("Công đoàn Cao su Việt Nam (CĐ CSVN) họp; CĐ CSVN mở lớp", ["Công đoàn Cao su Việt Nam", "CĐ CSVN"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "quotes"), FOUND)
def test_quotes(line: str, quotes: list[str]) -> None:
    text = Text.plain(line)
    assert [text.quote(mention.span) for mention in find_organisations(text)] == quotes


@pytest.mark.parametrize(
    ("line", "organ", "stem", "place"),
    [
        ("BCH LĐLĐ huyện Mỹ Đức", "BCH", "Liên đoàn Lao động", ("huyện", "Mỹ Đức")),
        ("Thường trực HĐND tỉnh", "Thường trực", "HĐND", ("tỉnh", None)),
        ("Ủy ban Kiểm tra của Công đoàn ngành Y tế", "Ủy ban Kiểm tra", "Công đoàn ngành Y tế", None),
        ("Sở Y tế Hà Nội", None, "Sở Y tế", (None, "Hà Nội")),
        ("Liên đoàn Lao động Thủ đô", None, "Liên đoàn Lao động", (None, "Hà Nội")),
        (
            "Hội đồng Thi đua - Khen thưởng LĐLĐ tỉnh",
            "Hội đồng Thi đua - Khen thưởng",
            "Liên đoàn Lao động",
            ("tỉnh", None),
        ),
        ("Phòng Kinh tế Công an tỉnh", "Phòng Kinh tế", "Công an", ("tỉnh", None)),
        ("Phòng Kinh tế huyện Mỹ Đức", None, "Phòng Kinh tế", ("huyện", "Mỹ Đức")),
        ("Bộ Chính trị", "Bộ Chính trị", "Đảng Cộng sản Việt Nam", None),
    ],
)
def test_parts(line: str, organ: str | None, stem: str, place: tuple[str | None, str | None] | None) -> None:
    (mention,) = find_organisations(Text.plain(line))
    found = (mention.place.kind, mention.place.name) if mention.place else None
    assert (mention.organ, mention.stem, found) == (organ, stem, place)


@pytest.mark.parametrize("line", ["liên đoàn tập trung chăm lo", "công đoàn ngành", "Giám đốc công ty", "CĐCS công ty"])
def test_short_forms_only_point(line: str) -> None:
    assert [mention.short for mention in find_organisations(Text.plain(line))] == [True]


def test_short_name_in_brackets() -> None:
    text = Text.plain("Ban Quản lý các khu chế xuất TP.HCM (Hepza-TP) họp. Hepza-TP cho biết sẽ hỗ trợ.")
    assert [text.quote(mention.span) for mention in find_organisations(text)][-1] == "Hepza-TP"


@pytest.mark.parametrize(
    ("line", "stems"),
    [
        # by the trade name of a corporation whose union is named
        ("Công đoàn Điện lực Việt Nam họp. CĐ EVN trao quà.", ["Công đoàn Điện lực Việt Nam"] * 2),
        (
            "Công đoàn Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam họp. Công đoàn TKV vui.",
            ["Công đoàn Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam"] * 2,
        ),
        ("Công đoàn Y tế Việt Nam họp. Công đoàn EVN vui.", ["Công đoàn Y tế Việt Nam", "Công đoàn EVN"]),
        ("Công đoàn Điện lực tỉnh họp. Công đoàn EVN vui.", ["Công đoàn Điện lực", "Công đoàn EVN"]),
        # by the short name of a zone, but not of another province
        (
            "Công đoàn Khu công nghiệp Hoa Mai - Sen Vàng (HMSV) họp. Công đoàn KCN HMSV vui.",
            ["Công đoàn Khu công nghiệp Hoa Mai - Sen Vàng"] * 2,
        ),
        (
            "Công đoàn các Khu công nghiệp (KCN) tỉnh Hà Nam họp. Công đoàn các KCN tỉnh Bắc Ninh vui.",
            ["Công đoàn các Khu công nghiệp", "Công đoàn các KCN"],
        ),
        # a case is no part of a firm's name
        ("Vụ Công ty TNHH Hoa Mai kéo dài.", ["Công ty TNHH Hoa Mai"]),
        ("Vụ Gia đình dự.", ["Vụ Gia đình"]),
    ],
)
def test_later_short_names(line: str, stems: list[str]) -> None:
    assert [mention.stem for mention in find_organisations(Text.plain(line))] == stems


@pytest.mark.parametrize("head", ["Công đoàn ", "công đoàn cơ sở ", "CĐCS ", "Công đoàn Công ty "])
def test_heads_without_end_are_read_to_some_depth(head: str) -> None:
    text = Text.plain(head * 2_000)
    assert all(mention.span.end - mention.span.start < 500 for mention in find_organisations(text))


def test_mentions_are_apart_and_in_order() -> None:
    text = Text.plain("Công đoàn Công ty TNHH Hoa Mai, Sở Y tế tỉnh và Trung tâm Tư vấn pháp luật LĐLĐ tỉnh")
    spans = [mention.span for mention in find_organisations(text)]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
