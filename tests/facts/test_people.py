"""Who the people of an article are, and which bodies their offices belong to."""

import pytest

from baocongdoan.facts.entities.organisations import resolve_organisations
from baocongdoan.facts.entities.people import resolve_people
from baocongdoan.language.text import Text
from baocongdoan.mentions.organisations import find_organisations
from baocongdoan.mentions.people import find_people
from baocongdoan.records import Article, Person


def people(text: str) -> tuple[Person, ...]:
    document = Text.plain(text)
    mentions = find_organisations(document)
    directory = resolve_organisations(mentions, document, Article(id="a", origin="-"))
    return resolve_people(find_people(document, mentions), document, directory)


RESOLVED = [
    (
        "Chủ tịch Công đoàn các KCN Hà Nam (CKH) Nguyễn Văn Khải dự",
        [("Nguyễn Văn Khải", "Chủ tịch", "Công đoàn các Khu công nghiệp Hà Nam")],
    ),
    (
        "Chủ tịch CĐ Điện lực Việt Nam Khuất Văn Lâm dự",
        [("Khuất Văn Lâm", "Chủ tịch", "Công đoàn Điện lực Việt Nam")],
    ),
    (
        "Chủ tịch LĐLĐ huyện Gò Dầu, Nguyễn Xuân Lưu cho hay đã mở 2 lớp",
        [("Nguyễn Xuân Lưu", "Chủ tịch", "Liên đoàn Lao động huyện Gò Dầu")],
    ),
    (
        "Phó Giám đốc Bệnh viện Nguyễn Đình Chiểu Trần Thị Mỹ Hạnh được bầu lại",
        [("Trần Thị Mỹ Hạnh", "Phó Giám đốc", "Bệnh viện Nguyễn Đình Chiểu")],
    ),
    (
        "Công ty Hoa Mai họp. Chủ tịch HĐQT Công ty Nguyễn Văn Tứ dự.",
        [("Nguyễn Văn Tứ", "Chủ tịch HĐQT", "Công ty Hoa Mai")],
    ),
    (
        "LĐLĐ tỉnh Yên Bái mở lớp. Ông Tạ Văn Kiểm, Chủ tịch LĐLĐ tỉnh, dự.",
        [("Tạ Văn Kiểm", "Chủ tịch", "Liên đoàn Lao động tỉnh Yên Bái")],
    ),
    (
        "Đại hội Công đoàn tỉnh Bạc Liêu bế mạc. Bà Lâm Kim Yến được bầu làm Chủ tịch.",
        [("Lâm Kim Yến", "Chủ tịch", "Liên đoàn Lao động tỉnh Bạc Liêu")],
    ),
    (
        "Công ty TNHH Hoa Mai tăng lương. Theo kế toán trưởng Đỗ Thị Hạnh, quỹ lương tăng.",
        [("Đỗ Thị Hạnh", "kế toán trưởng", "Công ty TNHH Hoa Mai")],
    ),
    (
        "Công ty TNHH May Hoa Mai tăng lương. Chị Lò Thị Na, công nhân May Hoa Mai, vui.",
        [("Lò Thị Na", "công nhân", "Công ty TNHH May Hoa Mai")],
    ),
    (
        "Công ty TNHH Hoa Mai xây nhà. Chị Phan Thị Sen, Chủ tịch CĐCS công ty, nói.",
        [("Phan Thị Sen", "Chủ tịch", "Công đoàn cơ sở Công ty TNHH Hoa Mai")],
    ),
    (
        "Ông Mai Văn Lạc, Trưởng Ban Tổ chức Trung ương, nói.",
        [("Mai Văn Lạc", "Trưởng Ban Tổ chức Trung ương", "Đảng Cộng sản Việt Nam")],
    ),
    (
        "Ông Mai Văn Lạc, Chủ tịch HĐQT Công ty TNHH Hoa Mai, nói.",
        [("Mai Văn Lạc", "Chủ tịch HĐQT", "Công ty TNHH Hoa Mai")],
    ),
    (
        "Ông Mai Văn Lạc, Chủ tịch Hội đồng thành viên kiêm Tổng Giám đốc Công ty TNHH Hoa Mai, nói.",
        [("Mai Văn Lạc", "Chủ tịch Hội đồng thành viên kiêm Tổng Giám đốc", "Công ty TNHH Hoa Mai")],
    ),
    (
        "Ông Mai Văn Lạc, Phó Giám đốc kiêm Chủ tịch Công đoàn Công ty TNHH Hoa Mai, nói.",
        [("Mai Văn Lạc", "Phó Giám đốc", None)],
    ),
    (
        "Bà Lâm Kim Yến, Chủ tịch Công đoàn Công ty cổ phần Sao Khuê, mở sổ. Ông Mai Văn Lạc, Tổng Giám đốc, nói.",
        [
            ("Lâm Kim Yến", "Chủ tịch", "Công đoàn Công ty cổ phần Sao Khuê"),
            ("Mai Văn Lạc", "Tổng Giám đốc", "Công ty cổ phần Sao Khuê"),
        ],
    ),
    (
        "Bệnh viện Đa khoa Hoa Mai đổi lịch trực. Bác sĩ Mai Văn Lạc, Chủ tịch Công đoàn bệnh viện, nói.",
        [("Mai Văn Lạc", "Chủ tịch", "Công đoàn Bệnh viện Đa khoa Hoa Mai")],
    ),
    # an office in front of the name, and several people in one sentence, each with the body of their own
    (
        "Chủ tịch LĐLĐ tỉnh Hà Nam Lê Văn Sáu trao quà; Chủ tịch Hội LHPN tỉnh Hà Thị Na dự.",
        [
            ("Lê Văn Sáu", "Chủ tịch", "Liên đoàn Lao động tỉnh Hà Nam"),
            ("Hà Thị Na", "Chủ tịch", "Hội Liên hiệp Phụ nữ tỉnh Hà Nam"),
        ],
    ),
    (
        "Thứ trưởng Y tế Lê Văn Sáu dự. Bộ trưởng Bộ Y tế Hà Thị Na dự.",
        [("Lê Văn Sáu", "Thứ trưởng", "Bộ Y tế"), ("Hà Thị Na", "Bộ trưởng", "Bộ Y tế")],
    ),
    (
        "Công ty TNHH Hoa Mai họp. Giám đốc Lê Văn Sáu nói. Chủ tịch CĐCS Hà Thị Na dự.",
        [
            ("Lê Văn Sáu", "Giám đốc", "Công ty TNHH Hoa Mai"),
            ("Hà Thị Na", "Chủ tịch", "Công đoàn cơ sở Công ty TNHH Hoa Mai"),
        ],
    ),
    (
        "Trường THPT Hoa Mai khai giảng. Hiệu trưởng Lê Văn Sáu nói. Cô giáo Hà Thị Na vui.",
        [("Lê Văn Sáu", "Hiệu trưởng", "Trường Trung học phổ thông Hoa Mai"), ("Hà Thị Na", None, None)],
    ),
    (
        "Ông Lê Văn Sáu, nguyên Chủ tịch LĐLĐ tỉnh Hà Nam, và bà Hà Thị Na, Phó Trưởng ban Nữ công LĐLĐ tỉnh, dự.",
        [
            ("Lê Văn Sáu", "nguyên Chủ tịch", "Liên đoàn Lao động tỉnh Hà Nam"),
            ("Hà Thị Na", "Phó Trưởng ban Nữ công", "Liên đoàn Lao động tỉnh Hà Nam"),
        ],
    ),
    # brackets behind a name tell whose people they are, though they name no office
    (
        "Luật sư Lê Văn Sáu (Đoàn Luật sư tỉnh Hà Nam) nói. Ông Hà Văn Ba (Công ty TNHH Sao Mai) vui.",
        [("Lê Văn Sáu", None, "Đoàn Luật sư tỉnh Hà Nam"), ("Hà Văn Ba", None, "Công ty TNHH Sao Mai")],
    ),
    # what is said of the second of two says nothing of the first
    (
        "Ông Lê Văn Sáu và ông Hà Văn Ba, công nhân Nhà máy Gốm Sông Trà, được khen.",
        [("Lê Văn Sáu", None, None), ("Hà Văn Ba", "công nhân", "Nhà máy Gốm Sông Trà")],
    ),
    ("LĐLĐ tỉnh Hà Nam họp. Tổng Bí thư Lê Văn Sáu thăm.", [("Lê Văn Sáu", "Tổng Bí thư", None)]),
    ("Anh Sáu, chị Na vui. Anh Trần Sáu đến.", [("Trần Sáu", None, None)]),
    ("Thủ tướng Trịnh Văn Bách thăm LĐLĐ tỉnh Yên Bái.", [("Trịnh Văn Bách", "Thủ tướng", None)]),
    ("Bà Hà Thị Na, Giám đốc một doanh nghiệp nhỏ, dự.", [("Hà Thị Na", "Giám đốc", None)]),
]


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_fills_in_the_bodies(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(person.name, person.role, person.organisation) for person in people(text)] == expected


