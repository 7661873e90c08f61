"""Organisations tied to their article: full names, levels, provinces, short forms."""

import pytest

from baocongdoan.language.text import Span

from .conftest import directory

ARTICLES = [
    # a unit's union is a grassroots union if it is called so anywhere
    (
        "Công đoàn Bệnh viện Hoa Mai góp sức. CĐCS Bệnh viện Hoa Mai nấu 90 suất ăn.",
        ["Công đoàn cơ sở Bệnh viện Hoa Mai"],
    ),
    # a corporation's union leaves out the country, a province's sector union is another
    ("Công đoàn Cao su Việt Nam họp. Công đoàn Cao su tặng quà.", ["Công đoàn Cao su Việt Nam"]),
    (
        "Công đoàn Y tế Việt Nam họp. Công đoàn Y tế tỉnh Hà Nam dự.",
        ["Công đoàn Y tế Việt Nam", "Công đoàn Y tế tỉnh Hà Nam"],
    ),
    # of the corporation just named, not of one named later
    (
        "Ở Tổng công ty Sông Hồng, Công đoàn Tổng công ty họp. Công đoàn Tổng công ty Hoa Mai dự.",
        ["Tổng công ty Sông Hồng", "Công đoàn Tổng công ty Sông Hồng", "Công đoàn Tổng công ty Hoa Mai"],
    ),
    # what was a grassroots union before communes got their own
    ("CĐCS xã Hải Thịnh họp. Công đoàn xã Hải Thịnh vui.", ["Công đoàn cơ sở xã Hải Thịnh"]),
    ("Công đoàn xã Hải Thịnh họp.", ["Công đoàn xã Hải Thịnh"]),
    ("Công đoàn Tổng công ty họp. Công đoàn Tổng công ty Hoa Mai dự.", ["Công đoàn Tổng công ty Hoa Mai"]),
    # a headline leaves out the company and its legal form, or the group
    (
        "Công đoàn Công ty Than Hoa Mai vui\nCông đoàn Công ty Than Hoa Mai - TKV họp.",
        ["Công đoàn Công ty Than Hoa Mai - TKV"],
    ),
    (
        "Công đoàn Cao su Hoa Lư vui\nCông đoàn Công ty TNHH MTV Cao su Hoa Lư họp.",
        ["Công đoàn Công ty TNHH MTV Cao su Hoa Lư"],
    ),
    (
        "Công đoàn Cao su Việt Nam vui\nCông đoàn Công ty TNHH MTV Cao su Hoa Lư họp.",
        ["Công đoàn Cao su Việt Nam", "Công đoàn Công ty TNHH MTV Cao su Hoa Lư"],
    ),
    # short names of the power corporations
    (
        "Công đoàn EVNCPC vui\nCông đoàn Tổng công ty Điện lực miền Trung họp. EVN dự.",
        ["Công đoàn Tổng công ty Điện lực miền Trung", "EVN"],
    ),
    # the army's union has a board in its name, unless the article leaves it out
    ("Ban Công đoàn Quốc phòng họp.", ["Ban Công đoàn Quốc phòng"]),
    ("Công đoàn Quốc phòng vui. Ban Công đoàn Quốc phòng họp.", ["Công đoàn Quốc phòng"]),
    # a verb in lower case with its number is no name
    (
        "Công ty TNHH Sao Mai họp. CĐCS công ty tổng hợp 38 ý kiến. Công ty xây dựng 3 căn nhà.",
        ["Công ty TNHH Sao Mai", "Công đoàn cơ sở Công ty TNHH Sao Mai"],
    ),
    ("Công ty May 12 họp. Công ty cổ phần xây dựng 74 dự.", ["Công ty May 12", "Công ty cổ phần xây dựng 74"]),
    ("Công đoàn TCty Sông Đà họp. CĐ TCty SĐ vui.", ["Công đoàn Tổng công ty Sông Đà"]),
    # text, names of all organisations
    (
        "LĐLĐ tỉnh Phú Thọ họp. Trường Trung cấp nghề Công đoàn mở lớp.",
        ["Liên đoàn Lao động tỉnh Phú Thọ", "Trường Trung cấp nghề Công đoàn Phú Thọ"],
    ),
    (
        "Ngân hàng TMCP Biển Xanh (Bixabank) họp. Công đoàn Bixabank trao quà.",
        ["Ngân hàng TMCP Biển Xanh", "Công đoàn Ngân hàng TMCP Biển Xanh"],
    ),
    # a short form in brackets names the union, too, and a sector without unions in the provinces has no place
    (
        "Công đoàn Than - Khoáng sản Việt Nam (TKV) họp tại tỉnh Quảng Ninh. Công đoàn TKV trao quà.",
        ["Công đoàn Than - Khoáng sản Việt Nam"],
    ),
    ("Tại TP.HCM, Công đoàn CAND trao quà.", ["Công đoàn Công an nhân dân"]),
    (
        "LĐLĐ tỉnh Hà Nam họp. Trường Đại học CSND dự.",
        ["Liên đoàn Lao động tỉnh Hà Nam", "Trường Đại học Cảnh sát nhân dân"],
    ),
    (
        "LĐLĐ cùng Phòng Nội vụ huyện Lục Yên họp.",
        ["Liên đoàn Lao động huyện Lục Yên", "Phòng Nội vụ huyện Lục Yên"],
    ),
    # "Công ty" stands for a corporation only where one was named before
    (
        "Công đoàn Công ty CP Hoa Mai họp. Công ty góp sức. Tổng công ty Sao Mai khen.",
        ["Công đoàn Công ty CP Hoa Mai", "Tổng công ty Sao Mai"],
    ),
    ("Tổ chức tài chính vi mô Hoa Mai (HMF) trao học bổng; HMF có 36 chi nhánh.", ["Tổ chức tài chính vi mô Hoa Mai"]),
    # in a list the place of the last body is that of those before it, too
    (
        "UBND, LĐLĐ và Công an huyện Lục Yên họp.",
        [
            "Ủy ban nhân dân huyện Lục Yên",
            "Liên đoàn Lao động huyện Lục Yên",
            "Công an huyện Lục Yên",
        ],
    ),
    (
        "LĐLĐ tỉnh Yên Bái họp. HĐND - UBND huyện Lục Yên họp. Đảng ủy, UBND xã Tân Lập họp.",
        [
            "Liên đoàn Lao động tỉnh Yên Bái",
            "Hội đồng nhân dân huyện Lục Yên",
            "Ủy ban nhân dân huyện Lục Yên",
            "Đảng ủy xã Tân Lập",
            "Ủy ban nhân dân xã Tân Lập",
        ],
    ),
    # no commune has a federation of labour, and what else stands between two bodies makes no list
    (
        "LĐLĐ tỉnh Yên Bái họp. LĐLĐ, UBND xã Tân Lập họp.",
        ["Liên đoàn Lao động tỉnh Yên Bái", "Ủy ban nhân dân xã Tân Lập"],
    ),
    (
        "LĐLĐ tỉnh Yên Bái họp. LĐLĐ mời UBND huyện Lục Yên họp.",
        ["Liên đoàn Lao động tỉnh Yên Bái", "Ủy ban nhân dân huyện Lục Yên"],
    ),
    # a sector's union under its longest name
    (
        "Công đoàn ngành Y tế tỉnh Hà Nam họp. Công đoàn ngành Y tế Hà Nam trao quà. Công đoàn ngành Y tế mở lớp.",
        ["Công đoàn ngành Y tế tỉnh Hà Nam"],
    ),
    ("Công đoàn Y tế Hà Nam họp. Công đoàn ngành Y tế tỉnh Hà Nam mở lớp.", ["Công đoàn ngành Y tế tỉnh Hà Nam"]),
    (
        "Công đoàn Y tế Hà Nam họp. Công đoàn ngành Y tế Hải Phòng mở lớp.",
        ["Công đoàn Y tế Hà Nam", "Công đoàn ngành Y tế Hải Phòng"],
    ),
    # a hotel is the company that is called by it
    ("Khách sạn Hoa Mai họp. Công ty TNHH Khách sạn Hoa Mai mở lớp.", ["Công ty TNHH Khách sạn Hoa Mai"]),
    (
        "Khách sạn Hoa Mai họp. Công ty TNHH Khách sạn Hoa Ban mở lớp.",
        ["Khách sạn Hoa Mai", "Công ty TNHH Khách sạn Hoa Ban"],
    ),
    ("ĐH Sông Hồng họp. Trường đại học Sông Hồng tuyển sinh.", ["Trường đại học Sông Hồng"]),
    ("Tập đoàn Cao su tặng quà. Tập đoàn Cao su Việt Nam họp.", ["Tập đoàn Cao su Việt Nam"]),
    ("Công đoàn Dầu khí Việt Nam họp. CĐ DKVN trao quà.", ["Công đoàn Dầu khí Việt Nam"]),
    ("Công đoàn Y tế Việt Nam họp. CĐ DKVN trao quà.", ["Công đoàn Y tế Việt Nam", "Công đoàn DKVN"]),
    ("Công ty TNHH KaoYan họp. CĐCS KaoYan họp.", ["Công ty TNHH KaoYan", "Công đoàn cơ sở Công ty TNHH KaoYan"]),
    (
        "Công ty CP Thép Sông Trà (STS) họp. CĐCS STS trao quà.",
        ["Công ty CP Thép Sông Trà", "Công đoàn cơ sở Công ty CP Thép Sông Trà"],
    ),
    (
        "LĐLĐ huyện Mỹ Đức: Chăm lo đoàn viên\nLĐLĐ huyện báo cáo LĐLĐ Thành phố, UBND huyện và Thành ủy.",
        [
            "Liên đoàn Lao động huyện Mỹ Đức",
            "Liên đoàn Lao động thành phố Hà Nội",
            "Ủy ban nhân dân huyện Mỹ Đức",
            "Thành ủy Hà Nội",
        ],
    ),
    (
        "Quảng Trị: Mở ba lớp tập huấn\nLĐLĐ tỉnh phối hợp với Sở Giáo dục và đào tạo, Công đoàn Viên chức tỉnh.",
        [
            "Liên đoàn Lao động tỉnh Quảng Trị",
            "Sở Giáo dục và Đào tạo tỉnh Quảng Trị",
            "Công đoàn Viên chức tỉnh Quảng Trị",
        ],
    ),
    (  # the city that was named long before, not the province that the headline speaks of
        "Hỏi Liên đoàn Lao động Bình Dương\nTổng Liên đoàn Lao động Việt Nam làm việc với Liên đoàn Lao động TPHCM. "
        + "Các đại biểu nêu nhiều câu hỏi về việc làm. " * 12
        + "Liên đoàn Lao động thành phố trả lời.",
        [
            "Liên đoàn Lao động tỉnh Bình Dương",
            "Tổng Liên đoàn Lao động Việt Nam",
            "Liên đoàn Lao động Thành phố Hồ Chí Minh",
        ],
    ),
    (
        "Công đoàn ngành Y tế Hà Nội họp. Công đoàn ngành khen thưởng 5 tập thể.",
        ["Công đoàn ngành Y tế Hà Nội"],
    ),
    (
        "Công đoàn Giáo dục Cao Bằng trao quà. Công đoàn Giáo dục tỉnh Cao Bằng cho biết.",
        ["Công đoàn Giáo dục tỉnh Cao Bằng"],
    ),
    (
        "Công ty TNHH may mặc Tân An tại Long An thưởng Tết. Công ty Tân An có 500 lao động, CĐCS công ty chăm lo tốt.",
        ["Công ty TNHH may mặc Tân An", "Công đoàn cơ sở Công ty TNHH may mặc Tân An"],
    ),
    (
        "Công đoàn phường Cao Xanh, tỉnh Quảng Ninh ra mắt. Đảng ủy và UBND phường chúc mừng.",
        ["Công đoàn phường Cao Xanh", "Đảng ủy phường Cao Xanh", "Ủy ban nhân dân phường Cao Xanh"],
    ),
    (
        "Công đoàn Công ty CP Giấy Hoa Ban họp. CĐCS Công ty CP Giấy Hoa Ban trao quà. Công đoàn Giấy Hoa Ban mở lớp.",
        ["Công đoàn cơ sở Công ty CP Giấy Hoa Ban"],
    ),
    (
        "Công ty CP Xây dựng Hà Nội họp với Công đoàn Xây dựng Hà Nội.",
        ["Công ty CP Xây dựng Hà Nội", "Công đoàn Xây dựng Hà Nội"],
    ),
    (
        "Công ty TNHH Hải Hậu họp với Công đoàn Hải Hậu.",
        ["Công ty TNHH Hải Hậu", "Liên đoàn Lao động huyện Hải Hậu"],
    ),
    (
        "Công đoàn các Khu kinh tế và Khu công nghiệp (KKT&KCN) tỉnh Quảng Nam họp.\nCông đoàn các KCN tỉnh khen.",
        ["Công đoàn các Khu kinh tế và Khu công nghiệp tỉnh Quảng Nam"],
    ),
    (
        "Công đoàn Giáo dục (CĐGD) tỉnh Hà Nam họp.\nCĐGD tỉnh khen công đoàn bộ phận Nhà máy Gốm Sứ.",
        ["Công đoàn Giáo dục tỉnh Hà Nam", "Công đoàn bộ phận Nhà máy Gốm Sứ"],
    ),
    (
        "Tỉnh đoàn Hà Nam đón Ban Bí thư Trung ương Đoàn; Đoàn TNCS Hồ Chí Minh tặng quà.",
        ["Tỉnh đoàn Hà Nam", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"],
    ),
    (
        "Công đoàn phường Cao Xanh ra mắt\nNhóm “Công đoàn Cao Xanh” đông; Công đoàn Quảng Ninh khen.",
        ["Công đoàn phường Cao Xanh", "Liên đoàn Lao động tỉnh Quảng Ninh"],
    ),
    (
        "LĐLĐ tỉnh Hà Nam họp. Chi bộ Doanh nghiệp Khu kinh tế kết nạp đảng viên.",
        ["Liên đoàn Lao động tỉnh Hà Nam", "Chi bộ Doanh nghiệp Khu kinh tế Hà Nam"],
    ),
    ("Chi bộ Doanh nghiệp Khu kinh tế kết nạp đảng viên.", ["Chi bộ Doanh nghiệp Khu kinh tế"]),
    # one firm under three names, the longest of which holds the others; a firm of another name is another
    (
        "Công ty Hoa Mai Việt Nam họp. Công ty Hoa Mai họp. Công ty TNHH Hoa Mai Việt Nam họp.",
        ["Công ty TNHH Hoa Mai Việt Nam"],
    ),
    ("Công ty TNHH Hoa Mai họp. Công ty Hoa Ban họp.", ["Công ty TNHH Hoa Mai", "Công ty Hoa Ban"]),
    (
        "Công ty TNHH may mặc Tân An họp. Công ty Tân An trao quà. Công đoàn Công ty Tân An dự.",
        ["Công ty TNHH may mặc Tân An", "Công đoàn Công ty TNHH may mặc Tân An"],
    ),
    (
        "Công đoàn Viên chức tỉnh Hà Nam họp. Công đoàn Viên chức trao quà. Công đoàn ngành dự.",
        ["Công đoàn Viên chức tỉnh Hà Nam"],
    ),
    (
        "LĐLĐ tỉnh Hà Nam họp. LĐLĐ huyện Bình Lục họp. LĐLĐ huyện trao quà.",
        ["Liên đoàn Lao động tỉnh Hà Nam", "Liên đoàn Lao động huyện Bình Lục"],
    ),
    (
        "LĐLĐ TP Hải Dương họp. LĐLĐ thành phố trao quà. LĐLĐ tỉnh dự.",
        ["Liên đoàn Lao động thành phố Hải Dương", "Liên đoàn Lao động tỉnh Hải Dương"],
    ),
    (
        "Sở Y tế họp. LĐLĐ thành phố Hải Phòng họp. Thành ủy họp.",
        ["Sở Y tế thành phố Hải Phòng", "Liên đoàn Lao động thành phố Hải Phòng", "Thành ủy Hải Phòng"],
    ),
    (
        "UBND tỉnh Hà Nam họp. HĐND tỉnh họp. UBND quyết. HĐND quyết.",
        ["Ủy ban nhân dân tỉnh Hà Nam", "Hội đồng nhân dân tỉnh Hà Nam"],
    ),
    (
        "Bệnh viện Đa khoa tỉnh Hà Nam họp. Bệnh viện Đa khoa khám. Bệnh viện Phụ sản khám.",
        ["Bệnh viện Đa khoa tỉnh Hà Nam", "Bệnh viện Phụ sản"],
    ),
    (
        "Công đoàn các KCN tỉnh Hà Nam họp. Công đoàn các Khu công nghiệp Hà Nam trao quà.",
        ["Công đoàn các Khu công nghiệp tỉnh Hà Nam"],
    ),
    (
        "Công đoàn Cao Xanh trao quà. Công đoàn phường Cao Xanh họp. Công đoàn phường Hà Tu dự.",
        ["Công đoàn phường Cao Xanh", "Công đoàn phường Hà Tu"],
    ),
    ("Đảng ủy trao quà. Công đoàn phường Cao Xanh ra mắt.", ["Đảng ủy phường Cao Xanh", "Công đoàn phường Cao Xanh"]),
    (
        "LĐLĐ tỉnh Nghệ An cùng các CĐCS: trường THPT Sông Lam và trường THPT Núi Nứa.",
        [
            "Liên đoàn Lao động tỉnh Nghệ An",
            "Công đoàn cơ sở Trường Trung học phổ thông Sông Lam",
            "Công đoàn cơ sở Trường Trung học phổ thông Núi Nứa",
        ],
    ),
    # "phường" is the only one named before, or nobody knows which
    ("Cháy ở phường Hoa Lư. Công đoàn phường họp.", ["Công đoàn phường Hoa Lư"]),
    ("Cháy ở phường Hoa Lư, phường Nam Hoa. Công đoàn phường họp.", ["Công đoàn phường"]),
    # a union called by the kind of its unit alone is that of the one so called
    (
        "Bệnh viện Hoa Mai đón Công ty Hoa Ban. Công đoàn Bệnh viện tặng quà.",
        ["Bệnh viện Hoa Mai", "Công ty Hoa Ban", "Công đoàn Bệnh viện Hoa Mai"],
    ),
    (
        "Nhà máy Z5 đón Công ty Hoa Ban. Công đoàn Nhà máy tặng quà.",
        ["Nhà máy Z5", "Công ty Hoa Ban", "Công đoàn Nhà máy Z5"],
    ),
    (
        "Nhà máy Z5 đón Công ty Hoa Ban. Công đoàn nhà máy tặng quà.",
        ["Nhà máy Z5", "Công ty Hoa Ban", "Công đoàn Nhà máy Z5"],
    ),
    # the kind of a school is told by its own name; two that share the rest are not one
    (
        "Trường Tiểu học Hoa Mai khai giảng. CĐCS trường Hoa Mai tặng quà.",
        ["Trường Tiểu học Hoa Mai", "Công đoàn cơ sở Trường Tiểu học Hoa Mai"],
    ),
    (
        "Trường Tiểu học Hoa Mai và Trường Mầm non Hoa Mai đón CĐCS trường Hoa Mai.",
        ["Trường Tiểu học Hoa Mai", "Trường Mầm non Hoa Mai", "Công đoàn cơ sở Trường Hoa Mai"],
    ),
    # several kinds name no one body
    ("CĐCS xã, phường gặp khó.", []),
    # a sector's union has the wider field of the same sector
    (
        "Công đoàn ngành Nông nghiệp họp. Công đoàn Nông nghiệp và PTNT Việt Nam tặng quà.",
        ["Công đoàn Nông nghiệp và Phát triển nông thôn Việt Nam"],
    ),
    (
        "Công đoàn ngành Nông nghiệp Hà Nam họp. Công đoàn Nông nghiệp và PTNT Việt Nam tặng quà.",
        ["Công đoàn ngành Nông nghiệp Hà Nam", "Công đoàn Nông nghiệp và Phát triển nông thôn Việt Nam"],
    ),
    # the union of all zones under the name that tells most kinds of them
    (
        "Công đoàn KCX và KCN Hà Nam họp. Công đoàn các Khu chế xuất và công nghiệp Hà Nam tặng quà.",
        ["Công đoàn các Khu chế xuất và công nghiệp Hà Nam"],
    ),
    # a port is a firm beside its union or its officer, and else a place
    ("Tàu vào Cảng Sông Gianh. Công đoàn Cảng tặng quà.", ["Cảng Sông Gianh", "Công đoàn Cảng Sông Gianh"]),
    ("Giám đốc Cảng Sông Gianh tặng quà.", ["Cảng Sông Gianh"]),
    ("Tàu vào Cảng Sông Gianh. Công đoàn Cảng Cửa Lò tặng quà.", ["Công đoàn Cảng Cửa Lò"]),
    ("Công đoàn Trường tặng quà.", []),
]


SHORT = [
    # text, the mentions of its organisations: a short form means the body named last, or else the first behind it
    ("Công ty TNHH Hoa Mai họp. Công ty TNHH Hoa Ban họp. Công ty chi tiền.", [1, 2]),
    ("Công ty chi tiền. Công ty TNHH Hoa Mai họp.", [2]),
    ("Tổng Công ty Sông Hồng họp. Tổng công ty chi tiền.", [2]),
    # in a roundup of three, the only one of its paragraph; in an article on two, the one that it speaks of
    (
        "LĐLĐ quận 3 tặng quà.\nLĐLĐ quận 4 và LĐLĐ quận 3 họp.\nLĐLĐ quận 6 tặng 5 suất. LĐLĐ quận còn hỗ trợ.",
        [1, 1, 2],
    ),
    ("LĐLĐ quận 3 họp.\nLĐLĐ quận 3 vui.\nLĐLĐ quận 6 dự. LĐLĐ quận tặng quà.", [2, 1]),
    ("LĐLĐ tỉnh Hà Nam họp. LĐLĐ huyện Bình Lục họp. LĐLĐ huyện trao quà.", [1, 2]),
]


@pytest.mark.parametrize(("text", "mentions"), SHORT)
def test_short_forms(text: str, mentions: list[int]) -> None:
    assert [len(organisation.mentions) for organisation in directory(text).organisations] == mentions


@pytest.mark.parametrize(("text", "names"), ARTICLES)
def test_article(text: str, names: list[str]) -> None:
    assert [organisation.name for organisation in directory(text).organisations] == names


def test_a_person_in_a_name_is_no_place() -> None:
    (youth, *_) = directory("Đoàn Thanh niên Cộng sản Hồ Chí Minh tặng quà").organisations
    assert youth.province is None


def test_directory_answers() -> None:
    text = "LĐLĐ tỉnh Yên Bái mở lớp. Ban Thường vụ LĐLĐ tỉnh và Tổng LĐLĐ Việt Nam khen."
    found = directory(text)
    (union, confederation) = found.organisations
    assert union.mentions == ("LĐLĐ tỉnh Yên Bái", "LĐLĐ tỉnh")
    assert union.organs == ("Ban Thường vụ",)
    assert found.main == union.name
    before = found.before(text.index("khen"))
    assert before is not None
    assert before.name == confederation.name
    assert [mention.name for mention in found.within(Span(0, 20))] == [union.name]
    assert found.canonical("HĐND tỉnh") == "Hội đồng nhân dân tỉnh Yên Bái"
    assert found.canonical("LĐLĐ") == union.name
    assert found.canonical("toàn ngành") is None


def test_the_union_spoken_of_is_named_early_and_often() -> None:
    assert directory("Sở Y tế và LĐLĐ tỉnh Hà Nam họp").main == "Liên đoàn Lao động tỉnh Hà Nam"
    assert directory("Công ty TNHH Hoa Mai họp").main is None
    # most articles name the Confederation for what it laid down
    guest = "Tổng LĐLĐ Việt Nam vui. LĐLĐ tỉnh Hà Nam họp."
    assert directory(guest).main == "Liên đoàn Lao động tỉnh Hà Nam"
    often = "Mở lớp.\nTrời đẹp.\nHọp bàn.\nLĐLĐ tỉnh Hà Nam vui.\n" + "LĐLĐ tỉnh Nam Định dự. " * 3
    assert directory(often).main == "Liên đoàn Lao động tỉnh Nam Định"
    first = "LĐLĐ tỉnh Hà Nam họp, LĐLĐ tỉnh Nam Định dự.\nTrời đẹp.\nHọp bàn.\nLĐLĐ tỉnh Nam Định khen."
    assert directory(first).main == "Liên đoàn Lao động tỉnh Hà Nam"


def test_a_body_is_told_at_its_first_mention_in_full() -> None:
    found = directory("Công đoàn may Hoa Mai mở lớp\nCông đoàn Công ty CP May Hoa Mai khai giảng.")
    assert [body.quote for body in found.organisations] == ["Công đoàn Công ty CP May Hoa Mai"]
    assert found.organisations[0].mentions == ("Công đoàn may Hoa Mai", "Công đoàn Công ty CP May Hoa Mai")
