"""Common nouns that act in the place of a body named before them."""

from __future__ import annotations

import pytest

from baocongdoan.facts.entities.organisations import resolve_organisations
from baocongdoan.facts.entities.references import find_references
from baocongdoan.language.text import Text
from baocongdoan.mentions.organisations import find_organisations
from baocongdoan.records import Article

HOSPITAL = "Bệnh viện Đa khoa Hoa Mai"
SCHOOL = "Trường Trung học phổ thông Sông Lam"
FIRM_S_UNION = "Công đoàn cơ sở Công ty TNHH Sao Mai"
FIRM = "Công ty TNHH Sao Mai"

MEANT = [
    # by the beginning of its name, by its type or by its level
    ("Bệnh viện Đa khoa Hoa Mai họp. Trong đó bệnh viện chi 30 triệu đồng.", [HOSPITAL]),
    ("Trường THPT Sông Lam họp. Nhà trường trao 40 suất quà.", [SCHOOL]),
    ("Công ty TNHH Sao Mai họp. Doanh nghiệp trao 40 suất quà.", [FIRM]),
    ("Hội Nông dân tỉnh Hà Nam họp. Hội trao 40 suất quà.", ["Hội Nông dân tỉnh Hà Nam"]),
    ("UBND tỉnh Hà Nam họp. Chính quyền chi 30 triệu đồng.", ["Ủy ban nhân dân tỉnh Hà Nam"]),
    (
        "Công đoàn cơ sở Công ty TNHH Sao Mai họp. CĐCS trao 40 suất quà.",
        ["Công đoàn cơ sở Công ty TNHH Sao Mai"],
    ),
    # or the union of the firm that was named last, and no other body behind it
    ("Công ty TNHH Sao Mai đối thoại. CĐCS nêu 9 kiến nghị. Trước mắt, CĐCS trích 30 triệu đồng.", [FIRM_S_UNION]),
    ("Công ty TNHH Sao Mai và UBND tỉnh Hà Nam họp. CĐCS trao 40 suất quà.", []),
    # the firm whose union was named, by its own name where that was
    ("Công đoàn Công ty TNHH Sao Mai họp. Công ty chi 30 triệu đồng.", [FIRM]),
    ("Công ty TNHH Sao Mai vui. Công đoàn Công ty Sao Mai họp. Doanh nghiệp chi 30 triệu đồng.", [FIRM]),
    ("Công đoàn Trường THPT Sông Lam họp. Doanh nghiệp chi 30 triệu đồng.", []),
    # a corporation and no firm of it; where none is called so, the firm
    (
        "Công đoàn Tổng công ty Hoa Ban họp. Công đoàn Công ty TNHH Sao Mai vui. Tổng công ty cam kết chi 9 tỷ đồng.",
        ["Tổng công ty Hoa Ban"],
    ),
    ("Công đoàn Tổng công ty Hoa Ban họp. Công đoàn Công ty TNHH Sao Mai vui. Doanh nghiệp chi 9 tỷ đồng.", [FIRM]),
    ("Công đoàn Công ty TNHH Sao Mai vui. Tập đoàn chi 9 tỷ đồng.", [FIRM]),
    # the nearest of that sort, whatever else was named in between
    ("Bệnh viện Đa khoa Hoa Ban và Bệnh viện Đa khoa Hoa Mai họp. Trong đó bệnh viện chi 30 triệu đồng.", [HOSPITAL]),
    ("Bệnh viện Đa khoa Hoa Mai họp với Trường THPT Sông Lam. Trong đó bệnh viện chi 30 triệu đồng.", [HOSPITAL]),
    ("Bệnh viện Đa khoa Hoa Mai họp.\nTrời đẹp.\nTrong đó bệnh viện chi 30 triệu đồng.", [HOSPITAL]),
    ("Bệnh viện Đa khoa Hoa Mai họp, trong đó bệnh viện chi 30 triệu đồng, bệnh viện lo 5 xe.", [HOSPITAL] * 2),
    # whose officer speaks, though the noun is no subject; one who is but named does not
    ("Bệnh viện Đa khoa Hoa Mai họp. Ông Nam, Giám đốc bệnh viện, nêu 30 kiến nghị.", [HOSPITAL]),
    ("Bệnh viện Đa khoa Hoa Mai họp. Quà trao cho Giám đốc bệnh viện và 30 y sĩ.", []),
    # behind the year that its clause begins with
    ("Công đoàn Công ty TNHH Sao Mai họp. Theo báo cáo, năm 2024 công ty đạt 90 tỷ đồng.", [FIRM]),
    # a craft's union; a sector only where it does what its union does
    ("LĐLĐ huyện ra mắt Nghiệp đoàn nghề cá Hải Thịnh. Nghiệp đoàn có 90 người.", ["Nghiệp đoàn nghề cá Hải Thịnh"]),
    ("Công đoàn ngành Y tế Hà Nam họp. Ngành trao quà cho 90 lượt y sĩ.", ["Công đoàn ngành Y tế Hà Nam"]),
    ("Công đoàn ngành Y tế Hà Nam họp. Ngành có 90 bệnh viện.", []),
    # a union's only in its own paragraph
    ("Công đoàn ngành Y tế Hà Nam vui vẻ; trong đó công đoàn trao 40 suất quà.", ["Công đoàn ngành Y tế Hà Nam"]),
    ("Công đoàn ngành Y tế Hà Nam họp.\nTrong đó công đoàn trao 40 suất quà.", []),
    # but far from it behind a firm, whose name stood in between
    (
        "Công đoàn ngành Y tế Hà Nam vui.\nCông ty TNHH Sao Mai họp. Trong đó công đoàn trao 40 suất quà.",
        ["Công đoàn ngành Y tế Hà Nam"],
    ),
    (
        "Theo Bảo hiểm xã hội Việt Nam, đã chi. Cơ quan bảo hiểm đã giải quyết cho 900 người.",
        ["Bảo hiểm xã hội Việt Nam"],
    ),
    (
        "Công ty TNHH Sao Mai vui. Chủ tịch CĐCS Lê Thị Na cho hay, sẽ trao 9 suất.",
        ["Công đoàn cơ sở Công ty TNHH Sao Mai"],
    ),
    ("Công ty TNHH Sao Mai vui. Chủ tịch CĐCS Lê Thị Na trao 9 suất.", []),
    # one that nothing is told of, that does nothing, or that is no subject
    ("Trong đó bệnh viện chi 30 triệu đồng. Bệnh viện Đa khoa Hoa Mai họp.", []),
    ("Trường THPT Sông Lam họp. Trong đó bệnh viện chi 30 triệu đồng.", []),
    ("Bệnh viện Đa khoa Hoa Mai họp. Trong đó bệnh viện và trường học đóng cửa.", []),
    ("Bệnh viện Đa khoa Hoa Mai họp. Các bệnh viện chi 30 triệu đồng.", []),
    ("Bệnh viện Đa khoa Hoa Mai họp. Công nhân đến bệnh viện có 30 người.", []),
    # a noun that is part of a name means itself
    ("Bệnh viện Đa khoa Hoa Mai có 30 bác sĩ.", []),
]


@pytest.mark.parametrize(("line", "names"), MEANT)
def test_nouns_that_stand_for_a_body(line: str, names: list[str]) -> None:
    text = Text.plain(line)
    directory = resolve_organisations(find_organisations(text), text, Article(id="a", origin="-"))
    found = find_references(text, directory.mentions)

    assert [noun.name for noun in found] == names
    assert all(noun.short and noun.organ is None and noun.span == noun.name_span for noun in found)


def test_a_body_named_long_before_is_not_meant() -> None:
    text = Text.plain("Bệnh viện Đa khoa Hoa Mai họp. " + "Trời đẹp. " * 80 + "Trong đó bệnh viện chi 30 triệu đồng.")
    directory = resolve_organisations(find_organisations(text), text, Article(id="a", origin="-"))

    assert find_references(text, directory.mentions) == ()
