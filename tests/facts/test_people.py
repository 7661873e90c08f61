"""Who the people of an article are, and which bodies their offices belong to."""

import pytest

from baocongdoan.facts.organisations import resolve_organisations
from baocongdoan.facts.people import resolve_people
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


def test_further_offices_are_other_roles() -> None:
    (person,) = people("Ở tỉnh Lào Cai, ông Vàng A Sáu, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh, dự.")
    assert [(other.role, other.organisation) for other in person.other_roles] == [
        ("Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai")
    ]