def test_a_person_is_reported_once_where_the_office_is_told() -> None:
    text = "Ông Tạ Văn Kiểm đến sớm. Ông Tạ Văn Kiểm, Chủ tịch LĐLĐ tỉnh Yên Bái, nói. Anh Văn Kiểm về."
    (person,) = people(text)
    assert person.quote == "Tạ Văn Kiểm, Chủ tịch LĐLĐ tỉnh Yên Bái"
    assert person.start == text.index(person.quote)


def test_a_person_without_an_office_stands_at_the_first_mention() -> None:
    text = "Chị Hà Thị Na đến. Sau đó chị Hà Thị Na về."
    (person,) = people(text)
    assert (person.quote, person.start) == ("Hà Thị Na", text.index("Hà Thị Na"))


def test_further_offices_are_other_roles() -> None:
    (person,) = people("Ở tỉnh Lào Cai, ông Vàng A Sáu, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh, dự.")
    assert [(other.role, other.organisation) for other in person.other_roles] == [
        ("Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai")
    ]


def test_every_office_has_its_own_body() -> None:
    (person,) = people(
        "LĐLĐ tỉnh Hà Nam họp. Đồng chí Lê Văn Sáu, Ủy viên Ban Thường vụ Tỉnh ủy, Chủ tịch LĐLĐ tỉnh, "
        "Trưởng Ban Chỉ đạo, dự."
    )
    assert (person.role, person.organisation) == ("Ủy viên Ban Thường vụ", "Tỉnh ủy Hà Nam")
    assert [(other.role, other.organisation) for other in person.other_roles] == [
        ("Chủ tịch", "Liên đoàn Lao động tỉnh Hà Nam"),
        ("Trưởng Ban Chỉ đạo", None),
    ]
